"""A question -> events, the last of which is the verified answer: search, draft, verify, in either mode."""

import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import zip_longest

from qa.answering.abstaining.abstention import Sufficiency, stated, sufficient
from qa.answering.abstaining.expected import unanswered
from qa.answering.abstaining.judgement import computable
from qa.answering.computing.across import beside_each_other, put_to_each
from qa.answering.computing.comparison import compare
from qa.answering.conversing.courtesy import friendly
from qa.answering.conversing.english import in_english
from qa.answering.correcting.contradictions import contradiction
from qa.answering.correcting.premises import corrected
from qa.answering.extractive import extract, unsure
from qa.answering.facts import Figured, rank_figures
from qa.answering.front import about_the_report
from qa.answering.joined import joined
from qa.answering.keyless import abstention, answer_of
from qa.answering.mentions import look_up
from qa.answering.model.choosing import choosable
from qa.answering.model.llm import Job
from qa.answering.model.rewriting import Rewriter
from qa.answering.model.writing import Writer
from qa.answering.notices import of_candidates, of_reading
from qa.answering.overviews.outline import parts_of_named
from qa.domain import Answer, Event, Hit, Report, Stage, Statement, Turn
from qa.errors import EndpointError
from qa.retrieval.breaths import in_one_breath
from qa.retrieval.courtesies import asks_who_answers, is_polite, may_ask_nothing
from qa.retrieval.english import is_english
from qa.retrieval.followup import resolve
from qa.retrieval.kinds import Kind
from qa.retrieval.question import Asked, check_question
from qa.retrieval.retriever import Retriever
from qa.retrieval.terms import Term
from qa.settings import Settings

_HITS = 30
# The most candidates that are given where a question was put in other words as well.
_CANDIDATES = 4
# Weight of what a follow-up names itself, beside 1 for what it takes from the question before.
_FOCUS = 2.0


class Answerer:
    """Answers questions about `reports`. Holds no state between questions; safe under threads."""

    def __init__(self, settings: Settings, reports: Sequence[Report], retriever: Retriever) -> None:
        self._settings = settings
        self._reports = reports
        self._retriever = retriever
        self._rewriter = Rewriter(settings)
        self._writer = Writer(settings)

    def stream(self, question: str, history: Sequence[Turn] = ()) -> Iterator[Event]:
        """Yield stages and verified pieces, then the Answer.

        Raises QuestionError for an empty or overlong question. A failing endpoint does not raise: the extractive answer
        comes, with a notice.
        """
        started = time.monotonic()
        check_question(question, self._settings.max_question_chars)
        yield Stage("检索")
        if self._asks_nothing(question):
            yield replace(friendly(question, self._reports), seconds=round(time.monotonic() - started, 3))
            return
        resolved = resolve(question, history, self._retriever.together)
        asked = self._retriever.read(resolved)
        if is_english(question) and not asked.wording:  # what it leans on was put in Chinese
            asked = replace(asked, wording=f"{resolved} ({question})")
        reports = [report for report in self._reports if report.id in asked.reports]
        notices = of_reading(asked, max((report.year for report in reports), default=0))
        hits, floor = self._search(asked, notices)
        if both := self._each_of(asked, reports):
            events = self._phrased(asked, both, hits)
        else:
            events = self._answered(question, asked, reports, hits, floor)
        for event in events:
            if isinstance(event, Answer):
                if asked.wording and event.mode == "extractive":
                    event = in_english(event)
                event = replace(
                    event,
                    notices=(*notices, *event.notices),
                    seconds=round(time.monotonic() - started, 3),
                    resolved=asked.text if asked.wording else resolved if resolved != question else "",
                )
            yield event

    def _each_of(self, asked: Asked, reports: Sequence[Report]) -> Answer | None:
        """What answers both questions of one breath, by code alone; None where it asks once or one of them stays open."""
        parts = in_one_breath(asked.text, self._retriever.together)
        if len(parts) < 2:
            return None
        alone = Answerer(self._settings.model_copy(update={"mode": "extractive"}), self._reports, self._retriever)
        answers = [event for part in parts for event in alone.stream(part) if isinstance(event, Answer)]
        sure = all(answer.status == "answered" and len(answer.claims) == 1 for answer in answers)
        return joined(asked, answers, reports) if sure else None

    def _phrased(self, asked: Asked, answer: Answer, hits: Sequence[Hit]) -> Iterator[Event]:
        """An answer of several statements, phrased by the model where there is one."""
        if not self._settings.uses_llm:
            yield Stage("核对")
            yield answer
            return
        job = Job(time.monotonic() + self._settings.timeout)
        yield from self._writer.write(replace(asked, kind=Kind.LIST), answer, hits, job)

    def _asks_nothing(self, question: str) -> bool:
        """Whether a message asks nothing of a report: what may be small talk and uses none of the reports' words is."""
        if is_polite(question) or asks_who_answers(question):
            return True
        if not may_ask_nothing(question):
            return False
        asked = self._retriever.read(question)
        return asked.kind is not Kind.SUMMARY and not any(term.known for term in self._retriever.terms(asked))

    def _search(self, asked: Asked, notices: list[str]) -> tuple[list[Hit], float]:
        """The hits and their floor; by words alone, with a notice, where an embeddings endpoint fails."""
        try:
            return self._retriever.rank(asked, _HITS), self._retriever.floor
        except EndpointError as exc:
            notices.append(f"{exc}（本次只按字词检索，可能漏掉说法不同的内容。）")
            return self._retriever.rank(asked, _HITS, dense=False), -1.0

    def _outright(self, asked: Asked, reports: Sequence[Report], hits: Sequence[Hit], floor: float) -> Answer | None:
        """What needs no ranking of facts: mentions of a word, the report itself, one figure of several regions."""
        if asked.mentioned:
            looked_up = look_up(asked.mentioned, reports)
            return _finished(looked_up.statements, hits, looked_up.missing)
        if front := about_the_report(asked, reports):
            return _finished(front, hits)
        apart = put_to_each(asked, reports)
        return self._beside_each_other(asked, apart, hits, floor) if apart else None

    def _answered(
        self, question: str, asked: Asked, reports: Sequence[Report], hits: Sequence[Hit], floor: float
    ) -> Iterator[Event]:
        if outright := self._outright(asked, reports, hits, floor):
            yield Stage("核对")
            yield outright
            return
        reports = _found_in(reports, hits)
        terms: Sequence[Term] = _focused(self._retriever.terms(asked), question)
        drafts = contradiction(asked, terms, hits, reports), parts_of_named(asked, terms, reports)
        if told := next((answer for draft in drafts if (answer := answer_of(draft))), None):
            yield Stage("核对")
            yield told
            return
        found = sufficient(asked, terms, hits, reports, floor)
        judge = partial(computable, asked, terms, hits=found.hits, reports=reports, floor=floor)
        computed = compare(asked, terms, found.hits, reports, judge) if found.hits else []
        if computed or (found.hits and (computed := corrected(asked, terms, hits, reports))):
            yield Stage("核对")  # arithmetic is never left to a model, nor is a correction
            yield _finished(computed, hits)
            return
        figures = choosable(asked, terms, found.hits) if self._settings.uses_llm else []
        if found.hits:
            found = stated(asked, terms, found.hits, reports, floor)
        draft = extract(asked, terms, found.hits, reports)
        lacking = unanswered(asked, terms, draft, found.hits, reports)
        if lacking or (not found.hits and not figures):
            yield abstention(found.missing, hits, lacking)
        elif self._settings.uses_llm:
            job = Job(time.monotonic() + self._settings.timeout)
            reworded = [] if figures else self._reworded(asked, terms, found, floor, job)
            answer = self._extracted(asked, terms, draft, found, hits, reworded)
            doubtful = unsure(asked, terms, found.hits)
            yield from self._writer.write(asked, answer, found.hits, job, doubtful=doubtful, figures=figures)
        else:
            yield Stage("核对")
            yield self._extracted(asked, terms, draft, found, hits)

    def _beside_each_other(self, asked: Asked, apart: Mapping[str, Asked], hits: Sequence[Hit], floor: float) -> Answer:
        """The same figure of several regions; an abstention that names the first region without one."""
        facts: dict[str, list[Figured]] = {}
        for region, alone in apart.items():
            own, _ = self._search(alone, [])
            terms, reports = self._retriever.terms(alone), _found_in(self._reports, own)
            found = sufficient(alone, terms, own, reports, floor)
            found = stated(alone, terms, found.hits, reports, floor) if found.hits else found
            facts[region] = rank_figures(alone, terms, found.hits)
            if not facts[region]:
                return abstention(f"{region}的{found.missing or '这一数字'}", own)
        return _finished(beside_each_other(asked, facts), hits, f"{'、'.join(apart)}的同一数字")

    def _reworded(
        self, asked: Asked, terms: Sequence[Term], found: Sufficiency, floor: float, job: Job
    ) -> list[Statement]:
        """What is found with the words that a model expects in a report, where no fact stands out without them."""
        if not unsure(asked, terms, found.hits) or not (words := self._rewriter.words(asked.text, job)):
            return []
        reworded = replace(asked, text=f"{asked.text} {words}", topic=f"{asked.topic} {words}")
        terms = self._retriever.terms(reworded)
        hits = self._search(reworded, [])[0]
        reports = _found_in(self._reports, hits)
        again = sufficient(asked, terms, hits, reports, floor)
        again = stated(asked, terms, again.hits, reports, floor) if again.hits else again
        return extract(asked, terms, again.hits, reports)

    def _extracted(
        self,
        asked: Asked,
        terms: Sequence[Term],
        draft: Sequence[Statement],
        found: Sufficiency,
        hits: Sequence[Hit],
        reworded: Sequence[Statement] = (),
    ) -> Answer:
        """The answer by code alone, in the report's words; of a `reworded` question the best candidates stand among its own."""
        if not found.hits:
            return abstention(found.missing, hits)
        answer = _finished(_in_turn(draft, reworded) if reworded else draft, hits)
        if len(answer.claims) > 1 and unsure(asked, terms, found.hits):
            return replace(answer, notices=(of_candidates(asked),))
        return answer


def _finished(draft: Sequence[Statement], hits: Sequence[Hit], missing: str = "相关内容") -> Answer:
    return answer_of(draft) or abstention(missing, hits)


def _found_in(reports: Sequence[Report], hits: Sequence[Hit]) -> list[Report]:
    """The reports that hits come from, in the order of all: what others say is of no concern."""
    found = {hit.sentence.report for hit in hits}
    return [report for report in reports if report.id in found]


def _in_turn(some: Sequence[Statement], others: Sequence[Statement]) -> list[Statement]:
    """The best of two lists of candidates, taken in turn, each once."""
    taken = (one for pair in zip_longest(some, others) for one in pair if one is not None)
    return list(dict.fromkeys(taken))[:_CANDIDATES]


def _focused(terms: Sequence[Term], question: str) -> tuple[Term, ...]:
    """The terms of a conversation, those of its last question with more weight: 其中公开的有多少 asks for 公开, not for 文件."""
    return tuple(replace(term, weight=_FOCUS * term.weight) if term.names[0] in question else term for term in terms)
