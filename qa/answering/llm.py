"""Messages -> the model's text as it arrives, within a deadline; the retries are here and nowhere else."""

import queue
import time
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import cached_property
from threading import Event, Thread
from typing import TYPE_CHECKING, TypeVar

from qa import endpoint
from qa.errors import EndpointError
from qa.settings import Settings

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel
    from langchain_core.messages import AIMessage, BaseMessage

T = TypeVar("T")

_RETRIES = 2
# Seconds to wait before the first retry; twice as long before the second.
_PAUSE = 0.5


@dataclass
class Usage:
    """Tokens of all the calls for one answer, as the endpoint counts them; 0 where it does not."""

    input: int = 0
    output: int = 0

    def add(self, message: "AIMessage") -> None:
        """Count what a message, or the last part of one, reports."""
        if message.usage_metadata:
            self.input += message.usage_metadata["input_tokens"]
            self.output += message.usage_metadata["output_tokens"]

    def tokens(self) -> dict[str, int]:
        """{"input": 312, "output": 25}; empty where nothing was reported."""
        return {"input": self.input, "output": self.output} if self.input or self.output else {}

    def cost(self, settings: Settings) -> str:
        """What the calls cost in words; "" where no prices are set or nothing was counted."""
        if settings.price_input is None or settings.price_output is None or not self.tokens():
            return ""
        cost = (self.input * settings.price_input + self.output * settings.price_output) / 1e6
        return f"用量：输入 {self.input}、输出 {self.output} token，费用 {cost:.6f}（按所设单价计）。"


class Chat:
    """The endpoint's chat model. Safe under threads."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    @cached_property
    def _model(self) -> "BaseChatModel":
        return endpoint.chat_model(self._settings, retries=0)

    def ask(self, messages: "Sequence[BaseMessage]", deadline: float, usage: Usage) -> Iterator[str]:
        """Yield the model's text as it arrives; raise EndpointError for all that fails, at `deadline` (monotonic) at the latest.

        Asks again where that makes sense, only as long as nothing has arrived: in one piece where the endpoint does not
        stream, after a pause where it was busy.
        """
        streaming, retries = True, _RETRIES
        while True:
            arrived = False
            try:
                for text in self._once(messages, deadline, usage, streaming=streaming):
                    arrived = True
                    yield text
                return
            except EndpointError as exc:
                if not arrived and streaming and exc.kind == "streaming":
                    streaming = False
                    continue
                if arrived or not retries or exc.wait is None or time.monotonic() + exc.wait >= deadline:
                    raise
                pause = max(exc.wait, _PAUSE * 2 ** (_RETRIES - retries))
            retries -= 1
            time.sleep(max(min(pause, deadline - time.monotonic()), 0.0))

    def _once(
        self, messages: "Sequence[BaseMessage]", deadline: float, usage: Usage, *, streaming: bool
    ) -> Iterator[str]:
        left = deadline - time.monotonic()
        empty, written, reason = True, False, ""
        with endpoint.explained(self._settings):
            for part in _until(deadline, lambda: self._parts(messages, left, streaming=streaming)):
                empty = False
                usage.add(part)
                reason = str(part.response_metadata.get("finish_reason") or reason)
                if text := str(part.text):
                    written = True
                    yield text
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
        if not reason:
            raise EndpointError("cut", "模型的回答没有写完就中断了。请稍后再试。")

    def _parts(
        self, messages: "Sequence[BaseMessage]", left: float, *, streaming: bool
    ) -> "Generator[AIMessage, None, None]":
        """The parts of one answer; a body without any event raises ValueError in LangChain, and is told as no part."""
        if not streaming:
            yield self._model.invoke(list(messages), timeout=left)
            return
        try:
            yield from self._model.stream(list(messages), timeout=left)
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
