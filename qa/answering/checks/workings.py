"""A computed statement -> whether its working is right, made of quoted figures, and says what the statement says.

Three kinds of working are read: sums such as "391.3 − 289 = 102.3（万亩）" and orders such as "10%以上 > 7%左右 > 6%", whose operands must stand
in the quotes, and counts such as "全文检索“振兴”：45处，见于32句", of which only what the quotes can show is checked: the caller
counted the whole text.
"""

import re
from collections.abc import Sequence
from fractions import Fraction

from qa.answering.checks import naming, ordering
from qa.answering.checks.asker import given, without_given
from qa.answering.checks.comparing import without_verdict
from qa.answering.checks.deriving import told_rightly
from qa.answering.checks.lengths import lead, lengths
from qa.answering.checks.moments import marks, period, time_holds
from qa.answering.checks.operands import amount, stated
from qa.answering.checks.polarity import denies_no_more
from qa.answering.checks.quantities import Quantity
from qa.answering.checks.steps import Step, steps, without_steps
from qa.answering.figures import FLIPPED, Figure, Hedge, find_figures
from qa.answering.figures.units import base
from qa.domain import Citation, Statement

_SEARCH = re.compile(r"(?:全文|其中)检索“(?P<term>[^”]+)”：(?P<times>\d+)处，见于(?P<sentences>\d+)句")
_TIMES = re.compile(r"“(?P<term>[^”]+)”(?P<times>\d+)次")
_NAMED = re.compile(r"“(?P<name>[^”]+)”")
_ASSUMED = re.compile(r"[（(，]?(?P<told>[^（(，）)]*?)按(?P<value>[^，）)]+)计")
_SAME = re.compile(r"相同|持平|一样|相等")
# Nothing stands with a sum in its brackets: no hedge makes it another.
_BESIDE_SUM = re.compile(r"[^（(\0；;，]\0|\0[^）)\0；;，]")


def holds(statement: Statement) -> bool:
    """Whether a computed statement's working is right and is what it says."""
    working = statement.computation or ""
    if search := _SEARCH.search(working):
        return _count_holds(search, statement)
    quoted = [figure for quote in statement.quotes for figure in find_figures(quote.quote) if figure.kind == "quantity"]
    if ordering.is_order(working):
        return ordering.holds(working, statement, quoted)
    try:
        others = _counted(statement)
        lines = list(steps(working, quoted, others))
        shown = list(steps(statement.text, quoted, others))
    except (ValueError, ZeroDivisionError):
        return False
    if not lines or not all(step.right for step in (*lines, *shown)):
        return False
    told = without_steps(_without_label(statement), " ")
    names = without_given(told)
    if _BESIDE_SUM.search(without_steps(statement.text, "\0")):
        return False
    return (
        _figures_hold(names, lines, quoted, statement)
        and naming.holds(names, naming.fold("".join(f"{q.quote} {q.section} {q.report}" for q in statement.quotes)))
        and denies_no_more(without_verdict(names), "".join(quote.quote for quote in statement.quotes))
        and told_rightly(told, lines[-1], [one for step in lines for one in step.operands], statement.quotes)
    )


def _without_label(statement: Statement) -> str:
    """A statement without the year and the stage before it, where these are those of all its quotes: 2026年的目标."""
    labels = {f"{quote.period}年的{quote.status}：" for quote in statement.quotes}
    return statement.text.removeprefix(labels.pop()) if len(labels) == 1 else statement.text


def _counted(statement: Statement) -> dict[Fraction, Quantity]:
    """What a working may count that no quote gives as a figure: the years of a span, the months of a year, what the asker has."""
    spans = [(quote, *period(quote)) for quote in statement.quotes]
    counts = {Fraction(last - first + 1) for _, first, last in spans if last > first}
    for quote, first, last in spans:
        for figure in find_figures(quote.quote):
            counts |= set(lengths(lead(quote.quote, figure.start), first, last).values())
    counts = {max(count, 1 / count) for count in counts}
    if own := given(statement.text):
        counts.add(own.number)
    return {count: Quantity(count, count) for count in counts}


def _figures_hold(told: str, lines: Sequence[Step], quoted: Sequence[Figure], statement: Statement) -> bool:
    """Whether a statement gives the result with its unit, and no other figure than those of its quotes."""
    bare = _ASSUMED.sub(" ", told)
    figures = [figure for figure in find_figures(bare) if figure.kind == "quantity"]
    left = [figure for figure in figures if not any(_is_result(figure, step) for step in lines)]
    equal = lines[-1].result == 0 and _SAME.search(bare)
    given = any(_is_result(figure, lines[-1]) for figure in figures)
    return (
        bool(given or equal)
        and all(any(stated(figure, other) for other in quoted) for figure in left)
        and all(_assumed_holds(match, quoted) for match in _ASSUMED.finditer(told))
        and all(
            any(time_holds(mark, quote, 0) or mark.years in _named_years(quote) for quote in statement.quotes)
            for mark in marks(bare)
        )
    )


def _named_years(quote: Citation) -> list[tuple[int, int]]:
    """The years that a quote names or is of."""
    return [period(quote), *(mark.years for mark in marks(quote.quote) if any(mark.years))]


def _is_result(figure: Figure, step: Step) -> bool:
    """Whether a figure is what a step comes to, in a unit that the amount can have."""
    same = Fraction(figure.value) == step.result and bool(step.operands)
    return same and _hedge_fits(figure, step) and step.quantity.is_told_as(figure) and _percent_fits(figure, step)


def _percent_fits(figure: Figure, step: Step) -> bool:
    """Whether what comes of shares is told in % or in 百分点: what is between two in the latter, the rest of one in the former."""
    units = [base(one.unit)[1] for one in step.operands]
    unit = base(figure.unit)[1]
    if "÷" in step.signs or units[0] != "%":
        return unit != "百分点" or units[0] == unit
    if units[1:] == ["百分点"] or (len(units) == 1 and step.signs == "-"):
        return unit == "%"
    return unit == "百分点" or (unit == "%" and "-" not in step.signs)


def _hedge_fits(figure: Figure, step: Step) -> bool:
    """A rounded result is 约, an exact one bare; of hedged figures it may be hedged as they are, what a share leaves the other way."""
    if len(step.operands) == 1 and step.signs == "-":
        own = step.operands[0].figure.hedge
        return figure.hedge is FLIPPED.get(own, Hedge.EXACT)
    if figure.hedge in {one.figure.hedge for one in step.operands} - {Hedge.EXACT}:
        return True
    return figure.hedge is (Hedge.EXACT if step.exact else Hedge.ABOUT)


def _assumed_holds(match: re.Match[str], quoted: Sequence[Figure]) -> bool:
    """5%以上按5%计: the one is quoted so, the other is its number."""
    told, value = find_figures(match["told"]), find_figures(match["value"])
    if len(told) != 1 or len(value) != 1:
        return False
    same = amount(told[0]) == amount(value[0]) and value[0].hedge is Hedge.EXACT
    return same and any(stated(told[0], other) for other in quoted)


def _count_holds(search: re.Match[str], statement: Statement) -> bool:
    """Whether a count of a word says what its working says, and the quotes do not show otherwise."""
    said = _TIMES.search(statement.text)
    if not said or (said["term"], said["times"]) != (search["term"], search["times"]):
        return False
    term, times, sentences = naming.fold(search["term"]), int(search["times"]), int(search["sentences"])
    shown = [re.sub("[“”]", "", naming.fold(quote.quote)).count(term) for quote in statement.quotes]
    rest = sentences - len(shown)
    whole = sum(shown) == times if rest == 0 else sum(shown) + rest <= times
    return all(shown) and rest >= 0 and whole and not _others(statement, said)


def _others(statement: Statement, said: re.Match[str]) -> bool:
    """Whether figures stand beside the count, but for those of the heading of all its quotes and of words not found."""
    named = [(m.start(), m.end()) for m in _NAMED.finditer(statement.text) if _is_heading(m["name"], statement)]
    free = [(said.start(), said.end()), *named]
    return any(not any(a <= figure.start < b for a, b in free) for figure in find_figures(statement.text))


def _is_heading(name: str, statement: Statement) -> bool:
    return all(name in quote.section for quote in statement.quotes) or f"“{name}”：0处" in (statement.computation or "")
