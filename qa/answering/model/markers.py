"""A model's text, as it arrives -> statements with the numbers they cite.

Models write their references in many ways; all of [1], 【1】, ［１］, [1,2], [1][2], （1）, [编号1], [^1], ①, 【1†source】, before a full stop
or after it, are read; of [编号], copied without its number, nothing is left. Brackets that hold anything else stay text.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_NAME = (
    r"(?:原文|编号|序号|来源|引用|引文|出处|参考|见|第|sources?|refs?|references?|citations?|cite|documents?|doc|quote)"
)
_NAMED = rf"(?:{_NAME}\s*[:：]?\s*|\^)?"
_NUMBERS = rf"{_NAMED}\s*\d{{1,3}}\s*(?:条|号)?(?:\s*(?:[,，、;；\-–—~～]|和|及)\s*{_NAMED}\s*\d{{1,3}}\s*(?:条|号)?)*"
_MARKER = re.compile(
    rf"[\[［][\[［]?\s*({_NUMBERS})\s*[\]］]?[\]］]|【\s*({_NUMBERS})\s*(?:†[^】\n]*)?】|[（(]\s*({_NUMBERS})\s*[)）](?=[\s。；，！？,.;]|$)"
    rf"|(?<=\S)([①-⑳])(?=[。；，！？,.;：:①-⑳\[【\n]|$)|[\[［【]\s*{_NAME}\s*[\]］】]|【\d+:\d+†[^】\n]*】",
    re.I,
)
# Several of them are one reference, with what joins them and the brackets around: [1]和[2], （来源：[1]、[2]）.
_JOINED = rf"(?:{_MARKER.pattern})(?:\s*(?:以及|[和及与、,，;；]|and)?\s*(?:{_MARKER.pattern}))*"
_REFERENCE = re.compile(rf"[（(]\s*(?:{_NAME}\s*[:：]?)?\s*{_JOINED}\s*[)）]|{_JOINED}", re.I)
# "根据第[1]条原文，2022年…": what is left of it without the marker says nothing.
_ACCORDING = re.compile(
    rf"^\s*(?:根据|依据|据|如)?(?:原文)?第?(?P<marker>{_MARKER.pattern})条?(?:原文|所述|显示|可知)*[，,：:]\s*", re.I
)
_RANGE = re.compile(r"(\d+)\s*[-–—~～]\s*(\d+)")
# A statement ends at a full stop with the markers that follow it, or at the end of a line.
_END = re.compile(rf"(?:[。！？!?；;]|(?<!\d)\.(?=\s))[”’」』）)]*(?:[\s,，、]*(?:{_MARKER.pattern}))*|\n")
# What a model thinks before it answers, in the tags that models use; some only end it, since the prompt began it for them.
_THOUGHT = r"(?:think|thinking|thoughts?|reasoning|reasoning_content|reflection|analysis|scratchpad|思考|思考过程|推理)"
_THINKING = re.compile(
    rf"[<\[]\|?(?:begin_of_)?(?P<thought>{_THOUGHT})\|?[>\]].*?(?:[<\[]\|?(?:/|end_of_)(?P=thought)\|?[>\]]|\Z)"
    r"|<\|channel\|>\s*analysis.*?(?:<\|channel\|>\s*final\s*<\|message\|>|\Z)",
    re.DOTALL | re.I,
)
_THOUGHT_ENDS = re.compile(rf"[<\[]\|?(?:/|end_of_){_THOUGHT}\|?[>\]]", re.I)
_OPEN_TAG = re.compile(r"(?:<[a-z_/|一-鿿]*|\[/?[a-z_]*)\Z", re.I)
_RAISED = re.compile(r"<(sup|cite|ref)\b[^>]*>\s*\[?(\d{1,3})\]?\s*</\1>", re.I)
_BULLET = re.compile(r"^\s*(?:[-•·]|\*(?!\*)|\d{1,2}[.、)])\s*")
# Characters to wait for after a full stop, in which its markers may still come.
_LOOK_AHEAD = 12


@dataclass(frozen=True, slots=True)
class Written:
    """One statement as the model wrote it, without its markers; `numbers` are those it cites; `line` counts lines.

    `text` is "" where nothing but markers was written.
    """

    text: str
    numbers: tuple[int, ...]
    line: int


# All that was written before was thought aloud.
TAKEN_BACK = Written("", (), -1)


def statements(chunks: Iterable[str]) -> Iterator[Written]:
    """Cut a streamed text into statements, each given out as soon as it and its markers are complete.

    >>> [(w.text, w.numbers) for w in statements(["增长2.1%。", "[1] 其余", "未提。【2，3】"])]
    [('增长2.1%。', (1,)), ('其余未提。', (2, 3))]
    """
    text, start, line = "", 0, 0
    for chunk in chunks:
        text += chunk
        shown = visible(text)
        while (match := _END.search(shown, start)) and match.end() < len(shown) - _LOOK_AHEAD:
            if written := _read(shown[start : match.end()], line):
                yield written
            line += match[0] == "\n"
            start = match.end()
    shown = visible(text)
    while match := _END.search(shown, start):
        if written := _read(shown[start : match.end()], line):
            yield written
        line += match[0] == "\n"
        start = match.end()
    if written := _read(shown[start:], line):
        yield written


def visible(text: str) -> str:
    """The text without the model's thinking, and without a tag that is still being written."""
    said = _THINKING.sub("", text)
    ends = [match.end() for match in _THOUGHT_ENDS.finditer(said)]
    return _RAISED.sub(r"[\2]", _OPEN_TAG.sub("", said[ends[-1] :] if ends else said))


def up_to_thought(chunks: Iterator[str], left: list[str]) -> Iterator[str]:
    """Yield a reply as it comes, up to the end of a thought that it never began; what came with it after that is put into `left`.

    >>> left = []
    >>> list(up_to_thought(iter(["问的是农田。</thi", "nk>增长", "2.1%。"]), left)), left
    (['问的是农田。', ''], ['增长'])
    """
    text, given = "", 0
    for chunk in chunks:
        text += chunk
        if ends := _THOUGHT_ENDS.search(_THINKING.sub(lambda thought: " " * len(thought[0]), text)):
            left.append(text[ends.end() :])
            yield text[given : ends.start()]
            return
        sure = max(given, len(_OPEN_TAG.sub("", text)))
        yield text[given:sure]
        given = sure
    yield text[given:]


def _read(piece: str, line: int) -> Written | None:
    numbers: list[int] = []
    for match in _MARKER.finditer(piece):
        body = unicodedata.normalize("NFKC", next((group for group in match.groups() if group), ""))
        for low, high in _RANGE.findall(body):
            numbers.extend(range(int(low), min(int(high), int(low) + 20) + 1))
        numbers.extend(int(number) for number in re.findall(r"\d+", _RANGE.sub("", body)))
    text = _REFERENCE.sub("", _ACCORDING.sub("", _BULLET.sub("", piece))).replace("**", "").strip(" ,，、\t\n")
    words = text if re.search(r"\w", text) else ""
    return Written(words, tuple(dict.fromkeys(numbers)), line) if words or numbers else None
