"""More and more reports -> index size, memory and time of a question, as a table and a plot.

    python -m evals.speed.growth 1 10 100            # 1000 as well, which takes long
    python -m evals.speed.growth 1 10 100 --plot     # and draw evals/results/growth.svg

Each size is indexed in a process of its own and asked in another, which finds the index ready, as the app mostly does. The
embedder's time is the real one; the reports and their vectors are made (recombined.py). Peak memory is read from /proc: Linux.
"""

import argparse
import json
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
from evals.speed.retrieval import Timed, dev_cases, measure
from evals.speed.timing import percentile, table
from qa.index.embedding import Embedder, LocalEmbedder
from qa.index.sync import sync
from qa.reports import read_reports
from qa.settings import Settings

HEADER = (
    "reports", "clauses and paragraphs", "index on disk", "peak memory, indexing", "peak memory, asking",
    "retrieval p50 / p95", "without embedding p50 / p95", "answer p50 / p95", "retrieval / embedding alone, median",
)  # fmt: skip
_EVERY = 3  # of the development questions


@dataclass(frozen=True, slots=True)
class Size:
    """What was measured with that many reports: megabytes and milliseconds; `embedding` is the question's alone."""

    reports: int
    chunks: int
    disk: float
    peak_indexing: float
    peak_asking: float
    embedding: float
    retrieval: tuple[float, float]
    bare: tuple[float, float]
    answer: tuple[float, float]
    ratio: float


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", nargs="*", type=int, default=[1, 10])
    parser.add_argument("--plot", action="store_true")
    parser.add_argument("--child", nargs=2, metavar=("PHASE", "FOLDER"), help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.child:
        sys.stdout.write(json.dumps(child(args.child[0], Path(args.child[1]), args.sizes[0], LocalEmbedder())))
        return
    sizes = grow(args.sizes)
    sys.stdout.write(growth_table(sizes))
    if args.plot:
        (RESULTS_DIR / "growth.svg").write_text(drawn(sizes), encoding="utf-8")


def grow(counts: Sequence[int]) -> list[Size]:
    """Measure each number of reports in processes of their own."""
    sizes = []
    for count in counts:
        with tempfile.TemporaryDirectory() as folder:
            vectors = base_vectors(read_reports(Settings().seeds_dir)[0], LocalEmbedder())
            write_vectors(vectors, Path(folder) / "vectors.npz")
            indexed, asked = (_run(phase, folder, count) for phase in ("index", "ask"))
            sizes.append(Size(**{**asked, "peak_indexing": indexed["peak_indexing"]}))
    return sizes


def child(phase: str, folder: Path, count: int, real: Embedder) -> dict[str, object]:
    """Index `count` reports under `folder`, or ask what is indexed there: a Size as a dict."""
    settings = Settings(mode="extractive")
    reports = tuple(recombined(read_reports(settings.seeds_dir)[0], count))
    embedder = RecombinedEmbedder(read_vectors(folder / "vectors.npz"), real)
    index = sync(reports, embedder, folder, folder)
    if phase == "index":
        return {"peak_indexing": peak()}
    disk = sum(path.stat().st_size for path in (folder / "index").rglob("*") if path.is_file()) / 1e6
    timed = measure(reports, index, embedder, settings, dev_cases()[::_EVERY], 1)
    return asdict(summary(count, len(index.chunks), disk, timed))


def summary(count: int, chunks: int, disk: float, timed: Sequence[Timed]) -> Size:
    """The percentiles of what was timed."""

    def both(values: list[float]) -> tuple[float, float]:
        return percentile(values, 50) * 1000, percentile(values, 95) * 1000

    retrieval = both([one.retrieval for one in timed])
    bare = both([one.retrieval - one.stages["embedding"] for one in timed])
    embedding = both([one.alone for one in timed])[0]
    ratio = percentile([one.retrieval / one.alone for one in timed], 50)
    return Size(
        count, chunks, disk, 0.0, peak(), embedding, retrieval, bare, both([one.answer for one in timed]), ratio
    )


def peak() -> float:
    """The most memory that this process has held so far, in megabytes."""
    status = Path("/proc/self/status").read_text(encoding="utf-8")
    return int(status.partition("VmHWM:")[2].split()[0]) / 1000


def growth_table(sizes: Sequence[Size]) -> str:
    """A row for each size."""
    return table(HEADER, [_row(size) for size in sizes])


def drawn(sizes: Sequence[Size]) -> str:
    """The plot: milliseconds of a retrieval over the number of reports."""
    counts = [size.reports for size in sizes]
    lines = {
        "p95": [size.retrieval[1] for size in sizes],
        "p50": [size.retrieval[0] for size in sizes],
        "p50 without embedding": [size.bare[0] for size in sizes],
    }
    return plot.lines("retrieval of a question, ms, over the number of reports", counts, lines)


def _row(size: Size) -> list[str]:
    times = [f"{p50:.0f} / {p95:.0f} ms" for p50, p95 in (size.retrieval, size.bare, size.answer)]
    megabytes = [f"{value:,.0f} MB" for value in (size.disk, size.peak_indexing, size.peak_asking)]
    return [f"{size.reports:,}", f"{size.chunks:,}", *megabytes, *times, f"{size.ratio:.2f}"]


def _run(phase: str, folder: str, count: int) -> dict[str, Any]:
    command = [sys.executable, "-m", "evals.speed.growth", str(count), "--child", phase, folder]
    found: dict[str, Any] = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return found


if __name__ == "__main__":
    main()
