"""A question and a figure -> whether the figure's unit is the one asked for."""

import re

from qa.answering.figures import CHANGES, Direction, Figure
from qa.answering.figures.units import UNIT, base, counts_things

# The measure word behind 多少 or 几, with its scale: 多少亿斤, 几万辆, 几公里.
_UNIT_ASKED = re.compile(
    rf"(?:多少|(?<![这前近好头])几|第几)(?:个(?=亿|万))?(?:百|千|万|亿)*(?P<unit>{UNIT})(?!以上的?[一-鿿]|级)"
)
_HOW_MUCH = re.compile(r"^(?:多少|几|第几)个?(?=.)")
_MONEY_WORDS = {"块": "元", "块钱": "元", "元钱": "元", "钱": "元"}
_PAID = "租金|房租|票价|学费|工资|薪水|月薪|年薪|损失|奖金|房价|电价|油价|单价|价格|价钱|补贴|补助|津贴|罚款|运费|门票|工钱|赔偿"
_MONEY = re.compile(
    rf"多少钱|(?:[领掏挣赚花]|能拿|(?:一个|每个?)月.{{0,4}}[给发补拿])[了到]{{0,2}}多少(?=养老金|工资|补贴|补助|[？?，,。]|$)|几块|多少块|多少美元"
    rf"|(?:{_PAID})(?:标准|现在|大概|一[个年月天]+|一共)*(?:是|有|给|发)?多少(?![个家项座条人名件户倍])|多少(?:经济)?(?:{_PAID})"
    rf"|(?:{_PAID}).*[给发领补拿交掏赔奖][了到]?多少(?![个家项座条人名件户倍])"
    r"|总投资(?:多|是|有|额(?!增)|$|[？?])|投资额(?!.{0,4}(?:增|涨|降|率))"
)
_HOURS = re.compile(r"个?(?:小时|钟头)")
# 几块金牌 counts pieces, 几块钱 money.
_PIECES = re.compile(r"几块(?=[一-鿿])(?![钱一每了啊呢呀吧吗]|左右)")
_PERCENT = re.compile(r"百分之(?:几|多少)|百分比|几个百分点|多少个?百分点")
_POINTS = re.compile(r"几个(?:百分)?点|多少个?(?:百分)?点")
_RATE = re.compile(
    r"增速|增幅|涨幅|(?:涨|(?<!新)增|增长|增加|下降|降低|降)了?(?:多少|几)(?![个家项亩公万亿元斤])|百分之几|几个点|比例|占比|比重|几成"
    r"|占[了到去着]?(?:多少|几|多大)|率(?!先)|percent|growth|%|跌|涨没",
    re.I,
)
# Asks how much it is more or less than before, which a report tells as a change: 比前年多了多少, 涨了几成.
_CHANGED = re.compile(
    r"(?:比|较|同比)(?:上一?年|去年|前年|头年|往年|以前|原来|过去).{0,4}[多少高低涨增降减快慢贵]|[多少高低贵减]了(?:多少|几)"
)
_CHANGES_ASKED = re.compile(
    r"(?:增|涨|升|提高|降|减|跌|多|快|扩大|上调|贵|便宜|少)[长加了出幅]*(?:百分之)?(?:多少|几)|(?:多|(?<!多)少)[一-鿿]{1,2}了?(?:多少|几)|[增涨升降减]幅|增[速长量]|变化|[新增]加?了?(?:多少|几)"
)
# Asks for the size, not for its change: 产了多少, 投了多少, 一共多少.
_SIZE = re.compile(
    r"总投资|投资额|金额|(?:产|投|花|拨|收|卖|减|发|补)了?多少|一共|总共|拢共|现在(?:有|是)?多少|有多少(?=[？?]|$)|多少钱"
)
# Asks for the whole: 一共多少, 总量有多少; or for where a change ended: 提高到多少, 提高以后是多少.
_WHOLE = re.compile(r"一共|总共|拢共|总[量额数].{0,4}多少")
_END = re.compile(r"(?:以后|之后|[到至])(?:底|了|究竟|大概)*(?:是|有)?(?:每人|每月|每个?人)?(?:多少|几)")
_NEW = re.compile(r"新|增")
# A scale without a unit: 收了多少亿, 有多少万.
_SCALE_ASKED = re.compile(r"多少个?(?P<scale>万亿|千万|百万|[万亿])(?!元?(?:以上|级))")
# The people that a question counts without a measure word: 用手机的人有多少, 常住人口是多少.
_PEOPLE_ASKED = re.compile(r"(?:的人|人[数口])(?:现在|一共|总共|大概|到底)*(?:是|有)?多少|多少人口")
# Asks for a length or an area without its unit: 地铁一共多长, 种了多大面积.
_LENGTH_ASKED = re.compile(r"多长(?!时间|久)|多远|里程(?:一共|总共|大概|现在)*(?:是|有|达到)?多少")
_AREA_ASKED = re.compile(r"多大面积|面积(?:一共|总共|大概|现在)*(?:是|有|达到)?(?:多少|多大)")
# A time is no size: 5年提高4.5个百分点.
_DURATIONS = ("个月", "分钟")
# Measure words that count things of one sort: 架 aircraft, 枚 medals, 场 games; and those that count people.
_OF_ONE_SORT = ("架", "枚", "艘", "列", "辆", "颗", "场", "栋", "台", "只", "棵", "套", "件")
_PEOPLE = ("人", "名", "位", "口", "人次")


def unit_fit(question: str, figure: Figure) -> float:
    """1 where a figure has the unit or is of the kind asked for, -1 where it is of another, 0 where nothing is said.

    A count of one measure word may be told in another (几家 and 7个), if not in that of another sort of things; 元 never in 户,
    and 辆 never in %. The amount of a change is no answer where its end or the whole is asked for: 提高到多少 and 提高30元.
    """
    question = _PIECES.sub("几个", _HOURS.sub("小时", question))
    changed = _CHANGES_ASKED.search(question) is not None
    whole = _WHOLE.search(question) is not None
    if figure.direction in CHANGES and (whole or _END.search(question)) and not changed:
        return -1.0
    fit = _of_the_unit(question, figure)
    added = figure.direction is Direction.ADDED and whole and not _NEW.search(question)
    return min(fit, -0.5) if added else fit


def units_asked(question: str) -> list[str]:
    """The units in which a question asks for an amount, with their scales, the last first.

    >>> units_asked("折成吨是多少亿吨"), units_asked("能待几天")
    (['亿吨'], ['天'])
    """
    found = (_HOW_MUCH.sub("", match[0]) for match in reversed(list(_UNIT_ASKED.finditer(question))))
    return [unit for unit in found if unit]


def _of_the_unit(question: str, figure: Figure) -> float:
    unit = base(figure.unit)[1]
    percent = unit in ("%", "个百分点", "百分点")
    if _PERCENT.search(question):
        return 1.0 if percent else -1.0
    if _POINTS.search(question):
        return 1.0 if percent or figure.direction in CHANGES else -1.0
    if _MONEY.search(question):
        return 1.0 if unit.endswith("元") else -1.0
    if asked := list(_UNIT_ASKED.finditer(question)):
        last = asked[-1]["unit"]  # a follow-up asks at its end
        return _counted(base(_MONEY_WORDS.get(last, last))[1], unit)
    if scale := _SCALE_ASKED.search(question):
        return -1.0 if percent else _scaled(scale["scale"], figure.unit)
    if _RATE.search(question):
        return 1.0 if percent or figure.direction in CHANGES else -1.0
    for pattern, wanted in ((_PEOPLE_ASKED, "人"), (_LENGTH_ASKED, "米"), (_AREA_ASKED, "亩")):
        if pattern.search(question):
            return _counted(wanted, unit)
    if _CHANGED.search(question):
        return 0.5 if figure.direction in CHANGES else -0.5
    return -0.5 if _SIZE.search(question) and (percent or unit in _DURATIONS) else 0.0


def counted_alike(one: str, other: str) -> bool:
    """Whether two measure words may count things of one sort: 19件 and 28部, but no 架 and 枚, and no 人 and 家."""
    return min(_counted(one, other), _counted(other, one)) >= 0


def _scaled(scale: str, unit: str) -> float:
    """How well a unit fits a scale asked for without one: 亿 is mostly money."""
    if "亿" in scale and unit.endswith("元"):
        return 1.0
    return 0.5 if unit.startswith(scale) else -1.0 if "亿" in scale else 0.0


def _counted(wanted: str, unit: str) -> float:
    """How well a unit fits the one asked for: 多少微克 of 31微克/立方米, 几家 of 7个, but 几家 not of 7人."""
    if wanted in (unit, unit.partition("/")[0]) or (wanted in _PEOPLE and unit in _PEOPLE):
        return 1.0
    sorts = [word if word in _OF_ONE_SORT else "人" if word in _PEOPLE else "" for word in (wanted, unit)]
    if not counts_things(wanted) or not counts_things(unit) or (all(sorts) and sorts[0] != sorts[1]):
        return -1.0
    return -0.5 if unit and wanted in _PEOPLE else 0.5
