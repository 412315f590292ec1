"""Statements become text, markers and citations; what does not stand is left out and counted."""

from qa.answering.compose import Composer
from qa.answering.evidence import cite, gather, listing
from qa.domain import Citation, Hit, Report, Sentence, Statement, Status
from qa.tokens import count_tokens


def quote(text: str, start: int = 0) -> Citation:
    return Citation(0, "r", "一、", text, start, start + len(text), "2022", "完成")


def test_markers_are_numbered_by_first_use_and_shared() -> None:
    composer = Composer()
    grain, land = quote("粮食总产量496.9亿斤。"), quote("新建高标准农田391.3万亩。", 50)
    assert composer.add(Statement("粮食总产量496.9亿斤。", (grain,)))
    assert composer.add(Statement("新建高标准农田391.3万亩。", (land, grain)))
    assert composer.text == "粮食总产量496.9亿斤[1]。\n新建高标准农田391.3万亩[2][1]。"
    assert [citation.marker for citation in composer.citations] == [1, 2]


def test_statements_of_one_line_stand_beside_each_other() -> None:
    composer = Composer(bullets=True)
    for line in (0, 0, 1):
        composer.add(Statement("粮食总产量496.9亿斤。", (quote("粮食总产量496.9亿斤。"),)), line)
    assert composer.text == "• 粮食总产量496.9亿斤[1]。粮食总产量496.9亿斤[1]。\n• 粮食总产量496.9亿斤[1]。"


def test_what_its_quote_does_not_bear_out_is_withheld() -> None:
    composer = Composer()
    wrong = [
        Statement("粮食总产量469.9亿斤。", (quote("粮食总产量496.9亿斤。"),)),
        Statement("粮食总产量496.9万斤。", (quote("粮食总产量496.9亿斤。"),)),
        Statement("粮食总产量496.9亿斤。", ()),
        Statement("2025年粮食总产量496.9亿斤。", (quote("粮食总产量496.9亿斤。"),)),
        Statement("大力发展海洋经济和冰雪运动。", (quote("粮食总产量496.9亿斤。"),)),
    ]
    assert [composer.add(statement) for statement in wrong] == [False] * len(wrong)
    assert composer.text == ""
    assert composer.citations == ()
    assert len(composer.withheld) == len(wrong)


def test_done_is_not_planned() -> None:
    result = quote("新建高标准农田391.3万亩。")
    aim = Citation(0, "r", "三、", "建设高标准农田289万亩。", 90, 102, "2023", "目标")
    composer = Composer()
    assert composer.add(Statement("去年新建高标准农田391.3万亩。", (result,)))
    assert composer.add(Statement("今年计划建设高标准农田289万亩。", (aim,)))
    assert not composer.add(Statement("去年建设高标准农田289万亩。", (aim,)))
    assert not composer.add(Statement("已经完成了高标准农田289万亩。", (aim,)))
    assert not composer.add(Statement("计划新建高标准农田391.3万亩。", (result,)))


def test_a_figure_is_not_lent_to_another_thing_time_or_place() -> None:
    two = quote("全年地区生产总值增长2.1%，固定资产投资增长3.6%。")
    aim = Citation(0, "2023_辽宁省", "三、", "地区生产总值增长5%以上；", 90, 103, "2023", "目标")
    span = Citation(0, "2023_辽宁省", "一、", "新建高标准农田1000万亩。", 200, 212, "2018–2022", "完成")
    composer = Composer()
    assert composer.add(Statement("固定资产投资增长3.6%。", (two,)))
    assert composer.add(Statement("辽宁今年地区生产总值增长5%以上。", (aim,)))
    for text, quotes in (
        ("地区生产总值增长3.6%。", (two,)),
        ("今年地区生产总值增长2.1%。", (two,)),
        ("去年地区生产总值增长5%以上。", (two, aim)),
        ("2022年地区生产总值增长5%以上。", (aim,)),
        ("吉林地区生产总值增长5%以上。", (aim,)),
        ("2020年新建高标准农田1000万亩。", (span,)),
        ("未来五年新建高标准农田1000万亩。", (span,)),
    ):
        assert not composer.add(Statement(text, quotes)), text


def test_the_year_of_a_quote_may_be_said() -> None:
    composer = Composer()
    assert composer.add(Statement("2022年粮食总产量496.9亿斤。", (quote("粮食总产量496.9亿斤。"),)))


def sentence(index: int, text: str, *, heading: bool = False) -> Sentence:
    return Sentence(
        "r", index, 0, index * 100, index * 100 + len(text), text, ("一、回顾",), "2022", Status.DONE, heading
    )


def test_evidence_is_the_answers_quotes_then_what_the_budget_leaves_room_for() -> None:
    hits = [Hit(sentence(index, "粮食总产量496.9亿斤。"), 1.0, {}) for index in (5, 2, 9, 7)]
    own = cite(hits[1].sentence, 200, 204)
    one = count_tokens(listing([cite(hits[0].sentence)]))
    gathered = gather([own], hits, one * 3 + 2, 5)
    assert [quote.start for quote in gathered] == [200, 500, 900]
    assert [quote.start for quote in gather([own], hits, 500, 1)] == [200, 500]
    assert [quote.start for quote in gather([own], hits, 1, 5)] == [200]


def test_headings_are_not_evidence() -> None:
    hits = [Hit(sentence(0, "一、回顾", heading=True), 2.0, {}), Hit(sentence(1, "粮食丰收。"), 1.0, {})]
    assert [quote.start for quote in gather([], hits, 500, 5)] == [100]


def test_a_part_of_a_sentence_is_cited_by_its_own_offsets(seed: Report) -> None:
    for s in seed.sentences[10:40]:
        part = cite(s, s.start + 1, s.end - 1)
        assert seed.text[part.start : part.end] == part.quote
