"""A model's text, as it arrives -> statements with the numbers they cite.

Models write their references in many ways; all of [1], 【1】, ［１］, [1,2], [1][2], （1）, [编号1], [^1], before a full stop or
after it, are read. Brackets that hold anything else stay text.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_NAMED = r"(?:(?:原文|编号|来源|引用|出处|参考|见|第|source|ref)\s*[:：]?\s*|\^)?"
_NUMBERS = rf"{_NAMED}\s*\d{{1,3}}\s*(?:条|号)?(?:\s*(?:[,，、;；\-–—~～]|和|及)\s*{_NAMED}\s*\d{{1,3}}\s*(?:条|号)?)*"
_MARKER = re.compile(
    rf"[\[［][\[［]?\s*({_NUMBERS})\s*[\]］]?[\]］]|【\s*({_NUMBERS})\s*】|[（(]\s*({_NUMBERS})\s*[)）](?=[\s。；，！？,.;]|$)",
    re.I,
)
# "根据第[1]条原文，2022年…": what is left of it without the marker says nothing.
_ACCORDING = re.compile(
    rf"^\s*(?:根据|依据|据|如)?(?:原文)?第?(?P<marker>{_MARKER.pattern})条?(?:原文|所述|显示|可知)*[，,：:]\s*", re.I
)
_RANGE = re.compile(r"(\d+)\s*[-–—~～]\s*(\d+)")
# A statement ends at a full stop with the markers that follow it, or at the end of a line.
_END = re.compile(rf"(?:[。！？!?；;]|(?<!\d)\.(?=\s))[”’」』）)]*(?:[\s,，、]*(?:{_MARKER.pattern}))*|\n")
_THINKING = re.compile(r"<(think|thinking|reasoning)>.*?(?:</\1>|\Z)", re.DOTALL)
_OPEN_TAG = re.compile(r"<[a-z/]*\Z")
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
    return _OPEN_TAG.sub("", _THINKING.sub("", text))


def _read(piece: str, line: int) -> Written | None:
    numbers: list[int] = []
    for match in _MARKER.finditer(piece):
        body = next(group for group in match.groups() if group)
        for low, high in _RANGE.findall(body):
            numbers.extend(range(int(low), min(int(high), int(low) + 20) + 1))
        numbers.extend(int(number) for number in re.findall(r"\d+", _RANGE.sub("", body)))
    text = _MARKER.sub("", _ACCORDING.sub("", _BULLET.sub("", piece))).replace("**", "").strip(" ,，、\t\n")
    words = text if re.search(r"\w", text) else ""
    return Written(words, tuple(dict.fromkeys(numbers)), line) if words or numbers else None
