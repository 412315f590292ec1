"""Exchanges <-> the JSON that the reader's own browser keeps, so that a reload loses nothing."""

from typing import Any

from pydantic import TypeAdapter, ValidationError

from qa.web.chat import Exchange

_QUESTIONS = TypeAdapter(tuple[str, ...])
_EXCHANGES = TypeAdapter(tuple[Exchange, ...])
# A browser gives a page some five million characters; an answer with its quotes takes a few thousand.
_KEPT = 100


def remembered(exchanges: tuple[Exchange, ...]) -> list[dict[str, Any]]:
    """The last exchanges as JSON; one that is still being answered is kept as stopped."""
    kept: list[dict[str, Any]] = _EXCHANGES.dump_python(exchanges[-_KEPT:], mode="json")
    return [{**exchange, "stage": "", "stopped": not exchange["answer"]} for exchange in kept]


def recalled(stored: object) -> tuple[Exchange, ...]:
    """The exchanges that a browser kept; none where they are of another version, or not ours."""
    try:
        return _EXCHANGES.validate_python(stored or ())
    except ValidationError:
        return ()


def questions(stored: object) -> tuple[str, ...]:
    """The questions to go on with that a browser kept."""
    try:
        return _QUESTIONS.validate_python(stored or ())
    except ValidationError:
        return ()
