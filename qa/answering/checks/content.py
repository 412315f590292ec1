"""A claim and what it cites -> how much of what the claim speaks of stands there."""

import re
from functools import cache, lru_cache
from importlib.resources import files

from qa.answering.checks import english
from qa.answering.checks.moments import marks
from qa.index.lexical import words
from qa.retrieval.lexicon import everyday

_HEAD = re.compile(r"\d")


def share(claim: str, theirs: str) -> float:
    """The share of a claim's own words that stand in the text it cites; 1 where all but one do, for a short answer's sake."""
    own = _own(claim)
    if english.is_english(claim):
        named = english.named(claim)
        return sum(any(term in theirs for term in terms) for terms in named) / len(named) if named else 1.0
    found = sum(any(name in theirs for name in names) for names in own)
    return 1.0 if len(own) <= found + bool(found) else found / len(own)


@lru_cache(maxsize=4096)
def _own(claim: str) -> tuple[tuple[str, ...], ...]:
    """The words of a claim that say something, each with the official terms that it may stand for."""
    bare = claim.lower()
    for mark in reversed(marks(claim)):
        bare = bare[: mark.start] + " " + bare[mark.end :]
    terms = [(expression, *(name.lower() for name in official)) for expression, official in everyday(bare)]
    for expression, *_ in terms:
        bare = bare.replace(expression, " ")
    kept = [w for w in dict.fromkeys(words(bare)) if len(w) > 1 and w not in _furniture() and not _HEAD.match(w)]
    return (*terms, *((word,) for word in kept))


@cache
def _furniture() -> frozenset[str]:
    """Words that shape a sentence and name nothing in it: those of questions, and those of answers."""
    lists = (files(room).joinpath("furniture.txt") for room in ("qa.retrieval", __package__))
    return frozenset(word for one in lists for word in one.read_text(encoding="utf-8").split())
