"""The words right before and after a number -> its hedge."""

import re

from qa.answering.figures.measures import OPEN_UNITS
from qa.answering.figures.record import Hedge
from qa.answering.figures.vocabulary import (
    FILLERS,
    HEDGES_AFTER,
    HEDGES_BEFORE,
    LATIN_HEDGES_AFTER,
    LATIN_HEDGES_BEFORE,
)

_BEFORE = [
    *((hedge, re.compile(rf"(?:{words})(?:了|为|在|达)?\s*$")) for hedge, words in HEDGES_BEFORE.items()),
    *((hedge, re.compile(rf"\b(?:{words})\s*$", re.IGNORECASE)) for hedge, words in LATIN_HEDGES_BEFORE.items()),
]
_AFTER = [
    *((hedge, re.compile(rf"[\s*]{{0,2}}(?:{words})")) for hedge, words in HEDGES_AFTER.items()),
    *((hedge, re.compile(rf"[\s*]{{0,2}}(?:{words})\b", re.IGNORECASE)) for hedge, words in LATIN_HEDGES_AFTER.items()),
]
_FILLER = re.compile(rf"(?:{FILLERS})\s*$")
_AND_MORE = re.compile("多(?![边元种样项层])")
# 最高补助50万元: the bound stands before the verb.
_BOUND = re.compile(r"(最高|最多|最低|最少)(?:可|给予|补助|奖励|支持|资助|补贴|发放)+$")
# 不低于当地标准的1.6倍: what it is a multiple or a share of stands between. Without 不 this compares (高于城镇居民的2.2%).
_OF = re.compile(r"(不(?:超过|低于|高于|少于|多于)|不足|接近)[^\d，。；]{2,30}的$")
# Aiming holds for all that the clause says: 力争出口额翻两番. 争取 is to aim only before such a verb; else it is to obtain.
_AIM = re.compile(r"力争|争取(?=达到|突破|实现|超过|增长)")


def hedge_before(segment: str) -> tuple[Hedge | None, str]:
    """The hedge that ends a segment, and the segment without it and the small words around it.

    >>> hedge_before("科技型中小企业将超过")
    (<Hedge.MORE_THAN: 'more_than'>, '科技型中小企业')
    """
    hedge = None
    while True:
        for kind, pattern in _BEFORE:
            if match := pattern.search(segment):
                hedge, segment = hedge or kind, segment[: match.start()]
                break
        else:
            match = _FILLER.search(segment)
            if not match:
                return hedge, segment.rstrip()
            segment = segment[: match.start()]


def hedge_after(text: str, end: int, unit: str) -> tuple[Hedge | None, int]:
    """The hedge that follows a number with its unit, and where it ends."""
    for hedge, pattern in _AFTER:
        if match := pattern.match(text, end):
            return hedge, match.end()
    if unit in OPEN_UNITS.split() and (match := _AND_MORE.match(text, end)):
        return Hedge.MORE_THAN, match.end()
    return None, end


def hedge_of_clause(clause: str) -> Hedge | None:
    """A hedge that stands further off in the clause that leads to a number: 最高补助…, 不低于…的…, 力争…."""
    if _AIM.search(clause):
        return Hedge.AIM
    bound = _BOUND.search(clause) or _OF.search(clause)
    return hedge_before(bound[1])[0] if bound else None
