"""Figures of one sentence -> those to reckon with: the ends of changes, a level and its change."""

import re
from collections.abc import Sequence

from qa.answering.computing.operands import LEVELS, Operands, Side, beside, between, joint, size
from qa.answering.facts import Figured, same_kind
from qa.answering.figures import CHANGES, DISTANCES, Direction
from qa.answering.figures.units import base
from qa.domain import Status
from qa.retrieval.question import Asked
from qa.retrieval.terms import Term

# So many of the likeliest figures are tried.
_TRIED = 16
# A stated change may be this much less likely than a mere level, and speak of this much less of what is asked.
_BEHIND, _LESS = 2.5, 0.1
# Of a level that is worked back unasked, the question names this share of the subject at least.
_NAMED = 0.6
_TIMES, _POINTS = "倍", "百分点"
_NATION = re.compile(r"全国|国家")
_BEFORE_IT = re.compile(r"(?:新增|[提增调添扩降减]\S?)了?[之以]?前")
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
        if _tells_before(*pair) and (not asked.base_years or not asked.base_years.isdisjoint(_base_years(asked, *pair)))
    ]


def _is_of_base_year(asked: Asked, fact: Figured) -> bool:
    last = int(fact.sentence.period.partition("–")[2] or fact.sentence.period)
    return last in asked.base_years and fact.sentence.status is Status.DONE and fact.figure.direction not in CHANGES


def _base_year(level: Figured, change: Figured) -> int:
    """The year of what a level was before: the one that stands with the change, else the year before its period."""
    said = between(level, change)
    first, _, last = level.sentence.period.partition("–")
    if named := _A_YEAR.findall(said):
        return int(named[-1])
    if many := _SO_MANY_YEARS.findall(said):
        return int(last or first) - int(many[-1])
    return (int(last) if last and _LAST_YEAR.search(said) else int(first)) - 1


def _base_years(asked: Asked, level: Figured, change: Figured) -> set[int]:
    """The years by which a question may name what was before: also that of the change, 去年提高之前."""
    of_the_change = {int(level.sentence.period[-4:])} if _BEFORE_IT.search(asked.text) else set()
    return {_base_year(level, change)} | of_the_change


def _says_since_when(level: Figured, change: Figured) -> bool:
    """Whether the report says since when a level changed: 比上年增加, 5年提高, or in a review of several years."""
    said = between(level, change)
    return "–" in level.sentence.period or any(p.search(said) for p in (_LAST_YEAR, _A_YEAR, _SO_MANY_YEARS))


def _beside(one: Figured, other: Figured) -> bool:
    """Whether two figures of one thing stand next to each other in a sentence."""
    return one.figure.subject == other.figure.subject and beside(one, other)


def _tells_elsewhere(level: Figured, change: Figured) -> bool:
    return change.figure.direction in DISTANCES and _alike_or_points(*_dimensions(level, change))


def _tells_before(level: Figured, change: Figured) -> bool:
    """Whether what a level was before follows from a change, in its unit, in percent or as a multiple."""
    one, other = _dimensions(level, change)
    if level.figure.direction in CHANGES | DISTANCES | {Direction.FROM} or one == _TIMES:
        return False
    if other == _TIMES:
        return change.figure.direction is Direction.LEVEL
    if change.figure.direction is Direction.ADDED:  # 新增15家、总数达36家
        return one == other and level.figure.direction in LEVELS and size(level) > size(change)
    return change.figure.direction in CHANGES and (other == "%" or _alike_or_points(one, other))


def _alike_or_points(one: str, other: str) -> bool:
    return one == other or (one, other) == ("%", _POINTS)


def _dimensions(one: Figured, other: Figured) -> tuple[str, str]:
    return base(one.figure.unit)[1], base(other.figure.unit)[1]
