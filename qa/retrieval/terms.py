"""A question -> the terms that a sentence must speak of to answer it, each with its weight and its other names."""

import math
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from qa.index.lexical import words
from qa.retrieval.lexicon import expressions, fold
from qa.retrieval.places import places_in

# Words that say how one asks, in the midst of what is asked: 经济到底涨了多少.
_FILLERS = re.compile("到底|究竟|大概|大约|具体|总共|一共|拢共")
# Weight of a term that the reports do not use: of a word that is theirs, a little above that of one used once in five hundred
# sentences; of any other, which may only be how people talk, half of that.
_UNKNOWN, _UNKNOWN_WORD = 6.0, 3.0


@dataclass(frozen=True, slots=True)
class Term:
    """Something that a question is about: any of `names` stands for it.

    `weight` grows with its rarity in the reports; `known` says that they use one of its names at all. A place is never
    counted as known: a sentence of the right place is not yet about the right thing. `said` tells that they use the word of the
    question itself, and not only another name for it. `official` marks the reports' own vocabulary: where none uses such a term,
    none speaks of it, while an everyday word may only be said differently.
    """

    names: tuple[str, ...]
    weight: float
    known: bool = True
    official: bool = False
    said: bool = True

    def is_in(self, text: str) -> float:
        """1 where a name stands in the text (folded), less where only words of it do."""
        return max(_share(name, text) for name in self.names)


def question_terms(topic: str, rarity: Callable[[str], float]) -> tuple[Term, ...]:
    """The terms of a question that has been rid of its period; everyday names bring their official ones along.

    `rarity` gives a word's inverse document frequency in the reports, infinity where they do not use it.
    """
    topic = _FILLERS.sub("", topic)
    rest = fold(topic)
    found: list[tuple[tuple[str, ...], bool]] = []
    for expression in expressions(topic):
        found.append(((expression.text, *map(fold, expression.terms)), not expression.everyday))
        rest = rest[: expression.start] + " " * len(expression.text) + rest[expression.end :]
    shaping = furniture()
    kept = [word for word in dict.fromkeys(words(rest)) if len(word) > 1 and word not in shaping and not _counts(word)]
    found += [((word,), False) for word in kept if not any(word != other and word in other for other in kept)]
    return tuple(_term(names, official, rarity) for names, official in found)


def _term(names: tuple[str, ...], official: bool, rarity: Callable[[str], float]) -> Term:
    rarities = [max(map(rarity, words(name)), default=math.inf) for name in names]
    known = [value for value in rarities if value < math.inf]
    return Term(
        names,
        min(known, default=_UNKNOWN if official else _UNKNOWN_WORD),
        bool(known) and not places_in(names[0]),
        official,
        rarities[0] < math.inf,
    )


def coverage(terms: Sequence[Term], text: str) -> float:
    """The weighted share of the terms that a text speaks of, from 0 to 1; 1 where nothing in particular is asked about."""
    total = sum(term.weight for term in terms)
    folded = text.lower()
    return sum(term.weight * term.is_in(folded) for term in terms) / total if total else 1.0


def _share(name: str, text: str) -> float:
    """1 where the name stands in the text, else a little less than the share of its pairs of characters that do."""
    if name in text:
        return 1.0
    pairs = _pairs(name)
    return 0.8 * sum([pair in text for pair in pairs]) / len(pairs) if pairs else 0.0


@lru_cache(maxsize=4096)
def _pairs(name: str) -> tuple[str, ...]:
    """The pairs of characters of a name of three or more, none of a Latin one."""
    return () if len(name) < 3 or name.isascii() else tuple(name[n : n + 2] for n in range(len(name) - 1))


def _counts(word: str) -> bool:
    """Whether a word is a number or asks for one: 15万, 几架."""
    return word[0].isdigit() or word.startswith(("几", "第几"))


@cache
def furniture() -> frozenset[str]:
    """Words that shape a question or name its unit, and nothing in it: what is left without them is its subject."""
    return frozenset(files(__package__).joinpath("furniture.txt").read_text(encoding="utf-8").split())
