"""Paragraphs without a number -> the headings among them: annexes, short lines of their own, rows of lead sentences."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, pairwise

from qa.reports.forms import COUPLET, LEAD, LONG_LEAD, NOT_A_LEAD, Heading
from qa.reports.sentences import Span, sentences

PART, ANNEX, _LINE, _LEAD = "part", "annex", "line", "lead"


@dataclass
class Open:
    """A section under construction; paragraphs are counted from 0, and `last` is -1 while it is not known."""

    form: str
    number: int | None
    title: str
    paragraph: int
    inline: bool
    children: list["Open"] = field(default_factory=list)
    last: int = -1


_COUNT = r"(?:[ \t　]*[0-9０-９一二三四五六七八九十]{1,2})?"
# What follows the speech and is a section of its own. A label alone takes its title from the next line.
_ANNEX_LABEL = re.compile(rf"附[ \t　]*[件录表]{_COUNT}[ \t　]*[：:]?|附[：:]")
_ANNEXES = re.compile(
    rf"附[ \t　]*[件录表]{_COUNT}(?:[ \t　]+|[：:]).{{1,40}}|附[：:].{{0,40}}"
    r"|(?:[^。，；：]{0,20}[ 　关》])?(?:名词|用语|术语)(?:术语)?(?:解释|注释|说明|释义)(?:[和及与]?(?:说明|解释))?[：:]?"
    r"|(?:注释|脚注|尾注|注|备注|注解)[：:]?"
)

# A paragraph that opens so speaks for the whole part: after the last of a row of sections it belongs to none of them.
_FOR_THE_PART = re.compile(
    r"各位代表|(?:过去的?)?(?:一|五)年来，|过去的?(?:一年|五年)|回[顾望]|(?:在)?(?:总结|肯定|看到)成绩|(?:同时，?)?我们?(?:也|还)?清醒"
    r"|这些成绩|成绩(?:的取得|来之不易)|“十[一二三四五六七八九]五”时期，?是"
    r"|(?:做好|完成|实现|落实)[^。，]{0,20}(?:工作|任务|目标)，"
    r"|(?:面对|应对|锚定|立足|站在|进入)[^。]{0,30}新(?:征程|形势|任务|使命|挑战|时代|的)"
    r"|(?:全省|全市|全县|全区)?各级政府|政府工作人员"
)

# The words of a part's heading: a time and what is told or planned of it ("2024年工作安排", "过去五年工作回顾").
_PART = re.compile(
    r"(?:过去|去年|今年|今后|未来|下一步|新的一年|(?:19|20)\d\d年|“?十[二三四五六]五”?)[^，。；：]{0,18}"
    r"(?:回顾|总结|情况|安排|任务|目标|打算|计划|部署|建议|思路|要求|重点|工作)|工作(?:回顾|总结|安排|打算)"
)

_MAX_LINE, _MIN_BODY = 30, 30
# Paragraphs from one lead sentence to the next of its row, at most.
_GAP = 3


def annex(words: Sequence[str], number: int) -> Heading | None:
    """The heading of an annex, a glossary or notes at line `number` of `words`, or None."""
    line = words[number]
    if _ANNEX_LABEL.fullmatch(line):
        following = words[number + 1] if number + 1 < len(words) else ""
        title = f"{line} {following}" if own_line(following, final=False) else line
        return Heading(ANNEX, None, title, False)
    return Heading(ANNEX, None, line.rstrip("：:"), False) if _ANNEXES.fullmatch(line) else None


def own_line(line: str, *, final: bool) -> bool:
    """Whether a paragraph may be a heading on a line of its own: a short phrase, closed by a full stop only if `final`."""
    phrase = line.removesuffix("。") if final else line
    return 4 <= len(phrase) <= _MAX_LINE and not re.search(r"[，。；：！？!?;:…]|以下|如下|下列", phrase)


def names_part(title: str) -> bool:
    """Whether a heading is one of a part by its words: "一、2023年工作回顾"."""
    return _PART.search(title) is not None


def part_line(line: str) -> bool:
    """Whether a line of its own is the heading of a part: "过去五年工作回顾", "加强政府自身建设"."""
    return own_line(line, final=True) and bool(_PART.fullmatch(line.rstrip("。")) or line.endswith("政府自身建设"))


def speaks_for_the_part(line: str) -> bool:
    """Whether a paragraph leaves the row of sections above it: "一年来，…", "各位代表！…"."""
    return _FOR_THE_PART.match(line) is not None


def add_rows(node: Open, words: Sequence[str], text: str, paragraphs: Sequence[Span]) -> None:
    """Give a section, and all below it, the headings of its paragraphs that no numbered section covers."""
    for child in node.children:
        add_rows(child, words, text, paragraphs)
    if not node.form and any(child.form != ANNEX for child in node.children):
        return
    for stretch in list(_stretches(node, words)):
        groups = [[Open(_LINE, None, words[n].rstrip("。"), n, False) for n in _lines(stretch, words)]]
        if not groups[0]:
            leads = _leads(stretch, text, paragraphs)
            groups = [
                [Open(_LEAD, None, _first(text, paragraphs[n]).rstrip("。"), n, True) for n in row] for row in leads
            ]
        for group, following in pairwise([*groups, []]):
            _end(group, [n for n in stretch if not following or n < following[0].paragraph], words)
            for row in group:
                add_rows(row, words, text, paragraphs)
        node.children = sorted((*node.children, *chain(*groups)), key=lambda child: child.paragraph)


def _stretches(node: Open, words: Sequence[str]) -> Iterator[list[int]]:
    """The runs of a section's own paragraphs between its children, its heading left out."""
    covered = {n for child in node.children for n in range(child.paragraph, child.last + 1)}
    run: list[int] = []
    for number in range(node.paragraph + 1, node.last + 1):
        if number in covered:
            yield run
            run = []
        else:
            run.append(number)
    yield run


def _lines(stretch: Sequence[int], words: Sequence[str]) -> list[int]:
    """Paragraphs that are headings of their own: phrases each with text below, bare or all in one frame ("这是…的五年。")."""
    phrases = [n for n in stretch if own_line(words[n], final=True) and n + 1 in stretch]
    headed = [n for n in phrases if n + 1 not in phrases and len(words[n + 1]) >= _MIN_BODY]
    frames = Counter(_frame(words[n]) for n in headed)
    bare = [n for n in headed if not words[n].endswith("。")]
    alike = [n for n in headed if words[n].endswith("。") and frames[_frame(words[n])] >= 3]
    plain = [n for n in headed if words[n].endswith("。") and not NOT_A_LEAD.match(words[n])]
    return next((rows for rows in (bare, alike, plain) if len(rows) >= 2), [])


def _frame(line: str) -> tuple[str, str]:
    return line[:2], line[-4:]


def _leads(stretch: Sequence[int], text: str, paragraphs: Sequence[Span]) -> list[list[int]]:
    """The rows of paragraphs that open with a lead sentence; leads make up half of a row from its first to its last."""
    firsts = {n: _first(text, paragraphs[n]) for n in stretch if len(sentences(text, paragraphs[n])) > 1}
    able = [n for n, first in firsts.items() if LONG_LEAD.fullmatch(first) and not NOT_A_LEAD.match(first)]
    rows: list[list[int]] = []
    for n in able:
        if rows and n - rows[-1][-1] <= _GAP:
            rows[-1].append(n)
        else:
            rows.append([n])
    found = [
        row
        for row in rows
        if sum(bool(LEAD.fullmatch(firsts[n])) for n in row) >= 2 and 2 * len(row) >= row[-1] - row[0] + 1
    ]
    return found or _couplets(firsts)


def _couplets(firsts: dict[int, str]) -> list[list[int]]:
    """The rows of neighbouring paragraphs that open with leads of two phrases, begun alike: "坚持…，…。", "五年来，…。"."""
    rows: list[list[int]] = []
    for n, first in firsts.items():
        if not COUPLET.fullmatch(first):
            continue
        if rows and n == rows[-1][-1] + 1 and first[:2] == firsts[rows[-1][-1]][:2]:
            rows[-1].append(n)
        else:
            rows.append([n])
    return [row for row in rows if len(row) >= 3]


def _end(row: Sequence[Open], stretch: Sequence[int], words: Sequence[str]) -> None:
    """Give each section of a row its last paragraph.

    The last ends with its paragraph if all others do, or else where the part is spoken for again.
    """
    for section, following in pairwise(row):
        section.last = following.paragraph - 1
    if row:
        last = row[-1]
        single = len(row) > 1 and all(section.inline and section.last == section.paragraph for section in row[:-1])
        after = (n for n in stretch if n > last.paragraph)
        closing = next((n for n in after if speaks_for_the_part(words[n])), stretch[-1] + 1)
        last.last = last.paragraph if single else closing - 1


def _first(text: str, span: Span) -> str:
    return text[slice(*sentences(text, span)[0])]
