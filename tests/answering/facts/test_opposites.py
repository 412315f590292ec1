"""Of sides and parts a figure is told of, the one that is asked about."""

import doctest

import pytest

from qa.answering.facts import opposites
from qa.answering.facts.opposites import opposed


@pytest.mark.parametrize(
    ("question", "clause", "expected"),
    [
        ("城里居民去年人均收入多了多少元", "农民人均收入增加1207元", True),
        ("农村居民收入增长多少", "城镇居民人均可支配收入增长2.2%", True),
        ("农村低保一个月多少", "城乡低保月均标准分别提高到727元和563元", False),
        ("城里人和农民收入差多少", "农村居民人均可支配收入增长3.6%", False),
        ("居民收入增长多少", "农村居民人均可支配收入增长3.6%", False),
        ("进口增长多少", "出口增长3.1%", True),
        ("进口增长多少", "进出口总额增长2.4%", True),
        ("出口增长多少", "进出口总额增长2.4%", True),
        ("进出口增长多少", "进出口总额增长2.4%", False),
        ("进出口增长多少", "出口增长2.4%", True),
        ("大豆种了多少亩", "粮食播种面积5303万亩", True),
        ("粮食种了多少亩", "粮食播种面积5303万亩", False),
        ("粮食打了多少斤", "大豆产量20万吨", False),
        ("新增小学和初中学位多少个", "新增普通高中学位20万个以上", True),
        ("上小学之前那年免费，多少孩子享受到", "实施学前一年免费教育政策、惠及168万名儿童", False),
        ("光伏装了多少", "新能源装机占比超过50%", True),
        ("私营企业有多少户", "国有企业利润增长8%", True),
    ],
)
def test_opposed(question: str, clause: str, expected: bool) -> None:
    assert opposed(question, clause) == expected


def test_the_examples() -> None:
    assert doctest.testmod(opposites).failed == 0
