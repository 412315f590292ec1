"""A text and the texts that it may be spelt from -> what of it is left over."""

from collections.abc import Collection, Iterator, Sequence
from functools import cache, lru_cache
from importlib.resources import files

# No word is shorter; one character alone may be of any word.
_LEAST = 2
# A character that is left over costs more than any number of pieces.
_LEFT = 1000
# What stands in a text for a figure, and for the words for a time; neither is spelt.
FIGURE, TIME = "\ue000", "\ue001"
_MARKS = frozenset(FIGURE + TIME + ' |()（）“”"《》、·-—~「」『』‘’…')


def left_over(text: str, sources: Sequence[str], small: Collection[str] = ()) -> list[tuple[int, int]]:
    """The spans of a text that are neither pieces of one of the sources, two characters at least, nor small words.

    >>> left_over("出口总额大幅增长", ["进出口总额增长"])
    [(4, 6)]
    """
    spans: list[tuple[int, int]] = []
    for start, end, taken in _pieces(text, sources, small):
        if taken is None:
            first = spans.pop()[0] if spans and spans[-1][1] == start else start
            spans.append((first, end))
    return spans


def taken(text: str, source: str, small: Collection[str] = ()) -> list[tuple[int, int]]:
    """Where in its source the pieces of a text stand: each behind the one before if it does, else where it first does."""
    spans: list[tuple[int, int]] = []
    for start, end, piece in _pieces(text, [source], small):
        if piece:
            at = source.find(text[start:end], spans[-1][1] if spans else 0)
            at = at if at >= 0 else source.find(text[start:end])
            spans.append((at, at + end - start))
    return spans


def _pieces(text: str, sources: Sequence[str], small: Collection[str]) -> Iterator[tuple[int, int, bool | None]]:
    """The text cut so that as little as can be is left over, in as few pieces: of a source, small (False), or neither (None)."""
    longest = max(map(len, small), default=1)
    costs = [0] * (len(text) + 1)
    steps: list[tuple[int, bool | None]] = [(1, None)] * len(text)
    for at in range(len(text) - 1, -1, -1):
        costs[at] = costs[at + 1] + _LEFT
        if text[at] in _MARKS:
            costs[at], steps[at] = costs[at + 1], (1, False)
        for size in range(1, min(longest, len(text) - at) + 1):
            if costs[at + size] + 1 < costs[at] and text[at : at + size] in small:
                costs[at], steps[at] = costs[at + size] + 1, (size, False)
        size = _LEAST
        while at + size <= len(text) and any(text[at : at + size] in source for source in sources):
            if costs[at + size] + 1 <= costs[at]:
                costs[at], steps[at] = costs[at + size] + 1, (size, True)
            size += 1
    at = 0
    while at < len(text):
        size, kind = steps[at]
        yield at, at + size, kind
        at += size


@lru_cache(maxsize=4096)
def names(claim: str, theirs: str) -> tuple[tuple[str, str], ...]:
    """What a claim calls otherwise than the text that it rests on, each with the name there: gdp, 地区生产总值."""
    return tuple(
        (own, term)
        for own, terms in _called().items()
        if own in claim
        for term in terms
        if term in theirs and own not in term
    )


@cache
def _called() -> dict[str, tuple[str, ...]]:
    lines = files(__package__).joinpath("called.txt").read_text(encoding="utf-8").splitlines()
    pairs = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {own: tuple(terms.split("|")) for names, terms in pairs for own in names.split("|")}


@cache
def small_words(kind: str) -> frozenset[str]:
    """The words of a list in small.txt."""
    lists: dict[str, frozenset[str]] = {}
    for block in files(__package__).joinpath("small.txt").read_text(encoding="utf-8").split("\n[")[1:]:
        name, _, words = block.partition("]")
        lines = [line for line in words.splitlines() if not line.startswith("#")]
        lists[name] = frozenset(" ".join(lines).split())
    return lists[kind]
