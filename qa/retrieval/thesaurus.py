"""A question's vector -> the lexicon's lines nearest in meaning, with the reports' words for each.

What people say for a thing is seldom what the lexicon lists, but often near it in meaning: 网购送不到村里 stands near 村里取快递, for
which reports write 农村物流体系. The lines' vectors are made beforehand, for one embedder:

    python -m qa.retrieval.thesaurus     # anew, after a change of lexicon.tsv; takes a minute
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from qa.index.embedding import Embedder, LocalEmbedder, Vectors
from qa.retrieval.lexicon import fold, synonyms

PATH = Path(__file__).with_suffix(".npz")
# The nearest lines are kept; their nearness is told from that of a line which is far enough down to mean nothing.
_KEPT, _FAR_DOWN = 10, 40
# Expressions of a line that make its vector; the first are the most usual ones.
_EXPRESSIONS = 12
# Cosines of one embedder lie close together: they are told in hundredths.
_HUNDREDTHS = 100
_BATCH = 32


@dataclass(frozen=True, slots=True)
class Sense:
    """What a question may mean: the reports' words for it, folded, and how near it is (from 0, higher is nearer)."""

    terms: tuple[str, ...]
    nearness: float


class Thesaurus:
    """The lines of the lexicon as vectors; empty for an embedder that it was not made for. Immutable, so safe under threads."""

    def __init__(self, lines: NDArray[np.int8], terms: Sequence[tuple[str, ...]]) -> None:
        self._lines = lines.astype(np.float32) / np.iinfo(np.int8).max
        self._terms = terms

    @classmethod
    def made_for(cls, embedder: Embedder) -> "Thesaurus":
        """The thesaurus whose vectors compare with those of an embedder."""
        with np.load(PATH) as made:
            if str(made["embedder"]) != embedder.name or str(made["lexicon"]) != fingerprint():
                return cls(np.zeros((0, 0), dtype=np.int8), ())
            return cls(made["lines"], [tuple(map(fold, terms)) for _, terms in synonyms()])

    def near(self, query: Vectors) -> tuple[Sense, ...]:
        """The lines nearest to a question of shape (dim,), nearest first."""
        if len(self._terms) <= _FAR_DOWN:
            return ()
        cosines = self._lines @ query
        best = np.argsort(-cosines)[: _FAR_DOWN + 1]
        floor = cosines[best[-1]]
        return tuple(Sense(self._terms[n], float(_HUNDREDTHS * (cosines[n] - floor))) for n in best[:_KEPT])


def nearest(senses: Sequence[Sense], text: str) -> float:
    """How near the nearest sense is of which a text (folded) uses a word; 0 for none."""
    return next((sense.nearness for sense in senses if any(term in text for term in sense.terms)), 0.0)


def fingerprint() -> str:
    """What the lexicon held when vectors were made of it."""
    return hashlib.sha256(repr(synonyms()).encode()).hexdigest()


def make(embedder: Embedder) -> None:
    """Write the vectors of every line's everyday expressions."""
    texts = ["、".join(everyday[:_EXPRESSIONS]) for everyday, _ in synonyms()]
    batches = [embedder.passages(texts[n : n + _BATCH]) for n in range(0, len(texts), _BATCH)]
    lines = np.rint(np.concatenate(batches) * np.iinfo(np.int8).max).astype(np.int8)
    np.savez_compressed(PATH, lines=lines, embedder=embedder.name, lexicon=fingerprint())


if __name__ == "__main__":
    make(LocalEmbedder())
