"""Hits -> those of them that are about the subject of a question, and those that only stand beside such a one."""

import re
from collections.abc import Mapping, Sequence, Set
from itertools import pairwise

from qa.answering.overviews.passages import speaks
from qa.domain import Hit, Report, Sentence
from qa.retrieval.terms import Term

# A subject is told of in one stretch: so many steps from a sentence that speaks of it another may be of it too, and what stands between
# two of them that are this near is.
_STEPS, _BETWEEN = 3, 5
# The heading of a section that treats the subject is as near as this (log-odds) to the best sentence, in other words.
_HEADS = 4.5
# A term that weighs (idf) this share of the rarest one, or this much, is the subject, not a word like 改善.
_HEAVY, _RARE = 0.5, 2.6
# Of what is asked (idf) so much must be in the reports' words, lest what remains of it leads astray.
_KNOWN = 0.4
# What a part of a long paragraph is about: 养老方面，…。…。住房方面，…; or a few words of their own: 经略海洋深入推进。
_PART = re.compile(r"[一-鿿]{2,6}方面[，：]|[一-鿿“”]{4,12}。$")


def about(subject: Sequence[Term], hits: Sequence[Hit], reports: Mapping[str, Report]) -> tuple[list[Hit], list[Hit]]:
    """The hits that speak of the subject or whose headings do, and those beside them; where none does, all as near as they are."""
    heavy = heaviest(subject) if _in_its_words(subject) else []
    speaking = {hit.sentence for hit in hits if not hit.sentence.heading and speaks(heavy, hit.sentence.text)}
    parts = {part for sentence in speaking if (part := _part(sentence, reports[sentence.report]))}
    titled = _titled(heavy, hits, by_meaning=not parts)
    if not heavy or not (speaking or titled):
        return [], sorted(hits, key=lambda hit: -hit.score)
    within = speaking | _between(speaking, reports)
    sure = [
        hit
        for hit in hits
        if hit.sentence in within
        or hit.sentence.section in titled
        or _part(hit.sentence, reports[hit.sentence.report]) in parts
    ]
    return sure, [hit for hit in hits if hit not in sure and _stands_beside(hit.sentence, speaking, reports)]


def heaviest(subject: Sequence[Term]) -> list[Term]:
    """The terms of a question that are what it is about."""
    known = [term for term in subject if term.known]
    least = min(_RARE, _HEAVY * max((term.weight for term in known), default=0.0))
    return [term for term in known if term.weight >= least]


def _in_its_words(subject: Sequence[Term]) -> bool:
    """Whether a question says what it asks about in the reports' words: 篮球, 小伙子 and 荣誉 are told of in others."""
    return sum(term.weight for term in subject if term.known) >= _KNOWN * sum(term.weight for term in subject)


def by_itself(hit: Hit) -> float:
    """How near a hit is: its score, whatever kind of sentence it is and whatever stands around it."""
    return hit.score - hit.parts["kind"] - hit.parts.get("around", 0.0)


def _titled(heavy: Sequence[Term], hits: Sequence[Hit], *, by_meaning: bool) -> Set[tuple[str, ...]]:
    """The sections whose own heading speaks of the subject and those within; else those whose heading may mean the same."""
    paths = {hit.sentence.section for hit in hits if hit.sentence.section[1:]}
    if named := {path for path in paths if speaks(heavy, path[-1])}:
        return {path for path in paths if any(path[: len(one)] == one for one in named)}
    if not by_meaning:
        return set()
    best = max(map(by_itself, hits))
    near = {hit.sentence.section for hit in hits if hit.sentence.heading and by_itself(hit) >= best - _HEADS}
    return {path for path in paths if any(path[: len(one)] == one for one in near if one[1:])}


def _stands_beside(sentence: Sentence, others: Set[Sentence], reports: Mapping[str, Report]) -> bool:
    part = _part(sentence, reports[sentence.report])
    return any(
        (sentence.report, sentence.paragraph) == (other.report, other.paragraph)
        and abs(sentence.index - other.index) <= _STEPS
        and _part(other, reports[other.report]) == part
        for other in others
    )


def _between(speaking: Set[Sentence], reports: Mapping[str, Report]) -> set[Sentence]:
    """What stands between two sentences of a paragraph that speak of the subject, not far from each other."""
    ordered = sorted(speaking, key=lambda sentence: (sentence.report, sentence.index))
    return {
        sentence
        for one, other in pairwise(ordered)
        if (one.report, one.paragraph) == (other.report, other.paragraph) and other.index - one.index <= _BETWEEN
        for sentence in reports[one.report].sentences[one.index + 1 : other.index]
    }


def _part(sentence: Sentence, report: Report) -> tuple[str, int] | None:
    """The part of its paragraph that a sentence is in, by the sentence that opens it; None where no such part is."""
    for index in range(sentence.index, -1, -1):
        other = report.sentences[index]
        if other.paragraph != sentence.paragraph or other.heading:
            break
        if _PART.match(other.text):
            return report.id, index
    return None
