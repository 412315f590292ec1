"""Every way an endpoint fails, over a real connection: the keyless answer comes in time, says what failed, and keeps the key."""

import logging
import time
import traceback

import pytest

from qa.answering.model.llm import Chat, Usage
from qa.assistant import Assistant
from qa.errors import EndpointError
from tests.answering.model.serving import QUESTION, number_of, with_endpoint
from tests.openai_server import ANY_KEY, MODEL, STATUS_FAULTS, Script

# What is told of each fault, and how often the server is asked.
FAULTS = {
    "401": ("密钥", 1),
    "403": ("权限", 1),
    "404": (MODEL, 1),
    "429": ("429", 3),
    "quota": ("余额", 1),
    "500": ("500", 3),
    "503": ("503", 3),
    "html": ("502", 3),
    "400": ("400", 1),
    "long": ("QA_CONTEXT_TOKENS", 1),
    "filter": ("内容审查", 1),
    "reset": ("断开", 3),
    "not json": ("格式", 2),
    "odd": ("没有写出回答", 1),
    "cut": ("没有写完", 1),
    "error in the stream": ("不接受这次请求", 1),
}


def right(body: dict[str, list[dict[str, str]]]) -> str:
    return f"去年新建高标准农田391.3万亩[{number_of(body, '391.3万亩')}]。"


@pytest.mark.parametrize("fault", FAULTS)
def test_failing_endpoint_degrades_to_the_keyless_answer(
    assistant: Assistant, endpoint: tuple[str, Script], fault: str, caplog: pytest.LogCaptureFixture
) -> None:
    base_url, script = endpoint
    script.reply = "很长的一段话，" * 10
    script.fault = fault
    told, asked = FAULTS[fault]
    with caplog.at_level(logging.DEBUG):
        answer = with_endpoint(assistant, base_url, timeout=20.0).ask(QUESTION)
    assert (answer.status, answer.mode) == ("answered", "extractive")
    assert "391.3万亩" in answer.text
    assert any(told in notice and "摘录" in notice for notice in answer.notices)
    assert len(script.requests) == asked
    assert ANY_KEY not in caplog.text + repr(answer)


@pytest.mark.parametrize("fault", FAULTS)
def test_no_error_holds_the_key(endpoint: tuple[str, Script], assistant: Assistant, fault: str) -> None:
    base_url, script = endpoint
    script.reply, script.fault = "很长的一段话，" * 10, fault
    chat = Chat(with_endpoint(assistant, base_url).settings)
    with pytest.raises(EndpointError) as caught:
        list(chat.ask([], time.monotonic() + 20, Usage()))
    assert ANY_KEY not in repr(caught.value) + "".join(traceback.format_exception(caught.value))


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("http://127.0.0.1:9/v1", "连不上 127.0.0.1:9（连接被拒绝）"),
        ("http://no-such-host.invalid/v1", "找不到主机 no-such-host.invalid"),
    ],
)
def test_unreachable_address_is_explained(assistant: Assistant, address: str, told: str) -> None:
    answer = with_endpoint(assistant, address).ask(QUESTION)
    assert (answer.status, answer.mode) == ("answered", "extractive")
    assert any(told in notice and "OPENAI_BASE_URL" in notice for notice in answer.notices)


def test_failed_encryption_is_explained(assistant: Assistant, endpoint: tuple[str, Script]) -> None:
    base_url, _ = endpoint
    answer = with_endpoint(assistant, base_url.replace("http://", "https://")).ask(QUESTION)
    assert answer.mode == "extractive"
    assert any("TLS" in notice for notice in answer.notices)


@pytest.mark.parametrize("fault", ["hang", "stall", "trickle"])
def test_hanging_endpoint_is_given_up_in_time(assistant: Assistant, endpoint: tuple[str, Script], fault: str) -> None:
    base_url, script = endpoint
    script.fault, script.delay = fault, 20.0
    script.reply = "很长的一段话，" * 10
    started = time.monotonic()
    answer = with_endpoint(assistant, base_url, timeout=1.0).ask(QUESTION)
    assert time.monotonic() - started < 10  # the server would let us wait for 20
    assert answer.mode == "extractive"
    assert any("1 秒" in notice and "QA_TIMEOUT" in notice for notice in answer.notices)
    assert len(script.requests) == 1


def test_busy_server_is_asked_again_when_it_says(assistant: Assistant, endpoint: tuple[str, Script]) -> None:
    base_url, script = endpoint
    script.faults, script.retry_after, script.reply = ["429"], "1", right
    started = time.monotonic()
    answer = with_endpoint(assistant, base_url).ask(QUESTION)
    assert time.monotonic() - started >= 1
    assert (answer.mode, len(script.requests)) == ("llm", 2)


def test_server_that_is_busy_for_longer_than_there_is_time_is_not_waited_for(
    assistant: Assistant, endpoint: tuple[str, Script]
) -> None:
    base_url, script = endpoint
    script.fault, script.retry_after, script.reply = "429", "300", right
    answer = with_endpoint(assistant, base_url).ask(QUESTION)
    assert (answer.mode, len(script.requests)) == ("extractive", 1)


@pytest.mark.parametrize("value", ["nan", "inf", "-5", "soon", "", "Sat, 01 Jan 2000 00:00:00 GMT", "Sat, 99 Jan 2000"])
def test_no_time_to_wait_is_too_odd(assistant: Assistant, endpoint: tuple[str, Script], value: str) -> None:
    base_url, script = endpoint
    script.faults, script.retry_after, script.reply = ["429"], value, right
    answer = with_endpoint(assistant, base_url).ask(QUESTION)
    assert (answer.mode, len(script.requests)) == ("llm", 2)


@pytest.mark.parametrize(
    "words",
    [
        "max_model_len: at most 4096 tokens are allowed",
        "Range of input length should be [1, 30720]",
        "prompt is too long: 5000 tokens",
        "Please reduce the length of the messages",
        "输入长度超过模型上限",
    ],
)
def test_too_much_text_is_told_however_a_server_says_it(
    assistant: Assistant, endpoint: tuple[str, Script], words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    base_url, script = endpoint
    monkeypatch.setitem(STATUS_FAULTS, "400", (400, "invalid_request", words))
    script.fault = "400"
    answer = with_endpoint(assistant, base_url).ask(QUESTION)
    assert any("QA_CONTEXT_TOKENS" in notice for notice in answer.notices)


def test_whole_answer_needs_no_reason_to_end(assistant: Assistant, endpoint: tuple[str, Script]) -> None:
    base_url, script = endpoint
    script.reply, script.finish = right, ""
    assert with_endpoint(assistant, base_url).ask(QUESTION).mode == "llm"
    script.reply = lambda body: right(body)[:-6]
    answer = with_endpoint(assistant, base_url).ask(QUESTION)
    assert any("没有写完" in notice for notice in answer.notices)


def test_key_in_a_models_own_text_is_masked(assistant: Assistant, endpoint: tuple[str, Script]) -> None:
    base_url, script = endpoint
    script.reply = lambda body: f"密钥{ANY_KEY}说，{right(body)}新建高标准农田391.3万亩{ANY_KEY}。"
    answer = with_endpoint(assistant, base_url).ask(QUESTION)
    assert ANY_KEY not in repr(answer)


@pytest.mark.parametrize("fault", ["500", "503", "html", "reset"])
def test_passing_failure_is_overcome(assistant: Assistant, endpoint: tuple[str, Script], fault: str) -> None:
    base_url, script = endpoint
    script.faults, script.reply = [fault], right
    answer = with_endpoint(assistant, base_url).ask(QUESTION)
    assert (answer.mode, len(script.requests)) == ("llm", 2)
    assert answer.notices[1:] == ("用量：输入 100、输出 20 token。",)


@pytest.mark.parametrize("fault", ["ignores streams", "refuses streams"])
def test_endpoint_without_streaming_is_asked_for_one_piece(
    assistant: Assistant, endpoint: tuple[str, Script], fault: str
) -> None:
    base_url, script = endpoint
    script.fault, script.reply = fault, right
    answer = with_endpoint(assistant, base_url).ask(QUESTION)
    assert answer.mode == "llm"
    assert answer.tokens == {"input": 100, "output": 20}
    assert [bool(body.get("stream")) for body in script.requests] == [True, False]


@pytest.mark.parametrize(("finish", "told"), [("length", "长度上限"), ("content_filter", "内容审查")])
def test_answer_that_was_broken_off_does_not_stand(
    assistant: Assistant, endpoint: tuple[str, Script], finish: str, told: str
) -> None:
    base_url, script = endpoint
    script.reply, script.finish = right, finish
    answer = with_endpoint(assistant, base_url).ask(QUESTION)
    assert answer.mode == "extractive"
    assert any(told in notice for notice in answer.notices)


@pytest.mark.parametrize("reply", ["", "  \n", "。。。", "<think>一直在想"])
def test_empty_answer_is_explained(assistant: Assistant, endpoint: tuple[str, Script], reply: str) -> None:
    base_url, script = endpoint
    script.reply = reply
    answer = with_endpoint(assistant, base_url).ask(QUESTION)
    assert answer.mode == "extractive"
    assert any("没有写出回答" in notice for notice in answer.notices)


@pytest.mark.parametrize("key", ["sk-密钥-1234567", "sk-two words", "sk-two\nlines"])
def test_key_that_cannot_travel_is_named_and_not_shown(
    assistant: Assistant, endpoint: tuple[str, Script], key: str, caplog: pytest.LogCaptureFixture
) -> None:
    base_url, script = endpoint
    with caplog.at_level(logging.DEBUG):
        answer = with_endpoint(assistant, base_url, openai_api_key=key).ask(QUESTION)
    assert any("OPENAI_API_KEY" in notice for notice in answer.notices)
    assert key not in caplog.text + repr(answer)
    assert script.requests == []


def test_key_with_blanks_around_it_is_used_without_them(assistant: Assistant, endpoint: tuple[str, Script]) -> None:
    base_url, script = endpoint
    script.reply = right
    with_endpoint(assistant, base_url, openai_api_key=f" {ANY_KEY}\n").ask(QUESTION)
    assert script.headers[0]["authorization"] == f"Bearer {ANY_KEY}"
