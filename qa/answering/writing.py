"""The keyless answer and the hits -> the model's answer where it stands, else the keyless one with a notice.

Code finds the evidence and the figure; the model phrases and joins. What it writes is shown only once verified, and stands
only where it keeps what the keyless answer says: so no model makes an answer worse than none.
"""

import time
from collections.abc import Iterator, Sequence
from dataclasses import replace

from qa.answering.compose import Composer
from qa.answering.drafting import Draft
from qa.answering.evidence import defused, gather, listing
from qa.answering.llm import Chat, Usage
from qa.answering.prompting import load_prompt
from qa.answering.standing import FACT_CHARS, lacking, tells, too_long
from qa.domain import Answer, Citation, Claim, Event, Hit, Piece, Stage, Statement
from qa.errors import EndpointError
from qa.retrieval.kinds import Kind
from qa.retrieval.question import Asked
from qa.settings import Settings

FACT, LIST, DOUBTFUL, REPAIR = "answer_fact.v1", "answer_list.v1", "answer_doubtful.v1", "answer_repair.v1"
# Hits shown beside the keyless answer's own quotes. A sure fact needs none: they only distract a small model.
_FURTHER = {FACT: 0, LIST: 2, DOUBTFUL: 5}

_EXTRACTED = "以下由程序直接摘录报告原文作答。"
_NOTHING = f"模型没有找到答案，但报告有相应的内容；{_EXTRACTED}"
_NOTHING_STANDS = f"模型的回答没有一句能与原文核对一致，已弃用；{_EXTRACTED}"
_NOTHING_WRITTEN = f"模型没有写出回答，请重试，或换一个模型（QA_MODEL）；{_EXTRACTED}"
_NONE_FITS = f"模型认为报告没有直接回答这个问题；{_EXTRACTED}"
_TOO_LONG = f"模型的回答过长，已弃用；{_EXTRACTED}"


class Writer:
    """Has a model write what code has found. Holds no state between questions; safe under threads."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._chat = Chat(settings)
        self._prompts = {id: load_prompt(settings.prompts_dir, id) for id in (FACT, LIST, DOUBTFUL, REPAIR)}

    def write(
        self,
        asked: Asked,
        keyless: Answer,
        hits: Sequence[Hit],
        *,
        doubtful: bool = False,
        abstention: Answer | None = None,
    ) -> Iterator[Event]:
        """Yield the stages, the verified pieces and the Answer; never raises for what the endpoint does.

        A `doubtful` keyless answer offers candidates for a fact; `abstention` is what to answer where the model finds that none
        fits, and without it the candidates stand. Of a keyless answer that is sure the model is not asked whether it is one.
        """
        if keyless.status == "abstained":
            yield Stage("核对")
            yield keyless
            return
        yield Stage("撰写")
        doubtful = doubtful and asked.kind is Kind.FACT
        task = DOUBTFUL if doubtful else FACT if asked.kind is Kind.FACT else LIST
        evidence = gather(keyless.citations, hits, self._settings.context_tokens, _FURTHER[task])
        attempt = Attempt(asked, keyless, evidence, doubtful=doubtful)
        failure = ""
        try:
            yield from self._written(task, attempt)
        except EndpointError as exc:
            failure = f"{exc}（{_EXTRACTED}）"
        yield Stage("核对")
        if abstention and attempt.abstains and not failure:
            answer = replace(abstention, mode="llm")
        else:
            answer = attempt.answer(failure)
        cost = [cost] if (cost := attempt.usage.cost(self._settings)) else []
        yield replace(answer, notices=(*answer.notices, *cost), tokens=attempt.usage.tokens())

    def _written(self, task: str, attempt: "Attempt") -> Iterator[Piece]:
        """The draft, then one repair of what does not stand if that matters and as much time is left as the draft took."""
        started = time.monotonic()
        deadline = started + self._settings.timeout
        yield from attempt.take(self._asked(task, attempt, deadline))
        now = time.monotonic()
        if now + (now - started) < deadline and (failed := attempt.to_repair()):
            listed = "\n".join(f"- {defused(statement.text)}" for statement in failed)
            yield from attempt.take(self._asked(REPAIR, attempt, deadline, failed=listed))

    def _asked(self, task: str, attempt: "Attempt", deadline: float, **more: str) -> Iterator[str]:
        variables = {"evidence": listing(attempt.evidence), "question": defused(attempt.asked.text), **more}
        return self._chat.ask(self._prompts[task].messages(**variables), deadline, attempt.usage)


class Attempt:
    """What a model has written of one answer so far, and what of it stands."""

    def __init__(self, asked: Asked, keyless: Answer, evidence: Sequence[Citation], *, doubtful: bool) -> None:
        self.asked = asked
        self.evidence = evidence
        self.usage = Usage()
        self._keyless = keyless
        self._doubtful = doubtful
        self._draft = Draft(evidence)
        self._composer = Composer(bullets=doubtful or asked.kind is not Kind.FACT)

    def take(self, chunks: Iterator[str]) -> Iterator[Piece]:
        """Verify statements as they come; yield what may be shown.

        A fact is shown once it keeps what the keyless answer says, and what would make it too long after that is left out.
        """
        single = self.asked.kind is Kind.FACT
        for statement, line in self._draft.read(chunks):
            enough = single and not self._objection()
            if enough and len(self._composer.text + statement.text) > FACT_CHARS:
                continue
            if self._composer.add(statement, line) and not (single and self._objection()):
                yield Piece(self._composer.text, self._composer.citations)

    def to_repair(self) -> list[Statement]:
        """The statements that did not stand, if the answer wants for them; they are given up here, and counted anew if need be."""
        failed = list(self._composer.withheld)
        if self.asked.kind is Kind.FACT and not self._objection():
            return []
        self._composer.withheld.clear()
        return failed

    @property
    def abstains(self) -> bool:
        """Whether the model has found no answer."""
        return self._draft.abstained and not self._composer.claims

    def answer(self, failure: str) -> Answer:
        """The model's answer where it stands, the keyless one with the reason where not."""
        if reason := failure or self._objection():
            return replace(self._keyless, notices=(reason, *self._keyless.notices))
        if self._doubtful:
            self._add_candidates()
        dropped = [Claim(statement.text, (), "unverified") for statement in self._composer.withheld]
        return Answer(
            status="answered",
            text=self._composer.text,
            mode="llm",
            citations=self._composer.citations,
            claims=(*self._composer.claims, *dropped),
            notices=(*([] if self._doubtful else self._keyless.notices), *self._notices()),
        )

    def _add_candidates(self) -> None:
        """Put the keyless answer's other candidates after the one that the model took: a small model often takes a wrong one."""
        text = self._composer.text
        for quote in self._keyless.citations:
            if not tells(self.asked, text, quote.quote):
                self._composer.add(Statement(quote.quote.rstrip("；，"), (quote,)))

    def _objection(self) -> str:
        """Why what stands so far cannot take the keyless answer's place; "" where it can."""
        text = self._composer.text
        if not text and self._draft.abstained:
            return _NONE_FITS if self._doubtful else _NOTHING
        if not text:
            return _NOTHING_STANDS if self._composer.withheld else _NOTHING_WRITTEN
        if too_long(self.asked, text, self._keyless):
            return _TOO_LONG
        lost = lacking(self.asked, text, self._keyless, doubtful=self._doubtful)
        return f"模型的回答漏掉了{lost}；{_EXTRACTED}" if lost else ""

    def _notices(self) -> Iterator[str]:
        if self._composer.withheld:
            yield f"模型另有 {len(self._composer.withheld)} 句话与所引原文核对不上，已略去。"
        if self._draft.unknown:
            yield f"模型引用了 {self._draft.unknown} 个不存在的编号，已略去。"
