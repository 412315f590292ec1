"""The candidates' scores -> what is added to them where a question asks for several sentences, not for one fact.

What treats a subject stands together: a sentence gains by good ones around it in its section and by headings that name the
subject; in an overview also by a figure, which says more than a slogan does.
"""

from collections.abc import Sequence

import numpy as np

from qa.retrieval.corpus import Corpus, Rows, Scores
from qa.retrieval.kinds import Kind
from qa.retrieval.terms import Term, coverage

# Weights beside 1 for a sentence's own score, fitted as the retriever's are, on the development questions of these kinds and 48 more
# about five reports. With them 0.99 of what summaries need stands within 1,500 characters, before 0.89; of what lists need, 0.98 and
# 0.97. A little less weight than fits summaries best, so that what one sentence answers (城里打篮球的成绩咋样) is still found.
OF_SEVERAL = {
    Kind.SUMMARY: {"around": 1.4, "titled": 1.1, "figure": 2.5, "heading": -1.2, "background": -0.8},
    Kind.LIST: {"around": 0.5, "titled": 0.8, "figure": 0.0, "heading": -0.8, "background": 0.0},
}
_PARTS = {"around": ("around", "titled"), "kind": ("figure", "heading", "background")}
# Sentences before and after that are looked at, what each one farther away counts less, and how many of the best count.
_REACH, _FARTHER, _BEST = 10, 0.2, 3


def gains(kind: Kind, own: Scores, rows: Rows, terms: Sequence[Term], corpus: Corpus) -> dict[str, Scores]:
    """What is added to each candidate's own score, by part, for a kind of question that has weights."""
    evidence = {
        "around": _around(own, rows, corpus),
        "titled": _titled(rows, terms, corpus),
        "figure": corpus.figures[rows],
        "heading": corpus.headings[rows],
        "background": corpus.background[rows],
    }
    weights = OF_SEVERAL[kind]
    return {
        part: np.sum([np.float32(weights[name]) * evidence[name] for name in names], axis=0)
        for part, names in _PARTS.items()
    }


def _around(own: Scores, rows: Rows, corpus: Corpus) -> Scores:
    """The mean of the best scores around each candidate in its section, above the mean of all; what is no candidate is the worst one."""
    if not len(rows):
        return own
    scores = np.full(len(corpus.sentences), own.min(), dtype=np.float32)
    scores[rows] = own
    steps = np.array([step for step in range(-_REACH, _REACH + 1) if step])
    there = rows + steps[:, None]
    within = (there >= 0) & (there < len(scores))
    there = np.where(within, there, rows)
    within &= corpus.section_of[there] == corpus.section_of[rows]
    near = np.where(within, scores[there] - _FARTHER * (abs(steps)[:, None] - 1), -np.inf)
    best = -np.sort(-near, axis=0)[:_BEST]
    found = np.isfinite(best)
    mean: Scores = np.where(found, best, 0).sum(axis=0) / np.maximum(found.sum(axis=0), 1)
    around: Scores = (np.where(found.any(axis=0), mean, own.min()) - own.mean()).astype(np.float32)
    return around


def _titled(rows: Rows, terms: Sequence[Term], corpus: Corpus) -> Scores:
    """How much of the subject the headings of each candidate name, but for the outermost."""
    known = [term for term in terms if term.known]
    if not known:
        return np.zeros(len(rows), dtype=np.float32)
    titles = ["".join(corpus.sentences[row].section[1:]) for row in rows]
    named = {title: coverage(known, title) for title in set(titles)}
    return np.array([named[title] for title in titles], dtype=np.float32)
