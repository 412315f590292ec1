"""A computed statement -> whether its working is right, made of quoted figures, and says what the statement says.

Three kinds of working are read: sums such as "391.3 − 289 = 102.3（万亩）" and orders such as "10%以上 > 7%左右 > 6%", whose operands must stand
in the quotes, and counts such as "全文检索“振兴”：45处，见于32句", of which only what the quotes can show is checked: the caller
counted the whole text.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from qa.answering.checks import naming, ordering
from qa.answering.checks.comparing import told_rightly, without_verdict
from qa.answering.checks.moments import marks, period, time_holds
from qa.answering.checks.operands import Operand, operand, stated
from qa.answering.checks.polarity import denies_no_more
from qa.answering.figures import Figure, Hedge, find_figures
from qa.answering.figures.units import base, counts_things
from qa.domain import Citation, Statement

_NUMBER = r"\d[\d,]*(?:\.\d+)?"
_UNIT = r"[ \t]?(?:(?!以|左右|上下|之|及以)(?:[十百千万亿]*(?:个?百分点|[一-鿿/]{1,6}|%|‰)|[十百千万亿]+))?"
_TOKEN = re.compile(rf"(?P<number>{_NUMBER})(?P<unit>{_UNIT})|(?P<op>[+＋\-−–×*÷()（）])|\s+")
_N, _OP = rf"{_NUMBER}{_UNIT}", r"\s*[+＋\-−–×*÷]\s*"
_TERM = rf"(?:[(（]{_N}(?:{_OP}{_N})+[)）]|{_N})"
_STEP = re.compile(rf"(?P<left>{_TERM}(?:{_OP}{_TERM})+)\s*(?P<sign>[=≈])\s*(?P<right>{_NUMBER})(?P<unit>{_UNIT})")
_SEARCH = re.compile(r"(?:全文|其中)检索“(?P<term>[^”]+)”：(?P<times>\d+)处，见于(?P<sentences>\d+)句")
_TIMES = re.compile(r"“(?P<term>[^”]+)”(?P<times>\d+)次")
_NAMED = re.compile(r"“(?P<name>[^”]+)”")
_ASSUMED = re.compile(r"[（(，]?(?P<told>[^（(，）)]*?)按(?P<value>[^，）)]+)计")
# A level before it rose or fell by a share: 64.6 ÷ (100 + 358) × 100.
_BEFORE = re.compile(rf"{_NUMBER} ÷ \(100 [+−] {_NUMBER}\) × 100$")
_SAME = re.compile(r"相同|持平|一样|相等")
# Nothing stands with a sum in its brackets: no hedge makes it another.
_BESIDE_SUM = re.compile(r"[^（(\0；;，]\0|\0[^）)\0；;，]")
_ROUND = Fraction(1, 2)
# Factors that change the scale, not the thing: per cent, 万, 亿.
_SCALES = (100, 10**4, 10**8)


@dataclass(frozen=True, slots=True)
class Step:
    """One line of a working: what it reckons with, the signs between, and what comes of it."""

    operands: tuple[Operand, ...]
    signs: str
    result: Fraction
    exact: bool
    right: bool


def holds(statement: Statement) -> bool:
    """Whether a computed statement's working is right and is what it says."""
    working = statement.computation or ""
    if search := _SEARCH.search(working):
        return _count_holds(search, statement)
    quoted = [figure for quote in statement.quotes for figure in find_figures(quote.quote) if figure.kind == "quantity"]
    if ordering.is_order(working):
        return ordering.holds(working, statement, quoted)
    try:
        years = {last - first + 1 for first, last in map(period, statement.quotes) if last > first}
        steps = list(_steps(working, quoted, years))
        shown = list(_steps(statement.text, quoted, years))
    except (ValueError, ZeroDivisionError):
        return False
    if not steps or not all(step.right for step in (*steps, *shown)):
        return False
    told = _STEP.sub(" ", statement.text)
    if _BESIDE_SUM.search(_STEP.sub("\0", statement.text)):
        return False
    return (
        _figures_hold(told, steps, quoted, statement)
        and naming.holds(told, naming.fold("".join(f"{q.quote} {q.section} {q.report}" for q in statement.quotes)))
        and denies_no_more(without_verdict(told), "".join(quote.quote for quote in statement.quotes))
        and told_rightly(told, steps[-1].signs, [one for step in steps for one in step.operands], statement.quotes)
    )


def _steps(working: str, quoted: Sequence[Figure], years: Collection[int]) -> Iterator[Step]:
    """The lines of a working; a later one may go on with an earlier one's result, or divide by the years of a span."""
    results: list[Fraction] = []
    for match in _STEP.finditer(working):
        step = _step(match, quoted, {*results, *years})
        results.append(step.result)
        yield step


def _step(match: re.Match[str], quoted: Sequence[Figure], others: Collection[Fraction | int]) -> Step:
    operands, signs, expression = [], "", []
    known = True
    before = _BEFORE.fullmatch(match["left"].strip()) is not None
    for token in _TOKEN.finditer(match["left"]):
        if token["number"]:
            value = Fraction(token["number"].replace(",", ""))
            expression.append(str(value))
            found = operand(value, token["unit"].strip(), quoted)
            if found:
                operands.append(found)
            elif value not in others and not (value in _SCALES and (signs.endswith("×") or before)):
                known = False
        elif token["op"]:
            sign = token["op"].translate(str.maketrans("＋−–*（）", "+--×()"))
            signs += sign if sign in "+-×÷" else ""
            expression.append(sign)
    value = _evaluated(expression)
    result = Fraction(match["right"].replace(",", ""))
    places = len(match["right"].partition(".")[2])
    exact = value == result
    near = match["sign"] == "≈" and abs(value - result) <= _ROUND / 10**places
    return Step(
        tuple(operands), signs, result, match["sign"] == "=", known and (near or (exact and match["sign"] == "="))
    )


def _evaluated(tokens: list[str]) -> Fraction:
    """The value of an expression of numbers, + - × ÷ and brackets; raises ValueError where it is none."""
    rest = list(tokens)

    def atom() -> Fraction:
        token = rest.pop(0) if rest else ""
        if token == "(":
            value = total()
            if not rest or rest.pop(0) != ")":
                raise ValueError("bracket left open")
            return value
        return Fraction(token)

    def product() -> Fraction:
        value = atom()
        while rest and rest[0] in "×÷":
            value = value * atom() if rest.pop(0) == "×" else value / atom()
        return value

    def total() -> Fraction:
        value = product()
        while rest and rest[0] in "+-":
            value = value + product() if rest.pop(0) == "+" else value - product()
        return value

    value = total()
    if rest:
        raise ValueError("not an expression")
    return value


def _figures_hold(told: str, steps: Sequence[Step], quoted: Sequence[Figure], statement: Statement) -> bool:
    """Whether a statement gives the result with its unit, and no other figure than those of its quotes."""
    bare = _ASSUMED.sub(" ", told)
    figures = [figure for figure in find_figures(bare) if figure.kind == "quantity"]
    left = [figure for figure in figures if not any(_is_result(figure, step) for step in steps)]
    equal = steps[-1].result == 0 and _SAME.search(bare)
    given = any(_is_result(figure, steps[-1]) for figure in figures)
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
    """Whether a figure is what a step comes to, in the unit that comes of its operands' units."""
    if Fraction(figure.value) != step.result or not step.operands or not _hedge_fits(figure, step):
        return False
    size, unit = base(figure.unit)
    first, *others = step.operands
    own, name = base(first.unit)
    if step.signs in ("÷+×", "÷-×"):
        return (size, unit) == (own, name) and len(others) == 1 and base(others[0].unit)[1] == "%" != name
    if step.signs in ("-÷", "÷-"):
        return (size, unit) == (own, name) and name != "%" and [base(one.unit)[1] for one in others] == [name]
    if "÷" in step.signs:
        if unit == name and counts_things(name) and len(others) == 1:
            return size == own
        if unit not in ("倍", "%", "") and (not others or base(others[0].unit)[1] != name):
            return unit == name and (size == own if not others else _mean_holds(figure, step))
        return unit in ("倍", "%", "") and (unit == "%") == ("×" in step.signs)
    if name == "%" and [base(one.unit)[1] for one in others] == ["百分点"]:
        return unit == "%"
    if (name == "%" and "-" in step.signs) or (name == "%" and unit == "百分点"):
        return unit == "百分点"
    return (size, unit) == (own, name)


def _mean_holds(figure: Figure, step: Step) -> bool:
    """Whether a mean comes out in its own unit: 16.1亿元 over 341.3万个 are some 472元."""
    above, below = (Fraction(one.figure.value) * base(one.figure.unit)[0] for one in step.operands[:2])
    size = base(figure.unit)[0]
    told = Fraction(figure.value) * size
    places = len(str(figure.value).partition(".")[2])
    return any(
        abs(above / divisor - told) <= size * _ROUND / 10**places
        for divisor in (below, Fraction(step.operands[1].figure.value))
    )


def _hedge_fits(figure: Figure, step: Step) -> bool:
    """A rounded result is 约, an exact one bare; of hedged figures it may be hedged as they are."""
    if figure.hedge in {one.figure.hedge for one in step.operands} - {Hedge.EXACT}:
        return True
    return figure.hedge is (Hedge.EXACT if step.exact else Hedge.ABOUT)


def _assumed_holds(match: re.Match[str], quoted: Sequence[Figure]) -> bool:
    """5%以上按5%计: the one is quoted so, the other is its number."""
    told, value = find_figures(match["told"]), find_figures(match["value"])
    if len(told) != 1 or len(value) != 1:
        return False
    return told[0].text == value[0].text and any(stated(told[0], other) for other in quoted)


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
