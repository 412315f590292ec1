"""Quoted figures and an operation -> what comes of them, exactly, with the working.

Each formula takes the figures in their roles: the larger and the smaller, a whole and its share, a level and its change, what
is divided and what by.
"""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from qa.answering.computing.called import HEDGED, names_by_size, period_name, thing, told
from qa.answering.computing.operands import Count, Operands, Side
from qa.answering.computing.written import conversion, plain, readers_unit, rounded, shown, with_factor
from qa.answering.facts import Figured
from qa.answering.figures import DISTANCES, FALLS, FLIPPED, Direction
from qa.answering.figures.measures import MEDALS
from qa.answering.figures.units import bare, base, counts_things
from qa.retrieval.operations import Operation


@dataclass(frozen=True, slots=True)
class Result:
    """What comes of a working, in words, and the unit of its numbers, "" where they bear their own."""

    text: str
    working: str
    unit: str = ""


def result(operation: Operation, operands: Operands) -> Result:
    """What an operation makes of its operands."""
    if operands.count and len(operands.facts) == 2:
        return _beside_mean(operation, operands, operands.count)
    if operands.count:
        return _FOR_SO_MANY[operation](operands, operands.count)
    return _FORMULAS[operation](operands)


def values_in_first_unit(operands: Operands) -> list[Fraction]:
    """The figures in the unit of the first, falls below nothing."""
    size = base(operands.first.figure.unit)[0]
    return [_signed(fact) * base(fact.figure.unit)[0] / size for fact in operands.facts]


def _sum(operands: Operands) -> Result:
    unit = operands.first.figure.unit
    values = values_in_first_unit(operands)
    total = plain(sum(values, Fraction(0)))
    unit = "枚" if {unit} < {fact.figure.unit for fact in operands.facts} <= MEDALS else unit
    return Result(f"合计{total}{unit}", f"{' + '.join(map(plain, values))} = {total}", unit)


def _difference(operands: Operands) -> Result:
    first, second = values_in_first_unit(operands)
    unit = _unit_of_both(operands, first >= second)
    high, low = max(first, second), min(first, second)
    large, small = names_by_size(operands, first >= second)
    if first == second:
        return Result(f"{large}与{small}相同，都是{plain(first)}{unit}", f"{plain(first)} − {plain(first)} = 0", unit)
    if low < 0 < high:  # from a fall to a rise: both stretches together
        expression = f"{plain(high)} + {plain(-low)}"
    else:
        larger, smaller = sorted((abs(high), abs(low)), reverse=True)
        expression = f"{plain(larger)} − {plain(smaller)}"
    better = readers_unit(high - low, unit)
    factor = base(unit)[0] / base(better)[0]
    gap = plain((high - low) * factor)
    working = f"{expression} = {gap}" if factor == 1 else f"({expression}) × {plain(factor)} = {gap}"
    apart, more = ("个百分点", "高") if unit == "%" else ("" if unit.startswith(":") else better, "多")
    if operands.side is Side.CHANGE:
        up, down = ("扩大", "缩小") if unit.startswith(":") else ("增加", "减少")
        return Result(f"{operands.first.figure.subject}{up if second > first else down}{gap}{apart}", working, apart)
    return Result(f"{large}比{small}{more}{gap}{apart}", working, better)


def _unit_of_both(operands: Operands, first_is_larger: bool) -> str:
    """The unit of what is between two figures: of 1409万 and 1305万人次 the one that names it, of 25部 and 10件 the larger's."""
    one, other = (fact.figure.unit for fact in operands.facts)
    counted = counts_things(base(one)[1]) and base(one)[0] == base(other)[0]
    by_size = [one, other] if first_is_larger or not counted else [other, one]
    return next((unit for unit in by_size if base(unit)[1]), one)


def _ratio(operands: Operands) -> Result:
    first, second = values_in_first_unit(operands)
    large, small = names_by_size(operands, first >= second)
    number, sign = shown(max(first, second) / min(first, second))
    working = f"{plain(max(first, second))} ÷ {plain(min(first, second))} {sign} {number}"
    return Result(f"{large}是{small}的{_about(sign)}{number}倍", working, "倍")


def _share(operands: Operands) -> Result:
    first, second = values_in_first_unit(operands)
    large, small = names_by_size(operands, first >= second)
    part, whole = min(first, second), max(first, second)
    number, sign = _per_cent(part, whole)
    working = f"{plain(part)} ÷ {plain(whole)} × 100 {sign} {number}"
    return Result(f"{small}占{large}的{_about(sign)}{number}%", working, "%")


def _mean(operands: Operands) -> Result:
    """An amount by the thing that it is for, in the unit that a reader would use: 16.1亿元 of 341.3万个 is some 472元."""
    above, below = operands.first.figure, operands.second.figure
    per = bare(below.unit)
    amount = Fraction(above.value) / Fraction(below.value)
    each = amount / (base(below.unit)[0] / base(per)[0])
    number, working, unit = _rescaled(
        plain(Fraction(above.value)), f" ÷ {plain(Fraction(below.value))}", amount, each, above.unit
    )
    return Result(f"平均每{per or '个'}{number}{unit}", working, unit)


def _by_time(operands: Operands, count: Count) -> Result:
    """What is told of a time by the shorter ones in it, 1256 ÷ 12, or for the longer one that it is of, 20 × 12."""
    told, unit = Fraction(operands.first.figure.value), operands.first.figure.unit
    if count.number < 1:
        number, sign = shown(told / count.number, unit)
        working = f"{plain(told)} × {plain(1 / count.number)} {sign} {number}"
        return Result(f"全{count.unit}合{_about(sign)}{number}{unit}", working, unit)
    mean = told / count.number
    number, working, unit = _rescaled(plain(told), f" ÷ {plain(count.number)}", mean, mean, unit)
    return Result(f"平均每{count.unit}{number}{unit}", working, unit)


def _beside_mean(operation: Operation, operands: Operands, count: Count) -> Result:
    """What was done in several years by the year, beside a figure of one year: 1200 − 3802 ÷ 5 = 439.6."""
    unit = operands.first.figure.unit
    own, total = values_in_first_unit(operands)
    if operation is Operation.RATIO:
        number, sign = shown(own * count.number / total)
        names = f"{thing(operands.first)}{period_name(operands.first)}是{period_name(operands.second)}平均每年的"
        working = f"{plain(own)} ÷ ({plain(total)} ÷ {plain(count.number)}) {sign} {number}"
        return Result(f"{names}{_about(sign)}{number}倍", working, "倍")
    apart = own - total / count.number
    number, sign = shown(abs(apart), unit)
    expression = f"{plain(total)} ÷ {plain(count.number)}"
    working = f"{plain(own)} − {expression}" if apart > 0 else f"{expression} − {plain(own)}"
    names = f"{thing(operands.first)}{period_name(operands.first)}比{period_name(operands.second)}平均每年{'多' if apart > 0 else '少'}"
    return Result(f"{names}{_about(sign)}{number}{unit}", f"{working} {sign} {number}", unit)


def _extreme(operands: Operands) -> Result:
    """The most and the least of several, which their order shows: 10%以上 > 7%左右 > 6%左右."""
    values = dict(zip(operands.facts, values_in_first_unit(operands), strict=True))
    ordered = sorted(operands.facts, key=lambda fact: -values[fact])
    working = told(ordered[0])
    for before, fact in pairwise(ordered):
        working += f" {'=' if values[before] == values[fact] else '>'} {told(fact)}"
    most, least = "高低" if base(operands.first.figure.unit)[1] == "%" else "多少"
    (first, second), (last_but_one, last) = ordered[:2], ordered[-2:]
    ends = [f"{first.figure.subject}最{most}"] * (values[first] > values[second])
    ends += [f"{last.figure.subject}最{least}"] * (values[last_but_one] > values[last])
    return Result("，".join(ends), working)


def _base(operands: Operands) -> Result:
    """What a level was before a change, or what it is elsewhere: 5.66 − 1.6, 64.6 ÷ (100 + 358) × 100, 109.4 ÷ 1.6."""
    level, change = operands.first.figure, operands.second.figure
    whose = "全国" if change.direction in DISTANCES else "原来"
    now, by = Fraction(level.value), Fraction(change.value)
    less = change.direction not in FALLS
    if change.unit == "倍":
        expression, then = f"{plain(now)} ÷ {plain(by)}", now / by
    elif base(change.unit)[1] == "%" != base(level.unit)[1]:
        then = now / (100 + (by if less else -by)) * 100
        expression = f"{plain(now)} ÷ (100 {'+' if less else '−'} {plain(by)}) × 100"
    else:
        by = by * base(change.unit)[0] / base(level.unit)[0]
        expression, then = f"{plain(now)} {'−' if less else '+'} {plain(by)}", now - by if less else now + by
    number, sign = shown(then, level.unit)
    return Result(f"{whose}为{_about(sign)}{number}{level.unit}", f"{expression} {sign} {number}", level.unit)


def _part(operands: Operands) -> Result:
    """So much of a whole as its share says: 150 × 88.7 ÷ 100; things are counted whole."""
    whole, share = operands.first.figure, operands.second.figure
    value = Fraction(whole.value) * Fraction(share.value) / 100
    if counts_things(base(whole.unit)[1]) and base(whole.unit)[0] == 1:
        number = f"{rounded(_decimal(value), '1'):f}"
        sign = "=" if Fraction(number) == value else "≈"
        working = f"{plain(Fraction(whole.value))} × {plain(Fraction(share.value))} ÷ 100 {sign} {number}"
        return Result(f"按占比折算为{_about(sign)}{number}{whole.unit}", working, whole.unit)
    rest = f" × {plain(Fraction(share.value))} ÷ 100"
    number, working, unit = _rescaled(plain(Fraction(whole.value)), rest, value, value, whole.unit)
    return Result(f"按占比折算为{number}{unit}", working, unit)


def _whole(operands: Operands) -> Result:
    """The whole of which a part is a share: 1 ÷ 80 × 100."""
    part, share = operands.first.figure, operands.second.figure
    number, sign = shown(Fraction(part.value) / Fraction(share.value) * 100, part.unit)
    working = f"{plain(Fraction(part.value))} ÷ {plain(Fraction(share.value))} × 100 {sign} {number}"
    return Result(f"按占比反推，总量为{_about(sign)}{number}{part.unit}", working, part.unit)


def _rest(operands: Operands) -> Result:
    """What a share leaves of all, or a part of its whole."""
    unit = operands.first.figure.unit
    whole, part = (Fraction(100), Fraction(operands.first.figure.value))
    if len(operands.facts) == 2:
        whole, part = values_in_first_unit(operands)
    left = plain(whole - part)
    hedge = FLIPPED.get(operands.second.figure.hedge) if len(operands.facts) == 1 else None
    told = HEDGED[hedge].format(f"{left}{unit}") if hedge else f"为{left}{unit}"
    return Result(f"其余{told}", f"{plain(whole)} − {plain(part)} = {left}", unit)


def _growth(operands: Operands) -> Result:
    """How much a level changed by, of what it was: 1.6 ÷ (5.66 − 1.6) × 100; (66 − 12) ÷ 66 × 100."""
    first, second = map(abs, values_in_first_unit(operands))
    if operands.first.figure.direction is Direction.FROM:
        then, by, fell = first, abs(second - first), second < first
        low, high = sorted((first, second))
        expression = f"({plain(high)} − {plain(low)}) ÷ {plain(then)}"
    else:
        fell = operands.second.figure.direction in FALLS
        then, by = first + second if fell else first - second, second
        expression = f"{plain(by)} ÷ ({plain(first)} {'+' if fell else '−'} {plain(by)})"
    number, sign = _per_cent(by, then)
    told = f"比原来{'减少' if fell else '增加'}{_about(sign)}{number}%"
    return Result(told, f"{expression} × 100 {sign} {number}", "%")


def _own(operands: Operands, count: Count) -> Result:
    """What is told of each, for as many as the asker has: 10.1 × 50."""
    each, unit = Fraction(operands.first.figure.value), operands.first.figure.unit
    number, sign = shown(each * count.number, unit)
    return Result(f"共{_about(sign)}{number}{unit}", f"{plain(each)} × {plain(count.number)} {sign} {number}", unit)


def _converted(operands: Operands, count: Count) -> Result:
    """A figure in another unit of its measure: 1.39 × 10000 ÷ 2000, 240 ÷ 24."""
    figure = operands.first.figure
    factors = conversion(figure.unit, count.unit)
    number, sign = shown(Fraction(figure.value) * count.number, count.unit)
    working = f"{plain(Fraction(figure.value))}{factors} {sign} {number}"
    return Result(f"折合{_about(sign)}{number}{count.unit}", working, count.unit)


def _rescaled(first: str, rest: str, number: Fraction, value: Fraction, unit: str) -> tuple[str, str, str]:
    """A result that is `value` of a unit, in the unit that a reader would use, and its working: the expression gives `number`."""
    better = readers_unit(value, unit)
    in_it = value * base(unit)[0] / base(better)[0]
    text, sign = shown(in_it, better)
    return f"{_about(sign)}{text}", f"{with_factor(first, rest, in_it / number)} {sign} {text}", better


def _per_cent(part: Fraction, whole: Fraction) -> tuple[str, str]:
    """A part of a whole in %, to one place, and whether that is exact."""
    number = f"{rounded(_decimal(100 * part / whole), '0.1'):f}"
    return number, "=" if Fraction(number) == 100 * part / whole else "≈"


def _about(sign: str) -> str:
    return "约" * (sign == "≈")


def _signed(fact: Figured) -> Fraction:
    return Fraction(fact.figure.value) * (-1 if fact.figure.direction in FALLS else 1)


def _decimal(value: Fraction) -> Decimal:
    return Decimal(value.numerator) / Decimal(value.denominator)


_FORMULAS: dict[Operation, Callable[[Operands], Result]] = {
    Operation.SUM: _sum,
    Operation.DIFFERENCE: _difference,
    Operation.CHANGE: _difference,
    Operation.RATIO: _ratio,
    Operation.SHARE: _share,
    Operation.MEAN: _mean,
    Operation.EXTREME: _extreme,
    Operation.BASE: _base,
    Operation.PART: _part,
    Operation.WHOLE: _whole,
    Operation.REST: _rest,
    Operation.GROWTH: _growth,
}
_FOR_SO_MANY: dict[Operation, Callable[[Operands, Count], Result]] = {
    Operation.MEAN: _by_time,
    Operation.YEAR: _by_time,
    Operation.OWN: _own,
    Operation.CONVERTED: _converted,
}
