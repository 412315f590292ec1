import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.answering.conversing.examples import Example
from qa.domain import Answer, Citation, Claim, Piece
from qa.web import chips, render
from qa.web.chat import Exchange
from qa.web.chips import View
from qa.web.markup import esc
from qa.web.verdict import Check, check, used_figures
from qa.web.wording import CHINESE, ENGLISH, LANGUAGES
from tests.fakes import cite, made_report

REPORT = made_report("各位代表：\n\n　　一、2022年工作\n\n　　全年增长2.1%。粮食产量创新高。\n")
GROWTH = cite(REPORT, 1, REPORT.text.index("全年"), REPORT.text.index("粮食"))
GRAIN = cite(REPORT, 2, REPORT.text.index("粮食"), REPORT.text.index("\n", REPORT.text.index("粮食")))
VIEW = View([REPORT])
HOSTILE = [
    "<img src=x onerror=alert(1)>",
    "<script>alert(1)</script>",
    "</p></div><iframe src=//example.org>",
    '" onmouseover="alert(1)',
    "' autofocus onfocus='alert(1)",
    "{{constructor.constructor('alert(1)')()}} ${alert(1)}",
    "**粗体** [链接](javascript:alert(1)) $x^2$",
]


def shown(markup: str) -> str:
    """The text that a browser shows for markup."""
    return html.unescape(re.sub(r"<[^>]*>", "", markup))


def one(answer: Answer) -> str:
    return render.conversation([Exchange("问", answer=answer)], VIEW)


def test_markers_become_buttons_that_carry_the_place() -> None:
    markup = chips.body("增长2.1%[1]。产量创新高[2][1]。", [GROWTH, GRAIN], VIEW)
    found = re.findall(
        r'<button type="button" class="chip" data-cite data-report="(\d)" data-start="(\d+)" data-end="(\d+)"', markup
    )
    places = [(0, c.start, c.end) for c in (GROWTH, GRAIN, GROWTH)]
    assert [tuple(map(int, chip)) for chip in found] == places
    assert shown(markup) == "增长2.1%1。产量创新高21。"


def test_a_marker_without_citation_stays_text() -> None:
    assert shown(chips.body("增长[1]、[7]、[2023]。", [GROWTH], VIEW)) == "增长1、[7]、[2023]。"


def test_each_line_is_a_paragraph_and_list_items_hang() -> None:
    markup = chips.body("有两项：\n• 甲[1]。\n\n• 乙。", [GROWTH], VIEW)
    assert markup.count("<p>") == 1
    assert markup.count('<p class="item">') == 2


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text_wherever_it_comes_from(text: str) -> None:
    citation = Citation(1, REPORT.id, text, text, 0, 5, text, text)
    claims = (Claim(text, (1,), "unverified"), Claim(text, (1,), "computed", computation=text))
    answered = Answer("answered", f"{text}[1]。", "llm", (citation,), claims, (text,))
    abstained = Answer("abstained", text, "extractive", nearest=(citation,))
    for exchange in (
        Exchange(text, answer=answered),
        Exchange(text, answer=abstained),
        Exchange(text, so_far=Piece(f"{text}[1]", (citation,))),
    ):
        markup = render.conversation([exchange], VIEW)
        assert text in shown(markup)
        assert_only_our_tags(markup)
    for markup in (
        render.conversation([], VIEW, [Example("list", text)]),
        render.status(text),
        render.masthead(text, warnings=[text]),
        render.following([text], None, CHINESE),
        render.results([(text, False, text)]),
    ):
        assert text in shown(markup)
        assert_only_our_tags(markup)


TAGS = {
    *("div", "article", "section", "header", "h1", "h2", "h3", "p", "ul", "ol", "li", "span", "button", "b"),
    *("details", "summary", "form", "input"),
}


def assert_only_our_tags(markup: str) -> None:
    """No tag, and no attribute of a tag, but those that the room writes; its one link holds nobody's text."""
    markup = markup.replace('<a class="trust" href="evaluation">', "<span>").replace("</a>", "</span>")
    for name, attributes in re.findall(r"<(\w+)((?:\s+[\w-]+(?:=\"[^\"]*\")?)*)\s*>", markup):
        assert name in TAGS
        assert not re.search(r"\son\w+=|\ssrc=|\shref=|\sstyle=", re.sub(r'"[^"]*"', '""', attributes))
    assert markup.count("<") == len(re.findall(r"</?[a-z]\w*(?:\s+[\w-]+(?:=\"[^\"]*\")?)*\s*>", markup))


@given(st.text())
def test_escaping_keeps_every_character(text: str) -> None:
    back = html.unescape(esc(text))
    assert len(back) == len(text)
    assert back == text.replace("\0", "\ufffd").encode("utf-8", "replace").decode()


def test_verdict_line_counts_quotes_computations_and_doubts() -> None:
    claims = (
        Claim("增长2.1%。", (1,), "quoted"),
        Claim("差0.5个百分点。", (1, 2), "computed", "3.6 − 3.1 = 0.5"),
        Claim("产量最高。", (2,), "unverified"),
    )
    answer = Answer("answered", "增长2.1%[1]。差0.5个百分点[1][2]。产量最高[2]。", "llm", (GROWTH, GRAIN), claims)
    assert check(answer, [REPORT]) == Check(exact=2, moved=0, figures=1, unsourced=0, computed=1, doubted=1)
    markup = one(answer)
    assert "计算：3.6 − 3.1 = 0.5" in shown(markup)
    assert "未核实：产量最高。" in shown(markup)
    assert re.search(r'<span class="unverified"[^>]*>产量最高</span>', markup)


def test_a_quote_that_is_not_at_its_place_is_not_called_exact() -> None:
    moved = Citation(1, REPORT.id, "", GROWTH.quote, GROWTH.start + 1, GROWTH.end + 1, "2022", "完成")
    answer = Answer("answered", "增长2.1%[1]。", "extractive", (moved,))
    assert check(answer, [REPORT]).moved == 1
    assert "1 处引用与原文不符" in shown(one(answer))


def test_quotes_show_section_period_and_status() -> None:
    text = shown(one(Answer("answered", "增长2.1%[1]。", "extractive", (GROWTH,), seconds=0.34)))
    for part in ("1 处引用逐字一致", "摘录原文", "用时 0.3 秒", GROWTH.quote, "2022 完成", "一、2022年工作"):
        assert part in text


def test_of_several_reports_a_quote_names_its_own() -> None:
    other = made_report("全年增长5%。", id="2024_某市", title="2024年某市政府工作报告")
    citation = cite(other, 1, 0, 6)
    markup = chips.quotes([citation], View([REPORT, other]), numbered=True)
    assert 'data-report="1"' in markup
    assert "《2024年某市政府工作报告》 开头" in shown(markup)


def test_an_abstention_offers_the_nearest_passages_and_claims_nothing() -> None:
    markup = one(Answer("abstained", "报告未提及核电。", "extractive", nearest=(GROWTH, GRAIN)))
    assert "最接近的原文（仅供参考，并不回答这个问题）" in shown(markup)
    assert markup.count('class="quote"') == 2
    assert "逐字一致" not in markup
    assert 'class="chip"' not in markup


def test_notices_are_visible() -> None:
    assert '<p class="notice">接口拒绝连接，改为摘录。</p>' in one(
        Answer("answered", "增长[1]。", "extractive", (GROWTH,), notices=("接口拒绝连接，改为摘录。",))
    )


def test_an_answer_under_way_is_busy_and_a_stopped_one_says_so() -> None:
    piece = Piece("增长2.1%[1]。", (GROWTH,))
    assert 'aria-busy="true"' in render.conversation([Exchange("问", so_far=piece, stage="撰写")], VIEW)
    stopped = render.conversation([Exchange("问", so_far=piece, stopped=True)], VIEW)
    assert "aria-busy" not in stopped
    assert "已停止" in stopped


def test_files_that_were_left_out_are_named_on_the_page() -> None:
    shown = render.masthead("摘录", warnings=["读不了报告 <坏>.txt"])
    assert "读不了报告 &lt;坏&gt;.txt" in shown
    assert 'role="alert"' in shown


def test_figures_that_the_answer_uses_are_marked() -> None:
    sentence = "全年增长2.1%，投资增长3.6%，就业46.2万人。"
    report = made_report(f"　　一、2022年工作\n\n　　{sentence}\n")
    start = report.text.index(sentence)
    quote = cite(report, 1, start, start + len(sentence))
    place = start + sentence.index("3.6%")
    assert used_figures(quote, [Claim("投资增长3.6%。", (1,), "quoted")]) == [(place, place + 4)]
    computed = Claim("相差1.5个百分点。", (1,), "computed", "3.6 − 2.1 = 1.5")
    assert [report.text[a:b] for a, b in used_figures(quote, [computed])] == ["2.1%", "3.6%"]
    answer = Answer("answered", "投资增长3.6%[1]。", "extractive", (quote,), (Claim("投资增长3.6%。", (1,), "quoted"),))
    markup = render.conversation([Exchange("问", answer=answer)], View([report]))
    assert f'data-figures="{place}-{place + 4}"' in markup
    assert "投资增长<b>3.6%</b>" in markup


def test_a_figure_without_source_is_counted_and_marked() -> None:
    claims = (Claim("增长2.1%。", (1,), "quoted"), Claim("产量翻了3倍。", (2,), "unverified"))
    answer = Answer("answered", "增长2.1%[1]。产量翻了3倍[2]。", "llm", (GROWTH, GRAIN), claims)
    assert check(answer, [REPORT]) == Check(exact=2, moved=0, figures=2, unsourced=1, computed=0, doubted=1)
    assert "2 个数字中 1 个没有出处" in shown(one(answer))


def test_a_follow_up_says_how_it_was_understood() -> None:
    answer = Answer("answered", "增长[1]。", "extractive", (GROWTH,), resolved="2022年增长 呢")
    assert "理解为：2022年增长 呢" in shown(one(answer))


def test_an_abstention_says_what_was_searched_and_how_to_rephrase() -> None:
    exchange = Exchange("问", answer=Answer("abstained", "报告未提及。", "extractive"), advice=("换一个词。",))
    text = shown(render.conversation([exchange], VIEW))
    assert f"检索了《{REPORT.title}》全文 {len(REPORT.sentences)} 句。" in text
    assert "可以换个问法换一个词。" in text


def test_every_language_has_the_same_words() -> None:
    assert set(CHINESE) == set(ENGLISH)
    gaps = {name: sorted(part for part in text.split("{")[1:]) for name, text in CHINESE.items()}
    for language in LANGUAGES.values():
        for name, text in language.items():
            assert len(text.split("{")) == len(gaps[name]) + 1, name
    markup = render.conversation(
        [Exchange("问", answer=Answer("answered", "增长[1]。", "llm", (GROWTH,)))], View([REPORT], ENGLISH)
    )
    assert "quotes verbatim: 1" in shown(markup)
