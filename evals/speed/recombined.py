"""One report -> any number of long synthetic ones, with an embedder that makes their vectors without a model.

Each is the report with its sentences in another order, of another place and year, with other figures. The vector of a text is
that of the text it was made from, a little off in a direction of its own: embedding them all would take too long.
"""

import hashlib
import random
import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

import numpy as np

from qa.domain import Report, Sentence
from qa.index.chunks import chunks
from qa.index.embedding import Embedder, Vectors
from qa.reports import parse

# Two characters each, like the place they stand in for, so that clauses are cut where they were.
PLACES = [
    "辽宁",
    "河北",
    "山西",
    "吉林",
    "江苏",
    "浙江",
    "安徽",
    "福建",
    "江西",
    "山东",
    "河南",
    "湖北",
    "湖南",
    "广东",
    "海南",
    "四川",
    "贵州",
    "云南",
    "陕西",
    "甘肃",
]
_NUMBER = re.compile(r"\d+(?![\d月日])")
# How far a made vector lies from the one that it is made from: a cosine of 0.99.
_OFF = 0.15


def recombined(report: Report, count: int) -> Iterator[Report]:
    """`count` reports: each place in the report's year, then each in the year before, and so on."""
    for number in range(count):
        place, back = PLACES[number % len(PLACES)], number // len(PLACES)
        year = report.year - back
        rng = random.Random(number)
        text = _varied(_shuffled(report, rng), report.region[:2], place, back, rng)
        yield parse(Report(f"{year}_{place}省", f"{year}年{place}省政府工作报告", f"{place}省", year, "", "", text))


def base_vectors(report: Report, embedder: Embedder) -> dict[str, Vectors]:
    """The vectors of all texts of a report, by what stays of them in the reports made from it."""
    texts = {_skeleton(text): text for chunk in chunks(report) for text, _ in chunk.parts}
    return dict(zip(texts, embedder.passages(list(texts.values())), strict=True))


def write_vectors(vectors: dict[str, Vectors], path: Path) -> None:
    """Store vectors for another process."""
    np.savez(path, texts=np.array(list(vectors)), vectors=np.stack(list(vectors.values())))


def read_vectors(path: Path) -> dict[str, Vectors]:
    """Read what `write_vectors` stored."""
    with np.load(path) as stored:
        return dict(zip(stored["texts"].tolist(), stored["vectors"], strict=True))


class RecombinedEmbedder:
    """Makes the vectors of recombined passages; questions, and texts that it does not know, go to the real embedder."""

    name = "recombined"

    def __init__(self, base: dict[str, Vectors], real: Embedder) -> None:
        self._base = base
        self._real = real
        self.floor = real.floor

    def query(self, text: str) -> Vectors:
        return self._real.query(text)

    def passages(self, texts: Sequence[str]) -> Vectors:
        return np.stack([self._vector(text) for text in texts])

    def _vector(self, text: str) -> Vectors:
        skeleton = _skeleton(text)
        if skeleton not in self._base:
            self._base[skeleton] = self._real.passages([text])[0]
        base = self._base[skeleton]
        seed = int.from_bytes(hashlib.sha256(text.encode()).digest()[:8], "big")
        aside = np.random.default_rng(seed).standard_normal(len(base))
        moved = base + _OFF * aside / np.linalg.norm(aside)
        unit: Vectors = (moved / np.linalg.norm(moved)).astype(np.float32)
        return unit


def _skeleton(text: str) -> str:
    return re.sub(r"\d", "0", re.sub("|".join(PLACES), PLACES[0], text))


def _shuffled(report: Report, rng: random.Random) -> str:
    """The text with the sentences of each part in another order; headings stay where they are."""
    parts: dict[str, list[Sentence]] = {}
    for sentence in report.sentences:
        if not sentence.heading:
            parts.setdefault(_part(sentence), []).append(sentence)
    for part, sentences in parts.items():
        if part:
            rng.shuffle(sentences)
    queues = {part: iter(sentences) for part, sentences in parts.items()}
    paragraphs = groupby(report.sentences, key=lambda s: s.paragraph)
    return "\n".join(
        "".join(s.text if s.heading else next(queues[_part(s)]).text for s in sentences) for _, sentences in paragraphs
    )


def _part(sentence: Sentence) -> str:
    return sentence.section[0] if sentence.section else ""


def _varied(text: str, place: str, other: str, back: int, rng: random.Random) -> str:
    """The text of another place, its years `back` years earlier, its other figures drawn anew with as many digits."""

    def number(match: re.Match[str]) -> str:
        digits = match[0]
        if re.fullmatch(r"(?:19|20)\d\d", digits):
            return str(int(digits) - back)
        return str(rng.randint(1, 9)) + "".join(str(rng.randint(0, 9)) for _ in digits[1:])

    return _NUMBER.sub(number, text.replace(place, other))
