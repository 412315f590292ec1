"""Answers by a model behind a real loopback endpoint: what stands is shown, what fails degrades visibly."""

import logging
import time
from pathlib import Path

import pytest

from qa.assistant import Assistant
from qa.domain import Answer, Piece, Stage
from tests.conftest import make_settings
from tests.openai_server import ANY_KEY, MODEL, Script

QUESTION = "去年高标准农田完成了多少？"


def number_of(body: dict[str, list[dict[str, str]]], text: str) -> int:
    """The number that the prompt gives to the sentence holding `text`."""
    lines = body["messages"][1]["content"].splitlines()
    line = next(line for line in lines if text in line)
    return int(line[1 : line.index("]")])


@pytest.fixture
def served(assistant: Assistant, endpoint: tuple[str, Script]) -> tuple[Assistant, Script]:
    """The assistant of the session, answering through the loopback endpoint."""
    base_url, script = endpoint
    return with_endpoint(assistant, base_url), script


def with_endpoint(assistant: Assistant, base_url: str, **changes: object) -> Assistant:
    values = {"mode": "llm", "openai_base_url": base_url, "openai_api_key": ANY_KEY, "model": MODEL, **changes}
    settings = make_settings(assistant.settings.data_dir, **values)
    return Assistant(settings, assistant.reports, assistant.retriever)


def test_answer_is_streamed_verified_and_cited(served: tuple[Assistant, Script]) -> None:
    assistant, script = served
    script.reply = lambda body: (
        f"去年新建高标准农田391.3万亩[{number_of(body, '391.3万亩')}]。粮食总产量496.9亿斤[{number_of(body, '496.9亿斤')}]。"
    )
    events = list(assistant.stream(QUESTION))
    assert [event.name for event in events if isinstance(event, Stage)] == ["检索", "撰写", "核对"]
    pieces = [event.text for event in events if isinstance(event, Piece)]
    assert pieces == ["去年新建高标准农田391.3万亩[1]。", "去年新建高标准农田391.3万亩[1]。粮食总产量496.9亿斤[2]。"]
    answer = events[-1]
    assert isinstance(answer, Answer)
    assert (answer.status, answer.mode) == ("answered", "llm")
    assert [claim.verdict for claim in answer.claims] == ["quoted", "quoted"]
    report = assistant.report(answer.citations[0].report)
    assert all(report.text[c.start : c.end] == c.quote for c in answer.citations)
    assert answer.tokens == {"input": 100, "output": 20}
    body = script.requests[0]
    assert (body["model"], body["stream"]) == (MODEL, True)


def test_wrong_figure_is_withheld_and_counted(served: tuple[Assistant, Script]) -> None:
    assistant, script = served
    script.reply = lambda body: (
        f"新建高标准农田391.3万亩[{number_of(body, '391.3万亩')}]。粮食总产量469.9亿斤[{number_of(body, '496.9亿斤')}]。"
    )
    answer = assistant.ask(QUESTION)
    assert "469.9" not in answer.text
    assert "391.3万亩" in answer.text
    assert any("1 句" in notice for notice in answer.notices)


def test_unknown_numbers_are_dropped_and_counted(served: tuple[Assistant, Script]) -> None:
    assistant, script = served
    script.reply = lambda body: f"新建高标准农田391.3万亩[{number_of(body, '391.3万亩')}][98][99]。"
    answer = assistant.ask(QUESTION)
    assert len(answer.citations) == 1
    assert any("2 个不存在" in notice for notice in answer.notices)


def test_missing_reference_is_found_where_only_one_sentence_bears_the_statement(
    served: tuple[Assistant, Script],
) -> None:
    assistant, script = served
    script.reply = "去年新建高标准农田391.3万亩。"
    answer = assistant.ask(QUESTION)
    assert answer.mode == "llm"
    assert "391.3万亩" in answer.citations[0].quote


def test_nothing_that_stands_gives_the_extractive_answer_with_a_notice(served: tuple[Assistant, Script]) -> None:
    assistant, script = served
    script.reply = "据我所知大约是500万亩[1]。"
    answer = assistant.ask(QUESTION)
    assert answer.mode == "extractive"
    assert "391.3万亩" in answer.text
    assert "500" not in answer.text
    assert any("核对" in notice for notice in answer.notices)


def test_model_that_finds_nothing_abstains_with_the_nearest_passages(served: tuple[Assistant, Script]) -> None:
    assistant, script = served
    script.reply = "报告未提及。"
    answer = assistant.ask("老外投钱的事儿咋样")
    assert (answer.status, answer.citations) == ("abstained", ())
    assert answer.nearest


def test_model_that_finds_nothing_is_not_believed_where_the_report_says_it(served: tuple[Assistant, Script]) -> None:
    assistant, script = served
    script.reply = "报告未提及。"
    answer = assistant.ask(QUESTION)
    assert (answer.status, answer.mode) == ("answered", "extractive")
    assert any("模型没有找到" in notice for notice in answer.notices)


def test_arithmetic_is_never_left_to_the_model(served: tuple[Assistant, Script]) -> None:
    assistant, script = served
    answer = assistant.ask("高标准农田今年的目标比去年完成的少多少？")
    assert script.requests == []
    assert "102.3" in answer.text
    assert answer.claims[0].verdict == "computed"
    assert answer.claims[0].computation == "391.3 − 289 = 102.3（万亩）"


def test_no_model_is_asked_where_the_report_cannot_answer(served: tuple[Assistant, Script]) -> None:
    assistant, script = served
    answer = assistant.ask("浙江去年新建高标准农田多少？")
    assert answer.status == "abstained"
    assert script.requests == []


FAULTS = {
    "401": "密钥",
    "403": "权限",
    "404": MODEL,
    "429": "额度",
    "500": "500",
    "400": "400",
    "html": "502",
    "not json": "格式",
    "cut": "",
}


@pytest.mark.parametrize("fault", FAULTS)
def test_failing_endpoint_degrades_to_the_extractive_answer(
    served: tuple[Assistant, Script], fault: str, caplog: pytest.LogCaptureFixture
) -> None:
    assistant, script = served
    script.reply = "很长的一段话，" * 10
    script.fault = fault
    with caplog.at_level(logging.DEBUG):
        answer = assistant.ask(QUESTION)
    assert (answer.status, answer.mode) == ("answered", "extractive")
    assert "391.3万亩" in answer.text
    assert any(FAULTS[fault] in notice and "摘录" in notice for notice in answer.notices)
    assert ANY_KEY not in caplog.text + str(answer)


@pytest.mark.parametrize("fault", ["hang", "stall"])
def test_hanging_endpoint_is_given_up(assistant: Assistant, endpoint: tuple[str, Script], fault: str) -> None:
    base_url, script = endpoint
    script.fault, script.delay = fault, 20.0
    script.reply = "很长的一段话，" * 10
    started = time.monotonic()
    answer = with_endpoint(assistant, base_url, timeout=1.0).ask(QUESTION)
    assert time.monotonic() - started < 8
    assert answer.mode == "extractive"
    assert any("QA_TIMEOUT" in notice for notice in answer.notices)


def test_refused_connection_is_explained(assistant: Assistant) -> None:
    answer = with_endpoint(assistant, "http://127.0.0.1:9/v1").ask(QUESTION)
    assert answer.mode == "extractive"
    assert any("连不上 127.0.0.1:9" in notice for notice in answer.notices)


def test_embeddings_through_an_endpoint(tmp_path: Path, endpoint: tuple[str, Script]) -> None:
    """Texts travel as text, never as token ids, and the index is built with the endpoint's vectors."""
    base_url, script = endpoint
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "2023_某省.txt").write_text(
        "一、2022年工作回顾\n新建高标准农田391.3万亩。粮食产量496.9亿斤。\n", encoding="utf-8"
    )
    settings = make_settings(
        tmp_path / "data", seeds_dir=tmp_path / "seeds", embedding_model="embed", embedding_base_url=base_url
    )
    assistant = Assistant.open(settings)
    assert assistant.search("高标准农田多少万亩", 1)[0].sentence.text.startswith("新建高标准农田")
    sent = [
        text
        for body in script.requests
        for text in ([body["input"]] if isinstance(body["input"], str) else body["input"])
    ]
    assert all(isinstance(text, str) for text in sent)
