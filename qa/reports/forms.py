"""A paragraph -> the heading that opens it: the form of its numbering, its number, its title."""

import re
from dataclasses import dataclass

from qa.reports.sentences import Span, sentences

_NUMERAL = "[一二三四五六七八九十百零〇]{1,4}"
_DIGITS = "[0-9０-９]{1,2}"
_GAP = "[ \t　]*"

# The forms of numbering met in reports of the state, the provinces, cities, counties and towns. Their rank is not fixed:
# one report puts 一是 under （一）, the next under 一、, so a form's level follows from where it stands (see outline).
FORMS: dict[str, re.Pattern[str]] = {
    name: re.compile(pattern)
    for name, pattern in {
        "第一部分": rf"第{_GAP}(?P<n>{_NUMERAL}|{_DIGITS}){_GAP}(?:部分|篇)",
        "第一章": rf"第{_GAP}(?P<n>{_NUMERAL}|{_DIGITS}){_GAP}章",
        "第一节": rf"第{_GAP}(?P<n>{_NUMERAL}|{_DIGITS}){_GAP}节",
        # "一、二、三产业融合" and "三、四线城市" open sentences, not sections.
        "一、": rf"(?P<n>{_NUMERAL}){_GAP}[、．.](?!{_NUMERAL}(?:、{_NUMERAL})*(?:产业|次产业|线|季度|级|期|类|产))",
        "Ⅰ.": r"(?P<n>[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ])[ \t　]*[、．.]",
        "（一）": rf"[（(〔]{_GAP}(?P<n>{_NUMERAL}){_GAP}[）)〕]",
        "㈠": r"(?P<n>[㈠-㈩])",
        "一）": rf"(?P<n>{_NUMERAL})[）)]",
        "1.1": rf"{_DIGITS}[.．](?P<n>{_DIGITS})(?:[.．]{_DIGITS})?[ \t　]+(?=[\u4e00-\u9fff“《])",
        # "1.2023年…" and "1、30公里…" are numbered; "5.5%" and "1、2号楼" are not.
        "1.": rf"(?P<n>{_DIGITS}){_GAP}(?:[.．](?![0-9０-９])|[.．](?=20\d\d年)|、(?!{_DIGITS}[、号])|、(?=20\d\d年))",
        "（1）": rf"[（(](?P<n>{_DIGITS})[）)]",
        "[1]": rf"[\[【〔［](?P<n>{_DIGITS})[\]】〕］]",
        "⑴": r"(?P<n>[⑴-⒇])",
        "1）": rf"(?P<n>{_DIGITS})[）)]",
        "①": r"(?P<n>[①-⑳❶-❿])",
        "第一，": rf"第(?P<n>{_NUMERAL}|{_DIGITS})[，、：:,]",
        "其一，": rf"其(?P<n>{_NUMERAL})[，、：:,]",
        "一是": rf"(?P<n>{_NUMERAL})(?:是|要)(?!否)",
        "任务一：": rf"(?:专栏|任务|目标|行动|工程|举措|专题){_GAP}(?P<n>{_NUMERAL}|{_DIGITS})(?:{_GAP}[：:]|[ \t　]+)",
        "【】": r"(?=【[^】\n]{2,24}】)",
        "——": r"(?:—{1,2}|－{2}|-{2}|–{2})(?!\d{4}年|[—－-])",
        "●": r"[●•■◆▲★◇○□▶►➢✓※☆◎·▪➤➔√]",
    }.items()
}

# Items of these forms carry no number; they never have sections below them, and only a lead phrase makes one a heading.
LISTS = frozenset({"——", "●"})

# A numbered sentence longer than this states something; its first clause then serves as the title.
MAX_TITLE = 60
_MAX_CLAUSE = 40
_MAX_TERM = 25
_END = "。：:；;，,、 　"

# A lead sentence is a phrase: no comma, no figure but a count of things ("办好20件民生实事。"). The length is
# set by eye on a handful of real reports.
LEAD = re.compile(r"(?:[^，。；：！？,:;!?\d\n]|\d{1,3}(?=[件项大][^。])){4,22}。")
# Among leads a longer phrase is one too ("大力推进新技术、新产品、新业态、新模式的创新应用。").
LONG_LEAD = re.compile(r"(?:[^，。；：！？,:;!?\d\n]|\d{1,3}(?=[件项大][^。])){4,36}。")
# Of two phrases ("突出抓好产业，提升核心竞争力。"): a lead after the mark of a list, or where it is one of several alike.
COUPLET = re.compile(r"[^，。；：！？,:;!?\d\n]{2,16}，[^，。；：！？,:;!?\d\n]{4,18}。")
# Sentences as short as a lead that are none: they speak of the time, of us, or say what something is.
NOT_A_LEAD = re.compile(
    r"今年|去年|明年|当前|今后|过去|一年来|五年来|回顾|回望|面对|各位|我们|我省|全省|全市|全县|这|是|.*(?:以下|如下|下列)|.*是"
)


@dataclass(frozen=True, slots=True)
class Heading:
    """A numbered heading: `form` names its numbering, `number` is None where it cannot be counted.

    `title` is the text of the heading without its closing mark; `inline` says that the paragraph goes on after it.
    """

    form: str
    number: int | None
    title: str
    inline: bool


def numbered(text: str, span: Span) -> Heading | None:
    """The numbered heading that opens the paragraph at `span`, or None."""
    line = text[slice(*span)]
    for form, pattern in FORMS.items():
        if match := pattern.match(line):
            groups = match.groupdict()
            title = _list_title(text, span, match) if form in LISTS else _title(text, span, match)
            number = count(groups["n"]) if "n" in groups else None
            if number and _lists(text, span, pattern, number):
                return None
            return Heading(form, number, title, len(title) + 1 < len(line)) if title else None
    return None


def _lists(text: str, span: Span, pattern: re.Pattern[str], number: int) -> bool:
    """Whether a paragraph holds the next number too: a whole list in one ("一是抓项目；二是强产业。"), no heading."""
    starts = (pattern.match(text[slice(*sentence)]) for sentence in sentences(text, span)[1:])
    return any(start and count(start["n"]) == number + 1 for start in starts)


def is_label(line: str) -> bool:
    """Whether a line holds a number and nothing else ("一、"): its title stands on the next one."""
    return any(pattern.fullmatch(line) for name, pattern in FORMS.items() if name not in LISTS)


def count(numeral: str) -> int | None:
    """The value of 一 … 九十九, 1 … 99, ① … ⑳, ⑴ … ⒇, ㈠ … ㈩, Ⅰ … Ⅻ; None for anything else.

    >>> [count(n) for n in ("三", "十", "二十一", "１２", "④", "Ⅱ", "百")]
    [3, 10, 21, 12, 4, 2, None]
    """
    for first, last in ("①⑳", "⑴⒇", "㈠㈩", "ⅠⅫ", "❶❿"):
        if len(numeral) == 1 and first <= numeral <= last:
            return ord(numeral) - ord(first) + 1
    if numeral.isdecimal():
        return int(numeral)
    digits = "零一二三四五六七八九"
    tens, ten, ones = numeral.rpartition("十")
    if not all(part in digits for part in (*tens, *ones)) or len(tens) > 1 or len(ones) > 1:
        return None
    return (digits.index(tens or "一") * 10 if ten else 0) + (digits.index(ones) if ones else 0)


def _title(text: str, span: Span, number: re.Match[str]) -> str:
    first = text[slice(*sentences(text, span)[0])]
    phrase = first[number.end() :].strip(_END)
    if not phrase:
        return ""
    term = re.match(rf"[^，。；：:]{{1,{_MAX_TERM}}}(?=[：:].)", first[number.end() :])
    if term and number.group().strip():
        return first[: number.end() + term.end()]
    if len(first) <= MAX_TITLE:
        return first.rstrip(_END)
    clause = first[number.end() :].split("，")[0]
    return first[: number.end() + len(clause)] if 4 <= len(clause) <= _MAX_CLAUSE else ""


def _list_title(text: str, span: Span, mark: re.Match[str]) -> str:
    first = text[slice(*sentences(text, span)[0])]
    phrase = first[mark.end() :].strip(_END)
    more = len(first) < span[1] - span[0]
    return first.rstrip(_END) if LEAD.fullmatch(phrase + "。") or (more and COUPLET.fullmatch(phrase + "。")) else ""
