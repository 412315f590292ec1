"""A sentence -> the clauses that can be quoted alone."""

import itertools
import re
from functools import lru_cache

from qa.answering.figures import Figure, find_figures

# The colon of a ratio (2.50:1) ends none.
_CLAUSE_END = re.compile(r"[，；。;！？!?]|(?<!\d)[：:]|[：:](?!\d)")
# An item of an enumeration says something of its own, a bare name does not: 韩国、日本开展洽谈 is one item.
_ITEM_END = re.compile(rf"{_CLAUSE_END.pattern}|(?<=[^、，；。]{{6}})、(?=[^、，；。]{{6}})")
# A run of clauses up to this long is quoted as one: "荣获…称号，成为…" rather than its half.
_SHORT = 45


def clause_around(text: str, figure: Figure) -> tuple[int, int]:
    """The clause that states a figure; one of an enumeration (…增长39%、…增长19.7%) where each item has its own figure."""
    start = max((end for at, end in marks(text) if at < figure.start), default=0)
    end = next((at for at, _ in marks(text) if at >= figure.end), len(text))
    for match in re.finditer("、", text[start:end]):
        at, after = start + match.start(), start + match.end()
        left, right = text[start:at], text[after:end]
        if not (_has_quantity(left) and _has_quantity(right) and figure.subject and "分别" not in text[start:end]):
            continue
        if at <= figure.start and figure.subject[:2] in right:
            return _item(after, end, text, figure)
        if at >= figure.end and figure.subject[:2] in left:
            return _item(start, at, text, figure)
    return start, end


def with_subject(text: str, figure: Figure, start: int) -> int:
    """Where to begin a quote of a figure's clause so that it says what it is a figure of: 私营企业达到109.4万户，是2017年的1.6倍."""
    name = figure.subject[:4]
    if not name or name in text[start:]:
        return start
    at = text.rfind(name, 0, start)
    return max((end for mark, end in marks(text) if mark < at), default=0) if at >= 0 else start


@lru_cache(maxsize=4096)
def clauses_of(text: str) -> tuple[tuple[int, int], ...]:
    """The clauses of a sentence without the marks at their ends; short neighbours are taken together."""
    cuts = [0, *(end for _, end in marks(text)), len(text)]
    spans: list[tuple[int, int]] = []
    for start, end in itertools.pairwise(dict.fromkeys(cuts)):
        if not text[start:end].strip("，；。：:;！？!? "):
            continue
        if spans and end - spans[-1][0] <= _SHORT:
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
    return tuple((start, start + len(text[start:end].rstrip("，；。：:; "))) for start, end in spans)


def items_of(text: str) -> list[tuple[int, int]]:
    """The least parts of a sentence that each say something.

    >>> [text[a:b] for text in ["江门中微子实验站、惠州强流重离子加速器建成，沈阳、大连获批"] for a, b in items_of(text)]
    ['江门中微子实验站', '惠州强流重离子加速器建成', '沈阳、大连获批']
    """
    cuts = [(0, 0), *((mark.start(), mark.end()) for mark in _ITEM_END.finditer(text)), (len(text), len(text))]
    spans = [(end, start) for (_, end), (start, _) in itertools.pairwise(cuts)]
    return [(start, end) for start, end in spans if text[start:end].strip()]


@lru_cache(maxsize=4096)
def marks(text: str) -> tuple[tuple[int, int], ...]:
    """Where clauses end: the spans of the marks outside quotations and brackets."""
    return tuple((m.start(), m.end()) for m in _CLAUSE_END.finditer(text) if not _open(text, m.start()))


def _item(start: int, end: int, text: str, figure: Figure) -> tuple[int, int]:
    """The item of `text[start:end]`, an enumeration, that holds the figure."""
    cuts = [start - 1, *(m.start() for m in re.finditer("、", text) if start <= m.start() < end), end]
    for left, right in itertools.pairwise(cuts):
        if left < figure.start < right and figure.subject[:2] in text[left + 1 : right]:
            return left + 1, right
    return start, end


def _has_quantity(text: str) -> bool:
    return any(figure.kind == "quantity" for figure in find_figures(text))


def _open(text: str, at: int) -> bool:
    """Whether a quotation or bracket is open at a place."""
    return any(text.count(a, 0, at) > text.count(b, 0, at) for a, b in ("“”", "（）", "《》"))
