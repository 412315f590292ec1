import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.domain import Answer, Citation, Claim, Piece
from qa.web import render
from qa.web.chat import Exchange
from tests.fakes import cite, made_report

REPORT = made_report("各位代表：\n\n　　一、2022年工作\n\n　　全年增长2.1%。粮食产量创新高。\n")
GROWTH = cite(REPORT, 1, REPORT.text.index("全年"), REPORT.text.index("粮食"))
GRAIN = cite(REPORT, 2, REPORT.text.index("粮食"), REPORT.text.index("\n", REPORT.text.index("粮食")))
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
    return render.conversation([Exchange("问", answer=answer)], [REPORT], [])


def test_markers_become_buttons_that_carry_the_place() -> None:
    markup = render.body("增长2.1%[1]。产量创新高[2][1]。", [GROWTH, GRAIN], [], [REPORT])
    chips = re.findall(
        r'<button type="button" class="chip" data-cite data-report="(\d)" data-start="(\d+)" data-end="(\d+)"', markup
    )
    places = [(0, c.start, c.end) for c in (GROWTH, GRAIN, GROWTH)]
    assert [tuple(map(int, chip)) for chip in chips] == places
    assert shown(markup) == "增长2.1%1。产量创新高21。"


def test_a_marker_without_citation_stays_text() -> None:
    assert shown(render.body("增长[1]、[7]、[2023]。", [GROWTH], [], [REPORT])) == "增长1、[7]、[2023]。"


def test_each_line_is_a_paragraph_and_list_items_hang() -> None:
    markup = render.body("有两项：\n• 甲[1]。\n\n• 乙。", [GROWTH], [], [REPORT])
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
        markup = render.conversation([exchange], [REPORT], [])
        assert text in shown(markup)
        assert_only_our_tags(markup)
    for markup in (render.conversation([], [REPORT], [text]), render.status(text), render.masthead(text, text)):
        assert text in shown(markup)
        assert_only_our_tags(markup)


def assert_only_our_tags(markup: str) -> None:
    """No tag, and no attribute of a tag, but those that the room writes."""
    for name, attributes in re.findall(r"<(\w+)((?:\s+[\w-]+(?:=\"[^\"]*\")?)*)\s*>", markup):
        assert name in {"div", "article", "section", "header", "h1", "h2", "h3", "p", "ul", "li", "span", "button", "i"}
        assert not re.search(r"\son\w+=|\ssrc=|\shref=|\sstyle=", re.sub(r'"[^"]*"', '""', attributes))
    assert markup.count("<") == len(re.findall(r"</?[a-z]\w*(?:\s+[\w-]+(?:=\"[^\"]*\")?)*\s*>", markup))


@given(st.text())
def test_escaping_keeps_every_character(text: str) -> None:
    back = html.unescape(render.esc(text))
    assert len(back) == len(text)
    assert back == text.replace("\0", "\ufffd").encode("utf-8", "replace").decode()


def test_verdict_line_counts_quotes_computations_and_doubts() -> None:
    claims = (
        Claim("增长2.1%。", (1,), "quoted"),
        Claim("差0.5个百分点。", (1, 2), "computed", "3.6 − 3.1 = 0.5"),
        Claim("产量最高。", (2,), "unverified"),
    )
    answer = Answer("answered", "增长2.1%[1]。差0.5个百分点[1][2]。产量最高[2]。", "llm", (GROWTH, GRAIN), claims)
    assert render.verdict(answer, [REPORT]) == [
        ("2 处引用逐字一致", True),
        ("1 个结论由计算得出", True),
        ("1 个结论未核实", False),
    ]
    markup = one(answer)
    assert "计算：3.6 − 3.1 = 0.5" in shown(markup)
    assert "未核实：产量最高。" in shown(markup)
    assert re.search(r'<span class="unverified"[^>]*>产量最高</span>', markup)


def test_a_quote_that_is_not_at_its_place_is_not_called_exact() -> None:
    moved = Citation(1, REPORT.id, "", GROWTH.quote, GROWTH.start + 1, GROWTH.end + 1, "2022", "完成")
    answer = Answer("answered", "增长2.1%[1]。", "extractive", (moved,))
    assert render.verdict(answer, [REPORT]) == [("1 处引用与原文不符", False)]


def test_quotes_show_section_period_and_status() -> None:
    text = shown(one(Answer("answered", "增长2.1%[1]。", "extractive", (GROWTH,), seconds=0.34)))
    for part in ("1 处引用逐字一致", "摘录原文", "用时 0.3 秒", GROWTH.quote, "2022 完成", "一、2022年工作"):
        assert part in text


def test_of_several_reports_a_quote_names_its_own() -> None:
    other = made_report("全年增长5%。", id="2024_某市", title="2024年某市政府工作报告")
    citation = cite(other, 1, 0, 6)
    markup = render.quotes("引用", [citation], [REPORT, other], numbered=True)
    assert 'data-report="1"' in markup
    assert "《2024年某市政府工作报告》 开头" in shown(markup)


def test_an_abstention_offers_the_nearest_passages_and_claims_nothing() -> None:
    markup = one(Answer("abstained", "报告未提及核电。", "extractive", nearest=(GROWTH, GRAIN)))
    assert "最接近的原文（仅供参考，并不回答这个问题）" in shown(markup)
    assert markup.count('class="quote"') == 2
    assert "逐字一致" not in markup
    assert "chip" not in markup


def test_notices_are_visible() -> None:
    assert '<p class="notice">接口拒绝连接，改为摘录。</p>' in one(
        Answer("answered", "增长[1]。", "extractive", (GROWTH,), notices=("接口拒绝连接，改为摘录。",))
    )


def test_an_answer_under_way_is_busy_and_a_stopped_one_says_so() -> None:
    piece = Piece("增长2.1%[1]。", (GROWTH,))
    assert 'aria-busy="true"' in render.conversation([Exchange("问", so_far=piece)], [REPORT], [])
    stopped = render.conversation([Exchange("问", so_far=piece, stopped=True)], [REPORT], [])
    assert "aria-busy" not in stopped
    assert "已停止" in stopped


def test_files_that_were_left_out_are_named_on_the_page() -> None:
    shown = render.masthead("问答", "摘录", ["读不了报告 <坏>.txt"])
    assert "读不了报告 &lt;坏&gt;.txt" in shown
    assert 'role="alert"' in shown
