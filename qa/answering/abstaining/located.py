"""A question and the reports -> the places it is about, and how surely what a fact states is told of them."""

import re
from collections.abc import Sequence

from qa.answering.facts import Fact
from qa.domain import Report
from qa.retrieval.places import names_place
from qa.retrieval.question import Asked
from qa.retrieval.terms import Term

# A place that no list holds: a lake, a mountain, a county, named in one word as rare (idf) as a name is.
_DISTINCT = 9.0
_KIND_OF_PLACE = "[湖山岛江河湾县镇港峡]|古城|古镇|景区"
# Of a kind of place, but no name of one.
_A_KIND = "[乡城村集市小]镇|[江山海]河|[江河]湖|河湖|[海江]岛|[海江河]湾|海峡|[海河空渔]港"
_LANDMARK = re.compile(rf"(?!(?:{_A_KIND})$)[一-鿿]{{1,3}}(?:{_KIND_OF_PLACE})")
# How surely a fact is of a place that its clause names, its sentence before it, its headings, or its sentence after it.
_IN_CLAUSE, _BEFORE, _HEADED, _AFTER = 1.0, 0.7, 0.5, 0.2


def own_and_others(asked: Asked, reports: Sequence[Report]) -> tuple[list[str], list[str]]:
    """The asked places that are the region of a report, and the others."""
    own = [place for place in asked.places if any(place in report.region for report in reports)]
    return own, [place for place in asked.places if place not in own]


def landmarks(asked: Asked, terms: Sequence[Term]) -> list[str]:
    """The places of a question that no list of places holds: 查干湖, whether its term is the whole name or the rare half of it."""
    named = (term.names[0] for term in terms if len(term.names) == 1 and term.known and term.weight >= _DISTINCT)
    found = (re.search(rf"{re.escape(name)}(?:{_KIND_OF_PLACE})?", asked.text) for name in named)
    return [match[0] for match in found if match and _LANDMARK.fullmatch(match[0])]


def told_of(places: Sequence[str], fact: Fact) -> float:
    """How surely a fact is of the places, from 0 to 1: that of the place that is told least."""
    return min((_told_of(place, fact) for place in places), default=_IN_CLAUSE)


def _told_of(place: str, fact: Fact) -> float:
    text, start, end = fact.sentence.text, fact.start - fact.sentence.start, fact.end - fact.sentence.start
    if names_place(place, text[start:end] + (fact.figure.subject if fact.figure else "")):
        return _IN_CLAUSE
    if names_place(place, text[:start]):
        return _BEFORE
    return _HEADED if names_place(place, "".join(fact.sentence.section)) else _AFTER * names_place(place, text)
