"""Some reports are searched exactly, all of them by the graph, with the same result."""

from pathlib import Path

import pytest

from qa.index.chunks import VIEWS
from qa.index.search import Search
from qa.index.sync import Index, sync
from tests.index.synthetic import HashEmbedder, make_report

SEEDS = Path("seeds")
MINE, OTHER = "2023_本省", "2023_外省"
EMBEDDER = HashEmbedder()
QUESTION = EMBEDDER.query("建设高标准农田289万亩。")


@pytest.fixture
def index(tmp_path: Path) -> Index:
    return sync([make_report(MINE), make_report(OTHER)], EMBEDDER, SEEDS, tmp_path)


@pytest.mark.parametrize("view", VIEWS)
def test_of_all_reports_by_name_as_of_all(index: Index, view: str) -> None:
    search = Search(index)
    exact, graph = (search.nearest(view, QUESTION, 50, reports) for reports in ((MINE, OTHER), ()))  # type: ignore[arg-type]
    assert [cosine for _, cosine in exact] == pytest.approx([cosine for _, cosine in graph], abs=1e-5)
    assert {chunk for chunk, _ in exact} == {chunk for chunk, _ in graph}


def test_of_one_report_only_its_chunks_best_first(index: Index) -> None:
    found = Search(index).nearest("clause", QUESTION, 5, (OTHER,))
    assert {chunk.report for chunk, _ in found} == {OTHER}
    assert found[0][0].text == "建设高标准农田289万亩。"
    assert found[0][1] == pytest.approx(1.0, abs=1e-5)
    assert [cosine for _, cosine in found] == sorted((cosine for _, cosine in found), reverse=True)


def test_what_another_process_took_away_is_not_found(index: Index) -> None:
    index.store.remove("clause", [id_ for id_, chunk in index.chunks.items() if chunk.report == OTHER])
    assert Search(index).nearest("clause", QUESTION, 5, (OTHER,)) == []
    assert Search(index).nearest("clause", QUESTION, 5, (OTHER, MINE))[0][0].report == MINE
    assert Search(index).nearest("clause", QUESTION, 5, ("2020_无此省",)) == []
