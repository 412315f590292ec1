"""What was asked and what was found -> the hits that can answer it, or why none can.

Similarity cannot tell a question that the report answers from one that it nearly answers, so what is looked for is what the
question asks for — the place, the period, the person, the figure, its unit, the details — found together.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from qa.answering.abstaining.judgement import missing_figure
from qa.answering.abstaining.located import landmarks, own_and_others
from qa.answering.abstaining.narrower import narrower
from qa.answering.correcting.asserted import asserted
from qa.answering.facts import Fact, rank_facts
from qa.domain import Hit, Report, Sentence
from qa.retrieval.kinds import Kind
from qa.retrieval.places import names_place
from qa.retrieval.question import Asked, agreement
from qa.retrieval.terms import Term, coverage

# Chosen on the development questions. A fact of another period rules out those of the asked one where, the period left aside,
# it is the likelier answer by this much (log-odds), speaks of this share of what is asked, and they of less than this share of
# that.
_ELSEWHERE, _SPEAKS, _LESS = 1.0, 0.4, 0.6
# A sentence that speaks of less than this share of what is asked has nothing to do with it.
_TOUCHES = 0.2
# Where the best hit shares none of the question's words, it must be this much nearer than the floor (cosine), unless one of the hits
# says what the question may mean by the lexicon, with this nearness.
_WORDLESS, _MEANT = 0.008, 2.3
# So short a question without a word of the reports is none: 你好, 谢谢.
_SHORT = 4
# Nor is it another period's figure where it is to be worked out from that.
_WORKED_OUT = re.compile(r"倒推|反推|推算|推出来|折算")


@dataclass(frozen=True, slots=True)
class Sufficiency:
    """The hits that meet what is asked; where there are none, `missing` says in the reader's words what was looked for."""

    hits: tuple[Hit, ...]
    missing: str = ""


def sufficient(
    asked: Asked, terms: Sequence[Term], hits: Sequence[Hit], reports: Sequence[Report], floor: float
) -> Sufficiency:
    """Keep the hits that can have to do with what is asked: its subject at all, its places, its years, its detail.

    `floor` is the similarity below which a question has nothing to do with the reports.
    """
    if not hits or _off_topic(asked, terms, hits, floor):
        return Sufficiency((), "这个问题所说的事")
    if asked.kind is not Kind.FACT and (unheard := _nothing_of(terms)):
        return Sufficiency((), unheard)
    there = _at_the_places(asked, hits, reports)
    if not there:
        return Sufficiency((), f"关于{'、'.join(asked.places)}的内容")
    missing = _period(asked, reports) or narrower(asked, there, reports)
    if asked.operation is not None and not missing:  # what is computed for a place must be its own too
        missing = _of_the_places(asked, terms, there, reports)
    if not asked.wants_figure and not missing:
        missing = _of_the_subject_there(asked, terms, there, reports)
    return Sufficiency((), missing) if missing else Sufficiency(there)


def stated(
    asked: Asked, terms: Sequence[Term], hits: Sequence[Hit], reports: Sequence[Report], floor: float
) -> Sufficiency:
    """Keep the hits that state the one fact that is asked for: of the asked period, place, subject and unit; `floor` as above."""
    if asked.kind is not Kind.FACT:
        return Sufficiency(tuple(hits))
    missing = _of_the_period(asked, terms, hits) or _of_the_places(asked, terms, hits, reports)
    if asked.wants_figure and not missing:
        missing = missing_figure(asked, terms, hits, reports, floor)
    if missing:
        return Sufficiency((), missing)
    if _any_period(asked) and (fact := _elsewhere(asked, terms, hits)):
        return Sufficiency(tuple(hit for hit in hits if hit.sentence == fact.sentence))
    fitting = tuple(hit for hit in hits if agreement(asked, hit.sentence) >= 0)
    return Sufficiency(fitting or tuple(hits))


def _off_topic(asked: Asked, terms: Sequence[Term], hits: Sequence[Hit], floor: float) -> bool:
    """Whether nothing in the reports is near the question; not known of questions in another language."""
    if asked.wording:
        return False
    nearest = max(hit.similarity for hit in hits)
    wordless = not any(term.known for term in terms)
    if wordless and len(asked.text) <= _SHORT and asked.first is None:
        return True
    meant = any(near.sense >= _MEANT for hit in hits for near in hit.near)
    return nearest < floor + _WORDLESS * (wordless and not meant)


def _nothing_of(terms: Sequence[Term]) -> str:
    """The reports' own terms that are asked about, where no report uses a word of the question."""
    official = [f"“{term.names[0]}”" for term in terms if term.official]
    return "".join(official) if official and not any(term.known for term in terms) else ""


def _at_the_places(asked: Asked, hits: Sequence[Hit], reports: Sequence[Report]) -> tuple[Hit, ...]:
    """The hits that speak of the places: in the sentence or its headings, or the region of the report is meant."""
    regions = {report.id: report.region for report in reports}
    own, other = own_and_others(asked, reports)
    return tuple(
        hit
        for hit in hits
        if all(names_place(place, _about(hit)) for place in other)
        and (not own or any(place in _about(hit) + regions[hit.sentence.report] for place in own))
    )


def _period(asked: Asked, reports: Sequence[Report]) -> str:
    """The asked years where no report reviews, plans or names them, or what came of one that none reviews; else ""."""
    if asked.first is None or asked.last is None:
        return ""
    if asked.wants_figure and asked.forward is False and all(asked.first >= report.year for report in reports):
        return f"{_span(asked.first, asked.last)}的结果（报告作于年初，只说到目标和安排）"
    return "" if any(_speaks_of(asked, report) for report in reports) else f"{_span(asked.first, asked.last)}的情况"


def _of_the_period(asked: Asked, terms: Sequence[Term], hits: Sequence[Hit]) -> str:
    """Whether it is another period of which the reports state what is asked."""
    if asked.first is None or _any_period(asked):
        return ""
    fact = _elsewhere(asked, terms, hits)
    if fact is None:
        return ""
    said = f"{fact.sentence.period}年的{fact.sentence.status}"
    return f"所问时期的这一{'数字' if asked.wants_figure else '情况'}（报告只说到{said}）"


def _any_period(asked: Asked) -> bool:
    """Whether what is known of another period answers as well: only done or planned is asked, or the figure is to be worked out."""
    return (asked.first is None and asked.forward is not None) or bool(_WORKED_OUT.search(asked.text))


def _elsewhere(asked: Asked, terms: Sequence[Term], hits: Sequence[Hit]) -> Fact | None:
    """The fact of another period that is by far the likelier answer, the period left aside."""
    facts = rank_facts(asked, terms, [_without_period(hit) for hit in hits])
    here = next((fact for fact in facts if _is_of_period(asked, fact.sentence)), None)
    there = next((fact for fact in facts if not _is_of_period(asked, fact.sentence)), None)
    if there is None or there.known < _SPEAKS or there.unit < 0:
        return None
    if here is not None and (there.fit - here.fit < _ELSEWHERE or here.known > _LESS * there.known):
        return None
    return there


def _of_the_places(asked: Asked, terms: Sequence[Term], hits: Sequence[Hit], reports: Sequence[Report]) -> str:
    """Whether the figure asked for a place is that place's own: told after it in one sentence, and of the subject."""
    other = [*own_and_others(asked, reports)[1], *landmarks(asked, terms)]
    if not other or not asked.wants_figure:
        return ""
    subject = [term for term in terms if term.known and not any(place in term.names[0] for place in other)]
    facts = [fact for fact in rank_facts(asked, terms, hits) if all(names_place(p, _so_far(fact)) for p in other)]
    if any(fact.unit >= 0 and coverage(subject, _clause_and_headings(fact)) >= _SPEAKS for fact in facts):
        return ""
    return f"{'、'.join(other)}的这一数字"


def _of_the_subject_there(asked: Asked, terms: Sequence[Term], hits: Sequence[Hit], reports: Sequence[Report]) -> str:
    """Whether what is said of the places has to do with what is asked of them at all, or bears out what is asserted of them."""
    _, other = own_and_others(asked, reports)
    subject = [term for term in terms if term.known]
    least = _SPEAKS if asserted(asked.text) else _TOUCHES
    if not other or not subject or any(coverage(subject, _about(hit)) >= least for hit in hits):
        return ""
    return f"{'、'.join(other)}的这一情况"


def _is_of_period(asked: Asked, sentence: Sentence) -> bool:
    """Whether a sentence is of the asked period; a figure of five years is none of one of them."""
    if asked.wants_figure and asked.first is not None:
        first, _, last = sentence.period.partition("–")
        return (int(first), int(last or first)) == (asked.first, asked.last) and agreement(asked, sentence) >= 0
    return agreement(asked, sentence) >= 0


def _without_period(hit: Hit) -> Hit:
    parts = {name: part for name, part in hit.parts.items() if name != "period"}
    return Hit(hit.sentence, hit.score - hit.parts.get("period", 0.0), parts, hit.near)


def _about(hit: Hit) -> str:
    return hit.sentence.text + "".join(hit.sentence.section)


def _so_far(fact: Fact) -> str:
    """A sentence up to the end of what it states: of a place named only after that, nothing was told."""
    return fact.sentence.text[: fact.end - fact.sentence.start]


def _clause_and_headings(fact: Fact) -> str:
    return fact.clause + "".join(fact.sentence.section[1:])


def _speaks_of(asked: Asked, report: Report) -> bool:
    """Whether the report reviews, plans or names a year of the asked span."""
    for sentence in report.sentences:
        first, _, last = sentence.period.partition("–")
        if (int(first), int(last or first)) == (asked.first, asked.last):
            return True
    years = {int(year) for year in re.findall(r"(?<!\d)((?:19|20)\d\d)年", report.text)}
    return asked.first == asked.last and asked.first in years


def _span(first: int, last: int) -> str:
    return f"{first}年" if first == last else f"{first}–{last}年"
