"""A question about several figures -> what comes of them, computed by code, with the figures as the report states them."""

from collections.abc import Sequence

from qa.answering.evidence import cite
from qa.answering.facts import Figured, rank_figures, told_from
from qa.answering.figures import CHANGES, DISTANCES
from qa.answering.figures.units import base
from qa.answering.one_sentence import base_of, base_unasked, changes_of, mean_of
from qa.answering.operands import Operands
from qa.answering.reckoning import reckon, reckonable
from qa.answering.side_by_side import all_named, beside_mean, of_periods, of_two_subjects, says_how_many
from qa.domain import Hit, Statement
from qa.retrieval.kinds import Kind, Want
from qa.retrieval.operations import Operation, against_its_past
from qa.retrieval.question import Asked
from qa.retrieval.terms import Term

# Hits among which the figures are looked for.
_HITS = 16


def compare(asked: Asked, terms: Sequence[Term], hits: Sequence[Hit]) -> list[Statement]:
    """The results, then the figures as the report states them; empty where the hits do not hold those that compare."""
    operation = asked.operation or Operation.BASE
    if asked.operation is None and not (asked.kind is Kind.FACT and Want.FIGURE in asked.wants and asked.base_years):
        return []
    ranked = rank_figures(asked, terms, hits[:_HITS])
    facts = [fact for fact in ranked if fact.figure.high is None]  # a range has no one value
    if not facts or states_result(asked, facts[0]):
        return []
    if asked.operation is Operation.BASE and (stated := changes_of(facts)):  # 由209元提高到217元 says what was before
        return list(dict.fromkeys(stated_in(one.first) for one in stated))
    found = _operands(asked, terms, facts)
    if operation is Operation.EXTREME and found and len(found[0].facts) == 2:
        operation = Operation.DIFFERENCE
    return worked_out(operation, *found) if found and all(reckonable(operation, one) for one in found) else []


def worked_out(operation: Operation, *found: Operands) -> list[Statement]:
    """The results with their workings, then the figures as the report states them."""
    quoted = {one: list(dict.fromkeys(stated_in(fact) for fact in one.facts)) for one in found}
    return [
        *(reckon(operation, one, quotes) for one, quotes in quoted.items()),
        *dict.fromkeys(quote for quotes in quoted.values() for quote in quotes),
    ]


def states_result(asked: Asked, best: Figured) -> bool:
    """Whether the report itself states what was to be computed: 占比达37.4%, 是2017年的6倍, 高于全国1.4个百分点."""
    if asked.operation is Operation.DIFFERENCE:
        return best.figure.direction in DISTANCES
    if asked.operation is Operation.SHARE:
        return base(best.figure.unit)[1] == "%" and best.figure.direction not in CHANGES
    return asked.operation is Operation.RATIO and best.figure.unit == "倍"


def _operands(asked: Asked, terms: Sequence[Term], facts: Sequence[Figured]) -> list[Operands]:
    """What to reckon with; empty where it is not there."""
    one: Operands | None
    match asked.operation:
        case None:
            one = base_unasked(asked, facts)
        case Operation.BASE:
            one = base_of(asked, terms, facts)
        case Operation.MEAN:
            one = mean_of(asked, terms, facts)
            beside = beside_mean(asked.periods, one, facts) if one and one.years else None
            return [each for each in (one, beside) if each]
        case Operation.CHANGE:
            return changes_of(facts)
        case Operation.SUM if says_how_many(asked.text):
            one = all_named(asked, terms, facts)
        case _ if asked.periods:
            one = of_periods(asked.periods, facts)
        case Operation.SUM | Operation.EXTREME:
            one = all_named(asked, terms, facts)
        case _ if against_its_past(asked.text):
            return changes_of(facts)
        case _:
            one = of_two_subjects(asked, terms, facts)
    return [one] if one else []


def stated_in(fact: Figured) -> Statement:
    """What a report says of a figure, in its words."""
    quote = cite(fact.sentence, told_from(fact), fact.end)
    return Statement(quote.quote, (quote,))
