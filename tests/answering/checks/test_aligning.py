"""Each clause of a claim says what one stretch of its quote says, and of the same thing."""

import doctest

import pytest

from qa.answering.checks import tiling
from qa.answering.verification import verdict
from qa.domain import Citation, Statement


def quoted(text: str, period: str = "2022", status: str = "完成", report: str = "2023_辽宁省") -> Citation:
    return Citation(0, report, "一、工作回顾", text, 0, len(text), period, status)


YEAR = quoted(
    "全年地区生产总值增长2.1%，固定资产投资增长3.6%，进出口总额增长2.4%，城镇新增就业46.2万人，城镇和农村居民人均可支配收入分别增长2.2%和3.6%。"
)
LAND = quoted("聚焦粮食安全，新建高标准农田391.3万亩，实施黑土地保护工程1000万亩，新增设施农业10万亩。")
TAXES = quoted("加大助企纾困力度，减免企业税负超900亿元，惠及市场主体近100万户。")
FALL = quoted("外贸承压，出口负增长2.3%，进口增长1.2%。")
CITIES = quoted("大连地区生产总值增长6.1%，沈阳地区生产总值增长5.2%。")
METRO = quoted(
    "新增地铁运营里程171.7公里，广州、深圳地铁线网日均客运量分别达920万人次、880万人次。", report="2026_广东省"
)
WEST = quoted("辽西融入京津冀协同发展先导区建设稳步推进，引进项目81个、总投资211亿元。")
CARS = quoted("新增制造业单项冠军8家，高端装备制造业营收占比提升2个百分点，新能源汽车产量增长39.1%。")
FIRMS = quoted("新增国家专精特新“小巨人”企业76家。")
FILES = quoted("修改废止政府规章20件，清理省政府文件3669件，保留并公开473件。")
MOTIONS = quoted("589件人大代表议案建议、532件政协提案全部按期办结。")
POOR = quoted("15个省级贫困县、1791个贫困村全部脱贫摘帽，84万农村建档立卡贫困人口全部脱贫。", "2018–2022")
SCHOOLS = quoted("稳妥有序推进“双减”，普惠性幼儿园覆盖率达到87%。")
WORKS = quoted(
    "开工建设大连新机场、沈阳机场二跑道，加快建设沈白高铁、辽河干流防洪提升等重点项目，阜奈高速全线通车，沈阳地铁四号线和大连地铁五号线建成运营。",
    "2023",
    "目标",
)
PLANTS = quoted("西鞍山铁矿、SK海力士项目开工建设，华晨宝马里达工厂一期全面建成投产。")
SPORT = quoted("辽宁健儿在北京冬奥会上摘金夺银，男篮再夺CBA联赛总冠军。")
VAGUE = quoted("投入上千亿元，培育数百家企业，带动十几万农户增收，惠及半数以上居民。")
MIXED = quoted("总投资4亿3千万元，建成床位2万3千张，占比达八成五。")
DEBT = quoted("债务压减120亿元，单位能耗下降13.5%，民生支出占财政支出比重超过75%。")
GRAIN = quoted("粮食产量连续三年稳定在400亿斤以上，位居全国第四。", report="2025_某省")
JOBS = quoted("居民人均可支配收入增长5.2%、其中农村居民增长6.3%，帮扶12.5万名就业困难人员就业。")
HARVEST = quoted("全年粮食总产量达到871.6亿斤、增长2.1%，居全国第4位，黑土地保护面积3300万亩。")
ROADS = quoted("深中通道建成通车，广湛高铁全线贯通，新增高速公路300公里、总里程1.2万公里。")
AIM = quoted("今年主要预期目标是：地区生产总值增长5%以上，粮食产量880亿斤以上。", "2025", "目标", "2025_吉林省")


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        # the direction turned round
        ("2022年地区生产总值负增长2.1%", YEAR),
        ("去年出口增长2.3%", FALL),
        ("增加企业税负超900亿元", TAXES),
        ("企业税负超900亿元", TAXES),
        # vague amounts
        ("2022年新建高标准农田上千万亩", LAND),
        ("新建高标准农田十几万亩", LAND),
        ("新增国家专精特新“小巨人”企业76家，累计达数百家", FIRMS),
        ("新增国家专精特新“小巨人”企业几十家", FIRMS),
        ("新增国家专精特新“小巨人”企业千余家", FIRMS),
        ("全年地区生产总值增长百分之几", YEAR),
        ("投入几千亿元", VAGUE),
        ("带动十几万企业增收", VAGUE),
        ("惠及绝大多数居民", VAGUE),
        # places and things exchanged
        ("大连和沈阳地区生产总值分别增长5.2%和6.1%", CITIES),
        ("沈阳地区生产总值增长6.1%，大连增长5.2%", CITIES),
        ("地区生产总值增长6.1%", CITIES),
        ("大连、沈阳地区生产总值均增长6.1%", CITIES),
        ("大连：地区生产总值增长5.2%", CITIES),
        ("广州地铁线网日均客运量达880万人次", METRO),
        ("深圳、广州地铁线网日均客运量分别达920万人次、880万人次", METRO),
        ("新增地铁运营里程171.7公里，均在深圳", METRO),
        ("深圳新增地铁运营里程171.7公里", METRO),
        ("全省引进项目81个", WEST),
        ("2022年全国地区生产总值增长2.1%", YEAR),
        # the subject narrower or wider
        ("2022年出口总额增长2.4%", YEAR),
        ("居民人均可支配收入增长2.2%", YEAR),
        ("城镇就业46.2万人", YEAR),
        ("汽车产量增长39.1%", CARS),
        ("高端装备制造业营收提升2个百分点", CARS),
        ("装备制造业营收占比提升2个百分点", CARS),
        ("幼儿园覆盖率达到87%", SCHOOLS),
        ("民生支出超过75%", DEBT),
        ("能耗下降13.5%", DEBT),
        ("债务120亿元", DEBT),
        ("84万贫困户脱贫", POOR),
        ("高标准农田391.3万亩", LAND),
        # another verb, a stock for a flow, a rate of a rate
        ("废止省政府文件3669件", FILES),
        ("保留并公开3669件", FILES),
        ("办结人大建议532件", MOTIONS),
        ("建成项目81个、总投资211亿元", WEST),
        ("累计建成高标准农田391.3万亩", LAND),
        ("高标准农田总面积达到391.3万亩", LAND),
        ("地区生产总值增速提高2.1%", YEAR),
        ("地区生产总值环比增长2.1%", YEAR),
        ("三年粮食产量共400亿斤以上", GRAIN),
        ("粮食产量连续三年增长", GRAIN),
        # what no quote says
        ("新建高标准农田391.3万亩，比上年大幅增长", LAND),
        ("新建高标准农田391.3万亩，超额完成任务", LAND),
        ("地区生产总值增长2.1%，高于全国", YEAR),
        ("地区生产总值增长2.1%，达到预期目标", YEAR),
        ("很好，完成了", YEAR),
        ("增速较快", YEAR),
        # a predicate of another clause, an aim told as done
        ("沈白高铁全线通车", WORKS),
        ("阜奈高速全线通车", WORKS),
        ("大连新机场建成运营", WORKS),
        ("今年沈白高铁全线通车", WORKS),
        ("沈阳地铁五号线建成运营", WORKS),
        ("西鞍山铁矿建成投产", PLANTS),
        ("SK海力士项目全面建成投产", PLANTS),
        ("女篮再夺CBA联赛总冠军", SPORT),
        ("广湛高铁建成通车", ROADS),
        ("新增高速公路1.2万公里", ROADS),
        ("深中通道、广湛高铁建成通车", ROADS),
        ("粮食单产居全国第4位", HARVEST),
        ("新增黑土地保护面积3300万亩", HARVEST),
        ("农村居民人均可支配收入增长5.2%", JOBS),
        ("12.5万名就业困难人员实现稳定就业", JOBS),
        # half of a number
        ("建成床位3千张", MIXED),
        ("总投资4亿元", MIXED),
        ("占比达八成", MIXED),
    ],
)
def test_a_claim_that_says_more_or_less_or_of_another_thing(text: str, quote: Citation) -> None:
    assert verdict(Statement(text, (quote,))) == "unverified"


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("2022年，全省GDP同比增长2.1%。", YEAR),
        ("去年辽宁经济增长2.1%", YEAR),
        ("根据报告，2022年进出口增长2.4%，固定资产投资增长3.6%。", YEAR),
        ("去年城镇新增就业达到46.2万人", YEAR),
        ("2022年城镇居民人均收入增长2.2%，农民人均收入增长3.6%。", YEAR),
        ("2022年地区生产总值的增速为2.1%", YEAR),
        ("2.1%", YEAR),
        ("去年出口下降2.3%", FALL),
        ("去年全省共新建高标准农田391.3万亩", LAND),
        ("去年建成高标准农田391.3万亩", LAND),
        ("2022年高标准农田新建面积391.3万亩", LAND),
        ("新建高标准农田三百九十一点三万亩", LAND),
        ("2022年，全省为企业减免税负超过900亿元", TAXES),
        ("惠及近100万户市场主体", TAXES),
        ("大连和沈阳地区生产总值分别增长6.1%和5.2%", CITIES),
        ("大连地区生产总值增长6.1%，沈阳地区生产总值增长5.2%", CITIES),
        ("广州地铁线网日均客运量达920万人次", METRO),
        ("深圳地铁线网日均客运量达880万人次", METRO),
        ("辽西引进项目81个、总投资211亿元", WEST),
        ("2022年新能源汽车产量增长39.1%", CARS),
        ("清理省政府文件3669件，其中保留并公开473件", FILES),
        ("589件人大代表议案建议全部按期办结", MOTIONS),
        ("1791个贫困村全部脱贫摘帽", POOR),
        ("2022年普惠性幼儿园覆盖率为87%", SCHOOLS),
        ("华晨宝马里达工厂一期建成投产", PLANTS),
        ("SK海力士项目开工建设", PLANTS),
        ("男篮再夺CBA联赛总冠军", SPORT),
        ("今年阜奈高速将全线通车", WORKS),
        ("今年加快建设沈白高铁", WORKS),
        ("计划开工建设沈阳机场二跑道", WORKS),
        ("今年的目标是大连地铁五号线建成运营", WORKS),
        ("投入上千亿元，培育数百家企业", VAGUE),
        ("总投资4.3亿元，建成床位2.3万张", MIXED),
        ("2022年粮食总产量为871.6亿斤，同比增长2.1%", HARVEST),
        ("深中通道已建成通车，广湛高铁全线贯通", ROADS),
        ("占比达85%", MIXED),
        ("债务减少120亿元", DEBT),
        ("单位能耗下降13.5%，民生支出占财政支出的比重超过75%", DEBT),
        ("粮食产量连续三年稳定在400亿斤以上，居全国第四", GRAIN),
        ("吉林2025年粮食产量的目标是880亿斤以上", AIM),
        ("2025年，吉林省GDP预期增长5%以上", AIM),
    ],
)
def test_a_claim_in_other_words_for_the_same(text: str, quote: Citation) -> None:
    assert verdict(Statement(text, (quote,))) == "quoted"


def test_the_examples_in_docstrings() -> None:
    assert doctest.testmod(tiling).failed == 0
