"""What is known of one figure."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Literal


class Hedge(StrEnum):
    """How exactly a figure is meant; 以上, 以下 and 以内 hold the number itself, 超过 and 不足 do not (民法典 art. 1259)."""

    EXACT = "exact"
    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    ABOUT = "about"
    NEARLY = "nearly"
    AT_MOST = "at_most"
    LESS_THAN = "less_than"
    AIM = "aim"


class Direction(StrEnum):
    """What a figure measures: a change (`up_by`, 增长5%), its end (`up_to`, 提高到5%), a state (`level`, 达到5%), …

    `from` is a change's beginning (由5%提高到6%), `added` a part that is new (新增7家), `above_by` and `below_by` a distance from
    something else (高于全国1个百分点). `none`: no such word stands with the figure.
    """

    NONE = "none"
    LEVEL = "level"
    UP_BY = "up_by"
    DOWN_BY = "down_by"
    UP_TO = "up_to"
    DOWN_TO = "down_to"
    FROM = "from"
    ADDED = "added"
    ABOVE_BY = "above_by"
    BELOW_BY = "below_by"


# Changes of a figure, its distances from something else, and those of both that point down.
CHANGES = frozenset({Direction.UP_BY, Direction.DOWN_BY})
DISTANCES = frozenset({Direction.ABOVE_BY, Direction.BELOW_BY})
FALLS = frozenset({Direction.DOWN_BY, Direction.BELOW_BY})
# What is left of all by a hedged share: of 超过60% it is less than 40%.
FLIPPED = {
    Hedge.MORE_THAN: Hedge.LESS_THAN,
    Hedge.LESS_THAN: Hedge.MORE_THAN,
    Hedge.NEARLY: Hedge.MORE_THAN,
    Hedge.AT_LEAST: Hedge.AT_MOST,
    Hedge.AT_MOST: Hedge.AT_LEAST,
    Hedge.ABOUT: Hedge.ABOUT,
}

Kind = Literal["quantity", "year"]


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with its unit: `text == source[start:end]` holds these two only; hedge and direction stand outside it.

    "超过2.6万家" is text "2.6万家", value 2.6, unit "万家", hedge more_than. The unit keeps its scale as written; `high` is the
    upper end of a range. A fraction is its numerator with the unit "/3" (三分之一), 翻两番 is 4 倍. `subject` is what the words
    around it say it is a figure of, as far as rules can tell; "" for a year and in English.
    """

    start: int
    end: int
    text: str
    value: Decimal
    high: Decimal | None
    unit: str
    hedge: Hedge
    direction: Direction
    subject: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class Reading:
    """A number and its unit as found: what stands around them is read later."""

    start: int
    end: int
    value: Decimal
    unit: str
    high: Decimal | None = None
    kind: Kind = "quantity"
    hedge: Hedge | None = None
    direction: Direction | None = None
