"""A question about a subject, or about a whole period -> the passages that treat it, as many as a short answer holds."""

from collections import Counter
from collections.abc import Sequence

from qa.answering.overviews.about import about, by_itself
from qa.answering.overviews.indicators import main_indicators, subject_of
from qa.answering.overviews.passages import Passage, counts, telling
from qa.domain import Hit, Report, Sentence
from qa.retrieval.periods import names_period
from qa.retrieval.question import Asked, agreement
from qa.retrieval.terms import Term

# Lines and characters of a summary, at the most.
_MAX_LINES, _ROOM = 10, 450
# What only stands beside the subject is told of up to so much.
_FEW_LINES, _LITTLE_ROOM = 6, 300
# Where so many sentences are of the asked period, those of a longer one are left out.
_SEVERAL = 3
# A sentence this much below the best (log-odds), whatever stands around it, is about something else.
_APART = 8.0
# Each further sentence of a paragraph must be this much better than the next one of another, so that all sides are told of; and so
# much each of its characters costs it.
_AGAIN, _LONG = 0.7, 0.02
# Where nothing speaks of the subject, a sentence this much below the nearest is of another.
_NEAR = 4.0
# A sentence this little below the best brings along what it opens.
_OPENS = 2.0


def treatment(asked: Asked, terms: Sequence[Term], hits: Sequence[Hit], reports: Sequence[Report]) -> list[Passage]:
    """What is told of a subject, in the order of the reports; of a whole period, its main indicators first of all."""
    of_report = {report.id: report for report in reports}
    fitting = _of_the_period(asked, hits)
    report = of_report[fitting[0].sentence.report]
    subject = subject_of(asked, terms, report)
    if not subject:
        return _of_all(asked, fitting, report)
    sure, beside = ([hit for hit in found if not hit.sentence.heading] for found in about(subject, fitting, of_report))
    sentences: list[Sentence] = []
    for hit in _in_turn(sure, _AGAIN):
        opens = by_itself(hit) >= max(map(by_itself, sure)) - _OPENS
        sentences += _opened(hit.sentence, of_report[hit.sentence.report]) if opens else [hit.sentence]
    if not sure:
        beside = [hit for hit in beside if _nearness(hit) >= max(map(_nearness, beside)) - _NEAR]
    return _as_many_as_fit(sentences, subject, [hit.sentence for hit in (_in_turn(beside, _AGAIN) if sure else beside)])


def _of_all(asked: Asked, hits: Sequence[Hit], report: Report) -> list[Passage]:
    """A whole period: its main indicators, then what else can be counted, of each paragraph in turn; its aims stand at one place."""
    first = main_indicators(asked, report)
    if first and asked.forward:
        return _as_many_as_fit([*one_breath(first[0], report), *first])
    told = [hit for hit in hits if not hit.sentence.heading]
    counted = [hit for hit in told if counts(hit.sentence.text)] or told
    return _as_many_as_fit([*first, *(hit.sentence for hit in _in_turn(counted, _APART))])


def _in_turn(hits: Sequence[Hit], again: float) -> list[Hit]:
    """The hits, best first, where a long one counts less, and each further one of a paragraph by so much."""
    seen: Counter[tuple[str, int]] = Counter()
    worth: list[tuple[float, Hit]] = []
    best = max((hit.score for hit in hits), default=0.0)
    for hit in sorted(hits, key=lambda hit: -hit.score):
        if hit.score < best - _APART:
            break
        place = (hit.sentence.report, hit.sentence.paragraph)
        worth.append((hit.score - again * seen[place] - _LONG * len(telling(hit.sentence).text), hit))
        seen[place] += 1
    return [hit for _, hit in sorted(worth, key=lambda one: -one[0])]


def _as_many_as_fit(
    sentences: Sequence[Sentence], terms: Sequence[Term] = (), others: Sequence[Sentence] = ()
) -> list[Passage]:
    """What the sentences tell, the first ones first as long as there is room, in the order of their reports.

    `others` may be of something else: they only lengthen what would be short, and stand alone where there is nothing better.
    """
    taken: list[Passage] = []
    for sentence in dict.fromkeys((*sentences, *others)):
        lines, room = (_MAX_LINES, _ROOM) if sentence in sentences or not sentences else (_FEW_LINES, _LITTLE_ROOM)
        passage = telling(sentence, terms)
        used = sum(len(other.text) for other in taken)
        if not taken or (len(taken) < lines and used + len(passage.text) <= room):
            taken.append(passage)
    return sorted(taken, key=lambda passage: (passage.sentence.report, passage.sentence.index))


def _of_the_period(asked: Asked, hits: Sequence[Hit]) -> list[Hit]:
    """The hits of the asked period: of just that where the question names one and several are, else those of no other."""
    fits = {hit.sentence: agreement(asked, hit.sentence) for hit in hits}
    of_it = [hit for hit in hits if fits[hit.sentence] > 0]
    if names_period(asked.text) and len(of_it) >= _SEVERAL:
        return of_it
    return [hit for hit in hits if fits[hit.sentence] >= 0] or list(hits)


def _nearness(hit: Hit) -> float:
    """How near a hit is with what stands around it, whatever kind of sentence it is."""
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
