"""Quoted figures -> what code computes from them, with the working shown and the hedges told."""

from collections.abc import Sequence
from fractions import Fraction

from qa.answering.checks.asker import mark
from qa.answering.computing.called import HEDGED, told
from qa.answering.computing.formulas import result
from qa.answering.computing.operands import Operands
from qa.answering.computing.working import values_in_first_unit
from qa.answering.computing.written import plain
from qa.answering.facts import Figured
from qa.answering.figures import CHANGES, DISTANCES, FALLS
from qa.answering.figures.units import base
from qa.domain import Statement
from qa.retrieval.operations import Operation

# A fall counts below nothing, so that 下降3.6% is less than 增长3%.
_RELATIVE = CHANGES | DISTANCES
_DIVIDES = (Operation.RATIO, Operation.SHARE, Operation.MEAN, Operation.BASE, Operation.WHOLE)


def reckonable(operation: Operation, operands: Operands) -> bool:
    """Whether an operation makes sense: falls are only set against other changes, and nothing is divided by nothing."""
    directions = [fact.figure.direction for fact in operands.facts]
    if operation in (Operation.BASE, Operation.GROWTH, Operation.OWN, Operation.CONVERTED) or operands.count:
        return all(fact.figure.value for fact in operands.facts)
    if operation is Operation.SUM and any(map(_is_rate, operands.facts)):
        return False
    if operation is Operation.EXTREME and (any(d in FALLS for d in directions) or not _has_ends(operands)):
        return False
    if any(direction in FALLS for direction in directions):
        return operation is Operation.DIFFERENCE and all(direction in _RELATIVE for direction in directions)
    return operation not in _DIVIDES or all(fact.figure.value for fact in operands.facts)


def _has_ends(operands: Operands) -> bool:
    """Whether one figure is above all others, or one below."""
    values = sorted(values_in_first_unit(operands))
    return values[0] < values[1] or values[-2] < values[-1]


def _is_rate(fact: Figured) -> bool:
    """Whether a figure is a rate of growth, which does not add up with others."""
    return fact.figure.direction in _RELATIVE and base(fact.figure.unit)[1] == "%"


def reckon(operation: Operation, operands: Operands, quoted: Sequence[Statement]) -> Statement:
    """State the result; a hedged figure is reckoned with as it stands, and that is said."""
    found = result(operation, operands)
    hedges = [
        f"{told(fact)}按{plain(Fraction(fact.figure.value))}{fact.figure.unit}计"
        for fact in operands.facts
        if fact.figure.hedge in HEDGED and operation is not Operation.EXTREME
    ]
    note = f"（{'，'.join(hedges)}）" if hedges else ""
    if operands.count and operation is Operation.OWN:
        note += mark(plain(operands.count.number), operands.count.unit)
    quotes = tuple(quote for statement in quoted for quote in statement.quotes)
    computation = f"{found.working}（{found.unit}）" if found.unit else found.working
    return Statement(f"{found.text}（{found.working}）{note}", quotes, computation)
