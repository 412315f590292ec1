"""What code found -> the Answer without a model: statements with their quotes, or what is missing with the nearest passages."""

from collections.abc import Sequence
from dataclasses import replace

from qa.answering.compose import Composer
from qa.answering.evidence import as_text, cite
from qa.domain import Answer, Hit, Statement

_NEAREST = 3


def answer_of(draft: Sequence[Statement]) -> Answer | None:
    """The statements that stand, each on a line of its own; None where none does."""
    composer = Composer(bullets=True)
    for line, statement in enumerate(draft):
        composer.add(statement, line)
    if not composer.claims:
        return None
    return Answer("answered", composer.text, "extractive", composer.citations, tuple(composer.claims))


def abstention(missing: str, hits: Sequence[Hit], lacking: str = "") -> Answer:
    """Say what is missing or, in a sentence of its own, what is `lacking` in what is there; and give the nearest passages."""
    nearest = [hit.sentence for hit in hits if not hit.sentence.heading][:_NEAREST]
    return Answer(
        status="abstained",
        text=as_text(lacking or f"报告未提及{missing}。"),
        mode="extractive",
        nearest=tuple(replace(cite(sentence), marker=n) for n, sentence in enumerate(nearest, 1)),
    )
