"""A question about the parts of a section -> its headings, or the one that is asked for by its number, with what it says."""

import re
from collections.abc import Sequence

from qa.answering.evidence import cite
from qa.answering.figures.numerals import chinese
from qa.domain import Report, Section, Statement
from qa.retrieval.question import Asked, agreement
from qa.retrieval.terms import Term, coverage

# Longest outline given; a section with fewer parts than this has none worth giving.
_MAX_PARTS, _LEAST_PARTS = 12, 3
# A section of as many parts as are asked about gains so much.
_AS_MANY = 0.5
# It is the one asked about (五种角色) if its headings speak of this share of the rest of the question.
_COVERS = 0.5
# What a part says is given up to so many characters.
_ROOM = 300
_NUMBER = r"(?P<number>[一二三四五六七八九十]{1,2}|\d{1,2})"
_NTH = re.compile(rf"第{_NUMBER}(?:条|项|点|个?方面)")
_SO_MANY = re.compile(rf"(?<![第一二三四五六七八九十\d]){_NUMBER}(?:个|大|条|项|种|块|点|方面)(?!月)")


def outline_of(asked: Asked, terms: Sequence[Term], reports: Sequence[Report]) -> list[Statement]:
    """The parts of the section that a question asks the outline of; empty where none fits."""
    many = _number(_SO_MANY, asked.text)
    found = [
        (fit + _AS_MANY * (len(parts) == many), report, parts)
        for report in reports
        for section in report.sections
        if len(parts := _parts(report, section)) >= _LEAST_PARTS and (fit := _fit(asked, terms, report, section)) > 0
    ]
    if not found:
        return []
    _, report, parts = max(found, key=lambda one: one[0])
    if nth := _number(_NTH, asked.text):
        return _told_of(parts[nth - 1], report) if nth <= len(parts) else []
    return [_head(part, report) for part in parts[:_MAX_PARTS]]


def parts_by_number(asked: Asked, terms: Sequence[Term], reports: Sequence[Report]) -> list[Statement]:
    """The parts of the section that has just as many as a question asks for (五种角色), if its headings speak of the subject."""
    many, known = _number(_SO_MANY, asked.text), [term for term in terms if term.known]
    if many < _LEAST_PARTS or not known:
        return []
    found = [
        (coverage(known, section.title + "".join(part.title for part in parts)), report, parts)
        for report in reports
        for section in report.sections
        if len(parts := _parts(report, section)) == many
    ]
    fit, report, parts = max(found, key=lambda one: one[0], default=(0.0, reports[0], []))
    return [_head(part, report) for part in parts] if fit >= _COVERS else []


def _told_of(part: Section, report: Report) -> list[Statement]:
    """A heading, and the first sentences below it."""
    told: list[Statement] = []
    room = _ROOM
    for sentence in (s for s in report.sentences if part.start <= s.start < part.end):
        room -= len(sentence.text)
        if told and room < 0:
            break
        told.append(Statement(sentence.text.rstrip("；，"), (cite(sentence),)))
    return told


def _head(part: Section, report: Report) -> Statement:
    sentence = next(s for s in report.sentences if s.start <= part.start < s.end)
    return Statement(part.title, (cite(sentence, part.start, part.start + len(part.title)),))


def _parts(report: Report, section: Section) -> list[Section]:
    return [other for other in report.sections if other.path[:-1] == section.path and other.title != section.title]


def _fit(asked: Asked, terms: Sequence[Term], report: Report, section: Section) -> float:
    """How well a section is the one asked about: its title covers the terms, its sentences are of the asked period."""
    head = next((s for s in report.sentences if s.start <= section.start < s.end), None)
    period = agreement(asked, head) if head else 0.0
    return coverage(terms, section.title) + 0.5 * period - 0.05 * section.level if terms or period > 0 else 0.0


def _number(pattern: re.Pattern[str], text: str) -> int:
    """The number that a pattern finds in a text; 0 where it finds none."""
    match = pattern.search(text)
    if not match:
        return 0
    return int(match["number"]) if match["number"].isdigit() else int(chinese(match["number"]) or 0)
