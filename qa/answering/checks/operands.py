"""A number of a working and the quoted figures -> the figure that it is."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from qa.answering.figures import Figure
from qa.answering.figures.units import base


@dataclass(frozen=True, slots=True)
class Operand:
    """A quoted figure as a working has it: `unit` is what its number counts there."""

    figure: Figure
    unit: str


def operand(value: Fraction, unit: str, quoted: Sequence[Figure]) -> Operand | None:
    """The quoted figure whose number a working uses, as written or in the unit of another quoted figure; None for none."""
    for figure in quoted:
        if Fraction(figure.value) == value and unit in ("", figure.unit):
            return Operand(figure, figure.unit)
    for figure in quoted:
        size, name = base(figure.unit)
        amount = Fraction(figure.value) * size
        if unit and (base(unit)[1], base(unit)[0] * value) == (name, amount):
            return Operand(figure, unit)
        for other in quoted:
            if not unit and base(other.unit)[1] == name and value * base(other.unit)[0] == amount:
                return Operand(figure, other.unit)
        # A mean divides by the count of things itself: 2万户 as 20000.
        if not unit and value == amount and size != 1:
            return Operand(figure, name)
    return None


def stated(figure: Figure, quoted: Figure) -> bool:
    """Whether a figure is a quoted one, in whatever unit: the amount and the hedge."""
    return (*amount(figure), figure.hedge) == (*amount(quoted), quoted.hedge)


def amount(figure: Figure) -> tuple[Fraction, str]:
    """How much a figure is in its base unit, and that."""
    size, unit = base(figure.unit)
    return Fraction(figure.value) * size, unit
