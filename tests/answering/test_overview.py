"""Overviews of a made report: the aims in full, the asked period, figures before slogans, nothing else."""

from pathlib import Path

import pytest

from qa.assistant import Assistant
from tests.conftest import make_settings

REPORT = """各位代表：
现在，我代表省人民政府，向大会报告工作，请予审议。
一、2022年工作回顾
（一）民生福祉不断增进。民生保障有力有效。新建养老机构120家。改造老旧小区356个，惠及居民9万户。发放育儿补贴3.2亿元。群众获得感不断增强。
（二）交通建设提速。新建高速公路210公里。改造农村公路1300公里。两座机场投入使用。
五年来，我们改造老旧小区2400个，新建养老机构700家。
二、2023年重点工作
今年全省经济社会发展的主要预期目标是：地区生产总值增长5%以上；城镇新增就业40万人左右；居民消费价格涨幅3%左右；粮食产量保持稳定。
（一）推动房地产市场平稳健康发展。坚持“房住不炒”，扎实做好保交楼工作。建设保障性租赁住房3万套。
（二）发展交通。新建高速公路150公里。
"""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder: Path = tmp_path_factory.mktemp("overview")
    (folder / "seeds").mkdir()
    (folder / "seeds" / "2023_某省.txt").write_text(REPORT, encoding="utf-8")
    return Assistant.open(make_settings(folder / "data", seeds_dir=folder / "seeds"))


@pytest.mark.parametrize(
    ("question", "says", "does_not_say"),
    [
        ("今年的主要预期目标概括一下", ("5%以上", "40万人左右", "3%左右", "粮食产量保持稳定"), ()),
        ("去年民生改善了哪些，说几条", ("120家", "356个", "3.2亿元"), ("2400个", "700家")),
        ("楼市今年是什么态度？归纳几点", ("房住不炒", "保交楼", "3万套"), ("120家", "40万人左右")),
        ("去年交通建设怎么样", ("210公里", "1300公里"), ("150公里",)),
    ],
)
def test_an_overview_holds_what_is_told_of_the_subject(
    made: Assistant, question: str, says: tuple[str, ...], does_not_say: tuple[str, ...]
) -> None:
    answer = made.ask(question)
    assert answer.status == "answered"
    for told in says:
        assert told in answer.text
    for other in does_not_say:
        assert other not in answer.text


def test_an_overview_keeps_the_order_of_the_report_and_its_length(assistant: Assistant) -> None:
    answer = assistant.ask("老百姓的日子去年有哪些改善，能给个总览吗")
    starts = [citation.start for citation in answer.citations]
    assert starts == sorted(starts)
    assert len(answer.text.splitlines()) <= 10
