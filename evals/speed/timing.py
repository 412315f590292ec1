"""Calls -> seconds, and seconds -> what is printed of them."""

import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import wraps
from typing import Any

import numpy as np


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the benchmark's table; `target` is the most that `ratio` should be, None where none is set."""

    what: str
    ratio: float
    target: float | None
    note: str


@dataclass(slots=True)
class Stopwatch:
    """Sums the seconds that watched methods take, by name."""

    seconds: dict[str, float] = field(default_factory=lambda: defaultdict(float))

    def watch(self, owner: object, method: str, name: str) -> None:
        """Time every further call of a method of that object."""
        inner = getattr(owner, method)

        @wraps(inner)
        def timed(*args: Any, **kwargs: Any) -> Any:
            started = time.perf_counter()
            try:
                return inner(*args, **kwargs)
            finally:
                self.seconds[name] += time.perf_counter() - started

        setattr(owner, method, timed)

    def taken(self) -> dict[str, float]:
        """What was summed since the last time, and begin anew."""
        taken = dict(self.seconds)
        self.seconds.clear()
        return taken


def seconds(call: Callable[[], object]) -> float:
    """How long a call takes."""
    started = time.perf_counter()
    call()
    return time.perf_counter() - started


def percentile(values: Sequence[float], q: float) -> float:
    """The q-th percentile, interpolated."""
    return float(np.percentile(values, q))


def table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Rows -> a Markdown table."""
    lines = [header, ["---"] * len(header), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def lines_table(lines: Sequence[Line]) -> str:
    """The benchmark's table."""
    rows = [[line.what, f"{line.ratio:.2f}", f"≤ {line.target:g}" if line.target else "–", line.note] for line in lines]
    return table(("ratio of", "measured", "target", "over"), rows)
