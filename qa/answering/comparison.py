"""A question about several figures -> what comes of them, computed by code, with the figures as the report states them."""

import re
from collections.abc import Sequence

from qa.answering.evidence import cite
from qa.answering.facts import Figured, rank_figures, told_from
from qa.answering.figures import CHANGES
from qa.answering.figures.units import base
from qa.answering.one_sentence import base_of, change_of, mean_of
from qa.answering.operands import Operands
from qa.answering.reckoning import reckon, reckonable
from qa.answering.side_by_side import all_named, of_periods, of_two_subjects
from qa.domain import Hit, Statement
from qa.retrieval.operations import Operation
from qa.retrieval.question import Asked
from qa.retrieval.terms import Term

# One thing beside another, not beside its own past.
_BESIDE = re.compile(r"比(?!上年|上一年|去年|前年|原来|以前|过去|如|例|重|\d{2,4}年)|跟.+比|和.+比")
# Hits among which the figures are looked for.
_HITS = 16


def compare(asked: Asked, terms: Sequence[Term], hits: Sequence[Hit]) -> list[Statement]:
    """The result, then the figures as the report states them; empty where the hits do not hold those that compare."""
    facts = [
        fact for fact in rank_figures(asked, terms, hits[:_HITS]) if fact.figure.high is None
    ]  # a range has no one value
    operands = _operands(asked, terms, facts)
    if operands is None or asked.operation is None or not reckonable(asked.operation, operands):
        return []
    return worked_out(asked.operation, operands)


def worked_out(operation: Operation, operands: Operands) -> list[Statement]:
    """The result with its working, then the figures as the report states them."""
    quoted = list(dict.fromkeys(_statement(fact) for fact in operands.facts))
    return [reckon(operation, operands, quoted), *quoted]


def states_result(asked: Asked, best: Figured) -> bool:
    """Whether the report itself states what was to be computed: 占比达37.4%, 是2017年的6倍."""
    if asked.operation is Operation.SHARE:
        return base(best.figure.unit)[1] == "%" and best.figure.direction not in CHANGES
    return asked.operation is Operation.RATIO and best.figure.unit == "倍"


def _operands(asked: Asked, terms: Sequence[Term], facts: Sequence[Figured]) -> Operands | None:
    """The figures to reckon with; None where they are not there, or where the report itself states what is asked."""
    if not facts or states_result(asked, facts[0]):
        return None
    if asked.operation is Operation.BASE:
        return base_of(asked, facts)
    if asked.operation is Operation.MEAN:
        return mean_of(asked, terms, facts)
    if asked.periods and (pair := of_periods(asked.periods, facts)):
        return pair
    if (change := change_of(facts)) and not (_BESIDE.search(asked.text) or asked.operation is Operation.SHARE):
        return change
    if asked.operation is Operation.CHANGE:
        return None
    if asked.operation is Operation.SUM:
        return all_named(asked, terms, facts)
    return of_two_subjects(asked, terms, facts)


def _statement(fact: Figured) -> Statement:
    quote = cite(fact.sentence, told_from(fact), fact.end)
    return Statement(quote.quote, (quote,))
