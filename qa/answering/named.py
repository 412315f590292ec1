"""A question and figures -> the figures of the things that it names, one of each, that go together."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from qa.answering.facts import Figured
from qa.answering.operands import about, joint
from qa.retrieval.lexicon import fold
from qa.retrieval.operations import parts
from qa.retrieval.question import Asked
from qa.retrieval.terms import Term, coverage

# So many figures are tried of each thing, of so many things.
_EACH, _THINGS = 5, 6
# How surely a figure is of a thing that its subject, only its clause, or only its sentence speaks of; below the least it is not.
_BY_CLAUSE, _BY_SENTENCE, _LEAST = 0.8, 0.5, 0.35
# A subject of so many characters that stands in the question as it is names the thing; the more of its words it is, the better.
_A_NAME, _LITERALLY = 3, 0.5
# Weight of that beside the likelihoods, and what it costs figures to be of several periods.
_OF_EACH, _PERIODS_APART = 6.0, 4.0

Fits = Callable[[Figured, Figured], bool]


@dataclass(frozen=True, slots=True)
class Thing:
    """What a part of a question names: its words, and its terms."""

    text: str
    terms: tuple[Term, ...]

    def told(self, fact: Figured) -> float:
        """How surely a figure is of this thing: by its subject, by its clause, or by its sentence; by its very words a little more."""
        subject = fold(fact.figure.subject).strip("“”")
        if len(subject) >= _A_NAME and subject in self.text:
            return 1 + _LITERALLY * len(subject) / len(self.text)
        # A word that the reports do not use may still be a part of one that they do: 存款余额 of 存贷款余额.
        terms = [term for term in self.terms if term.known or term.names[0] in subject]
        if not terms:
            return 0.0
        by_clause, by_sentence = coverage(terms, about(fact)), coverage(terms, fact.sentence.text)
        return max(coverage(terms, subject), _BY_CLAUSE * by_clause, _BY_SENTENCE * by_sentence)


Chosen = tuple[tuple[Thing, ...], tuple[Figured, ...]]


def things(asked: Asked, terms: Sequence[Term]) -> list[Thing]:
    """What a question names beside each other, each once."""
    named = parts(fold(asked.text), asked.operation)
    found = [Thing(part, tuple(term for term in terms if term.names[0] in part)) for part in named]
    return list({thing.terms or thing.text: thing for thing in found}.values())


def two_of(named: Sequence[Thing], terms: Sequence[Term], facts: Sequence[Figured], fits: Fits) -> tuple[Figured, ...]:
    """The likeliest figures of two of the things that fit; empty where there are none."""
    found = [choice for pair in combinations(named, 2) for choice in _choices(pair, facts, fits)]
    return max(found, key=lambda one: _likelihood(terms, *one), default=((), ()))[1]


def one_of_each(
    named: Sequence[Thing], terms: Sequence[Term], facts: Sequence[Figured], fits: Fits
) -> tuple[Figured, ...]:
    """The likeliest figures of all the things, any two of which fit; empty where one has none."""
    found = _choices(tuple(named), facts, fits) if 1 < len(named) <= _THINGS else []
    return max(found, key=lambda one: _likelihood(terms, *one), default=((), ()))[1]


def _choices(named: tuple[Thing, ...], facts: Sequence[Figured], fits: Fits) -> list[Chosen]:
    """The ways to choose a figure of each thing so that they go together."""
    told = [sorted((f for f in facts if thing.told(f) >= _LEAST), key=lambda f: -thing.told(f)) for thing in named]
    ways = product(*(own[:_EACH] for own in told))
    return [(named, chosen) for chosen in ways if _go_together(named, chosen, fits)]


def _go_together(named: Sequence[Thing], chosen: Sequence[Figured], fits: Fits) -> bool:
    """Whether figures fit, and none is rather of another's thing."""
    return all(
        a != b and fits(a, b) and one.told(a) + other.told(b) > one.told(b) + other.told(a)
        for (one, a), (other, b) in combinations(zip(named, chosen, strict=True), 2)
    )


def _likelihood(terms: Sequence[Term], named: Sequence[Thing], chosen: Sequence[Figured]) -> float:
    told = sum(thing.told(fact) for thing, fact in zip(named, chosen, strict=True)) / len(named)
    apart = len({(fact.sentence.period, fact.sentence.status) for fact in chosen}) > 1
    return joint(terms, chosen) + _OF_EACH * told - _PERIODS_APART * apart
