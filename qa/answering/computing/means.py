"""A question for a mean and figures -> what is to be divided, and the things that it is divided by."""

import re
from collections.abc import Sequence

from qa.answering.computing.operands import NAMED, NO_LEVEL, TRIED, Operands, Side, about, counts, joint, likeness, size
from qa.answering.facts import Figured
from qa.answering.facts.asked_unit import unit_fit
from qa.answering.figures.units import base
from qa.retrieval.question import Asked
from qa.retrieval.terms import Term

# A figure this much less likely (in log-odds) than the best is of something else, and one of two in a sentence with a figure this likely may be any less so.
_APART, _NEAR = 5.0, 2.5
# Weight of each figure's being in its role, what the question divides or divides by, beside the likelihoods.
_IN_ITS_ROLE = 2.0
_MEASURE = "个|家|项|户|亩|所|座|人次?|名|公里|台"
# 平均一个贫困县, 每个岗位, 一亩地: what an amount is divided by; 几个村, 多少公斤粮: what is divided.
_PER = re.compile(
    rf"(?:平均[一每]?|[每摊一]|到)(?P<unit>[一每]?(?:{_MEASURE})(?=.))?(?P<thing>(?!平均|大概|多)[一-鿿]{{2,8}}?)(?=平均|大概|大约|多少|几|[上能得要管有是打合/，,]|$)"
)
_DIVIDED = re.compile(r"(?:几|多少)个?(?P<thing>(?![百千万亿])[一-鿿]{1,4})")
# What is asked of the mean: not 几场 of 那几场招来的项目，平均一个多大投资.
_FROM_THE_MEAN = re.compile(r"(?:平均|每|摊|一亩).*$")
_NO_AMOUNT = ("%", "百分点", "倍", "")


def mean_of(asked: Asked, terms: Sequence[Term], facts: Sequence[Figured]) -> Operands | None:
    """Two figures to be divided, of one sentence or both named by the question: together they speak of the most that is asked."""
    near = facts[:TRIED]
    pairs = [(a, b) for a in near for b in near if _divides(asked, a, b) and _together(a, b, facts[0])]

    def likely(pair: tuple[Figured, Figured]) -> float:
        return joint(terms, pair) + _IN_ITS_ROLE * (_is_divided(asked, pair[0]) + _is_by(asked, pair[1]))

    pair = max(pairs, key=likely, default=None)
    return Operands(pair, Side.SUBJECT) if pair else None


def _divides(asked: Asked, above: Figured, below: Figured) -> bool:
    """Whether a figure is an amount of what is asked, and another how many there are to share it."""
    if above is below or above.figure.direction in NO_LEVEL or below.figure.direction in NO_LEVEL:
        return False
    units = [base(fact.figure.unit)[1] for fact in (above, below)]
    by = counts(below) and (_is_by(asked, below) or (below.named >= NAMED and not counts(above)))
    by = by or (_is_by(asked, below) and base(units[1])[0] == 1 and units[0] != units[1])
    mean = _FROM_THE_MEAN.search(asked.text)
    amount = units[0] not in _NO_AMOUNT and unit_fit(mean[0] if mean else asked.text, above.figure) >= 0
    return by and amount and (not counts(above) or size(above) > size(below))


def _together(one: Figured, other: Figured, best: Figured) -> bool:
    """Whether two figures are told together: in a sentence, one of them as likely as any; or, of 粮食产量 and 粮食播种面积, at one time."""
    if one.sentence == other.sentence:
        return max(one.fit, other.fit) >= best.fit - _NEAR
    times = {(fact.sentence.report, fact.sentence.period, fact.sentence.status) for fact in (one, other)}
    named = min(one.named, other.named) >= NAMED and likeness(one, other) > 0
    return named and len(times) == 1 and not counts(other)


def _is_by(asked: Asked, below: Figured) -> bool:
    """Whether the question names what a figure counts as what is divided by: by its unit (一亩地, 每户) or its name (每个岗位)."""
    for named in _PER.finditer(asked.text):
        unit = (named["unit"] or "").lstrip("一每")
        if unit not in ("", "个") and base(unit)[1] == base(below.figure.unit)[1]:
            return True
        if any(part in below.figure.subject for part in (named["thing"][:2], named["thing"][-2:])):
            return True
    return False


def _is_divided(asked: Asked, above: Figured) -> bool:
    """Whether the question asks how many there are of what a figure counts: 几个村."""
    return counts(above) and any(named["thing"][0] in about(above) for named in _DIVIDED.finditer(asked.text))
