"""A reader finds, follows the outline and links, switches the colours off: the report pane in a real browser."""

import re
from urllib.parse import quote

from playwright.sync_api import Page, expect

from tests.browser.conftest import PHONE, Serve, Visitor, ask, highlighted, in_view
from tests.fakes import made_report, seed_report

FOUND = "[...(CSS.highlights.get('qa-found') ?? [])].map(range => range.toString())"
NOW = """() => {
  const [range] = CSS.highlights.get('qa-found-now'), box = range.getBoundingClientRect();
  const paper = document.querySelector('.paper').getBoundingClientRect();
  return [range.toString(), box.top >= paper.top && box.bottom <= paper.bottom];
}"""


def link(address: str, report: str, sentence: str) -> str:
    return f"{address}/#report={quote(report)}&sentence={sentence}"


def marked_sentence(page: Page) -> str:
    return page.evaluate("document.querySelector('mark').closest('[data-start]').id")


def test_all_places_are_found_counted_and_stepped_through(visitor: Visitor, seed_page: str) -> None:
    page = visitor.visit(seed_page)
    count = seed_report().text.count("粮食")
    page.locator(".find-text").fill("粮食")
    expect(page.locator(".find-count")).to_have_text(f"1 / {count}")
    assert page.evaluate(FOUND) == ["粮食"] * count
    for number in (*range(2, count + 1), 1):
        page.keyboard.press("Enter")
        expect(page.locator(".find-count")).to_have_text(f"{number} / {count}")
        page.wait_for_timeout(150)
        assert page.evaluate(NOW) == ["粮食", True]
    page.locator("[data-step='-1']").click()
    expect(page.locator(".find-count")).to_have_text(f"{count} / {count}")
    page.locator(".find-text").fill("没有的话")
    expect(page.locator(".find-count")).to_have_text("没有找到")
    expect(page.locator("[data-step='1']")).to_be_disabled()
    assert page.evaluate(FOUND) == []
    page.keyboard.press("Escape")
    expect(page.locator(".find-text")).to_have_value("")
    expect(page.locator(".find-count")).to_have_text("")


def test_width_and_case_do_not_matter_and_a_find_reaches_over_sentences(visitor: Visitor, serve: Serve) -> None:
    report = made_report("　　ＣＢＡ联赛😀夺冠。增长５％；cba再胜。\n\n　　cb\n\n　　a。\n")
    page = visitor.visit(serve([report]))
    for wanted, found in (("cBa", ["ＣＢＡ", "cba"]), ("5%", ["５％"]), ("夺冠。增长", ["夺冠。增长"]), ("😀", ["😀"])):
        page.locator(".find-text").fill(wanted)
        assert page.evaluate(FOUND) == found


def test_a_citation_leaves_the_finds_in_place(visitor: Visitor, seed_page: str) -> None:
    page = visitor.visit(seed_page)
    ask(page, "2022年地区生产总值增长多少？")
    page.locator(".find-text").fill("增长")
    before = page.evaluate(FOUND)
    page.locator(".chip").first.click()
    assert "增长" in highlighted(page)
    assert page.evaluate(FOUND) == before


def test_the_outline_says_where_the_reader_is(visitor: Visitor, seed_page: str) -> None:
    page = visitor.visit(seed_page, viewport={"width": 1920, "height": 900})
    expect(page.locator(".here-section")).to_have_text("开头")
    page.locator(".contents > summary").click()
    page.locator(".goto", has_text="全力推进乡村振兴").click()
    expect(page.locator(".here-section")).to_have_text("三、2023年重点工作 › （四）全力推进乡村振兴")
    expect(page.locator(".here-when")).to_have_text("2023 目标")
    expect(page.locator(".goto[aria-current]")).to_have_text("（四）全力推进乡村振兴")
    expect(page.locator(".contents nav")).to_be_visible()  # wide enough: the outline stays beside the text
    assert in_view(page, ".goto[aria-current]")
    page.locator(".find-text").fill("千亿斤粮食")  # in a section that is folded away in the outline
    expect(page.locator(".goto[aria-current]")).to_have_text("（四）全力推进乡村振兴")
    expect(page.locator(".here-section")).to_contain_text("（四）全力推进乡村振兴")
    page.keyboard.press("Escape")
    page.locator(".paper").evaluate("paper => paper.scrollTo(0, 1)")
    expect(page.locator(".here-section")).to_have_text("开头")


def test_the_colours_can_be_switched_off_and_stay_off(visitor: Visitor, seed_page: str) -> None:
    def colour() -> str:
        return page.evaluate("getComputedStyle(document.querySelector('.band.done'), '::before').content")

    page = visitor.visit(seed_page)
    expect(page.locator(".legend")).to_have_text("色带 回顾规划目标")
    assert colour() != "none"
    page.get_by_role("checkbox", name="色带").uncheck()
    assert colour() == "none"
    page.reload()
    page.wait_for_function("window.reportQa?.ready?.()")
    expect(page.locator(".bands")).not_to_be_checked()
    assert colour() == "none"


def test_a_link_opens_its_report_at_its_sentences(visitor: Visitor, serve: Serve) -> None:
    seed, other = seed_report(), made_report("　　一、甲\n\n　　全年增长5%。民生改善。\n\n　　粮食丰收。\n")
    address = serve([seed, other])
    page = visitor.visit(link(address, other.id, "1-3"))
    expect(page.locator("mark").first).to_be_visible()
    expect(page.locator(".choice")).to_have_value("1")
    assert highlighted(page) == "全年增长5%。民生改善。粮食丰收。"
    far = seed.sentences[-30]
    page.evaluate("hash => location.hash = hash", f"report={quote(seed.id)}&sentence={far.index}")
    expect(page.locator(".choice")).to_have_value("0")
    expect(page.locator("mark").first).to_be_visible()
    assert highlighted(page) == far.text
    page.wait_for_timeout(200)
    assert in_view(page, "mark")
    for report, sentence, said in (
        ("无", "1", "没有载入"),
        (seed.id, "99999", "不在这份报告里"),
        (seed.id, "<b>", "不在"),
    ):
        page.evaluate("hash => location.hash = hash", f"report={quote(report)}&sentence={quote(sentence)}")
        expect(page.locator(".found")).to_contain_text(said)


def test_a_citation_survives_a_reload_and_its_link_can_be_copied(visitor: Visitor, seed_page: str) -> None:
    page = visitor.visit(seed_page, permissions=["clipboard-read", "clipboard-write"])
    ask(page, "2022年地区生产总值增长多少？")
    page.locator(".chip").first.click()
    page.locator("mark").first.wait_for()
    sentence = marked_sentence(page)
    page.locator(".copy-link").click()
    expect(page.locator(".copy-link")).to_have_text("已复制")
    assert page.evaluate("navigator.clipboard.readText()") == page.url
    page.reload()
    page.locator("mark").first.wait_for()
    assert marked_sentence(page) == sentence


def test_on_a_phone_a_link_leads_to_the_report(visitor: Visitor, seed_page: str) -> None:
    last = seed_report().sentences[-1]
    page = visitor.visit(link(seed_page, seed_report().id, str(last.index)), viewport=PHONE, is_mobile=True)
    page.wait_for_timeout(300)
    assert in_view(page, "mark")
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_the_answers_figures_are_set_off_in_the_quote(visitor: Visitor, serve: Serve) -> None:
    report = made_report("　　一、甲\n\n　　😀增长5%，投资8亿元，出口持平。\n\n　　就业12万人。\n")
    start, end = report.text.index("增长"), report.text.index("人") + 1
    figures = [[at, at + len(text)] for text in ("5%", "12万人") for at in [report.text.index(text)]]
    page = visitor.visit(serve([report]))
    for _ in range(2):  # the second time over what was marked before
        page.evaluate("([start, end, figures]) => reportPane.cite(0, start, end, figures)", [start, end, figures])
        assert highlighted(page) == "增长5%，投资8亿元，出口持平。就业12万人"
        assert page.locator("mark .figure").all_text_contents() == ["5%", "12万人"]
    assert page.locator(".paper p").all_text_contents()[-2:] == ["😀增长5%，投资8亿元，出口持平。", "就业12万人。"]


def test_the_panes_own_words_follow_the_interface_and_the_report_stays(visitor: Visitor, seed_page: str) -> None:
    page = visitor.visit(seed_page)
    text = page.locator(".paper").text_content()
    page.evaluate("""() => {
      document.documentElement.lang = "en";
      reportWords.translate(document.querySelector(".pane"));
    }""")
    expect(page.locator(".contents > summary")).to_have_text("Outline")
    expect(page.locator(".legend")).to_have_text("Colours doneplannedaimed at")
    expect(page.get_by_label("Find in the report")).to_be_visible()
    page.locator(".find-text").fill("没有的话")
    expect(page.locator(".find-count")).to_have_text("Not found")
    assert page.locator(".paper").text_content() == text
    own = "".join(page.locator(".find, .legend, .copy-link, .contents > summary").all_text_contents())
    assert not re.search(r"[\u4e00-\u9fff]", own)
