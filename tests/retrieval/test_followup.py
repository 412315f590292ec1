"""A conversation's last question as it stands on its own: what it takes from the one before, and when it takes nothing."""

import pytest

from qa.retrieval.followup import resolve


def apart(some: object, others: object) -> bool:
    """No clause speaks of both."""
    return False


@pytest.mark.parametrize(
    "question",
    [
        "你好",
        "谢谢啦！",
        "好的，那谢谢",
        "谁作的报告",
        "报告是哪天作的",
        "这份报告什么时候发表的？",
        "换个话题，艺术节今年办第几届了？",
        "去年就业人数",
    ],
)
def test_what_has_nothing_to_do_with_the_question_before(question: str) -> None:
    assert resolve(question, [("去年粮食产量多少", "496.9亿斤")], apart) == question


@pytest.mark.parametrize(
    ("before", "question", "resolved"),
    [
        ("今年要建多少个产学研联盟", "那成果转化率要到多少", "今年那成果转化率要到多少"),
        ("去年退休金涨了多少", "那今年要改造多少老旧小区", "那今年要改造多少老旧小区"),
        ("大连去年粮食产量多少", "另外医保补助提高多少", "大连去年另外医保补助提高多少"),
    ],
)
def test_a_full_question_takes_the_year_and_the_place_alone(before: str, question: str, resolved: str) -> None:
    assert resolve(question, [(before, "…")], apart) == resolved


@pytest.mark.parametrize(
    ("before", "question", "resolved"),
    [
        ("山东GDP去年增长多少", "总量呢", "山东GDP去年增长多少 总量呢"),
        ("城镇新增就业多少", "预期目标呢", "城镇新增就业多少 预期目标呢"),
        ("城镇居民收入增长多少", "农村比城镇快多少", "城镇居民收入增长多少 农村比城镇快多少"),
        ("沈阳有哪几条地铁要建成", "大连呢", "有哪几条地铁要建成 大连呢"),
        ("引进了几个项目", "总共投资多少", "引进了几个项目 总共投资多少"),
        ("锂电池产量增长多少", "为什么这么快", "锂电池产量增长 为什么这么快"),
        ("吉林粮食产量是多少", "排全国第几", "吉林粮食产量 排全国第几"),
        ("医养结合机构有多少家", "还有吗", "医养结合机构有多少家 还有吗"),
    ],
)
def test_what_names_no_subject_of_its_own_keeps_the_one_before(before: str, question: str, resolved: str) -> None:
    assert resolve(question, [(before, "…")], apart) == resolved


def test_another_ordinal_takes_the_place_of_the_one_before() -> None:
    assert resolve("第四条呢", [("政府自身建设第一条讲什么", "…")]) == "政府自身建设第四条讲什么"
    assert resolve("第三年呢", [("三年行动第一年要到什么水平", "…"), ("明年呢", "…")]).startswith("三年行动第三年")
    assert resolve("第三年呢", [("三年行动怎么安排", "…")]) == "三年行动怎么安排 第三年呢"
