"""A reader's vote on an answer -> a line of feedback.jsonl in the data folder; nothing leaves the machine."""

import json
import threading
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from qa.contract import answer_object
from qa.web.chat import Exchange, history

FILE = "feedback.jsonl"
_NOTE_CHARS = 2000
_lock = threading.Lock()


def save(folder: Path, exchanges: Sequence[Exchange], number: int, vote: str, note: str = "") -> None:
    """Append the vote on exchange `number` (from 0) with its question, history and answer; raise OSError where that fails."""
    exchange = exchanges[number]
    assert exchange.answer is not None
    record = {
        "time": datetime.now(UTC).isoformat(timespec="seconds"),
        "vote": vote,
        "note": note[:_NOTE_CHARS],
        "question": exchange.question,
        "history": history(exchanges[:number]),
        **{name: value for name, value in answer_object(exchange.answer).items() if name != "id"},
    }
    line = json.dumps(record, ensure_ascii=False).encode("utf-8", "replace") + b"\n"
    with _lock:
        folder.mkdir(parents=True, exist_ok=True)
        with (folder / FILE).open("ab") as file:
            file.write(line)
