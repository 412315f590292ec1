"""A reader opens what an answer rests on: in a real browser, with the real retrieval."""

import re

from playwright.sync_api import expect

from qa.assistant import Assistant
from tests.browser.conftest import PHONE, Visitor, ask, highlighted
from tests.pages import served


def test_what_an_answer_rests_on_comes_when_it_is_opened_and_stays(visitor: Visitor, assistant: Assistant) -> None:
    question = "去年高标准农田完成了多少？"
    hits = assistant.search(question)
    with served(assistant) as address:
        page = visitor.visit(address)
        ask(page, question)
        expect(page.locator(".ranked")).to_be_hidden()
        assert not [url for url in visitor.requests if "component_server" in url]
        page.locator(".grounds > summary").press("Enter")
        expect(page.locator(".ranked .said")).to_have_text([hit.sentence.text for hit in hits])
        expect(page.locator(".ranked .score b").first).to_have_text(f"得分 {hits[0].score:.2f}")
        parts = [
            float(part) for part in re.findall(r"[+-]\d+\.\d\d", page.locator(".ranked .score").first.inner_text())
        ]
        assert abs(sum(parts) - hits[0].score) < 0.03
        drawn = page.locator(".ranked li:first-child rect").evaluate_all(
            "all => all.map(one => one.getBoundingClientRect().width)"
        )
        assert sum(drawn) > 100
        page.locator(".ranked .quote").nth(1).click()
        assert highlighted(page) == hits[1].sentence.text
        ask(page, "有没有提到元宇宙？")
        expect(page.locator(".grounds").first.locator(".ranked li")).to_have_count(len(hits))
        expect(page.locator(".grounds").nth(1).locator(".ranked")).to_be_hidden()
        visitor.leave()


def test_it_fits_a_phone(visitor: Visitor, seed_page: str) -> None:
    page = visitor.visit(seed_page, viewport=PHONE, is_mobile=True, has_touch=True)
    ask(page, "2022年地区生产总值增长多少？")
    page.locator(".grounds > summary").tap()
    page.locator(".ranked svg").first.wait_for()
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    assert (page.locator(".grounds > summary").bounding_box() or {})["height"] >= 24
