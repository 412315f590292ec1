"""A quote answers only if it holds something of the type that is asked for, and that the question does not say itself."""

import pytest

from qa.answering.abstaining.expected import unanswered
from qa.answering.evidence import cite
from qa.domain import Hit, Sentence, Statement, Status
from qa.retrieval.question import read_question
from qa.retrieval.terms import question_terms


def lacking(question: str, text: str) -> str:
    """What is lacking where one sentence would be quoted."""
    sentence = Sentence("r", 0, 0, 0, len(text), text, (), "2024", Status.DONE)
    draft, asked = [Statement(text, (cite(sentence),))], read_question(question, 2025)
    found = unanswered(asked, question_terms(asked.topic, lambda word: 1.0), draft, [Hit(sentence, 1.0, {})], [])
    return found.rpartition("没有说明")[2].rstrip("。")


@pytest.mark.parametrize(
    ("question", "text", "missing"),
    [
        ("这条路什么时候通车", "车程最短缩至30分钟。", "具体的时间"),
        ("大桥哪个月通车", "大桥2024年通车。", "具体的月份"),
        ("运动会几号开幕", "运动会11月开幕。", "具体的日期"),
        ("经济总量全国排第几", "第三年经济总量再上新台阶。", "排在第几"),
        ("第26届省运会在哪个市开", "办好第26届省运会，备战冬奥会。", "具体的地点"),
        ("首批试点城市有哪些", "启动首批试点城市和园区建设。", "具体的地点"),
        ("整省试点是哪几个省", "启动延包整省试点。", "是哪个省"),
        ("免关税的国家有哪些", "对同中国建交的国家给予零关税待遇。", "是哪一国"),
        ("大飞机头一家用上的航空公司是哪家", "国产大飞机投入商业运营，新能源汽车产销量增长。", "是哪一家"),
        ("孩子能上哪所大学", "新增学位10万个。", "是哪所学校"),
        ("决赛赢的是哪个队", "男篮再夺总冠军。", "是哪支队伍"),
        ("补贴怎么申请", "发放育儿补贴。", "怎样办理"),
        ("贴息哪些人能享受", "用好购房贷款贴息等政策工具。", "哪些人符合条件"),
        ("女职工几岁能退休", "稳妥实施延迟退休改革。", "年龄"),
        ("探月工程总设计师是谁", "探月工程采样返回。", "“总设计师”是谁"),
        ("教育厅副厅长是谁", "教育厅厅长 王大力作了汇报。", "“副厅长”是谁"),
        ("上一任省长是谁", "省长 王大力", "前后任省长"),
        ("15项重大工程都叫什么", "以15项重大工程为抓手，建设打基础、利长远的项目。", "其中每一项的名称，只给出了数量"),
        ("新获批的2所大学是哪两所", "2所大学获批。", "其中每一项的名称，只给出了数量"),
        ("国产大型邮轮叫什么名字", "国产大型邮轮成功建造。", "它的名称"),
    ],
)
def test_what_no_quote_holds(question: str, text: str, missing: str) -> None:
    assert lacking(question, text) == missing


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("开车过海要花多久", "车程最短缩至30分钟。"),
        ("挂一次号几天有效", "推行“一次挂号管三天”。"),
        ("啥时候能有东西卖", "上半年产品面市。"),
        ("哪个市获评国际湿地城市", "盘锦获评国际湿地城市。"),
        ("哪个县发生了地震", "支持定日县灾后重建。"),
        ("物价控制线划在哪", "居民消费价格涨幅3%左右。"),
        ("为什么国家要管物价", "物价上涨较快。"),
        ("两家大钢厂合并，是哪两家", "鞍钢、本钢重组。"),
        ("给了哪家公司许可证", "广州亿航获颁许可证。"),
        ("沈阳要建的机构叫什么", "建设沈阳金融法庭。"),
        ("那条大洋钻探船叫什么", "“梦想”号大洋钻探船建成入列。"),
        ("沈阳的新厂叫什么", "新厂里达工厂投产，带动22家企业。"),
        ("4个实验室都叫什么", "辽宁材料、辽河、滨海、黄海等4个实验室挂牌。"),
        ("评上乡村振兴示范县的有哪些", "兴城市、凌源市获评乡村振兴示范县，新建美丽乡村1000个。"),
        ("哪3件民生实事没办完", "10件民生实事全部完成。"),
        ("哪位科学家拿了大奖", "李玉院士团队获一等奖。"),
        ("谁能领一次性补助", "向困难群众发放一次性补助。"),
        ("烂尾楼怎么办", "扎实推进保交楼。"),
        ("怎么帮企业", "减税降费。"),
        ("停车难怎么解决", "新增停车位1万个。"),
        ("新一轮招引了哪些企业", "招引优质项目落地。"),
    ],
)
def test_what_a_quote_may_hold(question: str, text: str) -> None:
    assert lacking(question, text) == ""


def test_what_the_report_does_say_is_told_too() -> None:
    text = "发放育儿补贴。"
    sentence = Sentence("r", 0, 0, 0, len(text), text, (), "2024", Status.DONE)
    asked = read_question("育儿补贴怎么申请", 2025)
    terms = question_terms(asked.topic, lambda word: 1.0)
    draft = [Statement(text, (cite(sentence),))]
    assert unanswered(asked, terms, draft, [Hit(sentence, 1.0, {})], []) == "报告提到“育儿补贴”，但没有说明怎样办理。"
