"""A PDF with a text layer -> its text: pages joined, lines made into paragraphs, headers and page numbers left out."""

import logging
import re
from collections import Counter
from pathlib import Path

import pypdf
from pypdf.errors import PyPdfError

from qa.errors import ReportError
from qa.reports.layout import is_furniture, unwrap

# Fewer characters than this on an average page are stray marks of a scan, not a text layer.
_MIN_PAGE = 20
# A line at the edge of this share of the pages, on three at least, is a running header or footer.
_RUNNING_SHARE, _RUNNING_PAGES = 0.4, 3

# Extraction puts a space between a figure and the Chinese around it ("2019 年5 月"); in prose none is meant.
_LOOSE = re.compile(r"(?<=[\u4e00-\u9fff，。、；：（“]) (?=[0-9])|(?<=[0-9%％]) (?=[\u4e00-\u9fff，。、；：）”])")
_PROSE = re.compile("[，。、；：]")


def read_pdf(path: Path) -> str:
    """Read a PDF's text layer; raise ReportError for a scan, a locked or a broken file."""
    logging.getLogger("pypdf").setLevel(logging.ERROR)
    try:
        reader = pypdf.PdfReader(path)
        if reader.is_encrypted and not reader.decrypt(""):
            raise ReportError(f"PDF {path.name} 有密码保护。请解除密码，或另存为文本文件（.txt）后重试。")
        pages = [page.extract_text() for page in reader.pages]
    except (PyPdfError, ValueError, KeyError, OSError) as exc:
        raise ReportError(f"PDF {path.name} 已损坏，无法读取。请重新下载，或另存为文本文件（.txt）后重试。") from exc
    if sum(len(page.strip()) for page in pages) < _MIN_PAGE * max(len(pages), 1):
        raise ReportError(
            f"PDF {path.name} 是扫描件，没有文字层，读不出文字。请先做文字识别（OCR），再把识别结果存为 .txt 或带文字层的 PDF。"
        )
    lines = unwrap("\n".join(_clean(pages))).split("\n")
    return "\n".join(_LOOSE.sub("", line) if _PROSE.search(line) else line for line in lines)


def _clean(pages: list[str]) -> list[str]:
    """The lines of all pages without running headers, footers and page numbers."""
    split = [[line.strip() for line in page.split("\n") if line.strip()] for page in pages]
    edges = Counter(line for lines in split for line in {*lines[:2], *lines[-2:]})
    often = max(_RUNNING_PAGES, _RUNNING_SHARE * len(pages))
    running = {line for line, times in edges.items() if times >= often}
    return [
        line
        for lines in split
        for number, line in enumerate(lines)
        if line not in running and not (is_furniture(line) and (number < 2 or number >= len(lines) - 2))
    ]
