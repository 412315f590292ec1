"""Text -> its numerals that are no figures: dates, ranks, periods, slogans, codes."""

import re
from dataclasses import dataclass
from functools import lru_cache

from qa.answering.figures.measures import COUNTS
from qa.answering.figures.numerals import CHINESE_DIGIT, fold
from qa.answering.figures.units import LATIN_UNIT, SCALE, UNIT
from qa.answering.figures.vocabulary import (
    CODE_NOUNS,
    LENGTH_BEFORE,
    MEETINGS,
    NUMBERED,
    PERIOD_AFTER,
    PERIOD_BEFORE,
    RANK_WORDS,
    SET_NOUNS,
    SET_PHRASES,
)


@dataclass(frozen=True, slots=True)
class Name:
    """A numeral that names something instead of measuring it, and the rule that says so.

    It is nothing to compute or compare with, but a statement that holds it must take it from a quote letter by letter.
    """

    start: int
    end: int
    text: str
    reason: str


_CN = f"[十百千{CHINESE_DIGIT}]"
_N = rf"(?:\d+(?:\.\d+)?|[零〇十百千万{CHINESE_DIGIT}]+)"
# A span of years; four digits before 年 are a year, and so are four Chinese ones.
_SHORT = rf"(?:(?<!\d)\d{{1,3}}|(?<![零〇{CHINESE_DIGIT}]){_CN}{{1,3}})"
_UNMARKED = "".join(f"(?<!{word})" for word in LENGTH_BEFORE.split("|"))
_RULES = [
    (reason, re.compile(pattern, re.MULTILINE))
    for reason, pattern in (
        ("marker", r"\[\d+(?:\s*[,，、]\s*\d+)*\]|【\d+】|^\s*[(（]?\d{1,2}(?:[)）]|[.、](?!\d))"),
        (
            "ordinal",
            rf"第\s*{_N}(?:[、和至—-]{_N})*(?:{RANK_WORDS}|[{''.join(word for word in COUNTS.split() if len(word) == 1)}])?",
        ),
        (
            "date",
            r"(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}(?!\d)"
            r"|(?<![\d.])(?:\d{1,2}\s*[—–\-~至到、]\s*)?\d{1,2}月"
            r"(?:份|\s*\d{1,2}\s*(?:[—–\-~至到]\s*(?:\d{1,2}月)?\d{1,2}\s*)?日)?"
            r"|(?<![\d.])\d{1,2}日(?!内|以|均|游|无)|(?<![\d.:])\d{1,2}:\d\d(?![\d.:])|\d{2,4}年代|(?<!\d)\d0后"
            rf"|[十{CHINESE_DIGIT}]{{1,2}}月(?:[十{CHINESE_DIGIT}]{{1,3}}日)?|[十{CHINESE_DIGIT}]{{1,3}}日",
        ),
        ("rank", rf"{_N}\s?(?:{RANK_WORDS})|{_N}次(?=(?:[、和]{_N}次)*(?:{MEETINGS}))"),
        ("set", rf"(?<![零〇百千万亿{CHINESE_DIGIT}])(?:\d|[十两三四五六七八九])(?:{SET_NOUNS})"),
        (
            "period",
            rf"(?:{PERIOD_BEFORE})的?(?:\d{{1,3}}|{_CN}{{1,3}})个?(?:年|季度)|{_SHORT}年(?:{PERIOD_AFTER})"
            rf"|{_UNMARKED}(?<![零〇{CHINESE_DIGIT}]){_CN}{{1,3}}年(?!以|内)",
        ),
        ("vague", r"(?:[几若好]|(?<![人户件总次])数|上(?=[百千万])|(?<![建形组变完])成)[十百千万亿]+|[十百千]几"),
        (
            "code",
            rf"(?<![\d.])\d{{2,6}}(?:{CODE_NOUNS})|(?:{NUMBERED})\d{{1,2}}(?![\d.%])"
            r"|(?<![A-Za-z])[A-Za-z]++[-.]?\d++(?:\.\d++)*+(?![%‰万亿])"
            rf"|(?<![\d.])\d++(?:\.\d++)?+(?!{LATIN_UNIT})[A-Za-z]+\d*",
        ),
        ("set phrase", SET_PHRASES),
        ("title", r"《[^》\n]*》"),
    )
]
_NUMERAL = re.compile(rf"\d|[零〇十百千万亿{CHINESE_DIGIT}]")
_CURRENCY = re.compile(r"(?:RMB|CNY|USD)\d", re.IGNORECASE)
_SLOGAN = re.compile(r"“([^”\n]{1,14})”|「([^」\n]{1,14})」|‘([^’\n]{1,14})’")
# A quotation that measures something says an amount, as “增长5%以上” or “15分钟生活圈” do.
_AMOUNT = re.compile(rf"百分之|分之|[十{CHINESE_DIGIT}][成倍]|\d\s?(?:{SCALE}|{UNIT})")


def find_names(text: str) -> list[Name]:
    """The numerals of a text that name things, in order, none inside another.

    >>> [(name.text, name.reason) for name in find_names("省第十四届人大，“三篇大文章”，PM2.5")]
    [('第十四届', 'ordinal'), ('“三篇大文章”', 'slogan'), ('PM2.5', 'code')]
    """
    return list(_names(text))


@lru_cache(maxsize=8192)
def _names(text: str) -> tuple[Name, ...]:
    folded = fold(text)
    found = [
        Name(match.start(), match.end(), text[match.start() : match.end()], reason)
        for reason, pattern in _RULES
        for match in pattern.finditer(folded)
        if _NUMERAL.search(match[0]) and not _CURRENCY.match(match[0])
    ]
    for match in _SLOGAN.finditer(folded):
        if _NUMERAL.search(match[0]) and not _AMOUNT.search(match[0]):
            found.append(Name(match.start(), match.end(), text[match.start() : match.end()], "slogan"))
    outermost: list[Name] = []
    for name in sorted(found, key=lambda name: (name.start, -name.end)):
        if not outermost or name.end > outermost[-1].end:
            outermost.append(name)
    return tuple(outermost)
