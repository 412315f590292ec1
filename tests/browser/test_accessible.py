"""axe-core on the main states, light and dark, desktop and phone: nothing serious is wrong with labels, roles, contrast."""

from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import DESKTOP, PHONE, Serve, Visitor, ask
from tests.fakes import FakeAssistant, made_report, make_fake_settings, seed_report
from tests.pages import served

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
RUN = """async () => {
  const { violations } = await axe.run(document, { resultTypes: ["violations"] });
  return violations.filter(({ impact }) => ["serious", "critical"].includes(impact)).map(({ id, help, nodes }) => ({
    id, help, nodes: nodes.slice(0, 5).map(({ html, failureSummary }) => [html.slice(0, 200), failureSummary]),
  }));
}"""


def serious(page: Page) -> list[dict[str, Any]]:
    """What axe-core finds serious or critical on the page as it stands."""
    page.evaluate(AXE)
    return page.evaluate(RUN)  # type: ignore[no-any-return]


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_main_states_have_no_serious_fault(
    visitor: Visitor, serve: Serve, scheme: str, size: dict[str, int]
) -> None:
    address = serve([seed_report(), made_report("　　一、甲\n\n　　全年增长5%。\n")])
    page = visitor.visit(address, color_scheme=scheme, viewport=size)
    assert serious(page) == []
    ask(page, "2022年地区生产总值增长多少？")
    page.locator(".chip").first.click()
    page.locator(".find-text").fill("增长")
    assert serious(page) == []
    ask(page, "未提及的事")
    page.locator(".contents > summary").click()
    assert serious(page) == []


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_opens_over_the_chat_has_no_serious_fault(
    visitor: Visitor, tmp_path: Path, scheme: str, size: dict[str, int]
) -> None:
    with served(FakeAssistant([seed_report()], make_fake_settings(data_dir=tmp_path))) as address:
        page = visitor.visit(address, color_scheme=scheme, viewport=size)
        ask(page, "2022年地区生产总值增长多少？")
        page.locator("[data-vote=like]").click()
        page.locator(".note").wait_for()
        page.locator(".copy > summary").click()
        page.locator(".chip").first.hover()
        page.locator(".popover").wait_for()
        assert serious(page) == []
        page.locator(".grounds > summary").click()
        page.locator(".ranked svg").first.wait_for()
        assert serious(page) == []
        page.locator("#qa-open-settings").click()
        page.locator("#qa-settings h2").wait_for()
        page.get_by_text("测试连接").click()
        page.locator(".results").wait_for()
        assert serious(page) == []
        visitor.leave()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_of_the_evaluation_has_no_serious_fault(visitor: Visitor, seed_page: str, scheme: str) -> None:
    page = visitor.visit(seed_page, color_scheme=scheme)
    page.locator(".trust").click()
    page.locator("svg").first.wait_for()
    assert serious(page) == []


def test_axe_would_find_a_fault(visitor: Visitor, seed_page: str) -> None:
    page = visitor.visit(seed_page)
    page.locator(".copy-link").evaluate("node => { node.style.color = '#ddd'; node.style.background = '#fff'; }")
    page.locator(".find-text").evaluate(
        "node => { node.removeAttribute('aria-label'); node.removeAttribute('placeholder'); }"
    )
    assert {fault["id"] for fault in serious(page)} == {"color-contrast", "label"}
