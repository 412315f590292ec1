"""What is derived from one or two figures: told in its form and borne out by its working, or refused."""

from pathlib import Path

import pytest

from qa.answering.verification import verdict
from qa.assistant import Assistant
from qa.domain import Citation, Statement
from tests.conftest import make_settings

REPORT = """某省2026年政府工作报告
各位代表：
一、2025年工作回顾
120个国考断面优良水质占比提高到88.7%。普惠性幼儿园覆盖率达到87%。
财政民生支出首次突破万亿元、占比80%左右。减免企业税负超900亿元，惠及市场主体近100万户。
清理省政府文件3669件，保留并公开473件。新增全国重点实验室15家、总数达36家。
建设乡村振兴片区1598个、覆盖村庄1.5万个。争取超长期特别国债资金383亿元、支持项目512个。
我省体育健儿在巴黎奥运会上勇夺8金9银6铜。城乡居民收入比从2.50:1缩小至2.27:1。
公办幼儿园在园幼儿占比超过60%。开工改造老旧小区70万户。
预计海洋生产总值1.8万亿元左右，实现地区生产总值9.86万亿元。
二、2026年工作安排
实现粮食播种面积3320万亩、产量1285万吨以上。开工老旧小区改造13.7万户。公办幼儿园在园幼儿占比达到63%。
集中供养孤儿基本生活保障标准从每人每月2375元提高到2423元。
"""


@pytest.fixture(scope="module")
def made_up(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder: Path = tmp_path_factory.mktemp("deriving")
    (folder / "seeds").mkdir()
    (folder / "seeds" / "2026_某省.txt").write_text(REPORT, encoding="utf-8")
    return Assistant.open(make_settings(folder / "data", seeds_dir=folder / "seeds"))


@pytest.mark.parametrize(
    ("question", "says", "working"),
    [
        ("120个断面里水质优良的大概有几个", "约106个", "120 × 88.7 ÷ 100 ≈ 106（个）"),
        ("民生支出占了八成，财政总共花了大约多少，反推一下", "1.25万亿元", "1 ÷ 80 × 100 = 1.25（万亿元）"),
        ("普惠性幼儿园没覆盖到的还剩百分之几", "其余为13%", "100 − 87 = 13（%）"),
        ("清理文件后，没保留下来的有多少件", "其余为3196件", "3669 − 473 = 3196（件）"),
        ("减税平均一户市场主体省下多少钱", "平均每户9万元", "900 ÷ 100 = 9（万元）"),
        ("一个乡村振兴片区平均管着几个村", "约9.39个", "1.5 × 10000 ÷ 1598 ≈ 9.39（个）"),
        ("超长期特别国债平均一个项目分到多少钱", "约7480万元", "383 × 10000 ÷ 512 ≈ 7480（万元）"),
        ("今年粮食的面积和产量目标，一亩地合多少公斤", "平均每亩约387公斤", "1285 × 1000 ÷ 3320 ≈ 387（公斤）"),
        ("全国重点实验室，去年新增之前原来有几家", "原来为21家", "36 − 15 = 21（家）"),
        ("巴黎奥运会上一共拿了几块牌", "合计23枚", "8 + 9 + 6 = 23（枚）"),
        ("城乡收入差距收窄了多少", "城乡居民收入比缩小0.23", "2.5 − 2.27 = 0.23"),
        ("孤儿按新标准一年合多少钱", "全年合29076元", "2423 × 12 = 29076（元）"),
        ("公办园占比今年想再往上提几个点", "高3个百分点", "63 − 60 = 3（%）"),
        ("海洋生产总值顶GDP的几成", "约18.3%", "1.8 ÷ 9.86 × 100 ≈ 18.3（%）"),
    ],
)
def test_each_form_is_computed_from_the_figures_in_their_roles(
    made_up: Assistant, question: str, says: str, working: str
) -> None:
    claim = made_up.ask(question).claims[0]
    assert (claim.verdict, claim.computation) == ("computed", working), claim.text
    assert says in claim.text


@pytest.mark.parametrize(
    "question",
    [
        "今年修路架桥的钱比去年多多少",  # 户 are no money, and nothing is told of roads
        "普惠性幼儿园没达标的还剩百分之几",  # not what the share is of
        "一个乡镇平均几个卫生室",
        "老旧小区改造平均一户花多少钱",
        "奥运会上拿了几块金牌",
        "孤儿一个月多少钱",
    ],
)
def test_nothing_is_computed_from_other_figures(made_up: Assistant, question: str) -> None:
    assert all(claim.verdict != "computed" for claim in made_up.ask(question).claims)


def _quote(text: str, period: str = "2025", status: str = "完成") -> Citation:
    return Citation(1, "2026_某省", "一、2025年工作回顾", text, 0, len(text), period, status)


WATER = _quote("120个国考断面优良水质占比提高到88.7%")
SPENT = _quote("财政民生支出1万亿元、占比80%")
TAXES = _quote("减免企业税负900亿元，惠及市场主体100万户")
FILES = _quote("清理省政府文件3669件，保留并公开473件")
LABS = _quote("新增全国重点实验室15家、总数达36家")
MEDALS = _quote("勇夺8金9银6铜")
MONTHLY = _quote("孤儿保障标准提高到每人每月2423元")
YEARLY = _quote("孤儿保障标准提高到每人每年2423元")
HOUSING = _quote("改造老旧小区3802个", "2021–2025")
PEOPLE = _quote("经营主体2037.7万户，其中企业929.8万户")
GROWTH = _quote("完成投资100亿元，增长20%")


@pytest.mark.parametrize(
    ("text", "working", "quote"),
    [
        ("按占比折算为约106个", "120 × 88.7 ÷ 100 ≈ 106（个）", WATER),
        ("按占比反推，总量为1.25万亿元", "1 ÷ 80 × 100 = 1.25（万亿元）", SPENT),
        ("其余为11.3%", "100 − 88.7 = 11.3（%）", WATER),
        ("其余为3196件", "3669 − 473 = 3196（件）", FILES),
        ("平均每户9万元", "900 ÷ 100 = 9（万元）", TAXES),
        ("原来为21家", "36 − 15 = 21（家）", LABS),
        ("合计23枚", "8 + 9 + 6 = 23（枚）", MEDALS),
        ("全年合29076元", "2423 × 12 = 29076（元）", MONTHLY),
        ("平均每年760.4个", "3802 ÷ 5 = 760.4（个）", HOUSING),
        ("企业占经营主体的约45.6%", "929.8 ÷ 2037.7 × 100 ≈ 45.6（%）", PEOPLE),
    ],
)
def test_a_right_form_is_borne_out(text: str, working: str, quote: Citation) -> None:
    assert verdict(Statement(text, (quote,), working)) == "computed"


@pytest.mark.parametrize(
    ("text", "working", "quote"),
    [
        ("按占比折算为约135个", "120 ÷ 88.7 × 100 ≈ 135（个）", WATER),  # a part is a product
        ("按占比折算为约106%", "120 × 88.7 ÷ 100 ≈ 106（%）", WATER),
        ("按占比折算为20亿元", "100 × 20 ÷ 100 = 20（亿元）", GROWTH),  # growth is no share
        ("按占比反推，总量为0.8万亿元", "1 × 80 ÷ 100 = 0.8（万亿元）", SPENT),
        ("按占比反推，总量为1.25亿元", "1 ÷ 80 × 100 = 1.25（亿元）", SPENT),
        ("其余为11.3个百分点", "100 − 88.7 = 11.3（%）", WATER),
        ("其余为80%", "100 − 20 = 80（%）", GROWTH),
        ("其余为3196万件", "3669 − 473 = 3196（件）", FILES),
        ("平均每户9亿元", "900 ÷ 100 = 9（亿元）", TAXES),  # 100万户, not 100户
        ("平均每人9万元", "900 ÷ 100 = 9（万元）", TAXES),
        ("平均每年9万元", "900 ÷ 100 = 9（万元）", TAXES),
        ("合计1000亿元", "900 + 100 = 1000（亿元）", TAXES),  # 元 and 户
        ("原来为51家", "36 + 15 = 51（家）", LABS),
        ("原来为21户", "36 − 15 = 21（户）", LABS),
        ("合计23金", "8 + 9 + 6 = 23（金）", MEDALS),
        ("合计17枚", "8 + 9 = 17（块）", _quote("勇夺8金、9项")),
        ("全年合29076元", "2423 × 12 = 29076（元）", YEARLY),
        ("平均每月29076元", "2423 × 12 = 29076（元）", MONTHLY),
        ("平均每户760.4个", "3802 ÷ 5 = 760.4（个）", HOUSING),
        ("经营主体占企业的约45.6%", "929.8 ÷ 2037.7 × 100 ≈ 45.6（%）", PEOPLE),
        ("企业占经营主体的约45.6倍", "929.8 ÷ 2037.7 × 100 ≈ 45.6（%）", PEOPLE),
        ("平均每户约0.46户", "929.8 ÷ 2037.7 ≈ 0.46（万户）", GROWTH),
    ],
)
def test_a_false_form_is_refused(text: str, working: str, quote: Citation) -> None:
    assert verdict(Statement(text, (quote,), working)) == "unverified"
