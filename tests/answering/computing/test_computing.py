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
食品、石化、医药产业增加值分别增长7.5%、11.5%、17.4%。新登记经营主体320万户，总量达2037.7万户，其中企业929.8万户。
民间投资占比34%、提高1.3个百分点。银行机构本外币存贷款余额分别达38.7万亿元、29.9万亿元。
新建全国重点实验室11家，国家级、部级创新平台分别达到22家、182家。
国考断面优良水体达到89%。奥运会上斩获8金4银，残奥会上斩获12金8银。
“十四五”以来，累计改造老旧小区3802个。省属一级企业由66户整合至12户。通用机场增加11个、达到25个。
高铁里程由2110公里增至3055公里。
汽车保有量由2552万辆增至3230万辆，其中新能源汽车由45万辆增至356万辆。
二、2026年工作安排
赤字规模5.66万亿元、比上年增加1.6万亿元。高铁里程突破3400公里。优良水体保持在85%以上。
城市、农村低保标准分别从每人每月209元、280元提高到217元、290元。改造老旧小区1200个。
建设10个县级养老服务中心、60个乡镇养老服务中心、120个村级养老服务站点。
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
        ("省属一级企业整合以后少了多少户", "省属一级企业减少54户", "66 − 12 = 54"),
        ("农村低保和城市低保今年每月分别涨几块", "城市低保标准增加8元", "217 − 209 = 8"),
        ("食品、石化、医药去年谁涨得最猛，谁最慢", "医药产业增加值最高，食品最低", "17.4% > 11.5% > 7.5%"),
        ("经营主体里头企业占百分之几", "企业占经营主体的约45.6%", "929.8 ÷ 2037.7 × 100 ≈ 45.6"),
        ("银行里存的钱比贷出去的多多少", "8.8万亿元", "38.7 − 29.9 = 8.8"),
        ("民间投资占比上一年是多少，按提高的点数推算", "原来为32.7%", "34 − 1.3 = 32.7"),
        ("通用机场五年前有几个", "原来为14个", "25 − 11 = 14"),
        ("去年赤字规模是多少", "原来为4.06万亿元", "5.66 − 1.6 = 4.06"),
        ("交通、能源、水利三块今年加一起投多少，去年呢", "5300亿元", "2300 + 2100 + 900 = 5300"),
        ("县乡村三级的养老服务中心和站点合计要建多少个", "190个", "= 190"),
        ("修路的、搞能源的、搞水利的三摊子投资合计多少亿", "5300亿元", "= 5300"),
    ],
)
def test_loose_questions_are_reckoned_with_the_figures_they_mean(
    made_up: Assistant, question: str, says: str, working: str
) -> None:
    claim = made_up.ask(question).claims[0]
    assert (claim.verdict, says in claim.text) == ("computed", True), claim.text
    assert working in (claim.computation or "")


def test_a_mean_is_set_beside_this_years_aim(made_up: Assistant) -> None:
    mean, beside, *_ = made_up.ask("过去五年老旧小区平均每年改造多少个？今年的任务比这个平均数多还是少").claims
    assert (mean.verdict, mean.computation) == ("computed", "3802 ÷ 5 = 760.4（个）")
    assert (beside.verdict, beside.computation) == ("computed", "1200 − 3802 ÷ 5 = 439.6（个）")
    assert "2026年目标比2021–2025年完成平均每年多439.6个" in beside.text


@pytest.mark.parametrize(
    "question",
    [
        "高技术制造和装备制造的增速加起来多少",  # rates of growth are not added up
        "汽车跟外省怎么搞合作",
        "国有资本收益去年比上年增加了多少",  # the report says: 增长358%
        "规上工业增加值增速比全国高多少",
        "国有资本收益2019年是多少",  # told of 2025 and of the year before only
        "重点实验室和创新平台一共多少家",  # which of two kinds of the latter is open
        "食品、石化、医药、纺织去年谁涨得最猛",  # nothing is told of the fourth
        "交通、能源、水利、教育投资今年一共多少",
    ],
)
def test_what_is_stated_or_not_all_there_is_not_computed(made_up: Assistant, question: str) -> None:
    assert all(claim.verdict != "computed" for claim in made_up.ask(question).claims)


def _quote(marker: int, text: str, start: int, period: str = "2026", status: str = "目标") -> Citation:
    return Citation(marker, "2026_某省", "二、2026年工作安排", text, start, start + len(text), period, status)


DEFICIT = _quote(1, "赤字规模5.66万亿元、比上年增加1.6万亿元", 0)
PROFIT = (_quote(1, "实现国有资本收益64.6亿元", 0, "2025", "完成"), _quote(2, "增长358%", 14, "2025", "完成"))
INDUSTRY = (
    _quote(1, "规上工业增加值增长7.6%", 0, "2025", "完成"),
    _quote(2, "高于全国1.7个百分点", 13, "2025", "完成"),
)


SPAN = ("2021–2025", "完成")
CHANGES = _quote(1, "城市、农村低保标准分别从每人每月209元、280元提高到217元、290元", 0)
GROWTH = _quote(1, "食品、石化、医药产业增加值分别增长7.5%、11.5%、17.4%", 0, "2025", "完成")
HOMES = (_quote(1, "累计改造老旧小区3802个", 0, *SPAN), _quote(2, "改造老旧小区1200个", 20))


@pytest.mark.parametrize(
    ("text", "working", "quotes"),
    [
        ("城市低保标准增加8元", "217 − 209 = 8（元）", (CHANGES,)),
        ("农村低保标准增加10元", "290 − 280 = 10（元）", (CHANGES,)),
        ("医药产业增加值最高，食品最低", "17.4% > 11.5% > 7.5%", (GROWTH,)),
        ("2026年目标比2021–2025年完成平均每年多439.6个", "1200 − 3802 ÷ 5 = 439.6（个）", HOMES),
        ("原来为4.06万亿元", "5.66 − 1.6 = 4.06（万亿元）", (DEFICIT,)),
        ("原来为约14.1亿元", "64.6 ÷ (100 + 358) × 100 ≈ 14.1（亿元）", PROFIT),
        ("全国为5.9%", "7.6 − 1.7 = 5.9（%）", INDUSTRY),
    ],
)
def test_a_right_working_is_borne_out(text: str, working: str, quotes: tuple[Citation, ...]) -> None:
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
        ("农村低保标准增加8元", "217 − 209 = 8（元）", (CHANGES,)),
        ("粮食补贴增加8元", "217 − 209 = 8（元）", (CHANGES,)),
        ("城市低保标准减少8元", "217 − 209 = 8（元）", (CHANGES,)),
        ("城市低保标准增加81元", "290 − 209 = 81（元）", (CHANGES,)),  # from the one, to the other
        ("城市低保标准增加71元", "280 − 209 = 71（元）", (CHANGES,)),
        ("食品最高，医药产业增加值最低", "17.4% > 11.5% > 7.5%", (GROWTH,)),
        ("石化最高，食品最低", "17.4% > 11.5% > 7.5%", (GROWTH,)),
        ("医药产业增加值最高，食品最低", "17.4% > 7.5% > 11.5%", (GROWTH,)),
        ("医药产业增加值最高，食品最低", "17.5% > 11.5% > 7.5%", (GROWTH,)),
        ("医药产业增加值最高，食品最低", "17.4% = 11.5% > 7.5%", (GROWTH,)),
        ("全国医药产业增加值最高，食品最低", "17.4% > 11.5% > 7.5%", (GROWTH,)),
        ("2026年目标比2021–2025年完成平均每年少439.6个", "1200 − 3802 ÷ 5 = 439.6（个）", HOMES),
        ("2021–2025年完成平均每年比2026年目标多439.6个", "1200 − 3802 ÷ 5 = 439.6（个）", HOMES),
        ("2025年完成比2021–2025年完成平均每年多439.6个", "1200 − 3802 ÷ 5 = 439.6（个）", HOMES),
        ("2026年目标比2021–2025年完成平均每年多249.5个", "1200 − 3802 ÷ 4 = 249.5（个）", HOMES),
        ("2026年目标比2021–2025年完成平均每年多439.6户", "1200 − 3802 ÷ 5 = 439.6（个）", HOMES),
    ],
)
def test_a_false_working_is_refused(text: str, working: str, quotes: tuple[Citation, ...]) -> None:
    assert verdict(Statement(text, quotes, working)) == "unverified"
