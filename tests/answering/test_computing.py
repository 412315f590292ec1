"""Computations on a made-up report: which figures a loose question means, and that no false working passes."""

import pytest

from qa.answering.verification import verdict
from qa.assistant import Assistant
from qa.domain import Citation, Statement
from tests.conftest import make_settings

REPORT = """某省2026年政府工作报告
各位代表：
一、2025年工作回顾
规上工业增加值增长7.6%，高于全国1.7个百分点。
超额完成国家下达的110万人年度任务，城镇新增就业超143万人。
实现国有资本收益64.6亿元，增长358%。高技术制造业、装备制造业增加值分别增长8.9%、7.7%。
国考断面优良水体达到89%。奥运会上斩获8金4银，残奥会上斩获12金8银。
“十四五”以来，高铁里程由2110公里增至3055公里。
汽车保有量由2552万辆增至3230万辆，其中新能源汽车由45万辆增至356万辆。
二、2026年工作安排
赤字规模5.66万亿元、比上年增加1.6万亿元。高铁里程突破3400公里。优良水体保持在85%以上。
完成交通投资2300亿元、能源投资2100亿元、水利投资900亿元。
"""


@pytest.fixture(scope="module")
def made_up(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder = tmp_path_factory.mktemp("computing")
    (folder / "seeds").mkdir()
    (folder / "seeds" / "2026_某省.txt").write_text(REPORT, encoding="utf-8")
    return Assistant.open(make_settings(folder / "data", seeds_dir=folder / "seeds"))


@pytest.mark.parametrize(
    ("question", "says", "working"),
    [
        ("倒推一下去年赤字盘子多大", "原来为4.06万亿元", "5.66 − 1.6 = 4.06"),
        ("国有资本收益前年大概多少亿，按增幅倒推", "约14.1亿元", "64.6 ÷ (100 + 358) × 100 ≈ 14.1"),
        ("按高出全国的那个数反推，全国规上工业涨了多少", "全国为5.9%", "7.6 − 1.7 = 5.9"),
        ("今年高铁要想达标还得再添多少公里", "345公里", "3400 − 3055 = 345"),
        ("十四五高铁多修了多少公里", "945公里", "3055 − 2110 = 945"),
        ("汽车里头新能源的占几成", "约11%", "356 ÷ 3230 × 100 ≈ 11"),
        ("就业任务去年完成没，多干了多少人", "33万人", "143 − 110 = 33"),
        ("高技术制造跟装备制造谁跑得快？领先几个点", "1.2个百分点", "8.9 − 7.7 = 1.2"),
        ("水质去年的成绩超过今年要保的线多少", "4个百分点", "89 − 85 = 4"),
        ("奥运残奥两个加一块多少金", "20金", "12"),
        ("修路的、搞能源的、搞水利的三摊子投资合计多少亿", "5300亿元", "= 5300"),
    ],
)
def test_loose_questions_are_reckoned_with_the_figures_they_mean(
    made_up: Assistant, question: str, says: str, working: str
) -> None:
    claim = made_up.ask(question).claims[0]
    assert (claim.verdict, says in claim.text) == ("computed", True), claim.text
    assert working in (claim.computation or "")


@pytest.mark.parametrize("question", ["高技术制造和装备制造的增速加起来多少", "汽车跟外省怎么搞合作"])
def test_rates_of_growth_are_not_added_up(made_up: Assistant, question: str) -> None:
    assert all(claim.verdict != "computed" for claim in made_up.ask(question).claims)


def _quote(marker: int, text: str, start: int, period: str = "2026", status: str = "目标") -> Citation:
    return Citation(marker, "2026_某省", "二、2026年工作安排", text, start, start + len(text), period, status)


DEFICIT = _quote(1, "赤字规模5.66万亿元、比上年增加1.6万亿元", 0)
PROFIT = (_quote(1, "实现国有资本收益64.6亿元", 0, "2025", "完成"), _quote(2, "增长358%", 14, "2025", "完成"))
INDUSTRY = (
    _quote(1, "规上工业增加值增长7.6%", 0, "2025", "完成"),
    _quote(2, "高于全国1.7个百分点", 13, "2025", "完成"),
)


@pytest.mark.parametrize(
    ("text", "working", "quotes"),
    [
        ("原来为4.06万亿元", "5.66 − 1.6 = 4.06（万亿元）", (DEFICIT,)),
        ("原来为约14.1亿元", "64.6 ÷ (100 + 358) × 100 ≈ 14.1（亿元）", PROFIT),
        ("全国为5.9%", "7.6 − 1.7 = 5.9（%）", INDUSTRY),
    ],
)
def test_what_was_before_or_is_elsewhere_is_borne_out(text: str, working: str, quotes: tuple[Citation, ...]) -> None:
    assert verdict(Statement(text, quotes, working)) == "computed"


@pytest.mark.parametrize(
    ("text", "working", "quotes"),
    [
        ("原来为7.26万亿元", "5.66 + 1.6 = 7.26（万亿元）", (DEFICIT,)),  # a rise is taken off, not put on
        ("全国为4.06万亿元", "5.66 − 1.6 = 4.06（万亿元）", (DEFICIT,)),
        ("原来为4.06亿元", "5.66 − 1.6 = 4.06（万亿元）", (DEFICIT,)),
        ("原来为约14.1亿元", "64.6 ÷ (100 − 358) × 100 ≈ −25（亿元）", PROFIT),
        ("原来为约14.1%", "64.6 ÷ (100 + 358) × 100 ≈ 14.1（亿元）", PROFIT),
        ("原来为约18亿元", "64.6 ÷ 358 × 100 ≈ 18（亿元）", PROFIT),
        ("全国为5.9个百分点", "7.6 − 1.7 = 5.9（%）", INDUSTRY),
        ("原来为5.9%", "7.6 − 1.7 = 5.9（%）", INDUSTRY),
        ("全国为9.3%", "7.6 + 1.7 = 9.3（%）", INDUSTRY),
    ],
)
def test_a_false_step_back_is_refused(text: str, working: str, quotes: tuple[Citation, ...]) -> None:
    assert verdict(Statement(text, quotes, working)) == "unverified"
