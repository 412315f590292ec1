"""An answer to a question that was asked in English -> the same, with its figures told as English tells them.

What is quoted stays as it is, letter by letter. Beside it a reader who knows no 万 or 亿 is told what its figures are; each is
another way to write a figure of the answer, exactly, with its hedge.
"""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from qa.answering.figures import Direction, Figure, Hedge, find_figures
from qa.answering.figures.units import base, counts_things
from qa.domain import Answer, Citation, Status

# More figures than that would have to be told with what they are of.
_MOST = 3
_SCALES = ((10**12, " trillion"), (10**9, " billion"), (10**6, " million"))
_UNITS = {
    "%": "%",
    "百分点": " percentage points",
    "元": " yuan",
    "美元": " US dollars",
    "人": " people",
    "人次": " visits",
    "亩": " mu",
    "米": " metres",
    "公里": " km",
    "平方公里": " sq km",
    "平方米": " sq m",
    "立方米": " cubic metres",
    "吨": " tonnes",
    "斤": " jin (0.5 kg)",
    "千瓦": " kW",
    "千瓦时": " kWh",
    "微克/立方米": " µg/m³",
    "倍": " times",
    "天": " days",
    "分钟": " minutes",
    "个月": " months",
    "岁": " years of age",
    "标箱": " TEU",
}
# Units told in a larger one of theirs, and how many of theirs that holds.
_MANY = 1000
_TOLD_IN = {"米": ("公里", 1000), "克": ("吨", 10**6), "公斤": ("吨", 1000)}
_HEDGES = {
    Hedge.EXACT: "",
    Hedge.AT_LEAST: "at least ",
    Hedge.MORE_THAN: "more than ",
    Hedge.ABOUT: "about ",
    Hedge.NEARLY: "nearly ",
    Hedge.AT_MOST: "at most ",
    Hedge.LESS_THAN: "less than ",
    Hedge.AIM: "aiming at ",
}
_DIRECTIONS = {
    Direction.UP_BY: "up ",
    Direction.DOWN_BY: "down ",
    Direction.UP_TO: "raised to ",
    Direction.DOWN_TO: "lowered to ",
}
_STATUSES = {Status.DONE: "result", Status.TARGET: "target", Status.PLAN: "plan"}


def in_english(answer: Answer) -> Answer:
    """The answer with an English word on what it is; what it quotes and where that stands is not touched."""
    if answer.status == "abstained":
        return replace(answer, text=f"The report does not answer this. {answer.text}")
    told = list(dict.fromkeys(_told(answer)))
    if not 0 < len(told) <= _MOST:
        return answer
    return replace(answer, notices=(*answer.notices, f"In English: {'; '.join(told)}."))


def _told(answer: Answer) -> Iterator[str]:
    """Each figure of the answer with what it is of: 45万人左右 = about 450,000 people (2023, target)."""
    quotes = {quote.marker: quote for quote in answer.citations}
    for claim in answer.claims:
        for figure in find_figures(claim.text if claim.computation is None else claim.text.partition("（")[0]):
            if figure.kind == "quantity" and (said := figure_in_english(figure)):
                of = _of(quotes[claim.markers[0]]) if claim.computation is None else "computed"
                yield f"{figure.text} = {said} ({of})"


def _of(quote: Citation) -> str:
    status = _STATUSES.get(Status(quote.status), "")
    return ", ".join(part for part in (quote.period, status) if part)


def figure_in_english(figure: Figure) -> str:
    """A figure as English writes it; "" for a unit that has no English here.

    >>> [figure_in_english(f) for f in find_figures("城镇新增就业45万人左右，下降2.2%")]
    ['about 450,000 people', 'down 2.2%']
    """
    size, unit = (Fraction(1), figure.unit) if figure.unit in _UNITS else base(figure.unit)
    if not (counts_things(unit) or unit in _UNITS or unit in _TOLD_IN):
        return ""
    exact = Decimal(size.numerator) / Decimal(size.denominator)
    told, holds = _TOLD_IN[unit] if unit in _TOLD_IN and figure.value * exact >= _MANY else (unit, 1)
    ends = [figure.value, *([figure.high] if figure.high is not None else [])]
    numbers = " to ".join(_number(value * exact / holds) for value in ends)
    return f"{_DIRECTIONS.get(figure.direction, '')}{_HEDGES[figure.hedge]}{numbers}{_UNITS.get(told, '')}"


def _number(value: Decimal) -> str:
    """Grouped by thousands, from a million on told in millions and more, as exactly as it is."""
    scale, word = next(((scale, word) for scale, word in _SCALES if abs(value) >= scale), (1, ""))
    shown = (value / scale).normalize()
    return f"{shown:,f}{word}"
