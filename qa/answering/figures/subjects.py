"""The words around a number -> what it is a figure of."""

import re
from collections.abc import Iterator, Sequence

from qa.answering.figures.hedges import hedge_before
from qa.answering.figures.record import Direction, Reading
from qa.answering.figures.units import base, counts_things
from qa.answering.figures.vocabulary import (
    ACTIONS,
    ADDED_VERBS,
    CLOSING_VERBS,
    CONJUNCTIONS,
    CONTRASTS,
    DOUBLE_SUBJECTS,
    DOWN_CHARS,
    DOWN_NOUNS,
    DOWN_VERBS,
    LEVEL_WORDS,
    NOT_AN_ACTION,
    OPENERS,
    PREDICATES,
    UP_CHARS,
    UP_NOUNS,
    UP_VERBS,
)
from qa.answering.figures.wording import Context, clause_start

_OPENING = re.compile(
    rf"\s*(?:新?(?:{ACTIONS})(?!{NOT_AN_ACTION})|{OPENERS}|(?:近|过去|今后)?(?:\d+[年月日])+(?:底|末|初)?前?(?=.)|“十.五”(?:期间|时期|末期?)?|\d+[、.])"
)
_VERBS = f"{UP_VERBS}|{DOWN_VERBS}|(?<![新净])[{UP_CHARS}{DOWN_CHARS}]"
_CHANGE = re.compile(
    rf"(?:(?:{UP_NOUNS}|{DOWN_NOUNS})在|{UP_NOUNS}|{DOWN_NOUNS}|{ADDED_VERBS}|{_VERBS})?(?:{LEVEL_WORDS}|到|至|成)?$"
)
_COMPARED = re.compile(
    r"(?:(?:是|为|比|较|相当于|在|于|到|由|从)?(?:19|20)\d\d年?的?|(?:高于|低于|快于|慢于|优于|超过)[^\d]+|(?<![同环])比[^\d]*(?:高|低|多|少|快|慢)|比(?:上年|去年)[^\d]{0,6}|^[多少]|每[^\d]{1,4}|[由从])$"
)
_BRACKETED, _CLOSING = re.compile(r"[（(][^（）()]*[）)]"), ("）", ")")
# Names that say how much, not of what: 新登记经营主体320万户，总量达2037万户.
_ONLY_SIZE = frozenset({"总量", "总数", "总额", "总规模", "数量", "规模"})
_END_OF_CHANGE = re.compile(r"[^\d，。；、]{0,6}[到至为成]?\D{0,2}")
_NOUN = re.compile(r"的?((?:“[^”]*”|[^\s，。；：！？,.;:、（）()])+)")
_NOT_A_NOUN = re.compile(
    rf"的?(?:[一-鿿]{{1,4}}[到至](?=\d)|{PREDICATES}|{CONJUNCTIONS}|{ACTIONS}|内|之间|期间|多|目标|{UP_NOUNS}|{UP_VERBS}|{DOWN_VERBS}|[{UP_CHARS}{DOWN_CHARS}](?:到|至|为))"
)
_ENDS = re.compile(rf"{PREDICATES}|{CONJUNCTIONS}|\d")
_WORD_CHAR = re.compile("[一-鿿“]")
_WORD = re.compile(r"[一-鿿A-Za-z]{2}")
_TWO = re.compile(r"(.+)(?:和|与|及|以及|、)(.+?)$")
# 食品、石化、信息等|产业增加值: what stands behind 等 is said of each.
_AND_SO_ON = re.compile(r"(.{2,})等(?!级|待|额|效)(.{2,})")
_CLOSED = re.compile(rf"(?:{CLOSING_VERBS})$")
_CONTRAST = re.compile(rf"^(?:{CONTRASTS})")


def subjects(text: str, readings: Sequence[Reading], contexts: Sequence[Context]) -> list[str]:
    """What each number is a figure of; "" for a year.

    A counted noun after the number comes first (15项重大工程), then the noun phrase before it in its clause, then the subject
    of the figure before (达到109.4万户，是2017年的1.6倍). 城镇和农村居民收入分别增长2.2%和3.6% is 城镇居民收入 and 农村居民收入.
    """
    found: list[str] = []
    waiting: Iterator[str] = iter(())
    begun: list[str] = []  # what changes begin with, until their ends have told it: 由66户整合至12户
    boundary, last = 0, ""
    for index, (reading, context) in enumerate(zip(readings, contexts, strict=True)):
        if reading.kind == "year":
            found.append("")
            continue
        after = _after(text, context.right)
        segment = text[_opening_of(text, context.left, boundary) : reading.start]
        if context.parallel:
            subject = next(waiting, after)
        else:
            followers = _followers(contexts, index)
            before = _before(_BRACKETED.sub("", segment))
            divided = _divided(before, followers + 1) if followers and "分别" in segment else []
            ends = len(begun) == followers + 1 and _END_OF_CHANGE.fullmatch(segment)
            waiting = iter(begun if ends else divided)
            share = text.startswith("的", context.right)
            subject = next(waiting, "") or _preferred(before, after, reading.unit, share)
            begun = []
        last = subject or last
        found.append(last)
        if context.direction is Direction.FROM:
            begun.append(last)
        boundary = context.right
    return found


def _opening_of(text: str, left: int, boundary: int) -> int:
    """Where what leads to a figure begins: before a bracket that ends at its clause, 散居孤儿（含受艾滋病影响儿童）从1536元."""
    bracket = _BRACKETED.search(text, boundary, left) if text[left - 1 : left] in _CLOSING else None
    return (
        max(clause_start(text, bracket.start()), boundary) if bracket and bracket.end() == left else max(left, boundary)
    )


def _followers(contexts: Sequence[Context], index: int) -> int:
    """How many figures continue the list that the figure at `index` opens."""
    count = 0
    while index + count + 1 < len(contexts) and contexts[index + count + 1].parallel:
        count += 1
    return count


def _preferred(before: str, after: str, unit: str, share: bool) -> str:
    """15项|重大工程 and 60%以上的|税收 name what they count after it; 200亿元 only where nothing stands before."""
    return (
        after if after and (not before or share or _CLOSED.search(before) or counts_things(base(unit)[1])) else before
    )


def _before(segment: str) -> str:
    """The noun phrase that a segment ends with, without the verbs that open it and the change that closes it."""
    if re.search(r"[A-Za-z]\s*$", segment):
        return ""
    phrase, rest = "", hedge_before(segment)[1]
    while phrase != rest:
        phrase = rest
        rest = _COMPARED.sub("", rest)
        rest = hedge_before(_CHANGE.sub("", rest))[1]
    while (opening := _OPENING.match(phrase)) and opening.end():
        phrase = phrase[opening.end() :]
    phrase = phrase.strip("的 ")
    return phrase if _WORD.search(phrase) and phrase not in _ONLY_SIZE else ""


def _after(text: str, end: int) -> str:
    """The noun phrase right after a figure: 24家|钢铁企业|实现超低排放."""
    match = _NOUN.match(text, end)
    if not match or _NOT_A_NOUN.match(text, end) or not _WORD_CHAR.match(match[1]):
        return ""
    noun = match[1]
    ending = _ENDS.search(noun, 1)
    return noun[: ending.start()] if ending else noun


def _divided(subject: str, count: int) -> list[str]:
    """城镇和农村居民收入 -> 城镇居民收入, 农村居民收入; as it is where it does not divide into `count`."""
    for word, halves in DOUBLE_SUBJECTS.items():
        if count == len(halves) and word in subject:
            return [subject.replace(word, half, 1) for half in halves]
    parts: list[str] = []
    rest = subject
    while len(parts) < count - 1 and (match := _TWO.match(rest)):
        parts.insert(0, match[2])
        rest = match[1]
    parts.insert(0, rest)
    if len(parts) != count:
        return [subject] * count
    if and_so_on := _AND_SO_ON.fullmatch(parts[-1]):
        return [part + and_so_on[2] for part in (*parts[:-1], and_so_on[1])]
    return [_completed(part, parts[-1]) for part in parts[:-1]] + [parts[-1]]


def _completed(part: str, last: str) -> str:
    """The end that a member shares with the last one: 装备制造业 + 高技术制造业增加值 -> 装备制造业增加值."""
    contrast = _CONTRAST.match(last)
    if contrast and _CONTRAST.fullmatch(part):
        return part + last[contrast.end() :]
    for size in range(min(4, len(part)), 0, -1):
        shared = last.find(part[-size:])
        if shared > 0:
            return part + last[shared + size :]
    return part
