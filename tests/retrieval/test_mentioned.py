"""Which words a question asks after, however it is put; and questions about the matter, which ask after none."""

import pytest

from qa.retrieval.kinds import Kind
from qa.retrieval.mentioned import read_mentioned, shorter_readings
from qa.retrieval.question import read_question


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("疫情这个词在报告中出现了几次", "疫情"),
        ("大连在报告里被提到几次", "大连"),
        ("有没有提及疫情这个概念", "疫情"),
        ("请问报告中有没有提到乡村振兴这四个字", "乡村振兴"),
        ("疫情防控和乡村振兴各提到几次", "疫情防控 乡村振兴"),
        ("沈阳或者大连提到几次", "沈阳 大连"),
        ("养老提到了吗", "养老"),
        ("报告提到“振兴”几次", "振兴"),
        ("报告里几次提到大连", "大连"),
        ("有几处讲到营商环境", "营商环境"),
        ("有几处讲营商环境", "营商环境"),
        ("报告里有没有元宇宙", "元宇宙"),
        ("提没提元宇宙", "元宇宙"),
        ("元宇宙提没提", "元宇宙"),
        ("“元宇宙”这词报告里有没有用，用了几次", "元宇宙"),
        ("报告里提没提“人工智能”，提了几次", "人工智能"),
        ("报告里提到几次“振兴”", "振兴"),
        ("“营商环境”这个词在全文出现了多少次？", "营商环境"),
        ("有没有提到人工智能", "人工智能"),
        ("冬奥会提没提", "冬奥会"),
        ("报告提到了元宇宙吗？", "元宇宙"),
        ("芯片俩字有没有", "芯片"),
        ("出现过“共同富裕”吗", "共同富裕"),
        ("报告有没有提到人工智能？", "人工智能"),
        ("这份报告里有没有提到高铁", "高铁"),
        ("高质量发展这个词提了多少遍", "高质量发展"),
        ("报告里低空经济出现过吗", "低空经济"),
        ("人工智能写进报告了吗", "人工智能"),
        ("报告里有人工智能吗", "人工智能"),
        ("元宇宙这个词有吗", "元宇宙"),
        ("“双碳”这个词有吗", "双碳"),
        ("统计一下“改革”出现的次数", "改革"),
        ("帮我数数报告提到多少次民营企业", "民营企业"),
        ("报告没有提到元宇宙吧？", "元宇宙"),
        ("报告是不是没提碳达峰", "碳达峰"),
        ("“稳”字出现了多少次", "稳"),
        ("稳字在报告里出现了几次", "稳"),
        ("新能源汽车被提到多少回", "新能源汽车"),
        ("全文提了几遍人才", "人才"),
        ("报告里说了多少次高质量发展", "高质量发展"),
        ("你好，报告有没有提到人工智能", "人工智能"),
        ("报告有没有写到ChatGPT", "ChatGPT"),
        ("报告提到“振兴”和“创新”各几次", "振兴 创新"),
        ("疫情，报告里提到几次", "疫情"),
        ("低空经济在报告里有没有出现", "低空经济"),
        ("报告提及5G了没有", "5G"),
        ("报告一共提到了几次沈阳？", "沈阳"),
        ("碳中和、碳达峰有没有提到", "碳中和 碳达峰"),
        ("报告中“人民”二字出现频率", "人民"),
    ],
)
def test_words_that_are_asked_after(question: str, words: str) -> None:
    mentioned = read_mentioned(question)
    assert mentioned is not None
    assert mentioned.words == tuple(words.split())


@pytest.mark.parametrize(
    ("question", "words", "within"),
    [
        ("“振兴”在第三部分出现几次", "振兴", "第三部分"),
        ("十大任务里振兴提了几次", "振兴", "十大任务"),
        ("政府自身建设部分提到几次廉洁", "廉洁", "政府自身建设部分"),
        ("“就业”在今年重点工作部分出现几次", "就业", "今年重点工作部分"),
        ("报告里说“大湾区”说了几次", "大湾区", ""),
        ("报告里是否有“海洋牧场”", "海洋牧场", ""),
        ("报告中人工智能这几个字出现的次数是多少", "人工智能", ""),
        ("请你帮忙数一下，报告里“改革”一词一共用了多少遍？", "改革", ""),
        ("2025年山东省政府工作报告里提到几次“低空经济”", "低空经济", ""),
        ("《政府工作报告》提到几次改革", "改革", ""),
    ],
)
def test_where_they_are_looked_for(question: str, words: str, within: str) -> None:
    mentioned = read_mentioned(question)
    assert mentioned is not None
    assert (mentioned.words, mentioned.within) == (tuple(words.split()), within)


@pytest.mark.parametrize(
    "question",
    [
        "这份报告有没有讲台风",
        "报告对养老提了几条措施",
        "报告说今年要办几次招聘会",
        "佛山提到了几个项目",
        "在外省看病回来报销太麻烦，报告里有没有说",
        "我在街道上班，天天填表应付检查累死了，今年省里有没有说少折腾我们",
        "娃刚满两周岁，想早点送进园里，政府工作报告里提没提能收",
        "报告提到的15项重大工程完成了吗？",
        "去年台风出现了几次",
        "央行松了几回口",
        "2023年松了几回口？",
        "报告里有没有大连的地铁",
        "报告最后对政府自身提了几个“当好”，都是当好什么？",
        "分管教育的副省长是谁，报告里提了吗",
        "盘锦是哪年入选国家森林城市的，报告里写了吗",
        "养老金提高了吗",
        "是不是提高了最低工资",
        "拍过的CT片子换家医院能不能不用重拍，今年有没有说",
        "今年有没有汽车补贴",
        "报告提到要培育哪些消费新增长点？",
        "去年重污染天气出现了几次",
        "国家低碳试点城市提到了辽宁哪几个市",
        "听说去年降准两次，报告里提到几次",
        "低保标准提了多少",
        "今年养老金提了几次",
        "去年用了多少次专项债",
        "供水工程有几处",
        "清理了多少处",
        "今年有没有提高低保标准",
        "有没有说咋治赖账",
        "报告里有没有提到怎么支持民企",
        "报告有几个部分",
        "去年提出了几项措施",
        "是否完成了目标",
        "报告里今年的目标有没有提高",
    ],
)
def test_questions_about_the_matter(question: str) -> None:
    assert read_mentioned(question) is None


def test_counted_or_only_looked_for() -> None:
    assert read_question("报告里提到几次“振兴”", 2023).kind is Kind.COUNT
    assert read_question("有没有提到人工智能", 2023).kind is Kind.MENTION
    assert read_mentioned("“振兴”出现几次").exact  # type: ignore[union-attr]
    assert not read_mentioned("报告提到几次振兴").exact  # type: ignore[union-attr]


def test_shorter_readings() -> None:
    assert shorter_readings("大连在") == [("大连", True)]
    assert shorter_readings("乡村振兴")[0] == ("乡村", False) or shorter_readings("乡村振兴") == []
