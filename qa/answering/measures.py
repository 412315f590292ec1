"""A question and a figure -> whether the figure's unit is the one asked for."""

import re

from qa.answering.figures import CHANGES, Figure
from qa.answering.figures.units import UNIT, base, counts_things

# The measure word behind 多少 or 几, with its scale: 多少亿斤, 几万辆, 几公里.
_UNIT_ASKED = re.compile(rf"(?:多少|几|第几)(?:个(?=亿|万))?(?:百|千|万|亿)*(?P<unit>{UNIT})")
_MONEY_WORDS = {"块": "元", "块钱": "元", "元钱": "元", "钱": "元"}
_MONEY = re.compile(
    r"多少钱|(?:[领掏挣赚花]|能拿|(?:一个|每个?)月.{0,4}[给发补拿])[了到]{0,2}多少(?=养老金|工资|补贴|补助|[？?，,。]|$)|几块|多少块|多少个?万?亿(?![斤吨度千立个])|多少美元|总投资(?:多|是|有|额(?!增)|$|[？?])|投资额(?!.{0,4}(?:增|涨|降|率))"
)
_HOURS = re.compile(r"个?(?:小时|钟头)")
# 几块金牌 counts pieces, 几块钱 money.
_PIECES = re.compile(r"几块(?=[一-鿿])(?![钱一每了啊呢呀吧吗]|左右)")
_PERCENT = re.compile(r"百分之(?:几|多少)|百分比|几个百分点|多少个?百分点")
_POINTS = re.compile(r"几个(?:百分)?点|多少个?(?:百分)?点")
_RATE = re.compile(
    r"增速|增幅|涨幅|(?:涨|(?<!新)增|增长|增加|下降|降低|降)了?(?:多少|几)(?![个家项亩公万亿元斤])|百分之几|几个点|比例|占比|比重|几成"
    r"|率(?!先)|percent|growth|%|跌|涨没",
    re.I,
)
# Asks how much it is more or less than before, which a report tells as a change: 比前年多了多少, 涨了几成.
_CHANGED = re.compile(
    r"(?:比|较|同比)(?:上一?年|去年|前年|头年|往年|以前|原来|过去).{0,4}[多少高低涨增降减快慢贵]|[多少高低贵减]了(?:多少|几)"
)
# Asks for the size, not for its change: 产了多少, 投了多少, 一共多少.
_SIZE = re.compile(
    r"总投资|投资额|金额|(?:产|投|花|拨|收|卖|减|发|补)了?多少|一共|总共|拢共|现在(?:有|是)?多少|有多少(?=[？?]|$)|多少钱"
)
# A time is no size: 5年提高4.5个百分点.
_DURATIONS = ("个月", "天", "分钟")
# Measure words that count things of one sort: 架 aircraft, 枚 medals, 场 games.
_OF_ONE_SORT = ("架", "枚", "艘", "列", "辆", "颗", "场", "栋", "台", "只", "棵")


def unit_fit(question: str, figure: Figure) -> float:
    """1 where a figure has the unit or is of the kind asked for, -1 where it is of another, 0 where nothing is said.

    A count of one measure word may be told in another (几家 and 7个), if not in that of another sort of things; 元 never in 户,
    and 辆 never in %.
    """
    question = _PIECES.sub("几个", _HOURS.sub("小时", question))
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
        wanted = base(_MONEY_WORDS.get(last, last))[1]
        if wanted in (unit, unit.partition("/")[0]):  # 多少微克 of 31微克/立方米
            return 1.0
        apart = wanted in _OF_ONE_SORT and unit in _OF_ONE_SORT
        return 0.5 if counts_things(wanted) and counts_things(unit) and not apart else -1.0
    if _RATE.search(question):
        return 1.0 if percent or figure.direction in CHANGES else -1.0
    if _CHANGED.search(question):
        return 0.5 if figure.direction in CHANGES else -0.5
    return -0.5 if _SIZE.search(question) and (percent or unit in _DURATIONS) else 0.0
