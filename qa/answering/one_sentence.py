"""Figures of one sentence -> those to reckon with: the ends of a change, a level and a change, an amount and a count."""

import re
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from qa.answering.facts import Figured, same_kind
from qa.answering.figures import CHANGES, DISTANCES, Direction
from qa.answering.figures.units import base
from qa.answering.operands import Operands, Side, counts, joint
from qa.retrieval.question import Asked
from qa.retrieval.terms import Term

# So many of the likeliest figures are tried.
_TRIED = 16
# Weight of a count's being what the question divides by, beside the likelihoods.
_DIVIDES = 2.0
_TIMES, _POINTS = "倍", "百分点"
# 平均一个贫困县, 每个岗位: what an amount is divided by.
_PER = re.compile(r"(?:平均[一每]?|[每摊]|到)(?:[一每])?(?:个|家|项|户|亩|所|座|人|名)?([一-鿿]{2})")
_BY_YEAR = re.compile(r"每年|一年")
_DIGIT, _YEAR = re.compile(r"\d"), re.compile(r"(?:19|20)\d\d年")
_NATION = re.compile(r"全国|国家")


def change_of(facts: Sequence[Figured]) -> Operands | None:
    """The beginning and the end of a change that one clause states: 由2110公里增至3055公里."""
    same = [fact for fact in facts if (fact.sentence, fact.start) == (facts[0].sentence, facts[0].start)]
    before = next((fact for fact in same if fact.figure.direction is Direction.FROM), None)
    after = next((fact for fact in same if fact.figure.direction in (Direction.UP_TO, Direction.DOWN_TO)), None)
    if before and after and same_kind(before.figure, after.figure):
        return Operands((before, after), Side.CHANGE)
    return None


def base_of(asked: Asked, facts: Sequence[Figured]) -> Operands | None:
    """A level and what tells an earlier or another one from it: 5.66万亿元、比上年增加1.6万亿元; 109.4万户，是2017年的1.6倍."""
    nation = bool(_NATION.search(asked.text))
    pairs = (
        (level, change)
        for level in facts[:_TRIED]
        for change in facts
        if _follows(change, level) and _tells_base(level, change, nation=nation)
    )
    best = max(pairs, key=lambda pair: pair[0].fit + pair[1].fit, default=None)
    return Operands(best, Side.CHANGE) if best else None


def mean_of(asked: Asked, terms: Sequence[Term], facts: Sequence[Figured]) -> Operands | None:
    """What is to be told by the year, or by the thing."""
    by_year = _sum_and_years(asked, facts) if _BY_YEAR.search(asked.text) else None
    return by_year or _sum_and_count(asked, terms, facts)


def _follows(later: Figured, earlier: Figured) -> bool:
    """Whether one figure stands right behind another in a sentence, of the same thing."""
    return (
        later.sentence == earlier.sentence
        and later.figure.start > earlier.figure.start
        and later.figure.subject == earlier.figure.subject
        and not _DIGIT.search(_YEAR.sub("", later.sentence.text[earlier.figure.end : later.figure.start]))
    )


def _tells_base(level: Figured, change: Figured, *, nation: bool) -> bool:
    """Whether what a level was before, or what it is elsewhere (`nation`), follows from a change or a distance."""
    one, other = base(level.figure.unit)[1], base(change.figure.unit)[1]
    if nation:
        return change.figure.direction in DISTANCES and (one == other or (one, other) == ("%", _POINTS))
    if level.figure.direction in CHANGES or one == _TIMES:
        return False
    if other == _TIMES:
        return True
    return change.figure.direction in CHANGES and (other == "%" or one == other or (one, other) == ("%", _POINTS))


def _sum_and_years(asked: Asked, facts: Sequence[Figured]) -> Operands | None:
    """What was done in several years, to be told by the year."""
    best = facts[0]
    first, _, last = best.sentence.period.partition("–")
    if not last or base(best.figure.unit)[1] == "%" or (asked.first and int(first) != asked.first):
        return None
    return Operands((best,), Side.PERIOD, Decimal(int(last) - int(first) + 1))


def _sum_and_count(asked: Asked, terms: Sequence[Term], facts: Sequence[Figured]) -> Operands | None:
    """Two figures of one sentence to be divided, a count below: together they speak of the most that is asked."""
    best = facts[0]
    same = [fact for fact in facts if fact.sentence == best.sentence and base(fact.figure.unit)[1] not in ("%", "")]
    pairs = [
        (above, below)
        for above in same
        for below in same
        if counts(below) and below is not above and (not counts(above) or _size(above) > _size(below))
    ]
    per = set(_PER.findall(asked.text))

    def likely(pair: tuple[Figured, Figured]) -> float:
        return joint(terms, pair) + _DIVIDES * any(thing in pair[1].figure.subject for thing in per)

    pair = max(pairs, key=likely, default=None)
    return Operands(pair, Side.SUBJECT) if pair else None


def _size(fact: Figured) -> Fraction:
    return Fraction(fact.figure.value) * base(fact.figure.unit)[0]
