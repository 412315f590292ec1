"""Question and hits -> a draft made of the report's own words.

One fact gets the clause that states it, a list or a summary the sentences of it; nothing is reworded, so nothing can be
misquoted.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from qa.answering.evidence import cite
from qa.answering.facts import Fact, chances, rank_facts
from qa.answering.overview import enumeration, one_breath, outline_of, treatment
from qa.domain import Hit, Report, Sentence, Statement
from qa.retrieval.kinds import Kind
from qa.retrieval.question import Asked, agreement
from qa.retrieval.terms import Term

# Hits among which the fact is looked for.
FACT_HITS = 12
# A fact this likely is given alone; else the likeliest ones, until one of them is the answer with this chance, at most three.
# Set on the development questions: fewer miss the answer, more are read for nothing.
SURE, _TOGETHER, _MOST = 0.7, 0.9, 3
# A fact of another period that is nearly as likely (in log-odds) is told too where the question leaves the period open.
_RIVAL = 0.7
# A sentence of a list or a summary further below the best than this (in log-odds) is about something else.
_APART = 3.0
_MAX_LINES = 8
_MOST_IN_A_BREATH = 12
# A sentence up to this long is quoted whole; of a longer one, the clause that answers.
_SHORT_SENTENCE = 60
_RANK = re.compile(r"最[高低大多好]|纪录|第一|创.{0,3}新高")


def extract(asked: Asked, terms: Sequence[Term], hits: Sequence[Hit], reports: Sequence[Report]) -> list[Statement]:
    """Answer from the hits, best first; empty where there is none."""
    if asked.kind is Kind.OUTLINE and (parts := outline_of(asked, terms, reports)):
        return parts
    answers = quotable(hits)
    if not answers:
        return []
    if asked.kind in (Kind.LIST, Kind.SUMMARY, Kind.OUTLINE):
        return [_whole(sentence) for sentence in _several(asked, terms, hits, reports)]
    facts = rank_facts(asked, terms, answers[:FACT_HITS])
    if not facts:
        return [_whole(answers[0].sentence)]
    return _named_by_region([_stated(asked, fact) for fact in chosen(asked, facts)], reports)


def unsure(asked: Asked, terms: Sequence[Term], hits: Sequence[Hit]) -> bool:
    """Whether no single fact stands out, so that several are given."""
    if asked.kind is not Kind.FACT:
        return False
    odds = chances(rank_facts(asked, terms, quotable(hits)[:FACT_HITS]))
    return bool(odds) and odds[0] < SURE


def chosen(asked: Asked, facts: Sequence[Fact]) -> list[Fact]:
    """The likeliest fact; the likeliest few where none stands out; and rivals of other periods or reports."""
    odds = chances(facts)
    if odds[0] >= SURE:
        return _rivals(asked, facts)
    taken: list[Fact] = []
    total = 0.0
    for fact, chance in zip(facts, odds, strict=True):
        total += chance
        if not any((fact.sentence, fact.start, fact.end) == (one.sentence, one.start, one.end) for one in taken):
            taken.append(fact)
        if total >= _TOGETHER or len(taken) == _MOST:
            break
    return taken


def quotable(hits: Sequence[Hit]) -> list[Hit]:
    """The hits that state something: no headings, unless there is nothing else."""
    return [hit for hit in hits if not hit.sentence.heading] or list(hits)


def _several(asked: Asked, terms: Sequence[Term], hits: Sequence[Hit], reports: Sequence[Report]) -> list[Sentence]:
    """The sentences of a list or a summary: one that enumerates, the section that treats the subject, or the nearest."""
    others = [hit.sentence for hit in quotable(hits)]
    hits = [hit for hit in hits if agreement(asked, hit.sentence) >= 0] or list(hits)
    if asked.kind is Kind.SUMMARY and (treated := treatment(asked, terms, hits, reports)):
        return treated
    hits = quotable(hits)
    if asked.kind is Kind.LIST and (listed := enumeration(asked, terms, hits, others, reports)):
        return listed
    report = next(report for report in reports if report.id == hits[0].sentence.report)
    if len(breath := one_breath(hits[0].sentence, report)) > 1:
        return breath[:_MOST_IN_A_BREATH]
    return [hit.sentence for hit in _together(hits)]


def _together(hits: Sequence[Hit]) -> list[Hit]:
    """The hits that are nearly as much to the point as the best, in the order of the report."""
    near = [hit for hit in hits[:_MAX_LINES] if hit.score >= hits[0].score - _APART]
    return sorted(near, key=lambda hit: (hit.sentence.report, hit.sentence.index))


def _rivals(asked: Asked, facts: Sequence[Fact]) -> list[Fact]:
    """The best fact, and those as likely: of other periods where the question leaves the period open, of other reports."""
    best = facts[0]
    one_period = asked.first is not None or asked.forward is not None
    seen = {_origin(best): best}
    for fact in facts[1:]:
        elsewhere = fact.sentence.report != best.sentence.report
        fits = fact.fit >= best.fit - _RIVAL and fact.covered >= best.covered and best.figure is not None
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
    quote = cite(sentence)
    return Statement(quote.quote.rstrip("；，"), (quote,))


def _stated(asked: Asked, fact: Fact) -> Statement:
    """The clause of a figure; of another fact, and of one whose rank is asked about, the whole sentence where it is short."""
    if (fact.figure is None or _RANK.search(asked.text)) and len(fact.sentence.text) <= _SHORT_SENTENCE:
        return _whole(fact.sentence)
    quote = cite(fact.sentence, fact.start, fact.end)
    return Statement(quote.quote.rstrip("；，"), (quote,))
