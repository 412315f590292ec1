"""Of two sides a figure is told of, the one that is asked about."""

import pytest

from qa.answering.opposites import opposed


@pytest.mark.parametrize(
    ("question", "clause", "expected"),
    [
        ("城里居民去年人均收入多了多少元", "农民人均收入增加1207元", True),
        ("农村居民收入增长多少", "城镇居民人均可支配收入增长2.2%", True),
        ("农村低保一个月多少", "城乡低保月均标准分别提高到727元和563元", False),
        ("城里人和农民收入差多少", "农村居民人均可支配收入增长3.6%", False),
        ("居民收入增长多少", "农村居民人均可支配收入增长3.6%", False),
        ("进口增长多少", "出口增长3.1%", True),
        ("进口增长多少", "进出口总额增长2.4%", False),
        ("出口增长多少", "进出口总额增长2.4%", False),
        ("私营企业有多少户", "国有企业利润增长8%", True),
    ],
)
def test_opposed(question: str, clause: str, expected: bool) -> None:
    assert opposed(question, clause) == expected
