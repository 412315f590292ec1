"""A question that takes a figure for granted which the report contradicts -> the correction, before anything else."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from qa.answering.evidence import cite
from qa.answering.facts import Figured, rank_figures
from qa.answering.figures import CHANGES, Figure, find_figures
from qa.answering.figures.units import base
from qa.answering.labels import when
from qa.domain import Hit, Report, Statement
from qa.retrieval.question import Asked, agreement
from qa.retrieval.terms import Term

# Hits among which the figures are looked for.
_HITS = 16
# The report's own figure must be this likely (log-odds), and speak of this share of what is asked.
_LIKELY, _SPEAKS = -1.5, 0.3


def corrected(asked: Asked, terms: Sequence[Term], hits: Sequence[Hit], reports: Sequence[Report]) -> list[Statement]:
    """The report's own figure, and what the assumed one really is; empty where the question assumes nothing wrong.

    "去年GDP增长5%以上，靠什么" gets "地区生产总值增长2.1%", then "2023年的目标：地区生产总值增长5%以上".
    """
    if asked.operation is not None or (asked.first is None and asked.forward is None):
        return []
    facts = rank_figures(asked, terms, hits[:_HITS])
    for assumed in find_figures(asked.text):
        if assumed.kind == "quantity" and assumed.unit and not _stands(asked, assumed, reports):
            return list(_correction(asked, assumed, facts))
    return []


def _stands(asked: Asked, assumed: Figure, reports: Sequence[Report]) -> bool:
    """Whether a sentence of the asked period holds the figure, and as no change the other way: then nothing is wrong with it."""
    return any(
        _amount(figure) == _amount(assumed) and {figure.direction, assumed.direction} != CHANGES
        for report in reports
        for sentence in report.sentences
        if agreement(asked, sentence) >= 0 and any(char.isdigit() for char in sentence.text)
        for figure in find_figures(sentence.text)
    )


def _correction(asked: Asked, assumed: Figure, facts: Sequence[Figured]) -> Iterator[Statement]:
    kind = base(assumed.unit)[1]
    own = next(
        (f for f in facts if agreement(asked, f.sentence) > 0 and _is_of(f) and base(f.figure.unit)[1] == kind), None
    )
    moved = next((f for f in facts if agreement(asked, f.sentence) < 0 and _amount(f.figure) == _amount(assumed)), None)
    if own is not None:
        yield _stated(own)
    if moved is not None and (own is None or moved.named > 0):
        stated = _stated(moved)
        yield Statement(f"{when(moved.sentence)}：{stated.text}", stated.quotes)


def _is_of(fact: Figured) -> bool:
    return fact.fit > _LIKELY and (fact.covered >= _SPEAKS or fact.named >= _SPEAKS)


def _stated(fact: Figured) -> Statement:
    quote = cite(fact.sentence, fact.start, fact.end)
    return Statement(quote.quote.rstrip("；，"), (quote,))


def _amount(figure: Figure) -> tuple[Fraction, str]:
    size, unit = base(figure.unit)
    return Fraction(figure.value) * size, unit
