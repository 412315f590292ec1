import json
import re
from pathlib import Path
from typing import Any

from qa.settings import ROOT
from qa.web.evaluation import page
from qa.web.plots import Point, intervals


def estimate(mean: float | None, n: int = 4, low: float | None = None, high: float | None = None) -> dict[str, Any]:
    return {"mean": mean, "n": n, "undefined": 0, "low": low, "high": high}


def write(folder: Path, name: str, system: str, marks: list[dict[str, float]], **summary: Any) -> None:
    record = {
        "made_with": {
            "system": system,
            "model": None,
            "cases": {"n": 4},
            "commit": "<b>abc",
            "time": "2026-01-02T03:04",
        },
        "summary": summary,
        "outcomes": {
            f"case-{at}": {"type": "fact", "split": "dev", "retrieval": mark, "answers": {"violations": 0.0}}
            for at, mark in enumerate(marks)
        },
    }
    (folder / f"{name}.json").write_text(json.dumps(record), encoding="utf-8")


def rows(markup: str) -> dict[str, list[str]]:
    found = re.findall(r'<tr><th scope="row">([^<]*)</th>(.*?)</tr>', markup)
    return {name: re.findall(r"<td>([^<]*)</td>", cells) for name, cells in found}


def test_the_committed_results_are_shown() -> None:
    markup = page(ROOT / "evals" / "results")
    record = json.loads((ROOT / "evals" / "results" / "extractive.json").read_text(encoding="utf-8"))
    right = record["summary"]["right"]
    shown = rows(markup)
    for key, name in (("all", "全部"), ("paraphrase", "换了说法"), ("test", "测试集")):
        estimate = right[key]
        assert shown[f"{name}（{estimate['n']}题）"] == [
            f"{estimate['mean']:.2f}",
            f"{estimate['low']:.2f} – {estimate['high']:.2f}",
        ]
    assert "LangChain" in markup
    # One plot for each way of answering, and one against the stock systems.
    own = [path for path in (ROOT / "evals" / "results").glob("*.json") if not path.name.startswith("stock-")]
    assert markup.count("<svg") == markup.count('role="img"') == len(own) + 1
    assert not re.search(r"(src|href)=\"(?!\./)|@import|url\(", markup)


def test_systems_are_compared_on_the_cases_that_all_were_asked(tmp_path: Path) -> None:
    write(tmp_path, "own", "product", [{"mrr": 1.0}, {"mrr": 0.5}, {"mrr": 0.0}])
    write(tmp_path, "stock-langchain", "langchain", [{"mrr": 0.5}, {"mrr": 0.25}])
    # case-2 is not the stock system's: (1 + 0.5) / 2 against (0.5 + 0.25) / 2
    assert rows(page(tmp_path))["MRR（2题）"] == ["0.75", "0.38"]


def test_what_is_undefined_is_left_out_and_names_are_text(tmp_path: Path) -> None:
    right = {"all": estimate(0.5, 4, 0.2, 0.8), "fact": estimate(None, 0), "list": estimate(1.0, 1)}
    write(tmp_path, "own", "product", [{}], right=right)
    markup = page(tmp_path)
    shown = rows(markup)
    assert shown["全部（4题）"] == ["0.50", "0.20 – 0.80"]
    assert shown["列清单（1题）"] == ["1.00", "–"]
    assert not any(name.startswith("单个事实") for name in shown)
    assert "&lt;b&gt;abc" in markup


def test_a_page_without_results_says_so(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "none"):
        assert "这里没有评测结果" in page(folder)
        assert "<svg" not in page(folder)


def test_an_interval_is_drawn_from_its_low_to_its_high_end() -> None:
    drawn = intervals("题", [Point("<甲>", 0.5, 0.25, 0.75), Point("乙", 1.0)])
    # 170 units of names, 340 for 0 to 1
    assert 'x1="255.0" x2="425.0"' in drawn
    assert 'cx="340.0"' in drawn
    assert drawn.count('class="interval"') == 1
    assert "&lt;甲&gt; 0.50，乙 1.00" in drawn
