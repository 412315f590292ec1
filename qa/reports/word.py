"""A Word file (.docx) -> its text: paragraphs and tables in order, automatic numbers written out, footnotes at the end."""

import zipfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import docx
from docx.document import Document
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from docx.table import Table
from docx.text.paragraph import Paragraph

from qa.errors import ReportError

# An element of the file's XML, which python-docx hands out as lxml made it.
_Xml = Any
_FOOTNOTES = "footnotes"
_CHINESE = ("chineseCounting", "chineseCountingThousand", "japaneseCounting", "ideographTraditional")
_MAX_LEVEL = 9


def read_word(path: Path) -> str:
    """Read a .docx; raise ReportError where the file is none (an old .doc renamed, a broken download)."""
    try:
        document = docx.Document(str(path))
        lines = [*_lines(document), *_footnotes(document)]
    except (PackageNotFoundError, zipfile.BadZipFile, KeyError, ValueError, SyntaxError) as exc:
        raise ReportError(
            f"报告 {path.name} 不是有效的 Word 文件（.docx），或已损坏。请用 Word 或 WPS 打开后另存为 .docx，再重试。"
        ) from exc
    return "\n".join(lines) + "\n"


def _lines(document: Document) -> Iterator[str]:
    numbers = _Numbers(document)
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            yield from _rows(block)
        else:
            yield numbers.label(block) + block.text.rstrip()


def _rows(table: Table) -> Iterator[str]:
    """The rows of a table, cells parted by tabs; a merged cell once."""
    for row in table.rows:
        cells = dict.fromkeys(cell for cell in row.cells)
        yield "\t".join(" ".join(cell.text.split()) for cell in cells)


def _footnotes(document: Document) -> Iterator[str]:
    parts = [rel.target_part for rel in document.part.rels.values() if rel.reltype.endswith(f"/{_FOOTNOTES}")]
    notes = [
        "".join(piece.text or "" for piece in note.iter(qn("w:t"))).strip()
        for part in parts
        for note in parse_xml(part.blob).iter(qn("w:footnote"))
    ]
    written = [note for note in notes if note]
    if written:
        yield "注释"
        yield from (f"{number}.{note}" for number, note in enumerate(written, 1))


class _Numbers:
    """Writes the numbers that Word counts by itself and keeps out of a paragraph's text ("一、", "（二）", "3.")."""

    def __init__(self, document: Document) -> None:
        self._counts: dict[tuple[str, int], int] = defaultdict(int)
        self._levels: dict[str, dict[int, tuple[str, str, int]]] = {}
        if "numbering" in {rel.reltype.rpartition("/")[2] for rel in document.part.rels.values()}:
            self._read(document.part.numbering_part.element)

    def label(self, paragraph: Paragraph) -> str:
        """The number before `paragraph`, counted on; "" where it has none."""
        found = self._place(paragraph)
        if not found or not paragraph.text.strip():
            return ""
        number, level = found
        kind, pattern, start = self._levels[number][level]
        self._counts[number, level] += 1
        for deeper in range(level + 1, _MAX_LEVEL):
            self._counts[number, deeper] = 0
        label = pattern
        for upper in range(level + 1):
            shape, _, first = self._levels[number].get(upper, (kind, "", start))
            value = max(self._counts[number, upper], 1) + first - 1
            label = label.replace(f"%{upper + 1}", _numeral(value, shape))
        return "" if kind in ("bullet", "none") else label

    def _place(self, paragraph: Paragraph) -> tuple[str, int] | None:
        """The number's definition and level: the paragraph's own, or its style's."""
        properties = [paragraph._p.pPr, paragraph.style.element.find(qn("w:pPr")) if paragraph.style else None]
        for found in properties:
            mark = found.find(qn("w:numPr")) if found is not None else None
            if mark is None:
                continue
            number, level = mark.find(qn("w:numId")), mark.find(qn("w:ilvl"))
            key = (_attribute(number, ""), int(_attribute(level, "0")))
            return key if key[1] in self._levels.get(key[0], {}) else None
        return None

    def _read(self, numbering: _Xml) -> None:
        shapes = {shape.get(qn("w:abstractNumId")): shape for shape in numbering.iter(qn("w:abstractNum"))}
        for number in numbering.iter(qn("w:num")):
            link = number.find(qn("w:abstractNumId"))
            shape = shapes.get(link.get(qn("w:val"))) if link is not None else None
            levels = list(shape.iter(qn("w:lvl"))) if shape is not None else []
            self._levels[number.get(qn("w:numId"), "")] = {
                int(level.get(qn("w:ilvl"), "0")): (
                    _value(level, "numFmt", "decimal"),
                    _value(level, "lvlText", ""),
                    int(_value(level, "start", "1")),
                )
                for level in levels
            }


def _value(level: _Xml, name: str, default: str) -> str:
    return _attribute(level.find(qn(f"w:{name}")), default)


def _attribute(element: _Xml | None, default: str) -> str:
    return str(element.get(qn("w:val"), default)) if element is not None else default


def _numeral(value: int, shape: str) -> str:
    """A number in Word's shape: 3 as 三, ③ or 3."""
    if shape in _CHINESE:
        tens, ones = divmod(value, 10)
        digits = "〇一二三四五六七八九"
        return (digits[tens] if tens > 1 else "") + ("十" if tens else "") + (digits[ones] if ones or not tens else "")
    if shape == "decimalEnclosedCircle" and 1 <= value <= 20:
        return chr(ord("①") + value - 1)
    return str(value)
