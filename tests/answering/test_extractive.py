"""Keyless answers over the seed: direct, in the report's own words, or a plain abstention."""

from pathlib import Path

import pytest

from qa.assistant import Assistant
from qa.domain import Answer, Stage
from qa.errors import QuestionError
from tests.conftest import make_settings


@pytest.mark.parametrize(
    ("question", "says", "does_not_say"),
    [
        ("去年高标准农田完成了多少？", "391.3万亩", "289"),
        ("今年高标准农田打算建多少？", "289万亩", "391.3"),
        ("过去五年地区生产总值年均增长多少？", "3.9%", "5%以上"),
        ("城乡低保月均标准是多少？", "727元和563元", ""),
        ("今年城镇新增就业的目标是多少", "45万人左右", "46.2"),
    ],
)
def test_one_fact_is_one_sentence(assistant: Assistant, question: str, says: str, does_not_say: str) -> None:
    answer = assistant.ask(question)
    assert answer.status == "answered"
    assert says in answer.text
    assert not does_not_say or does_not_say not in answer.text
    assert "\n" not in answer.text


def test_every_citation_is_an_exact_span_and_is_used(assistant: Assistant) -> None:
    for question in (
        "今年在养老方面有什么打算？",
        "去年粮食产量",
        "哪些地方获批国家级外贸转型升级基地？",
        "报告提到几次“振兴”？",
    ):
        answer = assistant.ask(question)
        assert answer.citations, question
        for citation in answer.citations:
            assert assistant.report(citation.report).text[citation.start : citation.end] == citation.quote
            assert f"[{citation.marker}]" in answer.text
        assert all(claim.verdict in ("quoted", "computed") for claim in answer.claims)


def test_both_periods_are_given_where_the_question_leaves_it_open(assistant: Assistant) -> None:
    answer = assistant.ask("高标准农田面积")
    assert "391.3万亩" in answer.text
    assert "289万亩" in answer.text


@pytest.mark.parametrize(
    ("question", "looked_for"),
    [
        ("浙江去年的粮食产量是多少？", "浙江"),
        ("2019年地区生产总值增长多少？", "2019"),
        ("锅包肉怎么做好吃", ""),
        ("有没有提到人工智能", "人工智能"),
    ],
)
def test_abstention_says_what_was_looked_for_and_offers_passages(
    assistant: Assistant, question: str, looked_for: str
) -> None:
    answer = assistant.ask(question)
    assert answer.status == "abstained"
    assert answer.citations == ()
    assert answer.text.startswith("报告未提及")
    assert looked_for in answer.text
    assert answer.nearest


def test_mentions_are_counted_over_the_whole_text(assistant: Assistant) -> None:
    answer = assistant.ask("报告里提到几次“振兴”？")
    assert f"{assistant.reports[0].text.count('振兴')}次" in answer.text
    assert answer.claims[0].verdict == "computed"
    assert answer.claims[0].computation


def test_relative_years_are_said(assistant: Assistant) -> None:
    assert any("2022" in notice for notice in assistant.ask("去年粮食产量").notices)


def test_stages_come_before_the_answer(assistant: Assistant) -> None:
    events = list(assistant.stream("去年粮食产量"))
    assert [event.name for event in events if isinstance(event, Stage)] == ["检索", "核对"]
    assert isinstance(events[-1], Answer)


@pytest.mark.parametrize("question", ["", "   ", "？？", "🎉", "问" * 2001])
def test_questions_that_cannot_be_asked(assistant: Assistant, question: str) -> None:
    with pytest.raises(QuestionError):
        assistant.ask(question)


def test_examples_are_answered(assistant: Assistant) -> None:
    examples = assistant.examples()
    assert [example.kind for example in examples] == ["figure", "gap", "list", "summary", "mention"]
    assert all(assistant.ask(example.question).status == "answered" for example in examples)


def test_counting_folds_width_and_case(assistant: Assistant) -> None:
    assert assistant.ask("报告提到几次“５g”？").status == "answered"


@pytest.mark.parametrize("question", ["社区长效管理怎么抓", "城市长期护理保险怎么样"])
def test_an_office_is_not_read_into_other_words(assistant: Assistant, question: str) -> None:
    assert "长”" not in assistant.ask(question).text


def test_a_report_of_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "2023_某省.txt").write_text("去年，三分之一的村完成改造。\n", encoding="utf-8")
    tiny = Assistant.open(make_settings(tmp_path / "data", seeds_dir=tmp_path / "seeds"))
    assert tiny.ask("完成改造的村占比多少？").text
    assert tiny.ask("概括村改造").text


def test_reports_are_told_apart_by_region(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    for region, jobs in (("广东省", "140"), ("辽宁省", "46")):
        text = f"各位代表：\n一、2022年工作回顾\n城镇新增就业{jobs}万人。\n二、2023年重点工作\n城镇新增就业{jobs}万人以上。\n"
        (tmp_path / "seeds" / f"2023_{region}.txt").write_text(text, encoding="utf-8")
    two = Assistant.open(make_settings(tmp_path / "data", seeds_dir=tmp_path / "seeds"))
    assert "140万人" in two.ask("广东去年城镇新增就业多少？").text
    assert "46万人" in two.ask("辽宁去年城镇新增就业多少？").text
    for claim in two.ask("城镇新增就业今年目标和去年实际差多少？").claims:
        assert "94" not in claim.text


@pytest.mark.parametrize(
    ("question", "says", "does_not_say"),
    [
        ("今年对民企都有什么支持", ("壁垒", "资本市场", "产权"), "竞争力强、生态宜居"),
        ("体育方面今年都有啥动作", ("第十四届运动会", "三大球", "健身"), "医联体"),
        ("能源转型今年怎么安排的", ("煤炭总量", "核电", "氢能"), "营造林"),
    ],
)
def test_a_summary_tells_what_treats_the_subject(
    assistant: Assistant, question: str, says: tuple[str, ...], does_not_say: str
) -> None:
    answer = assistant.ask(question)
    assert all(word in answer.text for word in says), answer.text
    assert does_not_say not in answer.text
    assert 3 <= len(answer.citations) <= 10
    places = [citation.start for citation in answer.citations]
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("要打造的三个万亿级基地是哪仨行业", ("装备制造", "石油化工", "冶金新材料")),
        ("今后五年工作的几个“必须”是哪几个", ("党的全面领导", "发展第一要务", "系统观念")),
    ],
)
def test_a_list_is_found_where_the_report_tells_it(assistant: Assistant, question: str, says: tuple[str, ...]) -> None:
    answer = assistant.ask(question)
    assert all(word in answer.text for word in says), answer.text


def test_of_two_quotes_the_longer_one_holds_the_other(tmp_path: Path) -> None:
    text = "　　一、今年工作\n　　今年赤字率按4%左右安排、比上年提高1个百分点，赤字规模5.66万亿元。\n"
    (tmp_path / "2025_国务院.txt").write_text(f"政府工作报告\n{text}", encoding="utf-8")
    answer = Assistant.open(make_settings(seeds_dir=tmp_path, data_dir=tmp_path / "data")).ask("赤字今年多少")
    quotes = [(citation.start, citation.end) for citation in answer.citations]
    assert "4%左右" in answer.text
    assert not any(a < d and c < b for n, (a, b) in enumerate(quotes) for c, d in quotes[:n])


def test_only_of_several_candidates_is_it_said_that_they_are_the_nearest(assistant: Assistant) -> None:
    told = "报告的用词与问题差别较大，以下是意思最接近的几句。"
    assert assistant.ask("农村低保每月多少钱").notices == ()
    assert assistant.ask("个人当老板开的公司现在全省有多少了").notices == (told,)


def test_a_year_that_is_asked_for_goes_before_the_mean_of_several(assistant: Assistant) -> None:
    assert assistant.ask("固定资产投资2022年的增速是？").text.startswith("固定资产投资增长3.6%")


def test_how_one_asks_is_no_part_of_what_is_asked(assistant: Assistant) -> None:
    assert assistant.ask("2022年辽宁经济到底涨了多少").text.startswith("全年地区生产总值增长2.1%")


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("私营企业现在有多少家了，跟五年前比呢？", ("109.4万户", "1.6倍")),
        ("私营企业有多少户，是五年前的几倍？", ("109.4万户", "1.6倍")),
    ],
)
def test_the_second_of_two_questions_is_answered_by_the_same_sentence(
    assistant: Assistant, question: str, says: tuple[str, ...]
) -> None:
    answer = assistant.ask(question)
    assert len(answer.claims) == 1
    assert all(figure in answer.text for figure in says)


def test_one_question_gets_the_clause_alone(assistant: Assistant) -> None:
    assert "1.6倍" not in assistant.ask("私营企业现在有多少户").text
