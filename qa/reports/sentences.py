"""Report text -> paragraphs -> sentence spans."""

import re

Span = tuple[int, int]

_PARAGRAPH = re.compile(r"\S[^\n]*")
# A sentence ends after 。！？； with any closing quotes or brackets that follow; a semicolon ends one too, because reports
# string independent targets together with it ("…增长5%以上；…增长6%左右").
_END = re.compile(r"[。！？；!?;…]+[”’」』）)》]*")


def paragraphs(text: str) -> list[Span]:
    """Spans of the non-blank lines, without the white space around them."""
    return [_strip(text, match.span()) for match in _PARAGRAPH.finditer(text)]


def sentences(text: str, paragraph: Span) -> list[Span]:
    """Spans of a paragraph's sentences, in order; only white space lies between them.

    >>> text = "增长5%以上；粮食480亿斤。好"
    >>> [text[a:b] for a, b in sentences(text, (0, len(text)))]
    ['增长5%以上；', '粮食480亿斤。', '好']
    """
    start, end = paragraph
    spans = []
    for match in _END.finditer(text, start, end):
        if _open_quote(text, start, match.end()):
            continue
        spans.append(_strip(text, (start, match.end())))
        start = match.end()
    if text[start:end].strip():
        spans.append(_strip(text, (start, end)))
    return spans


def _open_quote(text: str, start: int, end: int) -> bool:
    """Whether a quotation or bracket opened since `start` is still open at `end`."""
    return any(text.count(a, start, end) > text.count(b, start, end) for a, b in ("“”", "（）", "《》"))


def _strip(text: str, span: Span) -> Span:
    start, end = span
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip())
