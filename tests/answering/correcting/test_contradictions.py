"""What a question takes for granted is corrected first; what it leaves open is not."""

import pytest

from qa.assistant import Assistant


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("营口评上国际湿地城市了，怎么评上的", "报告说的是盘锦：盘锦获评国际湿地城市"),
        ("锦州是什么时候获评国际湿地城市的", "报告说的是盘锦：盘锦获评国际湿地城市"),
        ("鞍山入选国家森林城市了对吧", "报告说的是辽阳：辽阳入选国家森林城市"),
        ("盘锦扬农化工那个农药项目 今年开工吗", "葫芦岛扬农化工"),
        ("阜奈高速不是去年就全线通了吗，今年还干啥", "2023年的目标：加快建设沈白高铁"),
        ("沈阳地铁四号线去年已经开通了，票价多少", "2023年的目标：沈阳地铁四号线"),
        ("辽宁女篮又拿CBA总冠军了", "报告说的是男篮："),
        ("盘锦是怎么评上国家森林城市的？", "报告说的是辽阳：辽阳入选国家森林城市"),
        ("锦州去年获批跨境电商综合试验区有啥好处", "报告说的是鞍山：鞍山获批"),
        ("大连要建金融法庭，今年会搞起来吗", "沈阳金融法庭"),
        ("丹东获批国家生态文明建设示范区，靠的啥", "本溪县、喀左县获批国家生态文明建设示范区"),
        ("去年省里去德国、法国经贸洽谈谈成了什么", "赴韩国、日本开展经贸洽谈活动"),
        ("去年违法犯罪越来越多，多了多少", "报告说的是下降："),
        ("物价去年降了，降了几个点", "报告说的是上涨："),
        ("去年出了特大安全生产事故，死了多少人", "全年未发生特大安全生产事故"),
        ("五年主要经济指标都超预期完成了，靠的是什么", "未能达到预期"),
        ("私营企业数量是2012年的1.6倍，那现在有多少户", "私营企业达到109.4万户，是2017年的1.6倍"),
    ],
)
def test_the_correction_comes_first(assistant: Assistant, question: str, says: str) -> None:
    answer = assistant.ask(question)
    assert answer.status == "answered"
    assert says in answer.text.split("\n")[0]
    assert {claim.verdict for claim in answer.claims} == {"quoted"}


@pytest.mark.parametrize(
    "question",
    [
        "大连去年GDP增长多少",
        "抚顺新增就业多少万人",
        "大连的国际湿地有几处",
        "铁岭有哪些国家森林城市",
        "鞍山的养老服务怎么样",
        "营口液化天然气接收站能存多少气",
        "丹东边民互市贸易额多少",
    ],
)
def test_a_places_own_value_is_not_made_up_from_another_place(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    assert answer.status == "abstained"
    assert answer.nearest


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("盘锦获评国际湿地城市了对吧", "盘锦获评国际湿地城市"),
        ("辽宁男篮又拿总冠军了吧", "男篮再夺CBA联赛总冠军"),
        ("违法犯罪总量下降了吧", "违法犯罪总量持续下降"),
        ("沈阳拿到国家食品安全示范城市了吧", "沈阳、大连获得国家食品安全示范城市称号"),
        ("私营企业是2017年的1.6倍吧，现在多少户", "私营企业达到109.4万户"),
    ],
)
def test_what_is_so_is_not_corrected(assistant: Assistant, question: str, says: str) -> None:
    answer = assistant.ask(question)
    assert says in answer.text
    assert "报告说的是" not in answer.text
