"""A question -> hits: dense scores of three views, BM25, and whether the sentence speaks of the period asked for.

Each score is standardised over all sentences (z-score), because they differ in scale and spread, and the four are added; a
sentence whose period and status are those asked for is lifted, another one lowered.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from qa.domain import Hit, Report, Sentence
from qa.index.chunks import VIEWS, View, headed
from qa.index.embedding import Embedder
from qa.index.lexical import LexicalIndex
from qa.index.sync import Index
from qa.retrieval.question import agreement, read_question

Scores = NDArray[np.float32]

# Weight of a sentence's agreement with the asked period and status, in standard deviations. Chosen on the dev questions:
# from 4 to 10 their mean reciprocal rank stays within 0.02 of the best (0.762), without the term it is 0.666.
PERIOD_WEIGHT = 6.0

# Neighbours asked of each view. A sentence outside them gets the view's lowest score, which no good answer depends on.
_NEIGHBOURS = 300


class Retriever:
    """Ranks the sentences of the indexed reports. Holds the word index; safe under threads."""

    def __init__(self, reports: Sequence[Report], index: Index, embedder: Embedder) -> None:
        self._sentences: list[Sentence] = [sentence for report in reports for sentence in report.sentences]
        self._rows = {(s.report, s.index): row for row, s in enumerate(self._sentences)}
        self._year = max((report.year for report in reports), default=0)
        self._index = index
        self._embedder = embedder
        self.floor = embedder.floor
        self._lexical = LexicalIndex([headed(sentence) for sentence in self._sentences])

    def search(self, question: str, k: int = 10, *, dense: bool = True) -> list[Hit]:
        """The `k` best sentences, best first; without `dense` by their words alone, and no embedder is asked.

        `parts` are the summands of the score: `dense` (three views) and `lexical`, standardised, and `period`.
        """
        similar = self._views(question) if dense else np.zeros((1, len(self._sentences)), dtype=np.float32)
        nearness = np.sum([_standard(scores) for scores in similar], axis=0)
        asked = read_question(question, self._year)
        lexical = _standard(self._lexical.scores(asked.topic))
        period = PERIOD_WEIGHT * np.array(
            [agreement(asked, sentence) for sentence in self._sentences], dtype=np.float32
        )
        total = nearness + lexical + period
        best = np.argsort(-total, kind="stable")[:k]
        return [
            Hit(
                self._sentences[row],
                round(float(total[row]), 4),
                {
                    "dense": round(float(nearness[row]), 4),
                    "lexical": round(float(lexical[row]), 4),
                    "period": round(float(period[row]), 4),
                },
                round(float(similar[0][row]), 4),
            )
            for row in best
        ]

    def _views(self, question: str) -> Scores:
        """Cosines of each view, shape (views, sentences)."""
        query = self._embedder.query(question)
        return np.stack([self._dense(view, query) for view in VIEWS])

    def _dense(self, view: View, query: Scores) -> Scores:
        found = self._index.store.search(view, query, _NEIGHBOURS)
        scores = np.full(len(self._sentences), min((score for _, score in found), default=0.0), dtype=np.float32)
        for id_, score in found:
            chunk = self._index.chunks.get(id_)
            if chunk is not None:  # else written since by another process, for a report this one has not read
                for sentence in range(chunk.first, chunk.last + 1):
                    scores[self._rows[chunk.report, sentence]] = score
        return scores


def _standard(scores: Scores) -> Scores:
    spread = float(scores.std())
    return (scores - scores.mean()) / spread if spread > 0 else np.zeros_like(scores)
