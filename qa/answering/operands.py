"""Figures that a question computes with, and how likely they are meant together."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from fractions import Fraction

from qa.answering.facts import Figured
from qa.answering.figures.units import base, counts_things
from qa.index.lexical import words
from qa.retrieval.terms import Term, coverage

# Weight of what several figures speak of together, beside their likelihoods.
_JOINT = 6.0


class Side(Enum):
    """What tells the figures apart."""

    PERIOD = "period"
    SUBJECT = "subject"
    CHANGE = "change"


@dataclass(frozen=True, slots=True)
class Operands:
    """Figures of one dimension, the first named first; `years` where one figure is to be told by the year.

    `names` are what the figures are called where their subjects do not tell them apart.
    """

    facts: tuple[Figured, ...]
    side: Side
    years: Decimal | None = None
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
    clause = fact.sentence.text[fact.start - fact.sentence.start : fact.end - fact.sentence.start]
    return f"{clause} {fact.figure.subject}".lower()


def size(fact: Figured) -> Fraction:
    """What a figure counts, in its base unit."""
    return Fraction(fact.figure.value) * base(fact.figure.unit)[0]


def counts(fact: Figured) -> bool:
    """Whether a figure counts things."""
    return counts_things(base(fact.figure.unit)[1])
