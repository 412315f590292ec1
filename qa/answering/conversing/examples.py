"""Reports -> questions to begin with, one of each kind, drawn from their own headings and figures."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from qa.answering.conversing.asking import about_figures, about_gap, leaves, short_title, when
from qa.domain import Report, Sentence, Status

Kind = Literal["figure", "gap", "list", "summary", "mention"]

_TITLE_CHARS = range(4, 14)
# What readers look for in any report, asked for as a word where the report has it.
_WORDS = ("营商环境", "专精特新", "人工智能", "乡村振兴", "高质量发展")


@dataclass(frozen=True, slots=True)
class Example:
    """A question to begin with and its kind: figure 查数字, gap 比目标与实际, list 列清单, summary 概括, mention 有没有提到."""

    kind: Kind
    question: str


def example_questions(reports: Sequence[Report]) -> list[Example]:
    """At most five questions about the newest report, one of each kind that it has matter for."""
    if not reports:
        return []
    report = max(reports, key=lambda report: report.year)
    kinds: list[tuple[Kind, Iterator[str]]] = [
        ("figure", _figures(report)),
        ("gap", _gaps(report)),
        ("list", _lists(report)),
        ("summary", _summaries(report)),
        ("mention", _mentions(report)),
    ]
    found = [(kind, next(questions, "")) for kind, questions in kinds]
    return [Example(kind, question) for kind, question in found if question]


def _done(report: Report) -> list[Sentence]:
    return [s for s in report.sentences if s.status is Status.DONE and s.period == str(report.year - 1)]


def _aims(report: Report) -> list[Sentence]:
    return [s for s in report.sentences if s.status is Status.TARGET and s.period == str(report.year)]


def _figures(report: Report) -> Iterator[str]:
    for sentence in _done(report):
        for made in about_figures(sentence):
            yield made.question


def _gaps(report: Report) -> Iterator[str]:
    for sentence in _done(report):
        for made in about_gap(sentence, _aims(report)):
            yield made.question


def _lists(report: Report) -> Iterator[str]:
    """Measures under a short heading from the middle of the year's tasks."""
    titles = _titles(report, _aims(report))
    for title in titles[len(titles) // 3 :]:
        yield f"{report.year}年在“{title}”方面有哪些举措？"


def _summaries(report: Report) -> Iterator[str]:
    for sentence in _done(report):
        for section in leaves(report):
            if section.path == sentence.section and _is_short(short_title(section)):
                yield f"概括一下{when(sentence)}“{short_title(section)}”的情况。"


def _mentions(report: Report) -> Iterator[str]:
    for word in _WORDS:
        if word in report.text:
            yield f"报告有没有提到“{word}”？"


def _titles(report: Report, sentences: Sequence[Sentence]) -> list[str]:
    paths = {sentence.section for sentence in sentences if sentence.section}
    titles = [short_title(section) for section in leaves(report) if section.path in paths]
    return [title for title in titles if _is_short(title)]


def _is_short(title: str) -> bool:
    return len(title) in _TITLE_CHARS and "“" not in title
