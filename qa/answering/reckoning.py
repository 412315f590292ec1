"""Two quoted figures -> what code computes from them, exactly, with the working shown."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from fractions import Fraction

from qa.answering.facts import Fact
from qa.answering.figures import Direction, Hedge
from qa.answering.figures.units import base
from qa.domain import Statement
from qa.retrieval.question import Operation

# A fall counts below nothing, so that 下降3.6% is less than 增长3%.
FALLS = frozenset({Direction.DOWN_BY, Direction.BELOW_BY})
CHANGES = FALLS | {Direction.UP_BY, Direction.ABOVE_BY}
_HEDGED = {
    Hedge.AT_LEAST: "{}以上",
    Hedge.MORE_THAN: "超过{}",
    Hedge.ABOUT: "{}左右",
    Hedge.NEARLY: "近{}",
    Hedge.AT_MOST: "{}以内",
    Hedge.LESS_THAN: "不足{}",
    Hedge.AIM: "力争{}",
}


class Side(Enum):
    """What tells the two figures apart."""

    PERIOD = "period"
    SUBJECT = "subject"
    CHANGE = "change"


@dataclass(frozen=True, slots=True)
class Pair:
    """Two figures of one dimension, the first named first."""

    first: Fact
    second: Fact
    side: Side


def reckonable(operation: Operation, pair: Pair) -> bool:
    """Whether an operation makes sense: falls are only set against other changes, and nothing is divided by nothing."""
    directions = [fact.figure.direction for fact in (pair.first, pair.second)]
    if any(direction in FALLS for direction in directions):
        return operation is Operation.DIFFERENCE and all(direction in CHANGES for direction in directions)
    return operation not in (Operation.RATIO, Operation.MEAN) or bool(
        pair.first.figure.value and pair.second.figure.value
    )


def reckon(operation: Operation, pair: Pair, quoted: Sequence[Statement]) -> Statement:
    """State the result; a hedged figure is reckoned with as it stands, and that is said."""
    unit = pair.first.figure.unit
    first, second = _values(operation, pair)
    if operation is Operation.MEAN:
        text, working = _quotient(first, second, "平均每个{}" + unit)
    elif operation is Operation.RATIO:
        large, small = _by_size(pair, first, second)
        text, working = _quotient(max(first, second), min(first, second), f"{large}是{small}的{{}}倍")
    elif operation is Operation.SUM:
        total = _plain(first + second)
        text, working = f"合计{total}{unit}", f"{_plain(first)} + {_plain(second)} = {total}"
    else:
        text, working = _difference(pair, first, second)
    hedges = [
        f"{_HEDGED[fact.figure.hedge].format(fact.figure.text)}按{fact.figure.text}计"
        for fact in (pair.first, pair.second)
        if fact.figure.hedge in _HEDGED
    ]
    note = f"（{'，'.join(hedges)}）" if hedges else ""
    quotes = tuple(quote for statement in quoted for quote in statement.quotes)
    return Statement(f"{text}（{working}）{note}", quotes, f"{working}（{unit}）")


def _values(operation: Operation, pair: Pair) -> tuple[Fraction, Fraction]:
    """Both values in the unit of the first, falls below nothing; of a mean, the count of things as a plain number."""
    (size, _), (other, _) = base(pair.first.figure.unit), base(pair.second.figure.unit)
    scale = other if operation is Operation.MEAN else other / size
    return _signed(pair.first), _signed(pair.second) * scale


def _signed(fact: Fact) -> Fraction:
    return Fraction(fact.figure.value) * (-1 if fact.figure.direction in FALLS else 1)


def _quotient(above: Fraction, below: Fraction, text: str) -> tuple[str, str]:
    shown = _plain(above / below)
    exact = Fraction(shown) == above / below
    return text.format(
        shown if exact else f"约{shown}"
    ), f"{_plain(above)} ÷ {_plain(below)} {'=' if exact else '≈'} {shown}"


def _difference(pair: Pair, first: Fraction, second: Fraction) -> tuple[str, str]:
    unit = pair.first.figure.unit
    apart, more = ("个百分点", "高") if unit == "%" else (unit, "多")
    high, low = max(first, second), min(first, second)
    gap = _plain(high - low)
    if low < 0 < high:  # from a fall to a rise: both stretches together
        working = f"{_plain(high)} + {_plain(-low)} = {gap}"
    else:
        larger, smaller = max(abs(high), abs(low)), min(abs(high), abs(low))
        working = f"{_plain(larger)} − {_plain(smaller)} = {gap}"
    large, small = _by_size(pair, first, second)
    if pair.side is Side.CHANGE:
        return f"{'增加' if second > first else '减少'}{gap}{apart}", working
    if first == second:
        return f"{large}与{small}相同，都是{_plain(first)}{unit}", working
    return f"{large}比{small}{more}{gap}{apart}", working


def _by_size(pair: Pair, first: Fraction, second: Fraction) -> tuple[str, str]:
    """The names of both figures, the larger first."""
    if pair.side is Side.CHANGE:
        names = ("原来", "后来")
    elif pair.side is Side.SUBJECT:
        names = (pair.first.figure.subject, pair.second.figure.subject)
    else:
        names = (_period_name(pair.first), _period_name(pair.second))
    return names if first >= second else (names[1], names[0])


def _period_name(fact: Fact) -> str:
    return f"{fact.sentence.period}年{fact.sentence.status}"


def _plain(value: Fraction) -> str:
    """A number as people write it: exact where it ends within four places, else rounded to two."""
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    fine = exact.quantize(Decimal("0.0001"))
    rounded = fine if Fraction(fine) == value else exact.quantize(Decimal("0.01"))
    return f"{rounded.normalize():f}"
