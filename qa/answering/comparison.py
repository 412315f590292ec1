"""A question about several figures -> those that it means, and what comes of them.

They differ in their period ("目标比去年实际高多少"), in their subject ("中欧班列和海铁联运哪个涨得快"), or belong to one sentence: the
beginning and the end of a change, an amount and a count, a level and the multiple of an earlier one that it is.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import combinations

from qa.answering.evidence import cite
from qa.answering.facts import Figured, rank_figures, same_kind, same_subject
from qa.answering.figures import Direction
from qa.answering.figures.units import base, counts_things
from qa.answering.reckoning import Operands, Side, reckon, reckonable
from qa.domain import Hit, Statement
from qa.retrieval.kinds import Operation
from qa.retrieval.periods import Period
from qa.retrieval.question import FORWARD, Asked
from qa.retrieval.terms import Term, coverage

# Hits among which the figures are looked for, and how many of the likeliest are tried.
_HITS, _TRIED = 16, 16
# Of the things compared by name, the question names at least this share of each, or its clause speaks of this share of it.
_NAMED, _SPOKEN_OF = 0.5, 0.6
# The most things that are added up.
_ADDED = 5
# A figure this much less likely (in log-odds) than the best is of something else.
_APART = 5.0
# Weight of what two figures speak of together, beside their likelihoods.
_JOINT = 6.0
_TIMES = "倍"
_BY_YEAR = re.compile(r"每年|一年")


def compare(asked: Asked, terms: Sequence[Term], hits: Sequence[Hit]) -> list[Statement]:
    """The result, then the figures as the report states them; empty where the hits do not hold those that compare."""
    facts = [
        fact for fact in rank_figures(asked, terms, hits[:_HITS]) if fact.figure.high is None
    ]  # a range has no one value
    operands = _operands(asked, terms, facts)
    if operands is None or asked.operation is None or not reckonable(asked.operation, operands):
        return []
    quoted = list(dict.fromkeys(_statement(fact) for fact in operands.facts))
    return [reckon(asked.operation, operands, quoted), *quoted]


def _operands(asked: Asked, terms: Sequence[Term], facts: Sequence[Figured]) -> Operands | None:
    if not facts or _stated(asked, facts[0]):
        return None
    if asked.operation is Operation.BASE:
        return _level_and_multiple(facts)
    if asked.operation is Operation.MEAN:
        by_year = _sum_and_years(asked, facts) if _BY_YEAR.search(asked.text) else None
        return by_year or _sum_and_count(terms, facts)
    if change := _of_one_change(facts):
        return change
    if asked.operation is Operation.CHANGE:
        return None
    near = [fact for fact in facts if fact.fit >= facts[0].fit - _APART][:_TRIED]
    if asked.periods:
        return _of_periods(asked.periods, near)
    if asked.operation is Operation.SUM:
        return _all_named(near)
    return _of_two_subjects(asked, terms, near)


def _stated(asked: Asked, best: Figured) -> bool:
    """Whether the report itself states what was to be computed: 占比达37.4%, 是2017年的6倍."""
    if asked.operation is Operation.SHARE:
        return base(best.figure.unit)[1] == "%"
    return asked.operation is Operation.RATIO and best.figure.unit == _TIMES


def _of_one_change(facts: Sequence[Figured]) -> Operands | None:
    """The beginning and the end of a change that one clause states: 由2110公里增至3055公里."""
    same = [fact for fact in facts if (fact.sentence, fact.start) == (facts[0].sentence, facts[0].start)]
    before = next((fact for fact in same if fact.figure.direction is Direction.FROM), None)
    after = next((fact for fact in same if fact.figure.direction in (Direction.UP_TO, Direction.DOWN_TO)), None)
    if before and after and same_kind(before.figure, after.figure):
        return Operands((before, after), Side.CHANGE)
    return None


def _sum_and_count(terms: Sequence[Term], facts: Sequence[Figured]) -> Operands | None:
    """Two figures of one sentence to be divided, a count below: together they speak of the most that is asked."""
    best = facts[0]
    same = [fact for fact in facts if fact.sentence == best.sentence and base(fact.figure.unit)[1] not in ("%", "")]
    pairs = [
        (above, below)
        for above in same
        for below in same
        if _counts(below) and below is not above and (not _counts(above) or _size(above) > _size(below))
    ]
    pair = max(pairs, key=lambda pair: _joint(terms, pair), default=None)
    return Operands(pair, Side.SUBJECT) if pair else None


def _size(fact: Figured) -> Fraction:
    return Fraction(fact.figure.value) * base(fact.figure.unit)[0]


def _joint(terms: Sequence[Term], pair: Sequence[Figured]) -> float:
    """How likely figures are together: each for itself, and how much of the question they speak of between them."""
    told = " ".join(f"{_clause(fact)} {fact.figure.subject}" for fact in pair)
    return sum(fact.fit for fact in pair) / len(pair) + _JOINT * coverage(terms, told)


def _clause(fact: Figured) -> str:
    return fact.sentence.text[fact.start - fact.sentence.start : fact.end - fact.sentence.start]


def _sum_and_years(asked: Asked, facts: Sequence[Figured]) -> Operands | None:
    """What was done in several years, to be told by the year."""
    best = facts[0]
    first, _, last = best.sentence.period.partition("–")
    if not last or base(best.figure.unit)[1] == "%" or (asked.first and int(first) != asked.first):
        return None
    return Operands((best,), Side.PERIOD, Decimal(int(last) - int(first) + 1))


def _level_and_multiple(facts: Sequence[Figured]) -> Operands | None:
    """A level and the multiple of an earlier one that it is, in one sentence: 达到109.4万户，是2017年的1.6倍."""
    for best in facts[:4]:
        same = [fact for fact in facts if fact.sentence == best.sentence]
        times = next((fact for fact in same if fact.figure.unit == _TIMES), None)
        level = next((fact for fact in same if fact.figure.unit != _TIMES and base(fact.figure.unit)[1] != "%"), None)
        if times and level:
            return Operands((level, times), Side.CHANGE)
    return None


def _counts(fact: Figured) -> bool:
    return counts_things(base(fact.figure.unit)[1])


def _of_periods(periods: Sequence[Period], facts: Sequence[Figured]) -> Operands | None:
    """One figure of each of two periods, of one thing and kind, together the likeliest."""
    first, second = periods[0], periods[-1]
    pairs = (
        (a, b)
        for a in facts
        for b in facts
        if _is_of(a, first)
        and _is_of(b, second)
        and a.sentence.report == b.sentence.report
        and same_kind(a.figure, b.figure)
        and same_subject(a.figure, b.figure)
    )
    best = max(pairs, key=lambda pair: pair[0].fit + pair[1].fit, default=None)
    return Operands(best, Side.PERIOD) if best else None


def _is_of(fact: Figured, period: Period) -> bool:
    first, _, last = fact.sentence.period.partition("–")
    same = (int(first), int(last or first)) == (period.first, period.last)
    return same and (fact.sentence.status in FORWARD) == period.forward


def _of_two_subjects(asked: Asked, terms: Sequence[Term], facts: Sequence[Figured]) -> Operands | None:
    """The two likeliest figures of one period and dimension whose subjects both stand in the question, or in one sentence."""
    share = asked.operation is Operation.SHARE
    pairs = [
        (a, b)
        for a, b in combinations(facts, 2)
        if (share and _of_one_sentence(a, b)) or (_comparable(a, b) and _is_named(a) and _is_named(b))
    ]
    if not pairs:
        return None
    pair = max(pairs, key=lambda pair: _joint(terms, pair))
    first, second = sorted(pair, key=lambda one: _place(asked.text, one.figure.subject))
    return Operands((first, second), Side.SUBJECT)


def _of_one_sentence(a: Figured, b: Figured) -> bool:
    """Whether one sentence counts both alike, as it does a whole and its part."""
    return a.sentence == b.sentence and a.figure.unit == b.figure.unit and a.figure.value != b.figure.value


def _is_named(fact: Figured) -> bool:
    """Whether the question names the thing: the figure's own subject, or what its clause is about."""
    return fact.named >= _NAMED or fact.known >= _SPOKEN_OF


def _all_named(facts: Sequence[Figured]) -> Operands | None:
    """The figures of all the things that the question names, of one period and dimension."""
    taken: list[Figured] = []
    for fact in facts:
        if _is_named(fact) and all(_comparable(fact, other) for other in taken) and len(taken) < _ADDED:
            taken.append(fact)
    return Operands(tuple(taken), Side.SUBJECT) if len(taken) > 1 else None


def _comparable(a: Figured, b: Figured) -> bool:
    """Whether two figures are of one report, period and dimension, and of things that are not part of each other."""
    one, other = a.figure.subject, b.figure.subject
    apart = one not in other and other not in one
    together = (a.sentence.report, a.sentence.period) == (b.sentence.report, b.sentence.period)
    alike = same_kind(a.figure, b.figure) or (_counts(a) and _counts(b))
    return apart and together and alike


def _place(question: str, subject: str) -> int:
    """Where a question names a subject: at the first two characters of it that stand there."""
    return min(_places(question, subject), default=len(question))


def _places(question: str, subject: str) -> Iterator[int]:
    for n in range(max(len(subject) - 1, 1)):
        if (at := question.find(subject[n : n + 2])) >= 0:
            yield at


def _statement(fact: Figured) -> Statement:
    quote = cite(fact.sentence, fact.start, fact.end)
    return Statement(quote.quote, (quote,))
