"""Report text -> paragraphs -> sentence spans."""

import re
from collections import deque

Span = tuple[int, int]

_PARAGRAPH = re.compile(r"\S[^\n]*")
# A sentence ends after 。！？； with any closing quotes or brackets that follow; a semicolon ends one too, because reports
# string independent targets together with it ("…增长5%以上；…增长6%左右").
_END = re.compile(r"[。！？；!?;…]+[”’」』）)》]*")
_OPENERS = {"”": "“", "）": "（", "》": "《", "」": "「"}
_MARKS = re.compile("[“”（）《》「」]")


def paragraphs(text: str) -> list[Span]:
    """Spans of the lines that hold a word, without the white space around them; a mark alone says nothing.

    >>> [text[a:b] for text in ["法律\\n、\\n法规"] for a, b in paragraphs(text)]
    ['法律', '法规']
    """
    return [_strip(text, match.span()) for match in _PARAGRAPH.finditer(text) if any(map(str.isalnum, match[0]))]


def sentences(text: str, paragraph: Span) -> list[Span]:
    """Spans of a paragraph's sentences, in order; only white space lies between them.

    >>> text = "增长5%以上；粮食480亿斤。好"
    >>> [text[a:b] for a, b in sentences(text, (0, len(text)))]
    ['增长5%以上；', '粮食480亿斤。', '好']
    """
    start, end = paragraph
    spans = []
    quoted = deque(_quoted(text, paragraph))
    for match in _END.finditer(text, start, end):
        while quoted and quoted[0][1] <= match.end():
            quoted.popleft()
        if quoted and quoted[0][0] < match.end():
            continue
        spans.append(_strip(text, (start, match.end())))
        start = match.end()
    if text[start:end].strip():
        spans.append(_strip(text, (start, end)))
    return spans


def _quoted(text: str, paragraph: Span) -> list[Span]:
    """The outermost spans in quotation marks or brackets, in order; a mark that nothing closes is a slip, and opens nothing."""
    found = []
    opened: dict[str, list[int]] = {opener: [] for opener in _OPENERS.values()}
    for mark in _MARKS.finditer(text, *paragraph):
        if mark[0] in opened:
            opened[mark[0]].append(mark.start())
        elif opened[_OPENERS[mark[0]]]:
            found.append((opened[_OPENERS[mark[0]]].pop(), mark.end()))
    outer: list[Span] = []
    for first, last in sorted(found):
        if not outer or first >= outer[-1][1]:
            outer.append((first, last))
        elif last > outer[-1][1]:
            outer[-1] = (outer[-1][0], last)
    return outer


def _strip(text: str, span: Span) -> Span:
    start, end = span
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip())
