"""A figure that could be quoted for another time or region says of which it is."""

import pytest

from qa.answering.evidence import cite
from qa.answering.labels import labelled
from qa.assistant import Assistant
from qa.domain import Report, Sentence, Statement, Status
from qa.retrieval.question import read_question


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("2023年高标准农田已经建成多少", "2023年的目标：建设高标准农田289万亩[1]。"),
        ("今年智能工厂建了几个", "2023年的目标：建成智能工厂和数字化车间60个[1]。"),
        ("规模以上工业企业有多少家", "2023–2027年的规划：规模以上工业企业突破1万家[1]。"),
        ("老旧小区改造了多少个", "2018–2022年：改造老旧小区3802个[1]。"),
        ("营造林面积", "• 2022年：营造林158万亩[1]。\n• 2023年的目标：营造林125万亩[2]。"),
        ("今年计划建多少高标准农田", "建设高标准农田289万亩[1]。"),
        ("去年建了多少高标准农田", "新建高标准农田391.3万亩[1]。"),
    ],
)
def test_aims_and_long_spans_are_named_where_they_are_not_asked_for(
    assistant: Assistant, question: str, says: str
) -> None:
    answer = assistant.ask(question)
    assert answer.text == says
    assert {claim.verdict for claim in answer.claims} == {"quoted"}


def test_one_thing_at_two_times_is_not_called_a_doubtful_find(assistant: Assistant) -> None:
    assert assistant.ask("营造林面积").notices == ()


def test_of_several_regions_the_own_is_told() -> None:
    sentence = Sentence("2025_甲省", 0, 0, 0, 7, "粮食871亿斤", ("一",), "2024", Status.DONE)
    reports = [Report(f"2025_{region}", "", region, 2025, "", "", "粮食871亿斤") for region in ("甲省", "乙省")]
    statement = Statement("粮食871亿斤", (cite(sentence),))
    asked = read_question("去年粮食多少", 2025)
    assert labelled(asked, [statement], reports)[0].text == "甲省：粮食871亿斤"
    assert labelled(asked, [statement], reports[:1])[0].text == "粮食871亿斤"
