"""A question that the reports do not answer -> what was looked for, and how to ask otherwise."""

from collections.abc import Sequence

from qa.domain import Report
from qa.retrieval.question import Asked, read_question
from qa.retrieval.terms import question_terms


def advice(question: str, reports: Sequence[Report]) -> tuple[str, ...]:
    """Hints in the reader's language, the most particular first; at least one.

    >>> from qa.domain import Report
    >>> advice("有没有提到元宇宙？", [Report("r", "某省", "某省", 2023, "", "", "各位代表。")])[0]
    '报告中没有“元宇宙”这个词，可以换一个更宽或更正式的说法。'
    """
    asked = read_question(question, max(report.year for report in reports))
    hints = [*_words(asked, reports), *_period(asked, reports), *_places(asked, reports)]
    if not hints:
        hints = ["写明指标或工作的正式名称和年份；一次问一件事，往往更容易找到。"]
    return tuple(hints)


def _words(asked: Asked, reports: Sequence[Report]) -> list[str]:
    terms = question_terms(asked.topic, lambda word: 1.0)
    names = [*asked.mentioned.words] if asked.mentioned else [term.names[0] for term in terms]
    text = "".join(report.text.lower() for report in reports)
    absent = [
        name
        for name in names
        if name not in asked.places
        and not any(other in text for term in terms if term.names[0] == name for other in term.names)
        and name.lower() not in text
    ]
    if absent:
        return [f"报告中没有{_quoted(absent)}这个词，可以换一个更宽或更正式的说法。"]
    return [f"报告用到了{_quoted(names[:4])}，但没有说您问的这一点。"] if names else []


def _period(asked: Asked, reports: Sequence[Report]) -> list[str]:
    years = sorted({report.year for report in reports})
    if asked.first is None or any(year - 1 <= asked.first <= year for year in years):
        return []
    spoken = "、".join(f"{year - 1}年的完成情况和{year}年的目标" for year in years)
    return [f"报告主要写{spoken}；其他年份可以不写年份再问，看看有没有五年的数字。"]


def _places(asked: Asked, reports: Sequence[Report]) -> list[str]:
    regions = list(dict.fromkeys(report.region for report in reports))
    other = [place for place in asked.places if not any(place in region for region in regions)]
    return [f"载入的是{'、'.join(regions)}的报告；去掉“{other[0]}”，可以问全省的情况。"] if other else []


def _quoted(names: Sequence[str]) -> str:
    return "".join(f"“{name}”" for name in names)
