"""What a question takes for granted is told from what it leaves open."""

import pytest

from qa.answering.correcting.asserted import asserted


@pytest.mark.parametrize(
    ("question", "clauses"),
    [
        ("雄商高铁去年就开了 去济南多长时间", ["雄商高铁去年就开了"]),
        ("威海那个零碳园区 是哪批入选的", ["威海那个零碳园区", "是哪批入选的"]),
        ("营口是什么时候评上国际湿地城市的", ["营口是什么时候评上国际湿地城市的"]),
        ("广湛高铁去年不是已经通了么", ["广湛高铁去年不是已经通了么"]),
        ("是全国第二个吧，第一个是谁", ["是全国第二个吧"]),
        ("盘锦是怎么评上国家森林城市的？", ["盘锦是怎么评上国家森林城市的？"]),
        ("锦州获批综合试验区有啥好处", ["锦州获批综合试验区有啥好处"]),
        ("利润由涨转跌，主要是啥原因", ["利润由涨转跌"]),
        ("排放又多了，多了多少", ["排放又多了"]),
        ("大连GDP多少", []),
        ("辽阳得了个什么称号来着", []),
        ("盘锦评上了国际湿地城市来着", ["盘锦评上了国际湿地城市来着"]),
        ("沈阳去年建了多少套保障房", []),
        ("鞍山的养老服务怎么样", []),
        ("沈阳二跑道开工了吗", []),
        ("如果大连评上了，有什么好处", []),
    ],
)
def test_clauses_that_assert(question: str, clauses: list[str]) -> None:
    assert asserted(question) == clauses
