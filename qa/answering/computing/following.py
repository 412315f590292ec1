"""A question about one thing and figures -> what follows from one of them, or from a figure and its change, with what to do."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from qa.answering.checks.asker import told_of_each, unit_of
from qa.answering.checks.lengths import YEAR, lead
from qa.answering.computing.by_time import by_time
from qa.answering.computing.one_sentence import base_unasked, changes_of, growth_of, nations_of
from qa.answering.computing.operands import NO_LEVEL, Count, Operands, Side
from qa.answering.computing.shares import rest_of, whole_by_rate
from qa.answering.computing.side_by_side import beside_mean
from qa.answering.facts import Figured
from qa.answering.facts.asked_unit import units_asked
from qa.answering.figures import CHANGES, DISTANCES, Direction
from qa.answering.figures.units import UNIT, bare, base
from qa.retrieval.kinds import Kind, Want
from qa.retrieval.operations import Operation
from qa.retrieval.question import Asked
from qa.retrieval.terms import Term

Way = list[tuple[Operation, Operands]]

# Asks for the rate of a change, of which a report may give the amount alone.
_RATE_ASKED = re.compile(
    r"(?:[大多少高低]|[增涨升降减缩砍压][一-鿿]?)了?[^，,。]{0,4}(?:百分之(?:几|多少)|几成)|[增涨降]幅|增速|增长率|压缩率"
)
# Beside it, the amount: 少了多少户，压缩了百分之几.
_AMOUNT_TOO = re.compile(r"(?<!百分之)多少(?![个百]?分?[之点])|(?<!百分之)几[个家户项人]")
# 新增高铁多少公里 asks for the change where only its ends are told: 由2110公里增至3055公里.
_ADDED = re.compile(r"(?:新增|新添|增加|[增加添]了)[^，,。]{0,8}(?:多少|几)")
_OF_ONE_THING = (None, Operation.CHANGE, Operation.DIFFERENCE, Operation.BASE)
# 全国平均是多少, asked in a clause of its own, and not 比全国高多少.
_NATION_ASKED = re.compile(
    r"(?:^|[，,。；;？?\s]|推算|[那么就出])(?:\d{4}年|去年|今年)?全国(?:(?!比|高|低|占|超|快)[^，,。]){0,14}(?:多少|几)"
)
# 我家50亩, 四口人, 再连续交3年: what the asker has; only so is the number of no report.
_ASKERS = re.compile(
    rf"(?:[我俺咱]|家里|如果|要是|假如|假设|比如|比方)[^？?]{{0,16}}?(?P<number>\d+(?:\.\d+)?|[一二两三四五六七八九十])(?P<unit>口人?|个人|{UNIT})"
)
_NUMERALS = {"两": 2, **{char: n for n, char in enumerate("一二三四五六七八九十", 1)}}
_MORE = re.compile(r"多(?!少|大)|[增涨提添加降减]|(?<!多)少")
_NEAR = 2.5
# In these a figure is told in other units of its measure; shares are not, nor money in 角.
_MEASURES = ("亩", "斤", "米", "立方米", "千瓦", "千瓦时", "分钟")


def following(asked: Asked, terms: Sequence[Term], facts: Sequence[Figured]) -> Iterator[Way]:
    """The ways to get what is asked from what is told of one thing, likeliest first; each may turn out to make no sense."""
    if asked.operation in (Operation.REST, Operation.SHARE):
        yield _way(Operation.REST, rest_of(asked, facts))
    if asked.operation in _OF_ONE_THING and _RATE_ASKED.search(asked.text):
        growth = _way(Operation.GROWTH, growth_of(asked, terms, facts))
        ends = changes_of(facts) if _AMOUNT_TOO.search(asked.text) else []
        yield [*((Operation.CHANGE, one) for one in ends if growth), *growth]
    if _NATION_ASKED.search(asked.text) or (asked.operation is Operation.BASE and "全国" in asked.text):
        yield _way(Operation.BASE, nations_of(asked, terms, facts))
    if asked.operation in (Operation.BASE, Operation.WHOLE) and not asked.base_years:
        yield _way(Operation.WHOLE, whole_by_rate(asked, terms, facts))
    if asked.operation in (Operation.MEAN, Operation.YEAR) and (one := by_time(asked, facts)):
        own = beside_mean(asked.periods, one, facts) if one.count and one.count.unit == YEAR else None
        yield [*_way(asked.operation, one), *_way(asked.operation, own)]
    if asked.kind is Kind.FACT:
        yield _way(Operation.OWN, _for_the_asker(asked, facts))
        if asked.operation is None:
            yield _way(Operation.CONVERTED, _in_asked_unit(asked, facts))
            if _ADDED.search(asked.text) and facts[0].figure.direction in (Direction.FROM, Direction.UP_TO):
                yield [(Operation.CHANGE, one) for one in changes_of(facts)]
        if asked.base_years and Want.FIGURE in asked.wants and asked.operation in (None, Operation.DIFFERENCE):
            yield _way(Operation.BASE, base_unasked(asked, facts))


def _way(operation: Operation, operands: Operands | None) -> Way:
    return [(operation, operands)] if operands else []


def _for_the_asker(asked: Asked, facts: Sequence[Figured]) -> Operands | None:
    """What a report tells of each of what the asker has so many of: 亩产提升10.1斤 and 我家50亩."""
    own = _ASKERS.search(asked.text)
    if own is None:
        return None
    unit, number = unit_of(own["unit"]), Fraction(_NUMERALS.get(own["number"]) or own["number"])
    for fact in _likely(facts):
        changed = fact.figure.direction in CHANGES
        meant = not changed or _MORE.search(asked.text)
        level = fact.figure.direction not in DISTANCES | {Direction.FROM}
        if meant and level and fact.unit > 0 and told_of_each(_words(fact), unit):
            return Operands((fact,), Side.SUBJECT, Count(number, unit))
    return None


def _words(fact: Figured) -> str:
    return lead(fact.sentence.text, fact.figure.start) + fact.figure.subject


def _in_asked_unit(asked: Asked, facts: Sequence[Figured]) -> Operands | None:
    """The likeliest figure, where a question asks for it in another unit of its measure: 几亿吨 of 1.39万亿斤."""
    figure = facts[0].figure
    size, measure = base(figure.unit)
    if measure not in _MEASURES or figure.direction in NO_LEVEL:
        return None
    for unit in units_asked(asked.text):
        if base(unit)[1] == measure and bare(unit) != bare(figure.unit):
            number = Fraction(figure.value) * size / base(unit)[0]
            unit = next(scale for scale in ("亿", "万", "") if number >= base(scale)[0] or not scale) + unit
            return Operands((facts[0],), Side.SUBJECT, Count(size / base(unit)[0], unit))
    return None


def _likely(facts: Sequence[Figured]) -> list[Figured]:
    return [fact for fact in facts if fact.fit >= facts[0].fit - _NEAR]
