"""A question and what was said before -> the question as it stands on its own."""

import re
from collections.abc import Callable, Iterable, Sequence

from qa.domain import Turn
from qa.retrieval.carried import (
    COMPUTING,
    RESIDENTS,
    SIDES,
    asked_of,
    core,
    measure_named,
    narrowed,
    of_the_subject,
    periods_in,
    things,
    told_of,
)
from qa.retrieval.courtesies import asks_who_answers, is_polite, may_ask_nothing
from qa.retrieval.english import in_chinese
from qa.retrieval.mentioned import read_mentioned
from qa.retrieval.operations import read_operation
from qa.retrieval.periods import names_period, period_words, without_period
from qa.retrieval.places import places_in
from qa.retrieval.terms import Term

# A question that begins or ends so, is this short, or names nothing of its own leans on the one before it.
_LEANS = re.compile(
    r"^(?:那|那么|还有|再|它|这个?|那个?|其中|里头|里面|另外|同样|俩|and |what about|how about)|呢[？?]?$|^.{1,8}呢[，,？?]|^.{1,4}的(?:具体|大概)?(?:涨|增|降|多少|几|是多|有多)|^(?:去年|今年|实际|目标)(?:实际|目标)?(?:增|涨|降|是|完成)?了?(?:多少|几)"
    r"|^(?:这两|两者|相差|差多少|多多少|少多少|比|[和跟与同].{1,6}比|加|平均|合计|[一总拢]?共|第.{1,2}[条个项点])",
    re.I,
)
_SHORT = 6
# Turns that are looked back on.
_TURNS = 6
# What turns to something else, and what is asked of the report itself, has nothing to do with what was asked before.
_STANDS_ALONE = re.compile(
    r"(?:谁|哪位|哪[天年]|什么时候|啥时候?|哪里|哪儿).{0,6}报告|报告(?:人|的?(?:日期|时间)|.{0,4}(?:谁|哪|什么时候|啥时))"
    r"|^(?:换[个一]|不说这个|说点别的|聊点别的)[^，,]{0,4}[，,]",
    re.I,
)
_TURNS_TO = re.compile(r"^(?:换[个一]|不说这个|说点别的|聊点别的)[^，,]{0,4}[，,]\s*")
# Asks of something in full: such a question takes at most the year and the place from the one before it.
_ASKS = re.compile(r"多少|几|哪|谁|什么|啥|怎么|如何|[吗没]|(.)不\1|是否|how|what|which", re.I)
# Asks of what was done or aimed at, and not only of the subject: 完成了吗, 为什么这么快.
_OF_THE_VERB = re.compile("完成|实现|达到|超|为什么|为何|怎么|原因")
_ASKS_THE_SAME = re.compile(r"^(?:(?:大概|具体)?(?:是|有|又是)?(?:多少|几)|怎么样|如何|咋样)?$")
# What leads from one question to the next, and what is said behind its subject.
_LEAD = re.compile(
    r"^(?:(?:那么|那(?![个些边块么一])|还有(?!吗)|另外|此外|其中|里头|里面|同样|然后|再(?:问|说)[一下个]*|好的?(?=[，,。])|嗯|哦|对了|请问|它们?的?|他们?的?|这些?(?=[一总]共|平均)|and|what about|how about|同一时期|同期)[，,。、\s]*)+",
    re.I,
)
_TRAIL = re.compile(r"(?:那|这)?(?:一块|边|块|方面)?的?呢?(?:[，,]?(?:也|同样|一样)[^，,]{0,6})?[？?。！!吧啊呀\s]*$")
# Points back at what was asked or answered before.
_POINTS_BACK = re.compile(
    r"^(?:那?[它其这]|那个|里头|里面|同样|俩|[一总拢]?共|合计|平均)|这(?:个|些|两|三|里|项|方面|么|样)|为什么|为何|其中|它们?|上面|刚才|同一|该"
)
_COMPARES = re.compile(r"[，,]?(?:比(?!例|重|率|如|赛|较)[^，,]*|[和跟与][^，,]{1,10}比)")
# One that sets the last two answers against each other, or adds them up.
_OF_BOTH = re.compile(r"^(?:俩|两[个者]|这两|它们)|俩数|加起来|加一|[一总拢]共(?=多少|几)|相差|^差|^加|合计")
_BOTH = re.compile(r"^(?:俩|两个数?|两[年者]|这两[个者年]?|它们)")
_TOGETHER = re.compile(
    "俩数?|两个数?|两[年者]|这两[个者年]?|它们|加起来|加一?[块起]儿?|[一总拢]?共|合计|相差|差|平均(?:下来)?"
)
# 农村的呢, 低收入的呢: of the same, what is so.
_NARROWS = re.compile("的呢?[？?]?$")
_WHY = re.compile("为什么|为何|原因|怎么回事")
_HOW_OFTEN = re.compile("几[次处回遍]|多少[次处回遍]")
# 第四条呢 after 第一条讲什么.
_ORDINAL = re.compile(r"第[一二三四五六七八九十\d]{1,3}(?P<unit>[一-鿿])")

Together = Callable[[Sequence[Term], Sequence[Term]], bool]


def resolve(question: str, history: Sequence[Turn], together: Together = lambda a, b: True) -> str:
    """Ask the question before of what the new one names anew: its period, place, subject or measure; or ask more of it.

    `together(a, b)` says whether the reports speak of both in one breath: a full question then keeps the subject before.

    >>> resolve("那农村的呢？", [("城镇居民收入增长多少", "…")])
    '农村居民收入增长多少'
    """
    if not history:
        return question
    before: list[str] = []
    for asked, _ in history[-_TURNS:]:
        asked = in_chinese(asked)
        if not (is_polite(asked) or may_ask_nothing(asked)):
            before.append(_TURNS_TO.sub("", _resolved(asked, before, together)))
    resolved = _resolved(in_chinese(question), before, together)
    return question if resolved == in_chinese(question) else resolved


def _resolved(question: str, before: Sequence[str], together: Together) -> str:
    """A question as it stands after those before, each of which stands on its own."""
    if not before or not _leans(question.strip()):
        return question
    plain = [one for one in before if read_operation(one) not in COMPUTING and not _WHY.search(one)]
    last = plain[-1] if plain else before[-1]
    if turned := _another_ordinal(last, question) or _of_words(question, before[-1]):
        return turned
    rest = _TRAIL.sub("", _LEAD.sub("", question.strip())).strip("，, ")
    rest = re.sub("呢[？?，,]", "，", rest)
    computes = read_operation(question) in COMPUTING or _OF_BOTH.search(rest)
    if computes and not things(_TOGETHER.sub("", _COMPARES.sub("", rest))):
        return _computed(rest, plain, last)
    return _of_another(question, rest, last, together)


def _leans(question: str) -> bool:
    if _STANDS_ALONE.search(question) or is_polite(question) or asks_who_answers(question) or read_mentioned(question):
        return False
    subjects = things(question)
    short = len(question) <= _SHORT and not (subjects and names_period(question))  # 去年粮食产量 says all
    return bool(_LEANS.search(question)) or short or not subjects


def _computed(rest: str, plain: Sequence[str], last: str) -> str:
    """What is to be computed of the last question's subject, or of those of the last two."""
    if _OF_BOTH.search(rest) and len(plain) > 1 and not (_COMPARES.search(rest) or names_period(rest)):
        one, other = (core(asked) for asked in plain[-2:])
        if period_words(one) == period_words(other):
            one, other = (re.sub(r"\s", "", without_period(each)) for each in (one, other))
            one = f"{''.join(period_words(plain[-1]))}{one}"
        asks = re.sub(r"^差", "相差", _BOTH.sub("", rest))
        return f"{one}和{other}{asks}"
    if all(side in rest for side in SIDES if side in last) and any(side in last for side in SIDES):
        last = "".join(re.split("|".join(SIDES), last, maxsplit=1))
    beside = _COMPARES.sub("", rest)  # what it is set against keeps its own time and place
    last = asked_of(last, beside)
    for word in (*periods_in(beside), *places_in(beside)):
        rest = rest.replace(word, "", 1).removeprefix("的")
    return f"{core(last, bare=not _COMPARES.search(rest))}{rest}"


def _of_another(question: str, rest: str, last: str, together: Together) -> str:
    """The last question asked of what the new one names; where that asks in full, its own question at the last one's time and place."""
    turned = asked_of(last, rest)
    named = _without(rest, (*periods_in(rest), *places_in(rest)))
    own, past = things(named), things(last)
    if turned == last:  # a side of what has had none
        own = own or things(named, sides=True)
    if not own:
        return _measured(turned, _without(named, SIDES), rest)
    if not _ASKS.search(rest):
        belongs = bool(past and _NARROWS.search(question)) and together(own, past)
        of_residents = all(term.names[0] in RESIDENTS for term in own)
        return _renamed(turned, _without(rest, periods_in(rest)), narrows=belongs or of_residents)
    if _POINTS_BACK.search(question.strip()):
        return f"{_core_for(named, turned)}{rest}"
    if past and together(own, past):
        return f"{core(turned)}，{rest}"
    places = "" if places_in(rest) else "".join(places_in(last))
    periods = "" if names_period(_COMPARES.sub("", rest)) else "".join(period_words(last))
    return f"{places}{periods}{rest}"


def _measured(turned: str, said: str, rest: str) -> str:
    """The question asked as before, for another measure that is told of its subject, or for what the new one asks of it."""
    if _ASKS_THE_SAME.match(said):
        return turned.strip("？?。")
    if measure := measure_named(said):
        return told_of(turned, measure, rest)
    return f"{_without_verb(_core_for(said, turned), said)}{said}"


def _renamed(turned: str, subject: str, *, narrows: bool) -> str:
    """The question asked of another subject, or of a part of its own; both in one breath where its own cannot be told."""
    return (narrowed(turned, subject) if narrows else of_the_subject(turned, subject)) or f"{core(turned)}，{subject}"


def _core_for(said: str, question: str) -> str:
    """What a question is about, with the verb it asks of only where what is said next is of that."""
    return core(question, bare=not _OF_THE_VERB.search(said))


def _of_words(question: str, last: str) -> str:
    """A question about the words of a report, asked anew of them or of another: 有没有提到养老, 提到几次, 医疗呢; else ""."""
    asked = read_mentioned(last)
    if not asked or read_mentioned(question):
        return ""
    rest = _TRAIL.sub("", _LEAD.sub("", question.strip()))
    often = _HOW_OFTEN.search(rest)
    if not often and _ASKS.search(rest):
        return ""
    words = "和".join(f"“{word}”" for word in asked.words) if often else f"“{rest.strip('“”')}”"
    return f"报告提到几次{words}" if often or asked.counted else f"报告有没有提到{words}"


def _without_verb(subject: str, said: str) -> str:
    """A subject without the verb that is said of it again: 今年要建5G基站, 去年建了多少."""
    verb = re.match("([一-鿿])了", said)
    return re.sub(rf"要?{verb[1]}(?=[^一-鿿]|[一-鿿]{{3}})", "", subject, count=1) if verb else subject


def _without(rest: str, words: Iterable[str]) -> str:
    for word in words:
        rest = rest.replace(word, "")
    return rest.strip("的，, ")


def _another_ordinal(before: str, question: str) -> str:
    """The question before, asked of the ordinal that the new one names alone: 第一条讲什么, 第四条呢 -> 第四条讲什么; else ""."""
    new = _ORDINAL.search(question)
    if not new or things(_ORDINAL.sub("", question)):
        return ""
    old = [match for match in _ORDINAL.finditer(before) if match["unit"] == new["unit"]]
    if not old:
        return ""
    turned = before[: old[-1].start()] + new[0] + before[old[-1].end() :]
    return (without_period(turned) if new["unit"] == "年" else turned).removesuffix("呢").strip()
