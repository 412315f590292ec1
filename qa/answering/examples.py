"""Reports -> questions that they can answer, drawn from their own headings and targets."""

import re
from collections.abc import Sequence

from qa.domain import Report, Section, Status

_INDICATORS = ("地区生产总值", "国内生产总值", "一般公共预算收入", "城镇新增就业", "固定资产投资")
_HEADING_NUMBER = re.compile(r"^(?:第?[一二三四五六七八九十]+[、，是]|（[一二三四五六七八九十]+）|\d+[.、])")
_TITLE_CHARS = range(4, 16)


def example_questions(reports: Sequence[Report]) -> list[str]:
    """At most four questions about the newest report: a result, a target, a section's measures, a mention."""
    if not reports:
        return []
    report = max(reports, key=lambda report: report.year)
    questions = []
    if indicator := _indicator(report, Status.DONE, str(report.year - 1)):
        questions.append(f"{report.year - 1}年{indicator}增长多少？")
    if indicator := _indicator(report, Status.TARGET, str(report.year)):
        questions.append(f"{report.year}年{indicator}的目标是多少？")
    if topic := _topic(report):
        questions.append(f"{report.year}年在“{topic}”方面有哪些举措？")
    questions.append("报告里提到几次“高质量发展”？")
    return questions


def _indicator(report: Report, status: Status, period: str) -> str:
    texts = [s.text for s in report.sentences if s.status is status and s.period == period]
    return next((name for name in _INDICATORS if any(f"{name}增长" in text for text in texts)), "")


def _topic(report: Report) -> str:
    """A short heading from the middle of the year's tasks."""
    tasks = {s.section for s in report.sentences if s.status is Status.TARGET and s.section}
    leaves = [section for section in report.sections if section.path in tasks and not _has_children(section, report)]
    titles = [_HEADING_NUMBER.sub("", section.title) for section in leaves]
    short = [title for title in titles if len(title) in _TITLE_CHARS]
    return short[len(short) // 3] if short else ""


def _has_children(section: Section, report: Report) -> bool:
    return any(other.path[:-1] == section.path for other in report.sections)
