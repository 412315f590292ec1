"""A question about two figures -> the pair that it means, and what comes of it.

The two differ in their period ("目标比去年实际高多少"), in their subject ("中欧班列和海铁联运哪个涨得快"), or are the beginning and the
end of one change (由2110公里增至3055公里).
"""

import re
from collections.abc import Sequence

from qa.answering.evidence import cite
from qa.answering.facts import Fact, rank_facts, same_kind, same_subject
from qa.answering.figures import Direction
from qa.answering.figures.units import base, counts_things
from qa.answering.reckoning import Pair, Side, reckon, reckonable
from qa.domain import Hit, Statement, Status
from qa.retrieval.question import Asked, Operation
from qa.retrieval.terms import Term

# A question that names a span of years wants its figure; else results are those of one year.
_SPAN = re.compile(r"五年|几年|十[三四五六]五")
_FORWARD = (Status.TARGET, Status.PLAN)
# A second figure must be this near the first in how well it covers the question, or it is about something else.
_COVERED_SHARE = 0.7
# Of two things compared by name, the question names at least this share of each.
_NAMED = 0.5


def compare(asked: Asked, terms: Sequence[Term], hits: Sequence[Hit]) -> list[Statement]:
    """The result, then both figures as the report states them; empty where the hits do not hold two that compare."""
    facts = [fact for fact in rank_facts(asked, terms, hits) if fact.figure.high is None]  # a range has no one value
    pair = _pair(asked, facts)
    if pair is None or asked.operation is None or not reckonable(asked.operation, pair):
        return []
    quoted = list(dict.fromkeys(_statement(fact) for fact in (pair.first, pair.second)))
    return [reckon(asked.operation, pair, quoted), *quoted]


def _pair(asked: Asked, facts: Sequence[Fact]) -> Pair | None:
    if asked.operation is Operation.MEAN:
        return _sum_and_count(facts)
    change = _of_one_change(facts)
    if change or asked.operation is Operation.CHANGE:
        return change
    return _of_two_periods(asked, facts) if asked.both_periods else _of_two_subjects(asked, facts)


def _of_one_change(facts: Sequence[Fact]) -> Pair | None:
    """The beginning and the end of a change that one clause states: 由2110公里增至3055公里."""
    if not facts:
        return None
    best = facts[0]
    same = [fact for fact in facts if (fact.sentence, fact.start) == (best.sentence, best.start)]
    before = next((fact for fact in same if fact.figure.direction is Direction.FROM), None)
    after = next((fact for fact in same if fact.figure.direction in (Direction.UP_TO, Direction.DOWN_TO)), None)
    return Pair(before, after, Side.CHANGE) if before and after and same_kind(before.figure, after.figure) else None


def _sum_and_count(facts: Sequence[Fact]) -> Pair | None:
    """An amount of money or the like, and the count of things that stands in its sentence."""
    for best in facts[:3]:
        same = [fact for fact in facts if fact.sentence == best.sentence]
        total = next((fact for fact in same if not _counts(fact)), None)
        things = next((fact for fact in same if _counts(fact)), None)
        if total and things:
            return Pair(total, things, Side.SUBJECT)
    return None


def _counts(fact: Fact) -> bool:
    return counts_things(base(fact.figure.unit)[1])


def _of_two_periods(asked: Asked, facts: Sequence[Fact]) -> Pair | None:
    """The best figure, and the best of the same thing that is aimed at where that one is done, or done where it is not."""
    if not _SPAN.search(asked.text):
        facts = [fact for fact in facts if "–" not in fact.sentence.period] or facts
    for best in facts[:3]:
        forward = best.sentence.status in _FORWARD
        others = [
            fact
            for fact in facts
            if fact.sentence.report == best.sentence.report
            and (fact.sentence.status in _FORWARD) != forward
            and same_kind(best.figure, fact.figure)
            and same_subject(best.figure, fact.figure)
            and fact.covered >= _COVERED_SHARE * best.covered
        ]
        if others:
            done, aimed = (others[0], best) if forward else (best, others[0])
            return Pair(done, aimed, Side.PERIOD)
    return None


def _of_two_subjects(asked: Asked, facts: Sequence[Fact]) -> Pair | None:
    """The two best figures of one period and dimension whose subjects both stand in the question."""
    named = [fact for fact in facts if fact.named >= _NAMED]
    for best in named[:3]:
        for fact in named:
            apart = fact.figure.subject not in best.figure.subject and best.figure.subject not in fact.figure.subject
            together = (fact.sentence.report, fact.sentence.period) == (best.sentence.report, best.sentence.period)
            if apart and together and same_kind(best.figure, fact.figure):
                first, second = sorted((best, fact), key=lambda one: _place(asked.text, one.figure.subject))
                return Pair(first, second, Side.SUBJECT)
    return None


def _place(question: str, subject: str) -> int:
    """Where a question names a subject: at the first two characters of it that stand there."""
    places = [question.find(subject[n : n + 2]) for n in range(max(len(subject) - 1, 1))]
    return min((place for place in places if place >= 0), default=len(question))


def _statement(fact: Fact) -> Statement:
    quote = cite(fact.sentence, fact.start, fact.end)
    return Statement(quote.quote, (quote,))
