"""Texts -> BM25 scores over Chinese words, numbers kept whole."""

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Sequence

import bm25s
import numpy as np
import rjieba
from numpy.typing import NDArray

# A token must hold a letter, a digit or a character; punctuation alone is none.
_WORD = re.compile(r"\w")


def words(text: str) -> list[str]:
    """Cut a text into search words: the dictionary's words and those inside them; width and case are folded.

    >>> words("城镇新增就业46.2万人")
    ['城镇', '新增', '就业', '46.2', '万人']
    """
    folded = unicodedata.normalize("NFKC", text).lower()
    return [word for word in rjieba.cut_for_search(folded) if _WORD.search(word)]


def is_word(text: str) -> bool:
    """Whether the dictionary has it as a word."""
    found: list[str] = rjieba.cut(text, False)
    return found == [text]


def cut(text: str) -> list[str]:
    """A text as the dictionary cuts it, nothing left out."""
    found: list[str] = rjieba.cut(text)
    return found


def tagged(text: str) -> list[tuple[str, str]]:
    """The dictionary's words of a text, each with its part of speech: n a noun, v a verb, …"""
    found: list[tuple[str, str]] = rjieba.tag(text)
    return found


class LexicalIndex:
    """BM25 (Lucene's variant, bm25s) over a fixed list of texts, held in memory: a report takes some 30 ms to index."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._size = len(texts)
        self._bm25 = bm25s.BM25()
        found = [words(text) or [""] for text in texts]
        self._bm25.index(found, show_progress=False)
        self._holding = Counter(word for one in found for word in set(one))

    @property
    def vocabulary(self) -> list[str]:
        """The words that the texts hold."""
        return list(self._holding)

    def scores(self, question: str) -> NDArray[np.float32]:
        """Score every text against a question, shape (len(texts),); 0 where no word is shared."""
        known = [word for word in words(question) if word in self._bm25.vocab_dict]
        if not known:
            return np.zeros(self._size, dtype=np.float32)
        return np.asarray(self._bm25.get_scores(known), dtype=np.float32)

    def rarity(self, word: str) -> float:
        """Inverse document frequency of a word: ln((N + 1) / (n + 0.5)), infinity for one that no text holds."""
        holding = self._holding[word]
        return math.log((self._size + 1) / (holding + 0.5)) if holding else math.inf
