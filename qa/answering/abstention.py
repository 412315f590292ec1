"""What was asked and what was found -> the hits that can answer it, or why none can.

Similarity cannot tell a question that the report answers from one that it nearly answers, so what is looked for is what the
question asks for: the place, the period.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from qa.domain import Hit, Report
from qa.retrieval.question import Asked, places_in


@dataclass(frozen=True, slots=True)
class Sufficiency:
    """The hits that meet what is asked; where there are none, `missing` says in the reader's words what was looked for."""

    hits: tuple[Hit, ...]
    missing: str = ""


def sufficient(asked: Asked, hits: Sequence[Hit], reports: Sequence[Report], floor: float) -> Sufficiency:
    """Keep the hits that speak of the asked places and period.

    A place is asked for unless it is the reports' own region; a period only where the question names one. `floor` is the
    similarity below which a question has nothing to do with the reports.
    """
    if not hits or max(hit.similarity for hit in hits) < floor:
        return Sufficiency((), "这个问题所说的事")
    homes = {place for report in reports for place in places_in(report.region)}
    places = [place for place in asked.places if place not in homes]
    there = [hit for hit in hits if all(place in _about(hit) for place in places)]
    if not there:
        return Sufficiency((), f"关于{'、'.join(places)}的内容")
    if asked.first is None or asked.last is None:
        return Sufficiency(tuple(there))
    if not any(_speaks_of(asked, report) for report in reports):
        return Sufficiency((), f"{_span(asked.first, asked.last)}的情况")
    return Sufficiency(tuple(there))


def _about(hit: Hit) -> str:
    return hit.sentence.text + "".join(hit.sentence.section)


def _speaks_of(asked: Asked, report: Report) -> bool:
    """Whether the report reviews, plans or names a year of the asked span."""
    for sentence in report.sentences:
        first, _, last = sentence.period.partition("–")
        if (int(first), int(last or first)) == (asked.first, asked.last):
            return True
    years = {int(year) for year in re.findall(r"(?<!\d)((?:19|20)\d\d)年", report.text)}
    return asked.first == asked.last and asked.first in years


def _span(first: int, last: int) -> str:
    return f"{first}年" if first == last else f"{first}–{last}年"
