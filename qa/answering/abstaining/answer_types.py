"""The types of answer, as in question answering: how a question asks for each, and what in a text is of the type."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from qa.retrieval.places import places_in


@dataclass(frozen=True, slots=True)
class Expected:
    """A type of answer: its name after 没有说明, how a question asks for it, and what in a text is of the type."""

    name: str
    asks: re.Pattern[str]
    held: Callable[[str], Sequence[str]]


def _type(name: str, asks: str, held: str, *, by_place: bool = False) -> Expected:
    """A type held by what a pattern finds and, `by_place`, by the names of provinces, cities and countries."""
    find = re.compile(held, re.I).findall
    return Expected(name, re.compile(asks, re.I), (lambda text: [*places_in(text), *find(text)]) if by_place else find)


_N = r"[一二三四五六七八九十百\d]"
# 哪家, 哪两个, 哪些, 是什么.
_WHICH = rf"(?:哪(?:一|些|几|[两俩]|{_N}+)?|(?<!为)(?:什么|啥))[个家所座支批]?"
# 哪个市场, 哪些区域 and 哪个国家级平台 ask for no place.
_END = r"(?![场级域属块商投镇乡际中委政])"
_DATE = r"\d{4}年|\d{1,2}月|年[初底中末]|[今明后]年|第[一二三四五]年|季度|[上下]半年|五年|\d{1,2}日"
_DURATION = (
    r"(?:\d+(?:\.\d+)?|[一二两三四五六七八九十半]+)个?(?:多|余)?(?:分钟|小时|天|个月|年(?![初底中末]|度))(?<!\d{4}年)"
)
_TOWN = (
    r"[一-鿿]{2}(?:(?<!城)市(?!场)|(?<![困范强全大])县(?!域)|(?<![园地社小景灾城片街辖牧林农])区(?!域)|(?<![城乡集重])镇|(?<!城)乡|(?<![农乡])村"
    r"|[港州岛湾山]|新城)"
)
_COUNTRY = (
    r"[一-鿿](?<![中全我各外多])国(?![家内际有务])|[一-鿿]{2}(?:斯坦|[尼利西里比]亚)|日本|俄罗斯|印度|蒙古|越南|老挝|缅甸|泰国|新加坡|巴西|埃及|沙特|阿联酋|南非|墨西哥|加拿大"
    r"|东盟|欧盟|中亚|中东|非洲|拉美"
)
_PEOPLE = r"[一-鿿]{2}(?:群众|人员|家庭|对象|居民|职工|农民工?|学生|儿童|老人|老年人|残疾人|毕业生|青年|市民|人群|群体|人才|[户者])"
_DOES = r"(?:去|才?能|可以)?(?:申请|申领|办理|领取|领(?![先导跑])|开户|报名|登记|预约|缴|买(?![得不]))"

# Of several that are asked for and not held, the first is named to the reader.
TYPES = (
    _type(
        "怎样办理",
        rf"(?:怎么|咋|如何|[上去到在]哪(?:里|儿)?){_DOES}|[上去到]哪(?:里|儿)?办|哪个窗口|(?:带|要|交|准备)(?:些|点)?(?:啥|什么|哪些)(?:材料|手续)|办理?流程",
        r"网上|线上|掌上|一网|窗口|平台|APP|小程序|热线|自助|免申|直接结算|刷",
    ),
    _type(
        "哪些人符合条件",
        r"(?:谁|哪[些类]?人|什么样?的?人|啥样?的?人|哪些家庭)(?:才|都)?(?:有资格|符合|享受|(?:能|可以)[^，。？]{0,3}(?:领|申|享|买|参加|补|住))|(?:申请|领取?|享受|购买|入住)(?:的|要|需要|有)?(?:什么|啥)?(?:条件|资格)"
        r"|(?:要|需要|得有)(?:什么|啥|哪些)(?:条件|资格)|户口(?:的?人)?(?:行|能|可以)",
        _PEOPLE,
    ),
    _type("年龄", r"几岁|多少岁|多大(?:岁数|年纪|年龄)|哪个年龄|年龄段", r"\d+周?岁|学前一年"),
    _type("具体的日期", r"哪一?天|(?<!码是)(?<!第)几号(?![线楼院店机文])", r"\d{1,2}[日号]"),
    _type("具体的月份", r"几月(?:份|[^\d一-鿿]|[几开通举上])|哪一?个月", r"\d{1,2}月|季度|[上下]半年|年[初底]"),
    _type("具体的时间", r"什么时候|啥时候?|何时|哪一?年(?!级)|when ", _DATE),
    _type("多长时间", r"多久|多长时间|多少时间|几个?(?:小时|钟头|月(?!份))|几(?:分钟|天)", rf"{_DURATION}|{_DATE}"),
    _type(
        "排在第几",
        r"排第?几|第几[位名]|排名(?:多少|第?几)",
        rf"第{_N}+(?![届年次批期章条节季步轮代产方])|首位|前列|前{_N}+|[居在]首|最[高大多长快]",
    ),
    _type("是第几", r"(?<!排)(?<!排在)第几(?![位名])|哪一?[届批]", rf"第{_N}+|{_N}+期"),
    _type(
        "是哪一国", rf"{_WHICH}国(?:家(?!级|队)|[？?，]|$)|国名|国家(?:都|分别|具体)?(?:有|是|包括)(?:哪|谁)", _COUNTRY
    ),
    _type("是哪个省", rf"{_WHICH}省份?{_END}", "(?!)", by_place=True),
    _type(
        "具体的地点",
        rf"{_WHICH}(?:城(?=[？?，。]|$)|城市|[市县区州村](?!民)|园区){_END}|(?:城市|园区|[县省])(?:都|分别|具体)?(?:有|是|包括)(?:哪(?:些|几个?)?|谁)(?=[？?，。\s]|$)|哪座城|(?:什么|啥|哪个)地方|在哪(?:里|儿|个地方)?(?=[开办建举修落投设召])",
        rf"{_TOWN}|“[^”]{{2,8}}”",  # what is named may be named after a place: “枫桥经验”
        by_place=True,
    ),
    _type("是哪所医院", rf"{_WHICH}(?:大|三甲)?医院", r"[一-鿿]{2}(?:医院|医大|院区|[一二三四]院)", by_place=True),
    _type("是哪所学校", rf"{_WHICH}(?:大学|学校|高校|院校|学院|中学|小学)", r"[一-鿿]{2}(?:大学|学院|学校|中学|小学)"),
    _type("是哪家银行", rf"{_WHICH}银行", r"[一-鿿]{2}(?:银行|农商行)"),
    _type("是哪支队伍", rf"{_WHICH}(?:球)?队(?!伍)", r"[一-鿿]{1,4}(?:队|俱乐部|[男女][足篮排])"),
    _type("是哪个部门", rf"{_WHICH}(?:部门|单位牵头)", r"[一-鿿]{2}(?:部|委|局|厅|办)(?![分门署理法事公])|国务院|中央"),
    _type("是哪个牌子", rf"{_WHICH}(?:牌子|品牌)", r"“[^”]+”|[一-鿿]{2}(?:品牌|牌)"),
    _type(
        "是哪一家",
        rf"哪(?:一|几|[两俩]|{_N}+)?(?:家|个)[一-鿿]{{0,4}}(?:公司|单位|集团|车企|企业|[^工]厂|厂家)|是哪家|哪家的",
        r"[一-鿿”]{1,6}(?:公司|集团|股份|重工|造船|航空(?!器)|研究[院所]|大学|[院所厂])|[鞍本首宝武]钢|[一上东广北]汽(?!车)",
        by_place=True,
    ),
)
