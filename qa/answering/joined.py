"""Answers to the questions of one breath -> one answer, which says each thing once and of when it is."""

from collections.abc import Iterator, Sequence

from qa.answering.keyless import answer_of
from qa.answering.labels import labelled, when
from qa.domain import Answer, Report, Statement
from qa.retrieval.question import Asked


def joined(asked: Asked, answers: Sequence[Answer], reports: Sequence[Report]) -> Answer | None:
    """What the answers state, in their order, with the quotes numbered anew; of several times each is led by its own."""
    statements = list(dict.fromkeys(one for answer in answers for one in _statements(answer)))
    return answer_of(labelled(asked, statements, reports))


def _statements(answer: Answer) -> Iterator[Statement]:
    quotes = {quote.marker: quote for quote in answer.citations}
    for claim in answer.claims:
        own = tuple(quotes[marker] for marker in claim.markers)
        yield Statement(claim.text.removeprefix(f"{when(own[0])}："), own, claim.computation)
