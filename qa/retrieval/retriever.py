"""A question -> hits: nearness in meaning, shared words, and whether a sentence is of the kind that is asked for."""

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from qa.domain import Hit, Report, Sentence, Status
from qa.index.chunks import View, headed
from qa.index.embedding import Embedder
from qa.index.lexical import LexicalIndex
from qa.index.sync import Index
from qa.retrieval.lexicon import official_terms
from qa.retrieval.question import Asked, agreement, read_question
from qa.retrieval.terms import Term, coverage

Scores = NDArray[np.float32]

# Weights of the evidence, chosen on the development questions. Dense and lexical scores are standardised over all sentences
# (z-scores), since they differ in scale and spread; the others are 1 where they hold. Without `period` the first needed
# sentence stands at a mean reciprocal rank of 0.67 there, with it at 0.78, with all of them at 0.81.
SENTENCE, PARAGRAPH, LEXICAL = 3.0, 1.0, 1.5
PERIOD, FIGURE, PLACE = 8.0, 3.0, 3.0
HEADING, BACKGROUND = -1.0, -1.0

# Neighbours asked of each view. A sentence outside them gets the view's lowest score, which no good answer depends on.
_NEIGHBOURS = 300
# Official terms put behind a question that uses everyday words; more of them drown the question.
_MAX_TERMS = 6
_CLAUSE = re.compile(r"[，；。：]")


class Retriever:
    """Ranks the sentences of the indexed reports. Holds the word index; safe under threads."""

    def __init__(self, reports: Sequence[Report], index: Index, embedder: Embedder) -> None:
        self._sentences: list[Sentence] = [sentence for report in reports for sentence in report.sentences]
        self._rows = {(s.report, s.index): row for row, s in enumerate(self._sentences)}
        self._regions = {report.id: report.region for report in reports}
        self._year = max((report.year for report in reports), default=0)
        self._index = index
        self._embedder = embedder
        self.floor = embedder.floor
        self._lexical = LexicalIndex([headed(sentence) for sentence in self._sentences])
        self._clauses = [clause for s in self._sentences for clause in _CLAUSE.split(s.text.lower())]
        self._figures = np.array([any(char.isdigit() for char in s.text) for s in self._sentences])
        self._nature = np.array([_nature(sentence) for sentence in self._sentences], dtype=np.float32)

    def search(self, question: str, k: int = 10, *, dense: bool = True) -> list[Hit]:
        """The `k` best sentences, best first; without `dense` by their words alone, and no embedder is asked.

        `parts` are the summands of the score: `dense` and `lexical` (standardised), `period` (agreement with the asked
        period and status) and `kind` (holds a figure or a place where one is asked for, is no heading or background).
        """
        asked = read_question(question, self._year)
        terms = official_terms(question)[:_MAX_TERMS]
        cosines = (
            self._cosines(" ".join((question, *terms))) if dense else np.zeros((2, len(self._sentences)), np.float32)
        )
        parts = {
            "dense": SENTENCE * _standard(cosines[0]) + PARAGRAPH * _standard(cosines[1]),
            "lexical": LEXICAL * _standard(self._lexical.scores(" ".join((asked.topic, *terms)))),
            "period": PERIOD * np.array([agreement(asked, s) for s in self._sentences], dtype=np.float32),
            "kind": self._kind(asked),
        }
        total = np.sum(list(parts.values()), axis=0)
        return [
            Hit(
                self._sentences[row],
                round(float(total[row]), 4),
                {name: round(float(part[row]), 4) for name, part in parts.items()},
                round(float(cosines[0][row]), 4),
            )
            for row in np.argsort(-total, kind="stable")[:k]
        ]

    def rarity(self, word: str) -> float:
        """How rare a word is in the reports: its inverse document frequency."""
        return self._lexical.rarity(word)

    def together(self, some: Sequence[Term], others: Sequence[Term]) -> bool:
        """Whether a clause of the reports speaks of both, for the most part."""
        return any(coverage(some, clause) > 0.5 and coverage(others, clause) > 0.5 for clause in self._clauses)

    def _cosines(self, question: str) -> Scores:
        """Cosines with each sentence and with its paragraph, shape (2, sentences)."""
        query = self._embedder.query(question)
        return np.stack([self._view("sentence", query), self._view("paragraph", query)])

    def _view(self, view: View, query: Scores) -> Scores:
        found = self._index.store.search(view, query, _NEIGHBOURS)
        scores = np.full(len(self._sentences), min((score for _, score in found), default=0.0), dtype=np.float32)
        for id_, score in found:
            chunk = self._index.chunks.get(id_)
            if chunk is not None:  # else written since by another process, for a report this one has not read
                for sentence in range(chunk.first, chunk.last + 1):
                    scores[self._rows[chunk.report, sentence]] = score
        return scores

    def _kind(self, asked: Asked) -> Scores:
        kind = self._nature.copy()
        if asked.wants_figure:
            kind += FIGURE * self._figures
        if asked.places:
            speaks = [_speaks_of(asked.places, s, self._regions[s.report]) for s in self._sentences]
            kind += PLACE * np.array(speaks, dtype=np.float32)
        return kind


def _nature(sentence: Sentence) -> float:
    return HEADING * sentence.heading + BACKGROUND * (sentence.status is Status.BACKGROUND)


def _speaks_of(places: Sequence[str], sentence: Sentence, region: str) -> bool:
    about = sentence.text + "".join(sentence.section) + region
    return all(place in about for place in places)


def _standard(scores: Scores) -> Scores:
    spread = float(scores.std())
    return (scores - scores.mean()) / spread if spread > 0 else np.zeros_like(scores)
