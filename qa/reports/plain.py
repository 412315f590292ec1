"""The bytes of a text file -> its text."""

import re
from collections.abc import Iterator

# A byte-order mark decides. Without one UTF-8 is tried, then the encodings of Chinese systems; UTF-16 comes last, since almost
# any bytes decode as UTF-16.
_MARKS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16", b"\xef\xbb\xbf": "utf-8-sig"}
_ENCODINGS = ("utf-8", "gb18030", "big5", "utf-16-le", "utf-16-be")

# Bytes read in a wrong encoding often come out as Chinese characters, but hardly with Chinese punctuation between them: the
# real reports hold a comma, a full stop or an enumeration mark every 6 to 12 characters, a misread one none in thousands.
_PUNCTUATION = re.compile("[，。、：；！？]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f\ufffd\ue000-\uf8ff]")
_CHINESE = re.compile("[\u4e00-\u9fff]")
_PER_MARK, _PER_CONTROL = 100, 500


def decode(data: bytes) -> str | None:
    """The text of `data` in the first encoding that makes sense of it, line ends as "\\n", or None."""
    texts = [text for text in _decoded(data) if text.strip()]
    return next((text for text in texts if is_chinese(text)), None)


def is_chinese(text: str) -> bool:
    """Whether a text reads as Chinese: a quarter of it Chinese characters, with the punctuation that Chinese has."""
    characters = len(_CHINESE.findall(text))
    marks, odd = len(_PUNCTUATION.findall(text)), len(_CONTROL.findall(text))
    return characters * 4 >= len(text) > 0 and marks >= characters // _PER_MARK and odd <= len(text) // _PER_CONTROL


def strip_markdown(text: str) -> str:
    """Take the marks of Markdown off the lines that carry them: headings, quotations, bullets, bold.

    >>> strip_markdown("## 一、工作回顾\\n- **稳增长**。推进项目")
    '一、工作回顾\\n稳增长。推进项目'
    """
    lines = (re.sub(r"^\s{0,3}(?:#{1,6}\s+|>\s?|[-*+]\s+)", "", line) for line in text.split("\n"))
    return "\n".join(re.sub(r"\*\*(.+?)\*\*|__(.+?)__", lambda found: found[1] or found[2], line) for line in lines)


def _decoded(data: bytes) -> Iterator[str]:
    marks = [encoding for mark, encoding in _MARKS.items() if data.startswith(mark)]
    for encoding in marks or _ENCODINGS:
        try:
            yield data.decode(encoding).replace("\r\n", "\n").replace("\r", "\n")
        except UnicodeDecodeError:
            continue
