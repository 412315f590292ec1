"""A question about the words of a report -> those words, whether they are to be counted, and in which part.

What is asked is read by taking away how it is asked: the verb (提到, 出现), the count (几次), the report (报告里), the names of
words (这个词, 这四个字), courtesies. What is left are the words, in whatever order all that stood; where more is left than
words, or something asks, the question is about the matter and not about words.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from qa.index.lexical import cut, is_word, tagged
from qa.retrieval.periods import names_period, without_period
from qa.retrieval.places import places_in


@dataclass(frozen=True, slots=True)
class Mentioned:
    """The `words` asked for, `exact` where they stand in quotation marks; `within` names the part of the report, "" for all."""

    words: tuple[str, ...]
    counted: bool
    exact: bool = False
    within: str = ""


_QUOTED = re.compile(r"[“\"'‘「『《]([^“”\"'‘’「」『』《》]{1,20})[”\"'’」』》]")
_ITS_TITLE = re.compile("《[^《》]*报告》")
# What stands for the word in quotation marks of that number, and where something was taken away.
_HELD, _GAP = 0xE000, "\ue0ff"

_TIMES = r"(?<!第)(?:好?几|多少)(?:次|处|回|遍|个地方)"
# Verbs that only a text is the place of; those that things do too, or people, need a sign that a text is spoken of.
_TELLS = r"(?:提到|提及|提过|提起|谈到|讲到|说到|写到)"
_RAISES = "(?:提(?![高升供出前标取倡议质拔速振案示问醒]))"
_TELLS_TOO = rf"(?:{_RAISES}|出现|写进|写入|写上|写了|涉及到?|(?<![听据])说|讲|谈|写|用到|用了?)"
_TOLD = rf"(?:{_TELLS}|出现|写进|写入|写上|涉及到?|{_RAISES})(?!的)"
_ANY = rf"(?:{_TELLS}|{_TELLS_TOO})(?!的)[了过]*"
_WHETHER = r"(?:(?:是不是|有没有|有无|是否|可曾|可有|有)(?:并?没有?|未)?|并?没有?|从?未)"
_COUNT = re.compile(
    rf"{_TIMES}(?:被|都|是|地方)*{_ANY}的?|{_ANY}(?:[总一]?共|有)*{_TIMES}|(?:{_TELLS}|出现|使用)的?(?:次数|频率|频次)(?:[有是]?(?:多少|几)次?)?|词频"
)
_WHETHER_TOLD = re.compile(rf"提没提[到过及]?|出没出现过?|{_WHETHER}{_ANY}")
_COUNT_AROUND = re.compile(rf"(?P<verb>{_TELLS}[了过]*)(?P<word>.+?)(?P<times>(?:[总一]?共)?(?:有|了)?{_TIMES})")
_END = r"(?:[了过]?(?:吗|没有|没|么|吧|不))?[？?。！!\s]*$"
_MENTION = re.compile(
    rf"提没提[到过及]?|出没出现过?|写没写|讲没讲到?|{_WHETHER}(?:被|曾|专门|明确|具体)*{_TOLD}[了过]*"
    rf"|(?:{_TELLS}|出现|写进|写入|写了|提(?=了?[吗没过]))(?!的)[了过]*(?=.*(?:吗|没有|没|么){_END})"
)
# 报告里有没有元宇宙, 芯片俩字有没有: the report or the word stands for the verb.
_IS_THERE = re.compile(
    r"有没有|有无|是否有|是不是有|有没(?=[^有]|$)|在不在|(?<![没只所])有(?=.*(?:吗|么|没有?)[？?。\s]*$)"
)
_REPORT = re.compile(
    r"[在从]?(?:请?问)?(?:(?:这份|这篇|该|本|整份|整篇|全篇|[今去]年|政府)的?)*(?:(?:政府)?(?:工作)?报告|全文|文中|通篇|全篇|文章|稿子)(?:全文|正文)?(?:里面|里头|里边|当中|之中|里|中|上|内)?"
)
_NAMES_A_WORD = re.compile(
    r"(?:这样|这|那)?(?:一|个|俩|两个?|[二三四五六七八2-8]个?|几个|类|些)?的?(?:词语|词汇|词|关键词|概念|提法|说法|字眼|字样|名词|术语|(?<=[俩个二三四五六七八2-8这一\ue000-\ue0fe])字)"
    r"|(?:^|(?<=\ue0ff))(?P<one>[一-鿿])字(?=$|[\ue0ff在被])|(?<=.)(?:这|之)?类的?(?=词|$)|的字样"
)
_COURTESY = re.compile(
    r"(?:^|(?<=[，,。！!\s]))(?:(?:请你?|麻烦你?|能不能|可以)*(?:帮我?|帮忙|请|给我)(?:统计|查|数|搜|检索|看|问)|(?:统计|查|数|搜|检索|看|问)(?=一?下|[查数搜看]|一[查数搜看]))(?:一?下|[查数搜看]|一[查数搜看])?"
    r"|[说讲写](?=[\ue000-\ue0fe])|请问|想问|麻烦|我?想知道|您好|你好|(?<!统)[总一]共|合计|到底|究竟|各自|分别|大概|具体"
)
_BETWEEN = ("和", "或", "或者", "与", "以及", "及", "还是", "跟", "、", "还有")
# What is left of a sentence around a word, each a word of its own: 大连 在, 被 沈阳.
_LEFT_OVER = {
    *"在被的了过把对到于中里都也曾还又各吗呢吧啊呀么嘛有是一等这那请来去会没共次下多就上",
    "关于",
    "有关",
}
_PART = re.compile(
    r"在?(?P<part>第[一二三四五六七八九十\d]+(?:个?部分|章|节|大?块)|[^在\ue000-\ue0ff]{1,10}?(?:部分|章节|一[章节]|(?:任务|工作|回顾|安排|要求|建设|总结)(?=里|中|当中|内)))(?:里面|里头|里|当中|中|内|上)?"
)
_TIME_OR_PLACE = re.compile(r"^\s*\d*|[省市的年度\s]+$")
_PUNCTUATION = re.compile(r"[\ue0ff，,。；;：:？?！!\s]+")
_ASKS = re.compile(r"[咋怎谁啥哪的]|什么|多少|如何|为何|几")
_LONGEST = 12


def read_mentioned(text: str) -> Mentioned | None:
    """Read which words a (folded) question asks after; None where it asks about the matter.

    >>> read_mentioned("疫情和“振兴”这两个词在报告里各出现了几次")
    Mentioned(words=('疫情', '振兴'), counted=True, exact=False, within='')
    """
    text = _ITS_TITLE.sub("报告", text)
    quoted = [match[1] for match in _QUOTED.finditer(text)]
    held = text
    for number, match in enumerate(_QUOTED.finditer(text)):
        held = held.replace(match[0], chr(_HELD + number), 1)
    signs = (_REPORT, _NAMES_A_WORD, _PART)
    framed = _without_frame(held, spoken_of=bool(quoted) or any(sign.search(held) for sign in signs))
    if framed is None:
        return None
    rest, counted = framed
    pieces, within = _part_apart(_left(rest))
    words = [word for piece in pieces for word in _listed(piece)]
    if sum(bool(_listed(piece)) for piece in pieces) > 1 and not all(map(_is_held, words)):
        return None
    found = tuple(dict.fromkeys(_spelled(word, quoted) for word in words))
    exact = bool(words) and all(map(_is_held, words))
    if not found or not (exact or all(_can_be_a_word(word) for word in found)):
        return None
    return Mentioned(found, counted, exact, within)


def shorter_readings(word: str) -> list[tuple[str, bool]]:
    """The shorter words inside one that may have been cut wrongly, longest first; True where only words without content fall away."""
    pieces = cut(word)
    spans = [(a, b) for a in range(len(pieces)) for b in range(a + 1, len(pieces) + 1) if b - a < len(pieces)]
    found = [("".join(pieces[a:b]), [*pieces[:a], *pieces[b:]]) for a, b in spans]
    readings = [(text, all(piece in _LEFT_OVER for piece in rest)) for text, rest in found if len(text) > 1]
    return sorted(readings, key=lambda one: -len(one[0]))


def _without_frame(text: str, *, spoken_of: bool) -> tuple[str, bool] | None:
    """The question without what asks for a count or a mention, and which of them; None where nothing does."""
    for match in (_COUNT.search(text), _COUNT_AROUND.search(text)):
        if match and (spoken_of or _of_a_text(match[0], text)):
            taken = match.groupdict().get("word")
            rest = f"{text[: match.start()]}{_GAP}{taken or ''}{_GAP}{text[match.end() :]}"
            return _WHETHER_TOLD.sub(_GAP, rest), True  # 有没有用，用了几次 asks once
    match = _MENTION.search(text)
    if match and (spoken_of or _of_a_text(match[0], text)):
        return re.sub(_END, "", _MENTION.sub(_GAP, text, count=1)), False
    if spoken_of and (match := _IS_THERE.search(text)):
        rest = re.sub(_END, "", f"{text[: match.start()]}{_GAP}{text[match.end() :]}")
        return (rest, False) if _one_noun(rest) else None
    return None


def _left(rest: str) -> list[str]:
    """What is left without the courtesies, the report and the names of words: 稳字 leaves 稳."""
    rest = _REPORT.sub(_GAP, _COURTESY.sub(_GAP, rest))
    rest = _NAMES_A_WORD.sub(lambda match: match["one"] or _GAP, rest)
    return [piece for piece in _PUNCTUATION.split(rest) if piece]


def _of_a_text(frame: str, question: str) -> bool:
    """Whether a frame speaks of a text by itself: 提到 does, 出现 may be of an event, of a time above all, 用了几次 mostly is."""
    if re.search(_TELLS, frame) or "提没提" in frame or re.search(rf"提过?{_TIMES}|{_TIMES}[讲谈提]", frame):
        return True
    return "出现" in frame and re.search(_TIMES, frame) is not None and not names_period(question)


def _part_apart(pieces: Sequence[str]) -> tuple[list[str], str]:
    """The pieces that hold words, without the part of the report that one of them names, and that part."""
    pieces = [piece for piece in pieces if _listed(piece)]
    for number, piece in enumerate(pieces):
        if match := _PART.search(piece):
            rest = [piece[: match.start()], piece[match.end() :]]
            others = [*pieces[:number], *(one for one in rest if one), *pieces[number + 1 :]]
            if any(_listed(other) for other in others):
                return others, match["part"]
    words = [piece for piece in pieces if not _names_the_report(piece)]
    return words or pieces, ""


def _names_the_report(piece: str) -> bool:
    """Whether a piece is a year or a place alone, as 2025年 and 广东省 beside 报告."""
    rest = _TIME_OR_PLACE.sub("", without_period(f" {piece}"))
    return not rest or rest in places_in(rest)


def _listed(piece: str) -> list[str]:
    """The words of a piece: parted where it lists several, without what is left of the sentence around them."""
    words: list[list[str]] = [[]]
    tokens = cut(piece)
    for number, token in enumerate(tokens):
        if token in _BETWEEN and tokens[number - 1 : number] and tokens[number + 1 :] and tokens[number + 1] != "、":
            words.append([])
        else:
            words[-1].append(token)
    return [text for tokens in words if (text := "".join(_trimmed(tokens)))]


def _trimmed(tokens: list[str]) -> list[str]:
    first, last = 0, len(tokens)
    while first < last and tokens[first] in _LEFT_OVER:
        first += 1
    while first < last and tokens[last - 1] in _LEFT_OVER:
        last -= 1
    return tokens[first:last]


def _is_held(word: str) -> bool:
    return len(word) == 1 and ord(word) >= _HELD


def _spelled(word: str, quoted: Sequence[str]) -> str:
    """A word with those in quotation marks put back."""
    return "".join(quoted[ord(char) - _HELD] if ord(char) >= _HELD else char for char in word)


def _can_be_a_word(text: str) -> bool:
    """Whether an unquoted text can be a word to look for: short, no relative clause, no question of its own, of no year."""
    return len(text) <= _LONGEST and not _ASKS.search(text) and not (names_period(text) and not text.isdigit())


def _one_noun(rest: str) -> bool:
    """Whether what stands beside 报告里有没有 is one word for a thing: 元宇宙, not 涨工资 or 说老人的事."""
    words = [word for piece in _left(rest) for word in _listed(piece)]
    return len(words) == 1 and (
        _is_held(words[0]) or is_word(words[0]) or all(tag[0] not in "vdrp" for _, tag in tagged(words[0]))
    )
