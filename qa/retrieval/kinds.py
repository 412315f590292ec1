"""A question -> the kind of answer it wants: its shape and the sort of thing that answers."""

import re
from enum import Enum


class Kind(Enum):
    """The shape of answer that a question wants."""

    FACT = "one fact"
    LIST = "a list"
    SUMMARY = "a summary"
    OUTLINE = "the parts of a section"
    COUNT = "how often the report uses a word"
    MENTION = "whether the report uses a word"


class Want(Enum):
    """What an answer must hold, where the question says so."""

    FIGURE = "a figure"
    TIME = "a point in time"
    PERSON = "a person"
    PLACE = "a place"
    ORDINAL = "a number in a series"
    NAME = "a name"


_QUOTED = re.compile(r"[“\"'‘「『《]([^“”\"'‘’「」『』《》]{1,20})[”\"'’」』》]")
# Asks for an overview by its name or its length: 概括一下, 说几条重点, 两三句; 大概多少 asks for one figure, 给几个村通水 for a fact.
_OVERVIEW = re.compile(
    r"概[括述览]|拿得出手|使劲|[几两三][条句]就[行好]|总[结览账]|归纳|简[述要]|简单(?:地|的)?[说讲介列]|综述|盘点|汇总|梳理|整理|提炼|捋|理一[理下]|介绍|要[点紧]|梗概|轮廓|脉络|全貌|成绩单|总的[来说讲]|速[览读]|一览"
    r"|大[概体致](?!.{0,6}(?:多少|几|占|在哪|是))|说说|讲讲|聊聊|(?<!洽)谈谈|列列|[一两二三几]{1,2}句"
    r"|(?:(?:^|[，,。！!？?\s能以忙帮我下单])[说列讲举给挑谈聊来拎]|[纳括])[出成]?我?[几一两二三四五]{1,2}(?:个(?:大?数|例|关键|[要重亮]?点)|[条点项样])(?!月)"
    r"|summar|overview|outline",
    re.I,
)
# What is done, had or meant, whatever it is: 安排了啥, 有哪些变化, 定了什么目标; and how: 怎么稳, 咋样.
_DOES = r"(?:做|干|搞|办|抓|弄|管|出台?|推|给|变[好化]|安排|部署|打算|准备|计划|承诺|鼓励|支持|落实|完成|开展|采取)"
_OPEN_NOUN = (
    r"(?:大|新|好|具体|主要|重点|不小的)*(?:措施|举措|打算|安排|动作|思路|支持|政策|部署|计划|办法|亮点|变化|进展|招数?|成绩|成果|成效|成就|动静|说法|好处|实惠|扶持|优惠"
    r"|改善|改进|提升|不足|问题|短板|困难|挑战|内容|表现|情况|事|目标|指标|任务|要求|做法|作为|行动)"
)
# What is told of a subject at length; a question that ends with one of them asks for that.
_TOLD_AT_LENGTH = r"(?:(?<!完成)情况|概况|现状|形势|进展|成果|成绩|成效|亮点|举措|措施|做法|短板|不足|部署|内容|方向|态度|立场|看法|评价|重点|重心|重头戏?)"
_OPEN = re.compile(
    rf"(?:{_DOES}(?:出|成了?|过|的|好)?|[一-鿿]了)(?:些|点)?(?:啥|什么|哪些)(?!时候|地方|人|名|称|奖|样的人)|(?:(?<![是叫])(?:些|点)|包[括含])(?:啥|什么)(?!时候|地方|人|名)|(?:啥|什么|哪些){_OPEN_NOUN}(?!里|是|的)|有何"
    rf"|{_TOLD_AT_LENGTH}(?:是(?:什么|啥)|放?在哪[里儿]?)?(?:呢|吧)?[。？?]?$|什么(?:态度|状况|情况)|主要(?:成绩|成果|成就|举措|进展|做法|动作)|(?:^|[年省府的定])(?:主要|各项)预期目标(?:都|分别)?(?:是|定|定的是|有)?(?:多少|什么|啥|哪些)?[。？?\s]*$|主打"
    r"|怎么?样|咋样|如何(?=[，,。？?]|$)|[啥什]么?样(?!的)|怎么个|怎么[把将]"
    r"|(?:怎么|咋|如何)(?:搞|做|抓|弄|干|办|管|稳|促|推|改|治|帮|扶|保|扩|补|防|提|加|看|讲|评价|安排|部署|转型|发展|建设|打造|培育|解决|应对|落实|支持|鼓励)"
    r"|(?:打算|准备|计划|今年|明年|未来|今后).{0,12}(?:怎么|咋)(?!会|没|不|来|知)|(?:怎么|咋)(?!会|没|不|来|知).{0,12}(?:今年|明年|打算|安排|招)",
    re.I,
)
# Asks for the heads of something by their number, or for one of them: 第四条讲什么; 归纳几条 only says how long the answer is to be.
# 哪几条 are points only of what is said or set as a task: a road, a river, a line is counted so too.
_SO_MANY = r"(?:哪几?|(?<![说列讲举给挑谈聊纳括述结理出成下])几|[三四五六七八九十]+|(?<!\d)\d{1,2})"
_OUTLINE = re.compile(
    rf"提纲|大纲|框架|{_SO_MANY}(?:个|大|项)*(?:方面|大块|块(?:工作|内容)|条(?:规矩|标题|要求)|大任务|任务|大事|部分)"
    rf"|(?:讲|说|提|写|任务|工作|部署|要求|思路|报告|部分)[^，。]{{0,8}}{_SO_MANY}条\s*[？?]?$"
    r"|第[一二三四五六七八九十\d]{1,2}(?:条|项|点|个?方面)(?:[是讲说写呢要]|的?内容|\s*[？?]?$)"
    r"|(?:^|年|政府|[全本]?省里?)的?(?:(?:重点|主要)(?:任务|工作)(?:都|分别)?(?:有哪|有啥|是什么|是啥|是哪|包括)|有?(?:哪些|什么|啥)(?:重点|主要)(?:任务|工作))"
)
_FIGURE = re.compile(
    r"多少|(?<![第那这说列讲举捋给好])几[百千](?!年)|(?:增长|增速|就业|产量|收入)目标(?:呢)?\s*[？?]?$|(?<![第那这说列讲举捋给])几[个家项座条人名件所处套户块亿万成倍%架辆艘列趟班枚颗场台部栋亩吨斤元]|百分之几|多大|多高|多长|占比|比例|比重|面积|产值|规模|(?:[率速幅额]|(?<!指)数|[产总流存体储销客货运]量)\s*[？?]?$|增速|增长率|增幅|涨|how (?:much|many)",
    re.I,
)
# Beside a time or a name that is asked for, only this asks for a figure too: 增速哪年赶上全国 and 几个实验室叫什么 ask for none.
_AMOUNT = re.compile(r"多少|百分之几|几个?(?:百分)?点|how (?:much|many)", re.I)
# Several things, of which the names are asked for, not the number: 三个中心是啥, 那几个实验室叫什么.
_SEVERAL = r"(?<![\d一二三四五六七八九十有多])[几二两三四五六七八九十2-9][个大种项类座家条]"
_NAMES_OF_SEVERAL = re.compile(rf"{_SEVERAL}.{{2,14}}(?:都|分别)?(?:叫|是)(?:做|作)?(?:什么|啥|哪)")
# Asks for things to be named, of which there are several: 哪些, 名单, 三个中心是啥.
_LIST = re.compile(
    r"哪些|哪几|有啥|都有(?:谁|什么)|都是(?:谁|什么)|列出|(?<!班)列一(?!共)|分别是|分别有|分别指|清单|名单|哪(?:[俩仨]|两|三|四|五|六)|哪\d|找出来|找全|越全越好|那几.{1,8}是(?:谁|什么|啥)|which .*s\b|list|各(?:是|给|有)"
    rf"|{_SEVERAL}.{{2,14}}(?:指的?|是|叫)(?:的是|做|作)?(?:哪|谁|什么(?!时候)|啥(?!时候))",
    re.I,
)
# A telephone number is no amount and no day: 热线是多少, 拨哪个号, 号码是几号.
_DIALLED = re.compile(r"(?:号码|热线|电话)(?:是|为)?(?:几号|多少号?)(?=[？?。，\s]|$)|[拨打](?:几|哪个?|什么|多少)号")
# Asks about the report itself: who delivered it, when and where.
_ANOTHER_HOLDER = re.compile(r"上一?任|前任|下一?任|继任|接任")
_DELIVERED_BY = re.compile(r"报告是[^，。？?]{2,10}(?:作|做|念|讲|宣读)的?[吗吧么嘛]")
_DELIVERY = re.compile(
    r"(?:作|做|念|宣读|讲|交|发布|发表|提交)(?:的|了|这|报告|政府|$)|报告(?:人|的?日期|的?时间|是?谁)|会上"
)
_WANTS = (
    (Want.ORDINAL, re.compile(r"第几|哪一?[届批]")),
    (
        Want.TIME,
        re.compile(
            r"什么时候|啥时候?|哪一?[年月天]|几[月号](?!份?以|线|楼|院|店|机|文|公路)|几月份|何时|多久|when ", re.I
        ),
    ),
    (Want.PERSON, re.compile(r"(?<!都有|都是)谁|哪位|姓啥|姓什么|\bwho\b", re.I)),
    (Want.PLACE, re.compile(r"哪个(?:市|城市|县|区|地方)|在哪|哪里|哪儿|什么地方|啥地方|哪座城|where ", re.I)),
    (Want.NAME, re.compile(r"叫什么|叫啥|啥名|什么名|名字")),
)


def read_kind(text: str) -> Kind:
    """The shape of the answer, where it is the matter that is asked about and not a word."""
    if _OUTLINE.search(text):
        return Kind.OUTLINE
    if _OVERVIEW.search(text) or _OPEN.search(text):
        return Kind.SUMMARY
    return Kind.LIST if _LIST.search(text) else Kind.FACT


def read_wants(text: str) -> frozenset[Want]:
    """What the answer must hold; nothing of these where it is a number to dial."""
    if _DIALLED.search(text):
        return frozenset()
    found = {want for want, pattern in _WANTS if pattern.search(text)}
    figure = _FIGURE.search(_NAMES_OF_SEVERAL.sub("", text))
    if figure and (not found & {Want.TIME, Want.NAME} or _AMOUNT.search(text)):
        found.add(Want.FIGURE)
    return frozenset(found)


def asks_of_the_report(text: str) -> bool:
    """Whether a question asks who delivered the report, on which day, at which session.

    >>> asks_of_the_report("这份报告是谁作的"), asks_of_the_report("报告对养老怎么说")
    (True, False)
    """
    if "报告" not in text or _ANOTHER_HOLDER.search(text):
        return False
    return bool(_DELIVERED_BY.search(text) or (_DELIVERY.search(text) and read_wants(text) - {Want.FIGURE}))


def quoted_terms(text: str) -> tuple[str, ...]:
    """The words that a question puts in quotation marks, without the × that stands for anything."""
    return tuple(term for match in _QUOTED.finditer(text) if (term := match[1].strip("×xX*…")))
