"""Two amounts asked for in one breath are two questions; what asks further of one, or computes from both, is one."""

import doctest

import pytest

from qa.retrieval import breaths
from qa.retrieval.breaths import in_one_breath


def parts(question: str) -> list[str]:
    return in_one_breath(question, lambda some, others: True)


def test_examples() -> None:
    assert doctest.testmod(breaths).failed == 0


@pytest.mark.parametrize(
    ("question", "both"),
    [
        ("2022年粮食产量多少，今年目标多少", ["2022年粮食产量多少", "今年粮食产量目标多少"]),
        ("新增上市公司多少家，小巨人企业多少家", ["新增上市公司多少家", "小巨人企业多少家"]),
        ("去年城镇居民收入增长多少？农村的呢？", ["去年城镇居民收入增长多少", "去年农村居民收入增长多少"]),
    ],
)
def test_the_second_takes_from_the_first_what_it_leaves_out(question: str, both: list[str]) -> None:
    assert parts(question) == both


@pytest.mark.parametrize(
    "question",
    [
        "去年粮食产量多少",
        "高新技术企业达到多少家，增长多少",
        "城市和农村低保哪个高，相差多少",
        "去年建了多少公里，比前年多多少",
        "现在有多少家，跟五年前比呢",
        "概括一下养老举措，要多少字都行",
    ],
)
def test_one_question_stays_one(question: str) -> None:
    assert parts(question) == [question]
