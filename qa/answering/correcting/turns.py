"""Text -> which way it says that things went, and whether it denies them: 由降转升, 保持稳定, 未能达到."""

import re
from dataclasses import dataclass
from enum import Enum

from qa.answering.figures.vocabulary import DOWN_VERBS, UP_VERBS


class Way(Enum):
    """Where things went."""

    UP = "up"
    DOWN = "down"
    LEVEL = "level"


# Reports' verbs, and how people say it: 掉了不少, 越来越多, 被江苏反超.
_WAYS = (
    (Way.UP, rf"{UP_VERBS}|[转有]升|转涨|转增|[拉增]大|反弹|跃[上居]|新高|增产|越来越[多高大]|[多涨升](?=了)"),
    (
        Way.DOWN,
        rf"{DOWN_VERBS}|[转有]降|转跌|转减|减产|跌破|反超|(?:双|面积)缩减|越来越[少低小]|[掉跌少降减](?=了|不少)",
    ),
    (Way.LEVEL, r"保持(?:总体|基本)?(?:稳定|平稳)|持平|稳居|连续.{1,4}居"),
)
_WAY = re.compile("|".join(f"(?P<{way.name}>{words})" for way, words in _WAYS))
# How fast something goes is not which way: 增速放缓.
_OF_A_SPEED = re.compile(r"增速|增幅|涨幅|降幅|速度|放缓|加快")
_DENIED = re.compile(
    r"(?:没有?|尚未|未能?)(?P<verb>(?!来|[多几][少个])[一-鿿]{2})|零(?P<none>死亡|发生|事故)|无(?P<no>重大|特大|死亡|一例)"
)


@dataclass(frozen=True, slots=True)
class Turn:
    """A way that things went, and where the text says so."""

    way: Way
    start: int
    text: str


def find_turn(text: str) -> Turn | None:
    """The last turn that a text tells of, for what it turns into stands last; None where it tells of none, or of a speed.

    >>> find_turn("工业企业利润由降转升").way
    <Way.UP: 'up'>
    """
    found = list(_WAY.finditer(text))
    if not found or _OF_A_SPEED.search(text):
        return None
    return Turn(Way[str(found[-1].lastgroup)], found[-1].start(), found[-1][0])


def find_denial(text: str) -> str:
    """What a text says did not happen, "" where it denies nothing.

    >>> find_denial("全年未发生特大安全生产事故")
    '发生'
    """
    found = _DENIED.search(text)
    return next((word for word in found.groups() if word), "") if found else ""
