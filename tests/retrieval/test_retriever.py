"""Retrieval over the seed: what is asked comes first, and it composes with LangChain."""

from pathlib import Path

import pytest

from qa.assistant import Assistant
from qa.retrieval.followup import resolve
from qa.retrieval.langchain import ReportRetriever
from tests.conftest import make_settings


@pytest.mark.parametrize(
    ("question", "holds"),
    [
        ("去年高标准农田完成了多少", "新建高标准农田391.3万亩"),
        ("高标准农田今年的目标", "建设高标准农田289万亩"),
        ("城里和乡下的低保一个月多少钱", "城乡低保月均标准分别提高到727元和563元"),
        ("How much grain was produced in 2022?", "粮食总产量496.9亿斤"),
    ],
)
def test_the_needed_sentence_is_among_the_first(assistant: Assistant, question: str, holds: str) -> None:
    assert any(holds in hit.sentence.text for hit in assistant.search(question, 3))


def test_the_asked_period_comes_first(assistant: Assistant) -> None:
    done = assistant.search("去年营造林多少万亩", 1)[0].sentence
    target = assistant.search("今年营造林目标多少万亩", 1)[0].sentence
    assert (done.period, str(done.status)) == ("2022", "完成")
    assert (target.period, str(target.status)) == ("2023", "目标")


def test_score_is_the_sum_of_its_parts(assistant: Assistant) -> None:
    hits = assistant.search("去年粮食产量", 20)
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    for hit in hits:
        assert hit.score == pytest.approx(sum(hit.parts.values()), abs=1e-3)


def test_words_alone_find_what_shares_them(assistant: Assistant) -> None:
    hits = assistant.retriever.search("高标准农田", 3, dense=False)
    assert "高标准农田" in hits[0].sentence.text
    assert all(hit.parts["dense"] == 0 for hit in hits)


def test_langchain_retriever_gives_verbatim_documents(assistant: Assistant) -> None:
    documents = ReportRetriever(retriever=assistant.retriever, k=4).invoke("去年粮食产量")
    assert len(documents) == 4
    for document in documents:
        text = assistant.report(document.metadata["report"]).text
        assert text[document.metadata["start"] : document.metadata["end"]] == document.page_content


@pytest.mark.parametrize(
    ("question", "resolved"),
    [
        ("那农村的呢？", "农村居民收入增长多少"),
        ("低收入的呢？", "低收入城镇居民收入增长多少"),
        ("去年新增专项债券多少亿元？", "去年新增专项债券多少亿元？"),
        ("今年的目标比去年少多少？", "今年城镇居民收入增长目标比去年少多少"),
    ],
)
def test_a_question_that_leans_on_the_last_one_brings_it_along(question: str, resolved: str) -> None:
    assert resolve(question, [("城镇居民收入增长多少", "2.2%")]) == resolved
    assert resolve(question, []) == question


def test_another_subject_takes_the_place_of_the_one_before(assistant: Assistant) -> None:
    history = [("去年高标准农田完成了多少？", "新建高标准农田391.3万亩[1]。")]
    assert "496.9亿斤" in assistant.ask("粮食呢", history).text
    assert "289万亩" in assistant.ask("那今年呢", history).text


def test_a_narrower_subject_is_added_to_the_one_before(assistant: Assistant) -> None:
    assert resolve("社区的呢", [("养老服务怎么做", "…")], assistant.retriever.together) == "社区养老服务怎么做"


def test_the_last_years_are_five_where_a_report_reviews_five(assistant: Assistant, tmp_path: Path) -> None:
    asked = assistant.retriever.read("这几年GDP平均增长多少")
    assert (asked.first, asked.last) == (2018, 2022)
    (tmp_path / "2025_甲省.txt").write_text(
        "政府工作报告\n　　一、2024年工作回顾\n　　过去一年，耕地总量连续4年净增加。\n", encoding="utf-8"
    )
    one_year = Assistant.open(make_settings(seeds_dir=tmp_path, data_dir=tmp_path / "data"))
    assert one_year.retriever.read("能种的田这几年是多了还是少了").first is None
