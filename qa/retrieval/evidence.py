"""A question and the index -> the candidates, with every piece of evidence that speaks for each."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from qa.domain import Near
from qa.index.chunks import VIEWS, View
from qa.index.embedding import Vectors
from qa.index.search import Search
from qa.retrieval.corpus import Corpus, Rows, Scores
from qa.retrieval.question import Asked
from qa.retrieval.terms import Term
from qa.retrieval.thesaurus import Sense

# Candidates: so many neighbours in each view, and so many rows that share words. What a view did not find gets the lowest
# score found there, which no good answer depends on.
_NEIGHBOURS: dict[View, int] = {"clause": 600, "paragraph": 100}
_SHARING_WORDS = 100

# For each row, the chunks of it that a view found, nearest first.
Found = dict[int, tuple[Near, ...]]


@dataclass(frozen=True, slots=True)
class Evidence:
    """`rows` are the candidates; `scores[name]` has one number for each. `near` maps a row to its clauses that were found.

    `senses` are what the question may mean.
    """

    rows: Rows
    scores: dict[str, Scores]
    near: dict[int, tuple[Near, ...]]
    senses: tuple[Sense, ...]


def gather(
    asked: Asked,
    terms: Sequence[Term],
    senses: Sequence[Sense],
    query: Vectors | None,
    words: str,
    corpus: Corpus,
    search: Search,
) -> Evidence:
    """Look for the candidates; without a query vector, by words alone."""
    lexical = corpus.lexical.scores(words)
    if (within := corpus.within(asked.reports)) is not None:
        outside = np.ones(len(lexical), dtype=bool)
        outside[within] = False
        lexical[outside] = 0.0
    only = asked.reports if within is not None else ()
    near = _neighbours(query, only, corpus, search) if query is not None else {view: {} for view in VIEWS}
    rows = _candidates(near, lexical, corpus.header(within) if asked.of_report else ())
    scores: dict[str, Scores] = {view: _standard(_column(near[view], rows)) for view in VIEWS}
    scores["words"] = _standard(lexical[rows])
    scores["terms"] = _standard(corpus.term_fit(terms, rows))
    scores["sense"] = corpus.sense_fit(senses, rows)
    scores["period"] = corpus.period_fit(asked, rows)
    scores["status"] = corpus.status_fit(asked, rows)
    scores["place"] = corpus.place_fit(asked.places, rows)
    scores["figure"] = corpus.figures[rows] * np.float32(asked.wants_figure)
    scores["heading"] = corpus.headings[rows]
    scores["background"] = corpus.background[rows]
    scores["header"] = corpus.headers[rows] * np.float32(asked.of_report)
    return Evidence(rows, scores, near["clause"], tuple(senses))


def _neighbours(query: Vectors, only: Sequence[str], corpus: Corpus, search: Search) -> dict[View, Found]:
    """What each view finds, in some of the reports if only those are meant."""
    found: dict[View, dict[int, list[Near]]] = {view: {} for view in VIEWS}
    for view in VIEWS:
        for chunk, cosine in search.nearest(view, query, _NEIGHBOURS[view], only):
            for sentence in range(chunk.first, chunk.last + 1):
                row = corpus.row(chunk.report, sentence)
                found[view].setdefault(row, []).append(Near(chunk.start, chunk.end, cosine))
    return {view: {row: tuple(near) for row, near in rows.items()} for view, rows in found.items()}


def _candidates(near: dict[View, Found], lexical: Scores, header: Iterable[int]) -> Rows:
    most = min(_SHARING_WORDS, len(lexical))
    sharing = np.argpartition(-lexical, most - 1)[:most] if most else ()
    rows = {int(row) for row in sharing if lexical[row] > 0}
    rows.update(row for found in near.values() for row in found)
    rows.update(map(int, header))
    return np.array(sorted(rows), dtype=np.intp)


def _column(found: Found, rows: Rows) -> Scores:
    lowest = min((near[-1].cosine for near in found.values()), default=0.0)
    return np.array([found[row][0].cosine if row in found else lowest for row in rows], dtype=np.float32)


def _standard(scores: Scores) -> Scores:
    spread = float(scores.std()) if len(scores) else 0.0
    return (scores - scores.mean()) / spread if spread > 0 else np.zeros_like(scores)
