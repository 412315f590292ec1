"""The words around a result and the step that gave it -> whether they say what was computed: a sum, a mean, a part, what was before."""

import re
from collections.abc import Callable, Sequence
from fractions import Fraction

from qa.answering.checks.asker import given, told_of_each
from qa.answering.checks.comparing import beside_mean, in_order, named_in_order, quoting, value
from qa.answering.checks.lengths import YEAR, lead, lengths
from qa.answering.checks.moments import period
from qa.answering.checks.operands import Operand
from qa.answering.checks.steps import Step
from qa.answering.figures import CHANGES, DISTANCES, Direction
from qa.answering.figures.units import UNIT, base, counts_things
from qa.domain import Citation

_SUM, _SHARE = re.compile(r"合计|总共|共计|之和|加起来"), re.compile(r"倍|[%％]|分之|占|相当于|比例|比值")
_PER = re.compile(rf"每一?(?P<what>年|{UNIT})|(?P<year>年均|一年)")
_OF = re.compile(r"(?P<part>[^，。；（(]*)占(?P<whole>[^，。；（(]*)的约?\d")
_MULTIPLE = re.compile(r"(?P<more>[^，。；（(]*)是(?P<less>[^，。；（(]*)的约?\d")
# Of these kinds a figure is no level: not a whole, a part, or the share of one.
_NO_LEVEL = CHANGES | DISTANCES | {Direction.FROM}
_NO_AMOUNT = ("%", "百分点", "倍")
_TIME = re.compile(r"^(?:平均每|全)(?P<length>天|月|季度|年)")

Holds = Callable[[str, Step, Sequence[Operand], Sequence[Citation]], bool]


def told_rightly(told: str, step: Step, operands: Sequence[Operand], quotes: Sequence[Citation]) -> bool:
    """Whether the words around a result fit its last step: `operands` are those of all steps.

    What is not told by a form that says so is a sum, or which of two figures is the larger, and by how much.
    """
    for pattern, holds in _FORMS:
        if pattern.search(told):
            return holds(told, step, operands, quotes)
    if len(operands) == 1:  # what is left of a share, or told of a year, is said to be that
        return False
    if "÷" in step.signs:
        return _SHARE.search(told) is not None and _shared(told, operands, quotes)
    if "倍" in told:
        return False
    ordered = in_order(told, operands, quotes)
    return bool(re.search("相差|差距|差", told)) if ordered is None else ordered


def _summed(told: str, step: Step, operands: Sequence[Operand], quotes: Sequence[Citation]) -> bool:
    return not step.signs.strip("+")


def _shared(told: str, operands: Sequence[Operand], quotes: Sequence[Citation]) -> bool:
    """企业占经营主体的45.6%, 中试基地是新建的2.2倍: whether which is of which is said rightly, where both are named."""
    if (match := _OF.search(told)) and match["part"].strip() and match["whole"].strip():
        return named_in_order(match["part"], match["whole"], True, operands, quotes)
    if match := _MULTIPLE.search(told):
        return named_in_order(match["more"], match["less"], False, operands, quotes)
    return True


def _mean(told: str, step: Step, operands: Sequence[Operand], quotes: Sequence[Citation]) -> bool:
    """平均每户9万元: whether what is divided by is what is named, a count of years where it is years."""
    if step.signs in ("-÷", "÷-", "÷÷"):
        return beside_mean(told, step, operands, quotes)
    if "÷" not in step.signs:
        return "-" in step.signs and in_order(told, operands, quotes) is True
    named = _PER.search(told)
    yearly = bool(named and (named["year"] or named["what"] == "年"))
    if len(step.operands) < 2 or yearly:
        return len(step.operands) == 1 and yearly and _spread(YEAR, step, operands, quotes)
    unit = base(named["what"])[1] if named else ""
    divisor = base(step.operands[-1].figure.unit)[1]
    return unit == divisor or (unit in ("个", "") and counts_things(divisor))


def _before(told: str, step: Step, operands: Sequence[Operand], quotes: Sequence[Citation]) -> bool:
    return _goes_back(step, operands, CHANGES | {Direction.ADDED})


def _elsewhere(told: str, step: Step, operands: Sequence[Operand], quotes: Sequence[Citation]) -> bool:
    return _goes_back(step, operands, DISTANCES)


def _goes_back(step: Step, operands: Sequence[Operand], kinds: frozenset[Direction]) -> bool:
    """原来为4.06万亿元: a level less its rise, more its fall, or divided by what multiplied it."""
    if len(operands) != 2:
        return False
    level, change = (one.figure for one in operands)
    if change.unit == "倍":
        return step.signs == "÷" and kinds != DISTANCES
    rise = change.direction in (Direction.UP_BY, Direction.ADDED, Direction.ABOVE_BY)
    relative = base(change.unit)[1] == "%" != base(level.unit)[1]
    now, by = _amount(operands[0]), _amount(operands[1])
    then = now / (1 + (by if rise else -by)) if relative else now - by if rise else now + by
    back = step.quantity.amount == then and (not relative or kinds != DISTANCES)
    own = (kinds - {Direction.ADDED}) | {Direction.FROM, change.direction}
    return back and change.direction in kinds and level.direction not in own


def _part(told: str, step: Step, operands: Sequence[Operand], quotes: Sequence[Citation]) -> bool:
    """按占比折算约为133个: an amount times its share."""
    pair = _with_share(operands)
    return pair is not None and step.quantity.amount == pair[0] * pair[1]


def _whole(told: str, step: Step, operands: Sequence[Operand], quotes: Sequence[Citation]) -> bool:
    """按占比反推，总额为1.25万亿元: an amount by the share that it is."""
    pair = _with_share(operands)
    return pair is not None and step.quantity.amount == pair[0] / pair[1]


def _with_share(operands: Sequence[Operand]) -> tuple[Fraction, Fraction] | None:
    """An amount, and a share that is no change; None where two operands are something else."""
    shares = [one for one in operands if base(one.figure.unit)[1] == "%"]
    amounts = [one for one in operands if base(one.figure.unit)[1] not in ("%", "百分点", "倍")]
    if len(shares) != 1 or len(amounts) != 1 or not all(map(_is_level, operands)):
        return None
    return _amount(amounts[0]), _amount(shares[0])


def _rest(told: str, step: Step, operands: Sequence[Operand], quotes: Sequence[Citation]) -> bool:
    """其余为13%: all less a share, or a whole less what is a part of it."""
    levels = all(map(_is_level, operands))
    if len(operands) == 1:
        return step.signs == "-" and levels and step.quantity.amount == 1 - _amount(operands[0])
    return step.signs == "-" and levels and len(operands) == 2 and _amount(operands[0]) > _amount(operands[1])


def _by_time(told: str, step: Step, operands: Sequence[Operand], quotes: Sequence[Citation]) -> bool:
    """平均每月104.7万人, 全年合240元: an amount by how many months there are in the time that its quote tells it for."""
    named = _TIME.search(told)
    return named is not None and _spread(named["length"], step, operands, quotes)


def _spread(length: str, step: Step, operands: Sequence[Operand], quotes: Sequence[Citation]) -> bool:
    if len(operands) != 1 or step.signs.strip("×÷"):
        return False
    figure, quote = operands[0].figure, quoting(operands[0], quotes)
    count = lengths(lead(quote.quote, figure.start), *period(quote)).get(length)
    told_of_it = figure.direction not in DISTANCES | {Direction.FROM} and base(figure.unit)[1] not in _NO_AMOUNT
    return count is not None and count != 1 and told_of_it and step.quantity.amount == _amount(operands[0]) / count


def _grown(told: str, step: Step, operands: Sequence[Operand], quotes: Sequence[Citation]) -> bool:
    """比原来增加约39.4%: a change by what the level was before it, or what is between two ends by the first."""
    pair = list({one.figure: one for one in operands}.values())
    if len(pair) != 2 or pair[0].figure.subject != pair[1].figure.subject:
        return False
    pair.sort(key=lambda one: one.figure.direction in CHANGES | {Direction.FROM})
    level, other = map(_amount, pair)
    direction = pair[1].figure.direction
    if any(base(one.figure.unit)[1] in _NO_AMOUNT for one in pair) or not _is_level(pair[0]):
        return False
    if direction is Direction.FROM:
        then, now = other, level
    elif direction in CHANGES:
        then, now = level - other if direction is Direction.UP_BY else level + other, level
    else:
        return False
    return ("减少" in told) == (now < then) and step.quantity.amount == abs(now - then) / then


def _own(told: str, step: Step, operands: Sequence[Operand], quotes: Sequence[Citation]) -> bool:
    """共505斤: what a quote tells of each, for as many as the asker is said to have."""
    own = given(told)
    if own is None or len(operands) != 1 or step.signs != "×":
        return False
    figure, quote = operands[0].figure, quoting(operands[0], quotes)
    each = told_of_each(lead(quote.quote, figure.start) + figure.subject, own.unit)
    return (
        each
        and figure.direction not in DISTANCES | {Direction.FROM}
        and step.quantity.amount == _amount(operands[0]) * own.number
    )


def _converted(told: str, step: Step, operands: Sequence[Operand], quotes: Sequence[Citation]) -> bool:
    """折合6.95亿吨: the same amount in another unit."""
    return len(operands) == 1 and not step.signs.strip("×÷") and step.quantity.amount == _amount(operands[0])


def _is_level(one: Operand) -> bool:
    return one.figure.direction not in _NO_LEVEL


def _amount(one: Operand) -> Fraction:
    """How much a figure is in its base unit, a share as a part of one."""
    return abs(value(one)) / (100 if base(one.figure.unit)[1] in ("%", "百分点") else 1)


# Forms of telling a result, the first that is used decides.
_FORMS: tuple[tuple[re.Pattern[str], Holds], ...] = (
    (_SUM, _summed),
    (re.compile(r"^原来为约?\d"), _before),
    (re.compile(r"^全国为约?\d"), _elsewhere),
    (re.compile(r"^按占比折算约?为约?\d"), _part),
    (re.compile(r"^按占比反推，总[额量]约?为约?\d"), _whole),
    (re.compile(r"^其余"), _rest),
    (re.compile(r"^(?:平均每(?:天|月|季度|年)|全(?:季度|年)合)约?\d"), _by_time),
    (re.compile(r"^比原来(?:增加|减少)约?\d"), _grown),
    (re.compile(r"^共约?\d"), _own),
    (re.compile(r"^折合约?\d"), _converted),
    (re.compile(r"平均|年均|每[一年]|一年"), _mean),
)
