"""Figures that a question computes with, and how likely they are meant together."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction

from qa.answering.facts import Figured
from qa.answering.figures import CHANGES, DISTANCES, Direction
from qa.answering.figures.units import base, counts_things
from qa.index.lexical import words
from qa.retrieval.terms import Term, coverage

# So many of the likeliest figures are tried; of a figure that is meant by its name, a question names this share of the subject.
TRIED, NAMED = 16, 0.5
# Weight of what several figures speak of together, beside their likelihoods.
_JOINT = 6.0
# What is no level: a change, the beginning of one, a distance from something else.
NO_LEVEL = CHANGES | DISTANCES | {Direction.FROM}
LEVELS = frozenset({Direction.LEVEL, Direction.UP_TO, Direction.DOWN_TO})
_DIGIT, _TIME = re.compile(r"\d"), re.compile(r"(?:19|20)\d\d年|\d{1,2}年")


class Side(Enum):
    """What tells the figures apart."""

    PERIOD = "period"
    SUBJECT = "subject"
    CHANGE = "change"


@dataclass(frozen=True, slots=True)
class Count:
    """How many there are of what no report counts: the years of a review, the months of a year, what the asker has."""

    number: Fraction
    unit: str


@dataclass(frozen=True, slots=True)
class Operands:
    """Figures of one dimension, the first named first; `count` where one is to be told by the year, or for so many.

    `names` are what the figures are called where their subjects do not tell them apart.
    """

    facts: tuple[Figured, ...]
    side: Side
    count: Count | None = None
    names: tuple[str, ...] = ()

    @property
    def first(self) -> Figured:
        return self.facts[0]

    @property
    def second(self) -> Figured:
        return self.facts[-1]


def joint(terms: Sequence[Term], facts: Sequence[Figured]) -> float:
    """How likely figures are together: each for itself, and how much of the question they speak of between them."""
    told = " ".join(map(about, facts))
    return sum(fact.fit for fact in facts) / len(facts) + _JOINT * coverage(terms, told)


def likeness(a: Figured, b: Figured) -> float:
    """The share of their words that two subjects have in common."""
    one, other = set(words(a.figure.subject)), set(words(b.figure.subject))
    return len(one & other) / len(one | other) if one | other else 0.0


def about(fact: Figured) -> str:
    """The clause of a figure and its subject."""
    return f"{fact.clause} {fact.figure.subject}".lower()


def size(fact: Figured) -> Fraction:
    """What a figure counts, in its base unit."""
    return Fraction(fact.figure.value) * base(fact.figure.unit)[0]


def is_share(fact: Figured) -> bool:
    """Whether a figure is a share of something, and no change of one."""
    return base(fact.figure.unit)[1] == "%" and fact.figure.direction not in NO_LEVEL


def is_amount(fact: Figured) -> bool:
    """Whether a figure is how much or how many there is of something."""
    return base(fact.figure.unit)[1] not in ("%", "百分点", "倍") and fact.figure.direction not in NO_LEVEL


def between(one: Figured, other: Figured) -> str:
    """What stands between two figures of a sentence."""
    first, second = sorted((one.figure, other.figure), key=lambda figure: figure.start)
    return one.sentence.text[first.end : second.start]


def beside(one: Figured, other: Figured) -> bool:
    """Whether two figures stand next to each other in a sentence, with no third between; a year is none."""
    same = one.sentence == other.sentence and one.figure.start != other.figure.start
    return same and not _DIGIT.search(_TIME.sub("", between(one, other)))


def counts(fact: Figured) -> bool:
    """Whether a figure counts things."""
    return counts_things(base(fact.figure.unit)[1])
