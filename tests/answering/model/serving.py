"""What the tests of answers by a model share: an assistant behind the loopback endpoint, and reading its prompts."""

from typing import Any

from qa.assistant import Assistant
from tests.conftest import make_settings
from tests.openai_server import ANY_KEY, MODEL

QUESTION = "去年高标准农田完成了多少？"


def number_of(body: dict[str, Any], text: str) -> int:
    """The number that the prompt gives to the quote holding `text`."""
    lines = body["messages"][1]["content"].splitlines()
    line = next(line for line in lines if text in line)
    return int(line[1 : line.index("]")])


def with_endpoint(assistant: Assistant, base_url: str, **changes: object) -> Assistant:
    """The same reports and index, answered through an endpoint."""
    values = {"mode": "llm", "openai_base_url": base_url, "openai_api_key": ANY_KEY, "model": MODEL, **changes}
    settings = make_settings(assistant.settings.data_dir, **values)
    return Assistant(settings, assistant.reports, assistant.retriever)
