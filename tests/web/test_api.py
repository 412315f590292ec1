"""The endpoints for programs, called by real clients: the READMEs' own Python and curl examples, and an MCP client."""

import asyncio
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pytest
from mcp import ClientSession
from mcp.client.streamable_http import streamable_http_client
from mcp.types import CallToolResult, TextContent

from qa.assistant import Assistant
from qa.settings import ROOT
from tests.pages import served

DOCUMENTED = "http://127.0.0.1:7860"
READMES = ("README.md", "README.zh-CN.md")
QUESTION = "2022年粮食总产量是多少？"

# Gradio 6.31, in a thread that serves the page, asks pandas for two things that pandas 3 calls deprecated.
pytestmark = pytest.mark.filterwarnings(
    "ignore:'future.no_silent_downcasting' is deprecated:DeprecationWarning",
    "ignore:The copy keyword is deprecated:DeprecationWarning",
)


@pytest.fixture(scope="module")
def address(assistant: Assistant) -> Iterator[str]:
    with served(assistant) as address:
        yield address


def example(readme: str, language: str, mark: str) -> str:
    """The fenced block of a README that holds `mark`."""
    blocks = re.findall(rf"```{language}\n(.*?)```", (ROOT / readme).read_text(encoding="utf-8"), re.DOTALL)
    [found] = [block for block in blocks if mark in block]
    return found


@pytest.mark.parametrize("readme", READMES)
def test_the_python_example_runs_as_it_stands(readme: str, address: str) -> None:
    code = example(readme, "python", "gradio_client").replace(DOCUMENTED, address)
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=120, check=True)
    answer, *quotes = ran.stdout.strip().splitlines()
    assert "496.9亿斤[1]" in answer
    assert quotes[0].startswith("粮食")


@pytest.mark.skipif(not shutil.which("curl"), reason="没有 curl")
@pytest.mark.parametrize("readme", READMES)
def test_the_curl_example_runs_as_it_stands(readme: str, address: str) -> None:
    code = example(readme, "bash", "curl").replace(DOCUMENTED, address)
    ran = subprocess.run(["bash", "-c", code], capture_output=True, text=True, timeout=120, check=True)
    event, data = ran.stdout.strip().splitlines()[-2:]
    assert event == "event: complete"
    [found] = json.loads(data.removeprefix("data: "))
    assert len(found["hits"]) == 3
    assert "养老" in found["hits"][0]["text"]


def with_session(address: str, *calls: tuple[str, dict[str, Any]]) -> tuple[dict[str, Any], list[CallToolResult]]:
    """The tools that an MCP client is told of, and what it gets for each call."""

    async def talk() -> tuple[dict[str, Any], list[CallToolResult]]:
        async with (
            streamable_http_client(f"{address}/gradio_api/mcp/") as (read, write, _),
            ClientSession(read, write) as session,
        ):
            await session.initialize()
            tools = {tool.name: tool for tool in (await session.list_tools()).tools}
            return tools, [await session.call_tool(name, arguments) for name, arguments in calls]

    return asyncio.run(talk())


def content(result: CallToolResult) -> dict[str, Any]:
    assert not result.isError
    text = result.content[0]
    assert isinstance(text, TextContent)
    return json.loads(text.text)  # type: ignore[no-any-return]


def test_an_mcp_client_asks_and_searches(address: str, assistant: Assistant) -> None:
    history = [["2022年粮食总产量是多少？", "粮食总产量496.9亿斤[1]。"]]
    tools, results = with_session(
        address,
        ("ask", {"question": QUESTION}),
        ("ask", {"question": "今年的目标呢？", "history": history}),
        ("search", {"question": "养老", "k": 2}),
        ("ask", {"question": "  "}),
        ("search", {"question": "养老", "k": 0}),
    )
    assert set(tools) == {"ask", "search"}
    assert "政府工作报告" in tools["ask"].description
    assert set(tools["ask"].inputSchema["properties"]) == {"question", "history"}
    answer, followed, found = map(content, results[:3])
    [quote] = answer["citations"]
    assert assistant.report(quote["report"]).text[quote["start"] : quote["end"]] == quote["quote"]
    assert "496.9亿斤" in answer["answer"]
    assert "480亿斤以上" in followed["answer"]
    assert [set(hit) >= {"text", "period", "status", "score"} for hit in found["hits"]] == [True, True]
    for refused, why in zip(results[3:], ("请输入一个问题", "k 应在 1 到 100 之间"), strict=True):
        assert refused.isError
        assert why in str(refused.content)
