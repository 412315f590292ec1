"""The words around a result and the step that gave it -> whether they say what was computed: a sum, a mean, a part, what was before."""

import re
from collections.abc import Callable, Sequence
from fractions import Fraction

from qa.answering.checks.comparing import beside_mean, in_order, named_in_order, value
from qa.answering.checks.operands import Operand
from qa.answering.checks.steps import Step
from qa.answering.figures import CHANGES, DISTANCES, Direction
from qa.answering.figures.units import UNIT, base, counts_things
from qa.domain import Citation

# What is told of each month.
MONTHLY = re.compile(r"每人?每?月|月均|每月")
_SUM, _SHARE = re.compile(r"合计|总共|共计|之和|加起来"), re.compile(r"倍|[%％]|分之|占|相当于|比例|比值")
_PER = re.compile(rf"每一?(?P<what>年|{UNIT})|(?P<year>年均|一年)")
_OF = re.compile(r"(?P<part>[^，。；（(]*)占(?P<whole>[^，。；（(]*)的约?\d")
_MULTIPLE = re.compile(r"(?P<more>[^，。；（(]*)是(?P<less>[^，。；（(]*)的约?\d")
# Of these kinds a figure is no level: not a whole, a part, or the share of one.
_NO_LEVEL = CHANGES | DISTANCES | {Direction.FROM}

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
        return len(step.operands) == 1 and yearly
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


def _yearly(told: str, step: Step, operands: Sequence[Operand], quotes: Sequence[Citation]) -> bool:
    """全年合29076元: what is told of a month, twelve times."""
    if len(operands) != 1 or step.signs != "×" or not _is_level(operands[0]):
        return False
    monthly = (MONTHLY.search(quote.quote) for quote in quotes if operands[0].figure.text in quote.quote)
    return any(monthly) and step.quantity.amount == 12 * _amount(operands[0])


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
    (re.compile(r"^全年合约?\d"), _yearly),
    (re.compile(r"平均|年均|每[一年]|一年"), _mean),
)
