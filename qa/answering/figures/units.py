"""A unit as written -> its exact size in a base unit."""

import re
from fractions import Fraction
from functools import lru_cache

from qa.answering.figures.measures import (
    COUNTS,
    ITEMS,
    LATIN_SCALES,
    LATIN_UNITS,
    MEASURES,
    NOT_THIS_UNIT,
    ONLY_AFTER_DIGITS,
    SCALES,
)

_COUNTS = frozenset(COUNTS.split())
_SIZES = {word: (Fraction(size), base) for base, words in MEASURES.items() for word, size in words.items()}
_LATIN = [(re.compile(pattern, re.IGNORECASE), unit) for unit, pattern in LATIN_UNITS.items()]
_SCALE = re.compile(r"[十百千万亿]+(?=.)|[十百千万亿]+$")
_LATIN_SCALE = re.compile(rf"({'|'.join(LATIN_SCALES)})\s*", re.IGNORECASE)
_PER = re.compile(r"/|每| per ", re.IGNORECASE)


def _alternatives(words: list[str]) -> str:
    """A pattern for any of the units, longest first, none where it is the beginning of another word."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(
        re.escape(word) + (f"(?!{NOT_THIS_UNIT[word]})" if word in NOT_THIS_UNIT else "") for word in ordered
    )


_CJK = sorted({*_COUNTS, *(word for word in _SIZES if not word.isascii())})
LATIN_UNIT = "(?:" + "|".join(LATIN_UNITS.values()) + "|%|‰)(?![A-Za-z0-9])"
_CJK_UNIT = f"(?:{_alternatives(_CJK)})"
_ONE = f"(?:{_CJK_UNIT}|P(?![A-Za-z0-9])|%|‰|(?i:{LATIN_UNIT}))"
# 微克/立方米, 元每吨, micrograms per cubic metre
UNIT = rf"{_ONE}(?:(?:/|每| per ){_ONE})?"
UNIT_AFTER_CHINESE = f"(?:{_alternatives([word for word in _CJK if word not in ONLY_AFTER_DIGITS.split()])})"
SCALE = r"[十百千]?[万亿]+(?:[百千](?=瓦|米|克))?|[百千](?!瓦|米|克|卡|赫|伏|分)"
LATIN_SCALE = rf"(?i:{'|'.join(LATIN_SCALES)})\b"


@lru_cache(maxsize=1024)
def base(unit: str) -> tuple[Fraction, str]:
    """How many base units one of `unit` is, and the base unit.

    >>> base("万亩"), base("公顷")
    ((Fraction(10000, 1), '亩'), (Fraction(15, 1), '亩'))
    """
    if unit.startswith(":"):
        return Fraction(1), unit
    if unit.startswith("/"):
        return Fraction(100, int(unit[1:])), "%"
    size = Fraction(1)
    if name := unit.removesuffix(bare(unit)):
        for char in name:
            size *= SCALES[char]
        unit = bare(unit)
    elif latin := _LATIN_SCALE.match(unit):
        size *= LATIN_SCALES[latin[1].lower()]
        unit = unit[latin.end() :]
    parts = [_one(part) for part in _PER.split(unit)]
    (above, name), *below = parts
    size *= above
    for divisor, per in below:
        size, name = size / divisor, f"{name}/{per}"
    return size, name


def bare(unit: str) -> str:
    """A unit without its scale: 亩 of 百万亩, 千瓦 of 亿千瓦."""
    scale = _SCALE.match(unit)
    end = scale.end() if scale else 0
    return next(unit[n:] for n in range(end + 1) if unit[n:] in _SIZES or n == end)


def counts_things(name: str) -> bool:
    """Whether the base unit is a measure word for things, or none at all."""
    return not name or name in _COUNTS


def _one(unit: str) -> tuple[Fraction, str]:
    unit = unit.strip()
    if unit in _SIZES or unit == ITEMS or not unit:
        return _SIZES.get(unit, (Fraction(1), unit))
    for pattern, chinese in _LATIN:
        if pattern.fullmatch(unit):
            return _SIZES.get(chinese, (Fraction(1), chinese))
    return Fraction(1), unit
