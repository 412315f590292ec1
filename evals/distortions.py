"""A true claim -> texts that say more or less than its quote, or say it of another thing, by the kind of distortion."""

import random
import re
from collections.abc import Callable, Iterator, Sequence

from qa.answering.checks.naming import fold
from qa.answering.checks.tiling import names as names_of
from qa.answering.figures import Figure, find_figures
from qa.domain import Statement, Status
from qa.index.lexical import words
from qa.retrieval.places import places_in

_VAGUE = ("几十", "数百", "上千", "几千", "十几万", "数千万", "成千上万", "若干", "百余", "近百")
_ADDED = (
    "，比上年大幅增长", "，超额完成任务", "，高于全国平均水平", "，成效显著", "，居全国前列", "，创历史新高", "，增速较快", "，达到预期目标",
    "，实现历史性突破", "，环比有所回升", "，全部投向民营企业", "，惠及全省人民", "，远超预期",
)  # fmt: skip
_DEGREES = re.compile(r"增长|提高|提升|下降|降低|增加|减少")
# What was done to a thing, and something else that might have been.
_VERBS = {
    "清理": "废止", "新建": "改造", "建设": "拆除", "引进": "建成", "减免": "增加", "拨付": "收回", "改造": "新建", "实施": "完成验收", "新增": "淘汰",
    "开工": "竣工", "获批": "建成", "入选": "退出", "推进": "叫停", "支持": "约束", "完成": "取消", "治理": "污染", "保留": "废止", "维修": "新建",
    "培育": "关停", "设立": "撤销", "惠及": "涉及", "遴选": "淘汰", "办结": "受理", "稳定": "流失", "引育": "流失", "创建": "参观",
}  # fmt: skip
_STOCKS = (
    ("新增", "累计"),
    ("新建", "累计建成"),
    ("累计", "新增"),
    ("新登记", "现有"),
    ("总产量", "库存"),
    ("新改建", "累计建成"),
)
# Without these a subject is the same.
_WEIGHTLESS = ("各类", "各", "实现", "推动", "推进", "全面", "其中", "计划", "预期", "目标")
_STAGE = re.compile(
    r"(?:全面|全线|正式|成功|立项|加快|顺利)?(?:开工建设|建成投产|建成运营|建成通车|通车|投产|获批|获国务院批复|获国家批复|上线运营|正式上线|入选|开工|竣工|再夺)"
)
_SCOPE = re.compile(r"全省|辽宁省?|我省")

Mutate = Callable[[Statement, random.Random, Sequence[str]], Iterator[str]]


def _quantities(text: str) -> list[Figure]:
    return [figure for figure in find_figures(text) if figure.kind == "quantity"]


def _said(claim: Statement) -> str:
    return "".join(quote.quote for quote in claim.quotes)


def _vague(claim: Statement, chance: random.Random, names: Sequence[str]) -> Iterator[str]:
    """Some such amount in a figure's place, with its unit."""
    for figure in _quantities(claim.text):
        unit = re.sub(r"^[十百千万亿]+", "", figure.unit)
        if unit and unit not in "%‰" and figure.text.endswith(unit):
            yield claim.text[: figure.start] + chance.choice(_VAGUE) + unit + claim.text[figure.end :]
        elif unit == "%":
            yield claim.text[: figure.start] + "百分之几" + claim.text[figure.end :]


def _sign(claim: Statement, chance: random.Random, names: Sequence[str]) -> Iterator[str]:
    for match in re.finditer(r"(?<!负)增长(?=了?[超近约]?\d)", claim.text):
        yield claim.text[: match.start()] + "负增长" + claim.text[match.end() :]


def _neighbour(claim: Statement, chance: random.Random, names: Sequence[str]) -> Iterator[str]:
    """Another place of the same quote, put in the place of the claim's own or before a claim that has none."""
    own = places_in(claim.text)
    for place in places_in(_said(claim)):
        if place in own or any(place in quote.report for quote in claim.quotes):
            continue
        if own:
            yield claim.text.replace(own[0], place, 1)
        elif _quantities(claim.text):
            yield place + claim.text


def _cut(claim: Statement, chance: random.Random, names: Sequence[str]) -> Iterator[str]:
    """A subject without its first word: 新能源|汽车产量, 进|出口总额."""
    for figure in _quantities(claim.text):
        subject = figure.subject
        first = next((word for word in words(subject) if subject.startswith(word)), "")
        if claim.text.count(subject) != 1 or len(subject) < 4 or first not in _said(claim) or first in _WEIGHTLESS:
            continue
        for cut in {subject.removeprefix(first), subject.replace("进出口", "出口", 1)} - {subject}:
            same = subject.lower() in (term for _, term in names_of(cut.lower(), subject.lower()))
            if (
                len(cut) > 1
                and not same
                and re.match(r"[一-鿿“]", cut)
                and not cut.startswith(("和", "与", "及", "、"))
            ):
                yield claim.text.replace(subject, cut, 1)


def _verb(claim: Statement, chance: random.Random, names: Sequence[str]) -> Iterator[str]:
    said = _said(claim)
    for old, new in _VERBS.items():
        if old in claim.text and new not in said:
            yield claim.text.replace(old, new, 1)


def _predicate(claim: Statement, chance: random.Random, names: Sequence[str]) -> Iterator[str]:
    """What is told of one thing in a quote, told of another: the subject of one clause, the predicate of the next."""
    for quote in claim.quotes:
        found = [(clause, match) for clause in re.split("[，；。]", quote.quote) if (match := _STAGE.search(clause, 2))]
        for clause, match in found:
            for other, theirs in found:
                if clause != other and theirs[0] != match[0] and not re.search(r"\d", clause + other):
                    yield clause[: match.start()] + other[theirs.start() :]


def _evaluation(claim: Statement, chance: random.Random, names: Sequence[str]) -> Iterator[str]:
    said, text = _said(claim), claim.text.rstrip("。；，")
    for added in chance.sample(_ADDED, 4):
        if added.strip("，") not in said:
            yield text + added
    for match in _DEGREES.finditer(text):
        if "大幅" not in said:
            yield text[: match.start()] + "大幅" + text[match.start() :]


def _stock(claim: Statement, chance: random.Random, names: Sequence[str]) -> Iterator[str]:
    for old, new in _STOCKS:
        if old in claim.text and new not in _said(claim):
            yield claim.text.replace(old, new, 1)


def _nation(claim: Statement, chance: random.Random, names: Sequence[str]) -> Iterator[str]:
    text = claim.text
    if "全国" in _said(claim) or not _quantities(text):
        return
    for match in _SCOPE.finditer(text):
        yield text[: match.start()] + "全国" + text[match.end() :]
    told = re.match(r"(?:去年|今年|全年|\d{4}年)，?", text)
    yield (told[0] if told else "") + "全国" + text[told.end() if told else 0 :]


def _quotable(mutate: Mutate) -> Mutate:
    """A computed statement is judged by its working, and a background sentence states nothing of the region's own."""

    def only(claim: Statement, chance: random.Random, names: Sequence[str]) -> Iterator[str]:
        if claim.computation is None and all(quote.status != Status.BACKGROUND for quote in claim.quotes):
            whole = {fold(quote.quote) for quote in claim.quotes}
            yield from (text for text in mutate(claim, chance, names) if fold(text) not in whole)

    return only


DISTORTIONS: dict[str, Mutate] = {
    name: _quotable(mutate)
    for name, mutate in {
        "vague": _vague, "sign": _sign, "neighbour": _neighbour, "cut": _cut, "verb": _verb, "predicate": _predicate,
        "evaluation": _evaluation, "stock": _stock, "nation": _nation,
    }.items()
}  # fmt: skip
