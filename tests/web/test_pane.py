import html
import re
from dataclasses import replace

from qa.domain import Report, Status
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
    assert re.search(r"<h3 [^>]*><span [^>]*>一、去年工作</span></h3>", markup)
    assert re.search(r'<p [^>]*><span id="s-0-1" class="lead" [^>]*>（一）稳住大盘。</span><span id="s-0-2"', markup)


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
    assert '<option value="1" data-id="2024_某省" selected>2024年某省政府工作报告</option>' in markup
    assert 'data-report="1"' in markup


def test_a_report_without_headings_or_particulars_is_shown() -> None:
    bare = made_report("全年增长5%。")
    assert_whole(bare, 0)
    assert "目录" not in pane([bare], 0)


def test_the_band_of_a_paragraph_shows_what_it_tells_of_and_a_label_names_each_change() -> None:
    markup = text(seed_report(), 0)
    assert re.findall(r'data-label="([^"]*)"', markup) == ["2022年 回顾", "2023–2027年 规划", "2023年 目标"]
    assert set(re.findall(r'class="band (\w+)"', markup)) == {"done", "plan", "target"}


def test_a_paragraph_of_several_kinds_has_each_for_its_share_of_the_characters() -> None:
    report = made_report("　　去年增长5%。今年增长6%。\n")
    done, target = report.sentences
    mixed = replace(
        report,
        sentences=(replace(done, period="2023", status=Status.DONE), replace(target, status=Status.TARGET)),
    )
    assert len(done.text) == len(target.text)
    markup = text(mixed, 0)
    assert "--band:linear-gradient(var(--q-done-band) 0% 50%,var(--q-target-band) 50% 100%)" in markup
    assert re.findall(r'data-when="([^"]*)"', markup) == ["2023 完成", "2023 目标"]


def test_the_legend_names_only_what_the_report_has() -> None:
    assert "规划" in pane([seed_report()], 0)
    assert "legend" not in pane([made_report("全年增长5%。")], 0)
