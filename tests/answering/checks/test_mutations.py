"""The number lock: true claims pass, no claim changed in one place does. `python -m evals mutations` tries them all."""

import doctest

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.figures import read_labels
from evals.mutations import mutants, run, still_true
from evals.truths import truths
from qa.answering.checks import english
from qa.answering.figures import find_figures, same, supports
from qa.answering.verification import verdict
from qa.domain import Citation, Report, Statement

GROWTH = Citation(0, "2023_辽宁省", "一、", "全年地区生产总值增长2.1%，固定资产投资增长3.6%。", 0, 26, "2022", "完成")
AIM = Citation(0, "2023_辽宁省", "三、", "地区生产总值增长5%以上；", 90, 103, "2023", "目标")
SPAN = Citation(0, "2023_辽宁省", "一、", "地区生产总值年均增长3.9%。", 200, 214, "2018–2022", "完成")
FIRMS = Citation(0, "2023_辽宁省", "一、", "私营企业达到109.4万户，是2017年的1.6倍。", 300, 322, "2018–2022", "完成")
INCOME = Citation(
    0, "2023_辽宁省", "一、", "城镇和农村居民人均可支配收入分别增长2.2%和3.6%。", 400, 425, "2022", "完成"
)
PROBLEM = Citation(0, "2023_辽宁省", "二、", "年度和五年主要经济指标未能达到预期。", 500, 518, "2023", "背景")
GRAIN = Citation(0, "2023_辽宁省", "一、", "粮食总产量496.9亿斤，成为历史第二高产年。", 600, 621, "2022", "完成")
CITIES = Citation(
    0, "2023_辽宁省", "三、", "支持沈阳建设中心城市，支持大连建设航运中心。", 700, 722, "2023–2027", "规划"
)
LAND = Citation(0, "2023_辽宁省", "一、", "新建高标准农田391.3万亩。", 800, 813, "2022", "完成")
LAND_AIM = Citation(0, "2023_辽宁省", "三、", "建设高标准农田289万亩。", 900, 912, "2023", "目标")


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("2022年地区生产总值增长2.1%。", GROWTH),
        ("2022年，辽宁GDP增长2.1%", GROWTH),
        ("GDP grew by 2.1% in 2022.", GROWTH),
        ("In 2022, Liaoning's fixed-asset investment rose 3.6%.", GROWTH),
        ("2023年地区生产总值的预期目标是增长5%以上。", AIM),
        ("地区生产总值增长5%以上", AIM),
        ("过去五年，地区生产总值年均增长3.9%。", SPAN),
        ("2018–2022年地区生产总值年均增长3.9%。", SPAN),
        ("私营企业109.4万户，是2017年的1.6倍。", FIRMS),
        ("2022年，农村居民人均可支配收入增长3.6%。", INCOME),
        ("主要经济指标未达到预期。", PROBLEM),
        ("2022年粮食总产量496.9亿斤，是历史第二高产年。", GRAIN),
        ("支持大连建设航运中心。", CITIES),
    ],
)
def test_true_claims_pass(text: str, quote: Citation) -> None:
    assert verdict(Statement(text, (quote,))) == "quoted"


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("2023年地区生产总值增长5%以上。", AIM),
        ("2023年实际增长5%以上。", AIM),
        ("地区生产总值预期增长2.1%。", GROWTH),
        ("五年来地区生产总值增长2.1%。", GROWTH),
        ("2021年地区生产总值增长2.1%。", GROWTH),
        ("Imports grew by 2.1% in 2022.", GROWTH),
        ("GDP grew by 3.6% in 2022.", GROWTH),
        ("GDP grew by 2.1% in 2021.", GROWTH),
        ("The GDP target for 2022 was 2.1% growth.", GROWTH),
        ("Dalian's GDP grew by 2.1% in 2022.", GROWTH),
        ("地区生产总值增长3.9%。", SPAN),
        ("2022年地区生产总值年均增长3.9%。", SPAN),
        ("私营企业109.4万户，是2012年的1.6倍。", FIRMS),
        ("2017年私营企业达到109.4万户。", FIRMS),
        ("农村居民人均可支配收入增长2.2%。", INCOME),
        ("农村居民可支配收入增长3.6%。", INCOME),
        ("主要经济指标达到预期。", PROBLEM),
        ("粮食总产量没有496.9亿斤。", GRAIN),
        ("粮食总产量496.9亿斤，是历史最高产年。", GRAIN),
        ("支持沈阳建设航运中心。", CITIES),
        ("支持辽宁建设航运中心。", CITIES),
        ("支持大连大学建设航运中心。", CITIES),
        ("大力发展海洋经济。", CITIES),
    ],
)
def test_false_claims_do_not(text: str, quote: Citation) -> None:
    assert verdict(Statement(text, (quote,))) == "unverified"


@pytest.mark.parametrize(
    ("text", "working", "expected"),
    [
        ("2022年完成比2023年目标多102.3万亩（391.3 − 289 = 102.3）", "391.3 − 289 = 102.3（万亩）", "computed"),
        ("合计680.3万亩", "391.3万亩 + 289万亩 = 680.3万亩", "computed"),
        ("2022年完成是2023年目标的约1.35倍", "391.3 ÷ 289 ≈ 1.35", "computed"),
        ("2022年完成比2023年目标少102.3万亩", "391.3 − 289 = 102.3（万亩）", "unverified"),
        ("2023年目标比2022年完成多102.3万亩", "391.3 − 289 = 102.3（万亩）", "unverified"),
        ("2022年完成比2023年目标多102.4万亩", "391.3 − 289 = 102.4（万亩）", "unverified"),
        ("2022年完成比2023年目标多102.4万亩", "391.3 − 289 = 102.3（万亩）", "unverified"),
        ("2022年完成比2023年目标多102.3万公顷", "391.3 − 289 = 102.3（万亩）", "unverified"),
        ("2022年完成比2023年目标多102.3万亩以上", "391.3 − 289 = 102.3（万亩）", "unverified"),
        ("2021年完成比2023年目标多102.3万亩", "391.3 − 289 = 102.3（万亩）", "unverified"),
        ("2022年完成比2023年目标多111.3万亩", "391.3 − 280 = 111.3（万亩）", "unverified"),
        ("2022年完成是2023年目标的1.35倍", "391.3 ÷ 289 = 1.35", "unverified"),
        ("2022年完成比2023年目标多102.3万亩", "", "unverified"),
        ("2022年完成比2023年目标多102.3万亩", "391.3 − (289 = 102.3", "unverified"),
        ("2022年完成比2023年目标多102.3万亩", "391.3 ÷ 0 = 102.3", "unverified"),
    ],
)
def test_a_working_is_reckoned_again(text: str, working: str, expected: str) -> None:
    assert verdict(Statement(text, (LAND, LAND_AIM), working)) == expected


@pytest.mark.parametrize(
    ("text", "working", "expected"),
    [
        ("报告提到“增长”2次。", "全文检索“增长”：2处，见于1句", "computed"),
        ("报告提到“增长”3次。", "全文检索“增长”：2处，见于1句", "unverified"),
        ("报告提到“增长”3次。", "全文检索“增长”：3处，见于1句", "unverified"),
        ("报告提到“下降”2次。", "全文检索“下降”：2处，见于1句", "unverified"),
    ],
)
def test_a_count_is_what_its_quotes_show(text: str, working: str, expected: str) -> None:
    assert verdict(Statement(text, (GROWTH,), working)) == expected


def test_no_mutant_passes_and_no_true_claim_fails(seed: Report) -> None:
    outcome = run(seed, claims_at_most=300)
    assert outcome.made.total() > 2000
    assert set(outcome.made) >= {"digit", "unit", "scale", "hedge", "direction", "period", "status", "place", "name"}
    assert outcome.passed == ()
    assert outcome.rejected == ()


def test_mutants_are_the_same_each_time(seed: Report) -> None:
    claims = list(truths(seed))[:40]
    assert list(mutants(claims, seed)) == list(mutants(claims, seed))


def test_what_is_left_out_is_true() -> None:
    """A swap that gives the quote's other clause, or another spelling of the same number, is no false claim."""
    origin = Statement("地区生产总值增长2.1%", (GROWTH,))
    assert still_true("subject", Statement("固定资产投资增长3.6%", (GROWTH,)), origin)
    assert not still_true("subject", Statement("固定资产投资增长2.1%", (GROWTH,)), origin)
    assert not still_true("hedge", Statement("地区生产总值增长2.1%以上", (GROWTH,)), origin)


def test_the_examples_in_docstrings() -> None:
    assert doctest.testmod(english).failed == 0


CLAIMS = st.sampled_from([line.sentence for line in read_labels() if line.labels])


@given(CLAIMS, CLAIMS)
def test_sameness_is_symmetric_and_support_reflexive(one: str, other: str) -> None:
    for a in find_figures(one):
        assert supports(a, a)
        assert all(same(a, b) == same(b, a) for b in find_figures(other))


@given(CLAIMS)
def test_width_and_white_space_change_no_verdict(text: str) -> None:
    quote = Citation(0, "2023_辽宁省", "一、", text, 0, len(text), "2022", "完成")
    wide = text.translate({code: code + 0xFEE0 for code in [*range(ord("0"), ord("9") + 1), ord("%")]})
    spaced = f" {text}\u3000"
    for told in (wide, spaced):
        assert verdict(Statement(told, (quote,))) == verdict(Statement(text, (quote,)))
