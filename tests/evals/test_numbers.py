"""The ruler's reader of figures, years and computations."""

import pytest

from evals.metrics.computation import grounded, read_computations, works_out
from evals.metrics.numbers import chinese_numbers, read_figures, read_years


def read(text: str) -> list[tuple[float, str, str, str]]:
    return [(figure.value, figure.unit, figure.hedge, figure.direction) for figure in read_figures(text)]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("地区生产总值增长5%以上", [(5, "%", ">=", "up")]),
        ("城镇调查失业率控制在5.5%左右", [(5.5, "%", "~", "")]),
        ("PM2.5平均浓度降为31微克/立方米", [(31, "微克/立方米", "", "down")]),
        ("新增就业46.2万人", [(462000, "人", "", "")]),
        ("减免企业税负超900亿元", [(9e10, "元", ">=", "")]),
        ("惠及近100万户", [(1e6, "个", "near", "")]),
        ("粮食播种面积不低于5303万亩", [(53030000, "亩", ">=", "")]),
        ("增长-1.5%", [(-1.5, "%", "", "up")]),
        ("提高百分之4", [(4, "%", "", "up")]),
        ("约1,119个，900多亿元", [(1119, "个", "~", ""), (9e10, "元", ">=", "")]),
        ("5% or more", [(5, "%", ">=", "")]),
        ("over 1.5 million people", [(1.5e6, "人", ">=", "")]),
        ("提升2个百分点", [(2, "个百分点", "", "up")]),
        ("5G基站、“1+6”、RCEP", [(1, "", "", ""), (6, "", "", "")]),
        ("2022年、22年、2018–2022年", []),
        ("2.6万家多，按5%计", [(26000, "个", ">=", ""), (5, "%", "taken", "")]),
        ("2000个", [(2000, "个", "", "")]),
        ("1. 增长[1]\n2. 下降[2]", []),
    ],
)
def test_figures(text: str, figures: list[tuple[float, str, str, str]]) -> None:
    assert read(text) == figures


def test_years() -> None:
    assert read_years("2022年、22年、2018–2022年 and in 2023.") == [2022, 2022, 2018, 2022, 2023]
    assert read_years("2023年辽宁省政府工作报告") == []


def test_a_number_of_a_working_is_no_year() -> None:
    assert read_years("合计1923件（971 + 952 = 1923），2.26 × 10000 ÷ 1933 ≈ 11.7") == []


def test_chinese_numbers() -> None:
    assert chinese_numbers("第十四届、二十家、一百二十五、三") == {14, 20, 125, 3}
    assert chinese_numbers("二〇三五年") == set()


@pytest.mark.parametrize(
    ("text", "operands", "result", "right"),
    [
        ("391.3 − 289 = 102.3", (391.3, 289), 102.3, True),  # 391.3 - 289 = 102.3
        ("391.3万亩－289万亩＝102.3万亩", (391.3, 289), 102.3, True),
        ("少102.3（391.3 - 289 = 102.3）", (391.3, 289), 102.3, True),
        ("3802 ÷ 5 ≈ 760", (3802, 5), 760, True),  # 760.4, rounded
        ("473 / 3669 × 100% = 12.9%", (473, 3669, 100), 12.9, True),  # 12.8918
        ("391.3减289等于102.3", (391.3, 289), 102.3, True),
        ("391.3 − 289 = 102.4", (391.3, 289), 102.4, False),
        ("5 ÷ 0 = 0", (5, 0), 0, False),
    ],
)
def test_computations(text: str, operands: tuple[float, ...], result: float, right: bool) -> None:
    [computation] = read_computations(text)
    assert (computation.operands, computation.result, computation.right) == (operands, result, right)


def test_no_computation() -> None:
    assert read_computations("从2.1%到5%以上，一圈一带两区") == []


def test_operands_may_be_put_into_wan() -> None:
    # 5000公里 are 0.5万公里; the result has the scale of what was subtracted.
    [computation] = read_computations("4.1 − 0.5 = 3.6")
    quoted = read_figures("4.1万公里，5000公里")
    assert grounded(computation, quoted)
    assert not grounded(computation, read_figures("4.1万公里，500公里"))
    assert works_out(read_figures("3.6万公里")[0], computation, quoted)
    assert not works_out(read_figures("3.6公里")[0], computation, quoted)


def test_small_whole_numbers_count_only_in_products() -> None:
    """The five years of a mean need no quote; a number that is added or subtracted does."""
    assert grounded(read_computations("3802 ÷ 5 = 760.4")[0], read_figures("3802个"))
    assert not grounded(read_computations("3802 − 5 = 3797")[0], read_figures("3802个"))
