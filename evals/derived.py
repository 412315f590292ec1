"""A report -> true claims that are derived from one or two figures: means by the year and the month and what stands beside them, rests, shares, parts, what was before."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise, permutations, product

from qa.answering.checks.asker import mark, told_of_each
from qa.answering.checks.lengths import MONTH, lead, lengths
from qa.answering.computing.called import HEDGED
from qa.answering.evidence import cite
from qa.answering.figures import CHANGES, DISTANCES, FLIPPED, Direction, Figure, Hedge, find_figures
from qa.answering.figures.units import base
from qa.domain import Report, Sentence, Statement, Status

# What is no level: not a whole, a part, or a share of one.
_NO_LEVEL = CHANGES | DISTANCES | {Direction.FROM}
_AMOUNTS = ("元", "亩", "米", "斤", "户", "人", "件", "家")
_SHARERS = ("户", "人", "家", "件")
# How many the asker of a claim has.
_ASKERS, _MONTHS = 4, 12


def derived(report: Report) -> Iterator[Statement]:
    """Every such claim that a sentence with results or aims bears out."""
    for sentence in report.sentences:
        if sentence.status is Status.BACKGROUND:
            continue
        figures = [figure for figure in find_figures(sentence.text) if figure.kind == "quantity"]
        exact = [one for one in figures if one.hedge is Hedge.EXACT and one.high is None and one.subject]
        levels = [one for one in exact if one.direction not in _NO_LEVEL]
        yield from _alone(sentence, levels)
        yield from _hedged_rests(sentence, figures)
        yield from (claim for figure in levels if _is_amount(figure) for claim in _for_others(sentence, figure))
        yield from _beside(sentence, levels)
        yield from _before(sentence, exact)
    yield from _beside_means(report)


def _alone(sentence: Sentence, levels: list[Figure]) -> Iterator[Statement]:
    """What a share leaves of all; what comes on each of the years of a review."""
    first, _, last = sentence.period.partition("–")
    for figure in levels:
        if figure.unit == "%" and 0 < figure.value < 100:
            working = f"100 − {figure.value} = {100 - figure.value}"
            yield _claim(sentence, f"其余为{100 - figure.value}%", working, "%")
        if last and _is_amount(figure):
            years = int(last) - int(first) + 1
            mean = figure.value / years
            if mean == round(mean, 4):
                working = f"{figure.value} ÷ {years} = {mean.normalize():f}"
                yield _claim(sentence, f"平均每年{mean.normalize():f}{figure.unit}", working, figure.unit)


def _hedged_rests(sentence: Sentence, figures: list[Figure]) -> Iterator[Statement]:
    """What a hedged share leaves, its hedge turned round: less than 40% of more than 60%."""
    shares = [one for one in figures if one.unit == "%" and one.high is None and 0 < one.value < 100]
    for one in shares:
        only = [other for other in figures if other.value in (one.value, 100)] == [
            one
        ]  # else it is not plain which is meant
        if only and one.hedge in FLIPPED and one.direction not in _NO_LEVEL:
            left = 100 - one.value
            working = f"100 − {one.value} = {left}"
            yield _claim(sentence, f"其余{HEDGED[FLIPPED[one.hedge]].format(f'{left}%')}", working, "%")


def _for_others(sentence: Sentence, figure: Figure) -> Iterator[Statement]:
    """An amount of a year by the month, what there is for each for as many as an asker has, an amount in another unit."""
    first, _, last = sentence.period.partition("–")
    words = lead(sentence.text, figure.start)
    if lengths(words, int(first), int(last or first)).get(MONTH) == _MONTHS:
        mean = (figure.value / _MONTHS).quantize(Decimal("0.01"), ROUND_HALF_UP)
        sign = "=" if mean * _MONTHS == figure.value else "≈"
        told = f"平均每月{'约' * (sign == '≈')}{mean.normalize():f}{figure.unit}"
        yield _claim(sentence, told, f"{figure.value} ÷ {_MONTHS} {sign} {mean.normalize():f}", figure.unit)
    if told_of_each(words + figure.subject, "人"):
        whole = (figure.value * _ASKERS).normalize()
        claim = _claim(sentence, f"共{whole:f}{figure.unit}", f"{figure.value} × {_ASKERS} = {whole:f}", figure.unit)
        yield replace(claim, text=claim.text + mark(str(_ASKERS), "人"))
    if figure.unit.endswith("斤") and not figure.unit.endswith("公斤"):
        half, unit = (figure.value / 2).normalize(), figure.unit.removesuffix("斤") + "公斤"
        yield _claim(sentence, f"折合{half:f}{unit}", f"{figure.value} ÷ 2 = {half:f}", unit)


def _beside(sentence: Sentence, levels: list[Figure]) -> Iterator[Statement]:
    """A part of its whole, an amount by how many share it, and so much as a share is of it."""
    for one, other in permutations(levels, 2):
        (size, unit), (by, per) = base(one.unit), base(other.unit)
        nested = one.subject in other.subject or other.subject in one.subject
        if unit == per and size == by and _is_amount(one) and one.value < other.value and not nested:
            share = _rounded(100 * one.value / other.value)
            sign = "=" if share * other.value == 100 * one.value else "≈"
            told = f"{one.subject}占{other.subject}的{'约' * (sign == '≈')}{share:f}%"
            yield _claim(sentence, told, f"{one.value} ÷ {other.value} × 100 {sign} {share:f}", "%")
        elif unit != per and per in _SHARERS and by == 1 and other.value > 1 and _is_amount(one):
            mean = one.value / other.value
            if mean == round(mean, 4):
                working = f"{one.value} ÷ {other.value} = {mean.normalize():f}"
                yield _claim(sentence, f"平均每{per}{mean.normalize():f}{one.unit}", working, one.unit)
        elif other.unit == "%" and other.value < 100 and _is_amount(one):
            part = one.value * other.value / 100
            working = f"{one.value} × {other.value} ÷ 100 = {part.normalize():f}"
            yield _claim(sentence, f"按占比折算为{part.normalize():f}{one.unit}", working, one.unit)


def _before(sentence: Sentence, exact: list[Figure]) -> Iterator[Statement]:
    """What a level was before the rise in its own unit that is told beside it."""
    for level, change in pairwise(exact):
        rise = change.direction is Direction.UP_BY and level.direction not in _NO_LEVEL
        if rise and level.unit == change.unit and level.subject == change.subject and level.value > change.value:
            then = level.value - change.value
            yield _claim(sentence, f"原来为{then}{level.unit}", f"{level.value} − {change.value} = {then}", level.unit)
            if level.unit != "%":
                rate = _rounded(100 * change.value / then)
                sign = "=" if rate * then == 100 * change.value else "≈"
                working = f"{change.value} ÷ ({level.value} − {change.value}) × 100 {sign} {rate:f}"
                yield _claim(sentence, f"比原来增加{'约' * (sign == '≈')}{rate:f}%", working, "%")


def _beside_means(report: Report) -> Iterator[Statement]:
    """An aim of this year beside the mean of the years of a review, both of one thing: by how much it is more, and how many times it is."""
    told = [
        (sentence, figure)
        for sentence in report.sentences
        for figure in find_figures(sentence.text)
        if figure.hedge is Hedge.EXACT and figure.high is None and figure.direction is Direction.NONE and figure.subject
    ]
    totals = [one for one in told if "–" in one[0].period and one[0].status is Status.DONE and _is_amount(one[1])]
    aims = [one for one in told if "–" not in one[0].period and one[0].status is Status.TARGET]
    for (review, total), (plan, aim) in product(totals, aims):
        if aim.subject != total.subject or aim.unit != total.unit or aim.value == 0:
            continue
        first, last = map(int, review.period.split("–"))
        mean, quotes = total.value / (last - first + 1), (cite(plan), cite(review))
        names = f"{aim.subject}{plan.period}年目标{{}}{review.period}年完成平均每年"
        expression, times = f"{total.value} ÷ {last - first + 1}", (aim.value / mean).quantize(Decimal("0.01"))
        sign = "=" if times * mean == aim.value else "≈"
        more, working = (
            ("多", f"{aim.value} − {expression}") if aim.value > mean else ("少", f"{expression} − {aim.value}")
        )
        gap = abs(aim.value - mean).normalize()
        if gap:
            text = f"{names.format('比')}{more}{gap:f}{aim.unit}（{working} = {gap:f}）"
            yield Statement(text, quotes, f"{working} = {gap:f}（{aim.unit}）")
        text = f"{names.format('是')}的{'约' * (sign == '≈')}{times}倍（{aim.value} ÷ ({expression}) {sign} {times}）"
        yield Statement(text, quotes, f"{aim.value} ÷ ({expression}) {sign} {times}（倍）")


def _is_amount(figure: Figure) -> bool:
    """Whether a figure is how much or how many there is of something: no rate, no number in a series, no time."""
    name = base(figure.unit)[1]
    return name in _AMOUNTS and figure.value > 1


def _claim(sentence: Sentence, told: str, working: str, unit: str) -> Statement:
    return Statement(f"{told}（{working}）", (cite(sentence),), f"{working}（{unit}）")


def _rounded(value: Decimal) -> Decimal:
    return value.quantize(Decimal("0.1"), ROUND_HALF_UP).normalize()
