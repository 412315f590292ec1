"""What a question asks for: period, done or aimed at, places, kind of answer."""

import pytest

from qa.domain import Sentence, Status
from qa.retrieval.kinds import Kind, Want
from qa.retrieval.places import asked_places, places_in
from qa.retrieval.question import agreement, read_question

YEAR = 2023


@pytest.mark.parametrize(
    ("question", "first", "last", "forward"),
    [
        ("去年高标准农田完成了多少", 2022, 2022, False),
        ("22年GDP涨了几个点", 2022, 2022, False),
        ("2022年粮食产量", 2022, 2022, False),
        ("２０２２年粮食产量", 2022, 2022, False),
        ("今年计划修多少公里农村公路", 2023, 2023, True),
        ("今年GDP多少", 2023, 2023, True),
        ("今年GDP最后增长了多少", 2023, 2023, False),
        ("2023年粮食到底收了多少斤", 2023, 2023, False),
        ("今年实际使用外资要涨多少", 2023, 2023, True),
        ("今年养老金到底涨几个点", 2023, 2023, True),
        ("明年经济要怎么样", 2024, 2024, True),
        ("前年进出口", 2021, 2021, False),
        ("过去五年GDP平均增长多少", 2018, 2022, False),
        ("这五年修了多少路", 2018, 2022, False),
        ("今后五年的任务", 2023, 2027, True),
        ("城镇新增就业的目标是多少", 2023, 2023, True),
        ("城镇新增就业实际完成了多少", None, None, False),
        ("城乡低保标准", None, None, None),
        ("发放2000万元补贴了吗", None, None, None),
        ("未来10年有什么规划", 2023, 2023, True),
        ("2018年到2022年新增就业多少", 2018, 2022, False),
        ("去年比前年多了多少", 2022, 2022, False),
    ],
)
def test_period_and_status(question: str, first: int | None, last: int | None, forward: bool | None) -> None:
    asked = read_question(question, YEAR)
    assert (asked.first, asked.last, asked.forward) == (first, last, forward)


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("报告提到的15项重大工程完成了吗？", Kind.FACT),
        ("今年在养老方面有什么打算", Kind.SUMMARY),
        ("哪些城市获批国家级外贸转型升级基地", Kind.LIST),
        ("去年粮食产量多少", Kind.FACT),
        ("吉林楼市今年打算怎么稳，归纳几条", Kind.SUMMARY),
        ("今年的主要预期目标帮我列个要点", Kind.SUMMARY),
        ("今年的主要预期目标", Kind.SUMMARY),
        ("主要预期目标是多少", Kind.SUMMARY),
        ("GDP主要预期目标是多少", Kind.FACT),
        ("家里有老人，去年养老这块做了什么", Kind.SUMMARY),
        ("省里承认还有哪些不足", Kind.SUMMARY),
        ("去年的成绩用两三句说说", Kind.SUMMARY),
        ("老旧小区和管网这些改造情况", Kind.SUMMARY),
        ("五年来农业上打下了什么家底", Kind.SUMMARY),
        ("百千万工程三年来怎样？来几个数据", Kind.SUMMARY),
        ("报告对乡村振兴怎么讲的", Kind.SUMMARY),
        ("教育改革的主要方向是什么", Kind.SUMMARY),
        ("县域经济发展得如何", Kind.SUMMARY),
        ("盘锦是怎么评上国家森林城市的？", Kind.FACT),
        ("辽阳评上了什么称号", Kind.FACT),
        ("今年引来几个项目", Kind.FACT),
        ("今年给几个村通自来水", Kind.FACT),
        ("大概有多少家企业上市", Kind.FACT),
        ("开幕式是什么时候办的", Kind.FACT),
        ("新基地叫什么名字", Kind.FACT),
        ("重点工作分几条？", Kind.OUTLINE),
        ("政府自身建设讲了哪五条要求", Kind.OUTLINE),
        ("4个万亿级产业是什么", Kind.LIST),
        ("三个万亿级产业基地指的是啥", Kind.LIST),
        ("二十大以后全省产值是什么水平", Kind.FACT),
        ("今年重点任务有哪些", Kind.OUTLINE),
        ("今年有哪些重点工作", Kind.OUTLINE),
        ("2023辽宁主要预期目标，速览版", Kind.SUMMARY),
    ],
)
def test_kind(question: str, kind: Kind) -> None:
    assert read_question(question, YEAR).kind is kind


def test_an_overview_asks_for_no_hour() -> None:
    assert Want.TIME not in read_question("去年的成绩归纳几点", YEAR).wants
    assert Want.TIME in read_question("大会什么时候开", YEAR).wants


def test_which_session_asks_for_a_number_and_which_year_for_a_time() -> None:
    assert Want.ORDINAL in read_question("想争取哪一届冬运会", YEAR).wants
    assert Want.TIME in read_question("沈白高铁哪一年通车", YEAR).wants


def test_a_year_that_is_asked_for_is_no_figure_unless_one_is_asked_too() -> None:
    assert not read_question("经济增速哪年能追平全国", YEAR).wants_figure
    assert read_question("经济增速哪年最快，是多少", YEAR).wants_figure


@pytest.mark.parametrize("question", ["心理热线的号码是几号", "热线电话是多少", "半夜想找人聊聊，该拨哪个号"])
def test_a_number_to_dial_is_no_amount_and_no_day(question: str) -> None:
    assert read_question(question, 2025).wants == frozenset()
    assert read_question("12345热线接了多少个电话", 2025).wants_figure


@pytest.mark.parametrize("question", ["去年投运的是几号线地铁", "用什么“指数”去换满意指数"])
def test_a_line_and_an_index_are_names(question: str) -> None:
    assert not read_question(question, 2025).wants & {Want.TIME, Want.FIGURE}


def test_a_great_number_is_no_year() -> None:
    assert read_question("全省1900多万户经营主体里企业占多少", 2025).first is None
    assert read_question("2022GDP多少", 2025).first == 2022


def test_places() -> None:
    assert places_in("黑龙江和大连的情况") == ("黑龙江", "大连")
    assert places_in("低保标准") == ()


def test_topic_leaves_out_the_words_for_a_period() -> None:
    assert read_question("今年养老有什么打算", YEAR).topic == "养老有什么打算"


def test_agreement() -> None:
    asked = read_question("去年高标准农田完成了多少", YEAR)

    def sentence(period: str, status: Status) -> Sentence:
        return Sentence("r", 0, 0, 0, 1, "句", (), period, status)

    assert agreement(asked, sentence("2022", Status.DONE)) == 1.0
    assert agreement(asked, sentence("2023", Status.TARGET)) == -1.0
    assert agreement(asked, sentence("2018–2022", Status.DONE)) == 0.0
    assert agreement(read_question("低保标准", YEAR), sentence("2022", Status.DONE)) == 0.0


@pytest.mark.parametrize(
    ("question", "places"),
    [
        ("沈阳的低保多少", ("沈阳",)),
        ("沈阳市的低保多少", ("沈阳",)),
        ("沈阳和大连的低保各多少", ("沈阳", "大连")),
        ("我老家在铁岭农村，农民收入涨了多少", ()),
        ("住在抚顺、本溪这种挨着沈阳的地方，几项手续能通办", ()),
        ("带我妈去北京瞧病，大连医保咋报", ("大连",)),
        ("老外真金白银投了多少", ()),
        ("数字经济占了半壁江山，是多少", ()),
        ("往德国那边开的货运火车多了几成", ()),
        ("德国豪车品牌的哪个工厂投产了", ()),
        ("对德国出口多少", ("德国",)),
    ],
)
def test_asked_places(question: str, places: tuple[str, ...]) -> None:
    assert asked_places(question) == places
