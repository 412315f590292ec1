"""Figures -> what they are called where several are set side by side, with their hedges."""

from qa.answering.computing.operands import Operands, Side
from qa.answering.facts import Figured
from qa.answering.figures import CHANGES, Hedge
from qa.answering.figures.units import base

_GROWTHS = ("增速", "增幅", "涨幅", "降幅", "增长率")
HEDGED = {
    Hedge.AT_LEAST: "{}以上",
    Hedge.MORE_THAN: "超过{}",
    Hedge.ABOUT: "{}左右",
    Hedge.NEARLY: "近{}",
    Hedge.AT_MOST: "{}以内",
    Hedge.LESS_THAN: "不足{}",
}


def told(fact: Figured) -> str:
    """A figure with its hedge."""
    return HEDGED.get(fact.figure.hedge, "{}").format(fact.figure.text)


def names_by_size(operands: Operands, first_is_larger: bool) -> tuple[str, str]:
    """The names of both figures, the larger first."""
    if operands.side is Side.CHANGE:
        names = ("原来", "后来")
    elif operands.side is Side.SUBJECT:
        names = _subjects(operands)
    else:
        names = (period_name(operands.first), period_name(operands.second))
        large, small = names if first_is_larger else names[::-1]
        return f"{thing(operands.first)}{large}", small
    return names if first_is_larger else (names[1], names[0])


def thing(fact: Figured) -> str:
    """What a figure is of: of a rate of growth that is the growth, 地区生产总值增速, also where that is below nothing."""
    growth = fact.figure.direction in CHANGES and base(fact.figure.unit)[1] == "%"
    subject = fact.figure.subject
    if not growth or not subject or subject.endswith(_GROWTHS):
        return subject
    return subject + "增速"


def period_name(fact: Figured) -> str:
    """The period of a figure, and whether it is a result: 2022年完成."""
    return f"{fact.sentence.period}年{fact.sentence.status}"


def _subjects(operands: Operands) -> tuple[str, str]:
    """What the figures are of; where that is one thing, the clauses that tell them apart: 保留并公开473件."""
    if operands.names:
        return operands.names[0], operands.names[-1]
    first, second = operands.first, operands.second
    if first.figure.subject != second.figure.subject:
        return thing(first), thing(second)
    return first.clause, second.clause
