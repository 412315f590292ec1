"""Exchanges -> text to take along: with numbered sources, Markdown, plain, Word."""

import io
import re
from collections.abc import Sequence

from qa.domain import Answer, Citation, Report
from qa.web.chat import Exchange

_MARKER = re.compile(r"\[(\d{1,3})\]")
# The numbering that a heading begins with: 三、 （四） 第三部分 3. 一是
_NUMBERING = re.compile(
    r"^\s*(?:([一二三四五六七八九十]+)、|(（[一二三四五六七八九十]+）)|(第[一二三四五六七八九十]+[章节部分]+)|(\d+)[.、．])"
)
_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#|~])")
# Control characters that no XML file can hold.
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def with_sources(answer: Answer, reports: Sequence[Report]) -> str:
    """The text with its numbers, then the sources as official papers and theses give them.

    [1]《2023年辽宁省政府工作报告》，2023年1月12日，三（四）：“建设高标准农田289万亩”
    """
    sources = [f"[{c.marker}]{source(c, reports)}：“{c.quote}”" for c in answer.citations]
    return "\n".join([answer.text, *([""] if sources else []), *sources])


def plain(answer: Answer) -> str:
    """The text without its markers."""
    known = {citation.marker for citation in answer.citations}
    return _MARKER.sub(lambda found: "" if int(found[1]) in known else found[0], answer.text)


def markdown(answer: Answer, reports: Sequence[Report], before: str = "") -> str:
    """The text with footnotes, whose names begin with `before`; marks of the text itself are escaped."""
    known = {citation.marker for citation in answer.citations}
    text = answer.text.replace("• ", "- ")
    parts = _MARKER.split(text)  # text, number, text, number …
    body = "".join(
        (f"[^{before}{part}]" if int(part) in known else f"\\[{part}\\]") if n % 2 else _escaped(part)
        for n, part in enumerate(parts)
    )
    notes = [f"[^{before}{c.marker}]: {_escaped(f'{source(c, reports)}：“{c.quote}”')}" for c in answer.citations]
    return "\n".join([body.replace("\n", "\n\n") if "\n- " not in body else body, *([""] if notes else []), *notes])


def markdown_of_all(exchanges: Sequence[Exchange], reports: Sequence[Report]) -> str:
    """A conversation as one Markdown file."""
    titles = "、".join(f"《{report.title}》" for report in reports)
    parts = [f"# 问答记录：{_escaped(titles)}"]
    for number, exchange in enumerate(exchanges, 1):
        parts.append(f"## {number}. {_escaped(' '.join(exchange.question.split()))}")
        if exchange.answer:
            parts.append(markdown(exchange.answer, reports, f"{number}-"))
    return "\n\n".join(parts) + "\n"


def word_of_all(exchanges: Sequence[Exchange], reports: Sequence[Report]) -> bytes:
    """A conversation as a Word file."""
    from docx import Document
    from docx.oxml.ns import qn
    from docx.shared import Pt

    document = Document()
    for name, face in (("Normal", "宋体"), ("Title", "黑体"), ("Heading 2", "黑体")):
        style = document.styles[name]
        style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), face)
    document.add_heading(_printable("问答记录：" + "、".join(f"《{report.title}》" for report in reports)), 0)
    for number, exchange in enumerate(exchanges, 1):
        document.add_heading(_printable(f"{number}. {exchange.question}"), 2)
        answer = exchange.answer
        for line in answer.text.splitlines() if answer else ():
            document.add_paragraph(_printable(line))
        for claim in answer.claims if answer else ():
            if claim.computation:
                document.add_paragraph(_printable(f"计算：{claim.computation}"))
        for citation in answer.citations if answer else ():
            text = _printable(f"[{citation.marker}]{source(citation, reports)}：“{citation.quote}”")
            document.add_paragraph().add_run(text).font.size = Pt(9)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def source(citation: Citation, reports: Sequence[Report]) -> str:
    """Where a quote stands: 《2023年辽宁省政府工作报告》，2023年1月12日，三（四）."""
    report = next((report for report in reports if report.id == citation.report), None)
    parts = [
        f"《{report.title if report else citation.report}》",
        _date(report.date) if report else "",
        _place(citation),
    ]
    return "，".join(filter(None, parts))


def _date(iso: str) -> str:
    found = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", iso)
    return f"{found[1]}年{int(found[2])}月{int(found[3])}日" if found else iso


def _place(citation: Citation) -> str:
    """The numbers of the headings, 三（四）; the innermost heading itself where none has a number."""
    headings = [heading for heading in citation.section.split(" / ") if heading]
    numbers = [next(filter(None, found.groups())) for heading in headings if (found := _NUMBERING.match(heading))]
    return "".join(numbers) or (headings[-1] if headings else "")


def _escaped(text: str) -> str:
    return _MARKDOWN.sub(r"\\\1", text)


def _printable(text: str) -> str:
    return _UNPRINTABLE.sub("\ufffd", text)
