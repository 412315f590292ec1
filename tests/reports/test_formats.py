"""Word files, web pages, PDFs and Markdown read as the same report; what cannot be read says what to do."""

from pathlib import Path
from typing import Any

import docx
import pypdf
import pytest
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.text.paragraph import Paragraph

from qa.domain import Report
from qa.errors import ReportError
from qa.reports import read_folder, read_report
from qa.reports.files import SourceFile

from .samples import CITY, headings, read

LINES = [line.strip() for line in CITY.splitlines() if line.strip()]
OUTLINE = ["一、2023年工作回顾", "二、2024年重点工作", "  （一）稳增长", "  （二）惠民生"]


def read_path(path: Path) -> Report:
    return read_report(SourceFile(path, {}))


def check(report: Report) -> None:
    assert headings(report) == OUTLINE
    assert (report.year, report.region, report.speaker) == (2024, "临川市", "周明远")
    assert "地区生产总值增长6.1%；" in {sentence.text for sentence in report.sentences}


def test_word(tmp_path: Path) -> None:
    document = docx.Document()
    for line in LINES:
        document.add_paragraph(line)
    table = document.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "指标", "增长6%"
    document.save(str(tmp_path / "报告.docx"))
    report = read_path(tmp_path / "报告.docx")
    check(report)
    assert report.sentences[-1].text == "指标\t增长6%"


def test_word_writes_out_the_numbers_that_it_counts(tmp_path: Path) -> None:
    document = docx.Document()
    numbering = document.part.numbering_part.element
    for number, (shape, pattern) in enumerate([("chineseCountingThousand", "%1、"), ("decimal", "%1.")], 900):
        numbering.insert(0, _abstract(number, shape, pattern))
        numbering.append(_number(number))
    for text, number in [
        ("工作回顾", 900),
        ("稳增长。取得进展。", 901),
        ("惠民生。持续改善。", 901),
        ("工作安排", 900),
    ]:
        _numbered(document.add_paragraph(text), number)
    document.add_paragraph("抓好落实，推动高质量发展。")
    document.save(str(tmp_path / "2024_某市.docx"))
    report = read_path(tmp_path / "2024_某市.docx")
    assert headings(report) == ["一、工作回顾", "  1.稳增长", "  2.惠民生", "二、工作安排"]


def _element(tag: str, **attributes: str) -> Any:
    element = OxmlElement(tag)
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), value)
    return element


def _abstract(number: int, shape: str, pattern: str) -> Any:
    abstract, level = _element("w:abstractNum", abstractNumId=str(number)), _element("w:lvl", ilvl="0")
    for tag, value in (("w:start", "1"), ("w:numFmt", shape), ("w:lvlText", pattern)):
        level.append(_element(tag, val=value))
    abstract.append(level)
    return abstract


def _number(number: int) -> Any:
    found = _element("w:num", numId=str(number))
    found.append(_element("w:abstractNumId", val=str(number)))
    return found


def _numbered(paragraph: Paragraph, number: int) -> None:
    mark = _element("w:numPr")
    mark.append(_element("w:ilvl", val="0"))
    mark.append(_element("w:numId", val=str(number)))
    paragraph._p.get_or_add_pPr().append(mark)


PAGE = """<html><head><meta charset="{charset}"><title>{title}_临川市人民政府</title><style>p{{color:red}}</style></head>
<body><div class="nav"><a href="/">首页，欢迎您访问本网站的各个栏目</a> <a href="/x">政务公开</a></div>
<ul><li style="display:none">隐藏的导航文字，共有二十多个汉字在这里面写着。</li></ul>
<div><h1>{title}</h1><div class="article">{body}</div></div>
<div class="side"><p><a href="/1">相关新闻一，市长调研重点项目建设情况并主持召开座谈会</a></p></div>
<script>var a = "脚本，不是正文";</script><footer>版权所有：临川市人民政府办公室，备案号</footer></body></html>"""


@pytest.mark.parametrize(("charset", "encoding"), [("utf-8", "utf-8"), ("gb2312", "gb18030"), ("", "gb18030")])
def test_web_page(tmp_path: Path, charset: str, encoding: str) -> None:
    body = "".join(f"<p>{line}</p>" for line in LINES[1:])
    page = PAGE.format(charset=charset, title=LINES[0], body=body)
    (tmp_path / "page.html").write_bytes(page.encode(encoding))
    report = read_path(tmp_path / "page.html")
    check(report)
    assert report.text.splitlines() == LINES


def test_web_page_with_line_breaks_instead_of_paragraphs(tmp_path: Path) -> None:
    page = PAGE.format(charset="utf-8", title=LINES[0], body="<br/>".join(LINES[1:]))
    (tmp_path / "page.htm").write_text(page, encoding="utf-8")
    check(read_path(tmp_path / "page.htm"))


def test_web_page_with_links_to_others_below_the_text(tmp_path: Path) -> None:
    body = "".join(f"<p>{line}</p>" for line in LINES[1:])
    body += "<div>上一篇：<a href='/a'>2022年临川市政府工作报告</a></div><p>相关链接</p>"
    body += "<ul><li><a href='/b'>临川市2023年预算执行情况的报告</a></li></ul><a href='/c'>【打印】</a>"
    page = PAGE.format(charset="utf-8", title=LINES[0], body=body)
    (tmp_path / "page.html").write_text(page, encoding="utf-8")
    report = read_path(tmp_path / "page.html")
    below = ["上一篇：2022年临川市政府工作报告", "相关链接", "【打印】"]
    assert report.text.splitlines() == [*LINES, *below]
    assert [s.section for s in report.sentences if s.text in below] == [()] * 3


def test_web_page_without_an_article(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("<html><body><a href='/'>首页</a></body></html>", encoding="utf-8")
    with pytest.raises(ReportError, match="没有找到正文"):
        read_path(tmp_path / "page.html")


def _pdf(path: Path, pages: list[list[str]]) -> None:
    """Write a PDF whose font says of each code that it is that character."""
    writer = pypdf.PdfWriter()
    cmap = b"/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange "
    cmap += b"1 beginbfrange <0000> <FFFF> <0000> endbfrange endcmap end"
    stream = pypdf.generic.DecodedStreamObject()
    stream.set_data(cmap)
    name, array = pypdf.generic.NameObject, pypdf.generic.ArrayObject
    base = {"/Type": "/Font", "/BaseFont": "/Song"}
    below = pypdf.generic.DictionaryObject({name(k): name(v) for k, v in {**base, "/Subtype": "/CIDFontType2"}.items()})
    font = pypdf.generic.DictionaryObject(
        {name(k): name(v) for k, v in {**base, "/Subtype": "/Type0", "/Encoding": "/Identity-H"}.items()}
    )
    font[name("/DescendantFonts")] = array([writer._add_object(below)])
    font[name("/ToUnicode")] = writer._add_object(stream)
    fonts = pypdf.generic.DictionaryObject({name("/F1"): writer._add_object(font)})
    for lines in pages:
        page = writer.add_blank_page(600, 800)
        page[name("/Resources")] = pypdf.generic.DictionaryObject({name("/Font"): fonts})
        content = pypdf.generic.DecodedStreamObject()
        shown = " ".join(f"<{line.encode('utf-16-be').hex()}> Tj 0 -20 Td" for line in lines)
        content.set_data(f"BT /F1 12 Tf 20 780 Td {shown} ET".encode())
        page[name("/Contents")] = writer._add_object(content)
    writer.write(str(path))


def test_pdf(tmp_path: Path) -> None:
    prose = "全市上下团结奋斗，地区生产总值增长6.1%；" + "项目建设稳步推进，" * 14 + "完成投资120亿元。"
    wrapped = [prose[start : start + 28] for start in range(0, len(prose), 28)]
    head = "2024年临川市政府工作报告"
    first = [head, *LINES[:6], *wrapped[:4], "- 1 -"]
    second = [head, *wrapped[4:], *LINES[7:], "- 2 -"]
    _pdf(tmp_path / "report.pdf", [first, second, [head, "感谢大家的支持，让我们共同努力。", "- 3 -"]])
    report = read_path(tmp_path / "report.pdf")
    assert headings(report) == OUTLINE
    assert "项目建设稳步推进，" * 14 + "完成投资120亿元。" in {sentence.text for sentence in report.sentences}
    assert "- 1 -" not in report.text


def test_a_scan_says_what_to_do(tmp_path: Path) -> None:
    _pdf(tmp_path / "2024_某市.pdf", [[], []])
    with pytest.raises(ReportError, match=r"扫描件.*OCR"):
        read_path(tmp_path / "2024_某市.pdf")


def test_a_locked_pdf_says_what_to_do(tmp_path: Path) -> None:
    _pdf(tmp_path / "open.pdf", [LINES])
    writer = pypdf.PdfWriter(clone_from=str(tmp_path / "open.pdf"))
    writer.encrypt("secret", algorithm="RC4-128")
    writer.write(str(tmp_path / "2024_某市.pdf"))
    with pytest.raises(ReportError, match=r"密码.*请解除"):
        read_path(tmp_path / "2024_某市.pdf")


@pytest.mark.parametrize(("name", "said"), [("a.docx", "Word"), ("a.pdf", "已损坏"), ("a.doc", "不支持")])
def test_broken_files(tmp_path: Path, name: str, said: str) -> None:
    (tmp_path / name).write_bytes(b"\xd0\xcf\x11\xe0 not what it seems" * 9)
    with pytest.raises(ReportError, match=rf"{name}.*{said}.*请|{said} {name}.*请|{name}.*{said}"):
        read_path(tmp_path / name)


def test_markdown(tmp_path: Path) -> None:
    text = f"# {LINES[0]}\n\n{LINES[1]}\n\n{LINES[2]}\n\n**各位代表：**\n\n{LINES[4]}\n\n## 一、2023年工作回顾\n\n{LINES[6]}\n\n"
    text += (
        "## 二、2024年重点工作\n\n### （一）稳增长\n\n- **推进项目**建设120个。\n\n### （二）惠民生\n\n改造小区45个。\n"
    )
    report = read(text, "报告.md", tmp_path)
    check(report)
    assert "推进项目建设120个。" in {sentence.text for sentence in report.sentences}


def test_big5_and_unmarked_utf16(tmp_path: Path) -> None:
    for number, (text, encoding) in enumerate([("各位代表：\n過去一年，經濟增長。\n", "big5"), (CITY, "utf-16-le")]):
        path = tmp_path / f"2024_{number}.txt"
        path.write_bytes(text.encode(encoding))
        assert read_path(path).text == text


def test_a_damaged_utf8_file_is_not_read_as_nonsense(tmp_path: Path) -> None:
    path = tmp_path / "2024_某市.txt"
    data = CITY.encode()
    path.write_bytes(data[:200] + b"\xff" + data[201:])
    with pytest.raises(ReportError, match=r"编码无法识别.*请"):
        read_path(path)


def test_a_folder_keeps_what_can_be_read(tmp_path: Path) -> None:
    (tmp_path / "2024_临川市.txt").write_text(CITY, encoding="utf-8")
    (tmp_path / "2020_论语.txt").write_text("子曰：“学而时习之，不亦说乎？”\n" * 9, encoding="utf-8")
    (tmp_path / "诗经.txt").write_text("关关雎鸠，在河之洲。\n" * 9, encoding="utf-8")
    (tmp_path / "坏.pdf").write_bytes(b"x")
    (tmp_path / "README.md").write_text("about", encoding="utf-8")
    reports, notices = read_folder(tmp_path)
    assert [report.id for report in reports] == ["2020_论语", "2024_临川市"]
    assert [notice.partition(" ")[0] for notice in notices] == ["2020_论语.txt", "PDF", "看不出报告"]


def test_a_folder_where_nothing_can_be_read(tmp_path: Path) -> None:
    (tmp_path / "坏.pdf").write_bytes(b"x")
    with pytest.raises(ReportError, match=r"没有读得出的报告.*已损坏"):
        read_folder(tmp_path)


def test_only_formats_that_nothing_reads(tmp_path: Path) -> None:
    (tmp_path / "2024_某市.doc").write_bytes(b"x")
    with pytest.raises(ReportError, match=r"2024_某市\.doc 的格式不支持，请另存为"):
        read_folder(tmp_path)
