"""A question that sets regions beside each other -> the same figure of each, of their own reports, and what comes of them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import product

from qa.answering.computing.called import thing
from qa.answering.computing.comparison import stated_in, worked_out
from qa.answering.computing.operands import Operands, Side, likeness
from qa.answering.computing.reckoning import reckonable
from qa.answering.facts import Figured, same_kind
from qa.answering.figures import CHANGES
from qa.answering.labels import when
from qa.domain import Report, Statement
from qa.retrieval.kinds import Kind, Want
from qa.retrieval.operations import Operation
from qa.retrieval.question import Asked, agreement

# So many figures of each region are tried; weight of their likeness beside their likelihoods; what another time costs.
_EACH = 6
_ALIKE, _TIMES_APART = 4.0, 4.0
# What two regions can be compared by.
_COMPARED = frozenset({Operation.DIFFERENCE, Operation.RATIO, Operation.SUM, Operation.EXTREME})


def put_to_each(asked: Asked, reports: Sequence[Report]) -> dict[str, Asked]:
    """For each region that a question for a figure names, the question as put to its reports alone; empty unless there are two.

    广东比山东的GDP目标高多少 is to either: GDP目标高多少.
    """
    own = {place: [r for r in reports if place in r.region] for place in asked.places}
    own = {place: theirs for place, theirs in own.items() if theirs}
    if len(own) < 2 or len(own) < len(asked.places) or not (asked.wants_figure or asked.operation):
        return {}
    named = re.compile(rf"(?:{'|'.join(map(re.escape, own))})[省市]?[和跟与同比、的]?")
    alone = replace(asked, text=named.sub("", asked.text), topic=named.sub(" ", asked.topic), places=(), kind=Kind.FACT)
    alone = replace(alone, operation=None, wants=asked.wants | {Want.FIGURE})
    return {theirs[0].region: replace(alone, reports=tuple(report.id for report in theirs)) for theirs in own.values()}


def beside_each_other(asked: Asked, found: Mapping[str, Sequence[Figured]]) -> list[Statement]:
    """The figure of each region, alike, each under its region's name, after what comes of them where that is asked."""
    chosen = max(_ways(asked, found), key=lambda way: _likelihood(way), default=())
    if not chosen:
        return []
    each = [
        replace(stated, text=f"{region}{when(fact.sentence)}：{stated.text}")
        for region, fact, stated in zip(found, chosen, map(stated_in, chosen), strict=True)
    ]
    names = tuple(f"{region}{when(fact.sentence)}{thing(fact)}" for region, fact in zip(found, chosen, strict=True))
    operands = Operands(chosen, Side.SUBJECT, names=names)
    operation = Operation.DIFFERENCE if asked.operation is Operation.EXTREME and len(chosen) == 2 else asked.operation
    ranges = any(fact.figure.high is not None for fact in chosen)  # which have no one value
    if operation not in _COMPARED or ranges or not reckonable(operation, operands):
        return each
    return [worked_out((operation, operands))[0], *each]


def _ways(asked: Asked, found: Mapping[str, Sequence[Figured]]) -> Iterator[tuple[Figured, ...]]:
    """The ways to take a figure of each region that is of the asked time and of the same kind as the others."""
    fitting = ([fact for fact in facts if agreement(asked, fact.sentence) >= 0][:_EACH] for facts in found.values())
    for way in product(*fitting):
        if all(_comparable(way[0], other) for other in way[1:]):
            yield way


def _comparable(a: Figured, b: Figured) -> bool:
    change = (a.figure.direction in CHANGES) == (b.figure.direction in CHANGES)
    return change and same_kind(a.figure, b.figure) and likeness(a, b) > 0


def _likelihood(way: Sequence[Figured]) -> float:
    first, *others = way
    alike = sum(likeness(first, other) for other in others) / len(others)
    times = {(fact.sentence.period, fact.sentence.status) for fact in way}
    return sum(fact.fit for fact in way) / len(way) + _ALIKE * alike - _TIMES_APART * (len(times) > 1)
