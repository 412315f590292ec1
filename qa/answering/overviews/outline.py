"""A question about the parts of a section -> its headings, or the one that is asked for by its number, with what it says."""

import re
from collections.abc import Sequence

from qa.answering.evidence import cite
from qa.answering.figures.numerals import chinese
from qa.answering.overviews.indicators import subject_of
from qa.domain import Report, Section, Statement
from qa.retrieval.kinds import Kind
from qa.retrieval.question import Asked, agreement
from qa.retrieval.terms import Term, coverage

# Longest outline given; a section with fewer parts than this has none worth giving.
_MAX_PARTS, _LEAST_PARTS = 12, 3
# A section of as many parts as are asked about gains so much.
_AS_MANY = 0.5
# It is the one asked about (五种角色) if its headings speak of this share of the rest of the question.
_COVERS = 0.5
# A question that names so many things asks for one of what is said, not for all of it.
_PARTICULAR = 2
# What a part says is given up to so many characters.
_ROOM = 300
_NUMBER = r"(?P<number>[一二三四五六七八九十]{1,2}|\d{1,2})"
_NTH = re.compile(rf"第{_NUMBER}(?:条|项|点|个?方面)")
_SO_MANY = re.compile(rf"(?<![第一二三四五六七八九十\d]){_NUMBER}(?:个|大|条|项|种|块|点|方面)(?!月)")

# The part of a report in which a government speaks of itself, by what a question calls it, and by its headings.
_ITSELF = re.compile(r"自身建设|政府(?:自己|自身|本身|内部)|管好自己")
_OF_ITSELF = re.compile(r"自身建设|治理效能")
# The last part, whatever it is about; annexes are no part of the speech.
_LAST = re.compile(
    r"(?:最后|末尾|结尾)(?:那|这)?(?:的|一)?(?:个|大)?(?:部分|章|块|节|段)|报告(?:的)?(?:最后|末尾|结尾)"
)
_ANNEX = re.compile(r"附件|附录|名词|注释")
# What it admits is told elsewhere.
_ADMITS = re.compile(r"承认|不足|问题|短板|毛病|困难|差距|没做好|挑战")


def outline_of(asked: Asked, terms: Sequence[Term], reports: Sequence[Report]) -> list[Statement]:
    """The parts of the section that a question asks the outline of; empty where none fits."""
    many = _number(_SO_MANY, asked.text)
    found = [
        (fit, report, parts)
        for report in reports
        for section in report.sections
        if len(parts := _parts(report, section)) >= _LEAST_PARTS
        and (fit := _fit(asked, terms, report, section, len(parts) == many)) > 0
    ]
    if not found:
        return []
    _, report, parts = max(found, key=lambda one: one[0])
    if nth := _number(_NTH, asked.text):
        return _told_of(parts[nth - 1], report) if nth <= len(parts) else []
    return [_head(part, report) for part in parts[:_MAX_PARTS]]


def parts_of_named(asked: Asked, terms: Sequence[Term], reports: Sequence[Report]) -> list[Statement]:
    """The heads of the section that a question names by its place or its purpose (最后一部分, 政府自己怎么改进); else empty."""
    past = asked.forward is False and asked.first is not None
    if asked.kind is Kind.FACT or past or _ADMITS.search(asked.text) or _NTH.search(asked.text):
        return []
    itself, last = _ITSELF.search(asked.text), _LAST.search(asked.text)
    for report in reports:
        main = [s for s in report.sections if s.level == 1 and not _ANNEX.search(s.title)]
        named = [s for s in report.sections if _OF_ITSELF.search(s.title)] if itself or last else []
        for section in (*named[-1:], *(main[-1:] if last and not itself else [])):
            parts = _parts(report, section)
            if len(parts) >= _LEAST_PARTS and not _tells(asked, terms, report, section):
                return [_head(part, report) for part in parts[:_MAX_PARTS]]
    return []


def _tells(asked: Asked, terms: Sequence[Term], report: Report, section: Section) -> bool:
    """Whether a sentence of a section tells what is asked itself: 最后说要用哪两个指数换群众的满意和幸福."""
    subject = subject_of(asked, terms, report)
    if asked.kind is Kind.OUTLINE or len(subject) < _PARTICULAR:
        return False
    inside = (s.text for s in report.sentences if section.start < s.start < section.end)
    return any(coverage(subject, text) >= _COVERS for text in inside)


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


def _fit(asked: Asked, terms: Sequence[Term], report: Report, section: Section, as_many: bool) -> float:
    """How well a section is the one asked about: its title speaks of the subject, it has as many parts, is of the period."""
    head = next((s for s in report.sentences if s.start <= section.start < s.end), None)
    period = agreement(asked, head) if head else 0.0
    subject = subject_of(asked, terms, report)
    if not as_many and subject and not coverage(subject, section.title):
        return 0.0
    if not terms and period <= 0:
        return 0.0
    return coverage(terms, section.title) + _AS_MANY * as_many + 0.5 * period - 0.05 * section.level


def _number(pattern: re.Pattern[str], text: str) -> int:
    """The number that a pattern finds in a text; 0 where it finds none."""
    match = pattern.search(text)
    if not match:
        return 0
    return int(match["number"]) if match["number"].isdigit() else int(chinese(match["number"]) or 0)
