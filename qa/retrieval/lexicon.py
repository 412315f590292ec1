"""A question in everyday words -> the terms that reports use for them. The data are in lexicon.tsv."""

import re
import unicodedata
from functools import cache
from importlib.resources import files


def official_terms(question: str) -> tuple[str, ...]:
    """The official terms for the everyday expressions in a question, in its order.

    The longest expression wins, and a term that is official already stands for itself: 进出口 does not fire 出口.

    >>> official_terms("去年低保和社零")[:1]
    ('最低生活保障',)
    """
    folded = _fold(question)
    found = [term for _, terms in expressions(question) for term in terms]
    return tuple(dict.fromkeys(term for term in found if term.lower() not in folded))


def expressions(question: str) -> list[tuple[str, tuple[str, ...]]]:
    """The everyday expressions in a question, folded, each with its official terms."""
    pattern, terms = _lexicon()
    found = dict.fromkeys(pattern.findall(_fold(question)))
    return [(expression, terms[expression]) for expression in found if expression in terms]


def _fold(text: str) -> str:
    return unicodedata.normalize("NFKC", text).lower()


@cache
def _lexicon() -> tuple[re.Pattern[str], dict[str, tuple[str, ...]]]:
    lines = files(__package__).joinpath("lexicon.tsv").read_text(encoding="utf-8").splitlines()
    terms: dict[str, tuple[str, ...]] = {}
    known: set[str] = set()
    for line in lines:
        if not line or line.startswith("#"):
            continue
        expressions, official = (column.split("|") for column in line.split("\t"))
        known.update(term.lower() for term in official)
        for expression in expressions:
            terms[expression.lower()] = (*terms.get(expression.lower(), ()), *official)
    longest_first = sorted({*terms, *known}, key=len, reverse=True)
    return re.compile("|".join(map(_bounded, longest_first))), terms


def _bounded(expression: str) -> str:
    """A pattern for an expression; one in Latin letters matches whole words only, also between characters: 22年gdp涨."""
    pattern = re.escape(expression)
    return rf"(?<![a-z]){pattern}(?![a-z])" if expression.isascii() else pattern
