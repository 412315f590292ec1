"""Two figures and what code makes of them: exact, with both quotes, and nothing where they do not compare."""

from pathlib import Path

import pytest

from qa.assistant import Assistant
from tests.conftest import make_settings


@pytest.mark.parametrize(
    ("question", "says", "working"),
    [
        ("高标准农田今年的目标比去年完成的少多少？", "102.3万亩", "391.3 − 289 = 102.3"),
        ("今年GDP增长目标比去年实际高几个点", "2.9个百分点", "5 − 2.1 = 2.9"),
        ("中欧班列和海铁联运去年哪个涨得快", "23个百分点", "27.7 − 4.7 = 23"),
        ("去年高标准农田建的加上今年要建的一共多少", "680.3万亩", "391.3 + 289 = 680.3"),
    ],
)
def test_the_result_is_shown_with_its_working_and_both_quotes(
    assistant: Assistant, question: str, says: str, working: str
) -> None:
    answer = assistant.ask(question)
    computed = answer.claims[0]
    assert says in computed.text
    assert working in computed.text
    assert (computed.verdict, len(computed.markers)) == ("computed", 2)
    assert [claim.verdict for claim in answer.claims] == ["computed", "quoted", "quoted"]


def test_a_hedged_figure_is_reckoned_with_as_it_stands_and_that_is_said(assistant: Assistant) -> None:
    assert "5%以上按5%计" in assistant.ask("今年GDP增长目标比去年实际高几个点").text


@pytest.mark.parametrize("question", ["上市公司和粮食产量差多少", "去年新增的上市公司比今年目标少多少"])
def test_what_does_not_compare_is_not_computed(assistant: Assistant, question: str) -> None:
    assert all(claim.verdict != "computed" for claim in assistant.ask(question).claims)


@pytest.mark.parametrize(
    ("done", "aim", "result"),
    [
        ("下降3.6%", "增长3%", "3 + 3.6 = 6.6"),
        ("下降3.6%", "下降2%", "3.6 − 2 = 1.6"),
        ("增长2%", "增长5%以上", "5 − 2 = 3"),
    ],
)
def test_a_fall_is_less_than_any_rise(tmp_path: Path, done: str, aim: str, result: str) -> None:
    (tmp_path / "seeds").mkdir()
    text = f"各位代表：\n一、2022年工作回顾\n进出口总额{done}。\n二、2023年重点工作\n进出口总额{aim}。\n"
    (tmp_path / "seeds" / "2023_某省.txt").write_text(text, encoding="utf-8")
    assistant = Assistant.open(make_settings(tmp_path / "data", seeds_dir=tmp_path / "seeds"))
    claim = assistant.ask("进出口今年目标和去年实际差多少？").claims[0]
    assert claim.text.startswith("进出口总额增速2023年目标比2022年完成高")
    assert result in claim.text


@pytest.mark.parametrize(
    ("question", "says", "working"),
    [
        ("老小区改造过去五年平均每年改几个", "平均每年760.4个", "3802 ÷ 5 = 760.4"),
        ("稳岗资金摊到每个岗位上大概几百块", "约472元", "16.1 × 10000 ÷ 341.3 ≈ 472"),
        ("清理的省政府文件里头公开的占几成", "约12.9%", "473 ÷ 3669 × 100 ≈ 12.9"),
        ("造林、草原修复、水土流失治理去年三样加一块多少万亩", "541.4万亩", "158 + 83.4 + 300 = 541.4"),
        ("能推算出2017年有多少户私营企业吗", "约68.4万户", "109.4 ÷ 1.6 ≈ 68.4"),
        ("揭榜挂帅今年比22年少多少个", "153", "253 − 100 = 153"),
    ],
)
def test_what_else_is_computed(assistant: Assistant, question: str, says: str, working: str) -> None:
    answer = assistant.ask(question)
    assert says in answer.text
    assert answer.claims[0].verdict == "computed"
    assert working in (answer.claims[0].computation or "")


@pytest.mark.parametrize("question", ["今年能耗目标比去年多降多少", "失业率目标比去年下降了多少"])
def test_of_what_has_no_figure_of_last_year_nothing_else_is_computed(assistant: Assistant, question: str) -> None:
    assert all(claim.verdict == "quoted" for claim in assistant.ask(question).claims)


def test_rates_of_growth_are_compared_by_that_name(assistant: Assistant) -> None:
    assert "中欧班列增速是海铁联运量增速的约5.89倍" in assistant.ask("中欧班列增速是海铁联运的几倍").text


def test_a_plan_is_set_beside_the_mean_of_five_years(assistant: Assistant) -> None:
    text = assistant.ask("老旧管网今年的改造量，比前五年的年平均多多少公里？").text
    assert "2.1 × 10000 ÷ 5 = 4200" in text
    assert "多2400公里" in text


def test_what_is_no_part_of_the_question_divides_nothing(assistant: Assistant) -> None:
    assert "3802）" not in assistant.ask("老旧管网平均每个要改多少公里").text
