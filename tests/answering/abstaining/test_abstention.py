"""A question is left unanswered for what the report does not say, not for how it is worded."""

import pytest

from qa.answering.abstaining.expected import detail
from qa.answering.facts.asked_unit import unit_fit
from qa.answering.figures import find_figures
from qa.assistant import Assistant
from qa.domain import Hit, Sentence, Status
from qa.retrieval.question import read_question


def _hit(text: str) -> Hit:
    return Hit(Sentence("r", 0, 0, 0, len(text), text, (), "2024", Status.DONE), 1.0, {})


@pytest.mark.parametrize(
    ("question", "sentence", "missing"),
    [
        ("开车过海要花多久", "车程最短缩至30分钟。", ""),
        ("这条路什么时候通车", "车程最短缩至30分钟。", "具体的时间"),
        ("第26届省运会在哪个市开", "办好第26届省运会，备战冬奥会。", "具体的地点"),
        ("哪个市获评国际湿地城市", "盘锦获评国际湿地城市。", ""),
        ("物价控制线划在哪", "居民消费价格涨幅3%左右。", ""),
        ("15项重大工程都叫什么", "以15项重大工程为抓手，建设打基础、利长远的项目。", "其中每一项的名称，只给出了数量"),
        ("4个实验室都叫什么", "辽宁材料、辽河、滨海、黄海等4个实验室挂牌。", ""),
        ("沈阳的新厂叫什么", "新厂里达工厂投产，带动22家企业。", ""),
    ],
)
def test_the_detail_asked_for(question: str, sentence: str, missing: str) -> None:
    assert detail(read_question(question, 2025), [_hit(sentence)], []) == missing


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
