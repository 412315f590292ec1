"""Deliberately wrong answers, each of which the scorers must mark down."""

import pytest

from evals.cases import Case
from evals.outcomes import Marks, answer_marks
from qa.domain import Answer
from tests.evals.made import REPORT, abstained, answer, case, unanswerable

FARMLAND = "新建高标准农田391.3万亩"
PLANNED = "建设高标准农田289万亩"


def marks(answered: Answer, asked: Case | None = None) -> Marks:
    return answer_marks(asked or case(), answered, {"made": REPORT})


@pytest.fixture
def good() -> Marks:
    return marks(answer(f"2022年{FARMLAND}[1]。", FARMLAND))


def test_the_right_answer_has_full_marks(good: Marks) -> None:
    assert good["right"] == good["fact_recall"] == 1
    assert good["citation_recall"] == good["citation_precision"] == good["exact_spans"] == 1
    assert good["violations"] == good["ungrounded"] == good["forbidden_first"] == good["abstained"] == 0


def test_a_wrong_figure() -> None:
    wrong = marks(answer("2022年新建高标准农田381.3万亩[1]。", FARMLAND))
    assert (wrong["right"], wrong["fact_recall"]) == (0, 0)
    assert (wrong["violations"], wrong["ungrounded"]) == (1, 1)
    assert (wrong["citation_recall"], wrong["citation_precision"]) == (0, 0)


def test_a_figure_that_only_ends_like_the_right_one() -> None:
    wrong = marks(answer("新建高标准农田1391.3万亩[1]。", FARMLAND))
    assert (wrong["right"], wrong["violations"]) == (0, 1)


def test_the_wrong_years_figure() -> None:
    wrong = marks(answer(f"{PLANNED}[1]。", PLANNED))
    assert (wrong["right"], wrong["forbidden_first"]) == (0, 1)


def test_the_wrong_years_figure_given_first() -> None:
    """Every fact is there, yet what is given as the answer is the plan."""
    wrong = marks(answer(f"{PLANNED}[1]，{FARMLAND}[2]。", PLANNED, FARMLAND))
    assert (wrong["fact_recall"], wrong["forbidden_first"], wrong["right"]) == (1, 1, 0)


def test_a_plan_dated_as_a_result() -> None:
    """The figure stands in the quote, but the quote speaks of 2023."""
    wrong = marks(answer("2022年建设高标准农田289万亩[1]。", PLANNED))
    assert (wrong["violations"], wrong["citation_recall"], wrong["right"]) == (1, 0, 0)


@pytest.mark.parametrize(
    "text", ["新建高标准农田391.3亩[1]。", "新建高标准农田391.3亿亩[1]。", "新建高标准农田391.3万公里[1]。"]
)
def test_the_right_figure_with_a_wrong_unit(text: str) -> None:
    wrong = marks(answer(text, FARMLAND), case(facts=(("391.3万亩",),)))
    assert (wrong["right"], wrong["violations"], wrong["citation_recall"]) == (0, 1, 0)


def test_a_hedge_left_out() -> None:
    target = "地区生产总值增长5%以上"
    asked = case(facts=(("5%以上", "不低于5%"),), quotes=(target,), forbid=("2.1%",))
    assert marks(answer("地区生产总值增长5%[1]。", target), asked)["violations"] == 1
    assert marks(answer("地区生产总值增长5%左右[1]。", target), asked)["right"] == 0
    assert marks(answer("地区生产总值增长不低于5%[1]。", target), asked)["violations"] == 0


def test_the_opposite_direction() -> None:
    growth = "全年地区生产总值增长2.1%"
    assert marks(answer("地区生产总值下降2.1%[1]。", growth))["violations"] == 1


def test_no_citation(good: Marks) -> None:
    bare = marks(answer(f"2022年{FARMLAND}。"))
    assert bare["right"] == 1  # what is said is right
    assert (bare["citation_recall"], bare["violations"]) == (
        0,
        2,
    )  # the figure and the year are shown as verified by nothing
    assert bare["citation_precision"] is None  # of no citations
    assert bare["exact_spans"] is None


def test_a_citation_of_another_sentence() -> None:
    other = marks(answer(f"{FARMLAND}[1]。", "新增上市公司7家"))
    assert (other["citation_recall"], other["citation_precision"], other["violations"]) == (0, 0, 1)
    worded = marks(answer("报告提出办好省艺术节[1]。", "新增上市公司7家"))
    assert (worded["citation_recall"], worded["citation_precision"]) == (0, 0)


def test_a_citation_too_many() -> None:
    padded = marks(answer(f"{FARMLAND}[1][2]。", FARMLAND, "新增上市公司7家"))
    assert padded["citation_recall"] == 1
    assert padded["citation_precision"] == 0.5  # [1] bears it out alone; without [2] it is still borne out: 1 of 2


def test_a_marker_that_stands_for_nothing() -> None:
    dangling = marks(answer(f"{FARMLAND}[1][7]。", FARMLAND))
    assert (dangling["citation_recall"], dangling["citation_precision"]) == (1, 0.5)


def test_a_span_that_is_not_its_quote() -> None:
    shifted = answer(f"{FARMLAND}[1]。", FARMLAND)
    citation = shifted.citations[0]
    moved = type(citation)(1, "made", "", citation.quote, citation.start + 1, citation.end + 1, "2022", "完成")
    assert marks(Answer("answered", shifted.text, "extractive", (moved,), shifted.claims))["exact_spans"] == 0


def test_a_span_that_cuts_a_number() -> None:
    """ "1.3万亩" is verbatim and not what the report says."""
    assert marks(answer("新建1.3万亩[1]。", "1.3万亩"))["exact_spans"] == 0


def test_an_abstention_on_an_answerable_case() -> None:
    wrong = marks(abstained())
    assert (wrong["right"], wrong["fact_recall"], wrong["false_abstention"]) == (0, 0, 1)
    assert wrong["abstention_precision"] == 0
    assert wrong["citation_recall"] is wrong["length"] is None


def test_an_abstention_that_names_the_figure_is_still_none() -> None:
    assert marks(abstained("报告未提及，但391.3万亩可供参考。"))["right"] == 0


def test_an_answer_on_an_unanswerable_case() -> None:
    wrong = marks(answer(f"{FARMLAND}[1]。", FARMLAND), unanswerable())
    assert (wrong["right"], wrong["abstention_recall"], wrong["false_abstention"]) == (0, 0, None)
    assert wrong["fact_recall"] is None


def test_an_abstention_on_an_unanswerable_case() -> None:
    right = marks(abstained(), unanswerable())
    assert (right["right"], right["abstention_recall"], right["abstention_precision"]) == (1, 1, 1)


def test_a_computation() -> None:
    asked = case(facts=(("102.3万亩",),), forbid=())
    text = "比去年少102.3万亩（391.3 − 289 = 102.3）[1][2]。"
    right = marks(answer(text, FARMLAND, PLANNED, verdict="computed"), asked)
    assert (right["right"], right["violations"], right["citation_recall"], right["citation_precision"]) == (1, 0, 1, 1)


def test_a_computation_in_other_words() -> None:
    """A hedged figure is taken for its bound, in the open; the difference of two shares is in 百分点."""
    growth, target = "全年地区生产总值增长2.1%", "地区生产总值增长5%以上"
    text = "2023年目标比2022年高2.9个百分点（5 − 2.1 = 2.9；5%以上按5%计）[1][2]。"
    right = marks(answer(text, growth, target, verdict="computed"), case(facts=(("2.9个百分点",),), forbid=()))
    assert (right["right"], right["violations"], right["citation_recall"], right["citation_precision"]) == (1, 0, 1, 1)


@pytest.mark.parametrize(
    "text",
    [
        "比去年少102.3万亩[1][2]。",  # no computation shown
        "比去年少112.3万亩（391.3 − 289 = 112.3）[1][2]。",  # wrong: 391.3 - 289 = 102.3
        "比去年少111.3万亩（391.3 − 280 = 111.3）[1][2]。",  # right, but no quote says 280
        "比去年少102.3亩（391.3 − 289 = 102.3）[1][2]。",  # 万亩 were subtracted
    ],
)
def test_a_wrong_computation(text: str) -> None:
    assert marks(answer(text, FARMLAND, PLANNED, verdict="computed"))["violations"]


def test_an_unverified_claim_breaks_no_promise_but_is_ungrounded() -> None:
    """It is visibly marked; that no passage holds its figure is counted all the same."""
    shown = marks(answer("新建高标准农田400万亩。", verdict="unverified"))
    assert (shown["violations"], shown["ungrounded"]) == (0, 1)


def test_a_figure_that_no_claim_vouches_for() -> None:
    smuggled = answer(f"{FARMLAND}[1]。", FARMLAND)
    text = f"{FARMLAND}[1]。另有设施农业10万亩。"
    assert marks(Answer("answered", text, "llm", smuggled.citations, smuggled.claims))["violations"] == 1
