"""Readers' votes in JSON Lines -> drafts of cases, to be finished by hand."""

import json
import re
from collections.abc import Iterable
from typing import Any

from evals.cases import REPORT
from qa.answering.figures import find_figures
from qa.web.feedback import FILE

__all__ = ["FILE", "draft_cases"]

_MARKER = re.compile(r"\[\d{1,3}\]")


def draft_cases(lines: Iterable[str]) -> list[dict[str, Any]]:
    """One draft for each question and answer that was voted on, by the last vote on it.

    A liked answer gives its text as gold, its figures as facts and its quotes; of a disliked one only the question and the
    quotes are taken. `reason` holds, after "draft:", what the reader thought; a person replaces it.
    """
    votes: dict[tuple[str, str, str], dict[str, Any]] = {}
    for line in lines:
        if line.strip():
            vote = json.loads(line)
            key = (vote["question"], json.dumps(vote["history"]), vote["answer"])
            votes[key] = {**vote, "note": vote["note"] or votes.get(key, {}).get("note", "")}
    return [_draft(number, vote) for number, vote in enumerate(votes.values(), 1)]


def _draft(number: int, vote: dict[str, Any]) -> dict[str, Any]:
    liked, abstained = vote["vote"] == "like", vote["status"] == "abstained"
    gold = _MARKER.sub("", vote["answer"]) if liked and not abstained else None if liked else ""
    figures = [figure.text for figure in find_figures(gold or "")]
    quotes = [citation["quote"] for citation in vote["citations"] if citation["report"] == REPORT]
    return {
        "id": f"feedback-{number:03}",
        "type": "follow_up" if vote["history"] else "unanswerable" if liked and abstained else "fact",
        "split": "dev",
        "question": vote["question"],
        "history": vote["history"],
        "gold": gold,
        "facts": [[figure] for figure in dict.fromkeys(figures)],
        "quotes": quotes,
        "forbid": [],
        "arithmetic": [claim["computation"] for claim in vote["claims"] if liked and claim["computation"]],
        "reason": f"draft: {vote['vote']}; {vote['note'] or vote['answer']}",
    }
