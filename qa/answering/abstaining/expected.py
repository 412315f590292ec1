"""A question and the hits -> the detail that it asks for and that they do not hold: a person, a time, a breakdown, names."""

import re
from collections.abc import Sequence

from qa.answering.facts.clauses import clause_around
from qa.answering.figures import Figure, find_figures
from qa.answering.figures.units import base, counts_things
from qa.domain import Hit, Report
from qa.retrieval.kinds import Kind, Want
from qa.retrieval.operations import Operation
from qa.retrieval.places import places_in
from qa.retrieval.question import Asked
from qa.retrieval.scope import NATION

# Hits that may hold the detail; a place must stand in one of those nearly as much to the point as the best (log-odds).
_HITS, _APART = 5, 3.0

# An office, not the 长 of 社区长者 or 城市长期.
_ROLE = re.compile(
    r"(?:常务|省委|市委|县委)?副?(?:(?<![社小地园片校城学医全])(?:省长|市长|县长|区长|局长|厅长|部长|院长|校长)(?![期效者远三江廊征])"
    r"|书记|总理|秘书长|董事长|总经理|主教练|教练|主任|主席|队长|负责人)"
)
# 部长级会议 and 市长热线 name no one in office.
_IN_OFFICE = r"(?!级|会议|通道|负责制|责任制|质量奖|热线|信箱)"
_WHO = re.compile(r"谁|哪位|叫什么|叫啥|名字|名子|姓名|姓啥|姓什么|分管|讲了|说了|who", re.I)
_OTHER_HOLDER = re.compile(r"上一?任|前任|下一?任|继任|接任|前面那|前一个|之前那")
_EACH_PLACE = re.compile(r"各个?(?:市|地市|县|区|省)(?!场)|每个?(?:市|县|区|省)|分(?:市|县|地区)|哪个(?:市|县|区)最")
_PART_OF_YEAR = re.compile(r"[一二三四1-4]季度|[上下]半年|前三季度|\d{1,2}月份")
# 全国 as what is asked about, not as what something is compared with.
_NATION = re.compile(r"^(?:那|请问)?全国\s*(?:的|\d|GDP|经济|平均)", re.I)
_NAMES = re.compile(
    r"叫(?:什么|啥)|什么名字|分别叫|名单|具体(?:都)?(?:是|有)(?!多少|几)|都是(?:哪|啥|什么)|是哪\d|哪\d[部件家个项]|列(?:一下|出)"
)
_A_TIME = re.compile(r"\d{1,2}月|\d{4}年|年[初底中]|[今明后]年|第[一二三四五]年|季度|五年")
_HOW_LONG = re.compile(r"多久|多长时间|多少时间|几个?(?:小时|钟头|月)|几(?:分钟|天)")
_A_DURATION = re.compile(r"\d+(?:\.\d+)?个?(?:多|余)?(?:分钟|小时|天|个月|年(?![初底中末]|度))(?<!\d{4}年)")
# Where in the world, not 控制线划在哪 or 难在哪.
_WHERE = re.compile(
    r"哪个?(?:市|城市|县|区|省|国家?|地方)|哪座城|(?:什么|啥)地方|在哪(?:里|儿|个地方)?(?=[开办建举修落投设召])"
)
_A_PLACE = re.compile(r"[一-鿿]{2}(?:[市县区镇乡村港州岛湾]|新城)")
_AN_ORDINAL = re.compile(r"第[一二三四五六七八九十百\d]+")


def detail(asked: Asked, hits: Sequence[Hit], reports: Sequence[Report]) -> str:
    """What finer than the reports a question asks for, in the reader's words; "" where they may answer it."""
    rules = (_person, _part_of_year, _nation, _breakdown, _time, _place, _names)
    return next((missing for rule in rules if (missing := rule(asked, hits, reports))), "")


def _person(asked: Asked, hits: Sequence[Hit], reports: Sequence[Report]) -> str:
    roles = _ROLE.findall(asked.text)
    if roles and _OTHER_HOLDER.search(asked.text):
        return f"前后任{roles[0]}"
    if _WHO.search(asked.text):
        unnamed = [role for role in roles if not any(re.search(role + _IN_OFFICE, report.text) for report in reports)]
        return f"“{unnamed[0]}”" if unnamed else ""
    return ""


def _part_of_year(asked: Asked, hits: Sequence[Hit], reports: Sequence[Report]) -> str:
    part = _PART_OF_YEAR.search(asked.text)
    return f"“{part[0]}”的情况" if part and not any(part[0] in hit.sentence.text for hit in hits[:_HITS]) else ""


def _nation(asked: Asked, hits: Sequence[Hit], reports: Sequence[Report]) -> str:
    asks = _NATION.search(asked.topic.strip()) and not any(report.region in NATION for report in reports)
    return "全国的这一情况" if asks and "全国" not in hits[0].sentence.text else ""


def _breakdown(asked: Asked, hits: Sequence[Hit], reports: Sequence[Report]) -> str:
    mean = asked.operation is Operation.MEAN  # 平均每个县 asks for none of them
    asks = asked.kind is Kind.FACT and _EACH_PLACE.search(asked.text) and not mean
    return "分地区、分时段的情况" if asks and len(places_in(hits[0].sentence.text)) < 2 else ""


def _time(asked: Asked, hits: Sequence[Hit], reports: Sequence[Report]) -> str:
    """A date or a number in a series that none of the best hits holds."""
    if Want.TIME in asked.wants and not _tells_time(asked, hits):
        return "具体的时间"
    if Want.ORDINAL in asked.wants and not any(_AN_ORDINAL.search(hit.sentence.text) for hit in hits):
        return "这是第几"
    return ""


def _tells_time(asked: Asked, hits: Sequence[Hit]) -> bool:
    """Whether the best hit holds a point in time or, where 多久 is asked, one of the best the length of one."""
    if _HOW_LONG.search(asked.text) and any(_A_DURATION.search(hit.sentence.text) for hit in hits[:_HITS]):
        return True
    return bool(_A_TIME.search(hits[0].sentence.text))


def _place(asked: Asked, hits: Sequence[Hit], reports: Sequence[Report]) -> str:
    """Where something is, if none of the best hits names a place."""
    if asked.kind is not Kind.FACT or not _WHERE.search(asked.text):
        return ""
    own = {place for report in reports for place in places_in(report.region)}
    best = [hit.sentence.text for hit in hits[:_HITS] if hit.score >= hits[0].score - _APART]
    told = any(_A_PLACE.search(text) or set(places_in(text)) - own for text in best)
    return "" if told else "具体的地点"


def _names(asked: Asked, hits: Sequence[Hit], reports: Sequence[Report]) -> str:
    """The names of things that the best hit only counts, and none of the best names."""
    if not _NAMES.search(asked.text) or not _counts(asked, hits[0].sentence.text):
        return ""
    best = [hit.sentence.text for hit in hits[:_HITS]]
    named = any(_lists(text, figure) for text in best for figure in _counts(asked, text))
    return "" if named else "其中每一项的名称，只给出了数量"


def _counts(asked: Asked, text: str) -> list[Figure]:
    """The figures of a text that count several of what the question names."""
    figures = (figure for figure in find_figures(text) if figure.value > 1 and counts_things(base(figure.unit)[1]))
    return [figure for figure in figures if _is_of(asked, figure)]


def _is_of(asked: Asked, figure: Figure) -> bool:
    """Whether a figure is of something that the question names: two characters of its subject stand there."""
    pairs = (figure.subject[n : n + 2] for n in range(len(figure.subject) - 1))
    return any(pair in asked.text for pair in pairs)


def _lists(text: str, figure: Figure) -> bool:
    """Whether the clause of a count names what it counts, or what follows its colon does."""
    start, end = clause_around(text, figure)
    return text[end : end + 1] in ("：", ":") or re.search(r"、|和|与|以及", text[start:end]) is not None
