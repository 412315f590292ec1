"""A click in a real Chromium -> times and page weight of the app, beside a bare Gradio echo chat in the same run.

    python -m evals.speed.browser            # nine rounds; needs Chromium and an index (run the app once before)

Prints the medians: from the click to the first stage and to the finished answer, without a key; from the address to a page
that can be asked, and what it loads, for the app and for the bare chat.
"""

import os
import shutil
import statistics
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass

from playwright.sync_api import Browser, CDPSession, Page, sync_playwright

from evals.speed.cold_start import BARE, running

ROUNDS = 9
QUESTION = "2022年粮食总产量是多少？"
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)

# Milliseconds from a click to the moments at which conditions first hold in a drawn frame.
WATCH = """([button, conditions]) => new Promise((resolve) => {
  const began = performance.now(), times = conditions.map(() => null);
  const tests = conditions.map((text) => new Function(`return (${text})`));
  const look = () => {
    tests.forEach((test, at) => { if (times[at] === null && test()) times[at] = performance.now() - began; });
    if (times.every((time) => time !== null) || performance.now() - began > 30000) resolve(times);
    else requestAnimationFrame(look);
  };
  document.querySelector(button).click();
  look();
})"""


@dataclass(frozen=True, slots=True)
class Chat:
    """How to ask on a page: its question box, its button, what holds once it may be asked and at each moment timed."""

    box: str
    button: str
    ready: str
    moments: tuple[str, ...]


APP = Chat(
    "#qa-question textarea",
    "#qa-ask",
    "window.reportQa?.ready?.() && document.querySelector('#qa-question textarea')",
    (
        "document.querySelector('.status.busy')?.textContent || document.querySelector('.verdict')",
        "document.querySelector('.turn .verdict')",
    ),
)
ECHO = Chat(
    "textarea",
    ".submit-button",
    "document.querySelector('.submit-button')",
    (f"document.querySelector('.bot.message')?.textContent.includes('{QUESTION}')",),
)


def main() -> None:
    if not CHROMIUM:
        raise SystemExit("No Chromium was found: apt-get install chromium")
    runs: dict[str, list[list[float]]] = {"app": [], "echo": []}
    with ExitStack() as stack:
        addresses = {
            "app": stack.enter_context(running(["app.py"])),
            "echo": stack.enter_context(running(["-c", BARE])),
        }
        browser = stack.enter_context(chromium())
        for count in range(ROUNDS + 1):
            for name, chat in (("app", APP), ("echo", ECHO)):
                values = visit(browser, addresses[name], chat)
                if count:  # the first round fills the server's caches and is not counted
                    runs[name].append(values)
    app, echo = ([statistics.median(column) for column in zip(*runs[name], strict=True)] for name in runs)
    say = sys.stdout.write
    say(f"medians of {ROUNDS} rounds on {os.cpu_count()} cores\n")
    say(f"click to first stage       {app[2]:6.0f} ms\n")
    say(f"click to finished answer   {app[3]:6.0f} ms   bare echo {echo[2]:6.0f} ms\n")
    say(f"address to usable page     {app[0]:6.0f} ms   bare echo {echo[0]:6.0f} ms   ratio {app[0] / echo[0]:4.2f}\n")
    say(f"page weight                {app[1]:6.0f} KB   bare echo {echo[1]:6.0f} KB   ratio {app[1] / echo[1]:4.2f}\n")


def visit(browser: Browser, address: str, chat: Chat) -> list[float]:
    """Load the page with an empty cache and ask: milliseconds to usable, kilobytes over the wire, then the moments."""
    context = browser.new_context(locale="zh-CN", viewport={"width": 1280, "height": 800})
    page = context.new_page()
    loaded = weigh(context.new_cdp_session(page))
    page.goto(address, wait_until="commit")
    page.wait_for_function(chat.ready)
    usable = float(page.evaluate("performance.now()"))
    page.wait_for_timeout(1500)  # what comes late; one connection stays open for good
    weight = loaded() / 1000
    times = ask(page, chat)
    context.close()
    return [usable, weight, *times]


def ask(page: Page, chat: Chat) -> list[float]:
    """Ask the question and time the moments."""
    page.locator(chat.box).first.fill(QUESTION)
    page.wait_for_timeout(300)
    times = page.evaluate(WATCH, [chat.button, list(chat.moments)])
    if None in times:
        raise SystemExit(f"no answer within 30 s: {times}")
    return [float(time) for time in times]


def weigh(session: CDPSession) -> Callable[[], float]:
    """Count the bytes that come over the wire; the result says how many so far."""
    sizes: list[float] = []
    session.send("Network.enable")
    session.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    return lambda: sum(sizes)


@contextmanager
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


if __name__ == "__main__":
    main()
