"""Assistant -> the endpoints for programs: `ask` and `search`, over HTTP and as MCP tools."""

import json
from typing import TYPE_CHECKING, Any

import gradio as gr
from gradio.events import api

from qa import contract
from qa.errors import QAError

if TYPE_CHECKING:
    from qa.assistant import Assistant

MAX_HITS = 100


def offer(assistant: "Assistant", concurrent: int) -> None:
    """Add the endpoints to the page being built; up to `concurrent` calls of each are answered at once."""

    def ask(question: str, history: list[list[str]] | None = None) -> dict[str, Any]:
        """Answer a question about the loaded Chinese government work reports (政府工作报告), with verbatim quotes.

        Every statement of the answer carries a quote of the report, and every figure is checked against it. Where the
        reports do not say it, `status` is "abstained".

        Args:
            question: The question, best in Chinese, e.g. 2022年粮食总产量是多少？
            history: Earlier turns as [[question, answer], ...], for a question that goes on from them.

        Returns:
            The object that `qa ask --json` prints: status, answer, citations, claims, mode, notices, seconds.
        """
        turns = []
        for turn in history or []:
            if len(turn) != 2:
                raise _refused("history 的每一项应是 [问题, 回答]。")
            turns.append((str(turn[0]), str(turn[1])))
        try:
            return contract.answer_object(assistant.ask(question, turns))
        except QAError as exc:
            raise _refused(str(exc)) from exc

    def search(question: str, k: int = 10) -> dict[str, Any]:
        """Find the sentences of the loaded Chinese government work reports (政府工作报告) that are nearest to a question.

        Args:
            question: What to look for, best in Chinese, e.g. 养老服务
            k: How many sentences, 1 to 100.

        Returns:
            The object that `qa search --json` prints: hits, best first, each with section, text, place, period, status, score.
        """
        if not 1 <= k <= MAX_HITS:
            raise _refused(f"k 应在 1 到 {MAX_HITS} 之间。")
        try:
            return contract.hits_object(assistant.search(question, k))
        except QAError as exc:
            raise _refused(str(exc)) from exc

    api(ask, api_name="ask", concurrency_limit=concurrent)
    api(search, api_name="search", concurrency_limit=concurrent)


def answer_in_json(page: gr.Blocks) -> None:
    """Let the MCP tools of a launched page answer in JSON; Gradio 6.31 writes an object as Python does: {'a': None}."""
    server = page.mcp_server_obj
    if server is None:
        return

    def written(data: list[Any], root_url: str) -> list[Any]:
        return [server.types.TextContent(type="text", text=json.dumps(one, ensure_ascii=False)) for one in data]

    setattr(server, "postprocess_output_data", written)  # noqa: B010 (for mypy a method is no place to assign to)


def _refused(message: str) -> gr.Error:
    return gr.Error(message, print_exception=False)
