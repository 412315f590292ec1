"""What must never happen: a request elsewhere, text run as code, one reader's words on another's page, a page that jams."""

import threading
import time
from urllib.parse import urlsplit

from playwright.sync_api import expect

from qa.domain import Answer, Claim
from tests.browser.conftest import Serve, Visitor, ask, highlighted, in_view
from tests.fakes import cite, made_report, seed_report

HOSTILE = (
    "<img src=x onerror=window.hacked=1><script>window.hacked=1</script>"
    "</div></p><svg onload=window.hacked=1> \"'><i onmouseover=window.hacked=1>"
    "{{constructor.constructor('window.hacked=1')()}} ${window.hacked=1} `${window.hacked=1}` "
    "**粗体** [链接](javascript:window.hacked=1) $x^2$"
)


def test_no_request_leaves_the_pages_host(visitor: Visitor, seed_page: str) -> None:
    for scheme in ("light", "dark"):
        page = visitor.visit(seed_page, color_scheme=scheme)
        ask(page, "2022年地区生产总值增长多少？")
        page.locator(".chip").first.click()
        page.wait_for_timeout(500)
    assert len(visitor.requests) > 20
    assert {urlsplit(url).netloc for url in visitor.requests} == {urlsplit(seed_page).netloc}


def test_text_is_never_run(visitor: Visitor, serve: Serve) -> None:
    report = made_report(f"　　一、{HOSTILE}标题\n\n　　增长5%{HOSTILE}。尾句。\n", title=f"报告{HOSTILE}")
    start = report.text.index("增长5%")
    quote = cite(report, 1, start, start + 4 + len(HOSTILE))
    answer = Answer(
        "answered",
        f"{HOSTILE}[1]。",
        "llm",
        (quote,),
        (Claim(HOSTILE, (1,), "unverified"), Claim(HOSTILE, (1,), "computed", HOSTILE)),
        (HOSTILE,),
    )
    page = visitor.visit(serve([report], {HOSTILE: answer}))
    ask(page, HOSTILE)
    page.locator(".chip").click()
    assert highlighted(page) == quote.quote
    for place in (".question", ".answer", ".notice", ".reasons", ".quote .said", ".paper h2", ".pane-title"):
        expect(page.locator(place).first).to_contain_text(HOSTILE)
    page.locator(".answer").hover()
    page.wait_for_timeout(300)
    assert page.evaluate("window.hacked") is None
    assert page.locator("#qa-rooms :is(img, script, svg, iframe, a, strong, em)").count() == 0


def test_a_report_that_cannot_be_fetched_is_said(visitor: Visitor, serve: Serve) -> None:
    page = visitor.visit(serve([seed_report(), made_report("全年增长5%。")]))
    page.route("**/component_server/", lambda route: route.abort())
    page.locator(".choice").select_option("1")
    expect(page.locator(".found")).to_be_visible()
    expect(page.locator(".found")).to_contain_text("没有取到这份报告")
    expect(page.locator(".choice")).to_have_value("0")
    visitor.complaints.clear()  # the browser's own note of the failed request


def test_three_readers_at_once_see_only_their_own(visitor: Visitor, serve: Serve) -> None:
    gate = threading.Event()
    address = serve(gate=gate)
    pages = [visitor.visit(address) for _ in range(3)]
    questions = ["甲问：粮食产量？", "乙问：城镇就业？", "丙问：固定资产投资？"]
    for page, question in zip(pages, questions, strict=True):
        page.locator("#qa-question textarea").fill(question)
        page.keyboard.press("Enter")
    for page in pages:  # all three are being answered before any is allowed to end
        expect(page.locator(".partial .chip")).to_have_count(1)
    gate.set()
    for page, question in zip(pages, questions, strict=True):
        page.locator(".verdict").wait_for()
        assert page.locator(".question").all_text_contents() == [f"问：{question}"]
    pages[0].locator("#qa-new").click()
    pages[0].locator(".example").first.wait_for()
    pages[1].reload()
    expect(pages[1].locator(".question")).to_have_text([f"问：{questions[1]}"])


def test_the_page_is_in_chinese_and_says_who_answers(visitor: Visitor, seed_page: str) -> None:
    page = visitor.visit(seed_page)
    assert page.title() == "政府工作报告问答"
    assert page.evaluate("document.documentElement.lang") == "zh-CN"
    expect(page.locator(".mode")).to_have_text("摘录模式（无需密钥）")
    for name in ("提问", "设置"):
        expect(page.get_by_role("button", name=name, exact=True)).to_be_visible()
    expect(page.get_by_label("您的问题")).to_be_visible()
    assert page.locator("footer").count() == 0


def test_dark_follows_the_system(visitor: Visitor, seed_page: str) -> None:
    def lightness(scheme: str) -> list[float]:
        page = visitor.visit(seed_page, color_scheme=scheme)
        ask(page, "2022年地区生产总值增长多少？")
        return [
            float(page.evaluate(LIGHTNESS, selector)) for selector in (".pane", "#qa-composer", "#qa-question textarea")
        ]

    assert min(lightness("light")) > 0.8
    assert max(lightness("dark")) < 0.2


LIGHTNESS = """selector => {
  const [r, g, b] = getComputedStyle(document.querySelector(selector)).backgroundColor.match(/[\\d.]+/g).map(Number);
  return (r + g + b) / 765;
}"""


def test_a_hundred_thousand_characters_stay_smooth(visitor: Visitor, serve: Serve) -> None:
    seed = seed_report()
    report = made_report(seed.text * 6, id=seed.id, title=seed.title)
    assert len(report.text) > 100_000
    far = report.sentences[-40]
    answer = Answer("answered", "见[1]。", "extractive", (cite(report, 1, far.start, far.end),))
    page = visitor.visit(serve([report], {"问": answer}))
    ask(page, "问")
    began = time.monotonic()
    page.locator(".chip").click()
    assert highlighted(page) == far.text
    page.wait_for_timeout(200)
    assert in_view(page, "#qa-pane mark")
    assert time.monotonic() - began < 2
    # Nine in ten of the frames that draw the next screen of text take a few refreshes at most, here on a busy machine.
    frames = sorted(page.evaluate(SCROLLING))
    assert frames[26] < 100, f"milliseconds of the frames: {frames}"


SCROLLING = """async () => {
  const paper = document.querySelector(".paper");
  paper.scrollTop = 0;
  const frames = [];
  let last = performance.now();
  for (let step = 0; step < 30; step++) {
    paper.scrollTop += paper.clientHeight;
    await new Promise(requestAnimationFrame);
    const now = performance.now();
    frames.push(now - last);
    last = now;
  }
  return frames;
}"""
