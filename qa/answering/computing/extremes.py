"""A question for the most or the least of several and figures -> those that are meant: what it names, or all aims of one list."""

import re
from collections.abc import Sequence
from dataclasses import replace

from qa.answering.computing.enumerated import comparable
from qa.answering.computing.named import one_of_each, things
from qa.answering.computing.operands import NO_LEVEL, TRIED, Operands, Side, size
from qa.answering.facts import Figured
from qa.answering.figures import FALLS, Direction
from qa.answering.figures.units import base
from qa.answering.overviews.overview import one_breath
from qa.domain import Hit, Near, Report
from qa.retrieval.question import Asked
from qa.retrieval.terms import Term

# A list of aims names several.
_SEVERAL = 3
# 那几项主要预期目标: all the aims of the report's list, and no one thing. A list says that it is one: 主要预期目标是.
_ALL_AIMS = re.compile(r"(?:[几各]项|那[堆些]|这些|主要|所有|全部).{0,8}(?:目标|指标)")
_LISTS_AIMS = re.compile(r"目标(?:是|为)?[:：]|目标是")


def asks_of_all_aims(text: str) -> bool:
    """Whether a question is about the report's aims as a whole.

    >>> asks_of_all_aims("几项主要预期目标里哪个增速定得最高"), asks_of_all_aims("GDP目标和财政收入目标哪个高")
    (True, False)
    """
    return _ALL_AIMS.search(text) is not None


def with_list_of_aims(hits: Sequence[Hit], reports: Sequence[Report]) -> list[Hit]:
    """The hits with all of the list of aims that one of them begins: what is near that is as near to each."""
    for lead in hits:
        report = next((report for report in reports if report.id == lead.sentence.report), None)
        members = one_breath(lead.sentence, report) if report else []
        if len(members) >= _SEVERAL and _LISTS_AIMS.search(members[0].text):
            alike = [replace(lead, sentence=one, near=(Near(one.start, one.end, lead.similarity),)) for one in members]
            return [*alike, *(hit for hit in hits if hit.sentence not in members)]
    return list(hits)


def extremes(asked: Asked, terms: Sequence[Term], facts: Sequence[Figured]) -> Operands | None:
    """The figures of all the things that a question names, or else of all the rates of a list of aims."""
    named = [thing for thing in things(asked, terms) if thing.terms and not asks_of_all_aims(thing.text)]
    likely = [fact for fact in facts[:TRIED] if fact.figure.direction is not Direction.FROM]
    taken = one_of_each(named, terms, likely, comparable)
    if not taken and asks_of_all_aims(asked.text):
        lead = next((fact for fact in facts if _LISTS_AIMS.search(fact.sentence.text)), None)
        taken = tuple(fact for fact in facts if lead and _is_beside(lead, fact))
    return Operands(taken, Side.SUBJECT) if len(taken) > 1 else None


def ends_of(operands: Operands | None) -> Operands | None:
    """The most and the least of several."""
    ordered = sorted(operands.facts, key=size) if operands else []
    return Operands((ordered[-1], ordered[0]), Side.SUBJECT) if ordered else None


def _is_beside(lead: Figured, other: Figured) -> bool:
    """Whether a figure is a rate of growth in the list that another leads."""
    one, fact = lead.sentence, other.sentence
    rate = other.figure.direction in NO_LEVEL - FALLS and base(other.figure.unit)[1] == "%"
    return rate and (one.report, one.paragraph, one.status) == (fact.report, fact.paragraph, fact.status)
