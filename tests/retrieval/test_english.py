"""An English question is put in Chinese, word by word, and answered as one in Chinese is."""

import doctest

import pytest

from qa.retrieval import english
from qa.retrieval.english import in_chinese, is_english
from qa.retrieval.kinds import Kind
from qa.retrieval.operations import Operation
from qa.retrieval.question import read_question


def test_examples() -> None:
    assert doctest.testmod(english).failed == 0


@pytest.mark.parametrize("question", ["GDP今年的目标", "PM2.5", "去年CPI和PPI涨了多少", "5G基站", "What"])
def test_names_in_latin_letters_make_no_question_english(question: str) -> None:
    assert not is_english(question)
    assert in_chinese(question) == question


@pytest.mark.parametrize(
    ("question", "chinese"),
    [
        ("How many new urban jobs in 2023?", "2023年城镇新增就业多少"),
        ("Did rural incomes outpace urban ones over the five years?", "过去五年农村居民人均可支配收入比城镇高多少"),
        ("difference between urban and rural dibao", "城镇和农村低保标准相差多少"),
        ("How far above the 2023 goal was the 2022 grain harvest?", "2023年和2022年粮食产量目标相差多少"),
        ("Summarize the goals for 2023", "概述2023年主要预期目标"),
        ("How many times is 振兴 mentioned?", "报告提到几次“振兴”"),
        ("Any mention of artificial intelligence?", "报告有没有提到“人工智能”"),
        ("Who delivered the report?", "这份报告是谁作的"),
        ("Who is the mayor of Shenyang?", "沈阳市长是谁"),
        ("Did they meet the grain target last year?", "去年粮食产量目标完成了吗"),
        ("What did Tesla invest?", " Tesla 投资"),
    ],
)
def test_a_question_reads_as_it_is_meant(question: str, chinese: str) -> None:
    assert in_chinese(question) == chinese


def test_of_two_names_the_one_that_the_reports_use_is_taken() -> None:
    assert in_chinese("How much is the dibao standard?", lambda term: True).startswith("低保")
    used = in_chinese("GDP growth", lambda term: term == "国内生产总值")
    assert used == "GDP growth"  # no English sentence: the lexicon knows it
    assert "国内生产总值" in in_chinese("What is the gross domestic product?", lambda term: term == "国内生产总值")


def test_kind_period_and_operation_are_read_from_it() -> None:
    asked = read_question(in_chinese("Which is higher, the urban or the rural allowance in 2022?"), 2023)
    assert (asked.operation, asked.first, asked.forward) == (Operation.DIFFERENCE, 2022, False)
    assert read_question(in_chinese("Give me an overview of the targets"), 2023).kind is Kind.SUMMARY
