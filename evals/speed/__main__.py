"""All benchmarks that take minutes -> one table: `make bench`."""

import sys
import tempfile
from pathlib import Path

from evals.speed import growth, indexing, llm_overhead, retrieval
from evals.speed.timing import Line, lines_table
from qa.index.embedding import LocalEmbedder
from qa.index.sync import sync
from qa.reports import read_reports
from qa.settings import Settings

_QUESTIONS = 4  # of LLM mode: some nine seconds each, with the endpoint alone beside it
_ROUNDS = 1


def main() -> None:
    settings = Settings(mode="extractive")
    reports = read_reports(settings.seeds_dir)
    with tempfile.TemporaryDirectory() as folder:
        embedder = LocalEmbedder()
        index = sync(reports, embedder, settings.seeds_dir, Path(folder))
        timed = retrieval.measure(reports, index, embedder, settings, retrieval.dev_cases()[::2], _ROUNDS)
    lines = [*retrieval.lines(timed), indexing.line(indexing.measure(reports, LocalEmbedder(), 1))]
    ours, bare = llm_overhead.measure(_QUESTIONS)
    lines.append(Line("an answer in LLM mode", ours / bare, 1.15, f"the endpoint's own time, {_QUESTIONS} questions"))
    sizes = growth.grow((1, 10))
    lines.append(Line("retrieval with 10 reports", sizes[1].retrieval_ratio, None, "with 1, in turn"))
    sys.stdout.write(f"\n{lines_table(lines)}\n{retrieval.breakdown(timed)}\n{growth.growth_table(sizes)}")


if __name__ == "__main__":
    main()
