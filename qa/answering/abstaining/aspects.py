"""A question and a figure -> whether the figure is of another sort: for all together, since a while, what the question gives."""

import re

from qa.answering.facts import Figured
from qa.answering.figures import find_figures

# For one of something, and not for all together: 平均一亩打多少, 人均; a report names what for, or says 均 or 每.
_FOR_EACH = re.compile(
    r"(?P<each>[人户亩])均|(?:平均|每)(?:一|个)?(?P<unit>万|[人户年月天亩家度公])|平均(?!增|涨|长|降|每?年)|一(?P<one>亩|个人|人|户|家人|度电|公里|平米?)[^，,。]{0,6}(?:多少|几)|单产"
)
_TOLD_FOR_EACH = re.compile(r"均|每|/|单产|单位")
# Of one year, and not since a while.
_ONE_YEAR = re.compile(
    r"不[要算]累计|[单光只][说算看]|(?:去年|今年|前年|20\d\d年)(?:一年|全年|当年|这一年|一整年)|当年|一年之内"
)
_SINCE_A_WHILE = re.compile(r"累计|五年来?|\d年来|以来|总里程|总规模")
# How much of something is asked, and of now, not of what is aimed at.
_AMOUNT = re.compile("多少|几")
_NOW = re.compile(r"现在|目前|已经|眼下|如今|截至|至今|实际")


def of_another_sort(question: str, fact: Figured) -> bool:
    """Whether a figure is for all together where one is asked for, since a while where a year is, or the one that the question gives.

    平均一亩打多少斤 is not answered by the output of all, nor 一年发了多少列，不要累计的 by 累计开行, nor 200亿的基金投了多少 by 200亿元.
    """
    figure = fact.figure
    told = fact.clause + figure.subject + figure.unit
    if (each := _FOR_EACH.search(question)) and not _TOLD_FOR_EACH.search(told):
        return next((group[-1] for group in each.groups() if group), " ") not in told
    if _ONE_YEAR.search(question) and _SINCE_A_WHILE.search(fact.clause):
        return True
    given = [one for one in find_figures(question) if one.kind == "quantity"] if _AMOUNT.search(question) else []
    return any(one.value == figure.value and figure.unit.startswith(one.unit) for one in given)


def of_now(question: str) -> bool:
    """Whether a question asks how things are now: what is aimed at is no answer."""
    return _NOW.search(question) is not None
