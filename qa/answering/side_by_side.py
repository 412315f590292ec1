"""Figures of several clauses -> those that a question sets side by side: of two periods, of two subjects, or all to be added."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from qa.answering.facts import Figured, same_kind, same_subject
from qa.answering.figures import CHANGES, DISTANCES, Direction
from qa.answering.figures.units import base
from qa.answering.operands import Operands, Side, about, counts, joint
from qa.domain import Status
from qa.index.lexical import words
from qa.retrieval.operations import Operation
from qa.retrieval.periods import Period
from qa.retrieval.question import FORWARD, Asked
from qa.retrieval.terms import Term

# So many of the likeliest figures are tried; one this much less likely (in log-odds) than the best is of something else. Where
# two must be alike anyway, the second may be further off.
_TRIED, _APART, _FAR = 16, 5.0, 11.0
# Of the things compared by name, the question names at least this share of each, or its clause speaks of this share of it.
_NAMED, _SPOKEN_OF = 0.5, 0.6
# A clause speaks of a term where so much of one of its names stands there.
_SPEAKS = 0.5
# Weights of the likeness of two subjects, and of each telling what the other does not, beside the likelihoods.
_ALIKE, _SET_APART = 3.0, 2.0
# The most things that are added up.
_ADDED = 5
# 三样一共, 两个加一块: how many things are added up.
_HOW_MANY = re.compile(r"([两二三四五2-5])(?:样|个|块|项|类|者|种|家|地|摊子?|笔|股|方面|大类)")
_NUMERALS = {"两": 2, "二": 2, "三": 3, "四": 4, "五": 5}
_LEVELS = frozenset({Direction.LEVEL, Direction.UP_TO, Direction.DOWN_TO})


def of_periods(periods: Sequence[Period], facts: Sequence[Figured]) -> Operands | None:
    """One figure of each of two periods, of one thing and kind, together the likeliest."""
    facts, (first, second) = _near(facts, _FAR), (periods[0], periods[-1])
    pairs = [
        (a, b)
        for a in facts
        for b in facts
        if _is_of(a, first)
        and _is_of(b, second)
        and a.sentence.report == b.sentence.report
        and same_kind(a.figure, b.figure)
        and same_subject(a.figure, b.figure)
        and (a.figure.direction in CHANGES) == (b.figure.direction in CHANGES)
    ]
    best = max(pairs, key=lambda pair: pair[0].fit + pair[1].fit + _ALIKE * _likeness(*pair), default=None)
    return Operands(best, Side.PERIOD) if best else None


def of_two_subjects(asked: Asked, terms: Sequence[Term], facts: Sequence[Figured]) -> Operands | None:
    """The two likeliest figures of one period and dimension whose subjects both stand in the question, or in one sentence."""
    facts = _near(facts, _FAR)
    if asked.operation is Operation.SHARE:
        facts = [fact for fact in facts if fact.figure.direction not in CHANGES | DISTANCES | {Direction.FROM}]
        pairs = [(a, b) for a, b in combinations(facts, 2) if _of_one_sentence(a, b) or _side_by_side(terms, a, b)]
    else:
        facts = [fact for fact in facts if fact.figure.direction is not Direction.FROM]
        pairs = [(a, b) for a, b in combinations(facts, 2) if _side_by_side(terms, a, b)]
    pair = max(pairs, key=lambda pair: joint(terms, pair) + _SET_APART * _complete(terms, *pair), default=None)
    if pair is None:
        return None
    first, second = sorted(pair, key=lambda one: _place(asked.text, one.figure.subject))
    return Operands((first, second), Side.SUBJECT)


def all_named(asked: Asked, terms: Sequence[Term], facts: Sequence[Figured]) -> Operands | None:
    """The figures of all the things that the question names, of one period and dimension; as many as it says."""
    number = _HOW_MANY.search(asked.text)
    most = (_NUMERALS.get(number[1]) or int(number[1])) if number else _ADDED
    taken: list[Figured] = []
    near = _near(facts, _APART)
    for fact in near if number else filter(_is_named, near):
        if len(taken) < most and all(_addable(fact, other) for other in taken):
            taken.append(fact)
    return Operands(tuple(taken), Side.SUBJECT) if len(taken) > 1 else None


def _near(facts: Sequence[Figured], apart: float) -> list[Figured]:
    return [fact for fact in facts[:_TRIED] if fact.fit >= facts[0].fit - apart]


def _is_of(fact: Figured, period: Period) -> bool:
    """Whether a figure is of a period; a level that was reached by the end of a year is that year's, however long it took."""
    first, _, last = fact.sentence.period.partition("–")
    years = (int(first), int(last or first))
    same = years == (period.first, period.last)
    reached = (
        fact.sentence.status is Status.DONE
        and fact.figure.direction in _LEVELS
        and period.first == period.last == years[1]
    )
    return (same or reached) and (fact.sentence.status in FORWARD) == period.forward


def _likeness(a: Figured, b: Figured) -> float:
    """The share of their words that two subjects have in common."""
    one, other = set(words(a.figure.subject)), set(words(b.figure.subject))
    return len(one & other) / len(one | other) if one | other else 0.0


def _side_by_side(terms: Sequence[Term], a: Figured, b: Figured) -> bool:
    """Whether a question sets two things beside each other: it names both, or each tells of something that the other does not."""
    return _comparable(a, b) and ((_is_named(a) and _is_named(b)) or _complete(terms, a, b))


def _complete(terms: Sequence[Term], a: Figured, b: Figured) -> bool:
    """Whether each of two figures speaks of a term of the question that the other does not speak of."""
    one, other = _told(terms, a), _told(terms, b)
    return bool(one - other and other - one)


def _told(terms: Sequence[Term], fact: Figured) -> set[Term]:
    text = about(fact)
    return {term for term in terms if term.is_in(text) >= _SPEAKS}


def _of_one_sentence(a: Figured, b: Figured) -> bool:
    """Whether one sentence counts both alike, as it does a whole and its part."""
    return a.sentence == b.sentence and a.figure.unit == b.figure.unit and a.figure.value != b.figure.value


def _is_named(fact: Figured) -> bool:
    """Whether the question names the thing: the figure's own subject, or what its clause is about."""
    return fact.named >= _NAMED or fact.known >= _SPOKEN_OF


def _addable(a: Figured, b: Figured) -> bool:
    """Whether two figures can be added up; the members of one enumeration can, whatever they are called."""
    one_unit = base(a.figure.unit)[1] == base(b.figure.unit)[1]
    return one_unit and (_comparable(a, b) or (a.sentence == b.sentence and a.start != b.start))


def _comparable(a: Figured, b: Figured) -> bool:
    """Whether two figures are of one report, period and dimension, and of things that are not part of each other."""
    one, other = a.figure.subject, b.figure.subject
    apart = one not in other and other not in one
    together = (a.sentence.report, a.sentence.period) == (b.sentence.report, b.sentence.period)
    alike = same_kind(a.figure, b.figure) or (counts(a) and counts(b))
    return apart and together and alike


def _place(question: str, subject: str) -> int:
    """Where a question names a subject: at the first two characters of it that stand there."""
    return min(_places(question, subject), default=len(question))


def _places(question: str, subject: str) -> Iterator[int]:
    for n in range(max(len(subject) - 1, 1)):
        if (at := question.find(subject[n : n + 2])) >= 0:
            yield at
