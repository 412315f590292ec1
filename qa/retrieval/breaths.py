"""A question that asks twice in one breath -> its two questions, each as it stands on its own."""

import re
from collections.abc import Callable, Sequence

from qa.retrieval.carried import COMPUTING, things
from qa.retrieval.followup import resolve
from qa.retrieval.kinds import Kind, read_kind
from qa.retrieval.operations import read_operation
from qa.retrieval.periods import period_words
from qa.retrieval.terms import Term

_BREATH = re.compile(r"[，,。；;？?！!]\s*")
_AN_AMOUNT = re.compile(r"多少|几[个家户项件座条人亿万成]|呢$")


def in_one_breath(question: str, together: Callable[[Sequence[Term], Sequence[Term]], bool]) -> list[str]:
    """The two amounts that are asked for, the second with what it takes from the first; the question itself where it asks once.

    >>> in_one_breath("去年城镇新增就业多少人，今年定了多少", lambda some, others: True)
    ['去年城镇新增就业多少人', '今年城镇新增就业定了多少']
    """
    parts = [part.strip() for part in _BREATH.split(question) if part.strip()]
    if len(parts) != 2 or not all(map(_AN_AMOUNT.search, parts)):
        return [question]
    first, second = parts
    # What is computed from both is one question, and so is what asks further of the very thing: 达到多少，增长多少.
    computes = any(read_operation(one) in COMPUTING for one in (question, second))
    further = set(period_words(second)) <= set(period_words(first)) and not things(second, sides=True)
    if computes or further or read_kind(first) is not Kind.FACT:
        return [question]
    return [first, resolve(second, [(first, "")], together)]
