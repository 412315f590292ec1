"""A question -> the years it asks for, and whether for results or for aims."""

import re
import unicodedata
from dataclasses import dataclass

from qa.reports.times import PLANS


@dataclass(frozen=True, slots=True)
class Period:
    """`first` and `last` year, None where the question leaves them open; `forward` for aims and plans, False for results.

    `relative` are the words (今年, 去年 …) that were read relative to the report's year.
    """

    first: int | None = None
    last: int | None = None
    forward: bool | None = None
    relative: tuple[str, ...] = ()


# Words for a year relative to the report's own, longest first where one holds another.
_RELATIVE = {"去年这一年": -1, "大前年": -3, "前年": -2, "去年": -1, "上年": -1, "上一年": -1, "过去一年": -1, "过去的一年": -1, "头年": -1,
             "今年": 0, "本年": 0, "这一年": 0, "新的一年": 0, "明年": 1, "来年": 1, "后年": 2,
             "last year": -1, "this year": 0, "next year": 1}  # fmt: skip
# What the question says it does not ask for: 别说五年平均的, 不是去年完成数; but 不是去年就通了吗 is asked.
_NOT_ASKED = re.compile(
    r"(?:别|甭|不要|(?<!是)不是|不看|不算|而非)(?:说|给|用|讲|要|拿|算|指)?[^，,。；;？?！!吗么嘛]{0,12}(?:年|平均|目标|计划|完成|实际)[^，,。；;？?！!吗么嘛]{0,8}(?![^，,。；;]*[吗么嘛？?])"
)
# What the asker tells of themselves, in a clause that asks nothing: 孩子明年上幼儿园，… is not about what comes next year.
_OF_THE_ASKER = re.compile(
    r"(?:^|[，,。；;])(?:我|俺|咱)?们?家?(?:我|娃|孩子|闺女|儿子|女儿|外甥|侄[子女]|孙[子女]|[爸妈爷奶]|老[公婆])(?:今|明|后|来)年[^，,。；;？?多几哪谁啥什吗能会]{1,12}(?=[，,。；;])"
)
_RELATIVE_WORD = re.compile("|".join(sorted(_RELATIVE, key=len, reverse=True)), re.I)
# Four digits may stand without 年, but not before a measure (2000万元); two need it, and not in a duration (近10年, 15年以上).
_YEAR = re.compile(
    r"(?<![\d.])(?:(19|20)(\d\d)\s*(?:年|(?![\d.万亿个人元家户吨公名项件年多余来]))|(?<![近去来满每前后第着续个])(\d\d)年(?!来|内|以上|期|间))(?!\d)"
)
_YEARS = re.compile(r"(20\d\d)年?\s*(?:到|至|-|–|—|~)\s*(20\d\d)年?")
# A year that something is compared with is not the year that is asked about: 比前年多, 是2017年的几倍.
_SOME_YEAR = rf"(?:{_RELATIVE_WORD.pattern}|(?:19|20)?\d\d年)"
_BASE_YEAR = re.compile(
    rf"(?:比|较|同比)(?:上)?{_SOME_YEAR}|是?{_SOME_YEAR}的?(?:多少|几|\d+(?:\.\d+)?)倍|跟{_SOME_YEAR}比"
)
# 是2017年的1.6倍 names a year only as what something is a multiple of.
_TIMES = re.compile(rf"是?{_SOME_YEAR}的?(?:多少|几|\d+(?:\.\d+)?)倍")
_TIME_WORDS = re.compile(
    rf"{_RELATIVE_WORD.pattern}|(?:(?:过去|这|近|今后|未来|往后)的?)?[五5]年(?:来|里|间|后)?|(?<!\d)(?:19|20)?\d\d年",
    re.I,
)
# “十五五”期间, 十四五时期: the years of a plan that is over, or that begins; of one under way, reports tell other years.
_PLAN = re.compile(rf'({"|".join(PLANS)})[”"」]?(?:期间|时期|这?五年|以来|年均)')
_NEXT_FIVE = re.compile(
    r"(?:今后|未来|接下来|往后|以后|下一?个?|后)的?(?:五|5)年|往后几年|今后几年|(?<!\d)(?:五|5)年(?:后|以后|之后)|next five years",
    re.I,
)
_LAST_FIVE = re.compile(
    r"(?:过去|这|近|前|上|最近|往前|头)的?(?:五|5)年|(?<!\d)(?:五|5)年(?:来|里|间|内|下来|中|平均|合计|累计|总|的(?=[几总多一合平]))|上一?届|年均|(?:last|past) five years",
    re.I,
)
# As loosely: the five years of a report that reviews five.
_SOME_YEARS = re.compile(r"[前这近]几年")
_AHEAD = re.compile(
    r"目标|计划|打算|预期|准备|力争|争取|安排|拟|规划|将要?|要(?:建|做|搞|干|改|修|新|达|增|完成|实现)|想(?:干|搞|建|把|要|去)"
    r"|接下来|下一步|指标|任务|定(?:的|了|在)|往后|今后|\b(?:targets?|plans?|planned|aims?|goals?|will)\b",
    re.I,
)
_DONE = re.compile(
    r"完成了?多少|[做办干搞改修]完|实际|实现了|达到了|做到|干成|成绩|成果|建成了|搞了|弄了|建了|修了|改造了|了多少|了几|已经|现在|目前"
    r"|\bachiev|\bdid ",
    re.I,
)
# What came of a year, also of the report's own, of which it can tell only aims: 最后增长了多少, 到底收了几斤.
_OUTCOME = re.compile(
    r"最终|最后|到底(?=[^，,。；;]{0,8}[了过])|出来(?:了)?没"
    r"|实际(?!到位|使用|利用|工作)(?=[^，,。；;]{0,8}[了到过]|.{0,4}(?:增速|增长|涨幅|是多少))"
)
_YEAR_BEFORE = re.compile("上年|上一年|头年")
_YEARS_AGO = re.compile(r"(?<!\d)([二两三四五六七八九十]|\d{1,2})年(?:之|以)?前")
_NUMERALS = {"两": 2, **{char: n for n, char in enumerate("二三四五六七八九十", 2)}}
_BOTH_WAYS = re.compile(r"两年")
# More or less than last year, though no one says so: 今年是加码还是减了.
_AGAINST_THE_LAST = re.compile(
    r"加码|还是[减少降缩压]|[砍缩]了|还(?:[缺差少剩]|[得要需](?:再|多|加|补|添|增)).{0,6}(?:多少|几)|达标|加上去"
)
# Last year's own aim: 去年的任务完成没.
_AIM_OF_LAST_YEAR = re.compile(
    r"(?:任务|目标|指标)(?:去年|上年).{0,4}(?:完成|达|超)|(?:去年|上年)的?[^，今]{0,10}(?:任务|目标|指标)[^今]{0,4}(?:完成|达|超)"
)
_RESULT = re.compile(r"实际|现在|目前|如今|完成|已经|干成|建成(?!率)|落实的|打产")
_AIM = re.compile(r"目标|计划|打算|要建|预期|任务数?|口子|定(?:的|了|在)?\d")


def read_period(text: str, year: int) -> Period:
    """Read the period of a folded question; `year` is that of the report, its 今年.

    >>> read_period("去年高标准农田完成了多少", 2023)
    Period(first=2022, last=2022, forward=False, relative=('去年',))
    >>> read_period("孩子明年上幼儿园，覆盖率多高了", 2023).first
    """
    text = _OF_THE_ASKER.sub("", _NOT_ASKED.sub("", text))
    first, last, relative = _years(text, year)
    ahead, done = bool(_AHEAD.search(text)), bool(_DONE.search(text))
    if first is None:
        forward = True if ahead else False if done else None
        return Period(year, year, True) if forward else Period(forward=forward)
    # What the report says of its own year and later ones is aimed at, unless what came of it is asked; last year's aim is
    # asked for by its name.
    named_aim = bool(re.search(r"目标|计划|预期|定的", text))
    came_of_it = first == last and not ahead and bool(_OUTCOME.search(text))
    forward = (first >= year and not came_of_it) or (ahead and not done and named_aim)
    return Period(first, last, forward, relative)


def asks_for_aims(text: str) -> bool:
    """Whether a question says that it asks for an aim or a plan, and not only what a year brings."""
    return bool(_AHEAD.search(_NOT_ASKED.sub("", text)))


def named_periods(text: str, year: int) -> tuple[Period, ...]:
    """All the periods that a question sets beside each other; an aim or a result without a year is this or last year's.

    >>> [(p.first, p.forward) for p in named_periods("粮食目标比去年实际低多少", 2023)]
    [(2022, False), (2023, True)]
    """
    rest = _TIMES.sub("", _NOT_ASKED.sub("", text))
    found = [Period(year - 5, year - 1, False)] * bool(_LAST_FIVE.search(rest))
    found += [Period(year, year + 4, True)] * bool(_NEXT_FIVE.search(rest))
    rest = _NEXT_FIVE.sub("", _LAST_FIVE.sub("", rest))
    years = {year + _RELATIVE[word.lower()] for word in _RELATIVE_WORD.findall(rest)}
    years |= {_number(match) for match in _YEAR.finditer(rest)}
    # 比前年多了多少 asks for last year's growth: what a report does not review is only compared with.
    found += [Period(one, one, one >= year) for one in sorted(years) if one >= year - 1]
    if _AGAINST_THE_LAST.search(rest) and [period.first for period in found] == [year]:
        found.append(Period(year - 1, year - 1, False))
    if _BOTH_WAYS.search(rest):
        found += [Period(year - 1, year - 1, False), Period(year, year, True)]
    if _AIM.search(rest) and not _AIM_OF_LAST_YEAR.search(rest) and not any(period.forward for period in found):
        found.append(Period(year, year, True))
    if _RESULT.search(rest) and all(period.forward for period in found):
        found.append(Period(year - 1, year - 1, False))
    return tuple(sorted(dict.fromkeys(found), key=lambda period: (period.first or 0, period.last or 0)))


def base_years(text: str, year: int) -> frozenset[int]:
    """The past years that a question names; 上年 may also be the year before the one that a report reviews, 五年前 that before its five, from the end
    of which they count.

    >>> sorted(base_years("按今年的安排倒推，2022年是多少", 2023)), sorted(base_years("上一年是多少", 2023))
    ([2022], [2021, 2022])
    """
    words = _RELATIVE_WORD.findall(text)
    years = {year + _RELATIVE[word.lower()] for word in words} | {_number(match) for match in _YEAR.finditer(text)}
    years |= {year - 2} if _YEAR_BEFORE.search(text) else set()
    for ago in (_NUMERALS.get(many) or int(many) for many in _YEARS_AGO.findall(text)):
        years |= {year - 1 - ago, year - ago}
    return frozenset(one for one in years if one < year)


def names_some_years(text: str) -> bool:
    """Whether a question speaks of the last years without saying of how many: 这几年."""
    return bool(_SOME_YEARS.search(text) and not _LAST_FIVE.search(text))


def without_period(question: str) -> str:
    """The question without its words for a period, unless nothing else is left."""
    return _TIME_WORDS.sub(" ", question).strip() or question


def period_words(question: str) -> tuple[str, ...]:
    """The words of a question for a year, 去年, 五年 and the like."""
    return tuple(match[0] for match in _TIME_WORDS.finditer(unicodedata.normalize("NFKC", question)))


def names_period(question: str) -> bool:
    """Whether a question names a year, 去年, 五年 and the like."""
    return bool(_TIME_WORDS.search(unicodedata.normalize("NFKC", question)))


def _years(text: str, year: int) -> tuple[int | None, int | None, tuple[str, ...]]:
    """First and last year asked for, and the relative words they were read from."""
    if (plan := _PLAN.search(text)) and not (PLANS[plan[1]] < year <= PLANS[plan[1]] + 4):
        return PLANS[plan[1]], PLANS[plan[1]] + 4, ()
    if _NEXT_FIVE.search(text):
        return year, year + 4, ()
    if _LAST_FIVE.search(text) or _SOME_YEARS.search(text):
        return year - 5, year - 1, ()
    if span := _YEARS.search(text):
        return int(span[1]), int(span[2]), ()
    text = _BASE_YEAR.sub("", text)
    relative, absolute = _RELATIVE_WORD.search(text), _YEAR.search(text)
    if relative and not (absolute and absolute.start() < relative.start()):
        there = year + _RELATIVE[relative[0].lower()]
        return there, there, (relative[0],)
    if absolute:
        there = _number(absolute)
        return there, there, ()
    return None, None, ()


def _number(match: re.Match[str]) -> int:
    return int(match[1] + match[2]) if match[1] else 2000 + int(match[3])
