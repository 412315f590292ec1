"""A question and the loaded reports -> those that it is about.

Once several reports are there, 吉林去年粮食产量多少 is a question to the reports of 吉林 alone, whatever others say better.
"""

import re
from collections.abc import Sequence

from qa.domain import Report
from qa.retrieval.places import asked_places

# A report of these regions speaks for the whole country.
NATION = ("国务院", "全国", "中国", "")
# The country as what is asked about, not as what something is compared with or comes from: 比全国高, 占全国, 全国人大.
_OF_THE_NATION = re.compile(
    r"(?<![比于过占和跟与同])(?:全国(?!人大|政协|人民代表|性|重点|文明|百|先进|统筹|第|首)|我国|咱们?国|国务院)"
)
# 2025年的政府工作报告, 2024吉林报告: a report is named by its year.
_REPORT = r"[^，。？\s\d]{0,6}(?:政府工作|工作)?报告"
_NAMED_BY_YEAR = re.compile(rf"(?P<year>(?:19|20)\d\d)年?度?的?{_REPORT}")
# 2025年吉林省政府工作报告里, said before what is asked of it.
_IN_THE_REPORT = re.compile(
    r"(?:(?:19|20)\d\d年?度?的?)?(?:[\u4e00-\u9fff]{2,3}(?:[省市]|自治区))?(?:人民)?(?:政府工作|工作)?报告(?:里|中|上)(?:面|头)?的?[，,]?\s*"
)


def about(question: str, reports: Sequence[Report]) -> tuple[Report, ...]:
    """The reports of the places that a question names, of the nation where it asks of that, or all; of the year that names them.

    >>> about("吉林去年粮食产量", reports)  # doctest: +SKIP
    (Report(id='2025_吉林省', …), Report(id='2026_吉林省', …))
    """
    named = _of_the_places(question, reports)
    if year := _NAMED_BY_YEAR.search(question):
        named = [report for report in named if report.year == int(year["year"])] or named
    return tuple(named)


def without_report(question: str) -> str:
    """The question without the name of the report that it is put to.

    >>> without_report("2025年吉林省政府工作报告里今年的GDP目标是多少")
    '今年的GDP目标是多少'
    """
    return _IN_THE_REPORT.sub("", question, count=1) or question


def _of_the_places(question: str, reports: Sequence[Report]) -> list[Report]:
    places = asked_places(question)
    there = [report for report in reports if any(place in report.region for place in places)]
    if not there and not places and _OF_THE_NATION.search(question):
        there = [report for report in reports if report.region in NATION]
    return there or list(reports)
