"""A statement and its quotes -> how far they bear it out: the number lock."""

from collections.abc import Sequence

from qa.answering.checks import content, moments, naming, placing, polarity, workings
from qa.answering.checks.moments import FORWARD, Stance
from qa.answering.checks.things import same_thing
from qa.answering.figures import Figure, find_figures, hedge_just_before, supports
from qa.domain import Citation, Statement, Status, Verdict

# A statement must share this much of its words with its quotes and their headings; one that gives no figure has nothing
# else to be held to, so it must share more.
MIN_SHARED_WORDS, MIN_SHARED_WITHOUT_FIGURE = 0.5, 0.6


def verdict(statement: Statement) -> Verdict:
    """Judge a statement by its quotes.

    Every figure must stand in a quote with its unit, hedge and direction, of the same thing, time and stance (or be the
    right working of such figures); names, negations and ranks must be the quotes' own; and enough of the words as well.
    """
    if not statement.quotes:
        return "unverified"
    if statement.computation is not None:
        return "computed" if workings.holds(statement) else "unverified"
    return "quoted" if _borne_out(statement) else "unverified"


def unsupported_figures(text: str, quotes: Sequence[Citation]) -> list[Figure]:
    """The figures of `text` that no quote bears out."""
    return [figure for figure in find_figures(text) if not any(_bears(quote, figure, text) for quote in quotes)]


def _borne_out(statement: Statement) -> bool:
    text, quotes = statement.text, statement.quotes
    said = " ".join(quote.quote for quote in quotes)
    quoted = "".join(f"{quote.quote} {quote.section} " for quote in quotes)
    if unsupported_figures(text, quotes) or not polarity.holds(text, said) or not placing.holds(text, quoted):
        return False
    theirs = naming.fold(quoted + "".join(quote.report for quote in quotes))
    if not naming.holds(text, theirs):
        return False
    if not all(_part_holds(text, span, quotes) for span in moments.parts(text)):
        return False
    figures = any(figure.kind == "quantity" for figure in find_figures(text))
    least = MIN_SHARED_WORDS if figures else MIN_SHARED_WITHOUT_FIGURE
    return content.share(text, theirs) >= least


def _bears(quote: Citation, figure: Figure, text: str) -> bool:
    """Whether a quote states a figure, of the thing, the time and the stance that the text says."""
    if figure.kind == "year":
        mark = next(mark for mark in moments.marks(text) if mark.start == figure.start)
        return any(moments.time_holds(mark, quote, at) for at in _places(quote))
    return any(
        supports(quoted, figure)
        and _hedged_alike(text, figure, quote, quoted)
        and same_thing(text, figure, quote, quoted)
        and _told_alike(text, figure, quote, quoted)
        for quoted in find_figures(quote.quote)
    )


def _places(quote: Citation) -> list[int]:
    """Where a quote may be of another time: at its figures, else anywhere."""
    return [figure.start for figure in find_figures(quote.quote)] or [0]


def _hedged_alike(text: str, figure: Figure, quote: Citation, quoted: Figure) -> bool:
    """Whether a hedge before a figure that has another behind or inside (不足3000多名) stands in the quote as well."""
    before = hedge_just_before(text, figure)
    return before in (None, figure.hedge) or before == hedge_just_before(quote.quote, quoted)


def _told_alike(text: str, figure: Figure, quote: Citation, quoted: Figure) -> bool:
    """Whether the claim's words for the time and for done or aimed at fit the quote at its figure."""
    time = moments.governing(text, figure.start)
    if time and not moments.time_holds(time, quote, quoted.start):
        return False
    told = moments.stance(text, figure.start, "")
    if quote.status in FORWARD:
        own_words = _in_its_words(moments.clause(text, figure.start), quote)
        return told is Stance.AIMED or (time is None and (told is None or own_words)) or _in_its_words(text, quote)
    if quote.status == Status.DONE:
        return moments.stance(text, figure.start, quote.quote) is not Stance.AIMED
    return True


def _in_its_words(text: str, quote: Citation) -> bool:
    """Whether a part of a claim is the quote's own, letter by letter."""
    return naming.fold(text).strip(",。;:、.") in naming.fold(quote.quote)


def _part_holds(text: str, span: tuple[int, int], quotes: Sequence[Citation]) -> bool:
    """Whether the words for a time, and for done or aimed at, of a part of a claim fit its quotes, clause by clause."""
    start, end = span
    if any(_in_its_words(text[start:end], quote) for quote in quotes):
        return True
    if not all(any(word in quote.quote for quote in quotes) for word in moments.literal(text[start:end])):
        return False
    said = [mark for mark in moments.marks(text) if start <= mark.start < end]
    if not all(any(moments.time_holds(mark, quote, at) for quote in quotes for at in _places(quote)) for mark in said):
        return False
    return all(
        any(_stance_fits(text, at, quote) for quote in quotes) for at in moments.clauses(text) if start <= at < end
    )


def _stance_fits(text: str, at: int, quote: Citation) -> bool:
    told = moments.stance(text, at, quote.quote)
    if quote.status in FORWARD:
        return told is not Stance.DONE
    return quote.status != Status.DONE or not (told is Stance.AIMED or moments.aims(text, at, quote.quote))
