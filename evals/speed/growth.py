"""More and more reports -> index size, memory and time of a question, as tables and a plot.

    python -m evals.speed.growth 1 10 100                       # 1000 as well, which takes an hour
    python -m evals.speed.growth 1 10 100 --plot                # and draw evals/results/growth.svg
    python -m evals.speed.growth 1 1000 --keep /tmp/growth      # keep the indexes, to go on after a break or to ask again

Each size is indexed in a process of its own and asked in another, which finds the index ready, as the app mostly does. There
every question is asked of one report too, in turn: what slows the machine slows both, so their ratio is what counts. The
embedder's time is the real one; the reports and their vectors are made (recombined.py). Peak memory is read from /proc: Linux.
"""

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from evals.results import RESULTS_DIR
from evals.speed import plot
from evals.speed.recombined import RecombinedEmbedder, base_vectors, read_vectors, recombined, write_vectors
from evals.speed.retrieval import STAGES, Timed, dev_cases, timer
from evals.speed.timing import percentile, table
from qa.index.embedding import Embedder, LocalEmbedder
from qa.index.sync import sync
from qa.reports import read_reports
from qa.settings import Settings

HEADER = (
    "reports", "clauses and paragraphs", "index on disk", "peak memory, indexing", "peak memory, asking",
    "retrieval p50 / p95", "answer p50 / p95", "retrieval, times that with 1 report", "without embedding", "answer, times that with 1",
)  # fmt: skip
_EVERY = 3  # of the development questions
_ROUNDS = 1


@dataclass(frozen=True, slots=True)
class Size:
    """What was measured with that many reports: megabytes, and milliseconds as (p50, p95); `stages` are medians.

    The ratios are medians over the questions, each asked of these reports and of one, in turn; `bare_ratio` is of retrieval
    without embedding the question, which takes most of its time where other work runs beside it.
    """

    reports: int
    chunks: int
    disk: float
    peak_indexing: float
    peak_asking: float
    stages: dict[str, float]
    retrieval: tuple[float, float]
    answer: tuple[float, float]
    retrieval_ratio: float
    bare_ratio: float
    answer_ratio: float


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", nargs="*", type=int, default=[1, 10])
    parser.add_argument("--plot", action="store_true")
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="where the indexes are made and stay")
    parser.add_argument("--child", nargs=2, metavar=("PHASE", "FOLDER"), help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.child:
        sys.stdout.write(json.dumps(child(args.child[0], Path(args.child[1]), args.sizes[0], LocalEmbedder())))
        return
    sizes = grow(args.sizes, args.keep)
    sys.stdout.write(f"{growth_table(sizes)}\n{stages_table(sizes)}")
    if args.plot:
        (RESULTS_DIR / "growth.svg").write_text(drawn(sizes), encoding="utf-8")


def grow(counts: Sequence[int], keep: Path | None = None) -> list[Size]:
    """Measure each number of reports in processes of their own."""
    sizes = []
    for count in counts:
        with tempfile.TemporaryDirectory() as temporary:
            folder = keep / str(count) if keep else Path(temporary)
            indexed = folder / "indexed.json"
            if not indexed.exists():
                _prepare(folder)
                indexed.write_text(json.dumps(_run("index", folder, count)), encoding="utf-8")
            peak_indexing = json.loads(indexed.read_text(encoding="utf-8"))["peak_indexing"]
            sizes.append(Size(**{**_run("ask", folder, count), "peak_indexing": peak_indexing}))
    return sizes


def child(phase: str, folder: Path, count: int, real: Embedder) -> dict[str, object]:
    """Index `count` reports under `folder`, or ask what is indexed there: a Size as a dict."""
    settings = Settings(mode="extractive")
    vectors = read_vectors(folder / "vectors.npz")
    reports = tuple(recombined(read_reports(settings.seeds_dir)[0], count))
    index = sync(reports, many := RecombinedEmbedder(vectors, real), folder, folder)
    if phase == "index":
        return {"peak_indexing": peak()}
    disk = sum(path.stat().st_size for path in (folder / "index").rglob("*") if path.is_file()) / 1e6
    cases = dev_cases()[::_EVERY]
    ask = timer(reports, index, many, settings)
    for case in cases:
        ask(case)
    peak_asking = peak()
    single = sync(reports[:1], one := RecombinedEmbedder(vectors, real), folder / "one", folder / "one")
    ask_one = timer(reports[:1], single, one, settings)
    for case in cases:
        ask_one(case)
    pairs = [(ask(case), ask_one(case)) for _ in range(_ROUNDS) for case in cases]
    return asdict(summary(count, len(index.chunks), (disk, 0.0, peak_asking), pairs))


def summary(
    count: int, chunks: int, megabytes: tuple[float, float, float], pairs: Sequence[tuple[Timed, Timed]]
) -> Size:
    """The percentiles of what was timed, and the ratios to one report."""
    timed = [many for many, _ in pairs]
    return Size(
        count,
        chunks,
        *megabytes,
        {name: percentile([one.stages[name] for one in timed], 50) * 1000 for name in STAGES},
        _both([one.retrieval for one in timed]),
        _both([one.answer for one in timed]),
        statistics.median(many.retrieval / one.retrieval for many, one in pairs),
        statistics.median(many.bare / one.bare for many, one in pairs),
        statistics.median(many.answer / one.answer for many, one in pairs),
    )


def peak() -> float:
    """The most memory that this process has held so far, in megabytes."""
    status = Path("/proc/self/status").read_text(encoding="utf-8")
    return int(status.partition("VmHWM:")[2].split()[0]) / 1000


def growth_table(sizes: Sequence[Size]) -> str:
    """A row for each size."""
    return table(HEADER, [_row(size) for size in sizes])


def stages_table(sizes: Sequence[Size]) -> str:
    """Where a retrieval's milliseconds go, as medians."""
    rows = [[f"{size.reports:,}", *(f"{size.stages[name]:.1f}" for name in STAGES)] for size in sizes]
    return table(("reports", *(f"{name}, ms" for name in STAGES)), rows)


def drawn(sizes: Sequence[Size]) -> str:
    """The plot: a question's time over that with one report, and megabytes, over the number of reports."""
    times = {
        "answer": [size.answer_ratio for size in sizes],
        "retrieval": [size.retrieval_ratio for size in sizes],
        "– bare": [size.bare_ratio for size in sizes],
    }
    megabytes = {
        "indexing": [size.peak_indexing for size in sizes],
        "asking": [size.peak_asking for size in sizes],
        "on disk": [size.disk for size in sizes],
    }
    panels = (
        plot.Panel("a question, times that with 1 report (medians)", times),
        plot.Panel("megabytes: peak memory, index on disk", megabytes),
    )
    return plot.growth("reports", [size.reports for size in sizes], panels)


def _both(values: Sequence[float]) -> tuple[float, float]:
    return percentile(values, 50) * 1000, percentile(values, 95) * 1000


def _row(size: Size) -> list[str]:
    times = [f"{p50:,.0f} / {p95:,.0f} ms" for p50, p95 in (size.retrieval, size.answer)]
    megabytes = [f"{value:,.0f} MB" for value in (size.disk, size.peak_indexing, size.peak_asking)]
    ratios = [f"{ratio:.2f}" for ratio in (size.retrieval_ratio, size.bare_ratio, size.answer_ratio)]
    return [f"{size.reports:,}", f"{size.chunks:,}", *megabytes, *times, *ratios]


def _prepare(folder: Path) -> None:
    """Embed the texts of the one report that all others are made of."""
    folder.mkdir(parents=True, exist_ok=True)
    if not (folder / "vectors.npz").exists():
        vectors = base_vectors(read_reports(Settings().seeds_dir)[0], LocalEmbedder())
        write_vectors(vectors, folder / "vectors.npz")


def _run(phase: str, folder: Path, count: int) -> dict[str, Any]:
    command = [sys.executable, "-m", "evals.speed.growth", str(count), "--child", phase, str(folder)]
    found: dict[str, Any] = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return found


if __name__ == "__main__":
    main()
