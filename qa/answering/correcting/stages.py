"""A question that takes for done what the report only aims at, or works on -> what it says of that."""

import re
from collections.abc import Sequence

from qa.answering.correcting.asserted import asserted
from qa.answering.correcting.corrections import around, dated, said
from qa.domain import Report, Sentence, Statement, Status
from qa.retrieval.places import places_in
from qa.retrieval.question import FORWARD, Asked
from qa.retrieval.terms import Term, coverage

# Chosen on the development questions: the share of what is asserted that a sentence must speak of, and the rarity (idf) of a
# term that names one thing rather than a subject.
_SAYS, _DISTINCT = 0.75, 9.0

_PART = re.compile(r"[，；。]")
_FINISHED = re.compile(
    r"通车|开通|贯通|投[用产运]|建成|完工|竣工|落成|运营|举[办行]|闭幕|通的?了|通的车|办[完过好]|[开修建](?:好|完|通)?了"
)
_UNDER_WAY = re.compile(r"筹办|申办|筹备|筹建|前期|推进|加快建设|续建|启动建设|争取|谋划")


def unfinished(
    asked: Asked, terms: Sequence[Term], near: Sequence[Sentence], reports: Sequence[Report]
) -> list[Statement]:
    """The report only aims at, or works on, what the question takes for done."""
    if asked.forward or not (asked.relative or re.search(r"已经?|早就", asked.text)):
        return []
    for clause in asserted(asked.text):
        things = _things(clause, terms)
        if not _FINISHED.search(clause) or not things:
            continue
        about = [s for report in reports for s in report.sentences if coverage(things, s.text) >= _SAYS]
        if any(s.status is Status.DONE and _FINISHED.search(_nearby(s, things)) for s in about):
            continue
        for sentence in about:
            near_it = _nearby(sentence, things)
            if sentence.status in FORWARD and _FINISHED.search(near_it):
                return [dated(sentence, *around(sentence, sentence.text.index(near_it)))]
        for sentence in about:
            near_it = _nearby(sentence, things)
            if sentence.status is Status.DONE and (stage := _UNDER_WAY.search(near_it)):
                start = sentence.text.index(near_it)
                return [said(stage[0], sentence, start, start + len(near_it))]
    return []


def _things(clause: str, terms: Sequence[Term]) -> list[Term]:
    """The distinct terms of an asserted clause, with its places: what is said to be done, not that it is."""
    known = (term for term in terms if term.names[0] in clause.lower() and term.weight >= _DISTINCT)
    things = [term for term in known if not _FINISHED.search(term.names[0])]
    things = [term for term in things if term.known or places_in(term.names[0])]
    return things if any(term.known for term in things) else []


def _nearby(sentence: Sentence, things: Sequence[Term]) -> str:
    """The clause of a sentence that speaks most of the things."""
    parts = _PART.split(sentence.text)
    return max(parts, key=lambda part: coverage(things, part))
