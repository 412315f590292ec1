"""Figures of one thing -> those to reckon with: the ends of changes, a level and its change or its distance from the nation's."""

import re
from collections.abc import Sequence

from qa.answering.computing.operands import LEVELS, Operands, Side, beside, between, joint, size
from qa.answering.facts import Figured, same_kind, same_subject
from qa.answering.figures import CHANGES, DISTANCES, Direction, find_figures, same
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
_NATION = re.compile(r"全国")
# 增幅高于全国0.2个百分点 is of a rate of growth.
_RATE = re.compile(r"增[速幅长]|涨幅|降幅")
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


def growth_of(asked: Asked, terms: Sequence[Term], facts: Sequence[Figured]) -> Operands | None:
    """A level with the amount of its change, or both ends of one, of which the rate is asked for; None where that is told."""
    near = facts[:_TRIED]
    ends = [(one.first, one.second) for one in changes_of(facts)]
    pairs = [pair for pair in _near_pairs(near) if _tells_before(*pair) and pair[1].figure.direction in CHANGES]
    pairs = [pair for pair in (*ends, *pairs) if _are_amounts(*pair) and pair[0].named >= _NAMED]
    best = max(pairs, key=lambda pair: joint(terms, pair), default=None)
    if best is None or any(_tells_rate(best[0], fact) for fact in near):
        return None
    return Operands(best, Side.CHANGE)


def nations_of(asked: Asked, terms: Sequence[Term], facts: Sequence[Figured]) -> Operands | None:
    """What a region reached and how far that is from the nation's, which is asked for: 3.9%, 高于全国0.2个百分点."""
    pairs = [(level, gap) for level in facts[:_TRIED] for gap in facts[:_TRIED] if _are_apart(level, gap)]
    last = [
        (a, b)
        for a, b in pairs
        if not any(b == d and a.sentence == c.sentence and a.figure.start < c.figure.start for c, d in pairs)
    ]
    best = max(last, key=lambda pair: joint(terms, pair), default=None)
    return Operands(best, Side.CHANGE) if best else None


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
        if level in near
        and _says_since_when(level, change)
        and (base(change.figure.unit)[1] != "%" or _names(asked, change))
    ]
    return Operands(max(pairs, key=lambda pair: pair[0].fit), Side.CHANGE) if pairs else None


def _worked_back(asked: Asked, facts: Sequence[Figured]) -> list[tuple[Figured, Figured]]:
    """Levels, each with a change since a year that tells the one that is asked for."""
    return [
        pair
        for pair in _near_pairs(facts)
        if _tells_before(*pair) and (not asked.base_years or not asked.base_years.isdisjoint(_base_years(asked, *pair)))
    ]


def _names(asked: Asked, change: Figured) -> bool:
    """Whether a question itself tells a change: 报告只说三年涨了58.6%. Else growth in % may be that of volumes, not of values."""
    return any(same(given, change.figure) for given in find_figures(asked.text) if given.kind == "quantity")


def _is_of_base_year(asked: Asked, fact: Figured) -> bool:
    last = int(fact.sentence.period.partition("–")[2] or fact.sentence.period)
    return last in asked.base_years and fact.sentence.status is Status.DONE and fact.figure.direction not in CHANGES


def _base_year(level: Figured, change: Figured) -> int:
    """The year of what a level was before: the one that stands with the change, else the year before its period."""
    said = between(level, change) if level.sentence == change.sentence else ""
    first, _, last = change.sentence.period.partition("–")
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
    if level.sentence != change.sentence:
        return True
    said = between(level, change)
    return "–" in level.sentence.period or any(p.search(said) for p in (_LAST_YEAR, _A_YEAR, _SO_MANY_YEARS))


def _near_pairs(facts: Sequence[Figured]) -> list[tuple[Figured, Figured]]:
    """The figures of one thing that stand next to each other, or are told of one review: its end, and how far it came to that."""
    return [(a, b) for a in facts for b in facts if _beside(a, b) or _reviewed(a, b)]


def _beside(one: Figured, other: Figured) -> bool:
    """Whether two figures of one thing stand next to each other in a sentence."""
    return one.figure.subject == other.figure.subject and beside(one, other)


def _reviewed(level: Figured, change: Figured) -> bool:
    """Whether a level is that of the end of a review that tells its change elsewhere: 比例达到92.8%, 五年来优良天数比例上升3个百分点."""
    last = change.sentence.period.partition("–")[2]
    return (
        level.sentence != change.sentence
        and level.sentence.report == change.sentence.report
        and level.sentence.period == last
        and level.sentence.status is change.sentence.status is Status.DONE
        and level.figure.direction in LEVELS
        and bool(change.figure.subject)
        and level.figure.subject.endswith(change.figure.subject)
    )


def _are_apart(level: Figured, gap: Figured) -> bool:
    """Whether a figure tells how far another is from the nation's, in its sentence or in one of the same time."""
    times = [(one.sentence.report, one.sentence.period, one.sentence.status) for one in (level, gap)]
    same = times[0] == times[1] and bool(level.figure.subject) and level.figure.subject == gap.figure.subject
    if not same or gap.figure.direction not in DISTANCES or not _alike_or_points(*_dimensions(level, gap)):
        return False
    no_level = level.figure.direction in DISTANCES | {Direction.FROM} or base(level.figure.unit)[1] == _POINTS
    if no_level or not _NATION.search(gap.clause):
        return False
    if level.sentence == gap.sentence:
        return level.figure.start < gap.figure.start
    return (level.figure.direction in CHANGES) == bool(_RATE.search(gap.clause))


def _are_amounts(level: Figured, change: Figured) -> bool:
    return all(
        unit == _dimensions(level, change)[0] not in ("%", _TIMES, _POINTS) for unit in _dimensions(level, change)
    )


def _tells_rate(level: Figured, fact: Figured) -> bool:
    """Whether a figure is the rate of growth of a level, at its time."""
    rate = fact.figure.direction in CHANGES and base(fact.figure.unit)[1] == "%"
    times = [(one.sentence.report, one.sentence.period, one.sentence.status) for one in (level, fact)]
    return rate and times[0] == times[1] and same_subject(level.figure, fact.figure)


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
