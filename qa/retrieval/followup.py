"""A question and what was said before -> the question as it stands on its own."""

import re
from collections.abc import Callable, Sequence

from qa.domain import Turn
from qa.retrieval.periods import names_period, period_words, without_period
from qa.retrieval.places import places_in
from qa.retrieval.terms import Term, question_terms

# A question that begins or ends so, is this short, or names nothing of its own leans on the one before it.
_LEANS = re.compile(
    r"^(?:那|那么|还有|再|它|这个?|那个?|其中|里头|里面|另外|同样|俩|and |what about|how about)|呢[？?]?$|^.{1,8}呢[，,？?]|^.{1,4}的(?:具体|大概)?(?:涨|增|降|多少|几|是多|有多)|^(?:去年|今年|实际|目标)(?:实际|目标)?(?:增|涨|降|是|完成)?了?(?:多少|几)"
    r"|^(?:这两|两者|相差|差多少|多多少|少多少|比|加|平均|合计|[一总拢]?共|第.{1,2}[条个项点])",
    re.I,
)
_SHORT = 6
# Turns that are looked back on.
_TURNS = 3
# What is said to be polite, and what is asked of the report itself: neither has to do with what was asked before.
_STANDS_ALONE = re.compile(
    r"^(?:(?:你好|您好|大家好|哈喽|嗨|在吗|谢谢|多谢|感谢|辛苦|再见|拜拜|好的?|行|嗯|那|明白|知道|hello|hi|thanks?|ok)[你您了啦啊呀哦吧\s，,。.！!~]*)+$"
    r"|(?:谁|哪位|哪[天年]|什么时候|啥时候?|哪里|哪儿).{0,6}报告|报告(?:人|的?(?:日期|时间)|.{0,4}(?:谁|哪|什么时候|啥时))",
    re.I,
)
# Asks of something in full: such a question takes at most the year and the place from the one before it.
_ASKS = re.compile(r"多少|几|哪|谁|什么|啥|怎么|如何|[吗没]|(.)不\1|是否|how|what|which", re.I)
# Asks for a rank, a name or a reason where the question before asked for a number: 排全国第几 after 粮食产量多少.
_ASKS_ANOTHER_THING = re.compile(r"^(?!.*(?:多少|几[个家项]|比|差)).*(?:第几|谁|哪|什么|啥|怎么|为何)")
_HOW_MANY = re.compile(r"(?:是|有)?多少[个家项人件条户亩]?")
# Points back at what was asked or answered before.
_POINTS_BACK = re.compile(
    r"^(?:那?[它其这]|那个|里头|里面|同样|俩|[一总拢]?共|合计|平均)|这(?:个|些|两|三|里|项|方面|么|样)|为什么|为何|其中|它们?|上面|刚才|同一|该"
)
# "那X呢" names another X, to be asked the same of.
_ANOTHER = re.compile(r"^(?:那么?|还有|再)?.{1,12}呢[？?]?$")
# What is told of a subject, whichever it is; such words name none of their own: 总量呢, 今年的预期目标呢.
_TOLD_OF_IT = re.compile(
    r"(?:主要|预期|预定|年度|全年|具体|总体)*(?:目标|任务|指标|计划|实际|完成|结果|情况|数字|数量|总量|总数|总额|规模|增速|增幅|增量|占比|比重|比例|金额|排名|名次|位次|水平|均价|单产)"
)
# One that sets another period against the one before needs both.
_COMPARES = re.compile(r"比(?!例|重|率|如|赛)|较|俩数|两个数|几倍|差多少|相差|多多少|少多少|加起来|加一")

# One that sets the last two answers against each other.
_OF_BOTH = re.compile(r"俩数|两个数|两个加|加起来|这两|两者|俩加|相差|差多少|^加")
# 第四条呢 after 第一条讲什么.
_ORDINAL = re.compile(r"第[一二三四五六七八九十\d]{1,3}(?P<unit>[一-鿿])")
# Things told apart in one breath: a follow-up that names one asks the same of it as was asked of the other.
_COUNTERPARTS = (
    (("城镇", "城市", "城里", "市民"), ("农村", "乡下", "乡村", "农民", "村里")),
    (("出口",), ("进口",)),
    (("目标", "计划"), ("实际", "完成")),
    (("优势产业",), ("战略性新兴产业", "战新产业")),
)

Together = Callable[[Sequence[Term], Sequence[Term]], bool]


def resolve(question: str, history: Sequence[Turn], together: Together = lambda a, b: True) -> str:
    """Put the last question before one that leans on it, without what the new one says anew: its period, place or subject.

    `together(a, b)` says whether the reports speak of both in one breath: "农村呢" after 城镇居民收入 then narrows it, "粮食呢"
    after 高标准农田 takes its place.

    >>> resolve("那农村的呢？", [("城镇居民收入增长多少", "…")])
    '农村居民收入增长多少 那农村的呢？'
    """
    if not history or not _leans(question.strip()):
        return question
    if _OF_BOTH.search(question):
        return " ".join(
            (*(resolve(asked, history[:n], together) for n, (asked, _) in list(enumerate(history))[-2:]), question)
        )
    # The question before may itself have leaned on the one before it.
    earlier = resolve(history[-1][0], history[:-1][-_TURNS:], together)
    if turned := _another_ordinal(earlier, question):
        return turned
    before = _kept(earlier, question)
    own, past = _subjects(question), _terms(before)
    refers = _POINTS_BACK.search(question.strip()) or _COMPARES.search(question)
    if own and past and not refers and not together(own, past):
        if _ASKS.search(question) and len(question.strip()) > _SHORT:
            return f"{_time_and_place(before)}{question.strip()}"
        if _ANOTHER.search(question.strip()):
            for term in past:
                before = re.sub(re.escape(term.names[0]), "", before, flags=re.I)
    if _ASKS_ANOTHER_THING.search(question):
        before = _HOW_MANY.sub("", before)
    return f"{before.strip()} {question.strip()}".strip()


def _leans(question: str) -> bool:
    if _STANDS_ALONE.search(question):
        return False
    subjects = _subjects(question)
    short = len(question) <= _SHORT and not (subjects and names_period(question))  # 去年粮食产量 says all
    return bool(_LEANS.search(question)) or short or not subjects


def _terms(question: str) -> tuple[Term, ...]:
    return question_terms(without_period(question), lambda word: 1.0)


def _subjects(question: str) -> tuple[Term, ...]:
    """What a question names that can be asked about: no place, nothing that is told of things, nor one of a pair alone (农村比城镇)."""
    sides = {word for pair in _COUNTERPARTS for names in pair for word in names}
    named = ((term, term.names[0]) for term in _terms(question))
    return tuple(
        term for term, name in named if name not in (*sides, *places_in(name)) and not _TOLD_OF_IT.fullmatch(name)
    )


def _another_ordinal(before: str, question: str) -> str:
    """The question before, asked of the ordinal that the new one names alone: 第一条讲什么, 第四条呢 -> 第四条讲什么; else ""."""
    new = _ORDINAL.search(question)
    if not new or _subjects(_ORDINAL.sub("", question)):
        return ""
    old = [match for match in _ORDINAL.finditer(before) if match["unit"] == new["unit"]]
    if not old:
        return ""
    turned = before[: old[-1].start()] + new[0] + before[old[-1].end() :]
    return (without_period(turned) if new["unit"] == "年" else turned).removesuffix("呢").strip()


def _time_and_place(before: str) -> str:
    """The words of a question for its period and its places."""
    return "".join((*places_in(before), *period_words(before)))


def _kept(before: str, question: str) -> str:
    keeps_both = _COMPARES.search(question)
    kept = without_period(before) if names_period(question) and not keeps_both else before.strip()
    if places_in(question):
        for place in places_in(before):
            kept = kept.replace(place, "")
    return kept.strip() if keeps_both else _turned(kept, question).strip()


def _turned(before: str, question: str) -> str:
    """The question before, asked of the counterpart that the new one names."""
    for pair in _COUNTERPARTS:
        for own, other in (pair, pair[::-1]):
            named = next((word for word in own if word in question), None)
            if named and not any(word in question for word in other) and not any(word in before for word in own):
                for word in other:
                    before = before.replace(word, own[0])
    return before
