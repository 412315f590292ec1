"""Who delivered the report, when and where."""

import pytest

from qa.assistant import Assistant


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("这份政府工作报告是谁作的", "李乐成"),
        ("辽宁23年政府工作报告哪天作的", "2023年1月12日"),
        ("报告是张三省长做的吗，他讲了哪些话", "李乐成"),
        ("报告是在省人大第几届第几次会议上作的", "第十四届人民代表大会第一次会议"),
    ],
)
def test_header(assistant: Assistant, question: str, says: str) -> None:
    answer = assistant.ask(question)
    assert says in answer.text
    assert len(answer.citations) == 1


def test_another_holder_of_the_office_is_not_named(assistant: Assistant) -> None:
    answer = assistant.ask("作这个报告的省长之前，上一任省长是谁")
    assert answer.status == "abstained"
    assert "李乐成" not in answer.text
