"""Two figures -> whether they say the same: the number lock."""

from fractions import Fraction

from qa.answering.figures.measures import ITEMS
from qa.answering.figures.record import Direction, Figure
from qa.answering.figures.units import base, counts_things

# What a claim may say of a figure whose quote says more: 提高到727元 may be told as 为727元, and 480亿斤 as 达到480亿斤. The
# other way round is never true: 提高30元 is not 提高到30元, 增长2% not 下降2%, and 由92%提高到95% is no 达到92%.
_ALSO_LEVEL = {Direction.NONE, Direction.UP_TO, Direction.DOWN_TO}
_PEOPLE = ("人口", "人员", "人", "群众", "居民", "学生", "农民", "职工", "人才")


def same(a: Figure, b: Figure) -> bool:
    """Equal in value, unit, hedge and direction; units convert only where that is exact (391.3万亩 is 3913000亩).

    Symmetric. 百分点 never equals %, 倍 never %, 5%左右 never 5%.
    """
    return _amount(a) == _amount(b) and a.hedge == b.hedge and a.direction == b.direction


def supports(quote_figure: Figure, claim_figure: Figure) -> bool:
    """Whether a claim's figure stands in a quote's. Not symmetric.

    Value, unit and hedge must agree as in `same`: a claim that drops 以上 says something else. A claim that states no direction
    may rest on a figure that has one ("2.1%的增速目标" of 增长2.1%), except on the old value of a change (由92%提高到95%); a
    claim that states one needs it in the quote. A number in English ("15 projects") agrees with any measure word.
    """
    if quote_figure.kind != claim_figure.kind or quote_figure.hedge != claim_figure.hedge:
        return False
    return _same_amount(quote_figure, claim_figure) and _direction_holds(quote_figure.direction, claim_figure.direction)


def _direction_holds(quoted: Direction, claimed: Direction) -> bool:
    if claimed == quoted:
        return True
    if claimed == Direction.NONE:
        return quoted != Direction.FROM
    return claimed == Direction.LEVEL and quoted in _ALSO_LEVEL


def _same_amount(quote: Figure, claim: Figure) -> bool:
    (low, high, unit), (claimed_low, claimed_high, claimed_unit) = _amount(quote), _amount(claim)
    if (low, high) != (claimed_low, claimed_high):
        return False
    if unit == claimed_unit or (claimed_unit == ITEMS and counts_things(unit)):
        return True
    # 84万农村贫困人口 has no measure word; a claim may give it the one for people.
    return not unit and claimed_unit == "人" and quote.subject.endswith(_PEOPLE)


def _amount(figure: Figure) -> tuple[Fraction, Fraction | None, str]:
    size, unit = base(figure.unit)
    if figure.kind == "year":
        size, unit = Fraction(1), "年"
    high = None if figure.high is None else Fraction(figure.high) * size
    return Fraction(figure.value) * size, high, unit
