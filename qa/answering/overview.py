"""A question about a part of the report -> its outline, or the sentences of the section that treats the subject."""

from collections.abc import Sequence

from qa.answering.evidence import cite
from qa.domain import Hit, Report, Section, Sentence, Statement
from qa.retrieval.question import Asked, agreement
from qa.retrieval.terms import Term, coverage

# Longest outline given; a section with fewer parts than this has none worth giving.
_MAX_PARTS, _LEAST_PARTS = 12, 3
# A section treats a subject where its title speaks of this share of it, or where this share of the best hits stand in it.
_TITLE_COVERS = 0.5
_HITS_INSIDE = 0.5
_BEST_HITS = 6
_MAX_LINES = 8


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
    return [s for s in report.sentences if s.section == best.section and not s.heading][:_MAX_LINES]


def _parts(report: Report, section: Section) -> list[Section]:
    return [other for other in report.sections if other.path[:-1] == section.path and other.title != section.title]


def _fit(asked: Asked, terms: Sequence[Term], report: Report, section: Section) -> float:
    """How well a section is the one asked about: its title covers the terms, its sentences are of the asked period."""
    head = next((s for s in report.sentences if s.start <= section.start < s.end), None)
    period = agreement(asked, head) if head else 0.0
    return coverage(terms, section.title) + 0.5 * period - 0.05 * section.level if terms or period > 0 else 0.0
