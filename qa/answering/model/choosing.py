"""The figures that could be meant and a model's choice among them -> what code computes from those, or nothing.

Asked where code finds no figures to compute from that it is sure of. The model names an operation and figures by their
numbers, never a result; a choice that does not hold together is dropped.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from qa.answering.computing.comparison import states_result, worked_out
from qa.answering.computing.operands import Operands, Side, counts
from qa.answering.computing.reckoning import reckonable
from qa.answering.evidence import defused
from qa.answering.facts import Figured, rank_figures, same_kind, same_subject
from qa.answering.figures import CHANGES, DISTANCES
from qa.answering.figures.units import base
from qa.answering.model.markers import visible
from qa.answering.model.structured import response_format
from qa.domain import Hit, Statement
from qa.retrieval.operations import Operation
from qa.retrieval.periods import Period
from qa.retrieval.question import FORWARD, Asked, agreement
from qa.retrieval.terms import Term

# Hits among which figures are looked for, and the most of them that a model is offered and may add up.
_HITS, _OFFERED, _ADDED = 16, 10, 5
# One figure must surely be meant: the question names this share of its subject, or its clause speaks of this share of what is
# asked. Of every other the question names more than this share: else it is of something else.
_NAMED, _SPOKEN_OF, _PARTLY = 0.5, 0.6, 0.25
_WORDS = {
    "差": Operation.DIFFERENCE,
    "和": Operation.SUM,
    "倍": Operation.RATIO,
    "占比": Operation.SHARE,
    "平均": Operation.MEAN,
}
_NO_SUM = "不算"
CHOICE = response_format(
    "choice",
    {
        "算法": {"type": "string", "enum": [*_WORDS, _NO_SUM]},
        "编号": {"type": "array", "items": {"type": "integer"}},
    },
)
_LISTED = r"[\[［【]\s*(?P<numbers>\d+(?:[\s,，、\]］】\[［【]+\d+)*)\s*[\]］】]"
# {"算法": "差", "编号": [2, 5]}, with or without its marks, or 差[2][5].
_CHOICE = re.compile(rf"(?:算法\W*|^\W*)(?P<word>{'|'.join(_WORDS)})\W{{0,6}}(?:编号\W{{0,5}}?)?{_LISTED}")


@dataclass(frozen=True, slots=True)
class Choice:
    """What a model asks to have computed: an operation and the numbers of the figures as they were listed, from 1."""

    operation: Operation
    numbers: tuple[int, ...]


def choosable(asked: Asked, terms: Sequence[Term], hits: Sequence[Hit]) -> list[Figured]:
    """The figures from which the asked operation could be computed, likeliest first; empty where there are no two that fit."""
    facts = [fact for fact in rank_figures(asked, terms, hits[:_HITS]) if fact.figure.high is None]
    if asked.operation not in _WORDS.values() or not facts or states_result(asked, facts[0]):
        return []
    pairs = [pair for pair in combinations(facts, 2) if _operands(asked, pair)]
    return [fact for fact in facts if any(fact in pair for pair in pairs)][:_OFFERED]


def offer(facts: Sequence[Figured]) -> str:
    """The figures as the prompt lists them: "[1] 2.2%（2022年完成，城镇居民人均可支配收入）：城镇和农村居民人均可支配收入分别增长2.2%和3.6%"."""
    return "\n".join(f"[{number}] {fact.figure.text}{_told(fact)}" for number, fact in enumerate(facts, 1))


def _told(fact: Figured) -> str:
    sentence = fact.sentence
    return f"（{sentence.period}年{sentence.status}，{defused(fact.figure.subject)}）：{defused(fact.clause)}"


def read_choice(reply: str) -> Choice | None:
    """What a model chose, however it writes it; None where it chose nothing.

    >>> read_choice('{"算法": "差", "编号": [2, 5]}')
    Choice(operation=<Operation.DIFFERENCE: 'difference'>, numbers=(2, 5))
    """
    found = _CHOICE.search(visible(reply))
    return Choice(_WORDS[found["word"]], tuple(map(int, re.findall(r"\d+", found["numbers"])))) if found else None


def compute(asked: Asked, facts: Sequence[Figured], choice: Choice) -> list[Statement]:
    """The result and the figures that it comes of; empty where the choice does not fit the question or makes no sense.

    Where the model names another operation than code reads in the question, the question's own is done: a 1.5B model that
    chose the right figures named a wrong one in 2 of the first 5 questions.
    """
    numbers = dict.fromkeys(choice.numbers)
    if asked.operation is None or not all(1 <= number <= len(facts) for number in numbers):
        return []
    operands = _operands(asked, [facts[number - 1] for number in numbers])
    return worked_out((asked.operation, operands)) if operands else []


def _operands(asked: Asked, facts: Sequence[Figured]) -> Operands | None:
    """Figures that can be computed with, in order; None where they are not of the question, or not of one kind."""
    most = _ADDED if asked.operation is Operation.SUM else 2
    if not 2 <= len(facts) <= most or not _meant(facts) or len({fact.sentence.report for fact in facts}) > 1:
        return None
    if asked.operation is Operation.MEAN:
        return _mean(asked, facts)
    side = _side(asked, facts)
    alike = all(same_kind(a.figure, b.figure) and _change(a) == _change(b) for a, b in combinations(facts, 2))
    if side is None or not alike or asked.operation is None:
        return None
    operands = Operands(tuple(facts), side)
    return operands if reckonable(asked.operation, operands) else None


def _meant(facts: Sequence[Figured]) -> bool:
    surely = any(fact.named >= _NAMED or fact.known >= _SPOKEN_OF for fact in facts)
    return surely and all(fact.named > _PARTLY for fact in facts)


def _side(asked: Asked, facts: Sequence[Figured]) -> Side | None:
    """What tells the figures apart: the periods that the question names, or else their subjects; None where it is neither."""
    if asked.periods:
        of_one = all(same_subject(a.figure, b.figure) for a, b in combinations(facts, 2))
        each = all(any(_is_of(fact, period) for fact in facts) for period in asked.periods)
        return Side.PERIOD if of_one and each and len(facts) == len(asked.periods) else None
    together = len({(fact.sentence.period, fact.sentence.status in FORWARD) for fact in facts}) == 1
    apart = all(a not in b and b not in a for a, b in combinations([fact.figure.subject for fact in facts], 2))
    return Side.SUBJECT if together and apart and _is_asked(asked, facts[0]) else None


def _is_of(fact: Figured, period: Period) -> bool:
    first, _, last = fact.sentence.period.partition("–")
    same = (int(first), int(last or first)) == (period.first, period.last)
    return same and (fact.sentence.status in FORWARD) == period.forward


def _is_asked(asked: Asked, fact: Figured) -> bool:
    """Whether a figure is of the one period that is asked for, if one is."""
    return agreement(asked, fact.sentence) > 0 or (asked.first is None and asked.forward is None)


def _mean(asked: Asked, facts: Sequence[Figured]) -> Operands | None:
    """An amount and the count of things that it is for, told in one sentence."""
    below, above = sorted(facts, key=lambda fact: not counts(fact))
    amount, things = base(above.figure.unit)[1], base(below.figure.unit)[1]
    fits = counts(below) and amount not in ("%", "", things)
    operands = Operands((above, below), Side.SUBJECT)
    together = above.sentence == below.sentence and _is_asked(asked, above)
    return operands if fits and together and reckonable(Operation.MEAN, operands) else None


def _change(fact: Figured) -> tuple[bool, bool]:
    """Whether a figure is the amount of a change (增长5%) or a distance (高于全国1个百分点), and not a level (达到5%)."""
    return fact.figure.direction in CHANGES, fact.figure.direction in DISTANCES
