"""A question for an amount by the month, the day or the year, and figures -> the amount, and how many of these it is told for."""

import re
from collections.abc import Sequence
from fractions import Fraction

from qa.answering.checks.lengths import DAY, MONTH, QUARTER, YEAR, lead, lengths
from qa.answering.computing.operands import LEVELS, Count, Operands, Side
from qa.answering.facts import Figured
from qa.answering.figures import CHANGES, DISTANCES, Direction
from qa.answering.figures.units import base
from qa.retrieval.question import Asked

# So many of the likeliest figures are tried; one this much less likely (in log-odds) than the best is of something else, a sum of
# several years that is asked for beside those of one year may be less likely than they.
_TRIED, _APART, _NEAR = 16, 5.0, 2.5
# The last that a question names is asked for: 一年的利息，每个月少还多少.
_LENGTHS = {
    DAY: r"(?:每一?|一|平均到)[天日](?![夜])|日均",
    MONTH: r"(?:每一?个?|[一到逐]个?|12个|十二个)月(?![份底初末])|月均",
    QUARTER: r"(?:每一?个?|[一到逐]个?|[4四]个)季度?|季均",
    YEAR: r"每一?年|(?<![近上这同])一年|年均|年的?年?平均|全年(?=合|折|下来|加)",
}
_ASKED = re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in _LENGTHS.items()))
# What is done over the time, not what there is at its end.
_DONE_IN_ALL = re.compile(r"累计|新增|新建|共|完成")
_STOCK = re.compile(r"余额|总量|总数|人口|里程|保有量|户数|库存|覆盖")
_NO_AMOUNT = ("%", "百分点", "倍")
# 少还多少利息, 涨的那部分: a change is asked for.
_OF_A_CHANGE = re.compile(r"(?<!多)少(?![数年于])|(?<![最至])多(?!少|大)|[增涨加减降省]|提高")


def by_time(asked: Asked, facts: Sequence[Figured]) -> Operands | None:
    """An amount of a time of which several shorter ones, or of which a longer one, are asked for; no rate, no level at the end."""
    length = asked_length(asked.text)
    if length is None:
        return None
    for fact in facts[:_TRIED]:
        first, _, last = fact.sentence.period.partition("–")
        told = lengths(lead(fact.sentence.text, fact.figure.start), int(first), int(last or first))
        count = told.get(length, Fraction(1))
        apart = fact.fit < facts[0].fit - (_APART if last else _NEAR) or (asked.first and int(first) != asked.first)
        if count == 1 or apart or fact.unit < 0 or _at_the_end(fact, bool(last) and count > 1):
            continue
        unit = base(fact.figure.unit)[1]
        if unit in _NO_AMOUNT or "/" in unit:
            return None
        whole = fact.figure.direction not in CHANGES or _OF_A_CHANGE.search(asked.text)
        if whole and fact.figure.direction not in DISTANCES | {Direction.FROM}:
            return Operands((fact,), Side.PERIOD, Count(count, length))
    return None


def asked_length(question: str) -> str | None:
    """The length of time by which a question wants an amount told: 天, 月, 季度 or 年."""
    return next((mark.lastgroup for mark in reversed(list(_ASKED.finditer(question)))), None)


def beside_yearly_mean(asked: Asked, pair: Operands | None) -> Operands | None:
    """A figure of one year beside one of several, to be told by the year where the question says so: 是过去五年年均的几倍.

    A mean rate of growth is one as it stands; a level at the end of the years has no mean.
    """
    if pair is None or asked_length(asked.text) != YEAR:
        return pair
    own, total = sorted(pair.facts, key=_years)
    if _years(total) == 1 or _years(own) > 1 or base(total.figure.unit)[1] in _NO_AMOUNT:
        return pair
    return None if _at_the_end(total, True) else Operands((own, total), Side.PERIOD, Count(_years(total), YEAR))


def _years(fact: Figured) -> Fraction:
    """How many years a figure is of."""
    first, _, last = fact.sentence.period.partition("–")
    return Fraction(int(last or first) - int(first) + 1)


def _at_the_end(fact: Figured, of_years: bool) -> bool:
    """Whether a figure is what there is at the end of its time, which is no sum of what came month by month."""
    level = fact.figure.direction in LEVELS and not _DONE_IN_ALL.search(fact.clause)
    return bool(_STOCK.search(fact.figure.subject)) or (of_years and level)
