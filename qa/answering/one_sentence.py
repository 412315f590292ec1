"""Figures of one sentence -> those to reckon with: the ends of changes, a level and its change, an amount and a count."""

import re
from collections.abc import Sequence
from decimal import Decimal

from qa.answering.facts import Figured, same_kind
from qa.answering.figures import CHANGES, DISTANCES, Direction
from qa.answering.figures.units import base
from qa.answering.operands import Operands, Side, counts, joint, size
from qa.domain import Status
from qa.retrieval.question import Asked
from qa.retrieval.terms import Term

# So many of the likeliest figures are tried; one this much less likely (in log-odds) than the best is of something else.
_TRIED, _APART = 16, 5.0
# A stated change may be this much less likely than a mere level, and speak of this much less of what is asked.
_BEHIND, _LESS = 2.5, 0.1
# Weight of a count's being what the question divides by, beside the likelihoods.
_DIVIDES = 2.0
# Of a level that is worked back unasked, the question names this share of the subject at least.
_NAMED = 0.6
_TIMES, _POINTS = "倍", "百分点"
# 平均一个贫困县, 每个岗位: what an amount is divided by.
_PER = re.compile(r"(?:平均[一每]?|[每摊]|到)(?:[一每])?(?:个|家|项|户|亩|所|座|人|名)?([一-鿿]{2})")
_BY_YEAR = re.compile(r"每一?年|一年|年均")
_DIGIT, _TIME = re.compile(r"\d"), re.compile(r"(?:19|20)\d\d年|\d{1,2}年")
_NATION = re.compile(r"全国|国家")
# What is done over the years, not what there is at their end.
_DONE_IN_ALL = re.compile(r"累计|新增|新建|共|完成")
_LAST_YEAR = re.compile(r"[比较](?:上年|去年|上一年)")
_A_YEAR, _SO_MANY_YEARS = re.compile(r"((?:19|20)\d\d)年"), re.compile(r"(?<!\d)近?(\d{1,2})年")


def changes_of(facts: Sequence[Figured]) -> list[Operands]:
    """The beginnings and ends of the changes that the likeliest clause states: 分别从209元、280元提高到217元、290元.

    One that speaks of as much goes before a likelier clause that states no change at all.
    """
    best = facts[0]
    if best.figure.direction not in CHANGES:
        begins = (fact for fact in facts if fact.figure.direction is Direction.FROM and fact.fit >= best.fit - _BEHIND)
        best = next((fact for fact in begins if fact.known >= best.known - _LESS), best)
    same = [fact for fact in facts if (fact.sentence, fact.start) == (best.sentence, best.start)]
    same.sort(key=lambda fact: fact.figure.start)
    first = [fact for fact in same if fact.figure.direction is Direction.FROM]
    last = [fact for fact in same if first and fact.figure.start > first[-1].figure.start]
    pairs = list(zip(first, last, strict=False))
    return [Operands(pair, Side.CHANGE) for pair in pairs] if all(_is_change(*pair) for pair in pairs) else []


def _is_change(begin: Figured, end: Figured) -> bool:
    return same_kind(begin.figure, end.figure) and begin.figure.subject == end.figure.subject


def base_of(asked: Asked, terms: Sequence[Term], facts: Sequence[Figured]) -> Operands | None:
    """A level and what tells an earlier or another one from it: 5.66万亿元、比上年增加1.6万亿元; 109.4万户，是2017年的1.6倍."""
    best = max(_worked_back(asked, facts[:_TRIED]), key=lambda pair: joint(terms, pair), default=None)
    return Operands(best, Side.CHANGE) if best else None


def base_unasked(asked: Asked, facts: Sequence[Figured]) -> Operands | None:
    """The level of a year of which the report gives only a later one and 比上年增加; None where it gives that year's own."""
    near = [fact for fact in facts[:_TRIED] if fact.named >= _NAMED and fact.unit >= 0]
    if not near or any(_is_of_base_year(asked, fact) for fact in near):
        return None
    pairs = [
        (level, change)
        for level, change in _worked_back(asked, facts[:_TRIED])
        if level in near and _says_since_when(level, change) and base(change.figure.unit)[1] != "%"
    ]
    return Operands(max(pairs, key=lambda pair: pair[0].fit), Side.CHANGE) if pairs else None


def mean_of(asked: Asked, terms: Sequence[Term], facts: Sequence[Figured]) -> Operands | None:
    """What is to be told by the year, or by the thing."""
    return _sum_and_years(asked, facts) if _BY_YEAR.search(asked.text) else _sum_and_count(asked, terms, facts)


def _worked_back(asked: Asked, facts: Sequence[Figured]) -> list[tuple[Figured, Figured]]:
    """Levels, each with what tells the one that is asked for from it: a distance from the nation, or a change since a year."""
    pairs = [(level, change) for level in facts for change in facts if _beside(level, change)]
    if _NATION.search(asked.text):
        elsewhere = [pair for pair in pairs if _tells_elsewhere(*pair)]
        if elsewhere or not asked.base_years:
            return elsewhere
    return [
        pair
        for pair in pairs
        if _tells_before(*pair) and (not asked.base_years or _base_year(*pair) in asked.base_years)
    ]


def _is_of_base_year(asked: Asked, fact: Figured) -> bool:
    last = int(fact.sentence.period.partition("–")[2] or fact.sentence.period)
    return last in asked.base_years and fact.sentence.status is Status.DONE and fact.figure.direction not in CHANGES


def _base_year(level: Figured, change: Figured) -> int:
    """The year of what a level was before: the one that stands with the change, else the year before its period."""
    between = _between(level, change)
    first, _, last = level.sentence.period.partition("–")
    if named := _A_YEAR.findall(between):
        return int(named[-1])
    if many := _SO_MANY_YEARS.findall(between):
        return int(last or first) - int(many[-1])
    return (int(last) if last and _LAST_YEAR.search(between) else int(first)) - 1


def _says_since_when(level: Figured, change: Figured) -> bool:
    """Whether the report says since when a level changed: 比上年增加, 5年提高, or in a review of several years."""
    between = _between(level, change)
    return "–" in level.sentence.period or any(p.search(between) for p in (_LAST_YEAR, _A_YEAR, _SO_MANY_YEARS))


def _between(one: Figured, other: Figured) -> str:
    """What stands between two figures of a sentence."""
    first, second = sorted((one.figure, other.figure), key=lambda figure: figure.start)
    return one.sentence.text[first.end : second.start]


def _beside(one: Figured, other: Figured) -> bool:
    """Whether two figures of one thing stand next to each other in a sentence."""
    return (
        other.sentence == one.sentence
        and other.figure.start != one.figure.start
        and other.figure.subject == one.figure.subject
        and not _DIGIT.search(_TIME.sub("", _between(one, other)))
    )


def _tells_elsewhere(level: Figured, change: Figured) -> bool:
    return change.figure.direction in DISTANCES and _alike_or_points(*_dimensions(level, change))


def _tells_before(level: Figured, change: Figured) -> bool:
    """Whether what a level was before follows from a change, in its unit, in percent or as a multiple."""
    one, other = _dimensions(level, change)
    if level.figure.direction in CHANGES | DISTANCES | {Direction.FROM} or one == _TIMES:
        return False
    if other == _TIMES:
        return change.figure.direction is Direction.LEVEL
    return change.figure.direction in CHANGES and (other == "%" or _alike_or_points(one, other))


def _alike_or_points(one: str, other: str) -> bool:
    return one == other or (one, other) == ("%", _POINTS)


def _dimensions(one: Figured, other: Figured) -> tuple[str, str]:
    return base(one.figure.unit)[1], base(other.figure.unit)[1]


def _sum_and_years(asked: Asked, facts: Sequence[Figured]) -> Operands | None:
    """What was done in several years, to be told by the year; no rate, and no level at their end."""
    for fact in facts[:_TRIED]:
        first, _, last = fact.sentence.period.partition("–")
        level = fact.figure.direction in (Direction.LEVEL, Direction.UP_TO) and not _DONE_IN_ALL.search(_clause(fact))
        if not last or level or fact.fit < facts[0].fit - _APART or (asked.first and int(first) != asked.first):
            continue
        if base(fact.figure.unit)[1] in ("%", _POINTS, _TIMES) or fact.figure.direction is Direction.FROM:
            return None
        return Operands((fact,), Side.PERIOD, Decimal(int(last) - int(first) + 1))
    return None


def _clause(fact: Figured) -> str:
    return fact.sentence.text[fact.start - fact.sentence.start : fact.end - fact.sentence.start]


def _sum_and_count(asked: Asked, terms: Sequence[Term], facts: Sequence[Figured]) -> Operands | None:
    """Two figures of one sentence to be divided, a count below: together they speak of the most that is asked."""
    best = facts[0]
    same = [fact for fact in facts if fact.sentence == best.sentence and base(fact.figure.unit)[1] not in ("%", "")]
    pairs = [
        (above, below)
        for above in same
        for below in same
        if counts(below) and below.named and below is not above and (not counts(above) or size(above) > size(below))
    ]
    per = set(_PER.findall(asked.text))

    def likely(pair: tuple[Figured, Figured]) -> float:
        return joint(terms, pair) + _DIVIDES * any(thing in pair[1].figure.subject for thing in per)

    pair = max(pairs, key=likely, default=None)
    return Operands(pair, Side.SUBJECT) if pair else None
