"""Answer text and a wanted string -> where it stands, safe at the edges of numbers and words."""

import re
import unicodedata

_MARKER = re.compile(r"\[\d+(?:\s*[,，、]\s*\d+)*\]|【\d+】")
_MARKUP = re.compile(r"[*`_]+|^#+\s*", re.MULTILINE)
_NUMBERING = re.compile(r"^\s*(?:\d{1,2}(?:[.．](?!\d)|[、)）])|[（(]\d{1,2}[)）]|[-•·])\s*", re.MULTILINE)
_CIRCLED = re.compile(r"[①-⑳]")
_THOUSANDS = re.compile(r"(?<![\d.])\d{1,3}(?:,\d{3})+(?!\d)")
_SPACE = re.compile(r"(?<![0-9a-z])\s+|\s+(?![0-9a-z])")

_NUMERALS = "零〇一二三四五六七八九十百千万亿两"


def plain(text: str) -> str:
    """The text without citation markers, list numbering and Markdown marks.

    >>> plain("1. **391.3** 万亩[2]")
    '391.3 万亩'
    """
    return _CIRCLED.sub(" ", _NUMBERING.sub("", _MARKUP.sub("", _MARKER.sub("", text))))


def fold(text: str) -> str:
    """Fold width, case, white space and the commas inside numbers; digits and words stay as they are.

    Every other comma becomes full-width. A space between two letters or digits stays, or "in 2022 5%" would read "20225%".

    >>> fold("３,８０２ 个 More Than 5%")
    '3802个more than 5%'
    """
    narrow = unicodedata.normalize("NFKC", text.replace("，", "\0")).lower()
    joined = _THOUSANDS.sub(lambda match: match[0].replace(",", ""), narrow).replace(",", "，").replace("\0", "，")
    return re.sub(r"\s+", " ", _SPACE.sub("", joined))


def find(wanted: str, text: str) -> int:
    """Where `wanted` first stands in `text` (both folded), or -1.

    A match may not begin or end inside a number ("2%" is not in "2.2%", "62" not in "62万"), a Chinese numeral ("五号线"
    is not in "十五号线") or a Latin word.
    """
    match = re.search(_edge(wanted), text)
    return match.start() if match else -1


def find_any(variants: tuple[str, ...], text: str) -> int:
    """Where the first of the variants stands in a folded text, or -1."""
    places = [at for variant in variants if (at := find(fold(variant), text)) >= 0]
    return min(places, default=-1)


def _edge(wanted: str) -> str:
    first, last = wanted[0], wanted[-1]
    before = after = ""
    if first.isdigit():
        before = r"(?<!\d)(?<!\d\.)"
    elif first in _NUMERALS:
        before = rf"(?<![\d{_NUMERALS}])"
    elif first.isascii() and first.isalpha():
        before = r"(?<![a-z])"
    if last.isdigit():
        after = r"(?!\d|\.\d|[万亿千百%‰])"
    elif last in "万亿":
        after = r"(?![万亿])"
    elif last.isascii() and last.isalpha():
        after = r"(?![a-z])"
    return before + re.escape(wanted) + after
