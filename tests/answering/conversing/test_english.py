"""Who asks in English is told what the figures are, and that a report does not answer."""

import doctest
from pathlib import Path

import pytest

from qa.answering.conversing import english
from qa.answering.conversing.english import figure_in_english
from qa.answering.figures import find_figures
from qa.assistant import Assistant
from qa.domain import Answer
from tests.conftest import make_settings

REPORT = """2023年某省政府工作报告

一、2022年工作回顾

全年地区生产总值增长2.1%，粮食总产量496.9亿斤。城乡低保月均标准分别提高到727元和563元。

二、2023年重点工作

今年全省城镇新增就业45万人左右。建设改造农村公路5000公里。
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    seeds: Path = tmp_path_factory.mktemp("seeds")
    (seeds / "2023_某省.txt").write_text(REPORT, encoding="utf-8")
    return Assistant.open(make_settings(tmp_path_factory.mktemp("data"), seeds_dir=seeds))


def ask(assistant: Assistant, question: str) -> Answer:
    return assistant.ask(question)


def test_examples() -> None:
    assert doctest.testmod(english).failed == 0


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("粮食总产量496.9亿斤", "49.69 billion jin (0.5 kg)"),
        ("科技型中小企业超过2.6万家", "more than 26,000"),
        ("降为31微克/立方米", "lowered to 31 µg/m³"),
        ("新增装机3.7亿千瓦", "370 million kW"),
        ("赤字规模5.66万亿元", "5.66 trillion yuan"),
        ("高铁里程3000公里", "3,000 km"),
        ("约0.5吨", ""),
    ],
)
def test_a_figure_is_told_exactly(text: str, told: str) -> None:
    assert figure_in_english(find_figures(text)[0]) == told or not told


def test_a_fact_is_quoted_and_its_figure_told(assistant: Assistant) -> None:
    answer = ask(assistant, "How many new urban jobs in 2023?")
    assert "城镇新增就业45万人左右[1]" in answer.text
    assert answer.resolved == "2023年城镇新增就业多少"
    assert "In English: 45万人 = about 450,000 people (2023, target)." in answer.notices


def test_a_difference_is_computed(assistant: Assistant) -> None:
    answer = ask(assistant, "How much higher is the urban dibao than the rural one?")
    assert "727 − 563 = 164" in answer.text
    assert any("164 yuan (computed)" in notice for notice in answer.notices)


def test_what_the_report_does_not_say_is_said_in_english(assistant: Assistant) -> None:
    answer = ask(assistant, "Who is the mayor of Shenyang?")
    assert answer.status == "abstained"
    assert answer.text.startswith("The report does not answer this. 报告未提及")


def test_a_question_in_chinese_is_answered_without_english(assistant: Assistant) -> None:
    answer = ask(assistant, "2023年城镇新增就业多少")
    assert not answer.notices
    assert not answer.resolved
