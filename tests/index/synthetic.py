"""Small reports and a fast embedder for the index's tests."""

import hashlib
from collections.abc import Sequence

import numpy as np

from qa.domain import Report
from qa.index.embedding import Vectors
from qa.reports import parse


def make_report(id: str = "2023_某省", body: str = "新建高标准农田391.3万亩。粮食总产量496.9亿斤。") -> Report:
    """A report of one part."""
    text = (
        f"各位代表：\n一、2022年工作回顾\n（一）乡村振兴扎实推进。{body}\n二、2023年重点工作\n建设高标准农田289万亩。"
    )
    return parse(Report(id, f"{id}政府工作报告", "某省", 2023, "", "", text))


class HashEmbedder:
    """Deterministic unit vectors from a hash; counts what it was asked for."""

    floor = -1.0

    def __init__(self, name: str = "hash") -> None:
        self.name = name
        self.embedded: list[str] = []

    def query(self, text: str) -> Vectors:
        return self._vector(text)

    def passages(self, texts: Sequence[str]) -> Vectors:
        self.embedded += texts
        return np.stack([self._vector(text) for text in texts])

    def _vector(self, text: str) -> Vectors:
        seed = int.from_bytes(hashlib.sha256(text.encode()).digest()[:4], "big")
        row = np.random.default_rng(seed).standard_normal(16).astype(np.float32)
        unit: Vectors = row / np.linalg.norm(row)
        return unit
