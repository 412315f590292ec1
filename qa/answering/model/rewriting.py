"""A question that is asked in other words than a report's -> the words that a model expects there, to search with.

Only questions for which no fact stands out are rewritten; what is found is quoted and verified like all else, so a model that
rewrites badly costs a search and never a wrong quote.
"""

import re

from qa.answering.evidence import defused
from qa.answering.model.llm import Chat, Job
from qa.answering.model.markers import visible
from qa.answering.model.prompting import load_prompt
from qa.errors import EndpointError
from qa.settings import Settings

REWRITE = "rewrite_question.v1"
# More words drown the question.
_MOST_CHARS = 30
_ARROW = re.compile(r".*(?:→|->|：|:)")
# Neither figures nor marks are words to search with.
_NO_WORDS = re.compile(r"[^\w\s]|\d+|_")


class Rewriter:
    """Has a model put a question in a report's words. Holds no state between questions; safe under threads."""

    def __init__(self, settings: Settings) -> None:
        self._chat = Chat(settings)
        self._prompt = load_prompt(settings.prompts_dir, REWRITE)

    def words(self, question: str, job: Job) -> str:
        """Words for a search, "" where the model gives none; a failure is noted in the job."""
        messages = self._prompt.messages(question=defused(question))
        try:
            return cleaned("".join(self._chat.ask(messages, job.deadline, job.usage)))
        except EndpointError as exc:
            job.failure = str(exc)
            return ""


def cleaned(written: str) -> str:
    """The words of a model's first line, without what it repeats of the question before an arrow.

    >>> cleaned("路上老是堵车 → 交通拥堵治理、轨道交通\\n解释：……")
    '交通拥堵治理 轨道交通'
    """
    line = next((line for line in visible(written).strip().splitlines() if line.strip()), "")
    words = " ".join(_NO_WORDS.sub(" ", _ARROW.sub("", line)).split())
    return words[:_MOST_CHARS].strip()
