"""A question and the hits -> what it asks of a part of the year, of the nation or of each place, where they tell of the whole."""

import re
from collections.abc import Sequence

from qa.domain import Hit, Report
from qa.retrieval.kinds import Kind
from qa.retrieval.operations import Operation
from qa.retrieval.places import places_in
from qa.retrieval.question import Asked
from qa.retrieval.scope import NATION

# Hits that may tell of the part.
_HITS = 5
_PART_OF_YEAR = re.compile(r"[一二三四1-4]季度|[上下]半年|前三季度|\d{1,2}月份")
# 全国 as what is asked about, not as what something is compared with; its figure of a year stands in its own report.
_NATION = re.compile(r"^(?:那|请问)?全国\s*(?:的|\d|GDP|经济|平均|居民|城镇|农村)", re.I)
# What each place has is asked in one clause with its amount: 各市分别建了多少, not 归各省市自己花.
_EACH_PLACE = re.compile(
    r"(?:各个?|每个?)(?:地市|省份|[市县区省])(?!场)[^，,。；？?]{0,12}(?:多少|几|分别|怎么分|排名|明细)|分(?:市|县|地区)|哪个(?:市|县|区)最"
)


def narrower(asked: Asked, hits: Sequence[Hit], reports: Sequence[Report]) -> str:
    """What is asked of a part or of another whole than the hits tell of, in the reader's words; "" where they may tell."""
    rules = (_part_of_year(asked, hits), _nation(asked, hits, reports), _breakdown(asked, hits))
    return next((missing for missing in rules if missing), "")


def _part_of_year(asked: Asked, hits: Sequence[Hit]) -> str:
    part = _PART_OF_YEAR.search(asked.text)
    return f"“{part[0]}”的情况" if part and not any(part[0] in hit.sentence.text for hit in hits[:_HITS]) else ""


def _nation(asked: Asked, hits: Sequence[Hit], reports: Sequence[Report]) -> str:
    asks = _NATION.search(asked.topic.strip()) and not any(report.region in NATION for report in reports)
    return "全国的这一情况" if asks and "全国" not in hits[0].sentence.text else ""


def _breakdown(asked: Asked, hits: Sequence[Hit]) -> str:
    mean = asked.operation is Operation.MEAN  # 平均每个县 asks for none of them
    asks = asked.kind is Kind.FACT and _EACH_PLACE.search(asked.text) and not mean
    return "分地区、分时段的情况" if asks and len(places_in(hits[0].sentence.text)) < 2 else ""
