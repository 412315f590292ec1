"""A report -> the time of indexing it from nothing, as a ratio to embedding its clauses once.

python -m evals.speed.indexing            # three pairs, in turn
"""

import statistics
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from evals.speed.timing import Line, lines_table, seconds
from qa.domain import Report
from qa.index.chunks import chunks
from qa.index.embedding import Embedder, LocalEmbedder
from qa.index.sync import BATCH, sync
from qa.reports import read_reports
from qa.settings import Settings

PAIRS = 3


def main() -> None:
    reports = read_reports(Settings().seeds_dir)
    sys.stdout.write(lines_table([line(measure(reports, LocalEmbedder(), PAIRS))]))


def measure(reports: Sequence[Report], embedder: Embedder, pairs: int) -> list[tuple[float, float]]:
    """Seconds of (indexing, embedding the clauses once), in turn; before that, a first use of both uncounted."""
    texts = clause_texts(reports)
    embedder.passages(texts[:1])
    with tempfile.TemporaryDirectory() as folder:
        sync((), embedder, Path(folder), Path(folder))
    found = []
    for _ in range(pairs):
        with tempfile.TemporaryDirectory() as folder:
            indexing = seconds(lambda at=Path(folder): sync(reports, embedder, at, at))  # type: ignore[misc]
        found.append((indexing, seconds(lambda: embed(texts, embedder))))
    return found


def clause_texts(reports: Sequence[Report]) -> list[str]:
    """The reports' clauses, each text once."""
    found = (chunk.text for report in reports for chunk in chunks(report) if chunk.view == "clause")
    return list(dict.fromkeys(found))


def embed(texts: Sequence[str], embedder: Embedder) -> None:
    """Embed in batches of the size that indexing uses."""
    for start in range(0, len(texts), BATCH):
        embedder.passages(texts[start : start + BATCH])


def line(pairs: Sequence[tuple[float, float]]) -> Line:
    """The median of the ratios."""
    ratios = [ours / bare for ours, bare in pairs]
    note = f"embedding its clauses once ({statistics.median(bare for _, bare in pairs):.1f} s), {len(pairs)} pairs"
    return Line("indexing a report", statistics.median(ratios), 1.3, note)


if __name__ == "__main__":
    main()
