"""A question about a part of the report -> its outline, or the sentences of the section that treats the subject."""

import re
from collections import Counter
from collections.abc import Sequence

from qa.answering.evidence import cite
from qa.domain import Hit, Report, Section, Sentence, Statement
from qa.retrieval.kinds import quoted_terms
from qa.retrieval.periods import names_period
from qa.retrieval.question import Asked, agreement
from qa.retrieval.terms import Term, coverage

# Longest outline given; a section with fewer parts than this has none worth giving.
_MAX_PARTS, _LEAST_PARTS = 12, 3
# Lines and characters of a summary, at the most. A sentence further below the nearest than this (log-odds), whatever figures it
# holds, is about something else; where so many are of the asked period, those of a longer one are left out.
_MAX_LINES, _ROOM, _APART, _SEVERAL = 10, 450, 4.0, 3
# Sentences that hold a quoted word, at the most; and the log-odds by which a list stands out among the hits.
_MAX_ITEMS = 12
# So many sentences of one paragraph that hold a quoted word are a list.
_POINTS = 3
_STANDS_OUT = 1.5
# 三个万亿级的基地, “三个中心”: how many are asked about, and the first two characters of what.
_SO_MANY = re.compile(r"(?P<many>[二三四五六七八九]|(?<!\d)[2-9])[个大](?P<thing>[一-鿿]{2})")


def outline_of(asked: Asked, terms: Sequence[Term], reports: Sequence[Report]) -> list[Statement]:
    """The parts of the section that a question asks the outline of; empty where none fits."""
    found = [
        (fit, report, section, parts)
        for report in reports
        for section in report.sections
        if len(parts := _parts(report, section)) >= _LEAST_PARTS and (fit := _fit(asked, terms, report, section)) > 0
    ]
    if not found:
        return []
    _, report, _, parts = max(found, key=lambda one: one[0])
    heads = [next(s for s in report.sentences if s.start <= part.start < s.end) for part in parts]
    return [
        Statement(part.title, (cite(head, part.start, part.start + len(part.title)),))
        for part, head in zip(parts[:_MAX_PARTS], heads, strict=False)
    ]


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


def _in_order(sentences: Sequence[Sentence]) -> list[Sentence]:
    return sorted(sentences, key=lambda sentence: (sentence.report, sentence.index))


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


def enumeration(
    asked: Asked, terms: Sequence[Term], hits: Sequence[Hit], others: Sequence[Sentence], reports: Sequence[Report]
) -> list[Sentence]:
    """The sentence that is itself the list asked for, or those that hold a quoted word; empty where neither is there.

    `others` were found for other periods too: what a name stands for may be told there.
    """
    if named := _of_so_many(asked.text, [*(hit.sentence for hit in hits), *others]):
        return [named]
    for word in quoted_terms(asked.text):
        holding = [s for report in reports for s in report.sentences if word in s.text and not s.heading]
        holding = [s for s in holding if agreement(asked, s) >= 0]
        fitting = _in_one_place(holding) or [s for s in holding if agreement(asked, s) > 0] or holding
        if len(fitting) > 1:
            return fitting[:_MAX_ITEMS]
    best = hits[0].sentence
    shares = [coverage(terms, hit.sentence.text) for hit in hits[:2]]
    alone = len(shares) < 2 or shares[0] >= shares[1] or hits[0].score - hits[1].score > _STANDS_OUT
    return [best] if best.text.count("、") >= 1 and alone else []


def _of_so_many(question: str, sentences: Sequence[Sentence]) -> Sentence | None:
    """The sentence that names as many things as are asked about: 三个中心 -> …航运中心、…物流中心、…金融中心."""
    match = _SO_MANY.search(question)
    if not match:
        return None
    many, thing = "一二三四五六七八九".find(match["many"]) + 1 or int(match["many"]), match["thing"]
    numeral = f"(?:{many}|{'一二三四五六七八九'[many - 1]})"
    before = re.compile(rf"(?:[^、，；]+、){{{many - 1}}}[^、，；]+?等?{numeral}[个大]{re.escape(thing)}")
    ending = re.compile(rf"(?:[^、，；]+{re.escape(thing)}[、和]){{{many - 1}}}[^、，；]*{re.escape(thing)}")
    return next((s for s in sentences if many > 1 and (before.search(s.text) or ending.search(s.text))), None)


def _in_one_place(holding: Sequence[Sentence]) -> list[Sentence]:
    """The sentences of the paragraph that holds most of them, at least three: a list told point by point (必须…；必须…)."""
    if not holding:
        return []
    (report, paragraph), many = Counter((s.report, s.paragraph) for s in holding).most_common(1)[0]
    here = [s for s in holding if (s.report, s.paragraph) == (report, paragraph)]
    return here if many >= _POINTS and 2 * many > len(holding) else []


def _parts(report: Report, section: Section) -> list[Section]:
    return [other for other in report.sections if other.path[:-1] == section.path and other.title != section.title]


def _fit(asked: Asked, terms: Sequence[Term], report: Report, section: Section) -> float:
    """How well a section is the one asked about: its title covers the terms, its sentences are of the asked period."""
    head = next((s for s in report.sentences if s.start <= section.start < s.end), None)
    period = agreement(asked, head) if head else 0.0
    return coverage(terms, section.title) + 0.5 * period - 0.05 * section.level if terms or period > 0 else 0.0
