"""Text -> the figures it states. The ruler's own reader: it shares no code with the product's, so neither hides the other's faults."""

import re
from dataclasses import dataclass

from evals.metrics.matching import fold, plain

# Units told apart. Those of one row are interchangeable in speech ("76家" is "76户"); a figure may not change rows.
_ROWS = (
    ("%", "percent", "per cent"),
    ("个百分点", "百分点", "个点", "percentage points", "percentage point"),
    ("倍", "times"),
    ("成",),
    ("元", "块", "yuan"),
    ("亩", "mu"),
    ("斤",),
    ("吨",),
    ("公里", "千米", "kilometers", "kilometres", "km"),
    ("平方米",),
    ("立方米",),
    ("微克/立方米", "微克", "μg/m3", "μg", "ug"),
    ("人次",),
    ("人", "名", "位", "people", "jobs"),
    ("个", "家", "户", "项", "件", "所", "套", "座", "处", "支", "条", "部", "种", "批", "份", "只", "宗"),
    ("次", "届"),
    ("年", "years"),
    ("月",),
    ("日", "号"),
    ("天",),
)
_UNITS = {unit: row[0] for row in _ROWS for unit in row}
_SCALES = {
    "万亿": 1e12,
    "亿": 1e8,
    "万": 1e4,
    "千": 1e3,
    "百": 1e2,
    "trillion": 1e12,
    "billion": 1e9,
    "million": 1e6,
    "thousand": 1e3,
}

# Hedges told apart: at least, at most, about, nearly.
_AFTER = {"以上": ">=", "or more": ">=", "or above": ">=", "and above": ">=", "or higher": ">=", "以下": "<=", "以内": "<=",
          "左右": "~", "上下": "~"}  # fmt: skip
_BEFORE = {
    ">=": "超过|突破|不低于|不少于|不小于|至少|最少|最低|高于|大于|逾|超|more than|over|above|at least|exceeding|exceeds?|no less than",
    "<=": "不足|不超过|不高于|低于|少于|小于|至多|最多|less than|under|below|at most|no more than",
    "~": "大约|大概|约合|约|about|around|approximately|roughly|some",
    "near": "接近|将近|近|nearly|almost|close to",
}
_UP = "增长|提高|提升|上涨|上升|增加|增至|涨|rose|rise|rises|increased?|grew|grow|growth|up"
_DOWN = "下降|降低|减少|下滑|回落|降至|降到|降为|缩减|fell|fall|declined?|decreased?|dropped?|down"

_UNIT = "|".join(
    re.escape(u) + ("(?![a-z])" if u[-1].isascii() and u[-1].isalpha() else "")
    for u in sorted(_UNITS, key=len, reverse=True)
)
_FIGURE = re.compile(
    r"(?P<percent>百分之)?(?<![a-z\d.])(?P<number>(?:(?<=[长速为是达到幅])[-−])?\d++(?:\.\d++)?+)\s*(?P<more>多|余)?\s*"
    rf"(?P<scale>{'|'.join(_SCALES)})?\s*(?P<more2>多|余)?\s*(?:(?P<unit>{_UNIT})|(?![a-z]))"
)
_HEDGE_AFTER = re.compile(rf"\s*({'|'.join(_AFTER)})|(?P<more>多)(?=$|[，。;()按])")
# "按5%计" takes a hedged figure for what it says at least, in the open.
_TAKEN = "taken"
_HEDGE_BEFORE = [(hedge, re.compile(rf"(?:{words})(?:了|至|到)?\s*$")) for hedge, words in _BEFORE.items()]
_DIRECTION = re.compile(rf"(?P<up>{_UP})|(?P<down>{_DOWN})")
_CLAUSE = re.compile(r"[，;。；:：!?！？()（）\n]|\.\s")
_YEARS = re.compile(
    r"(?<![\d.])(?<![=≈÷×+])(?<![=≈÷×+]\s)(?:(?P<long>(?:19|20)\d\d)(?!\s?[=≈÷×+])(?=年|[-–—~至到/ ]|\.(?!\d)|$|[^\d.万亿千百%a-z个家户项件元亩人公])|(?P<short>[12]\d|3[0-5])(?=年))"
)
_TITLE = re.compile(r"(?:19|20)\d\d年?[^，。;0-9]{0,8}政府工作报告")
_DIGITS = {"零": 0, "〇": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
_CHINESE = re.compile("[零〇一二两三四五六七八九十百]+")


@dataclass(frozen=True, slots=True)
class Figure:
    """A stated figure: `value` is `number` times its scale word (万, 亿); `unit` is the first of its row, "" if none is read."""

    number: float
    scale: str
    value: float
    unit: str
    hedge: str
    direction: str
    start: int
    end: int


def read_figures(text: str) -> list[Figure]:
    """The figures of a text in Arabic digits; years, markers, list numbers and names such as PM2.5 are none.

    Offsets are those of `normal(text)`.
    """
    folded = normal(text)
    years = {match.start() for match in _YEARS.finditer(folded)}
    return [_figure(folded, match) for match in _FIGURE.finditer(folded) if match.start("number") not in years]


def read_years(text: str) -> list[int]:
    """The calendar years that a text names; a report's title is a name, not a statement of time."""
    folded = _TITLE.sub("", normal(text))
    return [int(m["long"]) if m["long"] else 2000 + int(m["short"]) for m in _YEARS.finditer(folded)]


def chinese_numbers(text: str) -> set[float]:
    """The values of the numbers written in Chinese numerals: "第十四届" -> 14."""
    return {value for match in _CHINESE.finditer(text) if (value := _chinese(match[0])) is not None}


def normal(text: str) -> str:
    """The text as figures are read from it: folded, without markers and list numbering."""
    return fold(plain(text)).replace("＋", "+")


def stands_in(figure: Figure, quoted: Figure) -> bool:
    """Whether a quoted figure bears out a stated one: same value, unit and hedge, no opposite direction."""
    return (
        _same(figure.value, quoted.value)
        and _units_agree(figure, quoted)
        and figure.hedge in (quoted.hedge, _TAKEN)
        and {figure.direction, quoted.direction} != {"up", "down"}
    )


def _units_agree(figure: Figure, quoted: Figure) -> bool:
    """A unit may be left out where nothing but things are counted ("927 高频事项"), never %, 元 or 亩."""
    countable = {"", "个", "人", "次"}
    return (
        figure.unit == quoted.unit
        or (figure.unit == "" and quoted.unit in countable)
        or (quoted.unit == "" and figure.unit in countable)
    )


def _figure(text: str, match: re.Match[str]) -> Figure:
    number = float(match["number"].replace("−", "-"))
    unit = _UNITS.get(match["unit"] or "", "%" if match["percent"] else "")
    return Figure(
        number=number,
        scale=match["scale"] or "",
        value=number * _SCALES.get(match["scale"] or "", 1.0),
        unit=unit,
        hedge=_hedge(text, match),
        direction=_direction(text[: match.start()]),
        start=match.start(),
        end=match.end(),
    )


def _hedge(text: str, match: re.Match[str]) -> str:
    if text[: match.start()].endswith("按") and re.match("计|算", text[match.end() :]):
        return _TAKEN
    if after := _HEDGE_AFTER.match(text, match.end()):
        return ">=" if after["more"] else _AFTER[after[1]]
    before = text[max(0, match.start() - 16) : match.start()]
    for hedge, pattern in _HEDGE_BEFORE:
        if pattern.search(before):
            return hedge
    return ">=" if match["more"] or match["more2"] else ""


def _direction(before: str) -> str:
    """The last word of direction in the clause up to the figure, within a dozen characters."""
    clause = _CLAUSE.split(before)[-1][-24:]
    found = [match.lastgroup for match in _DIRECTION.finditer(clause)]
    return found[-1] or "" if found else ""


def _same(a: float, b: float) -> bool:
    return abs(a - b) <= 1e-9 * max(abs(a), abs(b), 1.0)


def _chinese(numeral: str) -> float | None:
    """Up to 999: "二十" -> 20; a row of digits such as "二〇三五" is a year, None."""
    if not re.fullmatch(
        r"(?:[一二两三四五六七八九]百零?)?(?:[一二三四五六七八九]?十)?[一二两三四五六七八九]?", numeral
    ):
        return None
    total, digit = 0, 0
    for char in numeral:
        if char in "百十":
            total += (digit or 1) * (100 if char == "百" else 10)
            digit = 0
        else:
            digit = _DIGITS[char]
    return float(total + digit)
