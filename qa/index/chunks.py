"""Report -> the chunks that are embedded: each sentence, each sentence under its heading, each paragraph.

A sentence alone is exact, its heading names the subject that it leaves out, and its paragraph says what the talk is about;
the three views are embedded apart and their scores added (see qa.retrieval).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Literal, get_args

from qa.domain import Report, Sentence

View = Literal["sentence", "headed", "paragraph"]
VIEWS: tuple[View, ...] = get_args(View)

# The embedder reads 512 tokens, some 700 characters of Chinese; a longer paragraph is embedded in parts of whole sentences.
MAX_CHUNK_CHARS = 450
# The outer headings ("一、2022年和过去五年工作") say when, the last two say what about.
_HEADINGS = 2


@dataclass(frozen=True, slots=True)
class Chunk:
    """A text to embed, for one view, and the sentences `[first, last]` of the report that it stands for."""

    view: View
    report: str
    first: int
    last: int
    text: str


def chunks(report: Report) -> list[Chunk]:
    """Cut a report into the chunks of every view, in reading order within each."""
    found = [Chunk("sentence", report.id, s.index, s.index, s.text) for s in report.sentences]
    found += [Chunk("headed", report.id, s.index, s.index, headed(s)) for s in report.sentences]
    for _, group in groupby(report.sentences, key=lambda s: s.paragraph):
        for part in _parts(list(group)):
            text = report.text[part[0].start : part[-1].end]
            found.append(Chunk("paragraph", report.id, part[0].index, part[-1].index, _under(part[0], text)))
    return found


def headed(sentence: Sentence) -> str:
    """The sentence after its headings: "（四）全力推进乡村振兴，提升农业综合生产能力：建设高标准农田289万亩…"."""
    return _under(sentence, sentence.text)


def _under(sentence: Sentence, text: str) -> str:
    headings = [title for title in sentence.section[-_HEADINGS:] if not text.startswith(title)]
    return f"{'，'.join(headings)}：{text}" if headings else text


def _parts(paragraph: list[Sentence]) -> Iterator[list[Sentence]]:
    part: list[Sentence] = []
    for sentence in paragraph:
        if part and sentence.end - part[0].start > MAX_CHUNK_CHARS:
            yield part
            part = []
        part.append(sentence)
    yield part
