"""A statement and its quotes -> how far they bear it out: the number lock."""

import re
from collections.abc import Sequence

from qa.answering.checks import aligning, english, moments, naming, placing, polarity, workings
from qa.answering.checks.moments import FORWARD, Stance
from qa.answering.checks.things import same_thing
from qa.answering.figures import Figure, find_figures, hedge_just_before, supports
from qa.domain import Citation, Statement, Status, Verdict

_SAID_IS = re.compile(r"报告说的是(?P<what>[^：，。]+)：")
# What aims and plans tell as if it were so (阜奈高速全线通车), and the verbs before it that say that it is to be.
_COMPLETED = re.compile(r"建成|竣工|投产|通车|办结|投用|完工|达产|开通|夺|获批|(?:建成|投入|正式)运营|落成|封顶|完成")
_OUTRIGHT = re.compile(r"已经?(?:完成|达|实现|建成)|实际(?:完成|达到)")
_URGES = re.compile(r"\s*(?:推动|推进|加快|促进|确保|力争|争取|支持|抓好|做好|谋划|开工)")
_ENDS = ",。;:、."
# What an English statement names must stand to this share in its quotes and their headings; one that gives no figure has
# nothing else to be held to, so it must share more.
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
    return "quoted" if _is_quotation(statement) or _borne_out(statement) else "unverified"


def _is_quotation(statement: Statement) -> bool:
    """Whether a statement is one of its quotes, whole and letter by letter."""
    return any(
        naming.fold(_without_lead_in(statement.text, quote)).strip(_ENDS) == naming.fold(quote.quote).strip(_ENDS)
        for quote in statement.quotes
    )


def _without_lead_in(text: str, quote: Citation) -> str:
    """A statement without the words that the product puts before a quotation: its label, or which of its words matter."""
    label = f"{quote.period}年的{quote.status}："
    if text.startswith(label):
        return text.removeprefix(label)
    said = _SAID_IS.match(text)
    return text[said.end() :] if said and said["what"] in quote.quote else text


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
    if not english.is_english(text):
        return aligning.holds(text, quotes, lambda quote, figure: _bearing(quote, figure, text))
    figures = any(figure.kind == "quantity" for figure in find_figures(text))
    return english.share(text, theirs) >= (MIN_SHARED_WORDS if figures else MIN_SHARED_WITHOUT_FIGURE)


def _bears(quote: Citation, figure: Figure, text: str) -> bool:
    """Whether a quote states a figure, of the thing, the time and the stance that the text says."""
    if figure.kind == "year":
        mark = next(mark for mark in moments.marks(text) if mark.start == figure.start)
        return any(moments.time_holds(mark, quote, at) for at in _places(quote))
    return bool(_bearing(quote, figure, text))


def _bearing(quote: Citation, figure: Figure, text: str) -> list[Figure]:
    """The figures of a quote that say what one of a claim says."""
    return [
        quoted
        for quoted in find_figures(quote.quote)
        if supports(quoted, figure)
        and _hedged_alike(text, figure, quote, quoted)
        and same_thing(text, figure, quote, quoted)
        and _told_alike(text, figure, quote, quoted)
    ]


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
    if quote.status in FORWARD and _OUTRIGHT.search(moments.clause(text, figure.start)):
        return False
    if quote.status in FORWARD:
        own_words = _in_its_words(moments.clause(text, figure.start), quote)
        return told is Stance.AIMED or (time is None and (told is None or own_words)) or _in_its_words(text, quote)
    if quote.status == Status.DONE:
        return moments.stance(text, figure.start, quote.quote) is not Stance.AIMED
    return True


def _in_its_words(text: str, quote: Citation) -> bool:
    """Whether a part of a claim is the quote's own, letter by letter."""
    return naming.fold(text).strip(_ENDS) in naming.fold(quote.quote)


def _part_holds(text: str, span: tuple[int, int], quotes: Sequence[Citation]) -> bool:
    """Whether the words for a time, and for done or aimed at, of a part of a claim fit its quotes, clause by clause."""
    start, end = span
    within = [at for at in moments.clauses(text) if start <= at < end]
    if all(quote.status in FORWARD for quote in quotes) and any(_told_as_done(text, at) for at in within):
        return False
    if any(_in_its_words(text[start:end], quote) for quote in quotes):
        return True
    if not all(any(word in quote.quote for quote in quotes) for word in moments.literal(text[start:end])):
        return False
    said = [mark for mark in moments.marks(text) if start <= mark.start < end]
    if not all(any(moments.time_holds(mark, quote, at) for quote in quotes for at in _places(quote)) for mark in said):
        return False
    return all(any(_stance_fits(text, at, quote) for quote in quotes) for at in within)


def _told_as_done(text: str, at: int) -> bool:
    """Whether a clause without a figure says that something was completed, and neither it nor one before that it is to be."""
    clause = moments.clause(text, at)
    completed = _COMPLETED.search(clause) and not _URGES.match(clause)
    return bool(completed) and not find_figures(clause) and moments.stance(text, at) is not Stance.AIMED


def _stance_fits(text: str, at: int, quote: Citation) -> bool:
    told = moments.stance(text, at, quote.quote)
    if quote.status in FORWARD:
        return told is not Stance.DONE
    return quote.status != Status.DONE or not (told is Stance.AIMED or moments.aims(text, at, quote.quote))
