"""A question for names and the sentences that would be quoted -> whether these only count the things, or call them what it does."""

import re
from collections.abc import Container, Sequence
from decimal import Decimal

from qa.answering.facts.clauses import marks
from qa.answering.figures import Figure, find_figures
from qa.answering.figures.units import base, counts_things
from qa.retrieval.terms import Term, coverage

_ASKS_WHAT_IT_IS_CALLED = re.compile(
    r"([一-鿿]{2})，?(?:都|分别|到底)?(?:叫|名字?[是叫]?|的名[字称]是?)(?:做|作)?(?:什么|啥)"
)
# How a name stands out: in quotation marks, with letters or digits, or after the word for what it names.
_A_NAME = re.compile(r"[“《]|[A-Za-z]+-?\d+")
# As many characters before a noun may name the thing: 辽宁材料 of 辽宁材料实验室.
_MODIFIERS = 8
_LISTED = re.compile(r"、|和|与|以及|及|等")
# Clauses that speak of nearly as much of what is asked (share) as the one that speaks of most are as much to the point.
_AS_MUCH = 0.1


def only_counted(question: str, terms: Sequence[Term], texts: Sequence[str]) -> bool:
    """Whether the clauses that speak most of what is asked count several things and list none.

    以15项重大工程为抓手 names none of them; 辽宁材料、辽河、滨海、黄海等4个实验室挂牌 does.
    """
    clauses = [(text, start, end) for text in texts for start, end in _clauses(text)]
    spoken = [coverage(terms, text[start:end]) for text, start, end in clauses]
    best = [clause for clause, share in zip(clauses, spoken, strict=True) if share >= max(spoken) - _AS_MUCH]
    given = {figure.value for figure in find_figures(question) if _counts(figure)}
    return any(_counted(text[start:end], question, given) for text, start, end in best) and not any(
        _lists(text, start, end) for text, start, end in best
    )


def only_as_asked(question: str, texts: Sequence[str]) -> bool:
    """Whether the texts call a thing, of which the name is asked, by no other words than the question does.

    >>> only_as_asked("国产大型邮轮叫什么名字", ["国产大型邮轮成功建造。"])
    True
    >>> only_as_asked("那条大洋钻探船叫什么", ["“梦想”号大洋钻探船建成入列。"])
    False
    """
    if not (asked := _ASKS_WHAT_IT_IS_CALLED.search(question)):
        return False
    named = [text for text in texts if asked[1] in text]
    return bool(named) and not any(_names(question, asked[1], text) for text in named)


def says_more(found: str, question: str) -> bool:
    """Whether what was found holds two characters side by side that the question does not."""
    return any(found[n : n + 2] not in question for n in range(len(found) - 1))


def _names(question: str, noun: str, text: str) -> bool:
    """Whether a text sets a name before the noun or, as in 新厂里达工厂, before its last character."""
    before = (text[max(0, match.start() - _MODIFIERS) : match.end()] for match in re.finditer(noun[-1], text))
    runs = (re.split(r"[，。；：\s]", run)[-1] for run in before)
    return bool(_A_NAME.search(text)) or any(says_more(run, question) for run in runs)


def _clauses(text: str) -> list[tuple[int, int]]:
    cuts = [0, *(at for mark in marks(text) for at in mark), len(text)]
    return [(start, end) for start, end in zip(cuts[::2], cuts[1::2], strict=True) if start < end]


def _counted(clause: str, question: str, given: Container[Decimal]) -> bool:
    """Whether a clause counts several of what the question names, as many as it says if it says."""
    return any(
        _counts(figure)
        and (not given or figure.value in given)
        and any(figure.subject[n : n + 2] in question for n in range(len(figure.subject) - 1))
        for figure in find_figures(clause)
    )


def _counts(figure: Figure) -> bool:
    return figure.value > 1 and counts_things(base(figure.unit)[1])


def _lists(text: str, start: int, end: int) -> bool:
    """Whether a clause names several things, or ends with a colon before them."""
    return text[end : end + 1] in ("：", ":", "—") or _LISTED.search(text, start, end) is not None
