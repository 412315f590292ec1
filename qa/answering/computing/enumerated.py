"""Figures of things to be added up -> whether they add up, and with those of their enumerations that are meant as well."""

import re
from collections.abc import Sequence
from itertools import pairwise

from qa.answering.computing.named import Thing
from qa.answering.computing.operands import between, counts
from qa.answering.facts import Figured, same_kind
from qa.answering.facts.asked_unit import counted_alike
from qa.answering.figures import CHANGES
from qa.answering.figures.units import base
from qa.index.lexical import words

# What comes behind this is part of what was told before.
PART_OF_IT = re.compile("其中")


def addable(a: Figured, b: Figured) -> bool:
    """Whether two figures can be added up; the members of one enumeration can, whatever they are called, but no part with its whole."""
    one, other = base(a.figure.unit)[1], base(b.figure.unit)[1]
    together = a.sentence == b.sentence
    if together and PART_OF_IT.search(between(a, b)):
        return False
    listed = one == other and together and a.start != b.start
    return listed or (comparable(a, b) and (one == other or counted_alike(one, other)))


def comparable(a: Figured, b: Figured) -> bool:
    """Whether two figures are of one report and dimension, and of things that are not part of each other."""
    one, other = a.figure.subject, b.figure.subject
    apart = one not in other and other not in one
    change = (a.figure.direction in CHANGES) == (b.figure.direction in CHANGES)
    alike = same_kind(a.figure, b.figure) or (counts(a) and counts(b))
    return apart and change and alike and a.sentence.report == b.sentence.report


def with_alike(
    question: str, named: Sequence[Thing], taken: Sequence[Figured], facts: Sequence[Figured]
) -> list[Figured]:
    """The figures of all the members of an enumeration that a question means: 9件 and 292件 of 全国和省的人大代表建议.

    Members that the thing names alike are meant together, unless the question names what tells one of them from the others; none
    at all where it names some of several, or one thing has more of them than another.
    """
    others = [fact for fact in facts if fact not in taken]
    meant = [_meant(question, [own, *_alike(thing, own, others)]) for thing, own in zip(named, taken, strict=True)]
    found = [fact for members in meant for fact in members]
    even = all(meant) and len({len(members) for members in meant}) == 1
    return found if even and len(set(found)) == len(found) else []


def _alike(thing: Thing, own: Figured, facts: Sequence[Figured]) -> list[Figured]:
    """The other members of a figure's enumeration that are as much of the thing."""
    others = (fact for fact in facts if fact.sentence == own.sentence and fact.figure.unit == own.figure.unit)
    return [one for one in others if addable(own, one) and thing.in_subject(one) >= thing.in_subject(own) > 0]


def _meant(question: str, members: Sequence[Figured]) -> Sequence[Figured]:
    """All members, or the one whose own name the question gives."""
    leads = [_lead(fact, members) for fact in members]
    ends = min((_alike_at_the_end(a, b) for a, b in pairwise(leads)), default=0)
    own = [any(word in question for word in words(lead[: len(lead) - ends])) for lead in leads]
    named = [fact for fact, said in zip(members, own, strict=True) if said]
    return named if len(named) == 1 else [] if 0 < len(named) < len(members) else members


def _lead(fact: Figured, members: Sequence[Figured]) -> str:
    """What leads to a figure in its clause, or its subject where one clause gives several or nothing leads to it."""
    own = fact.sentence.text[fact.start - fact.sentence.start : fact.figure.start].rstrip()
    alone = sum(other.start == fact.start for other in members) == 1
    return own if own and alone else fact.figure.subject


def _alike_at_the_end(one: str, other: str) -> int:
    pairs = zip(reversed(one), reversed(other), strict=False)
    return next((at for at, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))
