"""Question and hits -> a draft made of the report's own words.

One fact gets the clause that states it, a list or a summary the sentences of it; nothing is reworded, so nothing can be
misquoted.
"""

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace

from qa.answering.evidence import cite
from qa.answering.facts import Fact, rank_facts
from qa.answering.overview import outline_of, treatment
from qa.domain import Citation, Hit, Report, Sentence, Statement
from qa.retrieval.question import Asked, Kind, agreement
from qa.retrieval.terms import Term, coverage

# Shares of the best, set by eye on the development questions: a sentence of a list below the first, and a figure of another
# period below the second, is about something else.
_LIST_SHARE = 0.5
_RIVAL_SHARE = 0.85
_MAX_LINES = 8
# Where the best sentence speaks of less than this share of the question, it was found by its meaning alone: of 18 such
# development questions the first sentence was the needed one in 7, one of the first three in 10. So three are given.
_SURE = 0.15
_CANDIDATES = 3
# Sentences among which a figure is looked for.
_FIGURE_HITS = 8

_CLAUSE_END = re.compile(r"[，；。：:;！？!?]")
# A sentence up to this long is quoted whole; of a longer one, the clauses that answer.
_SHORT_SENTENCE = 60


def extract(asked: Asked, terms: Sequence[Term], hits: Sequence[Hit], reports: Sequence[Report]) -> list[Statement]:
    """Answer from the hits, best first; empty where there is none."""
    if asked.kind is Kind.OUTLINE and (parts := outline_of(asked, terms, reports)):
        return parts
    answers = _quotable(hits)
    if not answers:
        return []
    if asked.kind in (Kind.LIST, Kind.SUMMARY, Kind.OUTLINE):
        return [_whole(sentence) for sentence in _several(asked, terms, answers, reports)]
    if found_by_meaning(terms, hits):
        return [_whole(hit.sentence) for hit in answers[:_CANDIDATES]]
    if asked.wants_figure and (facts := rank_facts(asked, terms, answers[:_FIGURE_HITS])):
        return _named_by_region([_stated(fact) for fact in _rivals(asked, facts)], reports)
    return [_clauses(terms, answers[0].sentence)]


def _several(asked: Asked, terms: Sequence[Term], hits: Sequence[Hit], reports: Sequence[Report]) -> list[Sentence]:
    """The sentences of a list or a summary: one that enumerates, the section that treats the subject, or the nearest."""
    hits = [hit for hit in hits if agreement(asked, hit.sentence) >= 0] or list(hits)
    if asked.kind is Kind.LIST and _enumerates(terms, hits):
        return [hits[0].sentence]
    if asked.kind is Kind.SUMMARY and (treated := treatment(terms, hits, reports)):
        return treated
    return [hit.sentence for hit in _together(hits)]


def _enumerates(terms: Sequence[Term], hits: Sequence[Hit]) -> bool:
    """Whether the best sentence is itself the list, and speaks of the subject more than the next does."""
    shares = [coverage(terms, hit.sentence.text) for hit in hits[:2]]
    return hits[0].sentence.text.count("、") >= 2 and (len(shares) < 2 or shares[0] > shares[1])


def found_by_meaning(terms: Sequence[Term], hits: Sequence[Hit]) -> bool:
    """Whether the best sentence shares so few terms with the question that only its meaning speaks for it."""
    best = _quotable(hits)[0].sentence
    return coverage(terms, best.text + "".join(best.section)) < _SURE


def _quotable(hits: Sequence[Hit]) -> list[Hit]:
    return [hit for hit in hits if not hit.sentence.heading] or list(hits)


def _together(hits: Sequence[Hit]) -> list[Hit]:
    """The hits that are nearly as much to the point as the best, in the order of the report."""
    best = _relevance(hits[0])
    least = best - (1 - _LIST_SHARE) * abs(best)
    near = [hit for hit in hits[:_MAX_LINES] if _relevance(hit) >= least]
    return sorted(near, key=lambda hit: (hit.sentence.report, hit.sentence.index))


def _relevance(hit: Hit) -> float:
    """A hit's score without its period: of two that fit the period, this says which is about the subject."""
    return hit.score - hit.parts["period"]


def _rivals(asked: Asked, facts: Sequence[Fact]) -> list[Fact]:
    """The best figure, and those that fit as well: of other periods where the question leaves the period open, of other reports."""
    best = facts[0]
    one_period = asked.first is not None or asked.forward is not None
    seen = {_origin(best): best}
    for fact in facts[1:]:
        elsewhere = fact.sentence.report != best.sentence.report
        fits = fact.fit >= _RIVAL_SHARE * best.fit and fact.covered >= best.covered
        if fits and (elsewhere or not one_period) and (not one_period or agreement(asked, fact.sentence) > 0):
            seen.setdefault(_origin(fact), fact)
    return list(seen.values())


def _origin(fact: Fact) -> tuple[str, str, str]:
    return fact.sentence.report, fact.sentence.period, fact.sentence.status


def _named_by_region(statements: list[Statement], reports: Sequence[Report]) -> list[Statement]:
    """Statements of several reports begin with the region of theirs: "吉林省：地区生产总值增长5%左右"."""
    regions = {report.id: report.region if report.region in report.id else report.id for report in reports}
    if len({statement.quotes[0].report for statement in statements}) < 2:
        return statements
    return [replace(one, text=f"{regions[one.quotes[0].report]}：{one.text}") for one in statements]


def _whole(sentence: Sentence) -> Statement:
    return _statement(cite(sentence))


def _stated(fact: Fact) -> Statement:
    return _statement(cite(fact.sentence, fact.start, fact.end))


def _clauses(terms: Sequence[Term], sentence: Sentence) -> Statement:
    """A sentence, or of a long one the run of clauses from the first to the last that speaks of what is asked."""
    if len(sentence.text) <= _SHORT_SENTENCE:
        return _whole(sentence)
    cuts = [0, *(match.end() for match in _CLAUSE_END.finditer(sentence.text)), len(sentence.text)]
    spans = [(a, b) for a, b in itertools.pairwise(cuts) if sentence.text[a:b].strip("，；。 ")]
    scores = [coverage(terms, sentence.text[a:b]) for a, b in spans]
    if not terms or max(scores) == 0:
        return _whole(sentence)
    best = max(range(len(spans)), key=lambda n: scores[n])
    start, end = spans[best]
    return _statement(
        cite(
            sentence, sentence.start + start, sentence.start + start + len(sentence.text[start:end].rstrip("，；。："))
        )
    )


def _statement(quote: Citation) -> Statement:
    return Statement(quote.quote.rstrip("；，"), (quote,))
