"""What a question wants computed: every form by its example, what only looks like one, and the things set beside each other."""

import doctest

import pytest

from qa.retrieval import operations
from qa.retrieval.operations import CUES, Cue, Operation, parts, read_operation
from qa.retrieval.question import read_question


@pytest.mark.parametrize("cue", CUES, ids=lambda cue: cue.example)
def test_every_form_is_read_from_its_example(cue: Cue) -> None:
    assert cue.pattern.search(cue.example)
    assert read_operation(cue.example) is cue.operation


@pytest.mark.parametrize(
    "question",
    [
        "去年粮食产量多少",
        "汽车跟外省怎么搞合作",
        "还要新建多少个美丽乡村",
        "一般公共预算收入多少",
        "每个月最少给多少钱",
        "超长期特别国债上年发了多少",
        "可再生能源装机占比多少",
        "人平均能活到多大年纪",
        "城镇化率达到多少",
    ],
)
def test_a_plain_question_wants_nothing_computed(question: str) -> None:
    assert read_operation(question) is None


def test_a_share_of_what_is_to_be_added_up_is_asked_of_the_sum() -> None:
    assert read_operation("赤字、专项债、国债三笔加总是多少？专项债占几成") is Operation.SUM
    assert read_operation("三笔里专项债占几成") is Operation.SHARE


@pytest.mark.parametrize(
    "question", ["外资比上年多了多少", "5G基站比五年前多了多少", "占全国的份额五年多了几个百分点", "产量去年多了几成"]
)
def test_one_thing_beside_its_own_past_is_a_change(question: str) -> None:
    assert read_question(question, 2023).operation is Operation.CHANGE


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("脱贫人口务工规模是大学毕业生的几倍", ["脱贫人口务工规模", "大学毕业生的几倍"]),
        ("全省汽车里新能源车占百分之几", ["全省汽车", "新能源车", "百分之几"]),
        ("今年的目标里，交通、能源和水利投资一共多少", ["今年的目标里", "交通", "能源", "水利投资"]),
        ("公共预算和增加值哪个高，高多少", ["公共预算", "增加值哪个高"]),
        ("城里人和乡下人收入涨幅差几个点", ["城里人", "乡下人收入涨幅差几个点"]),
        ("奖助学金惠及的学生是领补助人数的几倍", ["奖助学金惠及的学生", "领补助人数的几倍"]),
    ],
)
def test_the_parts_that_name_things(question: str, named: list[str]) -> None:
    assert parts(question, read_operation(question)) == named


def test_the_examples_in_docstrings() -> None:
    assert doctest.testmod(operations).failed == 0


@pytest.mark.parametrize(
    ("question", "operation"),
    [
        ("哪两家钢厂合到一块儿了", None),
        ("过去五年平均下来农村居民收入增幅比城镇高几个点", Operation.DIFFERENCE),
        ("五年平均每年改造多少老旧小区", Operation.MEAN),
        ("建议和提案加一块儿多少件", Operation.SUM),
    ],
)
def test_words_for_an_operation_that_ask_for_another_or_none(question: str, operation: Operation | None) -> None:
    assert read_operation(question) is operation
