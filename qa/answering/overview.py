"""A question about a subject -> the sentences that treat it, as many as a short answer holds."""

from collections.abc import Sequence

from qa.domain import Hit, Report, Sentence
from qa.retrieval.periods import names_period
from qa.retrieval.question import Asked, agreement

# Lines and characters of a summary, at the most. A sentence further below the nearest than this (log-odds), whatever figures it
# holds, is about something else; where so many are of the asked period, those of a longer one are left out.
_MAX_LINES, _ROOM, _APART, _SEVERAL = 10, 450, 4.0, 3


def treatment(asked: Asked, hits: Sequence[Hit], reports: Sequence[Report]) -> list[Sentence]:
    """The best sentences on a subject, as many as a short answer holds, in the order of their reports."""
    fitting = _of_the_period(asked, hits)
    nearest = max(map(_nearness, fitting))
    whole = {report.id: report for report in reports}
    taken: list[Sentence] = []
    room = _ROOM
    for hit in fitting:
        if _nearness(hit) < nearest - _APART:
            continue
        for sentence in _opened(hit.sentence, whole[hit.sentence.report]):
            if sentence in taken:
                continue
            room -= len(sentence.text)
            if len(taken) == _MAX_LINES or (taken and room < 0):
                return _in_order(taken)
            taken.append(sentence)
    return _in_order(taken)


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
