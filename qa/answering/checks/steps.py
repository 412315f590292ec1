"""A working such as "16.1 × 10000 ÷ 341.3 ≈ 472（元）" -> its steps, each number of which is a quoted figure's."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from qa.answering.checks.operands import Operand, operand
from qa.answering.checks.quantities import FACTORS, Quantity, evaluated, quantity
from qa.answering.figures import Figure
from qa.answering.figures.units import base

_NUMBER = r"\d[\d,]*(?:\.\d+)?"
_UNIT = r"[ \t]?(?:(?!以|左右|上下|之|及以)(?:[十百千万亿]*(?:个?百分点|[一-鿿/]{1,6}|%|‰)|[十百千万亿]+))?"
_TOKEN = re.compile(rf"(?P<number>{_NUMBER})(?P<unit>{_UNIT})|(?P<op>[+＋\-−–×*÷()（）])|\s+")
_N, _OP = rf"{_NUMBER}{_UNIT}", r"\s*[+＋\-−–×*÷]\s*"
_TERM = rf"(?:[(（]{_N}(?:{_OP}{_N})+[)）]|{_N})"
_STEP = re.compile(rf"(?P<left>{_TERM}(?:{_OP}{_TERM})+)\s*(?P<sign>[=≈])\s*(?P<right>{_NUMBER})(?P<unit>{_UNIT})")
_SIGNS = str.maketrans("＋−–*（）", "+--×()")
_ROUND = Fraction(1, 2)
# At the end of a product or a quotient this makes a share of it, whatever else is as many.
_PER_CENT = 100


@dataclass(frozen=True, slots=True)
class Step:
    """One line of a working: the quoted figures and the signs of it, what comes of it, and whether that is right as rounded."""

    operands: tuple[Operand, ...]
    signs: str
    result: Fraction
    exact: bool
    right: bool
    quantity: Quantity


def steps(text: str, quoted: Sequence[Figure], others: Mapping[Fraction, Quantity]) -> Iterator[Step]:
    """The lines of a working; `others` are numbers that no quote gives, and a later line may go on with an earlier result.

    Raises ValueError and ZeroDivisionError for what has no value.
    """
    known = dict(others)
    for match in _STEP.finditer(text):
        step = _step(match, quoted, known)
        known[step.result] = step.quantity
        yield step


def without_steps(text: str, mark: str) -> str:
    """A text with a mark in place of each line of a working."""
    return _STEP.sub(mark, text)


def _likely(quoted: Sequence[Figure], before: Sequence[Operand]) -> list[Figure]:
    """The quoted figures, those in the unit of the last number first: behind 12 of 12金, 8 is rather 8金 than 8银."""
    unit = base(before[-1].figure.unit)[1] if before else ""
    return sorted(quoted, key=lambda figure: base(figure.unit)[1] != unit)


def _step(match: re.Match[str], quoted: Sequence[Figure], others: Mapping[Fraction, Quantity]) -> Step:
    tokens = list(_TOKEN.finditer(match["left"]))
    operands: list[Operand] = []
    signs, expression = "", list[Quantity | str]()
    known = True
    for token in tokens:
        if token["number"]:
            value = Fraction(token["number"].replace(",", ""))
            found = operand(value, token["unit"].strip(), _likely(quoted, operands))
            per_cent = token is tokens[-1] and value == _PER_CENT and len(signs) > 1 and signs[-1] in "×÷"
            if found and not per_cent and not (value in others and base(found.unit) == base("年")):
                operands.append(found)
                expression.append(quantity(value, found.unit))
            else:
                known = known and (value in others or value in FACTORS)
                expression.append(others.get(value) or Quantity(value, Fraction(1), factor=True))
        elif token["op"]:
            sign = token["op"].translate(_SIGNS)
            signs += sign if sign in "+-×÷" else ""
            expression.append(sign)
    outcome = evaluated(expression)
    result = Fraction(match["right"].replace(",", ""))
    places = len(match["right"].partition(".")[2])
    exact = match["sign"] == "="
    right = outcome.number == result if exact else abs(outcome.number - result) <= _ROUND / 10**places
    return Step(tuple(operands), signs, result, exact, known and right, outcome)
