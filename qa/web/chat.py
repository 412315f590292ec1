"""Question + what was said before -> the frames that show the answer as it comes."""

import logging
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from qa.domain import Answer, Piece, Stage
from qa.errors import QAError
from qa.web.wording import CHINESE, Words

if TYPE_CHECKING:
    from qa.assistant import Assistant

log = logging.getLogger(__name__)

Vote = Literal["", "like", "dislike"]


@dataclass(frozen=True, slots=True)
class Exchange:
    """A question and what has been answered so far: `so_far` until `answer` is there, or until `stopped`.

    `advice` says how to rephrase what was not found.
    """

    question: str
    so_far: Piece | None = None
    answer: Answer | None = None
    stopped: bool = False
    stage: str = ""
    advice: tuple[str, ...] = ()
    vote: Vote = ""
    noted: bool = False


@dataclass(frozen=True, slots=True)
class Frame:
    """What the page shows at one moment; `draft` is put into the question box, None leaves the box alone.

    A status that is only `heard` tells screen readers what the others see.
    `editing` counts the exchanges that stay when the next question is sent; None is all of them.
    """

    exchanges: tuple[Exchange, ...]
    status: str = ""
    problem: bool = False
    busy: bool = False
    heard: bool = False
    draft: str | None = None
    editing: int | None = None


def converse(
    assistant: "Assistant", question: str, past: tuple[Exchange, ...], words: Words = CHINESE
) -> Iterator[Frame]:
    """Ask, and show each event; what goes wrong is shown as a message, with the question back in the box."""
    now = Exchange(question.strip())
    accepted = False
    try:
        for event in assistant.stream(question, history(past)):
            draft = None if accepted else ""
            accepted = True
            match event:
                case Stage(name):
                    now = replace(now, stage=name)
                    yield Frame((*past, now), words.get(f"doing_{name}", f"{name}…"), busy=True, draft=draft)
                case Piece():
                    now = replace(now, so_far=event, stage="撰写")
                    yield Frame((*past, now), words["doing_撰写"], busy=True, draft=draft)
                case Answer():
                    missing = event.status == "abstained" and event.nearest
                    advice = assistant.advise(event.resolved or question) if missing else ()
                    now = replace(now, so_far=None, answer=event, stage="", advice=advice)
                    yield Frame((*past, now), done(event, words), heard=True, draft=draft)
    except QAError as exc:
        yield Frame(past, str(exc), problem=True, draft=question if accepted else None)
    except Exception:  # the page is an edge: a fault of ours must not leave the reader before a dead page
        log.exception("no answer to %r", question[:200])
        yield Frame(past, words["fault"], problem=True, draft=question if accepted else None)


def halt(exchanges: tuple[Exchange, ...], words: Words = CHINESE) -> Frame:
    """Close the exchange that was being answered, keeping the text that was already verified."""
    if not exchanges or exchanges[-1].answer or exchanges[-1].stopped:
        return Frame(exchanges)
    return Frame((*exchanges[:-1], replace(exchanges[-1], stopped=True, stage="")), words["stopped_status"])


def history(past: Sequence[Exchange]) -> list[tuple[str, str]]:
    """The finished exchanges as (user, assistant) turns."""
    return [(exchange.question, exchange.answer.text) for exchange in past if exchange.answer]


def done(answer: Answer, words: Words = CHINESE) -> str:
    """The closing status line, which screen readers hear: 回答完毕，2 处引用。"""
    if answer.status == "abstained":
        return words["abstained_near"] if answer.nearest else answer.text
    return words["done"].format(count=len(answer.citations))
