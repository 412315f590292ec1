"""A question and what was said before -> the question as it stands on its own."""

import re
from collections.abc import Sequence

from qa.domain import Turn
from qa.retrieval.question import names_period, places_in, without_period

# A question that begins or ends so, or is this short, leans on the one before it.
_LEANS = re.compile(
    r"^(?:那|那么|还有|再|它|这个?|那个?|其中|另外|and |what about|how about)|呢[？?]?$|^(?:这两|两者|相差|差多少|多多少|少多少|比|加|平均|合计|一共|第.{1,2}[条个项点])",
    re.I,
)
_SHORT = 6
# One that sets another period against the one before needs both.
_COMPARES = re.compile(r"^(?:那|这)?(?:比|较|跟|和|与|同)|差多少|相差|多多少|少多少")


def resolve(question: str, history: Sequence[Turn]) -> str:
    """Put the last question before one that leans on it, without what the new one says anew: its period, its place.

    >>> resolve("那农村的呢？", [("城镇居民收入增长多少", "…")])
    '城镇居民收入增长多少 那农村的呢？'
    """
    if not history:
        return question
    leans = _LEANS.search(question.strip()) or len(question.strip()) <= _SHORT
    return f"{_kept(history[-1][0], question)} {question.strip()}" if leans else question


def _kept(before: str, question: str) -> str:
    keeps_both = _COMPARES.search(question.strip())
    kept = without_period(before) if names_period(question) and not keeps_both else before.strip()
    if places_in(question):
        for place in places_in(before):
            kept = kept.replace(place, "")
    return kept.strip()
