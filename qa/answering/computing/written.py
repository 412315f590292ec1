"""An exact value -> the number as people write it, in the unit that a reader would use."""

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from qa.answering.figures.units import base

_SCALES = {"万亿": 10**12, "亿": 10**8, "万": 10**4, "": 1}
# Units that are told in the next smaller one where there is less than one of them.
_SMALLER = {"吨": "公斤", "公里": "米"}


def plain(value: Fraction) -> str:
    """A number as people write it: exact where it ends within two places, else rounded to some three digits."""
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    fine = rounded(exact, "0.01")
    coarse = "1" if abs(exact) >= 100 else "0.1" if abs(exact) >= 10 else "0.01"
    return f"{fine if Fraction(fine) == value else rounded(exact, coarse):f}"


def shown(value: Fraction) -> tuple[str, str]:
    """A value as written, and whether that is exact."""
    text = plain(value)
    return text, "=" if Fraction(text) == value else "≈"


def rounded(exact: Decimal, places: str) -> Decimal:
    """Rounded as people do, halves up, without zeros at the end."""
    return exact.quantize(Decimal(places), ROUND_HALF_UP).normalize()


def name_of(unit: str) -> str:
    """A unit without its scale: 亩 of 万亩."""
    return next(unit[len(scale) :] for scale in _SCALES if _is_scaled(unit, scale))


def readers_unit(value: Fraction, unit: str) -> str:
    """The unit in which a reader would tell so many of `unit`: less than one in the next smaller that makes it one.

    >>> readers_unit(Fraction(383, 512), "亿元"), readers_unit(Fraction(12, 5), "亿元")
    ('万元', '亿元')
    """
    amount, name = abs(value) * base(unit)[0], name_of(unit)
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


def _is_scaled(unit: str, scale: str) -> bool:
    """Whether a unit is another with a scale before it: 万 of 万亩, but not 千 of 千瓦."""
    name = unit[len(scale) :]
    size, bare = base(name)
    return unit.startswith(scale) and bool(name or not scale) and base(unit) == (size * _SCALES[scale], bare)
