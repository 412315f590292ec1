"""A true claim -> texts that say something else, a single change away, by the kind of change."""

import random
import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from qa.answering.figures import Figure, find_figures
from qa.domain import Statement, Status
from qa.retrieval.places import places_in

_OTHER_PLACES = ("吉林", "黑龙江", "沈阳", "大连", "鞍山", "丹东", "盘锦", "长春", "广东", "上海")
_OTHER_YEARS = (2017, 2020, 2021, 2022, 2023, 2024, 2025, 2027)

_UNITS = {
    "%": "个百分点", "个百分点": "%", "亿元": "亿美元", "元": "美元", "万人": "万户", "万户": "万人", "人": "户", "家": "个", "个": "项", "项": "家", "万亩": "万公顷",
    "亩": "公顷", "公里": "米", "万公里": "万米", "亿斤": "亿吨", "斤": "公斤", "件": "个", "户": "人", "座": "处", "处": "座", "倍": "%", "万吨": "万斤", "万套": "万户", "辆": "台",
    "次": "人次", "部": "件", "条": "个", "微克/立方米": "毫克/立方米", "万家": "万户", "亿美元": "亿元", "张": "个", "万个": "万家", "名": "位", "所": "家",
}  # fmt: skip
_SCALES = (("万", "亿"), ("亿", "万"), ("万", ""), ("亿", ""), ("千", "百"))
_HEDGES_AFTER, _HEDGES_BEFORE = ("以上", "左右", "以内", "以下"), ("超过", "近", "约", "不足", "不低于", "不超过")
_DIRECTIONS = (
    ("增长", "下降"), ("下降", "增长"), ("提高到", "降低到"), ("提高到", "提高"), ("提升", "下降"), ("提高", "降低"), ("新增", "减少"), ("增加", "减少"), ("降为", "升为"),
    ("降至", "升至"), ("下降", "下降到"), ("增长", "增长到"), ("达到", "增长"), ("上涨", "下跌"), ("降低", "提高"), ("减少", "增加"), ("高于", "低于"), ("多", "少"), ("缩小", "扩大"),
)  # fmt: skip
_NEGATABLE = re.compile(
    r"(?<![未不没])(?:实现|完成|达到|增长|提高|获批|建成|新增|推进|建设|支持|成功|入选|实施|开展|加快|降为|下降)"
)
_NEGATION = re.compile(r"没有|未能|未|不(?=[快高够])")
# How what is derived from one or two figures is told.
_FORMS = (
    "其余为", "原来为", "全国为", "合计", "按占比折算为", "按占比反推，总量为", "全年合", "平均每年", "平均每月", "平均每天", "平均每户", "平均每人",
    "比原来增加", "比原来减少", "共", "折合",
)  # fmt: skip
_RANKS = (
    ("第二", "第一"),
    ("第一", "第二"),
    ("首", "第二"),
    ("最大", "第二大"),
    ("首次", "再次"),
    ("高于", "低于"),
    ("第二高", "最高"),
)
QUOTED = re.compile(r"“([^”]{2,20})”|《([^》]{2,20})》")
_NUMERAL_NAME = re.compile(r"第([一二三四五六七八九])|(?<=[“十])([三四五])(?=五|[^”]{0,6}”)")
_NEXT = dict(zip("一二三四五六七八九", "二三四五六七八九一", strict=True))


def _at(text: str, figure: Figure, new: str) -> str:
    return text[: figure.start] + new + text[figure.end :]


def _quantities(text: str) -> list[Figure]:
    return [figure for figure in find_figures(text) if figure.kind == "quantity"]


def _digits(claim: Statement, chance: random.Random, names: Sequence[str]) -> Iterator[str]:
    for figure in _quantities(claim.text):
        places = [at for at in range(figure.start, figure.end) if claim.text[at] in "0123456789"]
        for at in chance.sample(places, min(2, len(places))):
            yield (
                claim.text[:at] + chance.choice([d for d in "0123456789" if d != claim.text[at]]) + claim.text[at + 1 :]
            )


def _unit(claim: Statement, chance: random.Random, names: Sequence[str]) -> Iterator[str]:
    for figure in _quantities(claim.text):
        if figure.unit in _UNITS and figure.text.endswith(figure.unit):
            yield _at(claim.text, figure, figure.text.removesuffix(figure.unit) + _UNITS[figure.unit])


def _scale(claim: Statement, chance: random.Random, names: Sequence[str]) -> Iterator[str]:
    for figure in _quantities(claim.text):
        for old, new in _SCALES:
            if old in figure.text:
                yield _at(claim.text, figure, figure.text.replace(old, new, 1))
        if figure.unit in _UNITS and not re.search("[百千万亿%点倍]", figure.text):
            yield _at(claim.text, figure, figure.text.removesuffix(figure.unit) + "万" + figure.unit)


def _hedge(claim: Statement, chance: random.Random, names: Sequence[str]) -> Iterator[str]:
    text = claim.text
    for figure in _quantities(text):
        before, after = text[: figure.start], text[figure.end :]
        old = next((word for word in (*_HEDGES_AFTER, "多", "余") if after.startswith(word)), "")
        lead = next((word for word in (*_HEDGES_BEFORE, "超", "突破") if before.endswith(word)), "")
        if old:
            yield before + figure.text + after.removeprefix(old)
            yield before + figure.text + chance.choice([w for w in _HEDGES_AFTER if w != old]) + after.removeprefix(old)
        elif lead:
            yield before.removesuffix(lead) + figure.text + after
        elif not any(word in after[:3] for word in _HEDGES_AFTER) and not re.search(
            r"约合$|[a-z] $|最高.{0,4}$", before
        ):
            yield before + figure.text + chance.choice(_HEDGES_AFTER) + after
            yield before + chance.choice(_HEDGES_BEFORE) + figure.text + after


def _direction(claim: Statement, chance: random.Random, names: Sequence[str]) -> Iterator[str]:
    for old, new in _DIRECTIONS:
        for match in re.finditer(old, claim.text):
            behind = claim.text[match.end() : match.end() + 14]
            if re.match(r"(?:了|超过|超|近|约|突破)?\d", behind) or old in ("高于", "低于"):
                yield claim.text[: match.start()] + new + claim.text[match.end() :]


def _period(claim: Statement, chance: random.Random, names: Sequence[str]) -> Iterator[str]:
    """Another year for the claim's own, or a wrong time before a claim that has none."""
    text, quote = claim.text, claim.quotes[0]
    own = {year for one in claim.quotes for year in one.period.split("–")}
    for match in re.finditer(r"(?:19|20)\d\d(?=年)", text):
        for year in chance.sample(
            [y for y in _OTHER_YEARS if str(y) not in (*own, match[0]) and str(y) not in text], 2
        ):
            yield text[: match.start()] + str(year) + text[match.end() :]
    if claim.computation:
        return
    for old, new in (
        ("去年", "今年"),
        ("今年", "去年"),
        ("过去五年", "今后五年"),
        ("今后五年", "过去五年"),
        ("过去五年", "去年"),
        ("五年来", "去年"),
    ):
        if text.startswith(old):
            yield new + text.removeprefix(old)
    if (
        not re.search(r"\d年|去年|今年|明年|五年|全年|过去|未来|同期|以来|[一二三]年|年度|时期", text + quote.quote)
        and len(claim.quotes) == 1
    ):
        forward = quote.status in (Status.TARGET, Status.PLAN)
        wrong = ["2019年，", "2026年，", "过去十年，", "今后三年，", "去年，" if forward else "今年，", "明年，"]
        wrong.append("五年来，" if "–" not in quote.period else "2022年，")
        if quote.status != Status.BACKGROUND:
            yield from (one + text for one in chance.sample(wrong, 3))


def _status(claim: Statement, chance: random.Random, names: Sequence[str]) -> Iterator[str]:
    text = claim.text
    statuses = {quote.status for quote in claim.quotes}
    if claim.computation or len(statuses) != 1 or Status.BACKGROUND in statuses:
        return
    if statuses == {str(Status.DONE)}:
        for word in ("预期", "计划", "目标是", "力争", "将"):
            for match in re.finditer(r"增长|提高|达到|新增|新建|建成|下降|实现|完成|获批", text):
                if not re.search(rf"{word}|目标|计划|预期", "".join(quote.quote for quote in claim.quotes)):
                    yield text[: match.start()] + word + text[match.start() :]
    else:
        for old, new in (
            ("的目标是", "已达"),
            ("的目标是", "实际"),
            ("计划", "实际"),
            ("计划", "已完成"),
            ("预期", "实际"),
            ("目标为", "实际达"),
        ):
            if old in text:
                yield text.replace(old, new, 1)
        yield re.sub(r"^(\d{4}年，[^，。；]+?)预期(?!目标)", r"\1", text)
        if (
            not re.search(r"已|了|去年|过去|完成|实现|建成|达到", text + claim.quotes[0].quote)
            and len(claim.quotes) == 1
        ):
            yield "目前已" + text
            yield "已经" + text


def _place(claim: Statement, chance: random.Random, names: Sequence[str]) -> Iterator[str]:
    theirs = "".join(quote.quote + quote.section + quote.report for quote in claim.quotes)
    other = [place for place in _OTHER_PLACES if place not in theirs and place not in claim.text]
    for place in places_in(claim.text):
        if not re.search(f"{place}[一-鿿]?[南北东西港湾]|朝阳|白银", claim.text):
            yield claim.text.replace(place, chance.choice(other), 1)
    if not places_in(claim.text) and find_figures(claim.text) and other:
        yield chance.choice(other) + claim.text
    own = places_in(claim.text)
    yield from (_swapped(claim.text, a, b) for a, b in pairwise(own) if not _listed(claim.text, a, b))


def _listed(text: str, a: str, b: str) -> bool:
    """Whether two names are members of one list, whose order says nothing."""
    between = text[text.find(a) + len(a) : text.find(b)]
    return all(
        re.sub("市|省|区|县", "", part) in places_in(text) or not part for part in re.split("[、和与及—（）]", between)
    )


def _name(claim: Statement, chance: random.Random, names: Sequence[str]) -> Iterator[str]:
    theirs = "".join(quote.quote + quote.section for quote in claim.quotes)
    for match in QUOTED.finditer(claim.text):
        name = match[1] or match[2]
        other = chance.choice([one for one in names if one not in theirs])
        yield claim.text.replace(name, other, 1)
    own = [match[1] or match[2] for match in QUOTED.finditer(claim.text)]
    yield from (
        _swapped(claim.text, a, b)
        for a, b in pairwise(own)
        if not re.search(rf"{re.escape(a)}”[、和与]?“{re.escape(b)}", claim.text)
    )
    for match in _NUMERAL_NAME.finditer(claim.text):
        at = match.start(1) if match[1] else match.start(2)
        yield claim.text[:at] + _NEXT[claim.text[at]] + claim.text[at + 1 :]


def _subject(claim: Statement, chance: random.Random, names: Sequence[str]) -> Iterator[str]:
    """The subject of a figure, or its figure, swapped with another one's of the same sentence."""
    own = [figure for figure in _quantities(claim.text) if figure.subject]
    if claim.computation:
        names_of = [
            figure.subject
            for quote in claim.quotes
            for figure in _quantities(quote.quote)
            if figure.subject in claim.text
        ]
        yield from (
            _swapped(claim.text, a, b) for a in names_of for b in names_of if a < b and a not in b and b not in a
        )
        return
    for figure in own:
        if claim.text.count(figure.subject) != 1:
            continue
        for quote in claim.quotes:
            for other in _quantities(quote.quote):
                if _apart(figure, other):
                    yield claim.text.replace(figure.subject, other.subject, 1)
    for a in own:
        for b in own:
            if a.start < b.start and a.unit == b.unit and _apart(a, b):
                yield claim.text[: a.start] + b.text + claim.text[a.end : b.start] + a.text + claim.text[b.end :]


def _swapped(text: str, a: str, b: str) -> str:
    return text.replace(a, "\0", 1).replace(b, a, 1).replace("\0", b, 1)


def _apart(a: Figure, b: Figure) -> bool:
    """Whether two figures differ in number and in what they are of, so that a swap says something else."""
    nested = a.subject in b.subject or b.subject in a.subject
    return len(b.subject) > 1 and not nested and (a.value, a.unit) != (b.value, b.unit)


def _negation(claim: Statement, chance: random.Random, names: Sequence[str]) -> Iterator[str]:
    text = claim.text
    for match in _NEGATABLE.finditer(text):
        yield text[: match.start()] + chance.choice(("没有", "未", "未能")) + text[match.start() :]
    for match in _NEGATION.finditer(text):
        yield text[: match.start()] + text[match.end() :]


def _form(claim: Statement, chance: random.Random, names: Sequence[str]) -> Iterator[str]:
    """Another thing said to have been computed: a mean for a part, what was before for the rest."""
    own = [form for form in _FORMS if claim.computation and claim.text.startswith(form)]
    if claim.computation and "完成平均每年" in claim.text:
        yield claim.text.replace("平均每年", "", 1)
        yield _swapped(claim.text, "目标", "完成平均每年")
    if claim.computation and "人为提问所给" in claim.text:
        yield claim.text.replace("人为提问所给", "户为提问所给")
        yield claim.text.partition("）（")[0] + "）"  # as if a report gave the number
    yield from (other + claim.text.removeprefix(form) for form in own for other in _FORMS if other != form)


def _rank(claim: Statement, chance: random.Random, names: Sequence[str]) -> Iterator[str]:
    for old, new in _RANKS:
        if old in claim.text:
            yield claim.text.replace(old, new, 1)


MUTATORS: dict[str, Callable[[Statement, random.Random, Sequence[str]], Iterator[str]]] = {
    "digit": _digits, "unit": _unit, "scale": _scale, "hedge": _hedge, "direction": _direction, "period": _period,
    "form": _form, "status": _status, "place": _place, "name": _name, "subject": _subject, "negation": _negation, "rank": _rank,
}  # fmt: skip
