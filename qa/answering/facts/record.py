"""What a report states, and whether two such statements are of one kind and one thing."""

import re
from dataclasses import dataclass

from qa.answering.facts.clauses import with_subject
from qa.answering.figures import Figure
from qa.answering.figures.units import base, counts_things
from qa.domain import Sentence

# What a name may end in and still be of the same thing: 进出口 and 进出口总额.
_MEASURE_OF_IT = re.compile(r"总?[额量数值]|[增降涨][速幅]|增长率?|总产量|产量|规模|水平|标准|面积|人数|户数|家数")


@dataclass(frozen=True, slots=True)
class Fact:
    """What a report states: `[start, end)` of it is the clause, `fit` the log-odds that it is the answer, up to a constant.

    `figure` is the number that answers, None where none is asked for. `covered` is the share of the question that the clause
    speaks of, `known` that of the terms that the reports use at all, `named` the share of the figure's subject that the
    question names, `unit` 1 or -1 where the unit is or is not the one asked for. `near` is its clause's nearness in meaning, in
    hundredths of a cosine below the nearest.
    """

    sentence: Sentence
    figure: Figure | None
    start: int
    end: int
    covered: float
    known: float
    named: float
    unit: float
    near: float
    fit: float

    @property
    def clause(self) -> str:
        """The words of the clause."""
        return self.sentence.text[self.start - self.sentence.start : self.end - self.sentence.start]


@dataclass(frozen=True, slots=True)
class Figured(Fact):
    """A fact that is a figure."""

    figure: Figure


def told_from(fact: Fact) -> int:
    """Where in the report a quote of a fact begins so that it says what it is about."""
    sentence = fact.sentence
    if fact.figure is None:
        return fact.start
    return sentence.start + with_subject(sentence.text, fact.figure, fact.start - sentence.start)


def same_kind(a: Figure, b: Figure) -> bool:
    """Whether two figures can be set against each other: one base unit, or counts of the same things (22家 and 10个)."""
    one, other = base(a.unit)[1], base(b.unit)[1]
    if one == other:
        return True
    return counts_things(one) and counts_things(other) and same_subject(a, b)


def same_subject(a: Figure, b: Figure) -> bool:
    """Whether two figures are of one thing: half of the shorter subject's pairs of characters stand in the other.

    A name that goes on behind the other is of something else: 单位地区生产总值能耗 is no 地区生产总值.
    """
    short, long = sorted((a.subject, b.subject), key=len)
    beyond = long.partition(short)[2] if short else ""
    if beyond and not _MEASURE_OF_IT.fullmatch(beyond):
        return False
    pairs = [short[n : n + 2] for n in range(len(short) - 1)]
    return bool(pairs) and 2 * sum(pair in long for pair in pairs) >= len(pairs)
