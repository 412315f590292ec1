"""A question about a part of the report -> its outline, or the sentences of the section that treats the subject."""

from collections.abc import Sequence

from qa.answering.evidence import cite
from qa.domain import Hit, Report, Section, Sentence, Statement
from qa.retrieval.kinds import quoted_terms
from qa.retrieval.question import Asked, agreement
from qa.retrieval.terms import Term, coverage

# Longest outline given; a section with fewer parts than this has none worth giving.
_MAX_PARTS, _LEAST_PARTS = 12, 3
# A section treats a subject where its title speaks of this share of it, or where this share of the best hits stand in it.
_TITLE_COVERS = 0.5
_HITS_INSIDE = 0.5
_BEST_HITS = 6
_MAX_LINES = 10
# A sentence shorter than this, without a figure or a name, says little: 创新生态持续改善.
_CONCRETE_CHARS = 40
# Sentences that hold a quoted word, at the most; and the log-odds by which a list stands out among the hits.
_MAX_ITEMS = 12
_STANDS_OUT = 1.5


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


def treatment(terms: Sequence[Term], hits: Sequence[Hit], reports: Sequence[Report]) -> list[Sentence]:
    """The sentences of the innermost section that treats a subject; empty where the hits point to none."""
    best = hits[0].sentence
    inside = sum(hit.sentence.section == best.section for hit in hits[:_BEST_HITS])
    if len(best.section) < 2:
        return []
    if coverage(terms, best.section[-1]) < _TITLE_COVERS and inside < _HITS_INSIDE * min(_BEST_HITS, len(hits)):
        return []
    report = next(report for report in reports if report.id == best.report)
    section = [s for s in report.sentences if s.section == best.section and not s.heading]
    return _most_telling(terms, section)


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


def _most_telling(terms: Sequence[Term], sentences: Sequence[Sentence]) -> list[Sentence]:
    """At most _MAX_LINES of a section, in its order: rather those with figures or names, and of what is asked."""

    def telling(sentence: Sentence) -> float:
        concrete = (
            any(char.isdigit() or char in "“《" for char in sentence.text) or len(sentence.text) > _CONCRETE_CHARS
        )
        return coverage(terms, sentence.text) + concrete

    best = sorted(sentences, key=telling, reverse=True)[:_MAX_LINES]
    return [sentence for sentence in sentences if sentence in best]


def enumeration(asked: Asked, terms: Sequence[Term], hits: Sequence[Hit], reports: Sequence[Report]) -> list[Sentence]:
    """The sentence that is itself the list asked for, or those that hold a quoted word; empty where neither is there."""
    for word in quoted_terms(asked.text):
        holding = [s for report in reports for s in report.sentences if word in s.text and not s.heading]
        fitting = [s for s in holding if agreement(asked, s) > 0] or [s for s in holding if agreement(asked, s) >= 0]
        if len(fitting) > 1:
            return fitting[:_MAX_ITEMS]
    best = hits[0].sentence
    shares = [coverage(terms, hit.sentence.text) for hit in hits[:2]]
    alone = len(shares) < 2 or shares[0] >= shares[1] or hits[0].score - hits[1].score > _STANDS_OUT
    return [best] if best.text.count("、") >= 1 and alone else []


def _parts(report: Report, section: Section) -> list[Section]:
    return [other for other in report.sections if other.path[:-1] == section.path and other.title != section.title]


def _fit(asked: Asked, terms: Sequence[Term], report: Report, section: Section) -> float:
    """How well a section is the one asked about: its title covers the terms, its sentences are of the asked period."""
    head = next((s for s in report.sentences if s.start <= section.start < s.end), None)
    period = agreement(asked, head) if head else 0.0
    return coverage(terms, section.title) + 0.5 * period - 0.05 * section.level if terms or period > 0 else 0.0
