"""Development cases -> the weights of the evidence: the ranking that makes the needed sentences most likely.

Each needed quote is one observation of a softmax over the candidates (a conditional logit; ListNet's top-one likelihood, Cao et
al. 2007); a ridge keeps evidence that is the same twice from running apart. Only the development split is read.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from evals.cases import Case
from qa.domain import Sentence
from qa.retrieval.followup import resolve
from qa.retrieval.retriever import WEIGHTS, Retriever

Matrix = NDArray[np.float64]

_RIDGE = 0.02
_STEPS, _RATE = 400, 0.1


@dataclass(frozen=True, slots=True)
class Observation:
    """One needed quote: `evidence` of shape (candidates, names), the candidates that hold it, its share of its case."""

    evidence: Matrix
    holding: NDArray[np.intp]
    share: float


def observations(cases: Sequence[Case], text: str, retriever: Retriever) -> list[Observation]:
    """What the retriever sees for each quote that the cases need; quotes outside its candidates are left out."""
    found = []
    for case in cases:
        asked = retriever.read(resolve(case.question, case.history, retriever.together))
        gathered = retriever.evidence(asked)
        evidence = np.stack([gathered.scores[name] for name in WEIGHTS], axis=1).astype(np.float64)
        sentences = [retriever.corpus.sentences[row] for row in gathered.rows]
        for quote in case.quotes:
            holding = np.array(
                [n for n, s in enumerate(sentences) if _holds(s, text.index(quote), len(quote))], np.intp
            )
            if len(holding):
                found.append(Observation(evidence, holding, 1 / len(case.quotes)))
    return found


def fit(seen: Sequence[Observation]) -> Mapping[str, float]:
    """The weights of greatest likelihood under the ridge, by Adam's rule."""
    cases = sum(one.share for one in seen)
    weights, first, second = (np.zeros(len(WEIGHTS)) for _ in range(3))
    for step in range(1, _STEPS + 1):
        slope = sum(one.share * _slope(one, weights) for one in seen) / cases - _RIDGE * weights
        first = 0.9 * first + 0.1 * slope
        second = 0.99 * second + 0.01 * slope**2
        weights += _RATE * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.99**step)) + 1e-8)
    return {name: round(float(weight), 2) for name, weight in zip(WEIGHTS, weights, strict=True)}


def _slope(one: Observation, weights: NDArray[np.float64]) -> NDArray[np.float64]:
    """The gradient of the log-likelihood of one observation."""
    sums = one.evidence @ weights
    chances = np.exp(sums - sums.max())
    chances /= chances.sum()
    wanted = np.zeros_like(chances)
    wanted[one.holding] = chances[one.holding] / chances[one.holding].sum()
    slope: NDArray[np.float64] = one.evidence.T @ (wanted - chances)
    return slope


def _holds(sentence: Sentence, start: int, length: int) -> bool:
    return sentence.start < start + length and start < sentence.end
