"""Quoted figures and an operation -> what comes of them, exactly, with the working.

Each formula takes the figures in their roles: the larger and the smaller, a whole and its share, what is divided and what by.
"""

from collections.abc import Callable
from fractions import Fraction
from itertools import pairwise

from qa.answering.computing import of_one
from qa.answering.computing.called import names_by_size, period_name, thing, told
from qa.answering.computing.operands import Count, Operands, Side
from qa.answering.computing.working import Result, about, per_cent, rescaled, values_in_first_unit
from qa.answering.computing.written import plain, readers_unit, shown
from qa.answering.figures.measures import MEDALS
from qa.answering.figures.units import bare, base, counts_things
from qa.retrieval.operations import Operation


def result(operation: Operation, operands: Operands) -> Result:
    """What an operation makes of its operands."""
    if operands.count and len(operands.facts) == 2:
        return _beside_mean(operation, operands, operands.count)
    if operands.count:
        return _FOR_SO_MANY[operation](operands, operands.count)
    return _FORMULAS[operation](operands)


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
    return Result(f"{large}是{small}的{about(sign)}{number}倍", working, "倍")


def _share(operands: Operands) -> Result:
    first, second = values_in_first_unit(operands)
    large, small = names_by_size(operands, first >= second)
    part, whole = min(first, second), max(first, second)
    number, sign = per_cent(part, whole)
    working = f"{plain(part)} ÷ {plain(whole)} × 100 {sign} {number}"
    return Result(f"{small}占{large}的{about(sign)}{number}%", working, "%")


def _mean(operands: Operands) -> Result:
    """An amount by the thing that it is for, in the unit that a reader would use: 16.1亿元 of 341.3万个 is some 472元."""
    above, below = operands.first.figure, operands.second.figure
    per = bare(below.unit)
    amount = Fraction(above.value) / Fraction(below.value)
    each = amount / (base(below.unit)[0] / base(per)[0])
    number, working, unit = rescaled(
        plain(Fraction(above.value)), f" ÷ {plain(Fraction(below.value))}", amount, each, above.unit
    )
    return Result(f"平均每{per or '个'}{number}{unit}", working, unit)


def _beside_mean(operation: Operation, operands: Operands, count: Count) -> Result:
    """What was done in several years by the year, beside a figure of one year: 1200 − 3802 ÷ 5 = 439.6."""
    unit = operands.first.figure.unit
    own, total = values_in_first_unit(operands)
    if operation is Operation.RATIO:
        number, sign = shown(own * count.number / total)
        names = f"{thing(operands.first)}{period_name(operands.first)}是{period_name(operands.second)}平均每年的"
        working = f"{plain(own)} ÷ ({plain(total)} ÷ {plain(count.number)}) {sign} {number}"
        return Result(f"{names}{about(sign)}{number}倍", working, "倍")
    apart = own - total / count.number
    number, sign = shown(abs(apart), unit)
    expression = f"{plain(total)} ÷ {plain(count.number)}"
    working = f"{plain(own)} − {expression}" if apart > 0 else f"{expression} − {plain(own)}"
    names = f"{thing(operands.first)}{period_name(operands.first)}比{period_name(operands.second)}平均每年{'多' if apart > 0 else '少'}"
    return Result(f"{names}{about(sign)}{number}{unit}", f"{working} {sign} {number}", unit)


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


_FORMULAS: dict[Operation, Callable[[Operands], Result]] = {
    Operation.SUM: _sum,
    Operation.DIFFERENCE: _difference,
    Operation.CHANGE: _difference,
    Operation.RATIO: _ratio,
    Operation.SHARE: _share,
    Operation.MEAN: _mean,
    Operation.EXTREME: _extreme,
    Operation.BASE: of_one.former,
    Operation.PART: of_one.part,
    Operation.WHOLE: of_one.whole,
    Operation.REST: of_one.rest,
    Operation.GROWTH: of_one.growth,
}
_FOR_SO_MANY: dict[Operation, Callable[[Operands, Count], Result]] = {
    Operation.MEAN: of_one.by_time,
    Operation.YEAR: of_one.by_time,
    Operation.OWN: of_one.own,
    Operation.CONVERTED: of_one.converted,
}
