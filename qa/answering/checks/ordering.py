"""An order of figures, "10%以上 > 7%左右 > 6%", and what is said of it -> whether both are right."""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from qa.answering.checks.operands import amount, stated
from qa.answering.figures import CHANGES, DISTANCES, FALLS, Direction, Figure, find_figures
from qa.domain import Statement

_ORDER = re.compile(r"[^>=]*\d[^>=]*(?: [>=] [^>=]*\d[^>=]*){2,}")
_MOST, _LEAST = r"(?P<most>[^，。；（(]+)最[高多]", r"(?P<least>[^，。；（(]+)最[低少]"
# One end alone where several stand at the other.
_EXTREMES = [re.compile(pattern) for pattern in (f"{_MOST}，{_LEAST}", _MOST, _LEAST)]
# What begins a change, what is a fall or a distance stands in no order with what is.
_NOT_ORDERED = FALLS | DISTANCES | {Direction.FROM}


def is_order(working: str) -> bool:
    """Whether a working is an order, and no sum."""
    return _ORDER.fullmatch(working) is not None


def holds(order: str, statement: Statement, quoted: Sequence[Figure]) -> bool:
    """Whether an order is of quoted figures, from the most to the least, and the statement names its ends by their subjects."""
    told = statement.text.removesuffix(f"（{order}）")
    said = next((match.groupdict() for one in _EXTREMES if (match := one.fullmatch(told))), None)
    if not said:
        return False
    shown = [find_figures(part) for part in re.split(" [>=] ", order)]
    figures = _quoted([part[0] for part in shown if len(part) == 1], quoted, list(said.values()))
    if len(figures) < len(shown) or not _of_one_kind(figures):
        return False
    signs = ["=" if amount(a) == amount(b) else ">" if amount(a) > amount(b) else "<" for a, b in pairwise(figures)]
    subjects = [figure.subject for figure in figures]
    return (
        re.findall("[>=]", order) == signs
        and all(signs[at] == ">" and subjects[at] == name for name, at in _ends(said))
        and len(set(subjects)) == len(subjects)
    )


def _ends(said: Mapping[str, str]) -> list[tuple[str, int]]:
    """The subjects that are called the most or the least, each with its place in the order."""
    return [(name, 0 if end == "most" else -1) for end, name in said.items()]


def _quoted(shown: Sequence[Figure], quoted: Sequence[Figure], named: Sequence[str]) -> list[Figure]:
    """The quoted figures that those of an order are, each once: of those as large, first one of what is named."""
    left = sorted(dict.fromkeys(quoted), key=lambda figure: figure.subject not in named)
    found: list[Figure] = []
    for figure in shown:
        same = next((other for other in left if stated(figure, other)), None)
        if same is not None:
            left.remove(same)
            found.append(same)
    return found


def _of_one_kind(figures: Sequence[Figure]) -> bool:
    kinds = {(amount(figure)[1], figure.direction in CHANGES) for figure in figures}
    return len(kinds) == 1 and not any(figure.direction in _NOT_ORDERED for figure in figures)
