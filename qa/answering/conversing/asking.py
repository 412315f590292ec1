"""A report -> questions about it, each with the sentence that it was made from."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from qa.answering.figures import Direction, Figure, find_figures
from qa.domain import Report, Section, Sentence, Status

_HEADING_NUMBER = re.compile(r"^(?:第?[一二三四五六七八九十]+[、，是]|（[一二三四五六七八九十]+）|\d+[.、])")
_MEASURE = re.compile(r"[亿万]*(?:元|人|亩|户|家|个|项|条|公里|吨|斤|所|件|座|套)$")
# A subject that reads well in a question: Chinese characters alone, neither a fragment nor half a sentence.
_SUBJECT = re.compile(r"[\u4e00-\u9fff]{4,12}")
_LOOSE = re.compile(r"^[了的为达将约]|[占达为到超了]$|其中|以上|左右")
_TITLE_CHARS = range(4, 16)


@dataclass(frozen=True, slots=True)
class Made:
    """A question, and the sentence that answers it."""

    question: str
    sentence: Sentence


def about_figures(sentence: Sentence) -> Iterator[Made]:
    """What its figures are: 2022年固定资产投资增长多少？"""
    for figure in find_figures(sentence.text):
        if question := _figure_question(sentence, figure):
            yield Made(question, sentence)


def about_gap(done: Sentence, aims: list[Sentence]) -> Iterator[Made]:
    """How far the aims of a year are from what was done the year before, of subjects with one figure of one unit in both."""
    for aim in aims:
        if not (aim.period.isdigit() and done.period.isdigit() and int(aim.period) == int(done.period) + 1):
            continue
        for figure in find_figures(aim.text):
            if not is_subject(figure.subject):
                continue
            same = [f for f in find_figures(done.text) if (f.subject, f.unit) == (figure.subject, figure.unit)]
            if len(same) == 1:
                yield Made(
                    f"{aim.period}年{figure.subject}的目标和{done.period}年的实际相差多少？",
                    aim,
                )


def about_section(section: Section, sentence: Sentence) -> Iterator[Made]:
    """What a section lists and, at one's length, says."""
    title = short_title(section)
    if len(title) in _TITLE_CHARS and "“" not in title:
        if sentence.status in (Status.TARGET, Status.PLAN):
            yield Made(f"{when(sentence)}在“{title}”方面有哪些举措？", sentence)
        yield Made(f"概括一下“{title}”。", sentence)


def short_title(section: Section) -> str:
    """A heading without its number."""
    return _HEADING_NUMBER.sub("", section.title.lstrip("—")).rstrip("。，；：")


def leaves(report: Report) -> list[Section]:
    """The sections that have no others below them."""
    return [s for s in report.sections if not any(other.path[:-1] == s.path for other in report.sections)]


def is_subject(text: str) -> bool:
    """Whether a figure's subject reads well in a question."""
    return bool(_SUBJECT.fullmatch(text)) and not _LOOSE.search(text)


def when(sentence: Sentence) -> str:
    """A sentence's period as a question says it."""
    first, _, last = sentence.period.partition("–")
    if not last:
        return f"{first}年"
    return "过去五年" if sentence.status is Status.DONE else "今后五年"


def _figure_question(sentence: Sentence, figure: Figure) -> str:
    subject = figure.subject
    if figure.kind != "quantity" or not is_subject(subject):
        return ""
    if sentence.status in (Status.TARGET, Status.PLAN):
        return f"{when(sentence)}{subject}的目标是多少？"
    if figure.direction is Direction.UP_BY:
        return f"{when(sentence)}{subject}增长多少？"
    if figure.direction is Direction.ADDED and (measure := _MEASURE.search(figure.unit)):
        return f"{when(sentence)}新增{subject.replace('新增', '')}多少{measure[0]}？"
    if figure.direction in (Direction.LEVEL, Direction.UP_TO, Direction.DOWN_TO):
        return f"{when(sentence)}{subject}是多少？"
    return ""
