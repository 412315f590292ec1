"""A question -> what it wants computed from figures.

Read from how a question sets things or times beside each other. Each form of asking is a cue with an example, which a test reads;
the first cue of the table that a question has decides, so that 三样加起来 is a sum though one of them may be 比上年多的.
"""

import re
from dataclasses import dataclass
from enum import Enum


class Operation(Enum):
    """What a question wants computed from figures.

    A base is what a level was before its change, a change the difference of 由…提高到…, an extreme the most and the least of several.
    A part is a whole times its share, a whole a part by that, the rest what a share or a part leaves, a year twelve months, growth
    a change by what it began with. Own is what is told of each for as many as the asker has, converted a figure in another unit.
    """

    DIFFERENCE = "difference"
    SUM = "sum"
    RATIO = "ratio"
    SHARE = "share"
    MEAN = "mean"
    BASE = "base"
    CHANGE = "change"
    EXTREME = "extreme"
    PART = "part"
    WHOLE = "whole"
    REST = "rest"
    YEAR = "year"
    GROWTH = "growth"
    OWN = "own"
    CONVERTED = "converted"


@dataclass(frozen=True, slots=True)
class Cue:
    """A form of asking for an operation."""

    operation: Operation
    pattern: re.Pattern[str]
    example: str


# Pieces of the forms. Nothing reaches over the end of a clause.
_IN = "[^，,。；;？?！!]"
_MUCH = r"(?:多少|几|多大|多长|多远)"
_PART = "(?:几成|百分之几|百分之多少|几分之几|多大比例|多少比例|多大比重|多大一?[块份])"
_RATE = "(?:占比|比例|比重|份额|覆盖率)"
_ROUGHLY = "(?:大概|大约|约|差不多|估计)"
_MORE = "[多少高低大小快慢长短强弱猛]"
_WHICH = "[哪谁啥]"
# Between two things; the same characters also stand in words.
_AND = (
    r"(?:(?<![饱共总温缓])和(?![谐平睦解])|跟(?![踪进着])|(?<![参])与(?![会时其])|(?<![惠普涉触危波])及(?![时格])|(?<![共合不相协])同(?![比步时期样])|、"
    r"|(?<![增参追附叠外更])(?:再?加上|加(?![快工强装大速密征油热入盟长拿一起在总上到]))|＋|\+|vs)"
)
_TOTAL = "(?:一共|总共|拢共|共计|合计|(?<!公)共(?![同享建产])|合(?![作同规格理适法并力]))"
_TOGETHER = "(?:[加合]起来|加一?[块起]|[加合凑算归][到在]一|(?<!谁)都算[上进])"
_COUNTED = "[两二三四五2-5](?:样|个|块|项|类|者|笔|家|摊|摊子|股|头)"
# 比 as a verb, not in a word; a share or a proportion is not compared with anything by its name.
_THAN = "(?<![占对环同])比(?![例率值较如赛方拼作]|重(?![点大要型]))"
# What rises, falls or is more than before, ahead of how much of it: 涨了几块, 多修了多少公里, 降低几个点.
_MOVED = "(?:(?<![最至不])[多少]|(?<!新)增|[添涨长提抬拉扩升降减压缩砍掉落跌省超]|提高|抬高|拉高|降低|缩小|变化)"
_TO = "[到至为是达有]"
_OUTRUN = "(?:[涨增跑]得?[过赢]|跑得?[赢过输]|赶得上|追得上|比得上)"
_THE_PAST = r"(?:去年|上一?年|前年|往年|头年|同期|过去|以前|从前|原来|原先|之前|先前|(?:19|20)\d\d年?|\d\d年|[一二三四五六七八九十两几\d]+年(?:以|之)?前)"


def _cue(operation: Operation, pattern: str, example: str) -> Cue:
    return Cue(operation, re.compile(pattern, re.I), example)


CUES = (
    _cue(Operation.REST, rf"(?:没有?|未|尚未)(?:(?!的){_IN}){{1,8}}的{_IN}{{0,6}}(?:{_PART}|{_MUCH})", "没覆盖到的还剩百分之几"),
    _cue(Operation.REST, rf"(?:剩下|余下|其余)的?{_IN}{{0,10}}(?:{_PART}|{_MUCH})", "其余的断面占几成"),
    _cue(Operation.REST, rf"还[有剩]{_IN}{{0,2}}{_MUCH}{_IN}{{0,4}}[没未]", "还剩多少件没保留"),
    _cue(Operation.PART, rf"[按照]{_IN}{{0,8}}{_RATE}{_IN}{{0,6}}[算折估](?!{_IN}*[倒反]推)", "按占比算，第三产业值多少万亿"),
    _cue(Operation.PART, rf"\d[个家项件户人所座条处](?!.*推).{{1,24}}{_ROUGHLY}{_IN}{{0,3}}{_MUCH}", "150个断面里，优良的大概有几个"),
    _cue(Operation.WHOLE, rf"^(?!.*(?:{_THE_PAST}|[增涨]|提高|下降)).*(?:占|{_RATE}).*(?:[倒反]推|推算)", "民生支出占了八成，总支出多少，反推一下"),
    _cue(Operation.YEAR, rf"(?<!平均)(?<!每)一年{_IN}{{0,6}}(?:合|折合?|(?:算|加)?[下起]来|[能可]以?[拿领]){_IN}{{0,6}}{_MUCH}", "按新标准一年合多少钱"),
    _cue(Operation.MEAN, rf"[一每]个?(?:月|季度?|天){_IN}{{0,4}}(?:[加合]起来|相当于|合|摊){_IN}{{0,10}}{_MUCH}|[月日季]均{_IN}*{_MUCH}", "房贷利息一个月加起来少还多少"),
    _cue(Operation.CHANGE, rf"(?:收窄|缩小|拉大|扩大)了?{_MUCH}", "城乡差距五年收窄了多少"),
    _cue(Operation.BASE, rf"(?:新增|增加|扩容|扩围|添)了?[之以]?前{_IN}{{0,6}}{_MUCH}|(?<![比较])前一年{_ROUGHLY}?是?{_MUCH}", "新增之前原来有几家"),
    _cue(Operation.BASE, rf"(?<![比较跟和])(?:原来|原先)(?!计划|预计){_IN}{{0,8}}(?:是|有|为){_MUCH}|[用拿照]{_IN}{{0,14}}减(?:一?减|去|回)|往回减", "原来年初预算是多少"),
    _cue(Operation.BASE, r"[倒反回]推|推算|倒[着回]?算|推(?:一推|出来)", "倒推一下去年赤字盘子多大"),
    _cue(Operation.BASE, rf"[按照]{_IN}{{0,8}}(?:倍数|增幅|增速|涨幅|增加额|增量|高[出于]|低于)", "照报告说的倍数，2017年大概多少户"),
    _cue(Operation.BASE, rf"年{_IN}*[，,]?{_IN}*算(?:一?[下算]|出来)(?!{_IN}*平均)", "专项债去年安排了多少，帮我算算"),
    _cue(Operation.BASE, rf"(?:{_MOVED}|提标|调整|整合)了?[之以]?前{_IN}{{0,4}}{_MUCH}", "报销比例提高前是多少"),
    _cue(Operation.MEAN, rf"平均(?:{_IN}{{0,6}}?[一每]|下来|到)|年均{_IN}*{_MUCH}(?:个(?!百?分?点)|[家项户件亩公人万亿])", "平均每年改几个"),
    _cue(Operation.MEAN, r"^(?!.*(?:增[速长幅]|个点|百分)).*[五5]年的?年?平均(?:数|量|值)?(?![每增涨升降下速])", "比前五年的年平均多多少公里"),
    _cue(Operation.MEAN, r"摊(?:到|下来|给)|人均.{0,4}算", "摊到每个岗位上几百块"),
    _cue(Operation.MEAN, rf"[一每](?:个(?!月)|家|户|人|名|项|所|座|亩|台){_IN}{{0,8}}平均|[一每]亩(?:(?!比){_IN}){{0,10}}{_MUCH}", "一亩地合多少公斤"),
    _cue(Operation.MEAN, rf"每[个家项户]{_IN}{{0,4}}(?:大概|大约|约){_MUCH}", "每个项目大概多少钱"),
    _cue(Operation.SHARE, rf"占(?![比地据用])(?:(?![差高低]){_IN}){{0,10}}(?:{_PART}|多少|多大)", "企业占多少"),
    _cue(Operation.SHARE, rf"(?:里|中|是|相当于|当中){_IN}{{0,16}}(?<!了){_PART}|几分之几", "是五年总量的几成"),
    _cue(Operation.SHARE, rf"[顶抵]{_IN}{{1,10}}{_PART}", "海洋经济顶GDP的几成"),
    _cue(Operation.RATIO, r"(?:几|多少)倍|翻了?几", "现在是五年前的几倍"),
    _cue(Operation.SUM, rf"总和|之和|加总|{_TOGETHER}|样加|一块儿?多少|的加|加[今去]年", "两个加一块多少金"),
    _cue(Operation.SUM, rf"加上|合计|{_AND}{_IN}*[，,]?{_IN}{{0,8}}{_TOTAL}|{_COUNTED}{_IN}{{0,6}}{_TOTAL}", "建议和提案一共办了多少件"),
    _cue(Operation.SUM, rf"{_COUNTED}都|(?:算上|连上|连同){_IN}*[，,]?{_IN}*{_MUCH}", "算上今年计划的，六年总共能改多少个"),
    _cue(Operation.SUM, rf"{_TOTAL}{_IN}{{0,6}}{_MUCH}[块枚个面]?奖?牌", "奥运会上一共拿了几块牌"),
    _cue(Operation.EXTREME, rf"{_AND}.*(?:{_WHICH}{_IN}{{0,8}}最{_IN}{{0,3}}{_MORE}|最{_IN}{{0,3}}{_MORE}{_IN}{{0,3}}{_WHICH})", "财政收入和投资、进出口，哪个增得最快"),
    _cue(Operation.EXTREME, rf"(?:目标|指标|增[速幅长]|涨幅).*(?:里|中)头?{_IN}*[，,]?{_IN}*(?:{_WHICH}{_IN}{{0,8}}最{_IN}{{0,2}}[高低快慢]|最{_IN}{{0,2}}[高低快慢]的?是?{_WHICH})", "主要预期目标里，哪个增速定得最高"),
    _cue(Operation.DIFFERENCE, rf"{_OUTRUN}{_IN}{{0,10}}[吗没不]|达到{_IN}{{0,12}}(?:水平|平均数?|均值)了?[吗没]", "收入涨得过物价不"),
    _cue(Operation.DIFFERENCE, rf"从{_THE_PAST}{_IN}*到今年|再[添补加]{_IN}{{0,8}}{_MUCH}{_IN}{{0,4}}才", "从去年的里程再添多少公里才到今年的数"),
    _cue(Operation.DIFFERENCE, rf"(?:离|距离?){_IN}{{1,16}}(?:多远|还[有差要]{_MUCH})|之间{_IN}{{0,6}}{_MUCH}{_IN}?(?:余地|空间|距)|{_THAN}{_IN}{{1,20}}(?:放|收|加|压减|[松紧])[宽紧码力大]?了?{_MUCH}个?(?:百分)?点", "离全国平均水平还有多远"),
    _cue(Operation.DIFFERENCE, rf"差(?:了|着|出)?{_IN}{{0,6}}{_MUCH}|相差|差距|一减", "城里和农村差几块"),
    _cue(Operation.DIFFERENCE, rf"{_THAN}{_IN}{{1,24}}{_MORE}|[跟和与同]{_IN}{{1,16}}比(?![例重])|[对相]比|vs", "农民收入增速比城里人高几个点"),
    _cue(Operation.DIFFERENCE, rf"(?:{_AND}|城乡){_IN}*[，,]?{_IN}*{_WHICH}{_IN}{{0,8}}{_MORE}|{_WHICH}{_IN}{{0,8}}[高快多强猛]{_IN}{{0,8}}{_MUCH}", "城镇和农村收入谁涨得快"),
    _cue(Operation.DIFFERENCE, rf"{_MORE}了?还是|还是{_MORE}|还是[减降缩压]|加码", "今年是加码还是减了"),
    _cue(Operation.DIFFERENCE, rf"(?:{_MORE}出|超[过额出了]|领先){_IN}{{0,20}}{_MUCH}|[少多]了?几|砍了{_MUCH}", "超过目标多少"),
    _cue(Operation.DIFFERENCE, rf"还(?:[缺差少剩]|[得要需](?:再|多|加|补|添|增)){_IN}{{0,8}}{_MUCH}|完成了目标|达标|(?:任务|目标|指标).{{0,12}}[多超少]{_IN}{{0,4}}{_MUCH}", "要达标还得再添多少公里"),
    _cue(Operation.DIFFERENCE, rf"有{_THE_PAST}{_IN}{{0,6}}[吗么]|有(?:实际|全国){_IN}{{0,6}}[吗么]", "今年力度有去年大吗"),
    _cue(Operation.DIFFERENCE, r"(?:more|less|higher|lower|faster) than|compare", "Is the target higher than the result"),
    _cue(Operation.CHANGE, rf"{_MOVED}(?:(?!{_TO}){_IN}){{0,5}}{_MUCH}", "十四五高铁多修了多少公里"),
)  # fmt: skip
_OWN_PAST = re.compile(
    rf"(?:{_THAN}|较|是){_IN}{{0,3}}{_THE_PAST}|[跟和与同]{_THE_PAST}{_IN}{{0,4}}比|{_THE_PAST}的{_IN}{{0,2}}倍"
)
_OF_TWO = re.compile(rf"{_WHICH}(?!年)")
# What stands between the things that a question names: in a list, and in any other; and where it stops naming and asks.
_LISTED = re.compile(rf"(?P<beside>{_AND})|[，,：:\s（()）]")
_BETWEEN = re.compile(
    rf"(?P<beside>{_AND}|{_THAN}|{_OUTRUN}|{_MORE}?还是|(?<![存正现])在(?=[^，,]{{2,10}}(?:里|中)头?)|[顶抵](?=[^，,]+(?:几|百分|多))|(?<![公城村乡镇家省市县这那])里(?!程)头?|占(?!比)|相当于|(?<![还就不])是)|[，,：:\s？?]"
)
_ASKS = re.compile(rf"{_WHICH}|{_MUCH}|{_TOTAL}|{_TOGETHER}|加总")
# … or one word for two.
_BESIDE = re.compile(rf"{_AND}|{_THAN}|{_OUTRUN}|{_WHICH}|[，,\s]|城乡|进出口|存贷|产销|收支")


_NAMED_TOGETHER = re.compile("哪(?:[两二三四五几俩仨]|些)")
_MEAN_RATE = re.compile(r"平均(?!.*平均).*增[速幅长].*[比跟和].*(?:几|多少)个?百?分?点")


def read_operation(text: str) -> Operation | None:
    """What the question wants computed, if anything.

    >>> read_operation("城市低保和农村低保每月差多少钱")
    <Operation.DIFFERENCE: 'difference'>
    """
    found = (cue.operation for cue in CUES if cue.pattern.search(text))
    operation = next((one for one in found if not _is_said_only(one, text)), None)
    first, *rest = re.split("[？?]", text, maxsplit=1)
    if operation is Operation.SHARE and rest and read_operation(first) is Operation.SUM:
        return Operation.SUM  # 三笔加总是多少？专项债占几成: the whole is what they come to
    return operation


def _is_said_only(operation: Operation, text: str) -> bool:
    """Whether the words for an operation ask for none: 哪两家合到一块儿 adds nothing up, a mean rate of growth is set beside another."""
    if operation is Operation.SUM:
        return bool(_NAMED_TOGETHER.search(text)) and not re.search(_MUCH, text)
    return operation is Operation.MEAN and bool(_MEAN_RATE.search(text))


def parts(text: str, operation: Operation | None) -> list[str]:
    """The parts of a question that each name one of the things that it sets beside each other, or adds up.

    What follows after the last of them, behind a comma, asks.

    >>> parts("城镇和农村居民收入谁涨得快，快多少", Operation.DIFFERENCE)
    ['城镇', '农村居民收入谁涨得快']
    """
    between = _BETWEEN
    if operation in (Operation.SUM, Operation.EXTREME):
        between, asks = _LISTED, _ASKS.search(text)
        text = text[: asks.start()] if asks and re.search(_AND, text[: asks.start()]) else text
    marks = list(between.finditer(text))
    last = max((number for number, mark in enumerate(marks) if mark["beside"]), default=len(marks) - 1)
    ends = [0, *(mark.end() for mark in marks[: last + 1])]
    starts = [*(mark.start() for mark in marks[: last + 2]), len(text)]
    found = (text[start:end].strip() for start, end in zip(ends, starts, strict=False))
    return [part for part in found if part and not _ASKS.match(part)]


def against_its_past(text: str) -> bool:
    """Whether a question sets a thing beside its own past, and no two things beside each other.

    >>> against_its_past("外资比上年多了多少"), against_its_past("跟2017年比，私企和中小企业哪个翻得更猛")
    (True, False)
    """
    return _OWN_PAST.search(text) is not None and _OF_TWO.search(text) is None


def names_one_thing(text: str) -> bool:
    """Whether nothing in a question parts one thing from another.

    >>> names_one_thing("占全国的份额多了几个百分点"), names_one_thing("城乡低保差多少")
    (True, False)
    """
    return _BESIDE.search(text) is None
