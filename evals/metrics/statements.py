"""Answer text -> its statements with the markers of each: the unit that citations are judged by (ALCE)."""

import re
from dataclasses import dataclass

from evals.metrics.matching import plain
from evals.metrics.numbers import read_figures

_MARKERS = re.compile(r"\[(\d+(?:\s*[,，、]\s*\d+)*)\]|【(\d+)】")
# A sentence ends after 。！？ or an English full stop, and takes with it the closing quotes and the markers that follow.
_END = re.compile(r"(?:[。！？!?]+|(?<=[a-z%)\]])\.(?=\s|$|\[))[”’」』）)]*(?:\s*(?:\[[\d\s,，、]+\]|【\d+】))*")
_ABSENT = re.compile(
    r"未提及|没有提|未提到|未说明|没有说明|未给出|没有给出|未列出|没有列出|未涉及|没有涉及|不包含|does not (?:mention|state|say|give)|not mentioned|not stated"
)


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence of an answer, without its markers, and the numbers that it cites."""

    text: str
    markers: tuple[int, ...]


def read_statements(text: str) -> list[Statement]:
    """Split an answer into the sentences that state something.

    No statement is a lead-in ("主要有：") or heading without figure and marker, nor one that only says what the report does
    not say: no quote can bear that out.

    >>> read_statements("增长2.1%[1]。目标5%以上。[2]")
    [Statement(text='增长2.1%。', markers=(1,)), Statement(text='目标5%以上。', markers=(2,))]
    """
    pieces = [piece for line in text.splitlines() for piece in _sentences(line)]
    found = [Statement(plain(piece).strip(), _markers(piece)) for piece in pieces]
    return [statement for statement in found if _states(statement)]


def _sentences(line: str) -> list[str]:
    pieces, start = [], 0
    for match in _END.finditer(line):
        if not _open(line[start : match.start() + 1]):
            pieces.append(line[start : match.end()])
            start = match.end()
    return [*pieces, line[start:]]


def _open(piece: str) -> bool:
    return any(piece.count(a) > piece.count(b) for a, b in ("“”", "「」", "『』"))


def _markers(piece: str) -> tuple[int, ...]:
    numbers = [int(n) for match in _MARKERS.finditer(piece) for n in re.findall(r"\d+", match[1] or match[2])]
    return tuple(dict.fromkeys(numbers))


def _states(statement: Statement) -> bool:
    text = statement.text
    if not re.search(r"\w", text):
        return False
    if statement.markers or read_figures(text):
        return True
    return not text.rstrip("*").endswith((":", "：")) and not _ABSENT.search(text)
