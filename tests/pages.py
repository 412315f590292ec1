"""Assistant -> the page, built and served as the product does, with nothing left open behind it."""

import asyncio
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

import gradio as gr

from qa.web.blocks import build
from qa.web.server import start
from tests.fakes import FakeAssistant

if TYPE_CHECKING:
    from qa.assistant import Assistant

Made = TypeVar("Made")


def built(assistant: "FakeAssistant | Assistant") -> gr.Blocks:
    """The page, not served."""
    return _in_loop(lambda: build(assistant))  # type: ignore[arg-type]


@contextmanager
def served(assistant: "FakeAssistant | Assistant") -> Iterator[str]:
    """The page, served on a free port; gives its address."""
    page = _in_loop(lambda: start(assistant, assistant.settings, lambda text: None))  # type: ignore[arg-type]
    try:
        yield page.local_url.rstrip("/")
    finally:
        page.close(verbose=False)


def _in_loop(make: Callable[[], Made]) -> Made:
    """Call inside a running event loop: outside of one Gradio opens some that it never closes.

    In a thread of its own, for Playwright keeps a loop running in the tests' thread.
    """

    async def call() -> Made:
        return make()

    with ThreadPoolExecutor(1) as thread:
        return thread.submit(lambda: asyncio.run(call())).result()
