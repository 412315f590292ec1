"""A claim in English and a Chinese quote -> whether the quote speaks of all that the claim names."""

import re
from functools import cache, lru_cache
from importlib.resources import files

_NOTHING = "-"
_WORD = re.compile(r"[a-z][a-z0-9.\-]*[a-z0-9]|[a-z]")


def is_english(text: str) -> bool:
    """Whether a text is written in Latin letters alone, numbers aside."""
    return any(char.isascii() and char.isalpha() for char in text) and not any("一" <= char <= "鿿" for char in text)


def holds(claim: str, quoted: str) -> bool:
    """Whether every word of a claim that names something has its Chinese in the quoted text; an unknown word has none.

    >>> holds("GDP grew by 2.1% in 2022", "全年地区生产总值增长2.1%"), holds("Imports grew by 2.1%", "全年地区生产总值增长2.1%")
    (True, False)
    """
    folded = quoted.lower()
    return all(any(term in folded for term in terms) for terms in named(claim))


def share(claim: str, quoted: str) -> float:
    """The share of what an English claim names that stands in the quoted text; 1 where it names nothing."""
    folded, terms = quoted.lower(), named(claim)
    return sum(any(term in folded for term in one) for one in terms) / len(terms) if terms else 1.0


@lru_cache(maxsize=1024)
def named(claim: str) -> tuple[tuple[str, ...], ...]:
    """What an English claim names, each with its possible Chinese; a word that the list lacks stands for itself."""
    pattern, terms = _words()
    text, found = claim.lower(), []
    for match in pattern.finditer(text):
        if terms[match[0]] != (_NOTHING,):
            found.append(terms[match[0]])
    rest = pattern.sub(" ", text)
    found += [(word[0],) for word in _WORD.finditer(rest) if len(word[0]) > 1]
    return tuple(found)


@cache
def _words() -> tuple[re.Pattern[str], dict[str, tuple[str, ...]]]:
    lines = files(__package__).joinpath("english.txt").read_text(encoding="utf-8").splitlines()
    terms: dict[str, tuple[str, ...]] = {}
    for line in lines:
        if line and not line.startswith("#"):
            english, chinese = line.split("\t")
            terms |= {word: tuple(chinese.split("|")) for word in english.split("|")}
    longest = sorted(terms, key=len, reverse=True)
    return re.compile("|".join(rf"(?<![a-z]){re.escape(word)}(?![a-z])" for word in longest)), terms
