"""Quoted figures in their roles -> their values in one unit, and a result with its working, as it is written."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from qa.answering.computing.operands import Operands
from qa.answering.computing.written import readers_unit, rounded, shown, with_factor
from qa.answering.facts import Figured
from qa.answering.figures import FALLS
from qa.answering.figures.units import base


@dataclass(frozen=True, slots=True)
class Result:
    """What comes of a working, in words, and the unit of its numbers, "" where they bear their own."""

    text: str
    working: str
    unit: str = ""


def values_in_first_unit(operands: Operands) -> list[Fraction]:
    """The figures in the unit of the first, falls below nothing."""
    size = base(operands.first.figure.unit)[0]
    return [signed(fact) * base(fact.figure.unit)[0] / size for fact in operands.facts]


def rescaled(first: str, rest: str, number: Fraction, value: Fraction, unit: str) -> tuple[str, str, str]:
    """A result that is `value` of a unit, in the unit that a reader would use, and its working: the expression gives `number`."""
    better = readers_unit(value, unit)
    in_it = value * base(unit)[0] / base(better)[0]
    text, sign = shown(in_it, better)
    return f"{about(sign)}{text}", f"{with_factor(first, rest, in_it / number)} {sign} {text}", better


def per_cent(part: Fraction, whole: Fraction) -> tuple[str, str]:
    """A part of a whole in %, to one place, and whether that is exact."""
    number = f"{rounded(decimal(100 * part / whole), '0.1'):f}"
    return number, "=" if Fraction(number) == 100 * part / whole else "≈"


def about(sign: str) -> str:
    """What says that a number is rounded."""
    return "约" * (sign == "≈")


def signed(fact: Figured) -> Fraction:
    """The number of a figure, of a fall below nothing."""
    return Fraction(fact.figure.value) * (-1 if fact.figure.direction in FALLS else 1)


def decimal(value: Fraction) -> Decimal:
    """A value to be rounded."""
    return Decimal(value.numerator) / Decimal(value.denominator)
