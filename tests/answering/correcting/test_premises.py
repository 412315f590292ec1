"""A figure that a question takes for granted is corrected where the report has another."""

import pytest

from qa.assistant import Assistant


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("去年GDP增长5%以上，主要靠什么", ["增长2.1%", "2023年的目标：地区生产总值增长5%以上"]),
        ("去年失业率控制到5.5%了，怎么做到的", ["2023年的目标：城镇调查失业率控制在5.5%左右"]),
        ("去年新上市公司有70家，怎么做到的", ["新增上市公司7家"]),
        ("为什么去年GDP下降了2.1%", ["地区生产总值增长2.1%"]),
        ("今年粮食目标定了500亿斤以上，压力大不大", ["粮食产量480亿斤以上"]),
    ],
)
def test_the_reports_figure_comes_first(assistant: Assistant, question: str, says: list[str]) -> None:
    lines = assistant.ask(question).text.split("\n")
    assert len(lines) == len(says)
    assert all(wanted in line for wanted, line in zip(says, lines, strict=True))


def test_a_figure_that_stands_is_left_alone(assistant: Assistant) -> None:
    assert "391.3万亩" in assistant.ask("去年建的391.3万亩高标准农田算新建的吗").text
