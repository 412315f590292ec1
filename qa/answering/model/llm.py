"""Messages -> the model's text as it arrives, within a deadline; the retries are here and nowhere else."""

import queue
import re
import time
from collections.abc import Callable, Generator, Iterator
from contextlib import closing
from dataclasses import dataclass, field, replace
from functools import cached_property
from threading import Event, Thread
from typing import TYPE_CHECKING, TypeVar

from qa import endpoint
from qa.answering.model.structured import Form
from qa.errors import EndpointError
from qa.keys import masked
from qa.settings import Settings

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel
    from langchain_core.messages import AIMessage, BaseMessage

T = TypeVar("T")

_RETRIES = 2
# Seconds to wait before the first retry; twice as long before the second.
_PAUSE = 0.5
# What ends so was not broken off, though some servers never say why they stopped.
_WHOLE = re.compile(r"[。！？!?.}）)\]】”]\s*$")
# How an endpoint fails that does not know of schemas, or not of this one.
_REFUSALS = ("refused", "model", "format")
# Address and model of those that refused a schema and answered without one: not asked for it again in this process.
REFUSED: set[tuple[str | None, str]] = set()


@dataclass
class Usage:
    """Tokens of all the calls for one answer, as the endpoint counts them, and their cost; 0 where it does not tell."""

    input: int = 0
    output: int = 0
    cost: float = 0.0

    def add(self, message: "AIMessage") -> None:
        """Count what a message, or the last part of one, reports."""
        if message.usage_metadata:
            self.input += message.usage_metadata["input_tokens"]
            self.output += message.usage_metadata["output_tokens"]
        self.cost += endpoint.reported_cost(message)

    def tokens(self) -> dict[str, int]:
        """{"input": 312, "output": 25}; empty where nothing was reported."""
        return {"input": self.input, "output": self.output} if self.input or self.output else {}

    def told(self, settings: Settings) -> str:
        """The use in words, with what it cost by the prices that are set or else as the endpoint says; "" where nothing is known."""
        counted = f"用量：输入 {self.input}、输出 {self.output} token"
        if settings.price_input is not None and settings.price_output is not None and self.tokens():
            cost = (self.input * settings.price_input + self.output * settings.price_output) / 1e6
            return f"{counted}，费用 {cost:.6f}（按所设单价计）。"
        if self.cost:
            return f"{counted}，费用 {self.cost:.6f}（服务所报）。"
        return f"{counted}。" if self.tokens() else ""


@dataclass
class Job:
    """What an endpoint is asked for one answer: until when (monotonic), what it used so far, and what it failed with."""

    deadline: float
    usage: Usage = field(default_factory=Usage)
    failure: str = ""


@dataclass(frozen=True, slots=True)
class _Way:
    """A way to ask: for a form of reply or for plain text, as a stream or in one piece."""

    form: Form | None
    streaming: bool = True

    def after(self, failure: EndpointError) -> "_Way | None":
        """The way to try where this one has failed; None where it was not the way that failed."""
        if self.form and failure.kind in _REFUSALS:
            return replace(self, form=None)
        if self.streaming and failure.kind == "streaming":
            return replace(self, streaming=False)
        return None


class Chat:
    """The endpoint's chat model. Safe under threads."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    @cached_property
    def _model(self) -> "BaseChatModel":
        return endpoint.chat_model(self._settings, retries=0)

    def ask(
        self, messages: "list[BaseMessage]", deadline: float, usage: Usage, form: Form | None = None
    ) -> Iterator[str]:
        """Yield the model's text as it arrives; raise EndpointError for all that fails, at `deadline` (monotonic) at the latest.

        Asks again where that makes sense, only as long as nothing has arrived: without the `form` where the endpoint refuses
        its schema, in one piece where it does not stream, after a pause where it was busy.
        """
        this = (self._settings.openai_base_url, self._settings.model)
        way, retries = _Way(None if this in REFUSED else form), _RETRIES
        refused = False
        while True:
            arrived = False
            try:
                for text in masked(self._once(messages, way, deadline, usage), self._settings):
                    arrived = arrived or bool(text)
                    yield text
                if refused:
                    REFUSED.add(this)
                return
            except EndpointError as exc:
                if arrived:
                    raise
                if other := way.after(exc):
                    refused = refused or other.form is not way.form
                    way = other
                    continue
                if not retries or exc.wait is None or time.monotonic() + exc.wait >= deadline:
                    raise
                if exc.kind == "server":  # which may have fallen over the schema
                    way = replace(way, form=None)
                pause = max(exc.wait, _PAUSE * 2 ** (_RETRIES - retries))
            retries -= 1
            time.sleep(max(min(pause, deadline - time.monotonic()), 0.0))

    def _once(self, messages: "list[BaseMessage]", way: _Way, deadline: float, usage: Usage) -> Iterator[str]:
        left = deadline - time.monotonic()
        counted: AIMessage | None = None
        empty, written, reason = True, "", ""
        try:
            with endpoint.explained(self._settings):
                for part in _until(deadline, lambda: self._parts(messages, way, left)):
                    empty = False
                    counted = part if part.usage_metadata else counted
                    reason = str(part.response_metadata.get("finish_reason") or reason)
                    if text := str(part.text):
                        written += text
                        yield text
        finally:
            if counted:  # some count from the beginning in every part
                usage.add(counted)
        if empty:
            raise EndpointError("streaming", f"模型 {self._settings.model} 没有给出流式回答。")
        if reason == "content_filter":
            raise EndpointError("filter", "服务的内容审查截断了模型的回答。请换个说法再问，或换一个服务。")
        if reason == "length":
            raise EndpointError("cut", "模型的回答写到长度上限被截断。请换一个模型（QA_MODEL）。")
        if not written:
            raise EndpointError(
                "format", f"模型 {self._settings.model} 没有写出回答。请重试，或换一个模型（QA_MODEL）。"
            )
        if not reason and not _WHOLE.search(written):
            raise EndpointError("cut", "模型的回答没有写完就中断了。请稍后再试。")

    def _parts(self, messages: "list[BaseMessage]", way: _Way, left: float) -> "Generator[AIMessage, None, None]":
        """The parts of one answer; a body without any event raises ValueError in LangChain, and is told as no part.

        A schema is sent as it stands: given as LangChain's `response_format`, the client reads the stream with a parser of its
        own, which loses the usage and fails with an assertion on what is no stream.
        """
        asked = way.form.messages(messages) if way.form else messages
        model = self._model.bind(extra_body={"response_format": way.form.schema}) if way.form else self._model
        if not way.streaming:
            yield model.invoke(asked, timeout=left)
            return
        try:
            yield from model.stream(asked, timeout=left)
        except ValueError as exc:
            if "No generation" not in str(exc):
                raise


def _until(deadline: float, produce: Callable[[], Generator[T, None, None]]) -> Iterator[T]:
    """Yield what an iterator gives; raise TimeoutError at the deadline, wherever the iterator then hangs.

    A socket's own time-out is not enough: looking up a name has none, and a server that sends a byte now and then never
    meets it.
    """
    arrived: queue.Queue[T | Exception | None] = queue.Queue()
    stopped = Event()

    def work() -> None:
        try:
            with closing(produce()) as parts:
                for part in parts:
                    arrived.put(part)
                    if stopped.is_set():
                        return
            arrived.put(None)
        except Exception as exc:  # handed to the thread that waits for it
            arrived.put(exc)

    Thread(target=work, daemon=True).start()
    try:
        while (part := _next(arrived, deadline)) is not None:
            if isinstance(part, Exception):
                raise part
            yield part
    finally:
        stopped.set()


def _next(arrived: "queue.Queue[T]", deadline: float) -> T:
    try:
        return arrived.get(timeout=max(deadline - time.monotonic(), 0.0))
    except queue.Empty:
        raise TimeoutError from None
