"""An expression of a working -> its value, as written and as the amount that it stands for, with its unit."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import permutations

from qa.answering.figures import Figure
from qa.answering.figures.measures import MEASURES, MEDALS
from qa.answering.figures.units import base, counts_things

# Numbers that change the scale or the unit, not the thing: per cent, 万, 亿, kilograms of a ton, hours of a day.
FACTORS = frozenset({100, 1000, 10**4, 10**8}) | {
    Fraction(size) / Fraction(other) for units in MEASURES.values() for size, other in permutations(units.values(), 2)
}
_ALL = 100
_PLAIN = frozenset({"%", "百分点", "倍"})
_OF_MEDALS = "枚"
_HUNDREDTHS = frozenset({"%", "百分点"})


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as written, and the amount in base units that it stands for; a share or a multiple has no unit.

    What is divided keeps the units apart: 900亿元 by 100万户 is 元 `above`, 户 `below`.
    """

    number: Fraction
    amount: Fraction
    above: tuple[str, ...] = ()
    below: tuple[str, ...] = ()
    factor: bool = False

    def plus(self, other: "Quantity", sign: int = 1) -> "Quantity":
        """The sum, or by sign -1 the difference, in the unit of the first. Raises ValueError for what does not add up: 元 and 户, 万 and anything."""
        counts = len(self.above) == len(other.above) and all(map(counts_things, self.above + other.above))
        apart = self.below != other.below or (self.above != other.above and not counts)  # 253项 less 100个
        if apart or any(one.factor and one.number != _ALL for one in (self, other)):
            raise ValueError("not of one unit")
        number, amount = self.number + sign * other.number, self.amount + sign * other.amount
        above = self.above if any(self.above) else other.above  # 1409万 less 1305万人次
        if set(self.above + other.above) <= MEDALS and self.above != other.above:
            above = (_OF_MEDALS,)
        return replace(self, number=number, amount=amount, above=above, factor=False)

    def times(self, other: "Quantity") -> "Quantity":
        """The product."""
        units = (self.above + other.above, self.below + other.below)
        return Quantity(self.number * other.number, self.amount * other.amount, *units, self.factor and other.factor)

    def over(self, other: "Quantity") -> "Quantity":
        """The quotient."""
        units = (self.above + other.below, self.below + other.above)
        return Quantity(self.number / other.number, self.amount / other.amount, *units, self.factor and other.factor)

    def is_told_as(self, figure: Figure) -> bool:
        """Whether a figure is this amount, as rounded there, in a unit that it can have."""
        size, unit = base(figure.unit)
        size /= 100 if unit in _HUNDREDTHS else 1
        places = len(str(figure.value).partition(".")[2])
        near = abs(self.amount - Fraction(figure.value) * size) <= size / 2 / 10**places
        return near and (self._is_plain() if unit in _PLAIN else self._has(unit))

    def _is_plain(self) -> bool:
        """Whether nothing is left of the units: households by enterprises, or one ratio less another."""
        counts = all(map(counts_things, self.above + self.below)) and len(self.above) == len(self.below)
        return sorted(self.above) == sorted(self.below) or counts

    def _has(self, unit: str) -> bool:
        return self.above in ((unit,), (f"{unit}:1",)) and len(self.below) <= 1


def quantity(number: Fraction, unit: str) -> Quantity:
    """What a number of a unit stands for: 2.6万家 are 26000 家, 5% is a twentieth."""
    size, name = base(unit)
    size /= 100 if name in _HUNDREDTHS else 1
    return Quantity(number, number * size, () if name in _PLAIN else (name,))


def evaluated(tokens: Sequence[Quantity | str]) -> Quantity:
    """The value of an expression of quantities, + - × ÷ and brackets; raises ValueError where it is none."""
    rest = list(tokens)

    def atom() -> Quantity:
        token = rest.pop(0) if rest else ""
        if token == "(":
            value = total()
            if not rest or rest.pop(0) != ")":
                raise ValueError("bracket left open")
            return value
        if isinstance(token, str):
            raise ValueError("a sign without a number")
        return token

    def product() -> Quantity:
        value = atom()
        while rest and rest[0] in ("×", "÷"):
            value = value.times(atom()) if rest.pop(0) == "×" else value.over(atom())
        return value

    def total() -> Quantity:
        value = product()
        while rest and rest[0] in ("+", "-"):
            sign = 1 if rest.pop(0) == "+" else -1
            value = value.plus(product(), sign)
        return value

    value = total()
    if rest:
        raise ValueError("not an expression")
    return value
