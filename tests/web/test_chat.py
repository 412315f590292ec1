import logging

import pytest

from qa.domain import Answer, Piece
from qa.errors import EndpointError
from qa.web.chat import Exchange, converse, done, halt, history
from qa.web.wording import CHINESE
from tests.fakes import FakeAssistant, seed_report


@pytest.fixture(scope="module")
def assistant() -> FakeAssistant:
    return FakeAssistant([seed_report()])


def test_stages_pieces_and_answer_are_shown_in_turn(assistant: FakeAssistant) -> None:
    frames = list(converse(assistant, "  2022年地区生产总值增长多少？ ", ()))
    assert [frame.status for frame in frames] == [
        "正在检索报告…",
        "正在撰写回答…",
        "正在撰写回答…",
        "正在撰写回答…",
        "正在核对引文…",
        "回答完毕，2 处引用。",
    ]
    assert [frame.busy for frame in frames] == [True] * 5 + [False]
    assert frames[0].exchanges == (Exchange("2022年地区生产总值增长多少？", stage="检索"),)
    assert isinstance(frames[2].exchanges[-1].so_far, Piece)
    assert frames[-1].exchanges[-1].answer is not None


def test_the_box_is_emptied_once_and_then_left_to_the_reader(assistant: FakeAssistant) -> None:
    drafts = [frame.draft for frame in converse(assistant, "增长多少？", ())]
    assert drafts == [""] + [None] * (len(drafts) - 1)


@pytest.mark.parametrize("question", ["", "  \n", "长" * 10_000])
def test_a_question_that_cannot_be_asked_loses_nothing(assistant: FakeAssistant, question: str) -> None:
    past = (Exchange("问", answer=Answer("answered", "答", "extractive")),)
    (frame,) = converse(assistant, question, past)
    assert frame.problem
    assert frame.status
    assert not frame.busy
    assert frame.exchanges == past
    assert frame.draft is None


def test_a_fault_is_logged_and_gives_the_question_back(
    assistant: FakeAssistant, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.ERROR):
        *_, last = converse(assistant, "这里会出错吗？", ())
    assert (last.status, last.problem, last.busy, last.draft, last.exchanges) == (
        CHINESE["fault"],
        True,
        False,
        "这里会出错吗？",
        (),
    )
    assert "ZeroDivisionError" in caplog.text


def test_an_error_meant_for_the_user_is_shown_as_it_stands() -> None:
    class Broken(FakeAssistant):
        def stream(self, question, history=()):  # type: ignore[no-untyped-def]
            yield from list(super().stream(question, history))[:1]
            raise EndpointError("key", "密钥无效，请检查 OPENAI_API_KEY。")

    *_, last = converse(Broken([seed_report()]), "增长多少？", ())
    assert (last.status, last.problem, last.draft) == ("密钥无效，请检查 OPENAI_API_KEY。", True, "增长多少？")


def test_only_finished_exchanges_are_history(assistant: FakeAssistant) -> None:
    past = (
        Exchange("一", answer=Answer("answered", "甲[1]。", "extractive")),
        Exchange("二", stopped=True),
        Exchange("三", answer=Answer("abstained", "报告未提及。", "extractive")),
    )
    assert history(past) == [("一", "甲[1]。"), ("三", "报告未提及。")]
    list(converse(assistant, "四", past))
    assert assistant.asked[-1] == ("四", history(past))


def test_halting_keeps_what_was_verified() -> None:
    finished = Exchange("一", answer=Answer("answered", "甲", "extractive"))
    under_way = Exchange("二", so_far=Piece("乙", ()))
    halted = halt((finished, under_way))
    assert halted.exchanges == (finished, Exchange("二", so_far=Piece("乙", ()), stopped=True))
    assert halted.status == "已停止。"
    assert halt((finished,)).exchanges == (finished,)
    assert halt(()).exchanges == ()


def test_the_closing_line_is_heard_as_what_it_is() -> None:
    assert done(Answer("answered", "甲", "extractive")) == "回答完毕，0 处引用。"
    assert done(Answer("abstained", "报告未提及。", "extractive")) == "报告未提及。"
