"""Question and hits -> a draft made of the report's own words.

One fact gets the clause that states it, a list or a summary the sentences of it; nothing is reworded, so nothing can be
misquoted.
"""

import re
from collections.abc import Sequence

from qa.answering.evidence import cite
from qa.answering.figures import find_figures
from qa.domain import Citation, Hit, Sentence, Statement
from qa.index.lexical import words
from qa.retrieval.question import Asked, Kind

# Shares of the best score, chosen on the development questions: a sentence of a list below the first, and one about another
# period below the second, is about something else.
_LIST_SHARE = 0.5
_RIVAL_SHARE = 0.6
_MAX_LINES = 8

_WANTS_FIGURE = re.compile(
    r"多少|几[个家项座条人名件亿万成%百千]|多大|多高|占比|比例|比重|[率速幅额量]$|增速|增长率|how (?:much|many)", re.I
)
_CLAUSE_END = re.compile(r"[，；。：:;！？!?]")
# Clauses are joined to a whole sentence when they are this short together.
_SHORT_SENTENCE = 45


def extract(asked: Asked, hits: Sequence[Hit]) -> list[Statement]:
    """Answer from the hits, best first; empty where there is none."""
    answers = [hit for hit in hits if not hit.sentence.heading] or list(hits)
    if not answers:
        return []
    if asked.kind in (Kind.LIST, Kind.SUMMARY):
        return [_whole(hit.sentence) for hit in _together(answers)]
    best = answers[0]
    rivals = [best] if asked.first is not None or asked.forward is not None else _other_periods(asked, answers)
    return [_clause(asked, hit.sentence) for hit in rivals]


def _together(hits: Sequence[Hit]) -> list[Hit]:
    """The hits that are nearly as much to the point as the best, in the order of the report."""
    least = _LIST_SHARE * _relevance(hits[0])
    near = [hit for hit in hits[:_MAX_LINES] if _relevance(hit) >= least]
    return sorted(near, key=lambda hit: (hit.sentence.report, hit.sentence.index))


def _relevance(hit: Hit) -> float:
    """A hit's score without its period: of two that fit the period, this says which is about the subject."""
    return hit.score - hit.parts["period"]


def _other_periods(asked: Asked, hits: Sequence[Hit]) -> list[Hit]:
    """The best hit, and those of other periods that share as many words with a question that leaves the period open."""
    wanted = set(words(asked.text))
    shared = _overlap(wanted, hits[0].sentence.text)
    seen: dict[tuple[str, str], Hit] = {}
    for hit in hits[:5]:
        if hit.score >= _RIVAL_SHARE * hits[0].score and _overlap(wanted, hit.sentence.text) >= shared:
            seen.setdefault((hit.sentence.period, str(hit.sentence.status)), hit)
    return list(seen.values())


def _whole(sentence: Sentence) -> Statement:
    return _statement(cite(sentence))


def _clause(asked: Asked, sentence: Sentence) -> Statement:
    """The part of a sentence that answers: the clauses that share the question's words, with the figure if one is wanted."""
    if len(sentence.text) <= _SHORT_SENTENCE:
        return _whole(sentence)
    clauses = _clauses(sentence)
    wanted = set(words(asked.text))
    figures = bool(_WANTS_FIGURE.search(asked.text))
    scores = [
        _overlap(wanted, sentence.text[a:b]) + (figures and bool(find_figures(sentence.text[a:b]))) for a, b in clauses
    ]
    best = max(range(len(clauses)), key=lambda n: scores[n])
    if _overlap(wanted, sentence.text[slice(*clauses[best])]) == 0:
        return _whole(sentence)
    start, end = clauses[best]
    return _statement(cite(sentence, sentence.start + start, sentence.start + end))


def _clauses(sentence: Sentence) -> list[tuple[int, int]]:
    spans, start = [], 0
    for match in _CLAUSE_END.finditer(sentence.text):
        inside = sentence.text[start : match.start()]
        if inside.count("“") == inside.count("”") and inside.count("（") == inside.count("）") and inside.strip():
            spans.append((start, match.start()))
            start = match.end()
    if start < len(sentence.text.rstrip("。；！？”")):
        spans.append((start, len(sentence.text)))
    return spans or [(0, len(sentence.text))]


def _overlap(wanted: set[str], clause: str) -> float:
    return float(sum(len(word) > 1 and word in clause for word in wanted))


def _statement(quote: Citation) -> Statement:
    return Statement(quote.quote.rstrip("；，"), (quote,))
