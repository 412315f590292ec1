"""Two figures and what code makes of them: exact, with both quotes, and nothing where they do not compare."""

import pytest

from qa.assistant import Assistant


@pytest.mark.parametrize(
    ("question", "says", "working"),
    [
        ("高标准农田今年的目标比去年完成的少多少？", "102.3万亩", "391.3 − 289 = 102.3"),
        ("今年GDP增长目标比去年实际高几个点", "2.9个百分点", "5 − 2.1 = 2.9"),
        ("中欧班列和海铁联运去年哪个涨得快", "23个百分点", "27.7 − 4.7 = 23"),
        ("去年高标准农田建的加上今年要建的一共多少", "680.3万亩", "391.3 + 289 = 680.3"),
    ],
)
def test_the_result_is_shown_with_its_working_and_both_quotes(
    assistant: Assistant, question: str, says: str, working: str
) -> None:
    answer = assistant.ask(question)
    computed = answer.claims[0]
    assert says in computed.text
    assert working in computed.text
    assert (computed.verdict, len(computed.markers)) == ("computed", 2)
    assert [claim.verdict for claim in answer.claims] == ["computed", "quoted", "quoted"]


def test_a_hedged_figure_is_reckoned_with_as_it_stands_and_that_is_said(assistant: Assistant) -> None:
    assert "5%以上按5%计" in assistant.ask("今年GDP增长目标比去年实际高几个点").text


@pytest.mark.parametrize("question", ["上市公司和粮食产量差多少", "去年新增的上市公司比今年目标少多少"])
def test_what_does_not_compare_is_not_computed(assistant: Assistant, question: str) -> None:
    assert all(claim.verdict != "computed" for claim in assistant.ask(question).claims)
