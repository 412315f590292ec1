"""A statement and its quotes -> how far they bear it out: the number lock."""

import re
from collections.abc import Sequence

from qa.answering.figures import Figure, find_figures, supports
from qa.domain import Citation, Statement, Status, Verdict
from qa.index.lexical import words

# A statement without figures must share this much of its words with its quotes and their headings. A model that answers in
# its own words shares some 0.6 on average; a citation of another sentence shares under 0.2.
MIN_SHARED_WORDS = 0.34

_FORWARD = {Status.TARGET, Status.PLAN}
_DONE = re.compile(r"去年|上年|完成了|已完成|实际|实现了|建成了|达到了|做到了|已经")
_AIMED = re.compile(r"今年目标|目标|计划|打算|预期|力争|将要?|明年")


def verdict(statement: Statement) -> Verdict:
    """Judge a statement by its quotes.

    Every figure must stand in a quote with its unit, hedge and direction (or be the working of a computation), every year in
    a quote or its period, what is told as done must not rest on an aim nor an aim on a result, and enough of the words must be
    the quotes' own.
    """
    if not statement.quotes:
        return "unverified"
    if statement.computation is not None:
        return "computed"
    if unsupported_figures(statement.text, statement.quotes) or not _tense_holds(statement):
        return "unverified"
    return "quoted" if _shared_words(statement) >= MIN_SHARED_WORDS else "unverified"


def unsupported_figures(text: str, quotes: Sequence[Citation]) -> list[Figure]:
    """The figures of `text` that no quote bears out."""
    quoted = [figure for quote in quotes for figure in find_figures(quote.quote)]
    return [figure for figure in find_figures(text) if not _supported(figure, quoted, quotes)]


def _tense_holds(statement: Statement) -> bool:
    """Whether words for done or planned that no quote has itself agree with what the quotes are."""
    quoted = "".join(quote.quote for quote in statement.quotes)
    statuses = {quote.status for quote in statement.quotes}
    done = any(word not in quoted for word in _DONE.findall(statement.text))
    aimed = any(word not in quoted for word in _AIMED.findall(statement.text))
    return not (done and statuses <= _FORWARD) and not (aimed and statuses == {Status.DONE})


def _supported(figure: Figure, quoted: Sequence[Figure], quotes: Sequence[Citation]) -> bool:
    if any(supports(other, figure) for other in quoted):
        return True
    return figure.kind == "year" and any(_covers(quote.period, int(figure.value)) for quote in quotes)


def _covers(period: str, year: int) -> bool:
    first, _, last = period.partition("–")
    return int(first) <= year <= int(last or first)


def _shared_words(statement: Statement) -> float:
    own = {word for word in words(statement.text) if len(word) > 1}
    theirs = "".join(quote.quote + quote.section for quote in statement.quotes)
    return sum(word in theirs for word in own) / len(own) if own else 1.0
