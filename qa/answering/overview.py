"""A question about a subject -> the sentences that treat it, as many as a short answer holds."""

import itertools
from collections.abc import Sequence

from qa.domain import Hit, Report, Sentence
from qa.retrieval.periods import names_period
from qa.retrieval.question import Asked, agreement
from qa.retrieval.terms import Term, coverage

# Lines and characters of a summary, at the most. A sentence further below the nearest than this (log-odds), whatever figures it
# holds, is about something else; where so many are of the asked period, those of a longer one are left out. Where the first few
# stand out so far from the next, what stands around them, and gains by it, is about something else too. A sentence this little
# below the best brings along what it opens.
_MAX_LINES, _ROOM, _APART, _SEVERAL = 10, 450, 4.0, 3
_FIRST, _STANDS_OUT, _OPENS = 3, 4.0, 2.0


def treatment(asked: Asked, terms: Sequence[Term], hits: Sequence[Hit], reports: Sequence[Report]) -> list[Sentence]:
    """The best sentences on a subject, as many as a short answer holds, in the order of their reports."""
    fitting = _of_the_period(asked, hits)
    nearest, best = max(map(_nearness, fitting)), max(map(_own, fitting))
    whole = {report.id: report for report in reports}
    taken: list[Sentence] = []
    room = _ROOM
    for hit in _on_the_subject(terms, fitting):
        if _nearness(hit) < nearest - _APART:
            continue
        opens = _own(hit) >= best - _OPENS
        for sentence in _opened(hit.sentence, whole[hit.sentence.report]) if opens else [hit.sentence]:
            if sentence in taken:
                continue
            room -= len(sentence.text)
            if len(taken) == _MAX_LINES or (taken and room < 0):
                return _in_order(taken)
            taken.append(sentence)
    return _in_order(taken)


def _on_the_subject(terms: Sequence[Term], hits: Sequence[Hit]) -> list[Hit]:
    """The hits, but for those that only stand beside a few that stand out, under no heading of the subject."""
    ranked = sorted(hits, key=_own, reverse=True)
    gaps = [_own(one) - _own(other) for one, other in itertools.pairwise(ranked[: _FIRST + 1])]
    core = next((ranked[: n + 1] for n, gap in enumerate(gaps) if gap >= _STANDS_OUT), ranked)
    known = [term for term in terms if term.known]
    headed = {hit.sentence.section for hit in core if known and coverage(known, "".join(hit.sentence.section[1:])) > 0}
    return [hit for hit in hits if hit in core or hit.sentence.section in headed]


def _of_the_period(asked: Asked, hits: Sequence[Hit]) -> list[Hit]:
    """The hits of the asked period: of just that where the question names one and several are, else those of no other."""
    fits = {hit.sentence: agreement(asked, hit.sentence) for hit in hits}
    of_it = [hit for hit in hits if fits[hit.sentence] > 0]
    if names_period(asked.text) and len(of_it) >= _SEVERAL:
        return of_it
    return [hit for hit in hits if fits[hit.sentence] >= 0] or list(hits)


def _nearness(hit: Hit) -> float:
    """How near a hit is to the subject: its score, whatever kind of sentence it is."""
    return hit.score - hit.parts["kind"]


def _own(hit: Hit) -> float:
    """How near it is by itself, whatever stands around it."""
    return _nearness(hit) - hit.parts.get("around", 0.0)


def _opened(sentence: Sentence, report: Report) -> list[Sentence]:
    """The sentence; with all those that semicolons join to it where it is their first: 主要预期目标是：…；…；…"""
    breath = one_breath(sentence, report)
    return breath if breath[0] == sentence else [sentence]


def one_breath(sentence: Sentence, report: Report) -> list[Sentence]:
    """The sentence with those that semicolons join it to: one list of problems, of aims."""
    around = [s for s in report.sentences if s.paragraph == sentence.paragraph]
    at = around.index(sentence)
    first, last = at, at
    while first > 0 and around[first - 1].text.endswith(("；", ";")):
        first -= 1
    while around[last].text.endswith(("；", ";")) and last + 1 < len(around):
        last += 1
    return around[first : last + 1]


def _in_order(sentences: Sequence[Sentence]) -> list[Sentence]:
    return sorted(sentences, key=lambda sentence: (sentence.report, sentence.index))
