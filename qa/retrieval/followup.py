"""A question and what was said before -> the question as it stands on its own."""

import re
from collections.abc import Callable, Sequence

from qa.domain import Turn
from qa.retrieval.periods import names_period, without_period
from qa.retrieval.places import places_in
from qa.retrieval.terms import Term, question_terms

# A question that begins or ends so, is this short, or names nothing of its own leans on the one before it.
_LEANS = re.compile(
    r"^(?:那|那么|还有|再|它|这个?|那个?|其中|里头|里面|另外|同样|俩|and |what about|how about)|呢[？?]?$|^.{1,8}呢[，,？?]|^.{1,4}的(?:涨|增|降|多少|几|是多|有多)|^(?:去年|今年|实际|目标)(?:实际|目标)?(?:增|涨|降|是|完成)?了?(?:多少|几)"
    r"|^(?:这两|两者|相差|差多少|多多少|少多少|比|加|平均|合计|一共|第.{1,2}[条个项点])",
    re.I,
)
_SHORT = 6
# Turns that are looked back on.
_TURNS = 3
# "那X呢" names another X, to be asked the same of.
_ANOTHER = re.compile(r"^(?:那么?|还有|再)?.{1,12}呢[？?]?$")
# One that sets another period against the one before needs both.
_COMPARES = re.compile(r"比|较|俩数|两个数|几倍|差多少|相差|多多少|少多少|加起来|加一")

# One that sets the last two answers against each other.
_OF_BOTH = re.compile(r"俩数|两个数|两个加|加起来|这两|两者|俩加|相差|差多少|^加")
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
    before = _kept(resolve(history[-1][0], history[:-1][-_TURNS:], together), question)
    own, earlier = _terms(question), _terms(before)
    if own and earlier and _ANOTHER.search(question.strip()) and not together(own, earlier):
        for term in earlier:
            before = re.sub(re.escape(term.names[0]), "", before, flags=re.I)
    return f"{before.strip()} {question.strip()}".strip()


def _leans(question: str) -> bool:
    return bool(_LEANS.search(question)) or len(question) <= _SHORT or not _terms(question)


def _terms(question: str) -> tuple[Term, ...]:
    return question_terms(without_period(question), lambda word: 1.0)


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
