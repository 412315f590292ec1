"""Made-up models that drop, cut and shuffle what they are given: with none of them is an answer worse than without."""

import re
from collections.abc import Callable
from typing import Any

import pytest

from evals.cases import Case
from evals.outcomes import answer_marks
from evals.tasks import select
from qa.assistant import Assistant
from tests.answering.model.serving import with_endpoint
from tests.openai_server import Script

Quotes = list[tuple[str, str]]


def quotes(body: dict[str, Any]) -> Quotes:
    """Number and text of each quote in a prompt."""
    return re.findall(r"^\[(\d+)\]（[^）]*）(.*)$", body["messages"][1]["content"], re.MULTILINE)


def each(part: Callable[[str], str]) -> Callable[[dict[str, Any]], str]:
    return lambda body: "\n".join(f"{part(text)}[{number}]" for number, text in quotes(body))


def last_alone(body: dict[str, Any]) -> str:
    number, text = quotes(body)[-1]
    return f"{text}[{number}]"


MODELS: dict[str, Callable[[dict[str, Any]], str]] = {
    "the first half of each quote": each(lambda text: text[: len(text) // 2]),
    "the second half of each quote": each(lambda text: text[len(text) // 2 :]),
    "the first clause of each quote": each(lambda text: re.split("[，；。]", text)[0]),
    "an item less": each(lambda text: re.sub(r"、[^、，。]+(?=[，。等]|$)", "", text, count=1)),
    "the last quote alone": last_alone,
    "nothing found": lambda body: "报告未提及。",
}


@pytest.fixture(scope="module")
def right_without(assistant: Assistant) -> list[Case]:
    """Development questions that are answered right without a model."""
    cases = [case for case in select("dev") if case.type in ("fact", "confusable", "list", "paraphrase")][::12]
    texts = {report.id: report.text for report in assistant.reports}
    right = [case for case in cases if answer_marks(case, assistant.ask(case.question), texts)["right"]]
    assert len(right) > len(cases) / 2
    return right


@pytest.mark.parametrize("model", MODELS)
def test_no_model_makes_a_right_answer_wrong(
    assistant: Assistant, endpoint: tuple[str, Script], right_without: list[Case], model: str
) -> None:
    base_url, script = endpoint
    script.reply = MODELS[model]
    texts = {report.id: report.text for report in assistant.reports}
    served = with_endpoint(assistant, base_url)
    for case in right_without:
        answer = served.ask(case.question)
        marks = answer_marks(case, answer, texts)
        assert marks["right"], f"{case.question}\n{answer.text}"
        assert not marks["violations"], answer.text
    assert script.requests
