"""Whether a figure is of another sort than the one asked for."""

import pytest

from qa.answering.abstaining.aspects import of_another_sort, of_now
from qa.answering.facts import Figured
from qa.answering.figures import find_figures
from qa.domain import Sentence, Status


@pytest.mark.parametrize(
    ("question", "text", "other"),
    [
        ("粮食平均一亩打多少斤", "粮食总产量1100亿斤", True),
        ("粮食平均一亩打多少斤", "粮食亩产提高到420公斤", False),
        ("一万个人手里有几项发明", "万人有效发明专利15.2件", False),
        ("去年一年发了多少列，不要累计的", "中欧班列累计开行1.1万列", True),
        ("中欧班列发了多少列", "中欧班列累计开行1.1万列", False),
        ("那个200亿的基金投出去多少了", "设立200亿元产业投资基金", True),
        ("去年46.2万新就业的人里，大学生有多少", "城镇新增就业46.2万人", True),
        ("农村低保占城镇低保的比例降到77%，是真的吗", "最低比例从77%提高到80%以上", False),
        ("年均增长多少", "地区生产总值增长5%", False),
    ],
)
def test_of_another_sort(question: str, text: str, other: bool) -> None:
    figure = next(figure for figure in find_figures(text) if figure.kind == "quantity")
    sentence = Sentence("r", 0, 0, 0, len(text), text, (), "2022", Status.DONE)
    assert of_another_sort(question, Figured(sentence, figure, 0, len(text), 1, 1, 1, 0, 0, 0)) is other


def test_of_now() -> None:
    assert of_now("现在有多少家")
    assert not of_now("今年要新增多少家")
