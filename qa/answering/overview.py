"""A question about a part of the report -> its outline, or the sentences of the section that treats the subject."""

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence

from qa.answering.evidence import cite
from qa.domain import Hit, Report, Section, Sentence, Statement
from qa.retrieval.kinds import quoted_terms
from qa.retrieval.question import Asked, agreement
from qa.retrieval.terms import Term, coverage

# Longest outline given; a section with fewer parts than this has none worth giving.
_MAX_PARTS, _LEAST_PARTS = 12, 3
# Lines of a summary, at the most. A paragraph of up to so many sentences treats the subject and nothing else where its title
# speaks of this share of it, or is itself among the very best hits.
_MAX_LINES, _SHORT_RUN = 10, 14
_TITLE_COVERS = 0.5
_BEST_HITS = 3
# A hit counts 1 / (rank + this) for its paragraph; one that has this share of the first's weight treats the subject as well.
_DAMPING = 2.0
_AS_WELL = 0.8
# In a paragraph of several subjects, a sentence further below its second best than this (log-odds) is about another.
_APART = 4.0
# A sentence shorter than this, without a figure or a name, says little: 创新生态持续改善. One that says something is worth so
# much more (log-odds).
_CONCRETE_CHARS, _CONCRETE, _NAMED = 25, 2.0, 1.0
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


def treatment(asked: Asked, terms: Sequence[Term], hits: Sequence[Hit], reports: Sequence[Report]) -> list[Sentence]:
    """The sentences that treat a subject: those of the paragraph where most of what was found stands, in its order."""
    known = [term for term in terms if term.known]
    ranked = sorted(_weights(known, hits).items(), key=lambda one: -one[1])
    found = {hit.sentence: hit.score for hit in hits}
    told: list[Sentence] = []
    for (report_id, paragraph), weight in ranked:
        if weight < _AS_WELL * ranked[0][1]:
            break
        report = next(report for report in reports if report.id == report_id)
        run = [s for s in report.sentences if s.paragraph == paragraph and not s.heading and agreement(asked, s) >= 0]
        told += _treating(known, run, hits, found)
    lowest = hits[-1].score - 1.0

    def worth(sentence: Sentence) -> float:
        return found.get(sentence, lowest) + _NAMED * _names(known, sentence) + _CONCRETE * _concrete(sentence)

    best = sorted(told, key=worth, reverse=True)[:_MAX_LINES]
    return sorted(best, key=lambda sentence: (sentence.report, sentence.index))


def _weights(terms: Sequence[Term], hits: Sequence[Hit]) -> dict[tuple[str, int], float]:
    """How much of what was found stands in each paragraph, by rank: one boilerplate sentence found first must not decide."""
    weights: dict[tuple[str, int], float] = {}
    titles: dict[tuple[str, int], str] = {}
    for rank, hit in enumerate(hits):
        key = (hit.sentence.report, hit.sentence.paragraph)
        weights[key] = weights.get(key, 0.0) + 1.0 / (rank + _DAMPING)
        titles[key] = hit.sentence.section[-1] if hit.sentence.section[1:] else ""
    return {key: weight * (1.0 + (coverage(terms, titles[key]) if terms else 0.0)) for key, weight in weights.items()}


def _treating(
    terms: Sequence[Term], run: Sequence[Sentence], hits: Sequence[Hit], found: Mapping[Sentence, float]
) -> list[Sentence]:
    """Those of a paragraph that speak of the subject: all where it treats nothing else, or those found nearly as well as its best."""
    if not run:
        return []
    title = run[0].section[-1] if run[0].section[1:] else ""
    place = (run[0].report, run[0].paragraph)
    headed = any(s.heading and (s.report, s.paragraph) == place for s in (hit.sentence for hit in hits[:_BEST_HITS]))
    if len(run) <= _SHORT_RUN and (headed or (terms and coverage(terms, title) >= _TITLE_COVERS)):
        return list(run)
    scores = sorted((found[sentence] for sentence in run if sentence in found), reverse=True)
    if not scores:
        return []
    least = scores[min(1, len(scores) - 1)] - _APART
    chosen = {s.index for s in run if found.get(s, -math.inf) >= least}
    return [s for s in run if s.index in chosen or {s.index - 1, s.index + 1} <= chosen]


def _names(terms: Sequence[Term], sentence: Sentence) -> float:
    """How much a sentence names one of the subjects, whichever: it need not speak of all that is asked about."""
    return max((term.is_in(sentence.text.lower()) for term in terms), default=0.0)


def _concrete(sentence: Sentence) -> bool:
    """Whether a sentence says something of its own: a figure, a name, or more than a slogan."""
    return any(char.isdigit() or char in "“《" for char in sentence.text) or len(sentence.text) > _CONCRETE_CHARS


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
