import html
import re

from qa.domain import Report
from qa.web.pane import pane, text
from tests.fakes import made_report, seed_report

SENTENCE = re.compile(r'<span id="s-(\d+)-(\d+)"[^>]* data-start="(\d+)" data-end="(\d+)">([^<]*)</span>')


def assert_whole(report: Report, number: int) -> None:
    """Every sentence is there once, in order, at its offsets, and nothing but whitespace lies between them."""
    markup = text(report, number)
    found = SENTENCE.findall(markup)
    assert [int(index) for _, index, *_ in found] == [sentence.index for sentence in report.sentences]
    for its_number, _, start, end, content in found:
        assert int(its_number) == number
        assert html.unescape(content) == report.text[int(start) : int(end)]
    assert not re.sub(r"<[^>]*>", "", SENTENCE.sub("", markup)).strip()


def test_the_seed_is_shown_whole() -> None:
    assert_whole(seed_report(), 0)


def test_markup_in_a_report_is_text() -> None:
    report = made_report('　　一、<b>标题</b>\n\n　　</span><script>alert("1")</script>。&amp; {{x}} ${y}；第二句。\n')
    assert_whole(report, 3)
    assert "<script" not in pane([report], 0)


def test_headings_are_headings_and_leads_are_marked() -> None:
    markup = text(made_report("　　一、去年工作\n\n　　（一）稳住大盘。增长2.1%。\n"), 0)
    assert re.search(r"<h3><span [^>]*>一、去年工作</span></h3>", markup)
    assert re.search(r'<p><span id="s-0-1" class="lead" [^>]*>（一）稳住大盘。</span><span id="s-0-2"', markup)


def test_the_outline_leads_to_the_sections() -> None:
    report = seed_report()
    markup = pane([report], 0)
    entries = {int(start): html.unescape(name) for start, name in re.findall(r'data-goto="(\d+)">([^<]*)<', markup)}
    assert entries == {section.start: section.title for section in report.sections}
    assert markup.count("<details") == markup.count("</details>") == 1 + 2  # the outline, and the parts with sections


def test_one_report_has_a_title_several_a_choice() -> None:
    first, second = seed_report(), made_report("全年增长5%。")
    assert "<select" not in pane([first], 0)
    markup = pane([first, second], 1)
    assert '<option value="1" selected>2024年某省政府工作报告</option>' in markup
    assert 'data-report="1"' in markup


def test_a_report_without_headings_or_particulars_is_shown() -> None:
    bare = made_report("全年增长5%。")
    assert_whole(bare, 0)
    assert "目录" not in pane([bare], 0)
