"""A claim and what it cites -> whether every name in it is theirs: places, people, organisations, titles, codes, ordinals."""

import re
import unicodedata
from functools import lru_cache

from qa.answering.checks.moments import marks
from qa.answering.figures import find_figures, find_names
from qa.index.lexical import words
from qa.retrieval.lexicon import everyday
from qa.retrieval.places import places_in

_QUOTED = re.compile(r"[“「『‘\"](?P<a>[^“”「」『』‘’\"\n]{1,40})[”」』’\"]|《(?P<b>[^》\n]{1,40})》")
_LATIN = re.compile(r"(?<![A-Za-z0-9])[A-Za-z][A-Za-z0-9]*(?:[.\-·+][A-Za-z0-9]+)*")
# What the dictionary knows as one word with such an end is a place or zone; it splits a county that it does not know.
_ENDS_AS_PLACE = ("省", "市", "县", "区", "镇", "旗", "州")
_COUNTY = re.compile(r"(?P<own>[一-鿿]{2})(?:县|自治州|自治旗)(?![域级城区市乡])")
_SURNAME = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾"
    "侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文"
)
_OFFICE = "省长|市长|县长|区长|书记|主席|总理|部长|主任|厅长|局长|院长|校长|秘书长|主持人|同志"
_PERSON = re.compile(
    rf"(?:{_OFFICE})(?:是|为|：|由)?\s?(?P<a>[{_SURNAME}][一-鿿]{{1,2}})(?=[一-鿿，。、；：\s]|$)|(?P<b>[{_SURNAME}][一-鿿]{{1,2}})(?:副)?(?:{_OFFICE})"
)
# Ends of the names of bodies and works, with the two characters before.
_BODY = re.compile(
    r"(?P<own>[一-鿿A-Za-z]{2})(?:大学|学院|公司|集团|研究院|研究所|实验室|银行|医院|核电|电站|机场|高铁|铁路|水库|博物馆|协会|论坛|博览会|运动会|遗址|"
    r"光源|油田|煤矿|港口|枢纽港|自贸区|综合试验区|先导区|都市圈|经济带|经济区|新区|半岛|三角洲)"
)
_LOOSE = re.compile(r"[和与及或比占在的等、为是由各个所家座条将要已地级全各个国省市村示范推进支持年月]")
# 千亿元 is an amount only after a hedge; without one it is taken with the words before it.
_BARE_AMOUNT = re.compile(
    r"[一-鿿]{2}(?<![\d一二两三四五六七八九十百千万亿几数])[百千]?[万亿](?:元|斤|吨|立方米|千瓦|人次)"
)
# List numbers are the answer's own; titles are read with the other quotations.
_NOT_NAMES = ("marker", "vague", "title")


def fold(text: str) -> str:
    """Width, case, white space and bold type folded away, and one kind of quotation mark."""
    folded = unicodedata.normalize("NFKC", text).lower().translate(str.maketrans("「」『』‘’", "“”“”“”"))
    return re.sub(r"[\s*]", "", folded)


def holds(claim: str, theirs: str) -> bool:
    """Whether each name of a claim stands in `theirs`, the folded text of its quotes with their headings and reports."""
    return all(fold(name) in theirs for name in _names(claim)) and all(
        any(fold(variant) in theirs for variant in variants) for variants in _latin(claim)
    )


@lru_cache(maxsize=4096)
def _names(claim: str) -> tuple[str, ...]:
    found = list(places_in(claim))
    found += [match["a"] or match["b"] for match in _QUOTED.finditer(claim)]
    found += [match["a"] or match["b"] for match in _PERSON.finditer(claim)]
    found += [word[:-1] for word in words(claim) if len(word) > 2 and word.endswith(_ENDS_AS_PLACE)]
    found += [match["own"] for match in _COUNTY.finditer(claim) if not _LOOSE.search(match["own"])]
    found += [match[0] for match in _BODY.finditer(claim) if not _LOOSE.search(match["own"])]
    times = marks(claim)  # 五年来 is checked against the quote's period
    found += [
        name.text.strip("“”「」‘’")
        for name in find_names(claim)
        if name.reason not in _NOT_NAMES and not any(mark.start < name.end and name.start < mark.end for mark in times)
    ]
    return tuple(dict.fromkeys(found + _loose_digits(claim)))


def _loose_digits(claim: str) -> list[str]:
    """Digits that are neither a figure nor a name: what they say is unknown, so they must be the quote's own."""
    spans = [(one.start, one.end) for one in find_figures(claim)] + [(one.start, one.end) for one in find_names(claim)]
    runs = [*re.finditer(r"\d[\d.,:/]*\d|\d", claim), *_BARE_AMOUNT.finditer(claim)]
    return [run[0] for run in runs if not any(start <= run.start() and run.end() <= end for start, end in spans)]


@lru_cache(maxsize=4096)
def _latin(claim: str) -> tuple[tuple[str, ...], ...]:
    """The Latin words of a Chinese claim, each with the official terms it may stand for: GDP, 地区生产总值."""
    if not any("一" <= char <= "鿿" for char in claim):
        return ()
    inside = [(figure.start, figure.end) for figure in find_figures(claim)]
    terms = dict(everyday(claim))
    return tuple(
        (match[0], *terms.get(match[0].lower(), ()))
        for match in _LATIN.finditer(claim)
        if not any(start <= match.start() < end for start, end in inside)
    )
