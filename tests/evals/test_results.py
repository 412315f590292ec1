"""Results: summary, disk, differences, gate, tables."""

from pathlib import Path

import pytest

from evals.cases import Case, load_cases
from evals.diff import diff, turned
from evals.gate import Bound, breaches, read_bounds
from evals.modes import beside
from evals.outcomes import ANSWERS, RETRIEVAL, answer_marks, retrieval_marks
from evals.results import Outcome, Result, made_with, read, save, summarise
from evals.tables import answer_table, comparison_table, interval, number, retrieval_table, totals
from qa.domain import Answer
from tests.conftest import make_settings
from tests.evals.made import REPORT, abstained, answer, case, unanswerable

FARMLAND = "新建高标准农田391.3万亩"
RIGHT = answer(f"{FARMLAND}[1]。", FARMLAND)
WRONG = answer("新增上市公司7家[1]。", "新增上市公司7家")
CASES = [case(), case(id="fact-002", split="test", question="高标农田"), unanswerable()]


def outcome(asked: Case, answered: Answer) -> Outcome:
    at = REPORT.index(FARMLAND)
    retrieval = retrieval_marks(asked, [(at, at + 20)], REPORT) if asked.quotes else {}
    return Outcome(asked.type, asked.split, retrieval, answer_marks(asked, answered, {"made": REPORT}))


def result(*answers: Answer) -> Result:
    outcomes = {asked.id: outcome(asked, given) for asked, given in zip(CASES, answers, strict=True)}
    settings = make_settings(Path("unused"))
    return Result(made_with(settings, "product", CASES), summarise(CASES, outcomes, REPORT), outcomes)


GOOD, BAD = result(RIGHT, RIGHT, abstained()), result(RIGHT, WRONG, abstained())


def test_summary() -> None:
    # Right: the first and the abstention, not the second: 2 of 3. Of the two fact cases 1 of 2.
    assert BAD.summary["right"]["all"].mean == pytest.approx(2 / 3)
    assert BAD.summary["right"]["fact"].mean == 0.5
    assert BAD.summary["right"]["test"].mean == 0.0
    # Facts are wanted of two cases, in one of which they are found; the third is undefined.
    facts = BAD.summary["fact_recall"]["all"]
    assert (facts.mean, facts.n, facts.undefined) == (0.5, 2, 1)
    # No case of another type was asked: no estimate, not an estimate of 0.
    assert "list" not in BAD.summary["right"]
    assert BAD.summary["abstention_recall"]["other place"].mean == 1.0
    assert BAD.summary["recall_500"]["all"].n == 2  # an unanswerable case needs no quote


def test_both_fact_cases_are_one_cluster() -> None:
    """They need one sentence, so nothing can be resampled."""
    assert BAD.summary["right"]["fact"].low is None


def test_a_saved_result_is_read_back(tmp_path: Path) -> None:
    save(BAD, tmp_path / "r.json")
    again = read(tmp_path / "r.json")
    assert again.outcomes == BAD.outcomes
    assert again.made_with == BAD.made_with
    assert again.summary["right"]["all"].mean == pytest.approx(2 / 3, abs=1e-4)
    assert again.summary["fact_recall"]["all"].undefined == 1


def test_what_it_was_made_with_tells_no_secret() -> None:
    settings = make_settings(
        Path("unused"), mode="llm", openai_api_key="sk-secret", openai_base_url="http://host.invalid/v1"
    )
    made = made_with(settings, "product", CASES)
    assert made["model"] == settings.model
    assert made["prompts"]["answer_fact.v1"]
    assert "sk-secret" not in str(made)
    assert "host.invalid" not in str(made)
    assert str(Path.cwd()) not in str(made)
    assert made["fingerprint"] != GOOD.made_with["fingerprint"]


def test_diff_names_what_turned() -> None:
    assert turned(GOOD, BAD) == (["fact-002"], [])
    said = diff(GOOD, BAD, CASES)
    assert "now wrong  fact-002  高标农田" in said
    assert "McNemar exact p = 1.000" in said  # 1 against 0: 2 · C(1, 0) / 2 = 1
    assert "right, test" in said
    assert "no metric changed" in diff(GOOD, GOOD, CASES)


def test_the_gate_passes_what_keeps_its_bounds() -> None:
    assert breaches(GOOD, [Bound("right", min=1.0), Bound("violations", max=0.0)]) == []


def test_the_gate_fails() -> None:
    """Too low, too high, in one type only, and where a bounded metric was not measured."""
    assert breaches(BAD, [Bound("right", min=0.9)]) == ["right (all) is 0.6667, at least 0.90 is wanted"]
    lying = result(answer("新建高标准农田400万亩[1]。", FARMLAND), RIGHT, abstained())
    assert breaches(lying, [Bound("violations", max=0.0)]) == ["violations (all) is 0.3333, at most 0.00 is allowed"]
    assert breaches(BAD, [Bound("right", "fact", min=0.6)])
    assert breaches(BAD, [Bound("right", "list", min=0.1)]) == ["right (list) was not measured"]
    assert breaches(Result({}, {}, {}), [Bound("right", min=0.0)]) == ["right (all) was not measured"]


def test_the_committed_bounds_can_be_read_and_bound_something() -> None:
    bounds = read_bounds()
    assert {bound.metric for bound in bounds} >= {
        "recall_1500",
        "right",
        "violations",
        "exact_spans",
        "false_abstention",
    }
    for bound in bounds:
        assert bound.metric in (*RETRIEVAL, *ANSWERS)
        assert (bound.min is None) != (bound.max is None)


def test_the_gate_stops_a_broken_product() -> None:
    """A product that finds nothing and abstains from everything breaks the committed bounds."""
    cases = load_cases()
    at = {
        c.id: Outcome(c.type, c.split, dict.fromkeys(RETRIEVAL, 0.0), answer_marks(c, abstained(), {})) for c in cases
    }
    broken = " ".join(breaches(Result({}, summarise(cases, at, ""), at), read_bounds()))
    for metric in ("recall_1500", "right", "false_abstention"):
        assert metric in broken


def test_tables() -> None:
    assert _row(answer_table(BAD.summary), "test")[1].split()[0] == "0.00"
    assert _row(retrieval_table(GOOD.summary), "fact")[1].split()[0] == "1.00"
    assert "(must be 0) | 0 " in totals(BAD)
    assert number(None) == "–"
    assert interval(GOOD.summary["fact_recall"]["all"]) == "1.00 n=2 (undefined in 1)"


def test_comparison_is_on_common_cases() -> None:
    theirs = {"fact-001": BAD.outcomes["fact-002"]}
    said = comparison_table(BAD.outcomes, {"stock": theirs}, {case.id: case.id for case in CASES})
    # On fact-001 alone: theirs 0, ours 1, and no ratio to 0.
    assert [cell.strip() for cell in _row(said, "right")] == ["right", "0.00 n=1", "1.00", "–"]
    assert [cell.strip() for cell in _row(said, "MRR")] == ["MRR", "1.00 n=1", "1.00", "1.00×"]


def test_modes_stand_beside_each_other_type_by_type() -> None:
    said = beside(BAD, GOOD)
    # Of three cases the model loses fact-002: 3/3 before, 2/3 with it.
    assert [cell.strip() for cell in _row(said, "all")][1:3] == ["3", "1.00 → 0.67"]
    assert "right only without the model: 1 fact-002" in said
    assert "right only with the model: 0" in said
    assert "with the model, figures shown as verified that are not: 0, errors: 0" in said


def _row(said: str, name: str) -> list[str]:
    return next(line for line in said.splitlines() if line.startswith(f"| {name} ")).strip("| ").split("|")
