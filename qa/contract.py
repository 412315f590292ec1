"""Answers and hits -> the JSON objects that other programs rely on; questions in JSON Lines -> Question."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from qa.domain import Answer, Hit, Report, Turn
from qa.errors import QuestionError


@dataclass(frozen=True, slots=True)
class Question:
    """One line of a batch."""

    id: str
    text: str
    history: tuple[Turn, ...]


def answer_object(answer: Answer, id: str = "") -> dict[str, Any]:
    """An answer as an object; the nearest passages of an abstention are put into words among its notices."""
    understood = [f"理解为：{answer.resolved}"] if answer.resolved else []
    nearest = [f"最接近的内容（{passage.section or '开头'}）：{passage.quote}" for passage in answer.nearest]
    return {
        "id": id,
        "status": answer.status,
        "answer": answer.text,
        "citations": [asdict(citation) for citation in answer.citations],
        "claims": [
            {"text": c.text, "markers": list(c.markers), "verdict": c.verdict, "computation": c.computation}
            for c in answer.claims
        ],
        "mode": answer.mode,
        "notices": [*understood, *answer.notices, *nearest],
        "seconds": answer.seconds,
    }


def hits_object(hits: Sequence[Hit], id: str = "") -> dict[str, Any]:
    """Ranked hits as an object."""
    return {"id": id, "hits": [_hit(hit) for hit in hits]}


def report_object(report: Report) -> dict[str, Any]:
    """What a report says of itself, and its size."""
    return {
        "id": report.id,
        "title": report.title,
        "region": report.region,
        "year": report.year,
        "date": report.date,
        "speaker": report.speaker,
        "characters": len(report.text),
        "sections": len(report.sections),
        "sentences": len(report.sentences),
    }


def read_questions(lines: Iterable[str]) -> Iterator[Question]:
    """Read a batch, one object a line; raise QuestionError naming the first line that is none."""
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield _question(line, number)


def _question(line: str, number: int) -> Question:
    try:
        record = json.loads(line)
        history = tuple((str(user), str(assistant)) for user, assistant in record.get("history") or ())
        return Question(str(record.get("id", number)), str(record["question"]), history)
    except (json.JSONDecodeError, KeyError, TypeError, ValueError, AttributeError) as exc:
        raise QuestionError(
            f"第 {number} 行不是一个问题（{type(exc).__name__}）。每行应是一个 JSON 对象，"
            '如 {"id": "1", "question": "…", "history": []}。'
        ) from exc


def _hit(hit: Hit) -> dict[str, Any]:
    sentence = hit.sentence
    return {
        "report": sentence.report,
        "section": " / ".join(sentence.section),
        "text": sentence.text,
        "start": sentence.start,
        "end": sentence.end,
        "period": sentence.period,
        "status": str(sentence.status),
        "score": hit.score,
        "parts": hit.parts,
    }
