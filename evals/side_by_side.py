"""Cases and systems -> the quality and the time of each one's retrieval, measured in one run."""

import statistics
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from time import perf_counter

from evals.cases import Case, load_cases
from evals.metrics.retrieval import Span
from evals.outcomes import Marks, retrieval_marks
from evals.systems import STOCK, open_system
from evals.systems.base import System
from evals.systems.stock import read_report
from evals.tables import number, table
from qa.index.embedding import Embedder, LocalEmbedder
from qa.settings import Settings

# Beside the committed results; without one, the README has no such table.
FILE = "side-by-side.md"
OURS = "ours"
_SHOWN = {"recall_500": "in 500 chars", "recall_1500": "in 1,500", "recall@5": "recall@5", "mrr": "MRR"}
_HEADER = ["", *_SHOWN.values(), "time of a question: times embedding it alone", "times ours", "median ms"]


@dataclass(frozen=True, slots=True)
class Asked:
    """One case: seconds of embedding its question alone, and of each system's search, with the marks of what it found."""

    alone: float
    seconds: dict[str, float]
    marks: dict[str, Marks]


def run(settings: Settings) -> str:
    """The table of all systems, over the cases that need a quote and no conversation."""
    cases = [case for case in load_cases() if case.quotes and not case.history]
    systems = {name: open_system(name, settings) for name in STOCK}
    systems[OURS] = open_system("product", settings)
    report = read_report(settings)
    return side_by_side(measure(systems, cases, LocalEmbedder(), report.text))


def measure(systems: Mapping[str, System], cases: Sequence[Case], embedder: Embedder, report: str) -> list[Asked]:
    """Let all systems search for each case in turn, so that what slows the machine slows all; the first case twice.

    Each time another one is first: who comes after the bare embedding finds the model in the cache.
    """
    names = list(systems)
    return [_ask(systems, names[n % len(names) :] + names[: n % len(names)], case, embedder, report)
            for n, case in enumerate((cases[0], *cases))][1:]  # fmt: skip


def side_by_side(asked: Sequence[Asked]) -> str:
    """A row for each system; times are medians, quality is means over the same questions."""
    rows = [_row(name, asked) for name in asked[0].marks]
    return table(_HEADER, rows)


def _ask(systems: Mapping[str, System], order: Sequence[str], case: Case, embedder: Embedder, report: str) -> Asked:
    started = perf_counter()
    embedder.query(case.question)
    alone = perf_counter() - started
    seconds: dict[str, float] = {}
    found: dict[str, list[Span]] = {}
    for name in order:
        started = perf_counter()
        found[name] = systems[name].search(case)
        seconds[name] = perf_counter() - started
    return Asked(alone, seconds, {name: retrieval_marks(case, found[name], report) for name in systems})


def _row(name: str, asked: Sequence[Asked]) -> list[str]:
    quality = [_mean([one.marks[name][metric] for one in asked]) for metric in _SHOWN]
    alone = statistics.median(one.seconds[name] / one.alone for one in asked)
    ours = statistics.median(one.seconds[name] / one.seconds[OURS] for one in asked)
    milliseconds = statistics.median(one.seconds[name] for one in asked) * 1000
    return [name, *quality, f"{alone:.2f}", f"{ours:.2f}", f"{milliseconds:.0f}"]


def _mean(marks: Sequence[float | None]) -> str:
    defined = [mark for mark in marks if mark is not None]
    return number(statistics.fmean(defined) if defined else None)
