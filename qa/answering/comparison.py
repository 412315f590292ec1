"""A question about two figures -> both, and what code computes from them.

The two differ in their period ("目标比去年实际高多少") or in their subject ("中欧班列和海铁联运哪个涨得快"). The arithmetic is exact,
and shown; a figure with 以上 or 左右 is reckoned with as it stands, and the working says so.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from fractions import Fraction

from qa.answering.evidence import cite
from qa.answering.facts import Fact, rank_facts, same_kind, same_subject
from qa.answering.figures import Direction, Hedge
from qa.answering.figures.units import base, counts_things
from qa.domain import Hit, Statement, Status
from qa.retrieval.question import Asked, Operation
from qa.retrieval.terms import Term

# A question that names a span of years wants its figure; else results are those of one year.
_SPAN = re.compile(r"五年|几年|十[三四五六]五")
_FORWARD = (Status.TARGET, Status.PLAN)
_ROUND_ABOUT = {
    Hedge.AT_LEAST: "以上",
    Hedge.ABOUT: "左右",
    Hedge.MORE_THAN: "多",
    Hedge.NEARLY: "近",
    Hedge.AT_MOST: "以内",
}
# A second figure must be this near the first in how well it covers the question, or it is about something else.
_COVERED_SHARE = 0.7
# Of two things compared by name, the question names at least this share of each.
_NAMED = 0.5


class Side(Enum):
    """What tells the two figures apart."""

    PERIOD = "period"
    SUBJECT = "subject"
    CHANGE = "change"


@dataclass(frozen=True, slots=True)
class Pair:
    """Two figures of one dimension, the first named first."""

    first: Fact
    second: Fact
    side: Side


def compare(asked: Asked, terms: Sequence[Term], hits: Sequence[Hit]) -> list[Statement]:
    """The result, then both figures as the report states them; empty where the hits do not hold two that compare."""
    facts = rank_facts(asked, terms, hits)
    pair = _pair(asked, facts)
    if pair is None or asked.operation is None:
        return []
    quoted = list(dict.fromkeys(_statement(fact) for fact in (pair.first, pair.second)))
    return [_computed(asked.operation, pair, quoted), *quoted]


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
            if (fact.sentence.status in _FORWARD) != forward
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
            apart = fact.figure.subject != best.figure.subject and (fact.start, fact.figure) != (
                best.start,
                best.figure,
            )
            if apart and fact.sentence.period == best.sentence.period and same_kind(best.figure, fact.figure):
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


def _computed(operation: Operation, pair: Pair, quoted: Sequence[Statement]) -> Statement:
    if operation is Operation.MEAN:
        unit, first, second = pair.first.figure.unit, Fraction(pair.first.figure.value), _amount(pair.second)
    else:
        unit, first, second = _in_one_unit(pair)
    names = _names(pair)
    shown = [f"{_plain(first)}", f"{_plain(second)}"]
    high, low = max(first, second), min(first, second)
    if operation is Operation.MEAN and second:
        mean, about = _rounded(first / second)
        text, working = f"平均每个{about}{mean}{unit}", f"{shown[0]} ÷ {shown[1]} {'≈' if about else '='} {mean}"
    elif pair.side is Side.CHANGE and operation is not Operation.RATIO:
        apart = "个百分点" if unit == "%" else unit
        verb = "增加" if second > first else "减少"
        text, working = f"{verb}{_plain(high - low)}{apart}", f"{_plain(high)} − {_plain(low)} = {_plain(high - low)}"
    elif operation is Operation.SUM:
        text, working = f"合计{_plain(first + second)}{unit}", f"{shown[0]} + {shown[1]} = {_plain(first + second)}"
    elif operation is Operation.RATIO and low:
        ratio, about = _rounded(first / second if first >= second else second / first)
        larger, smaller = (names[0], names[1]) if first >= second else (names[1], names[0])
        text, working = (
            f"{larger}{about}是{smaller}的{ratio}倍",
            f"{_plain(high)} ÷ {_plain(low)} {'≈' if about else '='} {ratio}",
        )
    elif first == second:
        text, working = f"{names[0]}与{names[1]}相同，都是{_plain(first)}{unit}", f"{shown[0]} − {shown[1]} = 0"
    else:
        larger, smaller = (names[0], names[1]) if first > second else (names[1], names[0])
        apart = "个百分点" if unit == "%" else unit
        text = (
            f"{larger}比{smaller}多{_plain(high - low)}{apart}"
            if unit != "%"
            else f"{larger}比{smaller}高{_plain(high - low)}{apart}"
        )
        working = f"{_plain(high)} − {_plain(low)} = {_plain(high - low)}"
    hedges = [
        f"{fact.figure.text}{_ROUND_ABOUT[fact.figure.hedge]}按{fact.figure.text}计"
        for fact in (pair.first, pair.second)
        if fact.figure.hedge in _ROUND_ABOUT
    ]
    note = f"（{'，'.join(hedges)}）" if hedges else ""
    quotes = tuple(quote for statement in quoted for quote in statement.quotes)
    return Statement(f"{text}（{working}）{note}", quotes, f"{working}（{unit}）")


def _amount(fact: Fact) -> Fraction:
    return Fraction(fact.figure.value) * base(fact.figure.unit)[0]


def _in_one_unit(pair: Pair) -> tuple[str, Fraction, Fraction]:
    """Both values in the unit of the first."""
    (size, _), (other, _) = base(pair.first.figure.unit), base(pair.second.figure.unit)
    return pair.first.figure.unit, Fraction(pair.first.figure.value), Fraction(pair.second.figure.value) * other / size


def _names(pair: Pair) -> tuple[str, str]:
    if pair.side is Side.CHANGE:
        return "原来", "后来"
    if pair.side is Side.SUBJECT:
        return pair.first.figure.subject, pair.second.figure.subject
    return _period_name(pair.first), _period_name(pair.second)


def _period_name(fact: Fact) -> str:
    return f"{fact.sentence.period}年{fact.sentence.status}"


def _plain(value: Fraction) -> str:
    """A number as people write it: exact where it ends within four places, else rounded to two."""
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    rounded = (
        exact.quantize(Decimal("0.0001"))
        if Fraction(exact.quantize(Decimal("0.0001"))) == value
        else exact.quantize(Decimal("0.01"))
    )
    return f"{rounded.normalize():f}"


def _rounded(value: Fraction) -> tuple[str, str]:
    shown = _plain(value)
    return shown, "" if Fraction(shown) == value else "约"
