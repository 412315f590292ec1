"""Development cases -> the weights of the evidence: those under which what is needed is most likely.

Each needed quote is one observation of a softmax over the candidates (a conditional logit; ListNet's top-one likelihood, Cao et
al. 2007); a ridge keeps evidence that is the same twice from running apart. Only the development split is read.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from evals.cases import Case
from evals.metrics.matching import find_any, fold, plain
from qa.answering.extractive import FACT_HITS, quotable
from qa.answering.facts import ranking
from qa.domain import Report
from qa.retrieval import retriever
from qa.retrieval.followup import resolve
from qa.retrieval.kinds import Kind
from qa.retrieval.question import Asked

Matrix = NDArray[np.float64]

# A judgement on figures is fitted with less of it: some of its evidence is rare, and all of it counts on one scale.
RIDGE, SLIGHT = 0.02, 0.0005
_STEPS, _RATE = 400, 0.1


@dataclass(frozen=True, slots=True)
class Observation:
    """One thing needed: `evidence` of shape (candidates, names), the candidates that hold it, its share of its case."""

    evidence: Matrix
    holding: NDArray[np.intp]
    share: float = 1.0


def sentences_needed(cases: Sequence[Case], report: Report, found: retriever.Retriever) -> Iterator[Observation]:
    """What retrieval sees for each quote that the cases need; quotes outside its candidates are left out."""
    for case in cases:
        gathered = found.evidence(read_case(case, found))
        evidence = np.stack([gathered.scores[name] for name in retriever.WEIGHTS], axis=1).astype(np.float64)
        spans = [(found.corpus.sentences[row].start, found.corpus.sentences[row].end) for row in gathered.rows]
        for quote in case.quotes:
            holding = _overlapping(spans, report.text.index(quote), len(quote))
            if len(holding):
                yield Observation(evidence, holding, 1 / len(case.quotes))


def facts_needed(cases: Sequence[Case], report: Report, found: retriever.Retriever) -> Iterator[Observation]:
    """What answering sees of each case that wants one fact: the clauses of the best hits, and those that state it."""
    for case in cases:
        asked = read_case(case, found)
        if asked.kind is not Kind.FACT or asked.operation is not None or not case.facts:
            continue
        hits = quotable(found.rank(asked, 30))[:FACT_HITS]
        candidates = ranking.candidates(asked, found.terms(asked), hits)
        spans = [(fact.start, fact.end) for fact, _ in candidates]
        near = [n for quote in case.quotes for n in _overlapping(spans, report.text.index(quote), len(quote))]
        holding = [n for n in dict.fromkeys(near) if _states(case, report.text[slice(*spans[n])])]
        if holding:
            evidence = np.array([[one[name] for name in ranking.WEIGHTS] for _, one in candidates])
            yield Observation(evidence, np.array(holding, dtype=np.intp))


def fit(seen: Sequence[Observation], names: Sequence[str], ridge: float = RIDGE) -> Mapping[str, float]:
    """The weights of greatest likelihood under the ridge, by Adam's rule."""
    cases = sum(one.share for one in seen)
    weights, first, second = (np.zeros(len(names)) for _ in range(3))
    for step in range(1, _STEPS + 1):
        slope = sum(one.share * _slope(one, weights) for one in seen) / cases - ridge * weights
        first = 0.9 * first + 0.1 * slope
        second = 0.99 * second + 0.01 * slope**2
        weights += _RATE * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.99**step)) + 1e-8)
    return {name: round(float(weight), 2) for name, weight in zip(names, weights, strict=True)}


def _slope(one: Observation, weights: NDArray[np.float64]) -> NDArray[np.float64]:
    """The gradient of the log-likelihood of one observation."""
    sums = one.evidence @ weights
    chances = np.exp(sums - sums.max())
    chances /= chances.sum()
    wanted = np.zeros_like(chances)
    wanted[one.holding] = chances[one.holding] / chances[one.holding].sum()
    slope: NDArray[np.float64] = one.evidence.T @ (wanted - chances)
    return slope


def read_case(case: Case, found: retriever.Retriever) -> Asked:
    """What a case asks for, in its conversation."""
    return found.read(resolve(case.question, case.history, found.together))


def _overlapping(spans: Sequence[tuple[int, int]], start: int, length: int) -> NDArray[np.intp]:
    inside = [n for n, (first, last) in enumerate(spans) if first < start + length and start < last]
    return np.array(inside, dtype=np.intp)


def _states(case: Case, clause: str) -> bool:
    folded = fold(plain(clause))
    return any(find_any(variants, folded) >= 0 for variants in case.facts)
