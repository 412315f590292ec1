"""Answers by a model behind a real loopback endpoint: what stands is shown, what fails degrades visibly."""

import time
from pathlib import Path

import pytest

from qa.answering.evidence import cite
from qa.answering.model.llm import Job
from qa.answering.model.writing import Writer
from qa.assistant import Assistant
from qa.domain import Answer, Claim, Piece, Stage
from qa.retrieval.question import read_question
from tests.answering.model.serving import QUESTION, number_of, with_endpoint
from tests.conftest import make_settings
from tests.openai_server import MODEL, Script

LIST = "2023年开工建设的产业项目有哪些？"


@pytest.fixture
def served(assistant: Assistant, endpoint: tuple[str, Script]) -> tuple[Assistant, Script]:
    """The assistant of the session, answering through the loopback endpoint."""
    base_url, script = endpoint
    return with_endpoint(assistant, base_url), script


def test_answer_is_streamed_verified_and_cited(served: tuple[Assistant, Script]) -> None:
    assistant, script = served
    script.reply = "去年新建高标准农田391.3万亩[1]。去年完成的高标准农田是391.3万亩[1]。"
    events = list(assistant.stream(QUESTION))
    assert [event.name for event in events if isinstance(event, Stage)] == ["检索", "撰写", "核对"]
    pieces = [event.text for event in events if isinstance(event, Piece)]
    assert pieces == [
        "去年新建高标准农田391.3万亩[1]。",
        "去年新建高标准农田391.3万亩[1]。去年完成的高标准农田是391.3万亩[1]。",
    ]
    answer = events[-1]
    assert isinstance(answer, Answer)
    assert (answer.status, answer.mode) == ("answered", "llm")
    assert [claim.verdict for claim in answer.claims] == ["quoted", "quoted"]
    report = assistant.report(answer.citations[0].report)
    assert all(report.text[c.start : c.end] == c.quote for c in answer.citations)
    assert answer.tokens == {"input": 100, "output": 20}
    body = script.requests[0]
    assert (body["model"], body["stream"]) == (MODEL, True)


def test_wrong_figure_is_withheld_and_counted(served: tuple[Assistant, Script]) -> None:
    assistant, script = served
    script.reply = "新建高标准农田391.3万亩[1]。新建高标准农田319.3万亩[1]。"
    answer = assistant.ask(QUESTION)
    assert "319.3" not in answer.text
    assert "391.3万亩" in answer.text
    assert [claim.verdict for claim in answer.claims] == ["quoted", "unverified"]
    assert any("1 句" in notice for notice in answer.notices)


def test_unknown_numbers_are_dropped_and_counted(served: tuple[Assistant, Script]) -> None:
    assistant, script = served
    script.reply = lambda body: f"新建高标准农田391.3万亩[{number_of(body, '391.3万亩')}][98][99]。"
    answer = assistant.ask(QUESTION)
    assert len(answer.citations) == 1
    assert any("2 个不存在" in notice for notice in answer.notices)


def test_missing_reference_is_found_where_only_one_sentence_bears_the_statement(
    served: tuple[Assistant, Script],
) -> None:
    assistant, script = served
    script.reply = "去年新建高标准农田391.3万亩。"
    answer = assistant.ask(QUESTION)
    assert answer.mode == "llm"
    assert "391.3万亩" in answer.citations[0].quote


def test_nothing_that_stands_gives_the_extractive_answer_with_a_notice(served: tuple[Assistant, Script]) -> None:
    assistant, script = served
    script.reply = "据我所知大约是500万亩[1]。"
    answer = assistant.ask(QUESTION)
    assert answer.mode == "extractive"
    assert "391.3万亩" in answer.text
    assert "500" not in answer.text
    assert any("核对" in notice for notice in answer.notices)


def written(assistant: Assistant, abstention: Answer | None) -> Answer:
    """What becomes of a keyless answer that only offers candidates."""
    candidates = [cite(s) for s in assistant.reports[0].sentences if "391.3万亩" in s.text or "496.9亿斤" in s.text]
    text = "\n".join(f"• {quote.quote}" for quote in candidates)
    keyless = Answer(
        "answered", text, "extractive", tuple(candidates), tuple(Claim(c.quote, (), "quoted") for c in candidates)
    )
    asked, hits = read_question(QUESTION, 2023), assistant.search(QUESTION)
    *_, answer = Writer(assistant.settings).write(
        asked, keyless, hits, Job(time.monotonic() + 60), doubtful=True, abstention=abstention
    )
    assert isinstance(answer, Answer)
    return answer


def test_model_says_which_candidate_it_is_and_the_others_stay(served: tuple[Assistant, Script]) -> None:
    assistant, script = served
    script.reply = lambda body: f"去年新建高标准农田391.3万亩[{number_of(body, '391.3万亩')}]。"
    first, *others = written(assistant, None).text.splitlines()
    assert first == "• 去年新建高标准农田391.3万亩[1]。"
    assert "496.9亿斤" in "".join(others)


def test_model_that_finds_nothing_among_candidates_leaves_them_to_the_reader(served: tuple[Assistant, Script]) -> None:
    assistant, script = served
    script.reply = "报告未提及。"
    answer = written(assistant, None)
    assert (answer.status, answer.mode) == ("answered", "extractive")
    assert any("没有直接回答" in notice for notice in answer.notices)


def test_model_that_finds_nothing_is_believed_where_there_is_an_abstention(served: tuple[Assistant, Script]) -> None:
    assistant, script = served
    script.reply = "报告未提及。"
    answer = written(assistant, Answer("abstained", "报告未提及这件事。", "extractive"))
    assert (answer.status, answer.mode, answer.text) == ("abstained", "llm", "报告未提及这件事。")


def test_model_may_choose_a_quote_by_its_number(served: tuple[Assistant, Script]) -> None:
    assistant, script = served
    script.reply = "[1]"
    answer = assistant.ask(QUESTION)
    assert (answer.mode, answer.citations[0].marker) == ("llm", 1)
    assert "391.3万亩" in answer.text


@pytest.mark.parametrize(
    ("reply", "told"),
    [
        ("去年新建了一批高标准农田[1]。", "391.3万亩"),  # loses the figure
        ("391.3万亩[1]。", "说的是什么"),  # says nothing of what it is
        ("报告未提及。", "没有找到"),
        ("新建高标准农田391.3万亩以上[1]。", "核对"),
        (
            "新建高标准农田391.3万亩，这是新建高标准农田的面积，新建的高标准农田就是这391.3万亩，高标准农田新建391.3万亩，这391.3万亩都是新建高标准农田[1]。",
            "过长",
        ),
    ],
)
def test_model_that_makes_the_answer_worse_does_not_stand(
    served: tuple[Assistant, Script], reply: str, told: str
) -> None:
    assistant, script = served
    script.reply = reply
    answer = assistant.ask(QUESTION)
    assert answer.mode == "extractive"
    assert "391.3万亩[1]" in answer.text
    assert any(told in notice for notice in answer.notices)


def test_list_that_loses_an_item_does_not_stand(served: tuple[Assistant, Script]) -> None:
    assistant, script = served
    keyless = Assistant(make_settings(assistant.settings.data_dir), assistant.reports, assistant.retriever).ask(LIST)
    last = keyless.claims[0].text.rstrip("。").split("、")[-1]
    script.reply = f"{keyless.claims[0].text}[1]"
    assert assistant.ask(LIST).mode == "llm"
    script.reply = f"{keyless.claims[0].text.replace(f'、{last}', '')}[1]。"
    answer = assistant.ask(LIST)
    assert (answer.mode, answer.text) == ("extractive", keyless.text)
    assert any("漏掉" in notice for notice in answer.notices)


def test_what_does_not_stand_is_repaired_once(served: tuple[Assistant, Script]) -> None:
    assistant, script = served
    replies = iter(["去年新建高标准农田931.3万亩[1]。", "去年新建高标准农田391.3万亩[1]。"])
    script.reply = lambda body: next(replies)
    answer = assistant.ask(QUESTION)
    assert (answer.mode, answer.text) == ("llm", "去年新建高标准农田391.3万亩[1]。")
    assert answer.tokens == {"input": 200, "output": 40}
    assert "931.3" in script.requests[1]["messages"][1]["content"]
    assert not any("核对不上" in notice for notice in answer.notices)


def test_repair_that_fails_is_the_last(served: tuple[Assistant, Script]) -> None:
    assistant, script = served
    script.reply = "去年新建高标准农田931.3万亩[1]。"
    assert assistant.ask(QUESTION).mode == "extractive"
    assert len(script.requests) == 2


def test_cost_is_told_where_prices_are_set(assistant: Assistant, endpoint: tuple[str, Script]) -> None:
    base_url, script = endpoint
    script.reply = "去年新建高标准农田391.3万亩[1]。"
    answer = with_endpoint(assistant, base_url, price_input=2.0, price_output=8.0).ask(QUESTION)
    # (100 · 2 + 20 · 8) / 1,000,000
    assert "费用 0.000360" in answer.notices[-1]


def test_reasoning_is_not_shown(served: tuple[Assistant, Script]) -> None:
    assistant, script = served
    script.reasoning = "也许是500万亩，让我想想。"
    script.reply = "<think>或者是600万亩[1]。</think>去年新建高标准农田391.3万亩[1]。"
    answer = assistant.ask(QUESTION)
    assert answer.text == "去年新建高标准农田391.3万亩[1]。"
    assert not any("600" in notice for notice in answer.notices)


def test_model_that_finds_nothing_is_not_believed_where_the_report_says_it(served: tuple[Assistant, Script]) -> None:
    assistant, script = served
    script.reply = "报告未提及。"
    answer = assistant.ask(QUESTION)
    assert (answer.status, answer.mode) == ("answered", "extractive")
    assert any("模型没有找到" in notice for notice in answer.notices)


def test_arithmetic_is_never_left_to_the_model(served: tuple[Assistant, Script]) -> None:
    assistant, script = served
    answer = assistant.ask("高标准农田今年的目标比去年完成的少多少？")
    assert script.requests == []
    assert "102.3" in answer.text
    assert answer.claims[0].verdict == "computed"
    assert answer.claims[0].computation == "391.3 − 289 = 102.3（万亩）"


def test_no_model_is_asked_where_the_report_cannot_answer(served: tuple[Assistant, Script]) -> None:
    assistant, script = served
    answer = assistant.ask("浙江去年新建高标准农田多少？")
    assert answer.status == "abstained"
    assert script.requests == []


def test_embeddings_through_an_endpoint(tmp_path: Path, endpoint: tuple[str, Script]) -> None:
    """Texts travel as text, never as token ids, and the index is built with the endpoint's vectors."""
    base_url, script = endpoint
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "2023_某省.txt").write_text(
        "一、2022年工作回顾\n新建高标准农田391.3万亩。粮食产量496.9亿斤。\n", encoding="utf-8"
    )
    settings = make_settings(
        tmp_path / "data", seeds_dir=tmp_path / "seeds", embedding_model="embed", embedding_base_url=base_url
    )
    assistant = Assistant.open(settings)
    assert assistant.search("高标准农田多少万亩", 1)[0].sentence.text.startswith("新建高标准农田")
    sent = [
        text
        for body in script.requests
        for text in ([body["input"]] if isinstance(body["input"], str) else body["input"])
    ]
    assert all(isinstance(text, str) for text in sent)
