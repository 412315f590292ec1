"""The keyless answer and the hits -> the model's answer where it stands, else the keyless one with a notice.

Code finds the evidence and the figure; the model phrases and joins. What it writes is shown only once verified, and stands
only where it keeps what the keyless answer says: so no model makes an answer worse than none.
"""

import time
from collections.abc import Iterator, Sequence
from dataclasses import replace

from qa.answering.evidence import defused, gather, listing
from qa.answering.facts import Figured
from qa.answering.model.attempt import Attempt
from qa.answering.model.choosing import CHOICE, offer
from qa.answering.model.llm import Chat, Job
from qa.answering.model.prompting import load_prompt
from qa.answering.model.structured import ANSWER, Form
from qa.domain import Answer, Event, Hit, Piece, Stage
from qa.errors import EndpointError
from qa.retrieval.kinds import Kind
from qa.retrieval.question import Asked
from qa.settings import Settings

FACT, LIST, DOUBTFUL, REPAIR = "answer_fact.v1", "answer_list.v1", "answer_doubtful.v1", "answer_repair.v1"
STRUCTURED, CHOOSE = "answer_structured.v1", "choose_figures.v1"
# Hits shown beside the keyless answer's own quotes. A sure fact needs none: they only distract a small model.
_FURTHER = {FACT: 0, LIST: 2, DOUBTFUL: 5}


class Writer:
    """Has a model write what code has found. Holds no state between questions; safe under threads."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._chat = Chat(settings)
        self._prompts = {id: load_prompt(settings.prompts_dir, id) for id in (FACT, LIST, DOUBTFUL, REPAIR, CHOOSE)}
        structured = settings.structured == "auto"
        self._answer_form = Form(ANSWER, load_prompt(settings.prompts_dir, STRUCTURED)) if structured else None
        self._choice_form = Form(CHOICE) if structured else None

    def write(
        self,
        asked: Asked,
        keyless: Answer,
        hits: Sequence[Hit],
        job: Job,
        *,
        doubtful: bool = False,
        abstention: Answer | None = None,
        figures: Sequence[Figured] = (),
    ) -> Iterator[Event]:
        """Yield the stages, the verified pieces and the Answer; never raises for what the endpoint does.

        A `doubtful` keyless answer offers candidates for a fact; `abstention` is what to answer where the model finds that none
        fits, and without it the candidates stand. Of a keyless answer that is sure the model is not asked whether it is one.
        `job` holds the time that is left and what was asked of the endpoint before; once it has failed it is not asked again.
        Where there are `figures` to compute from, the model is first asked for a computation, even if there is no keyless answer.
        """
        if keyless.status == "abstained" and not figures:
            yield Stage("核对")
            yield keyless
            return
        yield Stage("撰写")
        doubtful = doubtful and asked.kind is Kind.FACT
        task = DOUBTFUL if doubtful else FACT if asked.kind is Kind.FACT else LIST
        evidence = gather(keyless.citations, hits, self._settings.context_tokens, _FURTHER[task])
        attempt = Attempt(asked, keyless, evidence, job.usage, doubtful=doubtful)
        try:
            if figures and not job.failure:
                attempt.compute(figures, self._chosen(figures, attempt, job.deadline))
            if not (attempt.computed or job.failure) and keyless.status == "answered":
                yield from self._written(task, attempt, job.deadline)
        except EndpointError as exc:
            job.failure = str(exc)
        yield Stage("核对")
        if abstention and attempt.abstains and not job.failure:
            answer = replace(abstention, mode="llm")
        else:
            answer = attempt.answer(job.failure)
        used = [used] if (used := attempt.usage.told(self._settings)) else []
        yield replace(answer, notices=(*answer.notices, *used), tokens=attempt.usage.tokens())

    def _chosen(self, figures: Sequence[Figured], attempt: Attempt, deadline: float) -> str:
        messages = self._prompts[CHOOSE].messages(figures=offer(figures), question=defused(attempt.asked.put))
        return "".join(self._chat.ask(messages, deadline, attempt.usage, self._choice_form))

    def _written(self, task: str, attempt: Attempt, deadline: float) -> Iterator[Piece]:
        """The draft, then one repair of what does not stand if that matters and as much time is left as the draft took."""
        started = time.monotonic()
        yield from attempt.take(self._asked(task, attempt, deadline))
        now = time.monotonic()
        if now + (now - started) < deadline and (failed := attempt.to_repair()):
            listed = "\n".join(f"- {defused(statement.text)}" for statement in failed)
            yield from attempt.take(self._asked(REPAIR, attempt, deadline, failed=listed))

    def _asked(self, task: str, attempt: Attempt, deadline: float, **more: str) -> Iterator[str]:
        variables = {"evidence": listing(attempt.evidence), "question": defused(attempt.asked.put), **more}
        messages = self._prompts[task].messages(**variables)
        return self._chat.ask(messages, deadline, attempt.usage, self._answer_form)
