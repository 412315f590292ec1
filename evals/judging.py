"""Development cases -> what the judgement sees of each: the figures that would be quoted, and whether one of them answers.

Each is one observation of a choice between the figures and none, which is a candidate of no evidence. A case that is answerable
is seen once more without the sentences that answer it: then none does. Questions that cannot be answered are rarer than
others and more telling than these, for they are worded as people word what is not there.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

import numpy as np

from evals.cases import Case
from evals.fit import Observation, read_case
from evals.metrics.matching import find_any, fold, plain
from qa.answering.abstaining.abstention import sufficient
from qa.answering.abstaining.judgement import WEIGHTS, computable, evidence, figures_of
from qa.answering.computing.comparison import compare
from qa.domain import Hit, Report
from qa.retrieval import retriever
from qa.retrieval.kinds import Kind
from qa.retrieval.question import Asked

# What one observation counts, beside 1 for an answerable case.
_UNANSWERABLE, _TAKEN_OUT = 2.0, 0.05
_HITS = 30


def figures_judged(cases: Sequence[Case], report: Report, found: retriever.Retriever) -> Iterator[Observation]:
    """What is seen of each case that asks for one figure and comes before the judgement at all."""
    for case in cases:
        asked = read_case(case, found)
        if asked.kind is not Kind.FACT or not asked.wants_figure:
            continue
        hits = found.rank(asked, _HITS)
        if seen := _observed(asked, hits, report, found, answered=case.answerable):
            yield replace(seen, share=1.0 if case.answerable else _UNANSWERABLE)
        if case.quotes and (seen := _observed(asked, _without(case, hits, report), report, found, answered=False)):
            yield replace(seen, share=_TAKEN_OUT)


def _observed(
    asked: Asked, hits: Sequence[Hit], report: Report, found: retriever.Retriever, *, answered: bool
) -> Observation | None:
    terms = found.terms(asked)
    there = sufficient(asked, terms, hits, [report], found.floor).hits
    facts = figures_of(asked, terms, there)
    judge = partial(computable, asked, terms, hits=there, reports=[report], floor=found.floor)
    if not facts or compare(asked, terms, there, [report], judge):
        return None
    judged = evidence(asked, terms, facts, there, [report], found.floor)
    rows = [[one[name] for name in WEIGHTS] for one in judged]
    none = len(rows)
    holding = np.arange(none) if answered else np.array([none])
    return Observation(np.array([*rows, [0.0] * len(WEIGHTS)]), holding.astype(np.intp))


def _without(case: Case, hits: Sequence[Hit], report: Report) -> list[Hit]:
    """The hits but those that hold a quote that the case needs or state one of its facts."""
    starts = [(report.text.index(quote), len(quote)) for quote in case.quotes]
    return [
        hit
        for hit in hits
        if not any(hit.sentence.start < at + length and at < hit.sentence.end for at, length in starts)
        and not any(find_any(variants, fold(plain(hit.sentence.text))) >= 0 for variants in case.facts)
    ]
