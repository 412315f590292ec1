"""A question as typed is set right: width, characters, spelling, and its asker's introduction."""

import pytest

from qa.assistant import Assistant
from qa.retrieval.sound import Sounds
from qa.retrieval.wording import plain


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("去年遼寧糧食產量是多少億斤", "去年辽宁粮食产量是多少亿斤"),
        ("２０２２年粮食产量", "2022年粮食产量"),
        ("乡村震兴今年做什么", "乡村振兴今年做什么"),
        ("我在林草局上班，今年造林多少亩", "今年造林多少亩"),
        ("过去五年平均增速多少？写论文要引用", "过去五年平均增速多少?"),
        ("我爸妈的养老金去年涨了几个点", "我爸妈的养老金去年涨了几个点"),
        ("我在林草局上班", "我在林草局上班"),
        ("过去五年辽宁经济平均每年增长多少", "过去五年辽宁平均每年经济增长多少"),
        ("经济去年到底涨了多少", "去年到底经济涨了多少"),
        ("海洋经济去年增长多少", "海洋经济去年增长多少"),
    ],
)
def test_what_is_asked_is_left(typed: str, read: str) -> None:
    assert plain(typed) == read


def test_a_word_that_only_sounds_right_is_replaced_where_it_is_none(assistant: Assistant) -> None:
    like = assistant.retriever.corpus.sounds.like
    assert plain("中欧斑列去年多跑了多少", like) == "中欧班列去年多跑了多少"
    assert plain("概括一下去年的成绩", like) == "概括一下去年的成绩"
    assert plain("延边去年来了多少游客", lambda word: "沿边" if word == "延边" else None) == "延边去年来了多少游客"
    assert plain("烧的煤和电省了几个点", {"和电": "核电"}.get) == "烧的煤和电省了几个点"
    assert plain("江河里的水干净的占多少", {"干净": "干警"}.get) == "江河里的水干净的占多少"  # a word of its own


def test_a_sound_alone_is_not_enough() -> None:
    sounds = Sounds(["班列", "振兴"])
    assert sounds.like("斑列") == "班列"
    assert sounds.like("真心") is None  # shares no character
    assert sounds.like("班列") is None


def test_typing_errors_and_traditional_characters_find_the_same(assistant: Assistant) -> None:
    right = assistant.search("高标准农田去年新建了多少", 1)[0].sentence
    assert assistant.search("高標準農田去年新建了多少", 1)[0].sentence == right
    assert assistant.search("高标准农天去年新建了多少", 1)[0].sentence == right
