"""A question -> the clauses in which it takes something for granted.

"营口评上国际湿地城市了对吧" and "威海那个零碳园区是哪批入选的" say what is so, and so does what stands before a question that follows
from it: "排放又多了，多了多少". "大连GDP多少" leaves it open.
"""

import re

_CLAUSE = re.compile(r"[^,，。；;：:！!？?\s]+[？?]?")
# 不是已经通了么, 第二个吧: a question in form, an assertion in substance.
_TAG = re.compile(r"(?:对吧|是吧|没错吧|吧|对吗|对不对|是不是)[？?]?$|(?:不是|难道).+[吗么嘛][？?]?$")
# … and 来着 where nothing is asked: of 得了个什么称号来着 it only says that the asker once knew.
_RECALLS = re.compile(r"来着[？?]?$")
# What asks for the when, how or why of an event takes the event for granted, if it speaks of it as done.
_CIRCUMSTANCE = re.compile(
    r"什么时候|啥时候?|何时|哪[年月天]|哪一?[批次届]|怎么|怎样|咋|如何|为什么|为啥|为何|[靠凭因](?:什么|啥)"
)
# What asks for what came of an event takes it for granted, whatever else it says.
_CAME_OF_IT = re.compile(
    r"有(?:什么|啥)(?:好处|意义|影响|作用|用处|效果|反响)|[谈办做干搞]成了?(?:什么|啥)|反响(?:怎样|怎么样|如何|咋样)"
)
_DONE = re.compile(r"[了过](?!多少|几|啥|什么)|的$|已经?|早就|再次|又")
_ASKS = re.compile(
    r"多少|几(?!乎)|什么|啥|哪|谁|何|咋|怎|如何|多[大高长久远快]|[吗么嘛？?]|不$|没有?$|是否|有没有|是不是"
)
_POINTS = re.compile(r"[那这](?:个|座|条|家|项|次|些|块)")
_SUPPOSES = re.compile(r"如果|假如|(?<!主)要是|假设|万一|若")


def asserted(question: str) -> list[str]:
    """The clauses that state something, in order.

    >>> asserted("雄商高铁去年就开了 去济南多长时间")
    ['雄商高铁去年就开了']
    """
    clauses = _CLAUSE.findall(question)
    if any(map(_SUPPOSES.search, clauses)):
        return []
    goes_on = len(clauses) > 1 and bool(_ASKS.search(clauses[-1]))
    return [clause for clause in clauses if _asserts(clause) or (goes_on and not _ASKS.search(clause))]


def _asserts(clause: str) -> bool:
    if _TAG.search(clause) or _CAME_OF_IT.search(clause):
        return True
    if _RECALLS.search(clause):
        return not _ASKS.search(clause)
    rest = _CIRCUMSTANCE.sub("", clause)
    if rest != clause:
        rest = rest.rstrip("？?")  # that asks for the circumstance
    return not _ASKS.search(rest) and bool(_DONE.search(rest) or (rest == clause and _POINTS.search(clause)))
