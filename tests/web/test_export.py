import io

from docx import Document

from qa.domain import Answer, Citation, Claim
from qa.web import export, memory
from qa.web.chat import Exchange
from tests.fakes import cite, made_report

REPORT = made_report("　　一、2022年工作\n\n　　（四）乡村振兴。建设高标准农田289万亩。\n")
START = REPORT.text.index("建设")
QUOTE = cite(REPORT, 1, START, START + 12)
ANSWER = Answer(
    "answered",
    "建设高标准农田289万亩[1]；另见[7]。",
    "extractive",
    (QUOTE,),
    (Claim("多1万亩", (1,), "computed", "3 − 2 = 1"),),
)
EXCHANGE = Exchange("去年 *农田*？", answer=ANSWER)


def test_sources_are_given_as_official_papers_give_them() -> None:
    text = export.with_sources(ANSWER, [REPORT])
    assert text.startswith(
        "建设高标准农田289万亩[1]；另见[7]。\n\n[1]《2024年某省政府工作报告》，2023年1月12日，一（四）：“建设高标准农田289万亩"
    )


def test_a_heading_without_number_is_named() -> None:
    quote = Citation(1, "x", "工作安排 / 提升能力", "甲", 0, 1, "2023", "目标")
    assert export.source(quote, []) == "《x》，提升能力"


def test_plain_text_loses_only_known_markers() -> None:
    assert export.plain(ANSWER) == "建设高标准农田289万亩；另见[7]。"


def test_markdown_escapes_what_is_not_its_own() -> None:
    text = export.markdown_of_all([EXCHANGE], [REPORT])
    assert "## 1. 去年 \\*农田\\*？" in text
    assert "289万亩[^1-1]；另见\\[7\\]。" in text
    assert "[^1-1]: 《2024年某省政府工作报告》" in text


def test_word_holds_questions_answers_and_sources() -> None:
    odd = Exchange("控制\x0b符\ud800？", answer=ANSWER)
    document = Document(io.BytesIO(export.word_of_all([EXCHANGE, odd], [REPORT])))
    text = "\n".join(paragraph.text for paragraph in document.paragraphs)
    for part in (
        "去年 *农田*？",
        "建设高标准农田289万亩[1]",
        "计算：3 − 2 = 1",
        "[1]《2024年某省政府工作报告》",
        "控制\ufffd符",
    ):
        assert part in text


def test_what_a_browser_keeps_comes_back_as_it_was() -> None:
    exchanges = (EXCHANGE, Exchange("在问", stage="检索"))
    back = memory.recalled(memory.remembered(exchanges))
    assert back == (EXCHANGE, Exchange("在问", stopped=True))


def test_what_is_not_ours_is_not_recalled() -> None:
    for stored in (None, "x", [{"question": 1}], [{"question": "问", "answer": {"status": "maybe"}}], {"a": 1}):
        assert memory.recalled(stored) == ()
    assert memory.questions([1]) == ()
    assert memory.questions(["问"]) == ("问",)
