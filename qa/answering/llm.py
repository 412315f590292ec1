"""Question and evidence -> the model's statements, as they arrive."""

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from qa import endpoint
from qa.answering.attribution import attribute
from qa.answering.evidence import cite, listing
from qa.answering.markers import Written, statements
from qa.answering.prompting import Prompt
from qa.domain import Sentence, Statement
from qa.errors import EndpointError
from qa.settings import Settings

if TYPE_CHECKING:
    from langchain_core.messages import AIMessage, BaseMessage
    from langchain_core.runnables import Runnable

PROMPT = "answer.v1"
# What the prompt tells the model to write where the evidence does not answer.
ABSTAINS = ("报告未提及", "not mentioned in the report")


@dataclass
class Writing:
    """The model at work on one answer: iterate it for the statements; afterwards it knows what it cost.

    `unknown` counts references to numbers that the evidence does not have; `abstained` says that the model found no answer.
    """

    settings: Settings
    prompt: Prompt
    question: str
    title: str
    evidence: Sequence[Sentence]
    unknown: int = 0
    abstained: bool = False
    tokens: dict[str, int] = field(default_factory=dict)

    def __iter__(self) -> Iterator[tuple[Statement, int]]:
        """Yield (statement, line); raise EndpointError when the endpoint fails or answers nothing."""
        empty = True
        for written in statements(self._text()):
            empty = False
            if any(phrase in written.text.lower() for phrase in ABSTAINS):
                self.abstained = True
                continue
            yield self._resolve(written), written.line
        if empty:
            raise EndpointError(
                "format", f"模型 {self.settings.model} 没有写出回答。请重试，或换一个模型（QA_MODEL）。"
            )

    def _resolve(self, written: Written) -> Statement:
        known = [number for number in written.numbers if 1 <= number <= len(self.evidence)]
        self.unknown += len(written.numbers) - len(known)
        stated = Statement(written.text, tuple(cite(self.evidence[number - 1]) for number in known))
        return attribute(stated, self.evidence)

    def _text(self) -> Iterator[str]:
        deadline = time.monotonic() + self.settings.timeout
        variables = {"title": self.title, "evidence": listing(self.evidence), "question": self.question}
        with endpoint.explained(self.settings):
            for chunk in _chain(self.settings, self.prompt).stream(variables):
                if chunk.usage_metadata:
                    usage = chunk.usage_metadata
                    self.tokens = {"input": usage["input_tokens"], "output": usage["output_tokens"]}
                yield str(chunk.text)
                if time.monotonic() > deadline:
                    raise TimeoutError


def _chain(settings: Settings, prompt: Prompt) -> "Runnable[dict[str, str], AIMessage]":
    """Variables -> messages -> model, as a LangChain runnable."""
    from langchain_core.runnables import RunnableLambda

    def fill(variables: dict[str, str]) -> "list[BaseMessage]":
        return prompt.messages(**variables)

    return RunnableLambda(fill) | endpoint.chat_model(settings)
