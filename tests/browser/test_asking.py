"""A reader asks, follows the citations, stops, clears: in a real browser."""

import re
import threading
import time

from playwright.sync_api import Page, expect

from qa.assistant import Assistant
from qa.domain import Answer, Claim
from tests.browser.conftest import PHONE, Serve, Visitor, ask, highlighted, in_view
from tests.fakes import cite, made_report, seed_report
from tests.pages import served

QUESTION = "2022年地区生产总值增长多少？"


def answer_of(*quotes: tuple[int, int], report=None) -> Answer:  # type: ignore[no-untyped-def]
    report = report or seed_report()
    citations = tuple(cite(report, n, start, end) for n, (start, end) in enumerate(quotes, 1))
    text = "".join(f"见引文{c.marker}[{c.marker}]。" for c in citations)
    return Answer("answered", text, "extractive", citations, tuple(Claim(text, (1,), "quoted") for _ in citations))


def folded(text: str) -> str:
    return re.sub(r"\s", "", text)


def test_a_chip_marks_exactly_its_quote(visitor: Visitor, seed_page: str) -> None:
    page = visitor.visit(seed_page)
    ask(page, QUESTION)
    chips, quotes = page.locator(".chip"), page.locator(".quote .said")
    assert chips.count() == quotes.count() == 2
    for number in range(2):
        chips.nth(number).click()
        assert highlighted(page) == quotes.nth(number).text_content()
        assert in_view(page, "#qa-pane mark")
    page.locator(".quote").first.click()
    assert highlighted(page) == quotes.first.text_content()
    expect(page.locator(".verdict")).to_contain_text("2 处引用逐字一致")
    expect(page.locator(".found")).to_contain_text("已在报告中标出")


def test_the_real_assistant_is_cited_exactly(visitor: Visitor, assistant: Assistant) -> None:
    with served(assistant) as address:
        page = visitor.visit(address)
        page.locator(".example").first.click()
        page.locator(".verdict").wait_for()
        ask(page, "2023年粮食产量的目标是多少？")
        ask(page, "有没有提到元宇宙？")
        cited = page.locator("[data-cite]")
        assert cited.count() > 3
        for number in range(cited.count()):
            cited.nth(number).click()
            start, end = (int(cited.nth(number).get_attribute(f"data-{name}") or 0) for name in ("start", "end"))
            assert folded(highlighted(page)) == folded(assistant.reports[0].text[start:end])


def test_parts_of_sentences_and_several_sentences_are_marked_by_offset(visitor: Visitor, serve: Serve) -> None:
    report = made_report("　　一、去年𬭚工作\n\n　　产量𬭚增长12.5%，😀再创新高。粮食“𠮷”丰收；\n\n　　民生改善。\n")
    text = report.text
    spans = [
        (text.index("12.5"), text.index("，")),
        (text.index("😀"), text.index("丰收")),
        (text.index("去年"), text.index("改善") + 2),
        (text.index("𬭚增"), text.index("𬭚增") + 1),
    ]
    page = visitor.visit(serve([report], {"问": answer_of(*spans, report=report)}))
    ask(page, "问")
    for number, (start, end) in enumerate(spans):
        page.locator(".chip").nth(number).click()
        assert folded(highlighted(page)) == folded(text[start:end])
    assert folded("".join(page.locator(".paper [data-start]").all_text_contents())) == folded(text)


def test_a_chip_opens_the_report_that_it_cites(visitor: Visitor, serve: Serve) -> None:
    seed, other = seed_report(), made_report("　　一、甲\n\n　　全年增长5%。\n")
    start = other.text.index("增长")
    there, here = cite(other, 1, start, start + 4), cite(seed, 2, 700, 712)
    page = visitor.visit(serve([seed, other], {"问": Answer("answered", "甲[1]乙[2]。", "extractive", (there, here))}))
    ask(page, "问")
    for number, quote in enumerate((there, here, there)):
        page.locator(".chip").nth(number % 2).click()
        expect(page.locator("#qa-pane mark").first).to_be_visible()
        expect(page.locator(".choice")).to_have_value("1" if quote is there else "0")
        assert folded(highlighted(page)) == folded(quote.quote)
    page.locator(".choice").select_option("0")
    expect(page.locator(".paper h2")).to_have_text(seed.title)


def test_the_stages_and_the_text_so_far_are_shown(visitor: Visitor, serve: Serve) -> None:
    gate = threading.Event()
    page = visitor.visit(serve(gate=gate))
    page.locator("#qa-question textarea").fill(QUESTION)
    page.keyboard.press("Enter")
    expect(page.locator(".status")).to_have_text("正在撰写回答…")
    expect(page.locator(".partial .chip")).to_have_count(1)
    expect(page.locator("#qa-question textarea")).to_have_value("")
    expect(page.locator(".steps .now")).to_have_text("撰写")
    expect(page.locator(".elapsed")).to_have_text(re.compile(r"^\d+\.\d 秒$"))
    expect(page.locator("#qa-ask")).to_be_hidden()
    page.locator(".partial .chip").click()
    assert highlighted(page)
    page.locator("#qa-question textarea").fill("下一个问题")
    gate.set()
    expect(page.locator(".status")).to_have_text("回答完毕，2 处引用。")
    expect(page.locator("#qa-question textarea")).to_have_value("下一个问题")


def test_stop_stops_and_the_next_question_is_answered(visitor: Visitor, serve: Serve) -> None:
    gate = threading.Event()
    page = visitor.visit(serve(gate=gate))
    page.locator("#qa-question textarea").fill(QUESTION)
    page.keyboard.press("Enter")
    expect(page.locator(".partial .chip")).to_have_count(1)
    page.locator("#qa-stop").click()
    expect(page.locator(".stopped")).to_be_visible()
    expect(page.locator("#qa-stop")).to_be_hidden()
    expect(page.locator(".steps")).to_have_count(0)
    gate.set()
    time.sleep(0.5)
    expect(page.locator(".stopped")).to_be_visible()
    expect(page.locator(".verdict")).to_have_count(0)
    ask(page, "2023年的目标是什么？")
    expect(page.locator(".turn")).to_have_count(2)


def test_a_question_that_cannot_be_asked_keeps_everything(visitor: Visitor, seed_page: str) -> None:
    page = visitor.visit(seed_page)
    ask(page, QUESTION)
    before = page.locator(".turns").inner_html()
    page.locator("#qa-ask").click()
    expect(page.locator(".status.problem")).to_contain_text("请先输入问题")
    long = "长" * 10_000
    page.locator("#qa-question textarea").fill(long)
    page.locator("#qa-ask").click()
    expect(page.locator(".status.problem")).to_contain_text("问题太长")
    expect(page.locator("#qa-question textarea")).to_have_value(long)
    page.locator("#qa-question textarea").fill("这里会出错吗？")
    page.locator("#qa-ask").click()
    expect(page.locator(".status.problem")).to_contain_text("意外的错误")
    expect(page.locator("#qa-question textarea")).to_have_value("这里会出错吗？")
    assert page.locator(".turns").inner_html() == before


def test_an_abstention_leads_to_the_nearest_passages(visitor: Visitor, seed_page: str) -> None:
    page = visitor.visit(seed_page)
    ask(page, "未提及的事")
    expect(page.locator(".abstained > p").first).to_have_text("报告未提及。")
    expect(page.locator(".searched")).to_contain_text("全文")
    expect(page.locator(".advice li")).to_have_count(1)
    page.locator(".quote").nth(1).click()
    assert highlighted(page) == page.locator(".quote .said").nth(1).text_content()


def test_an_example_asks_and_a_new_conversation_begins(visitor: Visitor, seed_page: str) -> None:
    page = visitor.visit(seed_page)
    example = page.locator(".example").nth(1)
    question = example.get_attribute("data-ask") or ""
    example.click()
    expect(page.locator(".question")).to_contain_text(question)
    page.locator(".verdict").wait_for()
    page.locator("#qa-new").click()
    expect(page.locator(".example").first).to_be_visible()
    expect(page.locator(".turn")).to_have_count(0)


def test_the_outline_folds_and_leads_to_its_section(visitor: Visitor, seed_page: str) -> None:
    page = visitor.visit(seed_page)
    expect(page.locator(".contents nav")).to_be_hidden()
    page.locator(".contents > summary").click()
    page.locator(".fold > summary").first.click()
    expect(page.locator(".goto", has_text="千方百计稳住经济基本盘")).to_be_hidden()
    page.locator(".goto", has_text="全力推进乡村振兴").click()
    expect(page.locator(".contents nav")).to_be_hidden()
    start = seed_report().text.index("（四）全力推进乡村振兴")
    assert in_view(page, f'[data-start="{start}"]')


def test_the_keyboard_alone_is_enough(visitor: Visitor, seed_page: str) -> None:
    page = visitor.visit(seed_page)
    expect(page.locator("#qa-question textarea")).to_be_focused()
    page.keyboard.type(QUESTION)
    page.keyboard.press("Enter")
    page.locator(".verdict").wait_for()
    press_until(page, ".chip", "Shift+Tab")
    page.keyboard.press("Enter")
    assert highlighted(page) == page.evaluate("document.activeElement.getAttribute('aria-label')").partition("：")[2]
    press_until(page, ".contents > summary", "Tab")
    page.keyboard.press("Enter")
    press_until(page, ".goto", "Tab")
    page.keyboard.press("Escape")
    expect(page.locator(".contents nav")).to_be_hidden()


def press_until(page: Page, selector: str, key: str) -> None:
    for _ in range(20):
        page.keyboard.press(key)
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"{key} does not reach {selector}")


def test_on_a_phone_the_report_comes_and_the_way_leads_back(visitor: Visitor, seed_page: str) -> None:
    page = visitor.visit(seed_page, viewport=PHONE, is_mobile=True, has_touch=True)
    ask(page, QUESTION)
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    page.locator(".chip").nth(1).tap()
    expect(page.locator(".popover .said")).to_have_text(page.locator(".quote .said").nth(1).text_content() or "")
    page.locator(".popover .go").tap()
    expect(page.locator("#qa-pane mark").first).to_be_in_viewport()
    assert in_view(page, "#qa-pane .to-chat")
    page.locator(".to-chat").tap()
    expect(page.locator(".chip").nth(1)).to_be_focused()
    expect(page.locator(".chip").nth(1)).to_be_in_viewport()
    page.locator(".to-report").tap()
    expect(page.locator("#qa-pane .pane-head")).to_be_in_viewport()
