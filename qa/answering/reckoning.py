"""Quoted figures -> what code computes from them, exactly, with the working shown."""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from itertools import pairwise

from qa.answering.facts import Figured
from qa.answering.figures import CHANGES, DISTANCES, FALLS, Hedge
from qa.answering.figures.units import base
from qa.answering.operands import Operands, Side
from qa.domain import Statement
from qa.retrieval.operations import Operation

# A fall counts below nothing, so that 下降3.6% is less than 增长3%.
_RELATIVE = CHANGES | DISTANCES
_HEDGED = {
    Hedge.AT_LEAST: "{}以上",
    Hedge.MORE_THAN: "超过{}",
    Hedge.ABOUT: "{}左右",
    Hedge.NEARLY: "近{}",
    Hedge.AT_MOST: "{}以内",
    Hedge.LESS_THAN: "不足{}",
}


def reckonable(operation: Operation, operands: Operands) -> bool:
    """Whether an operation makes sense: falls are only set against other changes, and nothing is divided by nothing."""
    directions = [fact.figure.direction for fact in operands.facts]
    if operation is Operation.BASE:
        return bool(operands.second.figure.value)
    if operation is Operation.SUM and any(map(_is_rate, operands.facts)):
        return False
    if operation is Operation.EXTREME and (any(d in FALLS for d in directions) or not _has_ends(operands)):
        return False
    if any(direction in FALLS for direction in directions):
        return operation is Operation.DIFFERENCE and all(direction in _RELATIVE for direction in directions)
    divides = operation in (Operation.RATIO, Operation.SHARE, Operation.MEAN, Operation.BASE)
    return not divides or all(fact.figure.value for fact in operands.facts)


def _has_ends(operands: Operands) -> bool:
    """Whether one figure is above all others, and one below."""
    values = sorted(_in_first_unit(operands))
    return values[0] < values[1] and values[-2] < values[-1]


def _is_rate(fact: Figured) -> bool:
    """Whether a figure is a rate of growth, which does not add up with others."""
    return fact.figure.direction in _RELATIVE and base(fact.figure.unit)[1] == "%"


def reckon(operation: Operation, operands: Operands, quoted: Sequence[Statement]) -> Statement:
    """State the result; a hedged figure is reckoned with as it stands, and that is said."""
    text, working, unit = _reckoned(operation, operands)
    hedges = [
        f"{_told(fact)}按{fact.figure.text}计"
        for fact in operands.facts
        if fact.figure.hedge in _HEDGED and operation is not Operation.EXTREME
    ]
    note = f"（{'，'.join(hedges)}）" if hedges else ""
    quotes = tuple(quote for statement in quoted for quote in statement.quotes)
    return Statement(f"{text}（{working}）{note}", quotes, f"{working}（{unit}）" if unit else working)


def _reckoned(operation: Operation, operands: Operands) -> tuple[str, str, str]:
    """The result in words, its working, and the unit of both."""
    unit = operands.first.figure.unit
    if operands.years and len(operands.facts) > 1:
        return *_against_mean(operands, operands.years), unit
    if operands.years:
        total = _signed(operands.first)
        text, working = _quotient(total, Fraction(operands.years), "平均每年{}" + unit)
        return text, working, unit
    if operation is Operation.SUM:
        values = _in_first_unit(operands)
        total_text = _plain(sum(values, Fraction(0)))
        return f"合计{total_text}{unit}", f"{' + '.join(map(_plain, values))} = {total_text}", unit
    if operation is Operation.EXTREME:
        return *_extreme(operands), ""
    if operation is Operation.BASE:
        return *_before(operands), unit
    first, second = _values(operation, operands)
    if operation is Operation.MEAN:
        return _mean(operands, first, second)
    large, small = _by_size(operands, first, second)
    if operation is Operation.SHARE:
        return *_share(min(first, second), max(first, second), f"{small}占{large}的{{}}%"), "%"
    if operation is Operation.RATIO:
        return *_quotient(max(first, second), min(first, second), f"{large}是{small}的{{}}倍"), unit
    return *_difference(operands, first, second), unit


def _extreme(operands: Operands) -> tuple[str, str]:
    """The most and the least of several, which their order shows: 10%以上 > 7%左右 > 6%左右."""
    values = dict(zip(operands.facts, _in_first_unit(operands), strict=True))
    ordered = sorted(operands.facts, key=lambda fact: -values[fact])
    working = _told(ordered[0])
    for before, fact in pairwise(ordered):
        working += f" {'=' if values[before] == values[fact] else '>'} {_told(fact)}"
    most, least = "高低" if base(operands.first.figure.unit)[1] == "%" else "多少"
    return f"{ordered[0].figure.subject}最{most}，{ordered[-1].figure.subject}最{least}", working


def _told(fact: Figured) -> str:
    """A figure with its hedge."""
    return _HEDGED.get(fact.figure.hedge, "{}").format(fact.figure.text)


def _before(operands: Operands) -> tuple[str, str]:
    """What a level was before a change, or what it is elsewhere: 5.66 − 1.6, 64.6 ÷ (100 + 358) × 100, 109.4 ÷ 1.6."""
    level, change = operands.first.figure, operands.second.figure
    whose = "全国" if change.direction in DISTANCES else "原来"
    text = whose + "为{}" + level.unit
    now, by = Fraction(level.value), Fraction(change.value)
    less = change.direction not in FALLS
    if change.unit == "倍":
        return _quotient(now, by, text)
    if base(change.unit)[1] == "%" != base(level.unit)[1]:
        shown, sign = _shown(now / (100 + (by if less else -by)) * 100)
        working = f"{_plain(now)} ÷ (100 {'+' if less else '−'} {_plain(by)}) × 100 {sign} {shown}"
        return text.format("约" * (sign == "≈") + shown), working
    by = by * base(change.unit)[0] / base(level.unit)[0]
    then = _plain(now - by if less else now + by)
    return text.format(then), f"{_plain(now)} {'−' if less else '+'} {_plain(by)} = {then}"


def _mean(operands: Operands, total: Fraction, count: Fraction) -> tuple[str, str, str]:
    """An amount by the thing; where that is less than one, in the plain unit: 16.1亿元 of 341.3万个 is 16.1 × 10000 ÷ 341.3 元."""
    unit = operands.first.figure.unit
    name = unit.lstrip("百千万亿")
    if total / count >= 1 or name in ("", unit):
        text, working = _quotient(total, count, "平均每个{}" + unit)
        return text, working, unit
    below = operands.second.figure
    mean = total * base(unit)[0] / base(name)[0] / count
    shown, sign = _shown(mean)
    factor = _plain(mean * Fraction(below.value) / total)
    working = f"{_plain(total)} × {factor} ÷ {_plain(Fraction(below.value))} {sign} {shown}"
    return f"平均每个{'约' * (sign == '≈')}{shown}{name}", working, name


def _against_mean(operands: Operands, years: Decimal) -> tuple[str, str]:
    """A figure of one year beside the mean of several: 1200 − 3802 ÷ 5 = 439.6."""
    own, total = _in_first_unit(operands)
    shown, sign = _shown(abs(own - total / Fraction(years)))
    mean = f"{_plain(total)} ÷ {years}"
    more = own > total / Fraction(years)
    working = f"{_plain(own)} − {mean}" if more else f"{mean} − {_plain(own)}"
    names = f"{_period_name(operands.first)}比{_period_name(operands.second)}平均每年{'多' if more else '少'}"
    return f"{names}{'约' * (sign == '≈')}{shown}{operands.first.figure.unit}", f"{working} {sign} {shown}"


def _share(part: Fraction, whole: Fraction, text: str) -> tuple[str, str]:
    exact = Decimal(100 * part.numerator * whole.denominator) / Decimal(part.denominator * whole.numerator)
    shown = f"{_rounded(exact, '0.1'):f}"
    sign = "=" if Fraction(shown) == 100 * part / whole else "≈"
    return text.format("约" * (sign == "≈") + shown), f"{_plain(part)} ÷ {_plain(whole)} × 100 {sign} {shown}"


def _shown(value: Fraction) -> tuple[str, str]:
    """A value as written, and whether that is exact."""
    text = _plain(value)
    return text, "=" if Fraction(text) == value else "≈"


def _in_first_unit(operands: Operands) -> list[Fraction]:
    size = base(operands.first.figure.unit)[0]
    return [_signed(fact) * base(fact.figure.unit)[0] / size for fact in operands.facts]


def _values(operation: Operation, operands: Operands) -> tuple[Fraction, Fraction]:
    """Both values in the unit of the first, falls below nothing; of a mean, the count of things as a plain number."""
    (size, _), (other, _) = base(operands.first.figure.unit), base(operands.second.figure.unit)
    scale = other if operation is Operation.MEAN else other / size
    return _signed(operands.first), _signed(operands.second) * scale


def _signed(fact: Figured) -> Fraction:
    return Fraction(fact.figure.value) * (-1 if fact.figure.direction in FALLS else 1)


def _quotient(above: Fraction, below: Fraction, text: str) -> tuple[str, str]:
    shown, sign = _shown(above / below)
    return text.format("约" * (sign == "≈") + shown), f"{_plain(above)} ÷ {_plain(below)} {sign} {shown}"


def _difference(operands: Operands, first: Fraction, second: Fraction) -> tuple[str, str]:
    unit = operands.first.figure.unit
    apart, more = ("个百分点", "高") if unit == "%" else (unit, "多")
    high, low = max(first, second), min(first, second)
    gap = _plain(high - low)
    if low < 0 < high:  # from a fall to a rise: both stretches together
        working = f"{_plain(high)} + {_plain(-low)} = {gap}"
    else:
        larger, smaller = max(abs(high), abs(low)), min(abs(high), abs(low))
        working = f"{_plain(larger)} − {_plain(smaller)} = {gap}"
    large, small = _by_size(operands, first, second)
    if operands.side is Side.CHANGE:
        return f"{operands.first.figure.subject}{'增加' if second > first else '减少'}{gap}{apart}", working
    if first == second:
        return f"{large}与{small}相同，都是{_plain(first)}{unit}", working
    return f"{large}比{small}{more}{gap}{apart}", working


def _by_size(operands: Operands, first: Fraction, second: Fraction) -> tuple[str, str]:
    """The names of both figures, the larger first."""
    if operands.side is Side.CHANGE:
        names = ("原来", "后来")
    elif operands.side is Side.SUBJECT:
        names = _subjects(operands)
    else:
        names = (_period_name(operands.first), _period_name(operands.second))
    return names if first >= second else (names[1], names[0])


def _subjects(operands: Operands) -> tuple[str, str]:
    """What the figures are of; where that is one thing, the clauses that tell them apart: 保留并公开473件."""
    if operands.names:
        return operands.names[0], operands.names[-1]
    first, second = operands.first, operands.second
    if first.figure.subject != second.figure.subject:
        return first.figure.subject, second.figure.subject
    one, other = (
        fact.sentence.text[fact.start - fact.sentence.start : fact.end - fact.sentence.start] for fact in operands.facts
    )
    return one, other


def _period_name(fact: Figured) -> str:
    return f"{fact.sentence.period}年{fact.sentence.status}"


def _plain(value: Fraction) -> str:
    """A number as people write it: exact where it ends within two places, else rounded to some three digits."""
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    fine = _rounded(exact, "0.01")
    coarse = "1" if abs(exact) >= 100 else "0.1" if abs(exact) >= 10 else "0.01"
    return f"{fine if Fraction(fine) == value else _rounded(exact, coarse):f}"


def _rounded(exact: Decimal, places: str) -> Decimal:
    """Rounded as people do, halves up, without zeros at the end."""
    return exact.quantize(Decimal(places), ROUND_HALF_UP).normalize()
