"""Each rule of the check catches what it is there for, and the committed cases break none."""

from pathlib import Path

import pytest

from evals.arithmetic import evaluate, holds
from evals.cases import REPORT as REPORT_ID
from evals.cases import CaseError, load_cases, parse_case
from evals.check import check
from evals.results import committed_splits
from qa.settings import ROOT
from tests.evals.made import REPORT, case, unanswerable


def complaints(*cases: object, committed: dict[str, str] | None = None) -> str:
    """What is said of the cases, the complaints about their number left out."""
    found = check(list(cases), REPORT, committed or {})  # type: ignore[arg-type]
    return "\n".join(f"{p.case}: {p.text}" for p in found if "are wanted" not in p.text)


def test_the_committed_cases_are_clean() -> None:
    text = (ROOT / "seeds" / f"{REPORT_ID}.txt").read_text(encoding="utf-8")
    assert [p for p in check(load_cases(), text, committed_splits()) if not p.warning] == []


def test_clean_cases() -> None:
    assert complaints(case(), unanswerable()) == ""


def test_too_few() -> None:
    assert "1 cases, at least 260 are wanted" in [p.text for p in check([case()], REPORT, {})]


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"quotes": ("新建高标准农田392万亩",)}, "quote found 0 times"),
        ({"quotes": ("高标准农田",)}, "quote found 2 times"),
        ({"facts": (("400万亩",),)}, "fact in no quote"),
        ({"facts": (("91.3万亩",),)}, "fact in no quote"),  # inside a number
        ({"gold": "2022年新建289万亩，计划391.3万亩。"}, "gold is not right"),
        ({"arithmetic": ("391.3 - 289 = 102.4",)}, "arithmetic does not hold"),
        ({"arithmetic": ("391.3 - 289",)}, "arithmetic does not hold"),
        ({"facts": ()}, "needs facts"),
        ({"gold": None, "reason": "elsewhere"}, "the reason must be one of"),
        ({"gold": None, "reason": "other year: no"}, "the reason must be one of"),
        ({"gold": None, "reason": "other year: only 2022 is given"}, "neither facts nor quotes"),
        ({"id": "fact-1"}, "id must be type-NNN"),
        ({"id": "other-001", "type": "other"}, "id must be type-NNN"),
        ({"question": " "}, "no question"),
        ({"history": (("问", "答"),)}, "a follow_up has a history"),
        ({"forbid": ("391.3万亩",)}, "forbidden and accepted at once"),
        ({"facts": (("563元",),), "quotes": ("727元和563元",), "forbid": ("727元",)}, "stands before the fact"),
    ],
)
def test_faults(changes: dict[str, object], said: str) -> None:
    assert said in complaints(case(**changes))


def test_ids_are_unique() -> None:
    assert "id used 2 times" in complaints(case(), case())


def test_a_sentence_belongs_to_one_split() -> None:
    assert "both splits" in complaints(case(), case(id="fact-002", question="高标农田", split="test"))


def test_a_case_never_changes_sides() -> None:
    assert "behind the committed results it was test" in complaints(case(), committed={"fact-001": "test"})


def test_near_duplicates_are_reported_not_refused() -> None:
    found = check([case(), case(id="fact-002", question="去年高标准农田搞了多少啊？")], REPORT, {})
    assert any(problem.warning and "alike" in problem.text for problem in found)


def test_arithmetic() -> None:
    assert evaluate("(7.7 - 4.7) / 2 * -1") == pytest.approx(-1.5)
    assert evaluate("__import__('os')") is None
    assert evaluate("1 / 0") is None
    assert holds("3802 / 5 = 760", "")  # 760.4, rounded to no decimals
    assert not holds("3802 / 5 = 760.5", "")
    assert holds("count(高标准农田) = 2", REPORT)
    assert not holds("count(高标准农田) = 3", REPORT)


def test_a_broken_line_names_its_place(tmp_path: Path) -> None:
    (tmp_path / "fact.jsonl").write_text('{"id": "fact-001"}\n', encoding="utf-8")
    with pytest.raises(CaseError, match=r"fact\.jsonl:1"):
        load_cases(tmp_path)


def test_a_case_with_another_split() -> None:
    record: dict[str, object] = {"id": "", "type": "", "split": "train", "question": "", "history": [], "gold": None}
    record |= {"facts": [], "quotes": [], "forbid": [], "arithmetic": [], "reason": ""}
    with pytest.raises(ValueError, match="split"):
        parse_case(record)
