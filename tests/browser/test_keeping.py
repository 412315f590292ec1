"""What a reader keeps, takes along, changes and says of an answer: in a real browser."""

import json
import re
import threading

import pytest
from playwright.sync_api import Page, expect

from qa.domain import Answer, Claim
from qa.settings import Settings
from qa.web.feedback import FILE
from tests.browser.conftest import PHONE, Serve, Visitor, ask, highlighted
from tests.fakes import FakeAssistant, cite, made_report, make_fake_settings, seed_report
from tests.openai_server import ANY_KEY, MODEL, Script
from tests.pages import served

QUESTION = "2022年地区生产总值增长多少？"


def test_a_chip_shows_its_quote_under_the_mouse_and_with_the_focus(visitor: Visitor, seed_page: str) -> None:
    page = visitor.visit(seed_page)
    ask(page, QUESTION)
    said = page.locator(".quote .said").first.text_content()
    page.locator(".chip").first.hover()
    expect(page.locator(".popover .said")).to_have_text(said or "")
    expect(page.locator(".popover .where")).to_contain_text("2023 目标")
    page.keyboard.press("Escape")
    expect(page.locator(".popover")).to_have_count(0)
    page.locator("#qa-question textarea").focus()
    for _ in range(30):
        page.keyboard.press("Shift+Tab")
        if page.evaluate("document.activeElement.matches('.chip')"):
            break
    expect(page.locator(".popover .said")).to_be_visible()


def test_a_reload_keeps_the_conversation_and_its_citations(visitor: Visitor, seed_page: str) -> None:
    page = visitor.visit(seed_page)
    ask(page, QUESTION)
    ask(page, "未提及的事")
    expect(page.locator(".follow")).to_have_count(3)
    before = page.locator(".turns").inner_text()
    page.reload()
    page.wait_for_function("window.reportQa?.ready?.()")
    expect(page.locator(".turn")).to_have_count(2)
    assert page.locator(".turns").inner_text() == before
    page.locator(".chip").first.click()
    assert highlighted(page) == page.locator(".quote .said").first.text_content()
    expect(page.locator(".follow")).to_have_count(3)
    page.locator("#qa-new").click()
    page.locator(".example").first.wait_for()
    page.reload()
    page.wait_for_function("window.reportQa?.ready?.()")
    page.wait_for_timeout(500)
    expect(page.locator(".turn")).to_have_count(0)


def test_a_suggestion_is_asked(visitor: Visitor, seed_page: str) -> None:
    page = visitor.visit(seed_page)
    ask(page, QUESTION)
    expect(page.locator(".follow")).to_have_count(3)
    question = page.locator(".follow").first.text_content() or ""
    page.locator(".follow").first.click()
    expect(page.locator(".question").nth(1)).to_contain_text(question)
    expect(page.locator(".verdict")).to_have_count(2)


def test_a_question_is_edited_and_replaces_what_follows(visitor: Visitor, seed_page: str) -> None:
    page = visitor.visit(seed_page)
    ask(page, QUESTION)
    ask(page, "2022年粮食产量是多少？")
    page.locator(".edit").first.click()
    expect(page.locator("#qa-question textarea")).to_have_value(QUESTION)
    expect(page.locator(".status")).to_contain_text("正在修改第1问")
    page.locator("#qa-question textarea").fill("2022年固定资产投资增长多少？")
    page.keyboard.press("Enter")
    expect(page.locator(".question")).to_have_text(["问：2022年固定资产投资增长多少？"])
    page.locator(".verdict").wait_for()


def test_the_answer_is_copied_with_numbered_sources(visitor: Visitor, seed_page: str) -> None:
    page = visitor.visit(seed_page, permissions=["clipboard-read", "clipboard-write"])
    ask(page, QUESTION)
    page.locator(".copy > summary").click()
    page.locator("[data-copy]").first.click()
    expect(page.locator(".told")).to_have_text("已复制。")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert "[1]《2023年辽宁省政府工作报告》，2023年1月12日，三：“" in copied
    expect(page.locator(".copy")).not_to_have_attribute("open", "")


@pytest.mark.parametrize("ending", ["md", "docx"])
def test_the_conversation_is_saved_as_a_file(visitor: Visitor, seed_page: str, ending: str) -> None:
    page = visitor.visit(seed_page)
    ask(page, QUESTION)
    with page.expect_download() as saved:
        page.locator(f"#qa-export_{ending}").click()
    assert saved.value.suggested_filename.endswith(ending)
    data = saved.value.path().read_bytes()
    assert data.startswith(b"PK") if ending == "docx" else QUESTION in data.decode()


def test_a_vote_with_a_note_is_kept_on_the_machine(visitor: Visitor, tmp_path) -> None:  # type: ignore[no-untyped-def]
    with served(FakeAssistant([seed_report()], make_fake_settings(data_dir=tmp_path))) as address:
        page = visitor.visit(address)
        ask(page, QUESTION)
        page.locator("[data-vote=dislike]").click()
        expect(page.locator("[data-vote=dislike]")).to_have_attribute("aria-pressed", "true")
        page.locator(".note input").fill("口径不对")
        page.keyboard.press("Enter")
        expect(page.locator(".note")).to_have_count(0)
        visitor.leave()
    lines = [json.loads(line) for line in (tmp_path / FILE).read_text(encoding="utf-8").splitlines()]
    assert [(line["vote"], line["note"], line["question"]) for line in lines] == [
        ("dislike", "", QUESTION),
        ("dislike", "口径不对", QUESTION),
    ]


def open_settings(page: Page) -> None:
    page.locator("#qa-open-settings").click()
    expect(page.locator("#qa-settings")).to_be_visible()


def test_the_connection_is_tested_and_the_key_stays_in_the_page(visitor: Visitor, endpoint: tuple[str, Script]) -> None:
    base_url, script = endpoint
    settings = Settings(_env_file=None, port=make_fake_settings().port)  # type: ignore[call-arg]
    with served(FakeAssistant([seed_report()], settings)) as address:
        page = visitor.visit(address)
        open_settings(page)
        page.get_by_label("接口地址").fill(base_url)
        page.get_by_label("密钥").fill(ANY_KEY)
        page.get_by_text("列出模型").click()
        expect(page.locator(".results")).to_contain_text("共 1 个")
        page.get_by_label("模型", exact=True).fill(MODEL)
        page.keyboard.press("Enter")
        script.reply = "好"
        page.get_by_text("测试连接").click()
        expect(page.locator(".results")).to_contain_text(f"模型 {MODEL} 能够回答")
        expect(page.locator(".results")).to_contain_text("内置的 multilingual-e5-small")
        script.fault = "401"
        page.get_by_text("测试连接").click()
        expect(page.locator(".results .doubt")).to_contain_text("密钥")
        page.keyboard.press("Escape")
        expect(page.locator("#qa-settings")).to_be_hidden()
        expect(page.locator(".mode")).to_have_text(f"模型：{MODEL}")
        kept = page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie])")
        assert ANY_KEY not in kept
        assert ANY_KEY not in page.content()
        page.reload()
        page.wait_for_function("window.reportQa?.ready?.()")
        open_settings(page)
        expect(page.get_by_label("密钥")).to_have_value("")
        other = visitor.visit(address)
        expect(other.locator(".mode")).to_have_text("摘录模式（无需密钥）")
        visitor.leave()


def test_what_the_environment_sets_cannot_be_changed(visitor: Visitor, seed_page: str) -> None:
    page = visitor.visit(seed_page)  # its settings name the mode
    open_settings(page)
    expect(page.get_by_label("模型撰写")).to_be_disabled()
    expect(page.locator("#qa-settings")).to_contain_text("由环境变量 QA_MODE 设定")


def test_the_interface_speaks_english(visitor: Visitor, seed_page: str) -> None:
    page = visitor.visit(seed_page)
    page.locator(".language").click()
    expect(page.locator("#qa-ask")).to_have_text("Ask")
    expect(page.locator(".welcome h2")).to_have_text("What would you like to know?")
    assert page.evaluate("document.documentElement.lang") == "en"
    ask(page, QUESTION)
    expect(page.locator(".verdict")).to_contain_text("quotes verbatim: 2")
    expect(page.locator(".follow")).to_have_count(3)
    page.locator(".language").click()
    expect(page.locator("#qa-ask")).to_have_text("提问")


def test_the_computation_unfolds_and_doubts_are_marked(visitor: Visitor, serve: Serve) -> None:
    report = made_report("　　一、去年工作\n\n　　甲391.3万亩，乙289万亩。丙丰收。\n")
    at = report.text.index("甲")
    quote = cite(report, 1, at, at + 18)
    claims = (
        Claim("甲比乙多102.3万亩。", (1,), "computed", "391.3 − 289 = 102.3（万亩）"),
        Claim("丙更多。", (1,), "unverified"),
    )
    answer = Answer("answered", "甲比乙多102.3万亩[1]。丙更多[1]。", "llm", (quote,), claims)
    page = visitor.visit(serve([report], {"问": answer}))
    ask(page, "问")
    expect(page.locator(".unverified")).to_contain_text("丙更多")
    expect(page.locator(".reasons")).to_be_hidden()
    page.locator("summary.verdict").click()
    expect(page.locator(".reasons")).to_contain_text("391.3 − 289 = 102.3（万亩）")


def test_dark_and_phone_show_every_state_within_the_width(visitor: Visitor, serve: Serve) -> None:
    gate = threading.Event()
    page = visitor.visit(serve(gate=gate), viewport=PHONE, is_mobile=True, has_touch=True, color_scheme="dark")
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    page.locator("#qa-question textarea").fill(QUESTION)
    page.locator("#qa-ask").tap()
    expect(page.locator(".steps")).to_be_visible()
    expect(page.locator("#qa-stop")).to_be_in_viewport()
    gate.set()
    page.locator(".verdict").wait_for()
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    page.locator("#qa-open-settings").tap()
    expect(page.locator("#qa-settings h2")).to_be_in_viewport()
    assert re.search(r"\d", page.evaluate("getComputedStyle(document.querySelector('#qa-settings')).backgroundColor"))
