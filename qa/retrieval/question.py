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
    OUTLINE = "the parts of a section"
    COUNT = "how often the report uses a word"
    MENTION = "whether the report uses a word"


class Operation(Enum):
    """What a question wants computed from two figures; a change is the difference of 由…提高到…"""

    DIFFERENCE = "difference"
    SUM = "sum"
    RATIO = "ratio"
    MEAN = "mean"
    CHANGE = "change"


@dataclass(frozen=True, slots=True)
class Asked:
    """What a question asks for; None or empty where it leaves that open.

    `first` and `last` are years. `forward` is true for aims and plans, false for results. `relative` are the words
    (今年, 去年 …) that were read relative to the report's year. `topic` is the question without its words for a period,
    which are looked for in the labels, not in the words, of a sentence. `term` is the word whose mentions are asked about.
    `wants_figure` is true where the answer is a number. `operation` is what is to be computed; `both_periods` is true where
    that is done from a result and an aim of the same thing, and then no one period is asked for.
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
    wants_figure: bool = False
    operation: Operation | None = None
    both_periods: bool = False


# Words for a year relative to the report's own, longest first where one holds another.
_RELATIVE = {"大前年": -3, "前年": -2, "去年": -1, "上年": -1, "上一年": -1, "过去一年": -1, "过去的一年": -1,
             "今年": 0, "本年": 0, "这一年": 0, "新的一年": 0, "明年": 1, "来年": 1, "后年": 2}  # fmt: skip
# Four digits may stand without 年, but not before a measure (2000万元); two need it, and not in a duration (近10年, 15年以上).
_YEAR = re.compile(
    r"(?<![\d.])(?:(19|20)(\d\d)\s*(?:年|(?![\d.万亿个人元家户吨公名项件年]))|(?<![近去来满每前后第])(\d\d)年(?!来|内|以上|期|间))(?!\d)"
)
_YEARS = re.compile(r"(20\d\d)年?\s*(?:到|至|-|–|—|~)\s*(20\d\d)年?")
_RELATIVE_WORD = re.compile("|".join(sorted(_RELATIVE, key=len, reverse=True)))
# A year that something is compared with is not the year that is asked about: 比前年多, 是2017年的几倍.
_BASE_YEAR = re.compile(
    rf"(?:比|较|同比)(?:上)?(?:{_RELATIVE_WORD.pattern}|(?:19|20)?\d\d年)|是?(?:{_RELATIVE_WORD.pattern}|(?:19|20)?\d\d年)的?(?:多少|几)倍"
)
_TIME_WORDS = re.compile(
    rf"{_RELATIVE_WORD.pattern}|(?:(?:过去|这|近|今后|未来|往后)的?)?五年(?:来|里|间|后)?|(?<!\d)(?:19|20)?\d\d年"
)
_NEXT_FIVE = re.compile(
    r"(?:今后|未来|接下来|往后|以后|下一?个?|后)的?(?:五|5)年|(?:五|5)年(?:后|以后|之后)|next five years"
)
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
# Verbs of the text itself only: "有没有说咋治赖账" asks for a measure, "有没有提到人工智能" for a word.
_MENTION = re.compile(
    r"(?:有没有|有无|是否|是不是|可曾)(?:提到?过?|提及过?|出现过?|写到?过?)(?:了|过)?[“\"'「『]?(?P<a>[^“”\"'「」『』，,？?吗]{1,12})[”\"'」』]?"
    r"|(?:提到|提及|提过|出现)过?[“\"'「『]?(?P<b>[^“”\"'「」『』，,？?]{1,12}?)[”\"'」』]?(?:了|过)?(?:吗|没有|没)"
    r"|[“\"'「『]?(?P<c>[^“”\"'「」『』，,？?]{1,12}?)[”\"'」』]?(?:提没提|提到没有|有没有提|提了没|出没出现|这个?词有吗|有没有出现)"
)
_LONGEST_TERM = 10
_INTERROGATIVE = re.compile(r"[咋怎谁啥哪]|什么|多少|如何|为何|几")
_QUOTED = re.compile(r"[“\"'‘「『《]([^“”\"'‘’「」『』《》]{1,20})[”\"'’」』》]")
_LEADING = re.compile(
    r"^(?:这份|该|整份|全篇|政府工作)?(?:报告|全文|文中|里面|里头)?(?:里|中|上)?(?:面)?(?:一共|总共)?"
)
_SUMMARY = re.compile(
    r"概括|总结|概述|归纳|简述|介绍一?下|梳理|整理|怎么样|如何|咋样|怎么(?:搞|做|抓|弄|干|安排|部署)|怎么个.{1,4}法|咋(?:安排|搞|干|抓)"
    r"|(?:什么|哪些|啥)(?:措施|举措|打算|安排|动作|思路|支持|政策|部署|计划|办法|亮点|变化|进展)|说说|讲讲|主要动作|干(?:些|了)?(?:啥|什么)|summar",
    re.I,
)
_OUTLINE = re.compile(
    r"提纲|大纲|框架|(?:哪|几|[一二三四五六七八九十两\d]+)(?:个|大|项)?(?:方面|大?块|条规矩|大任务|项任务|个任务|件大事|部分|个“?必须”?)"
)
_FIGURE = re.compile(
    r"多少|(?<!第)几[个家项座条人名件所处套户亿万成倍%百千]|百分之几|多大|多高|多长|占比|比例|比重|面积|产值|规模|[率速幅额量数]\s*[？?]?$|增速|增长率|增幅|涨|how (?:much|many)",
    re.I,
)
_LIST = re.compile(
    r"哪些|哪几|有啥|都有(?:谁|什么)|都是(?:谁|什么)|列出|列一|分别是|分别有|清单|名单|哪(?:两|三|四|五|六)|which .*s\b|list",
    re.I,
)


# Tried in this order; the first that a question matches is what it wants.
_OPERATIONS = (
    (Operation.MEAN, re.compile(r"平均(?:一个|每个|每家|每项|下来|一家|一项)|平均.{0,6}[一每](?:个|家|项)")),
    (Operation.RATIO, re.compile(r"几倍|多少倍|翻得|几分之几")),
    (
        Operation.SUM,
        re.compile(
            r"合计|[加合]起来|加一块|加在一块|之和|总和|加上|加今年|加去年|(?:和|跟|与|加|\+).{2,20}(?:一共|总共|共)"
        ),
    ),
    (
        Operation.DIFFERENCE,
        re.compile(
            r"差多少|相差|差几|差距|多了?还是少|少了?还是多|高了?还是低|低了?还是高|快了?还是慢|慢了?还是快|加码"
            r"|有(?:去年|前年|实际|全国).{0,6}吗|比.{1,14}(?:多|少|高|低|大|小|快|慢|强)|(?:跟|和|与|同).{1,14}比"
            r"|(?:和|跟|与|、|vs).{1,20}(?:哪个|哪头|哪边|谁更|更[多少高低大快慢猛])|vs|对比|相比|完成了目标|达标"
            r"|(?:去年|实际).{2,20}(?:少|多)[了]?几|(?:more|less|higher|lower|faster) than|compare",
            re.I,
        ),
    ),
    (Operation.CHANGE, re.compile(r"(?:多|少|涨|增加|提高|提升|减少|降低|降|升)了?(?:多少|几)")),
)


def read_question(question: str, year: int) -> Asked:
    """Read what a question asks for; `year` is that of the report, its 今年.

    >>> asked = read_question("去年高标准农田完成了多少", 2023)
    >>> asked.first, asked.last, asked.forward
    (2022, 2022, False)
    """
    text = unicodedata.normalize("NFKC", question).strip()
    kind, term = _kind(text)
    first, last, relative = _years(text, year)
    forward = True if _AHEAD.search(text) else False if _DONE.search(text) else None
    if first is None and forward is not None:
        first, last = (year, year) if forward else (None, None)
    elif first is not None and forward is None and first >= year:
        forward = True
    elif first is not None and last is not None and last < year:
        forward = False
    operation = _operation(text)
    both = operation not in (None, Operation.MEAN, Operation.CHANGE) and _names_both(text, year)
    if both:
        first, last, forward, relative = None, None, None, ()
    return Asked(
        text,
        without_period(text),
        kind,
        first,
        last,
        forward,
        places_in(text),
        relative,
        term,
        wants_figure=operation not in (None, Operation.CHANGE) or bool(_FIGURE.search(text)),
        operation=operation,
        both_periods=both,
    )


def _operation(text: str) -> Operation | None:
    return next((operation for operation, pattern in _OPERATIONS if pattern.search(text)), None)


def _names_both(text: str, year: int) -> bool:
    """Whether a question names a result and an aim, or the report's year and the one before."""
    years = {year + _RELATIVE[word] for word in _RELATIVE_WORD.findall(text)}
    years |= {int(a + b) if a else 2000 + int(c) for a, b, c in _YEAR.findall(text)}
    results = bool(years & {year - 1}) or bool(re.search(r"实际|完成|已经|干成|建成", text))
    return bool(re.search(r"两年|两者", text)) or (
        results and (year in years or bool(re.search(r"目标|计划|打算|要建|预期|定(?:的|了|在)?\d", text)))
    )


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
    bare = _LEADING.sub("", text)
    for pattern, kind in ((_COUNT_AFTER, Kind.COUNT), (_COUNT, Kind.COUNT), (_MENTION, Kind.MENTION)):
        if match := pattern.search(bare):
            quoted = _QUOTED.search(bare)
            term = quoted[1] if quoted else next(group for group in match.groups() if group)
            term = _LEADING.sub("", term).strip().split()[-1:]
            if term and (quoted or _is_term(term[0])):
                return kind, term[0]
    if _OUTLINE.search(text):
        return Kind.OUTLINE, ""
    if _SUMMARY.search(text):
        return Kind.SUMMARY, ""
    return (Kind.LIST, "") if _LIST.search(text) else (Kind.FACT, "")


def _is_term(text: str) -> bool:
    """Whether an unquoted text can be a word to look for: short, no relative clause, no question of its own."""
    return len(text) <= _LONGEST_TERM and not text.startswith("的") and not _INTERROGATIVE.search(text)


def _years(text: str, year: int) -> tuple[int | None, int | None, tuple[str, ...]]:
    """First and last year asked for, and the relative words they were read from."""
    if _NEXT_FIVE.search(text):
        return year, year + 4, ()
    if _LAST_FIVE.search(text):
        return year - 5, year - 1, ()
    if span := _YEARS.search(text):
        return int(span[1]), int(span[2]), ()
    text = _BASE_YEAR.sub("", text)
    relative, absolute = _RELATIVE_WORD.search(text), _YEAR.search(text)
    if relative and not (absolute and absolute.start() < relative.start()):
        there = year + _RELATIVE[relative[0]]
        return there, there, (relative[0],)
    if absolute:
        there = int(absolute[1] + absolute[2]) if absolute[1] else 2000 + int(absolute[3])
        return there, there, ()
    return None, None, ()
