"""Replies in JSON: read as they arrive, asked for by a schema, and done without where an endpoint refuses it."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.answering.model import llm
from qa.answering.model.structured import written
from qa.assistant import Assistant
from qa.domain import Piece
from tests.answering.model.serving import QUESTION, number_of, with_endpoint
from tests.openai_server import Script

LAND = "去年新建高标准农田391.3万亩"
AGAIN = "去年完成的高标准农田是391.3万亩"


def read(text: str, size: int = 1000) -> list[tuple[str, tuple[int, ...]]]:
    return [(one.text, one.numbers) for one in written(text[i : i + size] for i in range(0, len(text), size))]


def reply(*statements: tuple[str, list[Any]]) -> str:
    return json.dumps(
        {"statements": [{"text": text, "sources": sources} for text, sources in statements]}, ensure_ascii=False
    )


@pytest.fixture(autouse=True)
def _forgotten() -> Iterator[None]:
    """Ports are given out again: what one server refused is nothing to the next."""
    llm.REFUSED.clear()
    yield
    llm.REFUSED.clear()


@pytest.mark.parametrize(
    "text",
    [
        reply(("增长2.1%。", [1, 2])),
        f"```json\n{reply(('增长2.1%。', [1, 2]))}\n```",
        f"<think>也许是{{5%}}</think>\n{reply(('增长2.1%。', [1, 2]))}",
        '[{"text": "增长2.1%。", "sources": ["1", "[2]"]}]',
        '{"text": "增长2.1%。", "sources": "1, 2"}',
        '{"sources": [1, 2], "text": "增长2.1%。"}',
        '{"statements": [{"text": "增长2.1%。[1]", "sources": [2]}, {"text": "没有写完',
        '{"statements": [{"text": "坏了", "sources": [1,,]}, {"text": "增长2.1%。", "sources": [1, 2]}]}',
        "增长2.1%。[1][2]",
    ],
)
def test_a_reply_is_read_for_what_it_is(text: str) -> None:
    assert read(text) == [("增长2.1%。", (1, 2))]


def test_sentences_of_one_statement_share_its_sources() -> None:
    assert read(reply(("增长2.1%。降为31微克。", [3]))) == [("增长2.1%。", (3,)), ("降为31微克。", (3,))]


def test_chosen_numbers_and_no_statement_are_told() -> None:
    assert read(reply(("", [2]))) == [("", (2,))]
    assert read('{"statements": []}') == [("报告未提及", ())]


def test_a_statement_is_given_out_before_the_reply_ends() -> None:
    def chunks() -> Iterator[str]:
        yield '{"statements": [{"text": "第一句话。", "sources": [1]}'
        assert given_out == ["第一句话。"]
        yield ', {"text": "第二句话。", "sources": [2]}]}'

    given_out: list[str] = []
    for one in written(chunks()):
        given_out.append(one.text)
    assert given_out == ["第一句话。", "第二句话。"]


@given(
    st.lists(st.tuples(st.text(alphabet='增长2.1%，{}"\\\n[]1', min_size=1), st.lists(st.integers(1, 9)))),
    st.integers(1, 7),
)
def test_how_a_reply_is_cut_into_chunks_does_not_matter(statements: list[tuple[str, list[Any]]], size: int) -> None:
    assert read(reply(*statements), size) == read(reply(*statements))


def test_a_schema_is_sent_and_what_comes_is_shown_sentence_by_sentence(
    assistant: Assistant, endpoint: tuple[str, Script]
) -> None:
    base_url, script = endpoint
    script.reply = lambda body: reply((LAND, [number_of(body, "391.3万亩")]), (AGAIN, [1]), ("新建500万亩", [1]))
    events = list(with_endpoint(assistant, base_url, structured="auto").stream(QUESTION))
    assert [event.text for event in events if isinstance(event, Piece)] == [f"{LAND}[1]。", f"{LAND}[1]。{AGAIN}[1]。"]
    answer = events[-1]
    assert (answer.mode, answer.text) == ("llm", f"{LAND}[1]。{AGAIN}[1]。")
    assert [claim.verdict for claim in answer.claims] == ["quoted", "quoted", "unverified"]
    assert answer.tokens == {"input": 100, "output": 20}
    [body] = script.requests
    assert body["response_format"]["json_schema"]["strict"] is True
    assert "sources" in body["messages"][0]["content"]


@pytest.mark.parametrize("status", ["400", "404", "422", "500"])
def test_an_endpoint_that_refuses_schemas_is_asked_without(
    assistant: Assistant, endpoint: tuple[str, Script], status: str
) -> None:
    base_url, script = endpoint
    script.fault, script.reply = f"refuses schemas {status}", f"{LAND}[1]。"
    served = with_endpoint(assistant, base_url, structured="auto")
    assert (served.ask(QUESTION).mode, served.ask(QUESTION).text) == ("llm", f"{LAND}[1]。")
    forms = ["response_format" in body for body in script.requests]
    # A server that falls over may do so for other reasons, and is asked for the schema again.
    assert forms == [True, False, *([True, False] if status == "500" else [False])]
    assert "sources" not in script.requests[1]["messages"][0]["content"]


def test_plain_text_in_spite_of_a_schema_is_read(assistant: Assistant, endpoint: tuple[str, Script]) -> None:
    base_url, script = endpoint
    script.reply = f"{LAND}[1]。"
    answer = with_endpoint(assistant, base_url, structured="auto").ask(QUESTION)
    assert (answer.mode, answer.text, len(script.requests)) == ("llm", f"{LAND}[1]。", 1)


def test_an_endpoint_without_streams_takes_a_schema(assistant: Assistant, endpoint: tuple[str, Script]) -> None:
    base_url, script = endpoint
    script.fault, script.reply = "refuses streams", reply((LAND, [1]))
    answer = with_endpoint(assistant, base_url, structured="auto").ask(QUESTION)
    assert (answer.mode, answer.text) == ("llm", f"{LAND}[1]。")
    assert [("response_format" in body, body.get("stream", False)) for body in script.requests] == [
        (True, True),
        (True, False),
    ]


def test_no_schema_is_sent_where_that_is_set(assistant: Assistant, endpoint: tuple[str, Script]) -> None:
    base_url, script = endpoint
    script.reply = f"{LAND}[1]。"
    assert with_endpoint(assistant, base_url, structured="off").ask(QUESTION).mode == "llm"
    assert "response_format" not in script.requests[0]


@pytest.mark.parametrize("streams", [True, False])
def test_the_cost_that_a_gateway_reports_is_told(
    assistant: Assistant, endpoint: tuple[str, Script], *, streams: bool
) -> None:
    base_url, script = endpoint
    script.fault, script.reply = "" if streams else "refuses streams", f"{LAND}[1]。"
    script.usage["cost"] = 0.000125
    answer = with_endpoint(assistant, base_url).ask(QUESTION)
    assert answer.notices[-1] == "用量：输入 100、输出 20 token，费用 0.000125（服务所报）。"


def test_the_tokens_are_told_where_no_cost_is_known(assistant: Assistant, endpoint: tuple[str, Script]) -> None:
    base_url, script = endpoint
    script.reply = f"{LAND}[1]。"
    assert with_endpoint(assistant, base_url).ask(QUESTION).notices[-1] == "用量：输入 100、输出 20 token。"
