"""A real Chromium on a page that is really served; every request of every test must stay on the page's host."""

import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, sync_playwright

from qa.domain import Answer, Report
from tests.fakes import FakeAssistant, make_fake_settings, seed_report
from tests.pages import served

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
DESKTOP = {"width": 1280, "height": 800}
PHONE = {"width": 390, "height": 844}


# Gradio 6.31, in a thread that serves the page, asks pandas for two things that pandas 3 calls deprecated.
GRADIO = pytest.mark.filterwarnings(
    "ignore:'future.no_silent_downcasting' is deprecated:DeprecationWarning",
    "ignore:The copy keyword is deprecated:DeprecationWarning",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "/browser/" in item.nodeid:
            item.add_marker(pytest.mark.browser)
            item.add_marker(GRADIO)
            if not CHROMIUM:
                item.add_marker(pytest.mark.skip(reason="没有找到 Chromium：Debian 可用 apt-get install chromium 安装"))


@pytest.fixture(scope="package")
def chromium() -> Iterator[Browser]:
    """One browser for these tests; it goes with them, since its event loop would be in the way of others'."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


class Visitor:
    """Opens pages, each in a context of its own, and keeps what they ask for and complain of."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._open = ExitStack()
        self.requests: list[str] = []
        self.complaints: list[str] = []

    def visit(self, address: str, **options: object) -> Page:
        """A page that is ready to be asked; `options` are those of a browser context."""
        context = self._browser.new_context(**{"viewport": DESKTOP, "locale": "zh-CN", **options})  # type: ignore[arg-type]
        self._open.callback(context.close)
        page = context.new_page()
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("console", self._hear)
        page.goto(address)
        page.locator("#qa-pane .paper").wait_for()
        page.wait_for_function("window.reportQa?.ready?.()")
        return page

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.complaints.append(message.text)

    def leave(self) -> None:
        self._open.close()


Serve = Callable[..., str]


@pytest.fixture
def serve() -> Iterator[Serve]:
    """Serves a fake assistant over the given reports (the seed by default); gives the address."""
    with ExitStack() as stack:

        def one(
            reports: list[Report] | None = None,
            scripted: dict[str, Answer] | None = None,
            gate: threading.Event | None = None,
        ) -> str:
            assistant = FakeAssistant(reports or [seed_report()], make_fake_settings(), scripted, gate)
            return stack.enter_context(served(assistant))

        yield one


@pytest.fixture
def visitor(chromium: Browser, serve: Serve) -> Iterator[Visitor]:
    """Visits pages; afterwards nothing may have gone to another host, and no page may have complained.

    They are closed before what serves them is.
    """
    visitor = Visitor(chromium)
    yield visitor
    visitor.leave()
    elsewhere = [url for url in visitor.requests if urlsplit(url).hostname not in ("127.0.0.1", None)]
    assert not elsewhere
    assert not visitor.complaints


@pytest.fixture(scope="session")
def seed_page() -> Iterator[str]:
    """The address of a page over the seed report, shared by the tests that change nothing of it."""
    with served(FakeAssistant([seed_report()], make_fake_settings())) as address:
        yield address


def ask(page: Page, question: str) -> None:
    """Type a question, send it with Enter and wait for its answer."""
    answers = page.locator(".verdict").count()
    page.locator("#qa-question textarea").fill(question)
    page.keyboard.press("Enter")
    page.locator(".verdict").nth(answers).wait_for()


def highlighted(page: Page) -> str:
    """The text that is marked in the report, as the browser holds it."""
    return "".join(page.locator("#qa-pane mark").all_text_contents())


def in_view(page: Page, selector: str) -> bool:
    """Whether the first such element lies wholly inside the window and is not covered at its middle."""
    return bool(
        page.evaluate(
            """selector => {
              const node = document.querySelector(selector), box = node.getClientRects()[0];
              const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
              return box.top >= 0 && box.bottom <= innerHeight && (node.contains(top) || top.contains(node));
            }""",
            selector,
        )
    )
