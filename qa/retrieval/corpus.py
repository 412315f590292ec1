"""Reports -> their sentences as rows of arrays, against which a question is held."""

import re
from collections.abc import Collection, Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from qa.domain import Report, Sentence, Status
from qa.index.chunks import headed
from qa.index.lexical import LexicalIndex
from qa.retrieval.lexicon import official_vocabulary
from qa.retrieval.question import FORWARD, Asked
from qa.retrieval.sound import Sounds
from qa.retrieval.terms import Term, coverage
from qa.retrieval.thesaurus import Sense, nearest

Scores = NDArray[np.float32]
Rows = NDArray[np.intp]

# How well a sentence's years fit the asked ones where they are the same, overlap, or are others.
_SAME, _OVERLAPPING, _OTHER = 1.0, -0.5, -1.0
# A report's header lies within so many sentences; of so many header sentences those of the first reports are enough.
_HEADER, _HEADERS = 12, 600
_CLAUSE = re.compile(r"[，；。：]")


class Corpus:
    """The sentences of the loaded reports, in one order: a row stands for a sentence. Immutable, so safe under threads."""

    def __init__(self, reports: Sequence[Report]) -> None:
        self.reports = {report.id: report for report in reports}
        self.sentences: list[Sentence] = [sentence for report in reports for sentence in report.sentences]
        self._starts: dict[str, int] = {}
        self._used: dict[str, bool] = {}
        for row, sentence in enumerate(self.sentences):
            self._starts.setdefault(sentence.report, row)
        spans = np.array([_years(s.period) for s in self.sentences], dtype=np.int32).reshape(-1, 2)
        self._first, self._last = spans[:, 0], spans[:, 1]
        self._forward = np.array([s.status in FORWARD for s in self.sentences], dtype=bool)
        self._done = np.array([s.status is Status.DONE for s in self.sentences], dtype=bool)
        newest: dict[str, int] = {}
        for report in reports:
            newest[report.region] = max(report.year, newest.get(report.region, report.year))
        older = {report.id: report.year < newest[report.region] for report in reports}
        self._older = np.array([older[s.report] for s in self.sentences], dtype=np.float32)
        sections = {place: n for n, place in enumerate(dict.fromkeys((s.report, s.section) for s in self.sentences))}
        self.section_of = np.array([sections[s.report, s.section] for s in self.sentences], dtype=np.intp)
        self.figures = np.array([any(char.isdigit() for char in s.text) for s in self.sentences], dtype=np.float32)
        self.headings = np.array([s.heading for s in self.sentences], dtype=np.float32)
        self.headers = np.array([s.index < _HEADER and not s.section for s in self.sentences], dtype=np.float32)
        self.background = np.array([s.status is Status.BACKGROUND for s in self.sentences], dtype=np.float32)

    @cached_property
    def lexical(self) -> LexicalIndex:
        """BM25 over the sentences under their headings."""
        return LexicalIndex([headed(sentence) for sentence in self.sentences])

    def within(self, reports: Collection[str]) -> Rows | None:
        """The rows of some of the reports, by their ids; None for all of them."""
        if not 0 < len(reports) < len(self.reports):
            return None
        starts = (self._starts[id_] for id_ in self.reports if id_ in reports and id_ in self._starts)
        spans = (range(start, start + len(self.reports[self.sentences[start].report].sentences)) for start in starts)
        return np.array([row for span in spans for row in span], dtype=np.intp)

    def together(self, some: Sequence[Term], others: Sequence[Term]) -> bool:
        """Whether a clause of the reports speaks of both, for the most part."""
        return any(coverage(some, clause) > 0.5 and coverage(others, clause) > 0.5 for clause in self._clauses)

    @cached_property
    def sounds(self) -> Sounds:
        """The words of the reports and the official terms, by their sound."""
        return Sounds({*self.lexical.vocabulary, *official_vocabulary()})

    def uses(self, term: str) -> bool:
        """Whether a report uses a term."""
        known = self._used.get(term)
        if known is None:
            known = self._used[term] = any(term in report.text for report in self.reports.values())
        return known

    @cached_property
    def _clauses(self) -> list[str]:
        return [clause for s in self.sentences for clause in _CLAUSE.split(s.text.lower())]

    def row(self, report: str, sentence: int) -> int:
        """The row of a report's sentence."""
        return self._starts[report] + sentence

    def header(self, within: Rows | None) -> Rows:
        """The rows that stand before all sections: title, date, speaker; of some rows only, or of all where there are few."""
        rows = np.flatnonzero(self.headers) if within is None else within[self.headers[within] > 0]
        return rows[:_HEADERS]

    def without_region(self, asked: Asked) -> str:
        """The topic of a question without the name of the region whose reports it is about: any sentence there is of it."""
        regions = [self.reports[id_].region for id_ in asked.reports]
        own = [place for place in asked.places if regions and all(place in region for region in regions)]
        return re.sub("|".join(f"{place}[省市]?" for place in own), " ", asked.topic) if own else asked.topic

    def tells_of(self, asked: Asked) -> bool:
        """Whether a sentence is of the very years that are asked for."""
        return bool(np.any((self._first == asked.first) & (self._last == asked.last)))

    def period_fit(self, asked: Asked, rows: Rows) -> Scores:
        """How well each row's years fit those that are asked for, from -1 to 1; where none are, 0, or -1 in an older report."""
        if asked.first is None or asked.last is None:
            return -self._older[rows]
        first, last = self._first[rows], self._last[rows]
        same = (first == asked.first) & (last == asked.last)
        apart = (last < asked.first) | (first > asked.last)
        return np.where(same, _SAME, np.where(apart, _OTHER, _OVERLAPPING)).astype(np.float32)

    def status_fit(self, asked: Asked, rows: Rows) -> Scores:
        """1 where a row is done or aimed at as asked, -1 where it is not, 0 where nothing is asked."""
        if asked.forward is None:
            return np.zeros(len(rows), dtype=np.float32)
        fits = (self._forward if asked.forward else self._done)[rows]
        return np.where(fits, 1.0, -1.0).astype(np.float32)

    def place_fit(self, places: Sequence[str], rows: Rows) -> Scores:
        """1 where a row, its headings or its report's region speak of every place, else 0."""
        if not places:
            return np.zeros(len(rows), dtype=np.float32)
        fits = [all(place in self._about(self.sentences[row]) for place in places) for row in rows]
        return np.array(fits, dtype=np.float32)

    def term_fit(self, terms: Sequence[Term], rows: Rows) -> Scores:
        """The weighted share of the terms that each row and its headings speak of."""
        if not terms:
            return np.zeros(len(rows), dtype=np.float32)
        texts = (self.sentences[row] for row in rows)
        return np.array([coverage(terms, s.text + "".join(s.section[1:])) for s in texts], dtype=np.float32)

    def sense_fit(self, senses: Sequence[Sense], rows: Rows) -> Scores:
        """How near the nearest sense is of which each row or its headings use a word; 0 for none."""
        texts = ((s.text + "".join(s.section[1:])).lower() for s in (self.sentences[row] for row in rows))
        return np.array([nearest(senses, text) for text in texts], dtype=np.float32)

    def _about(self, sentence: Sentence) -> str:
        return sentence.text + "".join(sentence.section) + self.reports[sentence.report].region


def _years(period: str) -> tuple[int, int]:
    first, _, last = period.partition("–")
    return int(first), int(last or first)
