"""A quoted figure, or a level and its change or its share -> what follows from it, exactly, with the working."""

from fractions import Fraction

from qa.answering.computing.called import HEDGED
from qa.answering.computing.operands import Count, Operands
from qa.answering.computing.working import Result, about, decimal, per_cent, rescaled, values_in_first_unit
from qa.answering.computing.written import conversion, plain, rounded, shown
from qa.answering.figures import DISTANCES, FALLS, FLIPPED, Direction
from qa.answering.figures.units import base, counts_things


def by_time(operands: Operands, count: Count) -> Result:
    """What is told of a time by the shorter ones in it, 1256 ÷ 12, or for the longer one that it is of, 20 × 12."""
    told, unit = Fraction(operands.first.figure.value), operands.first.figure.unit
    if count.number < 1:
        number, sign = shown(told / count.number, unit)
        working = f"{plain(told)} × {plain(1 / count.number)} {sign} {number}"
        return Result(f"全{count.unit}合{about(sign)}{number}{unit}", working, unit)
    mean = told / count.number
    number, working, unit = rescaled(plain(told), f" ÷ {plain(count.number)}", mean, mean, unit)
    return Result(f"平均每{count.unit}{number}{unit}", working, unit)


def former(operands: Operands) -> Result:
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
    return Result(f"{whose}为{about(sign)}{number}{level.unit}", f"{expression} {sign} {number}", level.unit)


def part(operands: Operands) -> Result:
    """So much of a whole as its share says: 150 × 88.7 ÷ 100; things are counted whole."""
    whole, share = operands.first.figure, operands.second.figure
    value = Fraction(whole.value) * Fraction(share.value) / 100
    if counts_things(base(whole.unit)[1]) and base(whole.unit)[0] == 1:
        number = f"{rounded(decimal(value), '1'):f}"
        sign = "=" if Fraction(number) == value else "≈"
        working = f"{plain(Fraction(whole.value))} × {plain(Fraction(share.value))} ÷ 100 {sign} {number}"
        return Result(f"按占比折算为{about(sign)}{number}{whole.unit}", working, whole.unit)
    rest = f" × {plain(Fraction(share.value))} ÷ 100"
    number, working, unit = rescaled(plain(Fraction(whole.value)), rest, value, value, whole.unit)
    return Result(f"按占比折算为{number}{unit}", working, unit)


def whole(operands: Operands) -> Result:
    """The whole of which a part is a share: 1 ÷ 80 × 100."""
    part, share = operands.first.figure, operands.second.figure
    number, sign = shown(Fraction(part.value) / Fraction(share.value) * 100, part.unit)
    working = f"{plain(Fraction(part.value))} ÷ {plain(Fraction(share.value))} × 100 {sign} {number}"
    return Result(f"按占比反推，总量为{about(sign)}{number}{part.unit}", working, part.unit)


def rest(operands: Operands) -> Result:
    """What a share leaves of all, or a part of its whole."""
    unit = operands.first.figure.unit
    whole, part = (Fraction(100), Fraction(operands.first.figure.value))
    if len(operands.facts) == 2:
        whole, part = values_in_first_unit(operands)
    left = plain(whole - part)
    hedge = FLIPPED.get(operands.second.figure.hedge) if len(operands.facts) == 1 else None
    told = HEDGED[hedge].format(f"{left}{unit}") if hedge else f"为{left}{unit}"
    return Result(f"其余{told}", f"{plain(whole)} − {plain(part)} = {left}", unit)


def growth(operands: Operands) -> Result:
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
    number, sign = per_cent(by, then)
    told = f"比原来{'减少' if fell else '增加'}{about(sign)}{number}%"
    return Result(told, f"{expression} × 100 {sign} {number}", "%")


def own(operands: Operands, count: Count) -> Result:
    """What is told of each, for as many as the asker has: 10.1 × 50."""
    each, unit = Fraction(operands.first.figure.value), operands.first.figure.unit
    number, sign = shown(each * count.number, unit)
    return Result(f"共{about(sign)}{number}{unit}", f"{plain(each)} × {plain(count.number)} {sign} {number}", unit)


def converted(operands: Operands, count: Count) -> Result:
    """A figure in another unit of its measure: 1.39 × 10000 ÷ 2000, 240 ÷ 24."""
    figure = operands.first.figure
    factors = conversion(figure.unit, count.unit)
    number, sign = shown(Fraction(figure.value) * count.number, count.unit)
    working = f"{plain(Fraction(figure.value))}{factors} {sign} {number}"
    return Result(f"折合{about(sign)}{number}{count.unit}", working, count.unit)
