"""Text and the numbers in it -> what the words around each number say."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from qa.answering.figures.directions import direction
from qa.answering.figures.hedges import hedge_after, hedge_before, hedge_of_clause
from qa.answering.figures.numerals import fold
from qa.answering.figures.record import Direction, Figure, Hedge, Reading
from qa.answering.figures.units import base


@dataclass(frozen=True, slots=True)
class Context:
    """Hedge and direction of a number; its clause so far is `[left, start)`, and the hedge after it ends at `right`.

    `parallel` is true where the number only continues a list (2.2%和3.6%).
    """

    hedge: Hedge
    direction: Direction
    left: int
    right: int
    parallel: bool = False


_CLAUSE_END = re.compile(r"[，。；：！？;:!?\n…（）()【】]|,(?!\d{3})|\.(?!\d)")
_LISTED = re.compile(r"\s*(?:[、和与及∶:]|以及|,|,? and )\s*$")
# No clause is longer; what stands further off says nothing of a figure.
_REACH = 200
# The readers of what follows need no more of it.
_AHEAD = 20


def contexts(text: str, readings: Sequence[Reading]) -> list[Context]:
    """What is said of each number; the members of a list take it from its first, and a hedge from its last as well."""
    found: list[Context] = []
    boundary = 0
    for index, reading in enumerate(readings):
        before = readings[index - 1] if index else None
        if before and _alike(before, reading) and _LISTED.fullmatch(text, boundary, reading.start):
            found.append(_continued(text, reading, found[-1]))
        else:
            found.append(_context(text, reading, boundary))
        if reading.kind == "quantity":
            boundary = found[-1].right
    return _shared_hedges(text, found)


def clause_start(text: str, position: int) -> int:
    """Where the clause begins that leads to `position`."""
    start = max(0, position - _REACH)
    for match in _CLAUSE_END.finditer(text, start, position):
        start = match.end()
    return start


def hedged(text: str, start: int, end: int) -> bool:
    """Whether a hedge stands with the number at `[start, end)`: then 2000 is an amount and no year."""
    return (
        hedge_before(text[clause_start(text, start) : start])[0] is not None
        or hedge_after(text, end, "")[0] is not None
    )


def hedge_just_before(text: str, figure: Figure) -> Hedge | None:
    """The hedge right before a figure that was found in `text`; its own may stand behind it."""
    text = fold(text)
    return hedge_before(text[clause_start(text, figure.start) : figure.start])[0]


def in_english(text: str, start: int, end: int) -> bool:
    """Whether the number at `[start, end)` stands among Latin words."""
    near = text[max(0, start - 4) : start].rstrip(" (~")[-1:] + text[end : end + 4].lstrip(" .,;)")[:1]
    return any(char.isascii() and char.isalpha() for char in near)


def _alike(before: Reading, reading: Reading) -> bool:
    """Whether two numbers can be members of one list: 2.2%和3.6%, but not 55.7%、5年提高…"""
    one, other = base(before.unit)[1], base(reading.unit)[1]
    return before.kind == reading.kind == "quantity" and (one == other or not one)


def _context(text: str, reading: Reading, boundary: int) -> Context:
    left = clause_start(text, reading.start)
    if reading.kind == "year":
        return Context(Hedge.EXACT, Direction.NONE, left, reading.end)
    after, right = hedge_after(text, reading.end, reading.unit)
    begin = max(left, boundary)
    before, segment = hedge_before(text[begin : reading.start])
    clause = text[left:begin] + segment
    hedge = after or reading.hedge or before or hedge_of_clause(text[left : reading.start]) or Hedge.EXACT
    told = reading.direction or direction(clause, segment, text[right : right + _AHEAD], reading.unit)
    return Context(hedge, told, left, right)


def _continued(text: str, reading: Reading, first: Context) -> Context:
    after, right = hedge_after(text, reading.end, reading.unit)
    return Context(
        after or reading.hedge or first.hedge, reading.direction or first.direction, first.left, right, parallel=True
    )


def _shared_hedges(text: str, found: list[Context]) -> list[Context]:
    """分别增长5%和6%左右: what follows the last member of a list holds for all of it."""
    shared = list(found)
    for index in range(len(found) - 2, -1, -1):
        following = shared[index + 1]
        if (
            following.parallel
            and "分别" in text[following.left : following.right]
            and shared[index].hedge == Hedge.EXACT
        ):
            shared[index] = replace(shared[index], hedge=following.hedge)
    return shared
