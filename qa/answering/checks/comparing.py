"""What a computed statement says of two figures -> whether it names the larger as the larger."""

import re
from collections.abc import Collection, Sequence
from fractions import Fraction

from qa.answering.checks.moments import FORWARD, marks
from qa.answering.checks.operands import Operand
from qa.answering.checks.things import likeness
from qa.answering.figures import CHANGES, DISTANCES, FALLS, Direction, find_figures
from qa.answering.figures.units import base
from qa.domain import Citation, Status

_MORE = r"多|高|大|快|长|增加|增长|提高|超出|超过"
_LESS = r"少|低|小|慢|短|减少|下降|降低|不足"
# A name that is this much like a figure's subject may stand for it.
_ALIKE = 0.6
# What names a thing that is compared: no digits but those of 5G.
_NAME = r"(?:[^，。；（(\d]|\d(?=[A-Za-z]))"
_COMPARED = re.compile(
    rf"(?P<a>[^，。；（(]*?)(?<![占对环同])比(?!例|率|值|重(?![点大要型]))(?P<b>{_NAME}*?(?:\d{{4}}(?:–\d{{4}})?{_NAME}*)?)(?P<word>{_MORE}|{_LESS})出?了?\s?\d"
)
_BESIDE = re.compile(
    r"(?P<a>[^，。；（(]*?)(?P<word>超过|超出|高于|多于|快于|大于|低于|少于|慢于|小于|不及)(?P<b>[^，。；（(\d]*?(?:\d{4}[^，。；（(\d]*)?)\d"
)
_MULTIPLE = re.compile(r"(?P<a>[^，。；（(]*)是(?P<b>[^，。；（(]*)的约?\d")
_SAME = re.compile(r"(?P<a>[^，。；（(]*)[与和同](?P<b>[^，。；（(]*)(?:相同|持平|一样|相等)")
_CHANGED = re.compile(rf"^(?P<what>[^，。；（(\d]*?)(?:共|累计|一共|即|，)?(?P<word>{_MORE}|{_LESS})了?\d")
_DOWN = re.compile(rf"{_LESS}|低于|少于|慢于|小于|不及")
_AIM, _RESULT = re.compile(r"目标|计划|规划|预期"), re.compile(r"完成|实际|结果|实绩|已")
_MET = re.compile(r"(?P<no>未能?|没有|没)?(?:完成|达到|实现|达)了?(?P<what>[^，。；\d]{0,12}?)(?:目标|预期|计划)")
# What a level was before a change, or is elsewhere.
_BEFORE, _ELSEWHERE = re.compile(r"^原来为约?\d"), re.compile(r"^全国为约?\d")
_SUM, _MEAN = re.compile(r"合计|总共|共计|之和|加起来"), re.compile(r"平均")


def told_rightly(told: str, signs: str, operands: Sequence[Operand], quotes: Sequence[Citation]) -> bool:
    """Whether the words around a result fit the signs of its working and the order of the figures that it compares."""
    if _SUM.search(told) and signs.strip("+"):
        return False
    if (_MEAN.search(told) or "倍" in told) and "÷" not in signs:
        return False
    if (before := _BEFORE.search(told)) or _ELSEWHERE.search(told):
        return _goes_back(signs, operands, CHANGES if before else DISTANCES)
    if match := _MULTIPLE.search(told) if "÷" in signs else None:
        return _in_order(match["a"], match["b"], False, operands, quotes)
    if signs in ("-÷", "÷-"):
        return _beside_mean(told, signs, operands, quotes)
    if "÷" in signs or _SUM.search(told):
        return True
    if (match := _MET.search(told)) and not _met(match["no"] is None, operands, quotes):
        return False
    if match := _SAME.search(told):
        return len({_value(one) for one in operands}) == 1
    if match := _COMPARED.search(told) or _BESIDE.search(told):
        return _in_order(match["a"], match["b"], bool(_DOWN.search(match["word"])), operands, quotes)
    if match := _CHANGED.search(told):
        return _changed(bool(_DOWN.search(match["word"])), match["what"], operands, quotes)
    return re.search("相差|差距|差", told) is not None


def without_verdict(told: str) -> str:
    """What a statement says beside that an aim was met or not."""
    return _MET.sub(" ", told)


def _met(said: bool, operands: Sequence[Operand], quotes: Sequence[Citation]) -> bool:
    """完成了目标, 未达到目标: whether the result reaches the aim as is said."""
    aims = [one for one in operands if _quote(one, quotes).status in FORWARD]
    results = [one for one in operands if _quote(one, quotes).status == Status.DONE]
    if len(aims) != 1 or len(results) != 1:
        return False
    return (_value(results[0]) >= _value(aims[0])) == said


def _quote(one: Operand, quotes: Sequence[Citation]) -> Citation:
    return next(quote for quote in quotes if one.figure in find_figures(quote.quote))


def _value(one: Operand) -> Fraction:
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
    return _value(ends[0]) < _value(begins[0]) if down else _value(ends[0]) > _value(begins[0])


def _goes_back(signs: str, operands: Sequence[Operand], kinds: Collection[Direction]) -> bool:
    """原来为4.06万亿元: a level less its rise, more its fall, or divided by what multiplied it."""
    if len(operands) != 2:
        return False
    level, change = (one.figure for one in operands)
    if change.unit == "倍":
        return signs == "÷" and kinds == CHANGES
    sign = "+" if change.direction in FALLS else "-"
    back = signs == sign or (signs == f"÷{'-' if sign == '+' else '+'}×" and kinds == CHANGES)
    return back and change.direction in kinds and level.direction not in kinds


def _in_order(a: str, b: str, down: bool, operands: Sequence[Operand], quotes: Sequence[Citation]) -> bool:
    """Whether the figure that `a` names is the larger of two, or the smaller where the word between says so."""
    if len({(one.figure, one.unit) for one in operands}) != 2:
        return False
    one, other = operands[:2]
    straight = _names(a, one, quotes) + _names(b, other, quotes)
    crossed = _names(b, one, quotes) + _names(a, other, quotes)
    if straight == crossed:
        return False
    first, second = (one, other) if straight > crossed else (other, one)
    return _value(first) < _value(second) if down else _value(first) > _value(second)


def _beside_mean(told: str, signs: str, operands: Sequence[Operand], quotes: Sequence[Citation]) -> bool:
    """2023年目标比2018–2022年完成平均每年多439.6个: whether what is divided is what is called the mean, and which is more."""
    match = _COMPARED.search(told)
    if not match or len(operands) != 2 or not _MEAN.search(match["b"]) or _MEAN.search(match["a"]):
        return False
    total, other = operands if signs == "÷-" else operands[::-1]
    first, _, last = _quote(total, quotes).period.partition("–")
    if not last:
        return False
    fits = _names(match["a"], other, quotes) > _names(match["a"], total, quotes)
    fits = fits and _names(match["b"], total, quotes) > _names(match["b"], other, quotes)
    mean = _value(total) / (int(last) - int(first) + 1)
    return fits and (_value(other) < mean if _DOWN.search(match["word"]) else _value(other) > mean)


def _names(name: str, one: Operand, quotes: Sequence[Citation]) -> float:
    """How well a name fits an operand: its period, whether it is an aim, its report, its subject."""
    if name.strip() in ("原来", "后来"):
        return 2.0 * ((one.figure.direction is Direction.FROM) == (name.strip() == "原来"))
    quote = _quote(one, quotes)
    period = tuple(int(year) for year in quote.period.split("–") if year)
    years = {year for mark in marks(name) for year in mark.years}
    marked = 2.0 if years and years == set(period) else -2.0 if years else 0.0
    if _AIM.search(name):
        marked += 2.0 if quote.status in FORWARD else -2.0
    elif _RESULT.search(name):
        marked += 2.0 if quote.status == Status.DONE else -2.0
    marked += sum(word in quote.report for word in re.findall(r"[一-鿿]{2}", name))
    return marked + 2 * likeness(name, one.figure.subject)
