"""A computed statement -> the number in it that its asker gave, and what a report must tell of each to be told of so many."""

import re
from dataclasses import dataclass
from fractions import Fraction

from qa.answering.figures.units import base, counts_things

# What a number of no report is marked by: 50亩为提问所给.
_MARK = "为提问所给"
_GIVEN = re.compile(rf"（(?P<number>\d+(?:\.\d+)?)(?P<unit>[^（）\d]{{1,6}}){_MARK}）")
# How reports tell what there is for each; else 每 with the unit.
_EACH = {"亩": "亩产|亩均|每亩", "人": "人均|每人", "户": "户均|每户"}
_PEOPLE = ("口", "口人", "个人", "人", "名", "位")


@dataclass(frozen=True, slots=True)
class Given:
    """How many of something the asker has."""

    number: Fraction
    unit: str


def unit_of(words: str) -> str:
    """What a measure word of the asker's counts: four 口 are four 人."""
    return "人" if words in _PEOPLE else words


def mark(number: str, unit: str) -> str:
    """The words that mark a number as the asker's."""
    return f"（{number}{unit}{_MARK}）"


def given(text: str) -> Given | None:
    """The number that a statement marks as the asker's; None for none or more than one."""
    found = list(_GIVEN.finditer(text))
    return Given(Fraction(found[0]["number"]), found[0]["unit"]) if len(found) == 1 else None


def without_given(text: str) -> str:
    """A statement without the number that it marks as the asker's."""
    return _GIVEN.sub("", text)


def told_of_each(words: str, unit: str) -> bool:
    """Whether the words of a figure tell it of each of something: 亩产提升 of 亩, 人均财政补助标准 of 人."""
    known = counts_things(base(unit)[1]) or unit in _EACH
    return known and re.search(_EACH.get(unit, rf"每一?{re.escape(unit)}"), words) is not None
