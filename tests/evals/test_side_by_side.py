"""Quality and time of several systems in one run; how long they take is not looked at."""

from pathlib import Path

from evals.metrics.retrieval import Span
from evals.readme import rendered
from evals.side_by_side import FILE, Asked, measure, side_by_side
from qa.domain import Answer
from tests.evals.made import REPORT, case
from tests.index.synthetic import HashEmbedder

QUOTE = case().quotes[0]
AT = REPORT.index(QUOTE)


class Finder:
    """Finds the same spans for every case, and tells who was asked."""

    def __init__(self, name: str, spans: list[Span], order: list[str]) -> None:
        self.name = name
        self._spans = spans
        self._order = order

    def search(self, case: object) -> list[Span]:
        self._order.append(self.name)
        return self._spans

    def answer(self, case: object) -> Answer:
        raise AssertionError("only retrieval is timed")


def test_every_system_searches_each_case_in_turn_each_time_another_first() -> None:
    order: list[str] = []
    ours, theirs = Finder("ours", [(AT, AT + len(QUOTE))], order), Finder("theirs", [(0, 5)], order)
    asked = measure({"theirs": theirs, "ours": ours}, [case(), case()], HashEmbedder(), REPORT)
    assert order == ["theirs", "ours", "ours", "theirs", "theirs", "ours"]  # the first case is asked once uncounted
    assert [one.marks["ours"]["mrr"] for one in asked] == [1, 1]
    assert [one.marks["theirs"]["mrr"] for one in asked] == [0, 0]
    assert min(asked[0].alone, *asked[0].seconds.values()) > 0


def test_times_are_medians_of_ratios_and_quality_is_a_mean() -> None:
    def one(alone: float, theirs: float, ours: float, found: float) -> Asked:
        marks = {"recall_500": found, "recall_1500": found, "recall@5": None, "mrr": found / 2}
        return Asked(alone, {"theirs": theirs, "ours": ours}, {"theirs": marks, "ours": marks})

    # theirs / alone: 2, 3, 4; theirs / ours: 1, 0.5, 2. The second case met a machine ten times as slow.
    shown = side_by_side([one(1, 2, 2, 1), one(10, 30, 60, 0), one(1, 4, 2, 1)])
    cells = [cell.strip() for cell in shown.splitlines()[2].split("|")[1:-1]]
    assert cells == ["theirs", "0.67", "0.67", "–", "0.33", "3.00", "1.00", "4000"]


def test_the_readme_holds_the_table_where_it_is_committed(tmp_path: Path) -> None:
    readme = tmp_path / "README.md"
    readme.write_text("<!-- tables: x -->\n<!-- /tables -->\n", encoding="utf-8")
    assert "side by side" not in rendered(readme, tmp_path)
    (tmp_path / FILE).write_text("| a |\n", encoding="utf-8")
    assert "### Quality and time, side by side\n\n| a |\n" in rendered(readme, tmp_path)
