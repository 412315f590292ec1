"""What an evaluated system must do."""

from typing import Protocol

from evals.cases import Case
from evals.metrics.retrieval import Span
from qa.domain import Answer

# Ranked spans asked of a system: enough sentences to fill 3,000 characters, and more chunks than any stock system returns.
DEPTH = 100


class System(Protocol):
    """One system under test. Safe under threads."""

    @property
    def name(self) -> str: ...

    def search(self, case: Case) -> list[Span]:
        """The spans of the report that it retrieves for a case, best first."""
        ...

    def answer(self, case: Case) -> Answer:
        """Its answer; `citations` are the passages it cites or, where it cites none, answered from."""
        ...
