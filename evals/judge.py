"""A summary and its gold -> a grade by a model, with a pinned prompt; what cannot be read as a grade is no grade."""

import hashlib
import re

from evals.cases import Case
from evals.metrics.matching import plain
from qa import endpoint
from qa.answering.model.prompting import Prompt, load_prompt
from qa.settings import Settings

PROMPT = "judge_summary.v1"
BEST = 4

_GRADE = re.compile(r"评分[:：]\s*([0-4])[。.]?")
# Candidates longer than this are cut: an answer of ten lines has some 600 characters.
_MAX_CHARS = 3000


def grade(case: Case, answer: str, settings: Settings) -> tuple[float | None, str]:
    """Ask the endpoint's model for a grade from 0 to 1, and return it with the model's words; None where it gave none.

    Raises EndpointError where the endpoint fails.
    """
    with endpoint.explained(settings):
        reply = endpoint.chat_model(settings).invoke(load_judge(settings).messages(**variables(case, answer))).text
    return read_grade(reply), reply


def load_judge(settings: Settings) -> Prompt:
    """The pinned prompt."""
    return load_prompt(settings.prompts_dir, PROMPT)


def variables(case: Case, answer: str) -> dict[str, str]:
    """What the prompt is filled with. The candidate cannot close its own tag: the tag is derived from its text."""
    text = defused(answer)
    return {
        "question": case.question,
        "gold": case.gold or "",
        "quotes": "\n".join(f"- {quote}" for quote in case.quotes),
        "candidate": text,
        "tag": hashlib.sha256(text.encode()).hexdigest()[:10],
    }


def defused(answer: str) -> str:
    """A candidate's text with nothing left that could pass for markup of the prompt or for a grade."""
    text = plain(answer).replace("<", "＜").replace(">", "＞")
    return re.sub(r"评\s*分", "评-分", text)[:_MAX_CHARS]


def read_grade(reply: str) -> float | None:
    """The grade in the last line of a reply, as a share of the best; None unless there is one, once, and alone in its line.

    >>> read_grade("要点齐全。\\n评分：4")
    1.0
    >>> read_grade("评分：4 或 评分：3") is None
    True
    """
    lines = [line.strip().strip("*` ") for line in reply.strip().splitlines()]
    found = _GRADE.fullmatch(lines[-1]) if lines else None
    if not found or len(_GRADE.findall(reply)) != 1:
        return None
    return int(found[1]) / BEST
