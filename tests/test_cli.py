"""The terminal: readable by people, exact for programs, one clear line on errors."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from qa import cli, contract
from qa.errors import QuestionError
from qa.settings import ROOT

Run = Callable[..., tuple[int, str, str]]
CITATION_KEYS = ["marker", "report", "section", "quote", "start", "end", "period", "status"]


@pytest.fixture
def run(data_dir: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Run:
    """Run `qa …` in this process; gives exit code, stdout and stderr."""
    monkeypatch.setenv("QA_DATA_DIR", str(data_dir))
    monkeypatch.setenv("QA_MODE", "extractive")
    monkeypatch.chdir(tmp_path)

    def running(*arguments: str) -> tuple[int, str, str]:
        monkeypatch.setattr("sys.argv", ["qa", *arguments])
        with pytest.raises(SystemExit) as exit_:
            cli.main()
        out, err = capsys.readouterr()
        return int(exit_.value.code or 0), out, err

    return running


def test_ask_as_json_is_the_contract(run: Run) -> None:
    code, out, _ = run("ask", "去年高标准农田完成了多少？", "--json")
    record = json.loads(out)
    assert code == 0
    assert list(record) == ["id", "status", "answer", "citations", "claims", "mode", "notices", "seconds"]
    assert list(record["citations"][0]) == CITATION_KEYS
    assert list(record["claims"][0]) == ["text", "markers", "verdict", "computation"]
    assert record["status"] == "answered"
    assert "391.3万亩" in record["answer"]
    text = (ROOT / "seeds" / f"{record['citations'][0]['report']}.txt").read_text(encoding="utf-8")
    assert all(text[c["start"] : c["end"]] == c["quote"] for c in record["citations"])


def test_ask_for_people_shows_quote_section_and_period(run: Run) -> None:
    code, out, _ = run("ask", "去年高标准农田完成了多少？")
    assert code == 0
    assert "[1]" in out
    assert "（八）乡村振兴扎实推进（2022，完成）" in out


def test_abstention_offers_the_nearest_passages(run: Run) -> None:
    _, out, _ = run("ask", "浙江去年的粮食产量是多少？")
    assert "报告未提及" in out
    assert "最接近的内容" in out


def test_search_as_json_is_the_contract(run: Run) -> None:
    _, out, _ = run("search", "高标准农田", "--json", "-k", "3")
    record = json.loads(out)
    assert len(record["hits"]) == 3
    keys = ["report", "section", "text", "start", "end", "period", "status", "score", "parts"]
    assert list(record["hits"][0]) == keys
    assert {"dense", "lexical"} <= set(record["hits"][0]["parts"])


def test_search_verbose_shows_the_parts(run: Run) -> None:
    _, out, _ = run("search", "高标准农田", "-v", "-k", "1")
    assert "dense=" in out
    assert "lexical=" in out


def test_batch_keeps_order_and_shows_progress_on_stderr(run: Run, tmp_path: Path) -> None:
    questions = tmp_path / "questions.jsonl"
    lines = [
        {"id": "b", "question": "去年粮食总产量多少？"},
        {"id": "a", "question": ""},
        {"id": "c", "question": "那今年的目标呢？", "history": [["去年粮食总产量多少？", "496.9亿斤"]]},
    ]
    questions.write_text("\n".join(json.dumps(line, ensure_ascii=False) for line in lines), encoding="utf-8")
    code, _, err = run("batch", str(questions), "-o", str(tmp_path / "answers.jsonl"))
    records = [json.loads(line) for line in (tmp_path / "answers.jsonl").read_text(encoding="utf-8").splitlines()]
    assert code == 0
    assert [record["id"] for record in records] == ["b", "a", "c"]
    assert [record["status"] for record in records] == ["answered", "abstained", "answered"]
    assert "480亿斤以上" in records[2]["answer"]
    assert "3/3" in err


def test_batch_search(run: Run, tmp_path: Path) -> None:
    questions = tmp_path / "questions.jsonl"
    questions.write_text('{"id": "x", "question": "粮食"}\n', encoding="utf-8")
    _, out, _ = run("batch", "--search", "-k", "4", str(questions))
    assert len(json.loads(out)["hits"]) == 4


def test_index_and_reports(run: Run) -> None:
    _, out, _ = run("index")
    assert "索引无需更新" in out
    _, out, _ = run("reports", "--json")
    record = json.loads(out)
    assert (record["id"], record["year"], record["speaker"]) == ("2023_辽宁省", 2023, "李乐成")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("ask", ""), "请输入一个问题"),
        (("ask", "🎉🎉"), "请输入一个问题"),
        (("ask", "问" * 10_000), "超过了 2000 字"),
        (("batch", "nowhere.jsonl"), "读不了问题文件"),
    ],
)
def test_errors_are_one_line(run: Run, arguments: tuple[str, ...], says: str) -> None:
    code, out, err = run(*arguments)
    assert code == 1
    assert out == ""
    assert says in err.splitlines()[-1]
    assert "Traceback" not in err


def test_html_is_only_text(run: Run) -> None:
    code, out, _ = run("ask", "<script>alert(1)</script>", "--json")
    assert code == 0
    assert json.loads(out)["mode"] == "extractive"


def test_a_batch_may_have_a_mark_and_rare_line_ends(run: Run, tmp_path: Path) -> None:
    questions = tmp_path / "questions.jsonl"
    questions.write_text('\ufeff{"id": "x", "question": "粮食\u2028产量"}\n', encoding="utf-8")
    _, out, _ = run("batch", "--search", "-k", "1", str(questions))
    assert json.loads(out)["id"] == "x"


def test_bad_batch_line_is_named() -> None:
    with pytest.raises(QuestionError, match="第 2 行"):
        list(contract.read_questions(['{"question": "a"}', "not json"]))
    with pytest.raises(QuestionError, match="第 1 行"):
        list(contract.read_questions(['{"text": "a"}']))


@pytest.mark.parametrize("command", ["ask", "search", "batch", "index", "reports"])
def test_every_command_has_help(run: Run, command: str) -> None:
    code, out, _ = run(command, "--help")
    assert code == 0
    assert len(out) > 60
