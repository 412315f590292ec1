import json
from pathlib import Path

from typer.testing import CliRunner

from evals.__main__ import app
from evals.cases import parse_case
from evals.feedback import draft_cases
from qa.domain import Answer, Citation, Claim
from qa.web.chat import Exchange
from qa.web.feedback import FILE, save

QUOTE = Citation(1, "2023_辽宁省", "", "全年地区生产总值增长2.1%", 0, 14, "2022", "完成")
ANSWER = Answer(
    "answered", "全年地区生产总值增长2.1%[1]。", "extractive", (QUOTE,), (Claim("增长2.1%", (1,), "quoted"),)
)
ABSTAINED = Answer("abstained", "报告未提及。", "extractive")


def votes(folder: Path) -> list[str]:
    exchanges = (Exchange("去年增速", answer=ANSWER), Exchange("那核电呢", answer=ABSTAINED))
    save(folder, exchanges, 0, "dislike")
    save(folder, exchanges, 0, "like", "口径对")
    save(folder, exchanges, 1, "like")
    return (folder / FILE).read_text(encoding="utf-8").splitlines()


def test_votes_become_drafts_that_are_cases(tmp_path: Path) -> None:
    lines = votes(tmp_path)
    assert len(lines) == 3
    liked, abstained = draft_cases(lines)
    assert parse_case(liked).question == "去年增速"
    assert liked["gold"] == "全年地区生产总值增长2.1%。"
    assert liked["facts"] == [["2.1%"]]
    assert liked["quotes"] == ["全年地区生产总值增长2.1%"]
    assert liked["reason"] == "draft: like; 口径对"
    assert parse_case(abstained).history == (("去年增速", ANSWER.text),)
    assert abstained["type"] == "follow_up"
    assert abstained["gold"] is None


def test_a_disliked_answer_is_no_gold(tmp_path: Path) -> None:
    save(tmp_path, (Exchange("去年增速", answer=ANSWER),), 0, "dislike", "应是3%")
    (draft,) = draft_cases((tmp_path / FILE).read_text(encoding="utf-8").splitlines())
    assert draft["gold"] == ""
    assert draft["facts"] == []
    assert draft["reason"] == "draft: dislike; 应是3%"


def test_the_command_writes_the_drafts(tmp_path: Path, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    votes(tmp_path)
    monkeypatch.setenv("QA_DATA_DIR", str(tmp_path))
    out = tmp_path / "drafts.jsonl"
    ran = CliRunner().invoke(app, ["from-feedback", "-o", str(out)])
    assert ran.exit_code == 0, ran.output
    assert len([json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]) == 2
