"""A question -> hits: nearness in meaning, shared words, and whether a sentence is of the kind that is asked for."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from qa.domain import Hit, Report
from qa.index.embedding import Embedder
from qa.index.search import Search
from qa.index.sync import Index
from qa.retrieval.corpus import Corpus, Scores
from qa.retrieval.english import in_chinese, is_english
from qa.retrieval.evidence import Evidence, gather
from qa.retrieval.lexicon import official_terms
from qa.retrieval.periods import names_some_years
from qa.retrieval.question import Asked, read_question
from qa.retrieval.scope import about
from qa.retrieval.surroundings import OF_SEVERAL, gains
from qa.retrieval.terms import Term, question_terms
from qa.retrieval.thesaurus import Thesaurus, nearest
from qa.retrieval.wording import plain

# Weights of the evidence, fitted as `python -m evals fit` does, on the development questions and 300 more of their kind, about
# four other reports too: the probability that a sentence is needed is a softmax over the weighted sums. Nearness and shared
# words are standardised over the candidates (z-scores), the sense is in hundredths of a cosine, the fit of period and status
# runs from -1 to 1, the others are 1 where they hold. A report's header, where that is asked for, comes before all else: so much is
# set, not fitted.
WEIGHTS = {
    "clause": 1.01,
    "paragraph": 0.56,
    "words": 0.07,
    "terms": 0.22,
    "sense": 0.69,
    "period": 1.12,
    "status": 0.63,
    "place": 0.05,
    "figure": 1.1,
    "heading": -0.29,
    "background": -0.34,
    "header": 6.0,
}
# What makes up a score, as people are shown it.
PARTS = {
    "dense": ("clause", "paragraph"),
    "sense": ("sense",),
    "lexical": ("words", "terms"),
    "period": ("period", "status"),
    "kind": ("place", "figure", "heading", "background", "header"),
}
# Official terms put behind the words of a question that uses everyday ones; more of them drown it.
_MAX_TERMS = 6


class Retriever:
    """Ranks the sentences of the indexed reports. Holds the word index; safe under threads."""

    def __init__(self, reports: Sequence[Report], index: Index, embedder: Embedder) -> None:
        self.corpus = Corpus(reports)
        self._search = Search(index)
        self._embedder = embedder
        self._thesaurus = Thesaurus.made_for(embedder)
        self.floor = embedder.floor

    def read(self, question: str) -> Asked:
        """What a question asks for, and of which reports; its 今年 is that of the newest of them."""
        text = plain(in_chinese(question, self.corpus.uses), self._sounds_like)
        reports = about(text, tuple(self.corpus.reports.values()))
        asked = read_question(text, max((report.year for report in reports), default=0))
        if names_some_years(text) and not self.corpus.tells_of(asked):
            asked = replace(asked, first=None, last=None)
        wording = question if is_english(question) else ""
        return replace(asked, reports=tuple(report.id for report in reports), wording=wording)

    def _sounds_like(self, word: str) -> str | None:
        return self.corpus.sounds.like(word)

    def terms(self, asked: Asked) -> tuple[Term, ...]:
        """What a sentence must speak of to answer; of what was asked in English, each only another name for it."""
        terms = question_terms(self.corpus.without_region(asked), self.corpus.lexical.rarity)
        return tuple(replace(term, said=False, official=False) for term in terms) if asked.wording else terms

    def search(self, question: str, k: int = 10, *, dense: bool = True) -> list[Hit]:
        """The `k` best sentences, best first; without `dense` by their words alone, and no embedder is asked.

        `parts` are the summands of the score: nearness in meaning (dense), use of a word that the lexicon gives for what is meant (sense), shared
        words (lexical), agreement with the asked period and status (period), being of the kind asked for (kind: a figure,
        a place, no heading) and, for an overview or a list, what stands around a sentence and its headings (around).
        """
        return self.rank(self.read(question), k, dense=dense)

    def rank(self, asked: Asked, k: int, *, dense: bool = True) -> list[Hit]:
        """Search for what was read from a question."""
        evidence = self.evidence(asked, dense=dense)
        parts = {name: _weighted(evidence, summands) for name, summands in PARTS.items()}
        if asked.kind in OF_SEVERAL:
            own: Scores = np.sum(list(parts.values()), axis=0)
            for name, gained in gains(asked.kind, own, evidence.rows, self.terms(asked), self.corpus).items():
                parts[name] = parts[name] + gained if name in parts else gained
        total: Scores = np.sum(list(parts.values()), axis=0)
        best = np.argsort(-total, kind="stable")[:k]
        return [
            self._hit(evidence, int(n), float(total[n]), {name: float(p[n]) for name, p in parts.items()}) for n in best
        ]

    def evidence(self, asked: Asked, *, dense: bool = True) -> Evidence:
        """The candidates for a question, with what speaks for each of them."""
        official = official_terms(asked.text, self.corpus.uses)[:_MAX_TERMS]
        query = self._embedder.query(f"{asked.text} {asked.wording}") if dense else None
        senses = self._thesaurus.near(query) if query is not None else ()
        words = " ".join((asked.topic, *official))
        return gather(asked, self.terms(asked), senses, query, words, self.corpus, self._search)

    def together(self, some: Sequence[Term], others: Sequence[Term]) -> bool:
        """Whether a clause of the reports speaks of both, for the most part."""
        return self.corpus.together(some, others)

    def _hit(self, evidence: Evidence, n: int, score: float, parts: dict[str, float]) -> Hit:
        row = int(evidence.rows[n])
        rounded = {name: round(value, 4) for name, value in parts.items()}
        sentence = self.corpus.sentences[row]
        text = self.corpus.reports[sentence.report].text
        near = tuple(
            replace(one, sense=nearest(evidence.senses, text[one.start : one.end].lower()))
            for one in evidence.near.get(row, ())
        )
        return Hit(sentence, round(score, 4), rounded, near)


def _weighted(evidence: Evidence, names: Sequence[str]) -> Scores:
    total: Scores = np.sum([np.float32(WEIGHTS[name]) * evidence.scores[name] for name in names], axis=0)
    return total
