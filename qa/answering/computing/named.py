"""A question and figures -> the figures of the things that it names, one of each, that go together."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import combinations, product

from qa.answering.computing.operands import about, joint
from qa.answering.facts import Figured
from qa.answering.figures import Direction
from qa.answering.figures.units import base
from qa.retrieval.lexicon import fold
from qa.retrieval.operations import parts
from qa.retrieval.question import Asked
from qa.retrieval.terms import Term, coverage

# So many figures are tried of each thing, of so many things; of more than a few, two.
_EACH, _THINGS, _FEW = 5, 6, 3
# How surely a figure is of a thing that its subject, only its clause, or only its sentence speaks of; below the least it is not.
_BY_CLAUSE, _BY_SENTENCE, _LEAST = 0.8, 0.5, 0.35
# A subject of so many characters that stands in the question as it is names the thing; the more of its words it is, the better.
_A_NAME, _LITERALLY = 3, 0.5
# … and a subject that has the very word that is asked, rather than another name for it, a little as well.
_AS_ASKED = 0.2
# Who does a thing is no part of its name: 省政府办的建议.
_ACTORS = frozenset({"政府", "省政府", "市政府", "国务院"})
# A figure that is this share as sure of a thing as one of another thing is none of it.
_FAR_LESS = 0.5
# The figures that are meant must be this much likelier (log-odds) than any others.
_CLEAR = 0.1
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
        subject = _subject(fact)
        if len(subject) >= _A_NAME and subject in self.text:
            return 1 + _LITERALLY * len(subject) / len(self.text)
        if not (terms := self._terms(subject)):
            return 0.0
        by_clause, by_sentence = coverage(terms, about(fact)), coverage(terms, fact.sentence.text)
        return max(self.in_subject(fact), _BY_CLAUSE * by_clause, _BY_SENTENCE * by_sentence)

    def in_subject(self, fact: Figured) -> float:
        """How much of this thing a figure's own subject names, in its very words a little more."""
        subject = _subject(fact)
        if not (terms := self._terms(subject)):
            return 0.0
        return coverage(terms, subject) + _AS_ASKED * sum(term.names[0] in subject for term in terms) / len(terms)

    def _terms(self, subject: str) -> list[Term]:
        """A word that the reports do not use may still be a part of one that they do: 存款余额 of 存贷款余额, 城镇居民 of 城镇和农村居民."""
        return [term for term in self.terms if term.known or any(name in subject for name in term.names)]


def _subject(fact: Figured) -> str:
    return fold(fact.figure.subject).strip("“”")


Chosen = tuple[tuple[Thing, ...], tuple[Figured, ...]]


def things(asked: Asked, terms: Sequence[Term]) -> list[Thing]:
    """What a question names beside each other, each once; the name of one is no other name for another."""
    named = parts(fold(asked.text), asked.operation)
    said = {term.names[0] for term in terms}
    told = [
        replace(term, names=(term.names[0], *(name for name in term.names[1:] if name not in said)))
        for term in terms
        if term.names[0] not in _ACTORS
    ]
    found = [Thing(part, tuple(term for term in told if term.names[0] in part)) for part in named]
    return list({thing.terms or thing.text: thing for thing in found}.values())


def two_of(named: Sequence[Thing], terms: Sequence[Term], facts: Sequence[Figured], fits: Fits) -> tuple[Figured, ...]:
    """The likeliest figures of two of the things that fit; empty where there are none."""
    return _likeliest(terms, [choice for pair in combinations(named, 2) for choice in _choices(pair, facts, fits)])


def one_of_each(
    named: Sequence[Thing], terms: Sequence[Term], facts: Sequence[Figured], fits: Fits, *, listed: bool = False
) -> tuple[Figured, ...]:
    """The likeliest figures of all the things, any two of which fit; empty where one has none.

    With `listed`, others of the same sentences are no rivals: which members of an enumeration are meant is told later.
    """
    return _likeliest(terms, _choices(tuple(named), facts, fits) if 1 < len(named) <= _THINGS else [], listed)


def _choices(named: tuple[Thing, ...], facts: Sequence[Figured], fits: Fits) -> list[Chosen]:
    """The ways to choose a figure of each thing so that they go together."""
    told = [sorted((f for f in facts if thing.told(f) >= _LEAST), key=lambda f: -thing.told(f)) for thing in named]
    ways = product(*(own[: _EACH if len(named) <= _FEW else 2] for own in told))
    return [(named, chosen) for chosen in ways if _go_together(named, chosen, fits)]


def _likeliest(terms: Sequence[Term], choices: Sequence[Chosen], listed: bool = False) -> tuple[Figured, ...]:
    """The likeliest figures; none where others are as likely: 国家级22家 and 部级182家 of 创新平台."""
    ranked = sorted(((_likelihood(terms, *choice), choice[1]) for choice in choices), key=lambda one: -one[0])
    if not ranked:
        return ()
    best, chosen = ranked[0]
    rivals = (other for odds, other in ranked if odds > best - _CLEAR and _kinds(other) == _kinds(chosen))
    own = {fact.sentence for fact in chosen}
    alike = (_values(other) == _values(chosen) or (listed and own >= {f.sentence for f in other}) for other in rivals)
    return chosen if all(alike) else ()


def _kinds(chosen: Sequence[Figured]) -> set[tuple[str, Direction]]:
    return {(base(fact.figure.unit)[1], fact.figure.direction) for fact in chosen}


def _values(chosen: Sequence[Figured]) -> set[Decimal]:
    return {fact.figure.value for fact in chosen}


def _go_together(named: Sequence[Thing], chosen: Sequence[Figured], fits: Fits) -> bool:
    """Whether figures fit, and none is rather of another's thing."""
    return all(
        a != b and fits(a, b) and _in_place(one, other, a, b)
        for (one, a), (other, b) in combinations(zip(named, chosen, strict=True), 2)
    )


def _in_place(one: Thing, other: Thing, a: Figured, b: Figured) -> bool:
    """Whether two figures are not rather of each other's things; as much of both is enough where their clauses tell of them.

    None is of a thing of which the other is far surer: what is told of 医保补助 alone leaves nothing for a second thing.
    """
    if one.told(a) < _FAR_LESS * one.told(b) or other.told(b) < _FAR_LESS * other.told(a):
        return False
    surer = one.told(a) + other.told(b) - one.told(b) - other.told(a)
    return surer > 0 or (surer == 0 and min(one.told(a), other.told(b)) > _BY_SENTENCE)


def _likelihood(terms: Sequence[Term], named: Sequence[Thing], chosen: Sequence[Figured]) -> float:
    told = sum(thing.told(fact) for thing, fact in zip(named, chosen, strict=True)) / len(named)
    apart = len({(fact.sentence.period, fact.sentence.status) for fact in chosen}) > 1
    return joint(terms, chosen) + _OF_EACH * told - _PERIODS_APART * apart
