"""What a computed statement says of two figures -> whether it names the larger as the larger."""

import re
from collections.abc import Sequence
from fractions import Fraction

from qa.answering.checks.moments import FORWARD, marks
from qa.answering.checks.operands import Operand
from qa.answering.checks.steps import Step
from qa.answering.checks.things import likeness
from qa.answering.figures import FALLS, Direction, find_figures
from qa.answering.figures.units import base
from qa.domain import Citation, Status

_MORE = r"多|高|大|快|长|增加|增长|提高|扩大|超出|超过"
_LESS = r"少|低|小|慢|短|减少|下降|降低|缩小|不足"
# A name that is this much like a figure's subject may stand for it.
_ALIKE = 0.6
# What names a thing that is compared: no digits but those of 5G.
_NAME = r"(?:[^，。；（(\d]|\d(?=[A-Za-z]))"
_COMPARED = re.compile(
    rf"(?P<a>[^，。；（(]*?)(?<![占对环同])比(?!例|率|值|重(?![点大要型])|(?:{_MORE}|{_LESS})[\d约])(?P<b>{_NAME}*?(?:\d{{4}}(?:–\d{{4}})?{_NAME}*)?)(?P<word>{_MORE}|{_LESS})出?了?约?\s?\d"
)
_BESIDE = re.compile(
    r"(?P<a>[^，。；（(]*?)(?P<word>超过|超出|高于|多于|快于|大于|低于|少于|慢于|小于|不及)(?P<b>[^，。；（(\d]*?(?:\d{4}[^，。；（(\d]*)?)\d"
)
_SAME = re.compile(r"(?P<a>[^，。；（(]*)[与和同](?P<b>[^，。；（(]*)(?:相同|持平|一样|相等)")
_CHANGED = re.compile(rf"^(?P<what>[^，。；（(\d]*?)(?:共|累计|一共|即|，)?(?P<word>{_MORE}|{_LESS})了?\d")
_DOWN = re.compile(rf"{_LESS}|低于|少于|慢于|小于|不及")
_AIM, _RESULT = re.compile(r"目标|计划|规划|预期"), re.compile(r"完成|实际|结果|实绩|已")
_MET = re.compile(r"(?P<no>未能?|没有|没)?(?:完成|达到|实现|达)了?(?P<what>[^，。；\d]{0,12}?)(?:目标|预期|计划)")
_MEAN = re.compile(r"平均")
_MULTIPLE_OF = re.compile(r"(?P<a>[^，。；（(]*)是(?P<b>[^，。；（(]*)的约?\d")


def in_order(told: str, operands: Sequence[Operand], quotes: Sequence[Citation]) -> bool | None:
    """Whether the larger of two figures is named as the larger, or both as alike; None where nothing is compared."""
    if (match := _MET.search(told)) and not _met(match["no"] is None, operands, quotes):
        return False
    if _SAME.search(told):
        return len({value(one) for one in operands}) == 1
    if match := _COMPARED.search(told) or _BESIDE.search(told):
        return named_in_order(match["a"], match["b"], bool(_DOWN.search(match["word"])), operands, quotes)
    if match := _CHANGED.search(told):
        return _changed(bool(_DOWN.search(match["word"])), match["what"], operands, quotes)
    return None


def without_verdict(told: str) -> str:
    """What a statement says beside that an aim was met or not."""
    return _MET.sub(" ", told)


def _met(said: bool, operands: Sequence[Operand], quotes: Sequence[Citation]) -> bool:
    """完成了目标, 未达到目标: whether the result reaches the aim as is said."""
    aims = [one for one in operands if quoting(one, quotes).status in FORWARD]
    results = [one for one in operands if quoting(one, quotes).status == Status.DONE]
    if len(aims) != 1 or len(results) != 1:
        return False
    return (value(results[0]) >= value(aims[0])) == said


def quoting(one: Operand, quotes: Sequence[Citation]) -> Citation:
    """The quote that a figure stands in."""
    return next(quote for quote in quotes if one.figure in find_figures(quote.quote))


def value(one: Operand) -> Fraction:
    """What a figure counts, falls below nothing."""
    return Fraction(one.figure.value) * base(one.figure.unit)[0] * (-1 if one.figure.direction in FALLS else 1)


def _changed(down: bool, what: str, operands: Sequence[Operand], quotes: Sequence[Citation]) -> bool:
    """高铁里程增加945公里: from the figure that a change begins with to the one where it ends, both of what is named."""
    begins = [one for one in operands if one.figure.direction is Direction.FROM]
    ends = [one for one in operands if one.figure.direction is not Direction.FROM]
    if len(begins) != 1 or len(ends) != 1 or begins[0].figure.subject != ends[0].figure.subject:
        return False
    own = ends[0].figure.subject
    begun = (one for quote in quotes for one in find_figures(quote.quote) if one.direction is Direction.FROM)
    others = {one.subject for one in begun} - {own}
    near = likeness(what, own)
    if what and what != own and (near < _ALIKE or any(likeness(what, other) >= near for other in others)):
        return False
    return value(ends[0]) < value(begins[0]) if down else value(ends[0]) > value(begins[0])


def named_in_order(a: str, b: str, down: bool, operands: Sequence[Operand], quotes: Sequence[Citation]) -> bool:
    """Whether the figure that `a` names is the larger of two, or the smaller where the word between says so."""
    if len({(one.figure, one.unit) for one in operands}) != 2:
        return False
    one, other = operands[:2]
    straight = _names(a, one, quotes) + _names(b, other, quotes)
    crossed = _names(b, one, quotes) + _names(a, other, quotes)
    if straight == crossed:
        return False
    first, second = (one, other) if straight > crossed else (other, one)
    return value(first) < value(second) if down else value(first) > value(second)


def beside_mean(told: str, step: Step, operands: Sequence[Operand], quotes: Sequence[Citation]) -> bool:
    """2023年目标比2018–2022年完成平均每年多439.6个: whether what is divided is what is called the mean, and which is more, or how many times."""
    times = step.signs == "÷÷"
    match = _MULTIPLE_OF.search(told) if times else _COMPARED.search(told)
    if not match or len(operands) != 2 or not _MEAN.search(match["b"]) or _MEAN.search(match["a"]):
        return False
    total, other = operands if step.signs == "÷-" else operands[::-1]
    first, _, last = quoting(total, quotes).period.partition("–")
    if not last:
        return False
    fits = _names(match["a"], other, quotes) > _names(match["a"], total, quotes)
    fits = fits and _names(match["b"], total, quotes) > _names(match["b"], other, quotes)
    mean = value(total) / (int(last) - int(first) + 1)
    if times:
        return fits and step.quantity.amount == value(other) / mean
    fits = fits and step.quantity.amount == abs(value(other) - mean)
    return fits and (value(other) < mean if _DOWN.search(match["word"]) else value(other) > mean)


def _names(name: str, one: Operand, quotes: Sequence[Citation]) -> float:
    """How well a name fits an operand: its period, whether it is an aim, its report, its subject."""
    if name.strip() in ("原来", "后来"):
        return 2.0 * ((one.figure.direction is Direction.FROM) == (name.strip() == "原来"))
    quote = quoting(one, quotes)
    period = tuple(int(year) for year in quote.period.split("–") if year)
    years = {year for mark in marks(name) for year in mark.years}
    marked = 2.0 if years and years == set(period) else -2.0 if years else 0.0
    if _AIM.search(name):
        marked += 2.0 if quote.status in FORWARD else -2.0
    elif _RESULT.search(name):
        marked += 2.0 if quote.status == Status.DONE else -2.0
    marked += sum(word in quote.report for word in re.findall(r"[一-鿿]{2}", name))
    marked += 2.0 * (one.figure.text in name)
    marked -= 2.0 * any(quoted not in one.figure.subject for quoted in re.findall("“[^”]+”", name))
    return marked + 2 * likeness(name, one.figure.subject)
