"""The grammar of figures and the number lock."""

import doctest
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.figures import Line, read_labels, score
from qa.answering.figures import Figure, find_figures, find_names, names, numerals, same, supports, units
from qa.answering.figures import hedges as hedge_words

LINES = list(read_labels())
SENTENCES = st.sampled_from([line.sentence for line in LINES if line.labels])
TO_FULL_WIDTH = {code: code + 0xFEE0 for code in [*range(ord("0"), ord("9") + 1), ord("%"), ord(".")]}


def one(text: str) -> Figure:
    """The only quantity of a text."""
    (figure,) = [figure for figure in find_figures(text) if figure.kind == "quantity"]
    return figure


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("营造林158万亩", "158", "万亩"),
        ("总投资1.2万亿元", "1.2", "万亿元"),
        ("接待12,345,678人次", "12345678", "人次"),
        ("接待１，２３４人次", "1234", "人次"),
        ("上座率９５％", "95", "%"),
        ("新增企业一百二十家", "120", "家"),
        ("新增企业十二家", "12", "家"),
        ("增长百分之二点一", "2.1", "%"),
        ("占三分之一", "1", "/3"),
        ("约占全国1/4", "1", "/4"),
        ("占比超过一半", "1", "/2"),
        ("两成以上", "2", "成"),
        ("利润翻一番", "2", "倍"),
        ("利润翻了两番", "4", "倍"),
        ("投资3亿5000万元", "35000", "万元"),
        ("总投资4亿3千万元", "43000", "万元"),
        ("建成床位2万3千张", "23000", "张"),
        ("惠及1万2000人", "12000", "人"),
        ("占比达八成五", "8.5", "成"),
        ("占六成一线工人", "6", "成"),
        ("浓度为31微克/立方米", "31", "微克/立方米"),
        ("惠及6600多万人", "6600", "万人"),
        ("收入比缩小至2.27:1", "2.27", ":1"),
        ("增长-1.5%", "-1.5", "%"),
        ("产值超千亿元", "1", "千亿元"),
        ("提高1.5个百分点", "1.5", "个百分点"),
        ("三个万亿级产业基地", "3", "个"),
        ("84万农村人口", "84", "万"),
        ("invested 142.4 billion yuan", "142.4", "billion yuan"),
        ("invested RMB 142.4 billion", "142.4", "billion yuan"),
        ("15 major projects", "15", "items"),
    ],
)
def test_value_and_unit(text: str, value: str, unit: str) -> None:
    figure = one(text)
    assert (figure.value, figure.unit) == (Decimal(value), unit)


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("增长5%—6%", "5", "6", "%"),
        ("增长5-6%", "5", "6", "%"),
        ("建设3～5个", "3", "5", "个"),
        ("税收1.5亿至2亿元", "1.5", "2", "亿元"),
        ("在5%到6%之间", "5", "6", "%"),
        ("9000亿元至1万亿元", "0.9", "1", "万亿元"),
        ("两三个月", "2", "3", "个月"),
    ],
)
def test_ranges(text: str, low: str, high: str, unit: str) -> None:
    figure = one(text)
    assert (figure.value, figure.high, figure.unit) == (Decimal(low), Decimal(high), unit)


def test_from_and_to_are_two_figures() -> None:
    assert [(f.text, f.direction) for f in find_figures("占比由92.1%提高到95.6%")] == [
        ("92.1%", "from"),
        ("95.6%", "up_to"),
    ]


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ("增长5%", "exact"),
        ("增长5%以上", "at_least"),
        ("不低于5303万亩", "at_least"),
        ("不低于当地标准的1.6倍", "at_least"),
        ("超900亿元", "more_than"),
        ("突破1万家", "more_than"),
        ("逾1万家", "more_than"),
        ("1.8万余个", "more_than"),
        ("3年多", "more_than"),
        ("近100万户", "nearly"),
        ("增长5%左右", "about"),
        ("约80万吨", "about"),
        ("控制在5%以内", "at_most"),
        ("涨幅不超过3%", "at_most"),
        ("最高补助50万元", "at_most"),
        ("不足6小时", "less_than"),
        ("力争达到10%", "aim"),
        ("5% or more", "at_least"),
        ("over 5%", "more_than"),
        ("no more than 5%", "at_most"),
        ("about 5%", "about"),
    ],
)
def test_hedges(text: str, hedge: str) -> None:
    assert one(text).hedge == hedge


def test_a_hedge_after_parallel_figures_holds_for_both() -> None:
    assert [f.hedge for f in find_figures("投资和消费分别增长10%和7%左右")] == ["about", "about"]


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("粮食产量480亿斤", "none"),
        ("有效发明专利达到15.2件", "level"),
        ("地区生产总值增长2.1%", "up_by"),
        ("居民消费价格涨幅3%左右", "up_by"),
        ("地区生产总值增速目标为5%", "up_by"),
        ("预期目标为5%", "none"),
        ("单位能耗降低2%左右", "down_by"),
        ("减少碳排放350万吨", "down_by"),
        ("标准提高到727元", "up_to"),
        ("平均浓度降为31微克/立方米", "down_to"),
        ("占比提高0.5个百分点至12%", "up_to"),
        ("城镇新增就业46.2万人", "added"),
        ("高于全国0.7个百分点", "above_by"),
        ("比上年低0.3个百分点", "below_by"),
        ("是2017年的1.6倍", "level"),
        ("安全韧性提升4项行动", "none"),
        ("增加值占国内生产总值比重达到10%", "level"),
        ("提高最高支付限额3800元", "up_by"),
        ("GDP grew 2.1% in 2022", "up_by"),
        ("the growth target for 2023 is 5%", "up_by"),
        ("PM2.5 fell to 31 micrograms per cubic metre", "down_to"),
        ("exports declined by 3%", "down_by"),
    ],
)
def test_directions(text: str, direction: str) -> None:
    assert [f.direction for f in find_figures(text) if f.kind == "quantity"][-1] == direction


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        ("城镇和农村居民人均可支配收入分别增长2.2%和3.6%", ["城镇居民人均可支配收入", "农村居民人均可支配收入"]),
        ("城乡低保月均标准分别提高到727元和563元", ["城市低保月均标准", "农村低保月均标准"]),
        ("科技型中小企业增长39%、高新技术企业增长19.7%", ["科技型中小企业", "高新技术企业"]),
        ("装备制造业、高技术制造业增加值分别增长8%、7%", ["装备制造业增加值", "高技术制造业增加值"]),
        ("推动24家钢铁企业实现超低排放", ["钢铁企业"]),
        ("私营企业达到109.4万户，是2017年的1.6倍", ["私营企业", "", "私营企业"]),
        ("建设改造农村公路5000公里、农村电网5817公里", ["农村公路", "农村电网"]),
    ],
)
def test_subjects(text: str, subjects: list[str]) -> None:
    assert [figure.subject for figure in find_figures(text)] == subjects


@pytest.mark.parametrize(
    "text",
    [
        "2023年",
        "二〇三五年",
        "2018—2022年",
        "2022全球工业互联网大会",
        "in 2022, the province",
    ],
)
def test_years(text: str) -> None:
    assert [figure.kind for figure in find_figures(text)] == ["year"]


@pytest.mark.parametrize(
    ("text", "name", "reason"),
    [
        ("在1月12日召开", "1月12日", "date"),
        ("省第十四届运动会", "第十四届", "ordinal"),
        ("“十四五”规划", "“十四五”", "slogan"),
        ("做好“三篇大文章”", "“三篇大文章”", "slogan"),
        ("中央八项规定精神", "八项规定", "set phrase"),
        ("PM2.5平均浓度", "PM2.5", "code"),
        ("5G基站", "5G", "code"),
        ("G331公路", "G331", "code"),
        ("12345热线", "12345热线", "code"),
        ("大连地铁五号线", "五号", "rank"),
        ("国企改革三年行动", "三年行动", "period"),
        ("近3年", "近3年", "period"),
        ("沿海六市", "六市", "set"),
        ("数十万企业", "数十万", "vague"),
        ("新的进展[1]", "[1]", "marker"),
    ],
)
def test_names_are_no_figures(text: str, name: str, reason: str) -> None:
    assert find_figures(text) == []
    assert (name, reason) in [(found.text, found.reason) for found in find_names(text)]


@pytest.mark.parametrize(
    "text", ["党的二十大", "一带一路", "一是永葆忠诚", "一批项目", "二级节点", "首届", "有的放矢", ""]
)
def test_words_are_no_figures(text: str) -> None:
    assert find_figures(text) == []


def test_a_quotation_may_still_state_an_amount() -> None:
    assert one("报告提出“增长5%以上”").text == "5%"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("391.3万亩", "3913000亩"),
        ("1万亿元", "10000亿元"),
        ("15亩", "1公顷"),
        ("6820公里", "6820000米"),
        ("三个", "3个"),
        ("百分之五", "5%"),
        ("两成", "20%"),
        ("四分之一", "25%"),
        ("1.5个百分点", "1.5 percentage points"),
        ("142.4亿元", "14.24 billion yuan"),
        ("391.3万亩", "3,913,000 mu"),
        ("31微克/立方米", "31 micrograms per cubic metre"),
        ("增长2.1%", "grew by 2.1%"),
        ("增长5%以上", "growth of 5% or more"),
    ],
)
def test_the_same(a: str, b: str) -> None:
    assert same(one(a), one(b))
    assert same(one(b), one(a))


@pytest.mark.parametrize(
    ("quote", "claim"),
    [
        ("增长5%", "增长8%"),
        ("增长3.5%左右", "增长5%左右"),
        ("增长2%", "下降2%"),
        ("增长5%以上", "增长5%"),
        ("增长5%", "增长5%以上"),
        ("增长5%左右", "增长5%以上"),
        ("超过75%", "75%以上"),
        ("提高1.5个百分点", "提高1.5%"),
        ("391.3万亩", "391.3亩"),
        ("391.3万亩", "391.3万公顷"),
        ("7家", "7个"),
        ("标准提高30元", "标准提高到30元"),
        ("标准提高30元", "标准为30元"),
        ("占比44.1%", "占比增长44.1%"),
        ("新建7家", "新增7家"),
        ("由92%提高到95%", "达到92%"),
        ("由92%提高到95%", "92%"),
        ("增长5%—6%", "增长5%"),
        ("三分之一", "33%"),
        ("是2017年的1.6倍", "增长1.6倍"),
        ("力争达到10%", "达到10%"),
        ("2022年", "2023年"),
        ("上市公司7家", "上市公司7"),
    ],
)
def test_not_supported(quote: str, claim: str) -> None:
    quoted, (claimed, *_) = find_figures(quote), find_figures(claim)
    assert not any(supports(figure, claimed) for figure in quoted)


@pytest.mark.parametrize(
    ("quote", "claim"),
    [
        ("地区生产总值增长2.1%", "增速2.1%"),
        ("地区生产总值增长2.1%", "2.1%"),
        ("标准提高到727元", "标准为727元"),
        ("粮食产量480亿斤以上", "粮食产量达到480亿斤以上"),
        ("84万农村建档立卡贫困人口", "84万人"),
        ("谋划15项重大工程", "15 major projects"),
        ("城镇新增就业46.2万人", "46.2万 new urban jobs"),
        ("地区生产总值增长5%以上", "地区生产总值增长**5%**以上"),
        ("城镇居民收入增长2.2%", "高于城镇居民的2.2%"),
        ("22个重点产业集群", "set up 22 industrial clusters"),
    ],
)
def test_supported(quote: str, claim: str) -> None:
    assert supports(one(quote), one(claim))


def test_support_is_not_symmetric() -> None:
    stated, bare = one("增长2.1%"), one("2.1%")
    assert supports(stated, bare)
    assert not supports(bare, stated)


@given(SENTENCES)
def test_spans_slice_to_the_text(sentence: str) -> None:
    for figure in find_figures(sentence):
        assert sentence[figure.start : figure.end] == figure.text
    for name in find_names(sentence):
        assert sentence[name.start : name.end] == name.text


@given(SENTENCES)
def test_a_figure_supports_itself(sentence: str) -> None:
    for figure in find_figures(sentence):
        assert same(figure, figure)
        assert supports(figure, figure)


@given(SENTENCES)
def test_width_changes_no_value(sentence: str) -> None:
    def read(text: str) -> list[tuple[object, ...]]:
        return [(f.start, f.end, f.value, f.high, f.unit, f.hedge, f.direction) for f in find_figures(text)]

    assert read(sentence.translate(TO_FULL_WIDTH)) == read(sentence)


@given(SENTENCES, st.data())
def test_no_changed_digit_is_supported(sentence: str, data: st.DataObject) -> None:
    figures = [figure for figure in find_figures(sentence) if any("0" <= char <= "9" for char in figure.text)]
    if not figures:
        return
    figure = data.draw(st.sampled_from(figures))
    position = data.draw(st.sampled_from([at for at in range(figure.start, figure.end) if "0" <= sentence[at] <= "9"]))
    digit = data.draw(st.sampled_from([digit for digit in "0123456789" if digit != sentence[position]]))
    mutant = sentence[:position] + digit + sentence[position + 1 :]
    for claimed in find_figures(mutant):
        if claimed.start <= position < claimed.end:
            assert not supports(figure, claimed)


@given(
    st.text(
        alphabet="零一二两三十百千万亿点第年个%％0123456789.,，-—~至到/:：“”分之翻番 超近约以上左右增长由从提高降为aGkm",
        max_size=24,
    )
)
def test_any_text_is_read(text: str) -> None:
    figures = find_figures(text)
    assert all(text[figure.start : figure.end] == figure.text for figure in figures)
    assert all(a.end <= b.start for a, b in pairwise(figures))
    assert all(same(figure, figure) for figure in figures)


@pytest.mark.parametrize("split", ["dev", "test"])
def test_the_labelled_figures_are_read(split: str) -> None:
    scores, mistakes = score(line for line in LINES if line.split == split)
    assert scores.precision >= 0.97, mistakes
    assert scores.recall >= 0.95, mistakes
    assert scores.hedge / scores.right >= 0.97, mistakes
    assert scores.direction / scores.right >= 0.97, mistakes


def test_scores_count_what_is_missed_and_invented() -> None:
    label = next(line for line in LINES if len(line.labels) == 1 and line.labels[0].text == "7家").labels[0]
    # Labelled 1, found 1, right 0: 8家 is not 7家.
    scores, mistakes = score([Line("新增上市公司8家。", "dev", "seed", (label,))])
    assert (scores.labelled, scores.found, scores.right) == (1, 1, 0)
    assert (scores.precision, scores.recall) == (0.0, 0.0)
    assert len(mistakes) == 2


@pytest.mark.parametrize("module", [numerals, units, names, hedge_words])
def test_the_examples_in_docstrings(module: object) -> None:
    assert doctest.testmod(module).failed == 0  # type: ignore[arg-type]
