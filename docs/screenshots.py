"""The running app -> the pictures of this folder, small enough for the README: `make screenshots`."""

import io
import sys
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page

from evals.speed.browser import chromium
from evals.speed.cold_start import running

DOCS = Path(__file__).parent
DESKTOP = {"width": 1360, "height": 850}
WIDE = {"width": 1760, "height": 990}
PHONE = {"width": 390, "height": 844}
QUESTION = "去年高标准农田完成了多少？"
FOLLOW_UP = "今年的目标比去年少多少？"
ABSENT = "有没有提到元宇宙？"
COLOURS = 256
RARE = 96
TOUR_WIDTH = 1100
TOUR_SECONDS = (2.0, 1.2, 3.0, 3.0, 3.0)


def main() -> None:
    with running(["app.py"]) as address, chromium() as browser:
        tour(browser, address)
        chat(browser, address)
        reading(browser, address)
        dark(browser, address)
        phone(browser, address)
        evaluation(browser, address)
    pictures = sorted([*DOCS.glob("*.png"), *DOCS.glob("*.gif")])
    for picture in pictures:
        sys.stdout.write(f"{picture.stat().st_size / 1000:6.0f} KB  {picture.name}\n")
    sys.stdout.write(f"{sum(picture.stat().st_size for picture in pictures) / 1000:6.0f} KB  in all\n")


def tour(browser: Browser, address: str) -> None:
    """A question, its answer, its quote in the report, a follow-up and its quote: one animated picture."""
    page = visit(browser, address, viewport=DESKTOP)
    frames = [shot(page)]
    page.locator("#qa-question textarea").fill(QUESTION)
    frames.append(shot(page))
    ask(page, QUESTION)
    frames.append(shot(page))
    cite(page)
    frames.append(shot(page))
    ask(page, FOLLOW_UP)
    cite(page)
    frames.append(shot(page))
    size = (TOUR_WIDTH, TOUR_WIDTH * DESKTOP["height"] // DESKTOP["width"])
    small = [frame.resize(size, Image.Resampling.LANCZOS) for frame in frames]
    colours = palette(small[3])
    first, *rest = [frame.quantize(palette=colours, dither=Image.Dither.NONE) for frame in small]
    milliseconds = [int(1000 * seconds) for seconds in TOUR_SECONDS]
    first.save(DOCS / "tour.gif", save_all=True, append_images=rest, duration=milliseconds, loop=0, optimize=True)


def chat(browser: Browser, address: str) -> None:
    """The chat after a follow-up, with its computation, and the quote in the report."""
    page = visit(browser, address, viewport=DESKTOP)
    ask(page, QUESTION)
    ask(page, FOLLOW_UP)
    cite(page)
    save(shot(page), "chat.png")


def reading(browser: Browser, address: str) -> None:
    """The report with its outline beside it, and what was found in it."""
    page = visit(browser, address, viewport=WIDE)
    page.locator(".contents > summary").click()
    page.locator(".goto", has_text="全力推进乡村振兴").click()
    page.mouse.move(0, 0)
    page.wait_for_timeout(300)
    page.locator(".find-text").fill("粮食")
    page.wait_for_timeout(300)
    save(shot(page), "report.png")


def dark(browser: Browser, address: str) -> None:
    """Dark: what the report does not say."""
    page = visit(browser, address, viewport=DESKTOP, color_scheme="dark")
    ask(page, QUESTION)
    cite(page)
    ask(page, ABSENT)
    save(shot(page), "dark.png")


def phone(browser: Browser, address: str) -> None:
    """A phone: the answer, and its quote in the report, side by side in one picture."""
    page = visit(browser, address, viewport=PHONE, is_mobile=True, has_touch=True)
    ask(page, QUESTION)
    left = shot(page)
    cite(page)
    right = shot(page)
    both = Image.new("RGB", (left.width * 2 + 40, left.height), "#8d867a")
    both.paste(left, (0, 0))
    both.paste(right, (left.width + 40, 0))
    save(both, "phone.png")


def evaluation(browser: Browser, address: str) -> None:
    """The page of the evaluation, from its top."""
    page = browser.new_page(viewport={"width": 900, "height": 1000}, device_scale_factor=1.5)
    page.goto(f"{address}evaluation")
    save(shot(page), "evaluation.png")
    page.close()


def visit(browser: Browser, address: str, **options: object) -> Page:
    """A page that can be asked, in a context of its own."""
    context = browser.new_context(locale="zh-CN", device_scale_factor=1.5, **options)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(address)
    page.wait_for_function("window.reportQa?.ready?.()")
    page.locator("#qa-question textarea").wait_for()
    return page


def ask(page: Page, question: str) -> None:
    """Ask and wait for the finished answer."""
    answers = page.locator(".turn .verdict").count()
    page.locator("#qa-question textarea").fill(question)
    page.locator("#qa-ask").click()
    page.locator(".turn .verdict").nth(answers).wait_for()
    page.wait_for_timeout(400)


def cite(page: Page) -> None:
    """Follow the first chip of the last answer."""
    page.locator(".turn").last.locator(".chip").first.click()
    page.locator("mark").first.wait_for()
    page.mouse.move(0, 0)
    page.wait_for_timeout(400)


def shot(page: Page) -> Image.Image:
    """What is in the window."""
    return Image.open(io.BytesIO(page.screenshot())).convert("RGB")


def save(picture: Image.Image, name: str) -> None:
    """Write a picture with few colours: text and flat areas lose nothing that can be seen."""
    picture.quantize(palette=palette(picture), dither=Image.Dither.NONE).save(DOCS / name, optimize=True)


def palette(picture: Image.Image) -> Image.Image:
    """The commonest colours as they are, so that areas keep theirs, and a few that reach the rare ones."""
    counted = sorted(picture.getcolors(picture.width * picture.height) or [], reverse=True)
    common = [channel for _, colour in counted[: COLOURS - RARE] for channel in colour]  # type: ignore[union-attr]
    rare = (picture.quantize(RARE, Image.Quantize.MAXCOVERAGE).getpalette() or [])[: 3 * RARE]
    colours = Image.new("P", (1, 1))
    colours.putpalette(common + rare)
    return colours


if __name__ == "__main__":
    main()
