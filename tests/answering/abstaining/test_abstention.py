"""A question is left unanswered for what the report does not say, not for how it is worded."""

import pytest

from qa.answering.facts.asked_unit import unit_fit
from qa.answering.figures import find_figures
from qa.assistant import Assistant


@pytest.mark.parametrize(
    ("question", "text", "fits"),
    [
        ("最长能待几个钟头", "停留时间延长至240小时", True),
        ("养老金今年涨百分之几", "最低标准再提高20元", False),
        ("抱回来几块金牌", "获得62枚金牌", True),
        ("一顿饭贴几块钱", "建成饭堂3652个", False),
    ],
)
def test_the_unit_asked_for(question: str, text: str, fits: bool) -> None:
    (figure,) = (figure for figure in find_figures(text) if figure.kind == "quantity")
    assert (unit_fit(question, figure) > 0) is fits


@pytest.mark.parametrize(
    "question",
    [
        "今年军费预算多少钱",
        "辽宁的部长叫什么名字",
        "辽宁现在最低工资标准是多少",
        "2023年辽宁GDP最后增长了多少",
        "辽宁常住人口和出生率怎么样",
    ],
)
def test_what_is_not_there(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question).status == "abstained"
