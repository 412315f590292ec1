"""What is asked of a part, where the report tells of the whole."""

import pytest

from qa.answering.abstaining.narrower import narrower
from qa.domain import Hit, Report, Sentence, Status
from qa.retrieval.question import read_question


@pytest.mark.parametrize(
    ("question", "text", "missing"),
    [
        ("上半年经济增长多少", "经济增长5%。", "“上半年”的情况"),
        ("上半年经济增长多少", "上半年经济增长5%。", ""),
        ("全国2022年居民消费价格涨了多少", "居民消费价格上涨2%。", "全国的这一情况"),
        ("比全国平均高多少", "经济增长5%。", ""),
        ("高标准农田各个市分别建了多少", "新建高标准农田391万亩。", "分地区、分时段的情况"),
        ("有没有税收上来归各省市自己花", "部分品目消费税下划地方。", ""),
        ("各省那些旧账，中央多给了多大的口子", "增加地方专项债务限额6万亿元。", ""),
    ],
)
def test_a_part_or_another_whole(question: str, text: str, missing: str) -> None:
    hit = Hit(Sentence("r", 0, 0, 0, len(text), text, (), "2022", Status.DONE), 1.0, {})
    assert narrower(read_question(question, 2023), [hit], [Report("r", "报告", "某省", 2023, "", "", text)]) == missing
