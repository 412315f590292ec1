"""A text and a place in it -> the time that is said there, and whether it is told as done or as aimed at."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from qa.answering.figures import find_figures
from qa.domain import Citation, Status

FORWARD = (Status.TARGET, Status.PLAN)


class Moment(Enum):
    """What a word for a time says: the year or years it names, or years counted from the report's own."""

    IN = "in"
    BY = "by"
    BASE = "base"
    LAST_YEAR = "last year"
    THIS_YEAR = "this year"
    ONE_YEAR = "one year"
    PAST_SPAN = "past years"
    COMING_SPAN = "coming years"


@dataclass(frozen=True, slots=True)
class Mark:
    """A word for a time at `[start, end)`; `years` are the first and last that it names, or the length of a span twice."""

    start: int
    end: int
    moment: Moment
    years: tuple[int, int] = (0, 0)


class Stance(Enum):
    """Told as done, as aimed at; or by a verb that reports use for both (完成, 实现)."""

    DONE = "done"
    AIMED = "aimed"
    EITHER = "either"


_CHINESE = {digit: value for value, digit in enumerate("零一二三四五六七八九十")}
_N = r"(?P<{}>[二三四五六七八九十]|[2-9]|\d\d)"
# Words for a time counted from the report's year; 比去年 and 较上年 name what a figure is compared with.
_WORDS = (
    (
        Moment.LAST_YEAR,
        r"(?<![比较与同])(?:去年|上一?年(?!度)|过去的?一年|一年来)|\blast year\b|\b(?:the )?previous year\b(?<!from the previous year)",
    ),
    (Moment.THIS_YEAR, r"(?<![比较与同])(?:今年|本年(?!级))|\bthis year\b"),
    (Moment.ONE_YEAR, r"全年"),
    (
        Moment.PAST_SPAN,
        rf"(?:过去|刚刚过去的|这|近|(?<!学)前|最近)的?{_N.format('a')}个?年(?!前)(?:来|间|里)?|{_N.format('b')}年(?:来|间|以来)"
        rf"|\b(?:past|last|previous) (?P<c>five|three|ten|\d+) years\b",
    ),
    (
        Moment.COMING_SPAN,
        rf"(?:今后|未来|接下来|下一个)的?{_N.format('d')}年|\b(?:next|coming) (?P<e>five|three|ten|\d+) years\b",
    ),
)
_WORD_PATTERNS = [(moment, re.compile(pattern, re.IGNORECASE)) for moment, pattern in _WORDS]
_ENGLISH_NUMBERS = {"five": 5, "three": 3, "ten": 10}
_BASE_BEFORE = re.compile(r"(?:比|较|相比|同比|从|由|自|与|\bfrom|\bthan(?: in)?|\bthat of|\bover)\s?(?:上年|同期)?$")
_BASE_AFTER = re.compile(r"的?(?:同期)?的?\s?(?:约|近|超过?)?[\d一二两三四五六七八九十.]+\s?(?:倍|%|成)|以来|相比|之前")
_BY_BEFORE = re.compile(r"(?:到|至|截至|截止到?|\bby(?: the end of)?)\s?$")
# Parts of a year, and years outside the report's own: a claim has them from its quote or not at all.
_LITERAL = re.compile(
    r"[上下]半年|[一二三四]季度|前[两三]季度|年底|年末|年初|岁末|明年|来年|前年|\d{1,2}月|\bnext year\b|\b(?:first|second) half\b"
    r"|\bquarter\b|“?十[二三四五六]五”?"
)

# Where a reader starts afresh: what is said of one clause governs the next until that says something else.
_PART = re.compile(r"[。；！？;!?\n]|\.(?=\s|$)")
# A stage before a colon is that of what follows it: 2023年的目标：建成60个.
_CLAUSE = re.compile(
    r"，|(?<!目标)(?<!规划)[：:]|,(?!\d)|(?:而|但是?|并|，|且|和|与|高于|低于|多于|少于)(?=(?:20\d\d|去年|今年|过去|今后|五年))"
)
# A clause that says of the one before it what that is: 增长5%以上，这是2023年的目标.
_REFERS_BACK = re.compile(r"\s*(?:这|都|均|也|此|它)?(?:是|为|属于)|\s*(?:which|this|that) (?:is|was)\b")

_AIMED = re.compile(
    r"目标|计划|打算|预期|预计|力争|争取(?=在|达|实|完|突|超|增|到|让|使)|拟|规划|谋划|确保|安排|部署|将(?![军领士来])|(?<![重主必需须首提只不纪])要(?![求素点闻塞])|今年|明年|未来|今后|准备|有望"
    r"|\b(?:targets?|plan(?:s|ned)?|aim(?:s|ed)?|goals?|will|expect(?:s|ed)?|project(?:ed)?|shall|intends?|seeks?|is to|are to|to be)\b",
    re.IGNORECASE,
)
_DONE = re.compile(
    r"去年|上一?年(?!度)|过去|已经?|实际(?!使用外资|利用外资|到位)|[^为除罢末明终未受解说提讲到有]了(?![解然])|曾|如期|圆满|超额|成功|顺利完成"
    r"|\b(?:grew|rose|fell|reached|achieved|completed|was|were|has|have|had|did|totall?ed|increased|declined|dropped|exceeded|built|added|created|actual(?:ly)?)\b",
    re.IGNORECASE,
)
_EITHER = re.compile(r"完成|实现|建成|做到|达成|办结|竣工|投产|通车")


@lru_cache(maxsize=4096)
def marks(text: str) -> tuple[Mark, ...]:
    """The words for a time in a text, in order, none inside another."""
    found = [
        _year_mark(text, f.start, f.end, int(f.value), int(f.high or f.value))
        for f in find_figures(text)
        if f.kind == "year"
    ]
    for moment, pattern in _WORD_PATTERNS:
        for match in pattern.finditer(text):
            length = next((value for value in match.groups() if value), "") if match.groups() else ""
            number = _CHINESE.get(length) or _ENGLISH_NUMBERS.get(length.lower()) or int(length or 0)
            found.append(Mark(match.start(), match.end(), moment, (number, number)))
    return tuple(sorted(found, key=lambda mark: mark.start))


def _year_mark(text: str, start: int, end: int, first: int, last: int) -> Mark:
    before, after = text[max(0, start - 8) : start], text[end : end + 12]
    if _BASE_BEFORE.search(before) or _BASE_AFTER.match(after):
        moment = Moment.BASE
    else:
        moment = Moment.BY if _BY_BEFORE.search(before) else Moment.IN
    return Mark(start, end, moment, (first, last))


@lru_cache(maxsize=4096)
def _breaks(text: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Where the parts of a text begin, and where its clauses do."""
    parts = [0, *(match.end() for match in _PART.finditer(text))]
    clauses = [*parts, *(match.end() for match in _CLAUSE.finditer(text))]
    return tuple(parts), tuple(sorted(set(clauses)))


def _clause(text: str, at: int) -> tuple[int, int]:
    clauses = _breaks(text)[1]
    start = max(begin for begin in clauses if begin <= at)
    return start, min((begin for begin in clauses if begin > at), default=len(text))


def literal(text: str) -> list[str]:
    """The words for a time that a claim may only take from its quote as they stand."""
    return [match[0] for match in _LITERAL.finditer(text)]


def clauses(text: str) -> tuple[int, ...]:
    """Where the clauses of a text begin."""
    return _breaks(text)[1]


def clause(text: str, at: int) -> str:
    """The clause around a place."""
    return text[slice(*_clause(text, at))]


def parts(text: str) -> list[tuple[int, int]]:
    """The sentences and halves of sentences of a text, as spans."""
    starts = _breaks(text)[0]
    return [
        (start, end) for start, end in zip(starts, (*starts[1:], len(text)), strict=True) if text[start:end].strip()
    ]


def governing(text: str, at: int) -> Mark | None:
    """The word for a time that holds at a place: in its clause, else in the nearest one before, else in one that refers back."""
    said = [mark for mark in marks(text) if mark.moment is not Moment.BASE]
    start, end = _clause(text, at)
    before = [mark for mark in said if mark.start <= at]
    own = [mark for mark in said if start <= mark.start < end]
    ahead = [mark for mark in own if mark.start > at]
    if own and before and before[-1] in own:
        return before[-1]
    if ahead:
        return ahead[0]
    if before:
        return before[-1]
    if _REFERS_BACK.match(text, end):
        _, behind = _clause(text, end)
        return next((mark for mark in said if end <= mark.start < behind), None)
    return None


def stance(text: str, at: int, known: str = "") -> Stance | None:
    """How a place is told; words that `known` has too say nothing, for there they may be a plan's name."""
    start, end = _clause(text, at)
    while True:
        if told := _told(text[start:end], at - start, known):
            return told
        timed = any(start <= mark.start < end and mark.moment is not Moment.BASE for mark in marks(text))
        if timed or not start or _begins_part(text, start):
            break
        start, end = _clause(text, start - 1)
    end = _clause(text, at)[1]
    return (
        _told(text[slice(*_clause(text, end))], 0, known) if end < len(text) and _REFERS_BACK.match(text, end) else None
    )


def aims(text: str, at: int, known: str) -> bool:
    """Whether the clause around a place has a word for an aim that `known` lacks."""
    return any(match[0] not in known for match in _AIMED.finditer(clause(text, at)))


def _begins_part(text: str, start: int) -> bool:
    return start in _breaks(text)[0]


def _told(clause: str, at: int, known: str) -> Stance | None:
    found = [
        (abs(match.start() - at) if match.start() <= at else 2 * abs(match.start() - at), told)
        for pattern, told in ((_AIMED, Stance.AIMED), (_DONE, Stance.DONE))
        for match in pattern.finditer(clause)
        if match[0] not in known
    ]
    if found:
        return min(found, key=lambda one: one[0])[1]
    return Stance.EITHER if any(match[0] not in known for match in _EITHER.finditer(clause)) else None


def time_holds(mark: Mark, quote: Citation, at: int) -> bool:
    """Whether what a quote says at a place is of the time that a claim's word names."""
    first, last = period(quote)
    if mark.moment in (Moment.IN, Moment.BY):
        return _years_hold(mark, quote, at)
    if mark.moment is Moment.BASE:
        return any(other.moment is Moment.BASE and other.years == mark.years for other in marks(quote.quote))
    if any(other.moment is mark.moment and other.years == mark.years for other in _at(quote, at)):
        return True
    if mark.moment is Moment.ONE_YEAR:
        return first == last
    done, ahead = quote.status == Status.DONE, quote.status in FORWARD
    if mark.moment in (Moment.LAST_YEAR, Moment.THIS_YEAR):
        return first == last and (done if mark.moment is Moment.LAST_YEAR else ahead)
    return first < last == first + mark.years[0] - 1 and (done if mark.moment is Moment.PAST_SPAN else ahead)


def _at(quote: Citation, at: int) -> Sequence[Mark]:
    said = governing(quote.quote, min(at, max(len(quote.quote) - 1, 0)))
    return [said] if said else []


def _years_hold(mark: Mark, quote: Citation, at: int) -> bool:
    """A year is that of the quote's own words for this place, else that of its label; a span is one whole."""
    said = [other for other in _at(quote, at) if other.moment in (Moment.IN, Moment.BY)]
    if said and said[0].years == mark.years:
        return mark.moment is said[0].moment or mark.moment is Moment.IN or said[0].moment is Moment.BY
    own = said and _clause(quote.quote, at)[0] <= said[0].start
    if own or mark.moment is Moment.BY:
        return mark.moment is Moment.BY and not own and mark.years == (period(quote)[1],) * 2
    return period(quote) == mark.years


def period(quote: Citation) -> tuple[int, int]:
    """First and last year of a quote's label."""
    first, _, last = quote.period.partition("–")
    return int(first or 0), int(last or first or 0)
