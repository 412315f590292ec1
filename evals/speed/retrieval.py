"""The development questions -> retrieval and whole keyless answers, as ratios to embedding the question alone.

    python -m evals.speed.retrieval            # every development question three times

Retrieval, answer and bare embedding of a question are timed in turn, so what slows the machine slows all three.
"""

import statistics
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from evals.cases import Case, load_cases
from evals.speed.timing import Line, Stopwatch, lines_table, seconds, table
from qa.assistant import Assistant
from qa.domain import Report
from qa.index.embedding import Embedder, LocalEmbedder
from qa.index.sync import Index, sync
from qa.reports import read_reports
from qa.retrieval.retriever import Retriever
from qa.settings import Settings

ROUNDS = 3
HITS = 30
# The stages of a retrieval, in the order in which they run.
STAGES = ("reading the question", "embedding", "Chroma", "evidence", "ranking")


@dataclass(frozen=True, slots=True)
class Timed:
    """One question: seconds of embedding it alone, of its retrieval by stage, and of its whole keyless answer."""

    alone: float
    stages: dict[str, float]
    answer: float

    @property
    def retrieval(self) -> float:
        """Seconds of the whole retrieval."""
        return sum(self.stages.values())

    @property
    def bare(self) -> float:
        """The same without embedding the question."""
        return self.retrieval - self.stages["embedding"]


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(mode="extractive")
        reports, embedder = read_reports(settings.seeds_dir), LocalEmbedder()
        index = sync(reports, embedder, settings.seeds_dir, Path(folder))
        timed = measure(reports, index, embedder, settings, dev_cases(), ROUNDS)
    sys.stdout.write(f"{lines_table(lines(timed))}\n{breakdown(timed)}")


def dev_cases() -> list[Case]:
    """The development questions."""
    return [case for case in load_cases() if case.split == "dev"]


def measure(
    reports: Sequence[Report], index: Index, embedder: Embedder, settings: Settings, cases: Sequence[Case], rounds: int
) -> list[Timed]:
    """Time each question in each round; before that, all once uncounted."""
    ask = timer(reports, index, embedder, settings)
    timed = [ask(case) for _ in range(rounds + 1) for case in cases]
    return timed[len(cases) :]


def timer(reports: Sequence[Report], index: Index, embedder: Embedder, settings: Settings) -> Callable[[Case], Timed]:
    """What times a question over these reports. Index and embedder are watched from now on: one timer for each."""
    watch = Stopwatch()
    retriever = Retriever(reports, index, embedder)
    alone = embedder.query
    watch.watch(embedder, "query", "query")
    watch.watch(index.store, "search", "store")
    watch.watch(index.store, "vectors", "store")  # where a question names a place, read once
    watch.watch(retriever, "evidence", "evidence")
    assistant = Assistant(settings, reports, retriever)
    return lambda case: _timed(case, retriever, assistant, watch, alone)


def lines(timed: Sequence[Timed]) -> list[Line]:
    """The medians of the ratios."""
    alone = statistics.median(one.alone for one in timed) * 1000
    note = f"embedding the question alone ({alone:.1f} ms), {len(timed)} pairs"
    return [
        Line("retrieval of a question", statistics.median(one.retrieval / one.alone for one in timed), 2.5, note),
        Line("a whole keyless answer", statistics.median(one.answer / one.alone for one in timed), 4.0, note),
    ]


def breakdown(timed: Sequence[Timed]) -> str:
    """Where a retrieval's time goes: medians by stage, and as ratios to embedding the question alone."""
    rows = []
    for name in STAGES:
        spent = statistics.median(one.stages[name] for one in timed)
        ratio = statistics.median(one.stages[name] / one.alone for one in timed)
        rows.append([name, f"{spent * 1000:.1f}", f"{ratio:.2f}"])
    return table(("stage of retrieval", "median ms", "ratio"), rows)


def _timed(
    case: Case,
    retriever: Retriever,
    assistant: Assistant,
    watch: Stopwatch,
    embed: Callable[[str], object],
) -> Timed:
    alone = seconds(lambda: embed(case.question))
    watch.taken()
    reading = seconds(lambda: retriever.read(case.question))
    asked = retriever.read(case.question)
    watch.taken()
    ranking = seconds(lambda: retriever.rank(asked, HITS))
    spent = watch.taken()
    answer = seconds(lambda: assistant.ask(case.question, case.history))
    store = spent.get("store", 0.0)
    inner = spent["query"] + store
    parts = (reading, spent["query"], store, spent["evidence"] - inner, ranking - spent["evidence"])
    return Timed(alone, dict(zip(STAGES, parts, strict=True)), answer)


if __name__ == "__main__":
    main()
