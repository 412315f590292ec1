"""Question + what was said before -> the frames that show the answer as it comes."""

import logging
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from qa.domain import Answer, Piece, Stage
from qa.errors import QAError

if TYPE_CHECKING:
    from qa.assistant import Assistant

log = logging.getLogger(__name__)

DOING = {"检索": "正在检索报告…", "撰写": "正在撰写回答…", "核对": "正在核对引文…"}
FAULT = "回答时出了意外的错误，您的问题已保留在输入框里，请再试一次；仍不行请查看终端里的记录。"


@dataclass(frozen=True, slots=True)
class Exchange:
    """A question and what has been answered so far: `so_far` until `answer` is there, or until `stopped`."""

    question: str
    so_far: Piece | None = None
    answer: Answer | None = None
    stopped: bool = False


@dataclass(frozen=True, slots=True)
class Frame:
    """What the page shows at one moment; `draft` is put into the question box, None leaves the box alone."""

    exchanges: tuple[Exchange, ...]
    status: str = ""
    problem: bool = False
    busy: bool = False
    draft: str | None = None


def converse(assistant: "Assistant", question: str, past: tuple[Exchange, ...]) -> Iterator[Frame]:
    """Ask, and show each event; what goes wrong is shown as a message, with the question back in the box."""
    now = Exchange(question.strip())
    accepted = False
    try:
        for event in assistant.stream(question, history(past)):
            draft = None if accepted else ""
            accepted = True
            match event:
                case Stage(name):
                    yield Frame((*past, now), DOING.get(name, f"{name}…"), busy=True, draft=draft)
                case Piece():
                    now = replace(now, so_far=event)
                    yield Frame((*past, now), DOING["撰写"], busy=True, draft=draft)
                case Answer():
                    now = replace(now, so_far=None, answer=event)
                    yield Frame((*past, now), done(event), draft=draft)
    except QAError as exc:
        yield Frame(past, str(exc), problem=True, draft=question if accepted else None)
    except Exception:  # the page is an edge: a fault of ours must not leave the reader before a dead page
        log.exception("no answer to %r", question[:200])
        yield Frame(past, FAULT, problem=True, draft=question if accepted else None)


def halt(exchanges: tuple[Exchange, ...]) -> Frame:
    """Close the exchange that was being answered, keeping the text that was already verified."""
    if not exchanges or exchanges[-1].answer or exchanges[-1].stopped:
        return Frame(exchanges)
    return Frame((*exchanges[:-1], replace(exchanges[-1], stopped=True)), "已停止。")


def history(past: Sequence[Exchange]) -> list[tuple[str, str]]:
    """The finished exchanges as (user, assistant) turns."""
    return [(exchange.question, exchange.answer.text) for exchange in past if exchange.answer]


def done(answer: Answer) -> str:
    """The closing status line, which screen readers hear: 回答完毕，2 处引用。"""
    if answer.status == "abstained":
        return "报告未提及，附上最接近的原文。" if answer.nearest else "报告未提及。"
    return f"回答完毕，{len(answer.citations)} 处引用。"
