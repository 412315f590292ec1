"""A question about the report itself -> its own words on who delivered it, when and where."""

import re
from collections.abc import Sequence

from qa.answering.evidence import cite
from qa.domain import Report, Sentence, Statement
from qa.retrieval.kinds import Want
from qa.retrieval.question import Asked

# The header stands before the salutation, within so many sentences.
_HEADER = 12
_A_DATE = re.compile(r"\d{4}年\d{1,2}月\d{1,2}日")
_A_SESSION = re.compile(r"第[一二三四五六七八九十百\d]+[届次]")


def about_the_report(asked: Asked, reports: Sequence[Report]) -> list[Statement]:
    """Who delivered a report, on which day, at which session; empty where something else is asked.

    With several reports, that of the place and year asked for, else the newest.
    """
    if not asked.of_report:
        return []
    named = [report for report in reports if any(place in report.region for place in asked.places)]
    report = max(named or reports, key=lambda report: (report.year == asked.first, report.year))
    return [Statement(s.text, (cite(s),)) for s in report.sentences[:_HEADER] if _tells(asked, s, report)]


def _tells(asked: Asked, sentence: Sentence, report: Report) -> bool:
    text = sentence.text
    asks_who = Want.PERSON in asked.wants or not asked.wants  # 是某人作的吗 asks nothing else
    person = asks_who and bool(report.speaker) and report.speaker in re.sub(r"\s", "", text)
    time = Want.TIME in asked.wants and bool(_A_DATE.search(text))
    session = (
        bool(asked.wants & {Want.ORDINAL, Want.PLACE, Want.NAME}) and bool(_A_SESSION.search(text)) and "大会" in text
    )
    return person or time or session
