"""Right answers in unusual form, which the scorers must not mark down."""

import pytest

from tests.evals.made import abstained, answer, case
from tests.evals.test_wrong_answers import FARMLAND, PLANNED, marks


@pytest.mark.parametrize(
    "text",
    [
        "391.3万亩[1]。",
        "２０２２年新建高标准农田３９１．３万亩[1]。",
        "2022年新建高标准农田 391.3 万亩。[1]",
        "**391.3**万亩，这是2022年新建高标准农田的面积[1]。",
        "1. 2022年新建高标准农田391.3万亩[1]",
        "去年新建的高标准农田一共是391.3万亩【1】。",
        "新建高标准农田 391.3万亩[1]！",
    ],
)
def test_right_answers_in_unusual_form(text: str) -> None:
    right = marks(answer(text, FARMLAND))
    assert right["right"] == right["citation_recall"] == right["citation_precision"] == 1
    assert right["violations"] == right["ungrounded"] == 0


def test_the_other_years_figure_after_the_right_one_is_no_fault() -> None:
    right = marks(answer(f"{FARMLAND}[1]；2023年{PLANNED}[2]。", FARMLAND, PLANNED))
    assert (right["right"], right["forbidden_first"]) == (1, 0)


def test_plain_words_for_the_reports_own() -> None:
    """GDP is 地区生产总值, 涨幅 and 增速 are 增长: a right answer need not talk like a report."""
    asked = case(facts=(("2.1%",),), forbid=("5%以上",))
    right = marks(answer("2022年辽宁GDP增速是2.1%[1]。", "全年地区生产总值增长2.1%"), asked)
    assert (right["right"], right["citation_recall"], right["violations"]) == (1, 1, 0)


def test_an_english_answer() -> None:
    asked = case(type="english", facts=(("462,000", "46.2万"),), forbid=())
    right = marks(answer("Liaoning created 462,000 new urban jobs in 2022 [1].", "城镇新增就业46.2万人"), asked)
    assert (right["right"], right["citation_recall"], right["violations"]) == (1, 1, 0)
    hedged = marks(answer("Tax relief came to more than 90 billion yuan in 2022 [1].", "减免企业税负超900亿元"), asked)
    assert hedged["violations"] == 0


def test_a_digit_for_a_chinese_numeral() -> None:
    asked = case(facts=(("第十二届", "第12届"),), forbid=())
    right = marks(answer("今年办的是省第12届艺术节[1]。", "办好省第十二届艺术节"), asked)
    assert (right["right"], right["violations"], right["citation_recall"]) == (1, 0, 1)


def test_absence_may_be_answered_or_abstained_from() -> None:
    asked = case(type="closed", facts=(("未提", "没有提到"),), quotes=(), forbid=(), arithmetic=("count(铁岭) = 0",))
    for right in (
        marks(abstained("报告未提及“铁岭”（全文检索 0 处）。"), asked),
        marks(answer("报告未提及铁岭。"), asked),
    ):
        assert (right["right"], right["violations"], right["false_abstention"]) == (1, 0, None)


def test_a_count() -> None:
    """高标准农田 stands twice in the report."""
    asked = case(type="closed", facts=(("2次", "2处"),), forbid=(), arithmetic=("count(高标准农田) = 2",))
    right = answer(
        "报告提到“高标准农田”2次[1][2]。",
        FARMLAND,
        PLANNED,
        verdict="computed",
        computation="全文检索“高标准农田”：2处",
    )
    wrong = answer(
        "报告提到“高标准农田”3次[1][2]。",
        FARMLAND,
        PLANNED,
        verdict="computed",
        computation="全文检索“高标准农田”：3处",
    )
    assert (
        marks(right, asked)["right"],
        marks(right, asked)["violations"],
        marks(right, asked)["citation_recall"],
    ) == (1, 0, 1)
    assert (marks(wrong, asked)["right"], marks(wrong, asked)["violations"]) == (0, 2)  # in the claim, in its working
