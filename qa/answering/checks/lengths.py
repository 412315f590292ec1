"""A figure's words and its period -> how many days, months, quarters and years there are in the time that it is told for."""

import re
from datetime import date
from fractions import Fraction

DAY, MONTH, QUARTER, YEAR = "天", "月", "季度", "年"
_MONTHLY = re.compile(r"每人?每?个?月|月均|月(?:最低|基本|平均|保障)*(?:标准|工资|收入|养老金)")
_YEARLY = re.compile(r"年均|每年|一年|全年|年(?:支出|收入|产|销|加工|处理|发电|吞吐)")
# Told for a time that its period is not.
_ANOTHER = re.compile(r"日均|每[天日]|季度|[上下]半年|截至|以来|\d个?月|(?<!\d)\d{1,2}年")
_IN_ALL = re.compile("累计")
_CLAUSE_END = re.compile(r"[，。；：！？;:!?\n]")


def lengths(words: str, first: int, last: int) -> dict[str, Fraction]:
    """How many of each length there are; empty where nothing tells for how long a figure holds.

    `words` are those of its clause that lead to it, `first` and `last` the years of its period.

    >>> lengths("城镇新增就业", 2024, 2024)["月"], lengths("标准提高到每人每月", 2024, 2024)["年"]
    (Fraction(12, 1), Fraction(1, 12))
    """
    if _MONTHLY.search(words):
        return {QUARTER: Fraction(1, 3), YEAR: Fraction(1, 12)}
    if _ANOTHER.search(words) or (first == last and _IN_ALL.search(words)):
        return {}
    first = last if _YEARLY.search(words) else first
    years, days = last - first + 1, (date(last + 1, 1, 1) - date(first, 1, 1)).days
    return {DAY: Fraction(days), MONTH: Fraction(12 * years), QUARTER: Fraction(4 * years), YEAR: Fraction(years)}


def lead(text: str, at: int) -> str:
    """The words of a clause up to the figure that begins at a place."""
    return text[max((mark.end() for mark in _CLAUSE_END.finditer(text, 0, at)), default=0) : at]
