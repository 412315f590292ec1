"""Text and a place in it -> the figure there that is written in several parts."""

import re
from decimal import Decimal
from itertools import pairwise
from math import prod

from qa.answering.figures import numerals, units
from qa.answering.figures.measures import SCALES
from qa.answering.figures.record import Hedge, Reading

# 3亿5000万元, 4亿3千万元, 2万3千张, 1万2000人: parts of ever smaller scale are one number.
_PART = r"\d+(?:[十百千]?[万亿]|[百千])"
_MIXED = re.compile(
    rf"(?P<parts>{_PART}(?:零?{_PART})*)零?(?P<last>{_PART}|\d{{3,}})(?P<odd>[多余])?(?P<unit>{units.UNIT})?"
)
_PART_OF = re.compile(r"(?P<number>\d+)(?P<scale>[十百千万亿]*)")
_TENTHS = re.compile(
    rf"(?P<tens>[{numerals.CHINESE_DIGIT}\d])成(?P<ones>[{numerals.CHINESE_DIGIT}\d])(?=[的以左，。、；\s]|$)"
)


def mixed(text: str, start: int) -> Reading | None:
    """The figure that begins at `start`, if it is written in parts of ever smaller scale."""
    match = _MIXED.match(text, start)
    if not match:
        return None
    parts = [
        (int(part["number"]), prod(SCALES[char] for char in part["scale"]))
        for part in _PART_OF.finditer(match["parts"] + match["last"])
    ]
    if any(number * size >= above for (_, above), (number, size) in pairwise(parts)):
        return None
    total = sum(number * size for number, size in parts)
    value, scale = (total // 10000, "万") if total % 10000 == 0 else (total, "")
    more = Hedge.MORE_THAN if match["odd"] else None
    return Reading(start, match.end(), Decimal(value), scale + (match["unit"] or ""), hedge=more)


def tenths(text: str, start: int) -> Reading | None:
    """The figure that begins at `start`, if it is tenths with a digit behind: 八成五 is 8.5 成."""
    match = _TENTHS.match(text, start)
    tens, ones = (_digit(match["tens"]), _digit(match["ones"])) if match else (None, None)
    return Reading(start, match.end(), tens + ones / 10, "成") if match and tens and ones else None


def _digit(text: str) -> Decimal | None:
    return numerals.arabic(text) if text.isdigit() else numerals.chinese(text)
