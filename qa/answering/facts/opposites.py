"""A question and a clause -> whether the clause speaks only of what the question leaves out: another side, another part, the whole."""

import re

from qa.answering.figures import Figure, find_figures
from qa.index.lexical import words

# Two sides that figures are told of apart; 城乡 and 城镇和农村 are both.
_SIDES = (
    (r"城镇|城市|城里|城乡|市民", r"农村|农民|乡村|乡下|村里|村民|农户|城乡"),
    (r"(?<!进)出口", r"进口|进出口"),
    (r"进口", r"出口"),
    (r"男", r"女"),
    (r"国有|国企|央企", r"民营|民企|私营|私企"),
)
# Parts that figures are told of each, and what is said of all of them, if that has a name: a figure of 粮食 is none of 大豆.
_PARTS = (
    (("大豆", "玉米", "小麦", "水稻|稻谷", "马铃薯|薯类", "棉花", "油料|花生|油菜"), r"粮食|谷物"),
    (
        (
            "幼儿园|学前|小学[之以]?前",
            "小学(?![之以]?前)|义务教育",
            "初中|义务教育",
            "高中",
            "大学|高校|本科",
            "中职|高职|职业院校",
        ),
        r"(?!)",
    ),
    (("风电|风力", "光伏|太阳能", "核电", "水电", "火电|煤电"), r"新能源|可再生能源|清洁能源"),
    (("第一产业|一产", "第二产业|二产", "第三产业|三产"), r"(?!)"),
)
_PAIRS = tuple((re.compile(one), re.compile(other)) for one, other in _SIDES)
_SETS = tuple((tuple(re.compile(part) for part in parts), re.compile(whole)) for parts, whole in _PARTS)


def opposed(question: str, clause: str) -> bool:
    """Whether a question names one of two sides and a clause the other alone, or a part where a clause names other parts or the whole.

    >>> opposed("城里居民去年人均收入多了多少元", "农民人均收入增加1207元"), opposed("农村低保多少", "城乡低保提高到727元和563元")
    (True, False)
    >>> opposed("大豆种了多少亩", "粮食播种面积5303万亩"), opposed("粮食种了多少亩", "粮食播种面积5303万亩")
    (True, False)
    """
    asked = ((one.search(question), other.search(question)) for one, other in _PAIRS)
    told = ((one.search(clause), other.search(clause)) for one, other in _PAIRS)
    sides = any(
        (a and not b and d and not c) or (b and not a and c and not d)
        for (a, b), (c, d) in zip(asked, told, strict=True)
    )
    return sides or any(_of_other_parts(question, clause, parts, whole) for parts, whole in _SETS)


def of_the_whole(question: str, sentence: str, figure: Figure) -> bool:
    """Whether a figure is of a whole of which a sentence tells the part, behind 其中, that the question names.

    >>> text = "汽车保有量增至3230万辆，其中新能源汽车增至356万辆"
    >>> [of_the_whole("新能源车有多少", text, figure) for figure in find_figures(text)]
    [True, False]
    """
    start = sentence.find("其中", figure.end)
    if start < 0:
        return False
    whole = words(figure.subject)
    parts = (words(other.subject) for other in find_figures(sentence) if other.start > start)
    own = (word for part in parts if set(part) & set(whole) for word in part if word not in whole)
    return any(len(word) > 1 and word in question for word in own)


def _of_other_parts(question: str, clause: str, parts: tuple[re.Pattern[str], ...], whole: re.Pattern[str]) -> bool:
    asked = [part for part in parts if part.search(question)]
    if not asked or whole.search(question) or any(part.search(clause) for part in asked):
        return False
    return bool(whole.search(clause)) or any(part.search(clause) for part in parts)
