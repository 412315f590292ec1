"""What asks nothing of a report, and questions that only look so."""

import pytest

from qa.retrieval.courtesies import asks_who_answers, is_polite, may_ask_nothing, reply_to


@pytest.mark.parametrize(
    ("text", "reply"),
    [
        ("你好", "您好！"),
        ("Hello!", "Hello!"),
        ("好的，谢谢啦！", "不客气！"),
        ("谢谢老师", "不客气！"),
        ("再见", "再见！"),
        ("嗯嗯，明白了", "好的。"),
        ("哈哈哈", "好的。"),
    ],
)
def test_courtesies(text: str, reply: str) -> None:
    assert is_polite(text)
    assert reply_to(text) == reply


@pytest.mark.parametrize(
    "text", ["你是谁", "你是人工智能吗？", "您叫什么名字", "你能做什么", "你会什么？", "介绍一下你自己", "who are you?"]
)
def test_who_answers(text: str) -> None:
    assert asks_who_answers(text)


@pytest.mark.parametrize(
    "text", ["请写一首诗", "讲个笑话", "给我画一幅画", "你多大了", "你能陪我聊天吗", "请编一个关于小猫的故事"]
)
def test_what_may_ask_nothing(text: str) -> None:
    assert may_ask_nothing(text)


@pytest.mark.parametrize(
    "text",
    [
        "你好，去年粮食产量多少",
        "你能告诉我去年粮食产量多少吗",
        "你们省去年修了多少路",
        "讲讲乡村振兴",
        "好在哪里",
        "写一段今年的总结",
        "报告写了几个部分",
        "高铁",
        "你是说去年吗",
    ],
)
def test_questions_are_none(text: str) -> None:
    assert not (is_polite(text))
    assert not (asks_who_answers(text))
    assert not (may_ask_nothing(text))
