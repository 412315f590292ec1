"""A message that asks nothing of a report gets a friendly word and questions that are answered; it never counts as an answer."""

import pytest

from qa.assistant import Assistant
from qa.domain import Turn

ASKED: list[Turn] = [("去年粮食产量多少", "496.9亿斤")]


@pytest.mark.parametrize(
    "message", ["你好", "谢谢！", "你是谁", "你能做什么", "请写一首诗", "讲个笑话", "Hello", "thanks!", "Who are you?"]
)
@pytest.mark.parametrize("history", [[], ASKED])
def test_small_talk(assistant: Assistant, message: str, history: list[Turn]) -> None:
    answer = assistant.ask(message, history)
    assert (answer.status, answer.citations, answer.nearest, answer.resolved) == ("abstained", (), (), "")
    assert "报告未提及" not in answer.text
    assert assistant.reports[0].title in answer.text
    offered = assistant.suggest(message, answer)
    assert len(offered) == 3
    for question in offered:
        assert question in answer.text
        assert assistant.ask(question).status == "answered"


@pytest.mark.parametrize(
    "question", ["写一段养老的总结", "你能总结一下养老举措吗", "讲讲乡村振兴", "你能告诉我去年粮食产量多少吗"]
)
def test_a_question_however_put_is_answered(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question).status == "answered"
