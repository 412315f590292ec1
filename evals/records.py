"""Answers <-> the JSON objects that a log keeps of them."""

from dataclasses import asdict
from typing import Any

from qa.domain import Answer, Citation, Claim


def answer_record(answer: Answer) -> dict[str, Any]:
    """An answer as plain JSON."""
    return asdict(answer)


def answer_from(record: dict[str, Any]) -> Answer:
    """The answer that a record was made from."""
    return Answer(
        **{
            **record,
            "citations": tuple(Citation(**citation) for citation in record["citations"]),
            "nearest": tuple(Citation(**citation) for citation in record["nearest"]),
            "claims": tuple(Claim(**{**claim, "markers": tuple(claim["markers"])}) for claim in record["claims"]),
            "notices": tuple(record["notices"]),
        }
    )
