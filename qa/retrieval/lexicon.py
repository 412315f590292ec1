"""A question in everyday words -> the terms that reports use for them. The data are in lexicon.tsv and equivalents.tsv."""

import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Expression:
    """Words of a question that have other names: `[start, end)` of the folded question, and the terms for it, most usual first."""

    start: int
    end: int
    text: str
    terms: tuple[str, ...]
    everyday: bool


def expressions(question: str) -> list[Expression]:
    """The expressions in a question, the longest first where two overlap; official terms bring those that mean the same.

    An official term stands for itself: 进出口 does not fire 出口.

    >>> [(e.text, e.terms[0]) for e in expressions("去年低保发多少")]
    [('低保', '最低生活保障')]
    """
    folded = fold(question)
    return list(_found(folded))


def everyday(text: str) -> list[tuple[str, tuple[str, ...]]]:
    """The everyday expressions in a text, each with its official terms."""
    return [(found.text, found.terms) for found in expressions(text) if found.everyday]


def official_terms(question: str, known: Callable[[str], bool] = lambda term: True) -> tuple[str, ...]:
    """The official terms for the everyday expressions in a question, in its order: those that are `known`, else the most usual.

    >>> official_terms("去年低保和社零")[:1]
    ('最低生活保障',)
    """
    folded = fold(question)
    found: list[str] = []
    for expression in expressions(question):
        if expression.everyday:
            used = [term for term in expression.terms if known(term)]
            found += used or expression.terms[:1]
    return tuple(dict.fromkeys(term for term in found if term.lower() not in folded))


def official_vocabulary() -> list[str]:
    """All the official terms."""
    return [name for name, (_, everyday) in _names()[0].items() if not everyday]


@cache
def synonyms() -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    """The lines of the lexicon: everyday expressions and the official terms for them."""
    pairs = (line.split("\t") for line in _lines("lexicon.tsv"))
    return tuple((tuple(everyday.split("|")), tuple(official.split("|"))) for everyday, official in pairs)


def fold(text: str) -> str:
    """Width and case folded."""
    return unicodedata.normalize("NFKC", text).lower()


def _found(folded: str) -> Iterator[Expression]:
    names, longest = _names()
    at = 0
    while at < len(folded):
        for length in range(min(longest, len(folded) - at), 1, -1):
            text = folded[at : at + length]
            if text in names and _bounded(folded, at, at + length):
                terms, everyday = names[text]
                if terms or not everyday:
                    yield Expression(at, at + length, text, terms, everyday)
                at += length - 1
                break
        at += 1


def _bounded(text: str, start: int, end: int) -> bool:
    """Whether an expression is whole words where it is Latin, also between characters: 22年gdp涨."""
    before, after = text[start - 1 : start], text[end : end + 1]
    return not (_latin(text[start]) and _latin(before)) and not (_latin(text[end - 1]) and _latin(after))


def _latin(char: str) -> bool:
    return char.isascii() and char.isalpha()


@cache
def _names() -> tuple[dict[str, tuple[tuple[str, ...], bool]], int]:
    """Each expression, folded, with its terms and whether it is an everyday one; and the length of the longest."""
    names: dict[str, tuple[tuple[str, ...], bool]] = {}
    official: set[str] = set()
    for line in _lines("equivalents.tsv"):
        group = line.split("|")
        for term in group:
            names[fold(term)] = (tuple(other for other in group if other != term), False)
    for everyday, terms in synonyms():
        official.update(map(fold, terms))
        for expression in everyday:
            names[fold(expression)] = (tuple(terms), True)
    for term in official - names.keys():
        names[term] = ((), False)
    return names, max(map(len, names))


def _lines(name: str) -> Iterator[str]:
    for line in files(__package__).joinpath(name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line
