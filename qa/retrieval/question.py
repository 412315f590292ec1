"""A question -> what it asks for: the period, whether done or aimed at, the places, the kind of answer."""

import re
import unicodedata
from dataclasses import dataclass
from enum import Enum
from functools import cache
from importlib.resources import files

from qa.domain import Sentence, Status

_FORWARD = (Status.TARGET, Status.PLAN)


class Kind(Enum):
    """The shape of answer that a question wants."""

    FACT = "one fact"
    LIST = "a list"
    SUMMARY = "a summary"
    COUNT = "how often the report uses a word"
    MENTION = "whether the report uses a word"


@dataclass(frozen=True, slots=True)
class Asked:
    """What a question asks for; None or empty where it leaves that open.

    `first` and `last` are years. `forward` is true for aims and plans, false for results. `relative` are the words
    (今年, 去年 …) that were read relative to the report's year. `topic` is the question without its words for a period,
    which are looked for in the labels, not in the words, of a sentence. `term` is the word whose mentions are asked about.
    """

    text: str
    topic: str
    kind: Kind
    first: int | None = None
    last: int | None = None
    forward: bool | None = None
    places: tuple[str, ...] = ()
    relative: tuple[str, ...] = ()
    term: str = ""


# Words for a year relative to the report's own, longest first where one holds another.
_RELATIVE = {"大前年": -3, "前年": -2, "去年": -1, "上年": -1, "上一年": -1, "过去一年": -1, "过去的一年": -1,
             "今年": 0, "本年": 0, "这一年": 0, "新的一年": 0, "明年": 1, "来年": 1, "后年": 2}  # fmt: skip
_YEAR = re.compile(r"(?<!\d)(?:(19|20)(\d\d)\s*年?|(\d\d)年)(?!\d)")
_TIME_WORDS = re.compile(
    rf"{'|'.join(sorted(_RELATIVE, key=len, reverse=True))}|(?:(?:过去|这|近|今后|未来|往后)的?)?五年(?:来|里|间)?|(?<!\d)(?:19|20)?\d\d年"
)
_NEXT_FIVE = re.compile(r"(?:今后|未来|接下来|往后|以后|下一?个?|后)的?(?:五|5)年|next five years")
_LAST_FIVE = re.compile(
    r"(?:过去|这|近|前|上|最近|往前|头)的?(?:五|5)年|(?:五|5)年(?:来|里|间|内|下来|中)|上一?届|年均|last five years|past five years"
)
_AHEAD = re.compile(
    r"目标|计划|打算|预期|准备|力争|争取|安排|拟|规划|将要?|要(?:建|做|搞|干|改|修|新|达|增|完成|实现)|接下来|下一步|指标|定(?:的|了|在)"
    r"|target|plan|aim|goal|will"
)
_DONE = re.compile(
    r"完成了?多少|实际|实现了|达到了|做到|干成|成绩|成果|建成了|搞了|弄了|建了|修了|改造了|了多少|了几|已经|achiev|did "
)

_COUNT = re.compile(
    r"[“\"'「『]?(?P<term>[^“”\"'「」『』，,？?]{1,12}?)[”\"'」』]?(?:这?个?词)?(?:一?共)?(?:被?(?:提到?|提及|出现|说|用)了?过?)(?:了)?(?:几|多少)[次处回遍]"
)
_COUNT_AFTER = re.compile(
    r"(?:提到?|提及|出现|说|用)(?:了|过)?(?:几|多少)[次处回遍][“\"'「『]?(?P<term>[^“”\"'「」『』，,？?]{1,12})[”\"'」』]?"
)
_MENTION = re.compile(
    r"(?:有没有|有无|是否|是不是)(?:提到?过?|提及过?|出现过?|说到?过?|写到?)(?:了|过)?[“\"'「『]?(?P<a>[^“”\"'「」『』，,？?吗]{1,14})[”\"'」』]?"
    r"|(?:提到?|提及|出现)过?[“\"'「『]?(?P<b>[^“”\"'「」『』，,？?]{1,12}?)[”\"'」』]?(?:了|过)?(?:吗|没有|没)"
    r"|[“\"'「『]?(?P<c>[^“”\"'「」『』，,？?]{1,12}?)[”\"'」』]?(?:提没提|提到没有|有没有提|提了没)"
)
_QUOTED = re.compile(r"[“\"'‘「『《]([^“”\"'‘’「」『』《》]{1,20})[”\"'’」』》]")
_LEADING = re.compile(
    r"^(?:这份|该|整份|全篇|政府工作)?(?:报告|全文|文中|里面|里头)?(?:里|中|上)?(?:面)?(?:一共|总共)?"
)
_SUMMARY = re.compile(
    r"概括|总结|概述|归纳|简述|介绍一?下|梳理|怎么样|如何|咋样|怎么(?:搞|做|抓|弄|干)|什么(?:措施|举措|打算|安排|动作|思路)|summar",
    re.I,
)
_LIST = re.compile(
    r"哪些|哪几|有啥|都有(?:谁|什么)|都是(?:谁|什么)|列出|列一|分别是|分别有|清单|名单|哪(?:两|三|四|五|六)|which .*s\b|list",
    re.I,
)


def read_question(question: str, year: int) -> Asked:
    """Read what a question asks for; `year` is that of the report, its 今年.

    >>> asked = read_question("去年高标准农田完成了多少", 2023)
    >>> asked.first, asked.last, asked.forward
    (2022, 2022, False)
    """
    text = unicodedata.normalize("NFKC", question).strip()
    kind, term = _kind(text)
    relative = tuple(
        word for word in _RELATIVE if word in text and not any(word in w and w in text for w in _RELATIVE if w != word)
    )
    first, last = _years(text, year, relative)
    forward = True if _AHEAD.search(text) else False if _DONE.search(text) else None
    if first is None and forward is not None:
        first, last = (year, year) if forward else (None, None)
    elif first is not None and forward is None and first >= year:
        forward = True
    elif first is not None and last is not None and last < year:
        forward = False
    topic = without_period(text)
    return Asked(text, topic, kind, first, last, forward, places_in(text), relative, term)


def without_period(question: str) -> str:
    """The question without its words for a period, unless nothing else is left."""
    return _TIME_WORDS.sub(" ", question).strip() or question


def names_period(question: str) -> bool:
    """Whether a question names a year, 去年, 五年 and the like."""
    return bool(_TIME_WORDS.search(unicodedata.normalize("NFKC", question)))


def agreement(asked: Asked, sentence: Sentence) -> float:
    """How well a sentence's period and status fit what is asked, from -1 to 1; 0 where nothing is asked."""
    if asked.first is None and asked.forward is None:
        return 0.0
    marks = []
    if asked.first is not None:
        first, _, last = sentence.period.partition("–")
        marks.append((int(first), int(last or first)) == (asked.first, asked.last))
    if asked.forward is not None:
        marks.append(sentence.status in (_FORWARD if asked.forward else (Status.DONE,)))
    return sum(1.0 if mark else -1.0 for mark in marks) / len(marks) if marks else 0.0


def places_in(text: str) -> tuple[str, ...]:
    """The provinces, cities and countries that a text names, in order, without 省 and 市."""
    return tuple(dict.fromkeys(_place_pattern().findall(text)))


@cache
def _place_pattern() -> re.Pattern[str]:
    names = files(__package__).joinpath("places.txt").read_text(encoding="utf-8").split()
    return re.compile("|".join(sorted(names, key=len, reverse=True)))


def _kind(text: str) -> tuple[Kind, str]:
    for pattern, kind in ((_COUNT_AFTER, Kind.COUNT), (_COUNT, Kind.COUNT), (_MENTION, Kind.MENTION)):
        if match := pattern.search(text):
            quoted = _QUOTED.search(text)
            term = quoted[1] if quoted else next(group for group in match.groups() if group)
            return kind, _LEADING.sub("", term).strip()
    if _LIST.search(text):
        return Kind.LIST, ""
    return (Kind.SUMMARY, "") if _SUMMARY.search(text) else (Kind.FACT, "")


def _years(text: str, year: int, relative: tuple[str, ...]) -> tuple[int | None, int | None]:
    if _NEXT_FIVE.search(text):
        return year, year + 4
    if _LAST_FIVE.search(text):
        return year - 5, year - 1
    if relative:
        there = year + _RELATIVE[relative[0]]
        return there, there
    if match := _YEAR.search(text):
        there = int(match[1] + match[2]) if match[1] else 2000 + int(match[3])
        return there, there
    return None, None
