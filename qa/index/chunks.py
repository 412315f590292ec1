"""Report -> the chunks that are searched: each sentence, and each paragraph under its headings.

A sentence alone is exact; its paragraph and the headings above it say what the talk is about. Only sentences and headings are
embedded: a paragraph's vector is made of theirs, which on the development questions finds as much as embedding it again.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal, get_args

from qa.domain import Report, Sentence

View = Literal["sentence", "paragraph"]
VIEWS: tuple[View, ...] = get_args(View)

# A longer paragraph is cut between sentences, lest its vector speak of everything.
MAX_CHUNK_CHARS = 450
# The outer headings ("一、2022年和过去五年工作") say when, the last two say what about.
_HEADINGS = 2
# Share of the headings in a paragraph's vector, beside 1 for its sentences together.
_HEADING_WEIGHT = 0.5


@dataclass(frozen=True, slots=True)
class Chunk:
    """A passage of a report, for one view: its sentences `[first, last]`.

    `parts` are the texts that are embedded, with their weights; the chunk's vector is their weighted sum at length 1.
    """

    view: View
    report: str
    first: int
    last: int
    text: str
    parts: tuple[tuple[str, float], ...]


def chunks(report: Report) -> list[Chunk]:
    """Cut a report into chunks, each paragraph after its sentences."""
    found = []
    for _, group in groupby(report.sentences, key=lambda s: s.paragraph):
        for part in _parts(list(group)):
            found += [Chunk("sentence", report.id, s.index, s.index, s.text, ((s.text, 1.0),)) for s in part]
            found.append(_paragraph(report, part))
    return found


def headed(sentence: Sentence) -> str:
    """The sentence after its headings: "（四）全力推进乡村振兴，提升农业综合生产能力：建设高标准农田289万亩…"."""
    headings = _headings(sentence)
    return f"{headings}：{sentence.text}" if headings else sentence.text


def _paragraph(report: Report, sentences: Sequence[Sentence]) -> Chunk:
    first, last = sentences[0], sentences[-1]
    parts = [(sentence.text, 1.0 / len(sentences)) for sentence in sentences]
    if headings := _headings(first):
        parts.append((headings, _HEADING_WEIGHT))
    return Chunk("paragraph", report.id, first.index, last.index, report.text[first.start : last.end], tuple(parts))


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
