"""Text -> figures."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from qa.answering.figures import numerals, subjects, units, wording
from qa.answering.figures.composed import mixed, tenths
from qa.answering.figures.directions import comes_from
from qa.answering.figures.measures import CURRENCY_SIGNS, ITEMS, ONE_IS_A_NUMBER
from qa.answering.figures.names import find_names
from qa.answering.figures.record import Direction, Figure, Hedge, Reading

_AR, _CN = numerals.ARABIC, numerals.CHINESE


def _number(prefix: str = "") -> str:
    """The pattern of a number, its scale and its unit: 6600|多|万|人."""
    return (
        rf"(?P<{prefix}num>{_AR}|{_CN})\s?(?P<{prefix}odd>[多余](?=[百千万亿]|{units.UNIT}))?"
        rf"(?P<{prefix}scale>{units.SCALE}|{units.LATIN_SCALE})?(?P<{prefix}odd2>[多余](?!于))?\s?(?P<{prefix}unit>{units.UNIT})?"
    )


_QUANTITY = re.compile(_number())
_RANGE = re.compile(_number() + r"\s?(?P<sep>——|[—–\-~至到]| to )\s?" + _number("high_"))
_PERCENT = re.compile(rf"(?P<of>[百千万])分之(?P<num>{_AR}|{_CN})")
_PARTS_OF = {"百": "%", "千": "‰", "万": "/10000"}
_FRACTION = re.compile(rf"(?P<below>{_CN})分之(?P<above>{_CN})|(?P<a>\d{{1,3}})/(?P<b>[1-9]\d{{0,2}})(?![\d/])")
_RATIO = re.compile(r"(?P<num>\d+(?:\.\d+)?)\s?[:∶：]\s?1(?![\d.:∶：])")
_HALF = re.compile(r"一半(?!是|以为)")
_DOUBLING = re.compile(rf"翻了?(?P<times>[{numerals.CHINESE_DIGIT}\d])?番")
_YEARS = re.compile(
    r"(?P<first>(?:19|20)\d\d)(?:年?\s?(?:——|[—–\-~至到]| to )\s?(?P<last>(?:19|20)\d\d))?(?:\s?年|(?!\d|,\d|\.\d))"
)
_LATIN_WORD = re.compile(r"\s?[A-Za-z]")
_CHINESE_YEAR = re.compile(rf"(?P<first>[一二][零〇{numerals.CHINESE_DIGIT}]{{3}})年")
# 千亿元 and 万亿元 are amounts only where a hedge says so: 超千亿元, but 千亿斤粮食产能提升行动.
_BARE_SCALE = re.compile(rf"(?P<scale>{units.SCALE}|百)(?P<unit>{units.UNIT_AFTER_CHINESE}|(?=[的，。；、]))(?!级)")
_BARE_SCALE_AFTER = re.compile(
    r"(?:超过|超|突破|逾|近|接近|达到|达|约|跨越|跃上|迈上|破|(?<![不通经])过|(?:保持|稳定|维持)在)$"
)
_UNIT_AFTER_CHINESE = re.compile(units.UNIT_AFTER_CHINESE)
_START = re.compile(rf"[\d零〇十百千万亿翻{numerals.CHINESE_DIGIT}]")
_RUN = re.compile(rf"{_AR}|{_CN}|.")


def find_figures(text: str) -> list[Figure]:
    """The figures of a text, in order.

    >>> [(f.text, f.hedge.value, f.direction.value, f.subject) for f in find_figures("地区生产总值增长5%以上")]
    [('5%', 'at_least', 'up_by', '地区生产总值')]
    """
    return list(_figures(text))


# The same sentences are read for every question, and each claim against every quote: 0.1 ms becomes 1 µs.
@lru_cache(maxsize=8192)
def _figures(text: str) -> tuple[Figure, ...]:
    folded = numerals.fold(text)
    readings = list(_readings(folded))
    contexts = wording.contexts(folded, readings)
    names = subjects.subjects(folded, readings, contexts)
    return tuple(
        Figure(
            start=reading.start,
            end=reading.end,
            text=text[reading.start : reading.end],
            value=reading.value,
            high=reading.high,
            unit=reading.unit,
            hedge=context.hedge,
            direction=context.direction,
            subject=subject,
            kind=reading.kind,
        )
        for reading, context, subject in zip(readings, contexts, names, strict=True)
    )


def _readings(text: str) -> Iterator[Reading]:
    """The numbers with their units, left to right, without those that are names."""
    names = [(name.start, name.end) for name in find_names(text)]
    position = 0
    while match := _START.search(text, position):
        start = match.start()
        inside = max((end for a, end in names if a <= start < end), default=None)
        reading = None if inside else _read(text, start)
        if reading:
            yield reading
            position = reading.end
        else:
            run = _RUN.match(text, start)
            position = inside or (run.end() if run else start + 1)


def _read(text: str, start: int) -> Reading | None:
    """The figure that begins at `start`, if one does; the longest form first."""
    for reader in (
        _year, _percent, _fraction, _ratio, _doubling, mixed, tenths, _range, _bare_scale, _quantity
    ):  # fmt: skip
        if reading := reader(text, start):
            return reading
    return None


def _year(text: str, start: int) -> Reading | None:
    if match := _CHINESE_YEAR.match(text, start):
        year = numerals.chinese_year(match["first"])
        return Reading(start, match.end(), year, "年", kind="year") if year else None
    match = _YEARS.match(text, start)
    if not match or (not match[0].endswith("年") and not _bare_year(text, match)):
        return None
    last = Decimal(match["last"]) if match["last"] else None
    return Reading(start, match.end(), Decimal(match["first"]), "年", last, kind="year")


def _bare_year(text: str, match: re.Match[str]) -> bool:
    """2022 in 2022全球工业互联网大会 and in "in 2022", but not in 2000个, 突破2000 or "2000 projects"."""
    quantity = _QUANTITY.match(text, match.start())
    if (quantity and (quantity["unit"] or quantity["scale"])) or wording.hedged(text, match.start(), match.end()):
        return False
    if _RECKONED.search(text, 0, match.start()) or _RECKONED_WITH.match(text, match.end()):
        return False
    year = int(match["first"])
    return 1949 <= year < 2100 and not (year % 100 == 0 and _LATIN_WORD.match(text, match.end()))


# A number in a working is no year: 971 + 952 = 1923.
_RECKONED, _RECKONED_WITH = re.compile(r"[=≈÷×+−]\s?$"), re.compile(r"\s?[=≈÷×+−]")


def _percent(text: str, start: int) -> Reading | None:
    match = _PERCENT.match(text, start)
    value = match and _value(match["num"])
    return Reading(start, match.end(), value, _PARTS_OF[match["of"]]) if match and value is not None else None


def _fraction(text: str, start: int) -> Reading | None:
    if half := _HALF.match(text, start):
        return Reading(start, half.end(), Decimal(1), "/2")
    match = _FRACTION.match(text, start)
    if not match or text[max(start - 1, 0)] in "/.":
        return None
    above, below = (match["above"], match["below"]) if match["above"] else (match["a"], match["b"])
    value, parts = _value(above), _value(below)
    return Reading(start, match.end(), value, f"/{parts}") if value is not None and parts else None


def _ratio(text: str, start: int) -> Reading | None:
    match = _RATIO.match(text, start)
    return Reading(start, match.end(), Decimal(match["num"]), ":1") if match else None


def _doubling(text: str, start: int) -> Reading | None:
    match = _DOUBLING.match(text, start)
    times = match and _value(match["times"] or "一")
    return Reading(start, match.end(), 2**times, "倍", direction=Direction.UP_TO) if match and times else None


def _range(text: str, start: int) -> Reading | None:
    """5%—6%, 3-5个, 1.5亿至2亿元; but 从5%到6% are two figures."""
    match = _RANGE.match(text, start)
    if not match or (
        match["sep"] in ("至", "到", " to ") and comes_from(text[wording.clause_start(text, start) : start])
    ):
        return None
    low, high = _value(match["num"]), _value(match["high_num"])
    low_unit, unit = ((match[p + "scale"] or "").strip() + (match[p + "unit"] or "") for p in ("", "high_"))
    if low is None or high is None or not unit or match["odd"] or match["high_odd"]:
        return None
    if low_unit and not unit.startswith(low_unit):
        (low_size, low_base), (size, high_base) = units.base(low_unit), units.base(unit)
        if low_base != high_base:
            return None
        ratio = low_size / size
        low = low * ratio.numerator / ratio.denominator
    if not low < high:
        return None
    return Reading(start, match.end(), low, unit, high)


def _bare_scale(text: str, start: int) -> Reading | None:
    match = _BARE_SCALE.match(text, start)
    if not match or not _BARE_SCALE_AFTER.search(text, 0, start):
        return None
    return Reading(start, match.end(), Decimal(1), match["scale"] + match["unit"])


def _quantity(text: str, start: int) -> Reading | None:
    match = _QUANTITY.match(text, start)
    if not match:
        return None
    number, unit = match["num"], match["unit"] or ""
    more = Hedge.MORE_THAN if match["odd"] or match["odd2"] else None
    scale = (match["scale"] or "").strip()
    if number[0].isdigit():
        value = numerals.arabic(number)
        if start and text[start - 1] == "-" and re.search(r"(?:[一-鿿(（]|\S\s)-$", text[max(0, start - 3) : start]):
            value, start = -value, start - 1
        if not unit and (currency := _currency(text, start)):
            unit = currency
        end = match.end() if match["unit"] else match.end("odd2" if match["odd2"] else "scale" if scale else "num")
        if not unit and wording.in_english(text, start, end):
            unit = ITEMS
        spaced = scale.isascii() and scale and unit
        return Reading(start, end, value, f"{scale} {unit}" if spaced else scale + unit, hedge=more)
    return _chinese_quantity(text, start, match, more)


def _chinese_quantity(text: str, start: int, match: re.Match[str], more: Hedge | None) -> Reading | None:
    """A Chinese numeral is a figure only before a unit, and 一 and 二 not before every one."""
    number, scale = match["num"], match["scale"] or ""
    unit = _UNIT_AFTER_CHINESE.match(text, match.start("unit")) if match["unit"] else None
    if not unit or number == "零":
        return None
    if not scale and not more and number in "一二" and unit[0] not in ONE_IS_A_NUMBER.split():
        return None
    if pair := numerals.neighbours(number):
        return Reading(start, unit.end(), pair[0], scale + unit[0], pair[1])
    value = numerals.chinese(number)
    return Reading(start, unit.end(), value, scale + unit[0], hedge=more) if value is not None else None


def _currency(text: str, start: int) -> str | None:
    """The unit of a number with a money sign before it: RMB 142.4 billion."""
    before = text[max(0, start - 6) : start]
    return next((unit for unit, sign in CURRENCY_SIGNS.items() if re.search(rf"(?:{sign})$", before)), None)


def _value(number: str) -> Decimal | None:
    return numerals.arabic(number) if number[0].isdigit() else numerals.chinese(number)
