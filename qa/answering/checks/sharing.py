"""The words that lead to a list of figures -> those that lead to each: 甲、乙产值分别 is 甲产值 and 乙产值."""

import re
from collections.abc import Sequence

from qa.answering.figures import Figure
from qa.answering.figures.vocabulary import CONTRASTS
from qa.retrieval.places import places_in

# No member of a list is told from the next by less: 涉诈、涉毒|警情.
_SHORTEST_NAME = 2
_LONGEST_END = 4
_AND = re.compile(r"、|以及|[和与及]")
_CONTRAST = re.compile(rf"^(?:{CONTRASTS})")


def readings(lead: str, figures: Sequence[Figure]) -> list[tuple[str, str, str]]:
    """For each figure of a list what opens, what leads to it, what it may share with the last: 甲、乙两市产值分别 is 甲产值 and 乙产值."""
    head, found, rest = lead.partition("分别")
    if len(figures) < 2 or not found:
        return [("", lead, "")] * len(figures)
    members = [member for member in _AND.split(head) if member]
    if len(members) < len(figures):
        return [(head, f"{figure.subject} {rest}", "") for figure in figures]
    *others, last = members[-len(figures) :]
    opening = "".join(members[: -len(figures)])
    return [
        ("", f"{opening}{member}{_shared(member, last)} {rest}", f"{figure.subject} {last[_SHORTEST_NAME:]}")
        for member, figure in zip(others, figures, strict=False)
    ] + [("", f"{opening}{last} {rest}", "")]


def _shared(member: str, last: str) -> str:
    """What of the last member of a list holds for another as well: 深圳|地铁线网客运量, 农村|居民收入, 高技术制造业|增加值."""
    for place in places_in(last):
        if last.startswith(place):
            return last.removeprefix(place)
    if contrast := _CONTRAST.match(last):
        return last[contrast.end() :]
    for size in range(min(_LONGEST_END, len(member)), _SHORTEST_NAME - 1, -1):
        if (at := last.find(member[-size:])) > 0:
            return last[at + size :]
    return ""
