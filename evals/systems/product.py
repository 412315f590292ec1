"""The product as a system under test."""

from evals.cases import REPORT, Case
from evals.metrics.retrieval import Span
from evals.systems.base import DEPTH
from qa.assistant import Assistant
from qa.domain import Answer
from qa.retrieval.followup import resolve
from qa.settings import Settings


class Product:
    """The assistant, asked as its users ask it."""

    name = "product"

    def __init__(self, assistant: Assistant) -> None:
        self._assistant = assistant

    @classmethod
    def open(cls, settings: Settings) -> "Product":
        """Open the assistant and bring its index up to date."""
        return cls(Assistant.open(settings))

    def search(self, case: Case) -> list[Span]:
        """Spans of the ranked sentences. A follow-up is first read in its conversation, as for an answer."""
        question = resolve(case.question, case.history)
        sentences = [hit.sentence for hit in self._assistant.search(question, DEPTH)]
        return [(sentence.start, sentence.end) for sentence in sentences if sentence.report == REPORT]

    def answer(self, case: Case) -> Answer:
        """The answer with its history."""
        return self._assistant.ask(case.question, case.history)
