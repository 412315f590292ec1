"""What was asked and what was found -> the hits that can answer it, or why none can.

Similarity cannot tell a question that the report answers from one that it nearly answers, so what is looked for is what the
question asks for — the place, the period, the person, the figure, its unit, the details — found together.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from qa.answering.facts import Fact, rank_facts
from qa.answering.figures import find_figures
from qa.domain import Hit, Report
from qa.retrieval.question import Asked, Kind, agreement, places_in
from qa.retrieval.terms import Term, coverage

# A figure answers where its clause and headings speak of this share of what is asked (of the terms that the reports use); a
# figure of another period rules out those of the asked one where it covers this much more and they not even half. Chosen on
# the development questions.
_LEAST_KNOWN = 0.25
_ELSEWHERE_MARGIN = 0.3
_ENOUGH = 0.5
# Sentences among which a figure is looked for.
_FIGURE_HITS = 12

# An office, not the 长 of 社区长者 or 城市长期.
_ROLE = re.compile(
    r"(?:常务|省委|市委|县委)?副?(?:(?<![社小地园片校城学医全])(?:省长|市长|县长|区长|局长|厅长|部长|院长|校长)(?![期效者远三江廊征])"
    r"|书记|总理|秘书长|董事长|总经理)"
)
_WHO = re.compile(r"谁|哪位|叫什么|叫啥|名字|姓名|分管|讲了|说了|who", re.I)
_OTHER_HOLDER = re.compile(r"上一?任|前任|下一?任|继任|接任|前面那|前一个|之前那")
_EACH_PLACE = re.compile(r"各个?(?:市|地市|县|区|省)|每个?(?:市|县|区|省)|分(?:市|县|地区)|哪个(?:市|县|区)")
_PART_OF_YEAR = re.compile(r"[一二三四1-4]季度|[上下]半年|前三季度|\d{1,2}月份")
# 全国 as what is asked about, not as what something is compared with.
_NATION = re.compile(r"(?:^|那|[，,。 ])全国(?:的|去年|今年|\d|GDP|经济|平均)", re.I)
_NAMES = re.compile(
    r"叫什么|叫啥|名字|名单|具体(?:都)?(?:是|有)|都是(?:哪|啥|什么)|是哪\d|哪\d[部件家个项]|列(?:一下|出)"
)


@dataclass(frozen=True, slots=True)
class Sufficiency:
    """The hits that meet what is asked; where there are none, `missing` says in the reader's words what was looked for."""

    hits: tuple[Hit, ...]
    missing: str = ""


def sufficient(
    asked: Asked, terms: Sequence[Term], hits: Sequence[Hit], reports: Sequence[Report], floor: float
) -> Sufficiency:
    """Keep the hits that can answer what is asked.

    `floor` is the similarity below which a question has nothing to do with the reports.
    """
    chinese = any("\u4e00" <= char <= "\u9fff" for char in asked.text)
    if not hits or (chinese and max(hit.similarity for hit in hits) < floor):
        return Sufficiency((), "这个问题所说的事")
    found = _at_the_places(asked, hits, reports)
    if found.hits:
        found = _of_the_period(asked, found.hits, reports)
    if found.hits and (missing := _detail(asked, found.hits, reports)):
        return Sufficiency((), missing)
    if found.hits and asked.kind is Kind.FACT and asked.wants_figure and not asked.operation:
        places = len(found.hits) < len(hits)
        return _with_the_figure(asked, terms, found.hits, at_places=places)
    return found


def _at_the_places(asked: Asked, hits: Sequence[Hit], reports: Sequence[Report]) -> Sufficiency:
    """A place must be spoken of in the sentence, or be the region of its report."""
    regions = {report.id: report.region for report in reports}
    own = [place for place in asked.places if any(place in region for region in regions.values())]
    other = [place for place in asked.places if place not in own]
    there = tuple(
        hit
        for hit in hits
        if all(place in _about(hit) for place in other)
        and (not own or any(place in _about(hit) + regions[hit.sentence.report] for place in own))
    )
    return Sufficiency(there, "" if there else f"关于{'、'.join(asked.places)}的内容")


def _of_the_period(asked: Asked, hits: tuple[Hit, ...], reports: Sequence[Report]) -> Sufficiency:
    if asked.first is None or asked.last is None or any(_speaks_of(asked, report) for report in reports):
        return Sufficiency(hits)
    return Sufficiency((), f"{_span(asked.first, asked.last)}的情况")


def _detail(asked: Asked, hits: Sequence[Hit], reports: Sequence[Report]) -> str:
    """What finer than the report a question asks for; "" where the report may answer it."""
    best = hits[0].sentence
    roles = _ROLE.findall(asked.text)
    if roles and _OTHER_HOLDER.search(asked.text):
        return f"前后任{roles[0]}"
    if _WHO.search(asked.text) and (
        unnamed := [role for role in roles if not any(role in report.text for report in reports)]
    ):
        return f"“{unnamed[0]}”"
    if (part := _PART_OF_YEAR.search(asked.text)) and not any(part[0] in hit.sentence.text for hit in hits[:5]):
        return f"“{part[0]}”的情况"
    if _NATION.search(asked.text) and "全国" not in best.text:
        return "全国的这一情况"
    if asked.kind is Kind.FACT and _EACH_PLACE.search(asked.text) and len(places_in(best.text)) < 2:
        return "分地区、分时段的情况"
    if (
        _NAMES.search(asked.text)
        and not re.search(r"[、《]", best.text)
        and any(f.kind == "quantity" and f.value > 1 for f in find_figures(best.text))
    ):
        return "其中每一项的名称，只给出了数量"
    return ""


def _with_the_figure(asked: Asked, terms: Sequence[Term], hits: tuple[Hit, ...], *, at_places: bool) -> Sufficiency:
    """Keep the hits of the asked period if they state the figure that is asked for; that of a place must be its own."""
    fitting = tuple(hit for hit in hits if agreement(asked, hit.sentence) >= 0)
    if not fitting:
        return Sufficiency(hits)
    here = rank_facts(asked, terms, fitting[:_FIGURE_HITS])
    elsewhere = rank_facts(asked, terms, [hit for hit in hits[:_FIGURE_HITS] if agreement(asked, hit.sentence) < 0])
    best, other = _most_known(here), _most_known(elsewhere)
    covered = best.known if best else 0.0
    if other and covered < _ENOUGH and other.known - covered >= _ELSEWHERE_MARGIN:
        period = other.sentence.period
        return Sufficiency((), f"所问时期的这一数字（报告只说到{period}年的{other.sentence.status}）")
    known = [term for term in terms if term.known]
    if not known or (best and best.known >= _LEAST_KNOWN):
        if (
            best
            and best.unit < 0
            and best.named > 0
            and not any(f.unit >= 0 and f.known >= 0.8 * best.known for f in here)
        ):
            return Sufficiency((), "所问的这个数（报告只给出了别的口径）")
        return Sufficiency(fitting)
    if coverage(known, " ".join(_about(hit) for hit in fitting[:1])) >= _LEAST_KNOWN and not here and not at_places:
        return Sufficiency(fitting)
    return Sufficiency((), f"“{'”“'.join(term.names[0] for term in known[:3])}”的这一数字")


def _most_known(facts: Sequence[Fact]) -> Fact | None:
    return max(facts, key=lambda fact: (fact.known, fact.fit), default=None)


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
