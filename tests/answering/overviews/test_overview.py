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


REVIEW = """各位代表：
现在，我代表省人民政府，向大会报告工作，请予审议。
一、2025年工作回顾
全年地区生产总值增长5.5%，城镇新增就业46万人，居民消费价格上涨0.2%，居民人均可支配收入增长6.1%。
（一）社会事业全面进步。就业方面，职业技能培训12万人次。养老方面，新增家庭养老床位1.4万张。长期护理保险覆盖563万人。住房方面，改造老旧小区13.7万户。文体方面，举办群众性赛事9万场。
（二）绿色发展成效明显。深入打好污染防治攻坚战。PM2.5平均浓度降为31微克/立方米。地表水优良水质占比提高到88.7%。营造林158万亩。
（三）科技创新动力增强。新建中试基地22家。攻克关键核心技术29项。技术合同成交额增长39%。
二、2026年重点工作
今年经济社会发展主要预期目标是：地区生产总值增长5%左右；城镇新增就业45万人以上；居民消费价格涨幅2%左右。
（一）推动经济发展。实施重点项目1200个。
（二）繁荣文化体育。办好省第十四届运动会。实施“三大球”振兴计划，建设体育强省。
三、加强政府自身建设
一是永葆绝对忠诚。坚持党的领导。
二是践行为民宗旨。解决急难愁盼问题。
三是恪守廉洁本色。用廉洁指数换取群众的满意指数。
"""


@pytest.fixture(scope="module")
def review(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder: Path = tmp_path_factory.mktemp("review")
    (folder / "seeds").mkdir()
    (folder / "seeds" / "2026_某省.txt").write_text(REVIEW, encoding="utf-8")
    return Assistant.open(make_settings(folder / "data", seeds_dir=folder / "seeds"))


@pytest.mark.parametrize(
    ("question", "says", "does_not_say"),
    [
        ("去年经济总体怎么样，给我几个数", ("5.5%", "46万人", "0.2%", "6.1%"), ("45万人以上",)),
        ("帮我列一下今年的主要预期目标，领导讲话稿要用", ("5%左右", "45万人以上", "2%左右"), ("1200个", "46万人")),
        ("去年养老这块做得怎么样", ("1.4万张", "563万人"), ("13.7万户", "9万场", "12万人次")),
        ("去年环保成绩总结", ("31微克", "88.7%", "158万亩"), ("13.7万户", "39%")),
        ("科技创新去年有啥拿得出手的", ("22家", "29项", "39%"), ("31微克",)),
        ("体育今年有啥安排", ("第十四届运动会", "三大球"), ("5%左右",)),
        ("报告最后一部分讲了哪几条", ("绝对忠诚", "为民宗旨", "廉洁本色"), ("1200个",)),
        ("政府打算怎么管好自己", ("绝对忠诚", "为民宗旨", "廉洁本色"), ("1200个",)),
    ],
)
def test_an_overview_is_of_what_is_asked(
    review: Assistant, question: str, says: tuple[str, ...], does_not_say: tuple[str, ...]
) -> None:
    text = review.ask(question).text
    assert [told for told in says if told not in text] == []
    assert [other for other in does_not_say if other in text] == []


def test_what_one_sentence_of_the_last_part_says_is_no_outline(review: Assistant) -> None:
    assert "廉洁指数" in review.ask("报告最后说要用政府的哪些“指数”去换群众的满意指数").text
