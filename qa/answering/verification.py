"""A statement and its quotes -> how far they bear it out: the number lock."""

import re
from collections.abc import Sequence

from qa.answering.facts import same_subject
from qa.answering.figures import Figure, find_figures, supports
from qa.domain import Citation, Statement, Status, Verdict
from qa.index.lexical import words
from qa.retrieval.question import places_in

# A statement must share this much of its words with its quotes and their headings. The reference answers of 115 development
# questions share 0.90 with their own sentences (2 % of them less than this), 0.04 with another one (none as much).
MIN_SHARED_WORDS = 0.34

# Words that say when and whether a thing was done. Where a quote does not have them itself, its label must agree.
_FORWARD = {Status.TARGET, Status.PLAN}
_DONE = re.compile(r"去年|上年|过去五年|完成了|已完成|实际|实现了|建成了|达到了|做到了|已经")
_AIMED = re.compile(r"今年|目标|计划|打算|预期|力争|将要?|明年|未来五年|今后五年")


def verdict(statement: Statement) -> Verdict:
    """Judge a statement by its quotes.

    Every figure must stand in a quote with its unit, hedge and direction (or be the working of a computation), in one that
    speaks of the same thing, time and place; and enough of the words must be the quotes' own.
    """
    if not statement.quotes:
        return "unverified"
    if statement.computation is not None:
        return "computed"
    if unsupported_figures(statement.text, statement.quotes) or not _places_hold(statement):
        return "unverified"
    if not any(_tense_holds(statement.text, quote) for quote in statement.quotes):
        return "unverified"
    return "quoted" if _shared_words(statement) >= MIN_SHARED_WORDS else "unverified"


def unsupported_figures(text: str, quotes: Sequence[Citation]) -> list[Figure]:
    """The figures of `text` that no quote bears out."""
    return [figure for figure in find_figures(text) if not any(_bears(quote, figure, text) for quote in quotes)]


def _bears(quote: Citation, figure: Figure, text: str) -> bool:
    """Whether a quote states a figure, of the thing and the time that the text says."""
    quoted = find_figures(quote.quote)
    if figure.kind == "year":
        return any(supports(other, figure) for other in quoted) or _is_of(quote.period, int(figure.value), text)
    if not _tense_holds(text, quote):
        return False
    bearing = [other for other in quoted if supports(other, figure)]
    # A quote that has its own figure for the thing does not lend it another's: 地区生产总值增长2.1%，固定资产投资增长3.6%.
    owners = [other for other in quoted if other.kind == "quantity" and same_subject(other, figure)]
    return bool(bearing) and (not owners or any(other in owners for other in bearing))


def _is_of(period: str, year: int, text: str) -> bool:
    """Whether a year names a period: it is the period, or the text names both ends of the span."""
    first, _, last = period.partition("–")
    return str(year) in (first, last) and first in text and (last or first) in text


def _tense_holds(text: str, quote: Citation) -> bool:
    """Whether words for done or planned that a quote has not itself agree with what it is."""
    done = any(word not in quote.quote for word in _DONE.findall(text))
    aimed = any(word not in quote.quote for word in _AIMED.findall(text))
    return not (done and quote.status in _FORWARD) and not (aimed and quote.status == Status.DONE)


def _places_hold(statement: Statement) -> bool:
    about = "".join(quote.quote + quote.section + quote.report for quote in statement.quotes)
    return all(place in about for place in places_in(statement.text))


def _shared_words(statement: Statement) -> float:
    own = {word for word in words(statement.text) if len(word) > 1}
    theirs = "".join(quote.quote + quote.section for quote in statement.quotes)
    return sum(word in theirs for word in own) / len(own) if own else 1.0
