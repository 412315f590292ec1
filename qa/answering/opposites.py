"""A question and a clause -> whether the clause speaks of the opposite alone: of farmers, where townspeople are asked about."""

import re

# Two sides that figures are told of apart; 城乡 and 进出口 are both.
_SIDES = tuple(
    (re.compile(one), re.compile(other))
    for one, other in (
        (r"城镇|城市|城里|城乡|市民", r"农村|农民|乡村|乡下|村里|村民|农户|城乡"),
        (r"进口|进出口", r"出口"),
        (r"男", r"女"),
        (r"国有|国企|央企", r"民营|民企|私营|私企"),
    )
)


def opposed(question: str, clause: str) -> bool:
    """Whether a question names one of two sides, and a clause the other alone.

    >>> opposed("城里居民去年人均收入多了多少元", "农民人均收入增加1207元"), opposed("农村低保多少", "城乡低保提高到727元和563元")
    (True, False)
    """
    asked = ((one.search(question), other.search(question)) for one, other in _SIDES)
    told = ((one.search(clause), other.search(clause)) for one, other in _SIDES)
    return any(
        (a and not b and d and not c) or (b and not a and c and not d)
        for (a, b), (c, d) in zip(asked, told, strict=True)
    )
