"""An exact value -> the number as people write it, in the unit that a reader would use."""

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from qa.answering.figures.units import bare, base

_SCALES = {"万亿": 10**12, "亿": 10**8, "万": 10**4, "": 1}
# Units that are told in the next smaller one where there is less than one of them.
_SMALLER = {"吨": "公斤", "公里": "米"}


def plain(value: Fraction, unit: str = "") -> str:
    """A number as people write it: exact where it ends within two places, else rounded to some three digits, four of 万 and 亿."""
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    fine = rounded(exact, "0.01")
    whole = 1000 if base(unit)[0] >= _SCALES["万"] else 100
    coarse = "1" if abs(exact) >= whole else "0.1" if abs(exact) >= 10 else "0.01"
    return f"{fine if Fraction(fine) == value else rounded(exact, coarse):f}"


def shown(value: Fraction, unit: str = "") -> tuple[str, str]:
    """A value as written in a unit, and whether that is exact."""
    text = plain(value, unit)
    return text, "=" if Fraction(text) == value else "≈"


def rounded(exact: Decimal, places: str) -> Decimal:
    """Rounded as people do, halves up, without zeros at the end."""
    return exact.quantize(Decimal(places), ROUND_HALF_UP).normalize()


def readers_unit(value: Fraction, unit: str) -> str:
    """The unit in which a reader would tell so many of `unit`: less than one in the next smaller that makes it one.

    >>> readers_unit(Fraction(383, 512), "亿元"), readers_unit(Fraction(12, 5), "亿元")
    ('万元', '亿元')
    """
    amount, name = abs(value) * base(unit)[0], bare(unit)
    if not 0 < abs(value) < 1:
        return unit
    named = [name, _SMALLER[name]] if name in _SMALLER else [name]
    units = [scale + one for one in named for scale in _SCALES]
    return next((one for one in units if base(one)[0] <= min(amount, base(unit)[0])), unit)


def with_factor(first: str, rest: str, factor: Fraction) -> str:
    """An expression with what brings it to another unit, behind its first number: 383 × 10000 ÷ 512."""
    if factor == 1:
        return first + rest
    return f"{first} × {plain(factor)}{rest}" if factor > 1 else f"{first} ÷ {plain(1 / factor)}{rest}"


def conversion(unit: str, other: str) -> str:
    """What brings a number of a unit to another of its measure, the scale first: " × 10000 ÷ 2000" from 万亿斤 to 亿吨."""
    (size, _), (name, _) = base(unit), base(bare(unit))
    (other_size, _), (other_name, _) = base(other), base(bare(other))
    scale, measure = (size / name) / (other_size / other_name), name / other_name
    factors = (factor for factor in (scale, measure) if factor != 1)
    return "".join(f" × {plain(one)}" if one > 1 else f" ÷ {plain(1 / one)}" for one in factors)
