"""A saved web page (.html) -> the text of its article, without navigation."""

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from lxml import etree, html

from qa.errors import ReportError

_CHARSET = re.compile(rb"""charset\s*=\s*["']?\s*([\w-]{3,20})""", re.IGNORECASE)
# Elements that hold no text of an article.
_SKIP = frozenset(
    {
        "script",
        "style",
        "noscript",
        "template",
        "nav",
        "header",
        "footer",
        "aside",
        "form",
        "button",
        "select",
        "iframe",
        "svg",
    }
    | {"head", "option", "textarea", "input", "object", "embed"}
)
_BLOCKS = frozenset(
    {
        "address",
        "article",
        "blockquote",
        "body",
        "br",
        "caption",
        "center",
        "dd",
        "div",
        "dl",
        "dt",
        "figure",
        "h1",
        "h2",
    }
    | {
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "li",
        "main",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "tbody",
        "td",
        "th",
        "tr",
        "ul",
        "html",
    }
)
_TITLE_TAGS = ("h1", "h2", "title")
# The name of the site follows the title of the page: "…政府工作报告_某省人民政府".
_SITE = re.compile(r"\s*[-_|—–－]+\s*[^-_|—–－]{0,30}$")

_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
# An article's paragraph is a line of some length, with punctuation and few links in it.
_PROSE = re.compile("[，。；：]")
_MIN_LINE, _MAX_LINKS, _LINKED = 20, 0.3, 0.8
# A block holds the article if nearly all of the page's paragraphs are in it; the smallest such block is taken.
_SHARE = 0.9


def read_webpage(path: Path) -> str:
    """Read the article of a saved web page; raise ReportError where there is none."""
    source = _source(path.read_bytes())
    try:
        page = html.document_fromstring(re.sub(r"^\s*<\?xml[^>]*\?>", "", source))
    except (etree.LxmlError, ValueError) as exc:
        raise ReportError(f"网页 {path.name} 无法解析。请把正文复制到文本文件（.txt）后重试。") from exc
    article = _article(page)
    lines = [] if article is None else [line for line, block in _lines(article) if not _is_links(block)]
    if not lines:
        raise ReportError(f"网页 {path.name} 里没有找到正文。请把正文复制到文本文件（.txt）后重试。")
    title = _title(page)
    return "\n".join([title, *lines] if title and title not in lines else lines) + "\n"


def _source(data: bytes) -> str:
    """Decode a page in the encoding that it names, or else the first of those in use that fits."""
    named = _CHARSET.search(data[:4096])
    for encoding in (named[1].decode().lower().replace("gb2312", "gb18030") if named else "utf-8", "utf-8", "gb18030"):
        try:
            return data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    return data.decode("utf-8", "replace")


def _article(page: html.HtmlElement) -> html.HtmlElement | None:
    """The smallest element that holds nearly all of the page's long, link-free lines, or None where it has none."""
    weight: dict[html.HtmlElement, int] = defaultdict(int)
    total = 0
    for line, element in _lines(page):
        links = sum(len(link.text_content()) for link in element.iter("a"))
        if len(line) >= _MIN_LINE and _PROSE.search(line) and links <= _MAX_LINKS * len(line):
            total += len(line)
            for holder in (element, *element.iterancestors()):
                weight[holder] += len(line)
    able = [element for element, held in weight.items() if held >= _SHARE * total]
    return max(able, key=lambda element: len(list(element.iterancestors())), default=None)


def _lines(element: html.HtmlElement) -> Iterator[tuple[str, html.HtmlElement]]:
    """The lines of text in an element, each with the block that it stands in."""
    pieces: list[tuple[str, html.HtmlElement | None]] = list(_pieces(element, element))
    line, block = "", element
    for piece, holder in [*pieces, ("", None)]:
        if holder is not None:
            line, block = line + piece, holder
            continue
        if words := re.sub(r"[ \t\r\n\xa0]+", " ", line).strip(" "):
            yield words, block
        line = ""


def _is_links(block: html.HtmlElement) -> bool:
    """Whether a block is made of links to other pages: a list of related articles, "上一篇", "打印本页"."""
    links = (link for link in block.iter("a") if not link.get("href", "#").startswith("#"))
    return sum(len(link.text_content().strip()) for link in links) > _LINKED * len(block.text_content().strip())


def _pieces(element: html.HtmlElement, block: html.HtmlElement) -> Iterator[tuple[str, html.HtmlElement | None]]:
    """The text of an element piece by piece, each with its block; (_, None) where a line ends."""
    yield element.text or "", block
    for child in element:
        if isinstance(child.tag, str) and child.tag not in _SKIP and not _HIDDEN.search(child.get("style", "")):
            if child.tag in _BLOCKS:
                yield "", None
                yield from _pieces(child, child if child.tag != "br" else block)
                yield "", None
            else:
                yield from _pieces(child, block)
        yield child.tail or "", block


def _title(page: html.HtmlElement) -> str:
    for tag in _TITLE_TAGS:
        for element in page.iter(tag):
            title = " ".join(element.text_content().split())
            if "政府工作报告" in title:
                return _SITE.sub("", title)
    return ""
