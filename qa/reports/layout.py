"""Report text -> its paragraphs: front matter, contents and page furniture told apart, broken lines joined.

Nothing is taken out of the text. A paragraph is a span of one line, or of several where a line was broken in the middle of a
sentence (a hard-wrapped file, a bold phrase or a subscript set on a line of its own: "PM / 2.5 / 年平均浓度").
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from qa.reports.forms import is_label, numbered
from qa.reports.sentences import Span, paragraphs


class Kind(Enum):
    """What a paragraph is: before the speech, a table of contents, page furniture, or the speech itself."""

    FRONT = auto()
    CONTENTS = auto()
    FURNITURE = auto()
    BODY = auto()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A span of the report's text and its kind."""

    span: Span
    kind: Kind


# The speaker's opening words; everything above them is front matter.
_ADDRESS = re.compile(r"(?:尊敬的)?(?:各位代表|各位委员|各位领导|同志们|主任、各位|主席、各位)")
# What stands above a speech that addresses nobody: its name, the meeting, the source, the speaker.
_HEADER = re.compile(
    r"[^。；：]{0,30}政府工作报告(?:[（(][^（）()]{0,40}[）)])?|[—（(\s-]*[^。；]{0,60}会议上?[）)]?"
    r"|(?:信息|文章|稿件)?(?:来源|时间|日期|作者|发布时间|发布日期)\s*[：:].{0,40}"
    r"|[^。，；]{0,16}(?:省长|市长|县长|区长|州长|盟长|旗长|镇长|乡长|主任|总理|主席)[\s　：:]+[\u4e00-\u9fff·　 ]{2,8}"
)
# Front matter is made of short lines; a longer one, or one with a full stop, is the speech.
_FRONT_LINE = 80
_FRONT_CHARS = 800

_FURNITURE = tuple(
    re.compile(pattern)
    for pattern in (
        r"[-—–－·\s]*[0-9０-９]{1,3}[-—–－·\s]*",  # 3, - 3 -
        r"[0-9]{1,3}\.[0-9]{1,2}",  # a subscript or a figure torn from its sentence, where nothing takes it in
        r"(?:第\s*)?[0-9０-９一二三四五六七八九十]{1,4}\s*页?\s*[/／，,]?\s*共?\s*[0-9]{1,4}\s*页",
        r"第\s*[0-9０-９一二三四五六七八九十]{1,4}\s*页",
        r"[0-9]{1,3}\s*[/／]\s*[0-9]{1,3}",
        r"(?i:page\s*\d{1,3}(?:\s*of\s*\d{1,3})?)",
        r"[-=_*~—·.…─━\s]{3,}",
        # What web pages put around an article.
        r"相关(?:报道|阅读|链接|文章|附件)[：:]?",
        r"[（(【\[]?(?:责任编辑|责编|编辑|审核|校对|初审|终审|作者|记者)\s*[：:].{0,40}",
        r"(?:来源|稿源|信息来源|文章来源|稿件来源|发布时间|发布日期|时间|日期|浏览次数|点击数|阅读次数)\s*[：:].{0,40}",
        r"(?:字体|字号)\s*[：:].{0,20}|[【\[].{0,6}(?:打印|关闭|收藏|纠错).{0,12}[】\]].*|打印(?:本页)?|关闭(?:窗口|本页)?",
        r"分享(?:到|至)?[：:]?.{0,20}|扫一扫.{0,30}|返回(?:顶部|首页)|(?:上|下)一[篇条][：:]?.{0,60}|版权所有.{0,40}",
    )
)
# A running header repeats the report's name at the top of each page.
_RUNNING = re.compile(r"(?=.*政府工作报告)[^。！？；：]{6,40}")
_RUNNING_TIMES = 3
# What a site adds below the text; near the end, or below the last sentence, all that follows such a line is the site's too.
_TRAILER = re.compile(
    r"相关(?:链接|报道|阅读|文章)|扫一扫|本作品|版权(?:声明|说明)|免责声明|法律声明|声明：|转载请注明|网站地图|主办单位|友情链接|延伸阅读|(?i:public domain)"
)
_LATE = 0.85
# Longer than any table of contents; lines below are not looked at, since each is compared with all that follow it.
_CONTENTS_LINES = 200
_CONTENTS = re.compile(r"目[ \t　]*录|目[ \t　]*次")
_LEADER = re.compile(r"(?:[.．·…‥。\s　]{3,}|\t+)[(（]?[0-9]{1,3}[)）]?$")

_FINISHED = re.compile(r"[。！？；：!?;:…][”’」』）)》]*$")
# A line that ends so goes on in the next, a line that begins so began in the one before.
_UNFINISHED = re.compile(r"(?:[，、“（《·+的和与及A-Za-z]|[^—]—)$")
_TORN = re.compile(r"[，。、；：！？）”》%％‰]|[是为][：:]")
_DECIMAL = re.compile(r"[0-9]{1,3}\.[0-9]{1,2}")

# Hard-wrapped text: many lines reach the same right edge and few of them end a sentence there.
_WRAP_LINES, _WRAP_WIDTH, _WRAP_SHARE = 8, 130, 0.4
_EDGE, _FULL = 0.95, 0.88
# A page of a PDF is at least half as wide as this; shorter lines are headings, table cells and the ends of paragraphs.
_MIN_EDGE = 40


def layout(text: str) -> list[Paragraph]:
    """Split a report into paragraphs, in order; only white space lies between them."""
    lines = paragraphs(text)
    kinds = _kinds(text, lines)
    return _joined(text, lines, kinds, _wrap_width(text, lines, kinds))


def unwrap(text: str) -> str:
    """Write each paragraph of a text that is broken at the edge of the page, as in a PDF, on one line."""
    lines = paragraphs(text)
    kinds = _kinds(text, lines)
    widths = sorted(width for span in lines if (width := _columns(text[slice(*span)])) >= _MIN_EDGE)
    found = _joined(text, lines, kinds, widths[int(_EDGE * len(widths))] if widths else 0)
    return "\n".join(re.sub(r"\s*\n\s*", "", text[slice(*paragraph.span)]) for paragraph in found) + "\n"


def _joined(text: str, lines: Sequence[Span], kinds: Sequence[Kind], width: int) -> list[Paragraph]:
    found: list[Paragraph] = []
    for number, (span, kind) in enumerate(zip(lines, kinds, strict=True)):
        if number and kind is kinds[number - 1] is Kind.BODY and _goes_on(text, lines[number - 1], span, width):
            found[-1] = Paragraph((found[-1].span[0], span[1]), kind)
        else:
            found.append(Paragraph(span, kind))
    return found


def speech_start(text: str) -> int:
    """Offset at which the speaker addresses the house, or the header lines end; 0 where the text does not begin with front matter."""
    for start, end in paragraphs(text):
        if _ADDRESS.match(text, start):
            return start
        if start > _FRONT_CHARS and (end - start > _FRONT_LINE or "。" in text[start:end].rstrip("。")):
            break
    return _header_end(text)


def _header_end(text: str) -> int:
    """Offset of the first line after the header lines at the top, 0 where there are none."""
    return next((start for start, end in paragraphs(text) if not _HEADER.fullmatch(text, start, end)), 0)


def is_furniture(line: str) -> bool:
    """Whether a line is page furniture: a page number, a rule, the words that a web page puts around an article."""
    return any(pattern.fullmatch(line) for pattern in _FURNITURE)


def _kinds(text: str, lines: Sequence[Span]) -> list[Kind]:
    address = speech_start(text)
    words = [text[slice(*span)] for span in lines]
    listed = _contents(words)
    said = max((n for n, line in enumerate(words) if len(line) > _FRONT_LINE or "。" in line), default=0)
    trailers = (n for n, line in enumerate(words) if _TRAILER.match(line))
    trailer = next((n for n in trailers if n > said or lines[n][0] > _LATE * len(text)), len(words))
    kinds = []
    for number, (start, _) in enumerate(lines):
        if number in listed:
            kinds.append(Kind.CONTENTS)
        elif start < address:
            kinds.append(Kind.FRONT)
        elif number >= trailer or _is_printed(words, number):
            kinds.append(Kind.FURNITURE)
        else:
            kinds.append(Kind.BODY)
    return kinds


def _is_printed(words: Sequence[str], number: int) -> bool:
    """Whether a line is page furniture or a running header.

    A decimal between two lines of which the first does not end belongs to them ("PM / 2.5 / 浓度").
    """
    line = words[number]
    before = words[number - 1] if number else ""
    torn = _DECIMAL.fullmatch(line) and before and number + 1 < len(words) and not _FINISHED.search(before)
    running = _RUNNING.fullmatch(line) and words.count(line) >= _RUNNING_TIMES
    return (is_furniture(line) and not torn) or bool(running)


def _contents(words: Sequence[str]) -> set[int]:
    """Numbers of the lines of a table of contents, its heading among them.

    It stands before the first long line. Its entries have a leader and a page number, or come again further down, or stand
    below the word 目录.
    """
    long = next((number for number, line in enumerate(words) if len(line) > _FRONT_LINE), len(words))
    titles = [_entry(line) for line in words]
    found: set[int] = set()
    run: list[int] = []
    for number, line in enumerate(words[: min(long, _CONTENTS_LINES)]):
        headed = bool(run) and bool(_CONTENTS.fullmatch(words[run[0]]))
        opened = [titles[n] for n in run]
        below = headed and not _ADDRESS.match(line) and "。" not in line and titles[number] not in opened
        if _CONTENTS.fullmatch(line) or _LEADER.search(line) or below or _again(titles, number):
            run.append(number)
            continue
        found.update(run if _is_contents(run, words) else ())
        run = []
    return found | set(run if _is_contents(run, words) else ())


def _again(titles: Sequence[str], number: int) -> bool:
    """Whether a line's words open a later line: an entry of a table of contents, or the title printed twice."""
    title = titles[number]
    return len(title) >= 4 and "。" not in title and any(other.startswith(title) for other in titles[number + 1 :])


def _is_contents(run: Sequence[int], words: Sequence[str]) -> bool:
    headed = any(_CONTENTS.fullmatch(words[number]) for number in run)
    leaders = sum(bool(_LEADER.search(words[number])) for number in run)
    return len(run) >= 2 and (headed or leaders >= 2 or len(run) >= 4)


def _entry(line: str) -> str:
    return re.sub(r"[\s　]", "", _LEADER.sub("", line)).strip("。.…")


def _wrap_width(text: str, lines: Sequence[Span], kinds: Sequence[Kind]) -> int:
    """The width at which a hard-wrapped text breaks its lines, in half-width columns; 0 where it does not."""
    body = [text[slice(*span)] for span, kind in zip(lines, kinds, strict=True) if kind is Kind.BODY]
    if len(body) < _WRAP_LINES:
        return 0
    edge = sorted(_columns(line) for line in body)[int(_EDGE * len(body))]
    full = [line for line in body if _columns(line) >= _FULL * edge]
    broken = [line for line in full if not _FINISHED.search(line)]
    wrapped = edge <= _WRAP_WIDTH and min(len(full), 2 * len(broken)) >= _WRAP_SHARE * len(body)
    return edge if wrapped else 0


def _goes_on(text: str, line: Span, following: Span, width: int) -> bool:
    """Whether the sentence in `line` goes on in the line after it."""
    gap = text[line[1] : following[0]]
    if gap.count("\n") > 1:
        return False
    before, after = text[slice(*line)], text[slice(*following)]
    if is_label(before):
        return True
    indented = bool(gap.rpartition("\n")[2])
    if width and _columns(before) >= _FULL * width:
        return not indented and not _FINISHED.search(before)
    if _FINISHED.search(before) or numbered(text, following):
        return False
    return bool(
        _TORN.match(after)
        or _DECIMAL.fullmatch(after)
        or _DECIMAL.fullmatch(before)
        or (_UNFINISHED.search(before) and not numbered(text, line))
    )


def _columns(line: str) -> int:
    return sum(2 if unicodedata.east_asian_width(char) in "WFA" else 1 for char in line)
