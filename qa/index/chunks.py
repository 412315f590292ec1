"""Report -> the chunks that are searched: clauses, and paragraphs under their headings.

A clause is what one question asks about; its paragraph and the headings above it say what the talk is about. Only clauses and
headings are embedded: a paragraph's vector is made of theirs, so that no text is embedded twice. (Vectors of whole sentences,
made the same way, got a weight of nothing beside these two.)
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal, get_args

from qa.domain import Report, Sentence

View = Literal["clause", "paragraph"]
VIEWS: tuple[View, ...] = get_args(View)

# A longer paragraph is cut between sentences, lest its vector speak of everything.
MAX_CHUNK_CHARS = 450
# Shorter clauses ("同时，", "总投资211亿元，") go with the next. On the labelled questions the nearest clause alone finds the needed
# sentence at a mean reciprocal rank of 0.75 with 6 to 14, of 0.73 with 24 or more.
MIN_CLAUSE_CHARS = 10
# The outer headings ("一、2022年和过去五年工作") say when, the last two say what about.
_HEADINGS = 2
# Share of the headings in a paragraph's vector, beside 1 for its sentences together.
_HEADING_WEIGHT = 0.5
_CLAUSE = re.compile(r"(?:[^，；：。！？;:]|[;:](?=\d))*(?:[，；：。！？]|[;:](?!\d))*[”’）』」]*")


@dataclass(frozen=True, slots=True)
class Chunk:
    """A passage of a report, for one view: `text[start:end]` of it, in its sentences `[first, last]`.

    `offset` is where it begins in its first sentence, so that its name stays where the text before it grows. `parts` are the texts that are embedded, with their weights; the chunk's vector is their weighted sum at length 1.
    """

    view: View
    report: str
    first: int
    last: int
    start: int
    end: int
    offset: int
    text: str
    parts: tuple[tuple[str, float], ...]


def chunks(report: Report) -> list[Chunk]:
    """Cut a report into chunks, each paragraph after its clauses."""
    found = []
    for _, group in groupby(report.sentences, key=lambda s: s.paragraph):
        for part in _parts(list(group)):
            for sentence in part:
                found += [_clause(sentence, start, end) for start, end in clauses(sentence.text)]
            found.append(_paragraph(report, part))
    return found


def clauses(text: str) -> list[tuple[int, int]]:
    """Cut a sentence into clauses of at least MIN_CLAUSE_CHARS, as spans that cover it.

    >>> [text[a:b] for text in ["进出口总额增长2.4%，城镇新增就业46.2万人。"] for a, b in clauses(text)]
    ['进出口总额增长2.4%，', '城镇新增就业46.2万人。']
    """
    ends = [match.end() for match in _CLAUSE.finditer(text) if match.end() > match.start()]
    spans: list[tuple[int, int]] = []
    start = 0
    for end in ends:
        if end - start >= MIN_CLAUSE_CHARS:
            spans.append((start, end))
            start = end
    if start < len(text):
        last = spans.pop()[0] if spans else 0
        spans.append((last, len(text)))
    return spans


def headed(sentence: Sentence) -> str:
    """The sentence after its headings: "（四）全力推进乡村振兴，提升农业综合生产能力：建设高标准农田289万亩…"."""
    headings = _headings(sentence)
    return f"{headings}：{sentence.text}" if headings else sentence.text


def _clause(sentence: Sentence, start: int, end: int) -> Chunk:
    text = sentence.text[start:end]
    span = (sentence.start + start, sentence.start + end)
    return Chunk("clause", sentence.report, sentence.index, sentence.index, *span, start, text, ((text, 1.0),))


def _paragraph(report: Report, sentences: Sequence[Sentence]) -> Chunk:
    first, last = sentences[0], sentences[-1]
    texts = [s.text[start:end] for s in sentences for start, end in clauses(s.text)]
    parts = [(text, 1.0 / len(texts)) for text in texts]
    if headings := _headings(first):
        parts.append((headings, _HEADING_WEIGHT))
    text = report.text[first.start : last.end]
    return Chunk("paragraph", report.id, first.index, last.index, first.start, last.end, 0, text, tuple(parts))


def _headings(sentence: Sentence) -> str:
    return "，".join(title for title in sentence.section[-_HEADINGS:] if not sentence.text.startswith(title))


def _parts(paragraph: list[Sentence]) -> Iterator[list[Sentence]]:
    part: list[Sentence] = []
    for sentence in paragraph:
        if part and sentence.end - part[0].start > MAX_CHUNK_CHARS:
            yield part
            part = []
        part.append(sentence)
    yield part
