"""What a model writes of one answer, as it comes -> what of it stands, and the answer in the end."""

from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import replace

from qa.answering.compose import Composer
from qa.answering.facts import Figured
from qa.answering.model.choosing import compute, read_choice
from qa.answering.model.drafting import Draft
from qa.answering.model.llm import Usage
from qa.answering.model.standing import FACT_CHARS, lacking, tells, too_long
from qa.domain import Answer, Citation, Claim, Piece, Statement
from qa.retrieval.kinds import Kind
from qa.retrieval.question import Asked, agreement

_EXTRACTED = "以下由程序直接摘录报告原文作答。"
_NOTHING = f"模型没有找到答案，但报告有相应的内容；{_EXTRACTED}"
_NOTHING_STANDS = f"模型的回答没有一句能与原文核对一致，已弃用；{_EXTRACTED}"
_NOTHING_WRITTEN = f"模型没有写出回答，请重试，或换一个模型（QA_MODEL）；{_EXTRACTED}"
_NONE_FITS = f"模型认为报告没有直接回答这个问题；{_EXTRACTED}"
_OTHER_TIME = f"模型的回答说的是另一个时期，已弃用；{_EXTRACTED}"
_TOO_LONG = f"模型的回答过长，已弃用；{_EXTRACTED}"
_COMPUTED = "所用的数字由模型从报告中选出，计算由程序完成。"


class Attempt:
    """What a model has written of one answer so far, and what of it stands."""

    def __init__(
        self, asked: Asked, keyless: Answer, evidence: Sequence[Citation], usage: Usage, *, doubtful: bool
    ) -> None:
        self.asked = asked
        self.evidence = evidence
        self.usage = usage
        self._keyless = keyless
        self._doubtful = doubtful
        self._draft = Draft(evidence)
        self._composer = Composer(bullets=doubtful or asked.kind is not Kind.FACT)
        self.computed: Answer | None = None

    def compute(self, figures: Sequence[Figured], reply: str) -> None:
        """Have code compute what the model asks for; `computed` stays None where that does not stand."""
        choice = read_choice(reply)
        statements = compute(self.asked, figures, choice) if choice else []
        composer = Composer(bullets=True)
        if statements and all(composer.add(statement, line) for line, statement in enumerate(statements)):
            claims = tuple(composer.claims)
            self.computed = Answer("answered", composer.text, "llm", composer.citations, claims, (_COMPUTED,))

    def take(self, chunks: Iterator[str]) -> Iterator[Piece]:
        """Verify statements as they come; yield what may be shown.

        Nothing is shown before it can take the keyless answer's place, for it would be withdrawn in the end; what would make
        it too long after that is left out.
        """
        single = self.asked.kind is Kind.FACT
        before = deepcopy(self._composer)
        for statement, line in self._draft.read(chunks):
            if statement is None:
                self._composer = deepcopy(before)
                continue
            longer = self._composer.text + statement.text
            over = len(longer) > FACT_CHARS if single else too_long(self.asked, longer, self._keyless)
            if over and not self._objection():
                continue
            if self._composer.add(statement, 0 if single else line) and not self._objection():
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
        """What was computed, or the model's answer where it stands, or the keyless one with the reason why not."""
        if self.computed:
            return self.computed
        if self._keyless.status == "abstained":
            return replace(self._keyless, notices=(failure,) if failure else ())
        if reason := (failure and f"{failure}（{_EXTRACTED}）") or self._objection():
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
        if self._strays():
            return _OTHER_TIME
        lost = lacking(self.asked, text, self._keyless, doubtful=self._doubtful)
        return f"模型的回答漏掉了{lost}；{_EXTRACTED}" if lost else ""

    def _strays(self) -> bool:
        """Whether the model begins with another time than the asked one, of which all that the keyless answer gives is."""
        own, first = self._keyless.citations, self._composer.citations[:1]
        return all(agreement(self.asked, one) > 0 for one in own) and any(
            agreement(self.asked, one) <= 0 for one in first
        )

    def _notices(self) -> Iterator[str]:
        if self._composer.withheld:
            yield f"模型另有 {len(self._composer.withheld)} 句话与所引原文核对不上，已略去。"
        if self._draft.unknown:
            yield f"模型引用了 {self._draft.unknown} 个不存在的编号，已略去。"
