"""A claim's figure and one that a quote states -> whether both are figures of the same thing."""

import re
from functools import cache, lru_cache
from importlib.resources import files

from qa.answering.checks import english
from qa.answering.checks.moments import marks
from qa.answering.checks.telling import subject_of
from qa.answering.checks.tiling import names
from qa.answering.figures import Figure, find_figures
from qa.domain import Citation
from qa.retrieval.places import places_in

_CLAUSE_END = re.compile(r"[，。；：！？;:!?\n]|,(?!\d)|\.(?!\d)")
# How a figure is reckoned. A claim may leave out 月均, never 年均 or 人均, and may add none.
_RECKONED = ("年均", "人均", "户均", "亩均", "日均")
_ANY_RECKONED = re.compile(r"年均|人均|户均|亩均|日均|月均|平均每年|每人|每户|每年|每月|人口?平均|同期")
# So much nearer another figure's subject must a claim's be for that one to be meant.
_NEARER = 0.04


def same_thing(text: str, figure: Figure, quote: Citation, quoted: Figure) -> bool:
    """Whether what `text` says of its figure is what the quote says of `quoted`, and of no other figure of the quote more."""
    clause = _clause(quote.quote, quoted)
    around = f"{quote.section} {quote.report}"
    if english.is_english(text):
        return english.holds(_segment(text, figure), f"{clause} {quoted.subject} {around}")
    if not _reckoned_alike(_official(_lead(text, figure), quote.quote), _lead(quote.quote, quoted) + quoted.subject):
        return False
    subject = _official(_bare(subject_of(text, figure)), quote.quote)
    near = likeness(subject, subject_of(quote.quote, quoted).lower())
    others = [other for other in find_figures(quote.quote) if other.kind == "quantity" and _differ(other, quoted)]
    return all(likeness(subject, subject_of(quote.quote, other).lower()) <= near + _NEARER for other in others)


def _differ(one: Figure, other: Figure) -> bool:
    return (one.value, one.unit, one.subject) != (other.value, other.unit, other.subject)


@cache
def _furniture() -> frozenset[str]:
    """Words around a figure that name no thing: how it is told or counted, or that it is an aim."""
    return frozenset(files(__package__).joinpath("furniture.txt").read_text(encoding="utf-8").split())


@cache
def _told() -> re.Pattern[str]:
    return re.compile("|".join(sorted(_furniture(), key=len, reverse=True)) + "|[了的为是将要已]")


@lru_cache(maxsize=4096)
def _bare(subject: str) -> str:
    """A subject without words for times, places and the way of telling."""
    for mark in reversed(marks(subject)):
        subject = subject[: mark.start] + subject[mark.end :]
    for place in places_in(subject):
        subject = re.sub(f"{place}(?:省|市|自治区)?", "", subject)
    return subject


@lru_cache(maxsize=4096)
def _official(subject: str, quote: str) -> str:
    """A subject with the names that its quote has: GDP -> 地区生产总值."""
    folded = subject.lower()
    for own, term in names(folded, quote.lower()):
        folded = folded.replace(own, term)
    return folded


@lru_cache(maxsize=8192)
def likeness(a: str, b: str) -> float:
    """Dice's share of the pairs of characters that two subjects have in common."""
    one, other = ({text[n : n + 2] for n in range(len(text) - 1)} for text in (_core(a), _core(b)))
    return 2 * len(one & other) / (len(one) + len(other)) if one and other else 0.0


@lru_cache(maxsize=4096)
def _core(subject: str) -> str:
    """A subject without words for times, places and the way of telling; as it is where nothing else is left."""
    return _told().sub("", _bare(subject)) or subject


def _clause(text: str, figure: Figure) -> str:
    start = max((m.end() for m in _CLAUSE_END.finditer(text, 0, figure.start)), default=0)
    end = next((m.start() for m in _CLAUSE_END.finditer(text, figure.end)), len(text))
    return text[start:end]


def _lead(text: str, figure: Figure) -> str:
    """What leads to a figure in its clause, from the figure before unless only 和 stands between; and what follows."""
    start = max((m.end() for m in _CLAUSE_END.finditer(text, 0, figure.start)), default=0)
    before = [
        other.end for other in find_figures(text) if other.kind == "quantity" and start <= other.end <= figure.start
    ]
    lead = text[before[-1] if before else start : figure.start]
    return lead if len(lead) > 3 or not before else text[start : figure.start]


def _segment(text: str, figure: Figure) -> str:
    """The English words that go with a figure: those between the one before and it, else those up to the next."""
    quantities = [other for other in find_figures(text) if other.kind == "quantity"]
    begin = max((other.end for other in quantities if other.end <= figure.start), default=0)
    stop = min((other.start for other in quantities if other.start >= figure.end), default=len(text))
    years = [other for other in find_figures(text) if other.kind == "year"]
    before, after = text[begin : figure.start], text[figure.end : stop]
    for year in years:
        before, after = before.replace(year.text, " "), after.replace(year.text, " ")
    return before if english.named(before) and stop < len(text) else f"{before} {after}"


def _reckoned_alike(claimed: str, quoted: str) -> bool:
    """Whether both are told per year, per head and the like, or neither is."""
    if any((word in claimed) != (word in quoted) for word in _RECKONED):
        return False
    return all(word in quoted for word in _ANY_RECKONED.findall(claimed))
