"""Hits -> the figures in them, each with the clause that states it, ranked by how well they answer a question."""

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from qa.answering.figures import Direction, Figure, find_figures
from qa.answering.figures.units import base, counts_things
from qa.domain import Hit, Sentence
from qa.index.lexical import words
from qa.retrieval.question import Asked
from qa.retrieval.terms import Term, coverage

# Weights of what makes a figure the answer, set on the development questions: that its sentence was found, that its clause
# speaks of what is asked, that it is a figure of just that, and that its unit is the one asked for.
_FOUND, _COVERED, _JUST_THAT, _UNIT = 1.5, 3.0, 1.0, 1.0

_CLAUSE_END = re.compile(r"[，；。：:;！？!?]")
# The measure word behind 多少 or 几, and questions that want a rate of change.
_UNIT_ASKED = re.compile(
    r"(?:多少|几)(?:个|了)?(亿元|万元|亿斤|公里|万亩|平方米|[家项座条人名件所处套户亩斤元块倍次批个张支部位])"
)
_POINTS = re.compile(r"几个(?:百分)?点")
_RATE_ASKED = re.compile(r"增长(?!率?目标)|增速|增幅|涨|百分之|几个点|比例|占比|比重|率|percent|growth|%", re.I)
_MONEY_ASKED = re.compile(r"投资额|金额|总投资|资金|多少钱|花了|总额|经费")
_SAME_UNIT = {"块": "元", "家": "家户个所", "个": "个家项人名所", "所": "所家个"}


@dataclass(frozen=True, slots=True)
class Fact:
    """A figure as its report states it: `[start, end)` of the report is the clause, `fit` how well it answers.

    `covered` is the share of the question that its clause speaks of, `known` that of the terms that the reports use at all,
    `named` the share of its subject that the question names, `unit` 1 or -1 where the unit is or is not the one asked for.
    """

    sentence: Sentence
    figure: Figure
    start: int
    end: int
    covered: float
    known: float
    named: float
    unit: float
    fit: float


def rank_facts(asked: Asked, terms: Sequence[Term], hits: Sequence[Hit]) -> list[Fact]:
    """The quantities that the hits state, best answer first."""
    lowest = min((hit.score for hit in hits), default=0.0)
    spread = max((hit.score - lowest for hit in hits), default=0.0) or 1.0
    facts = [fact for hit in hits for fact in _facts(asked, terms, hit, (hit.score - lowest) / spread)]
    return sorted(facts, key=lambda fact: -fact.fit)


def _facts(asked: Asked, terms: Sequence[Term], hit: Hit, found_share: float) -> list[Fact]:
    sentence = hit.sentence
    found = []
    for figure in find_figures(sentence.text):
        if figure.kind != "quantity":
            continue
        start, end = clause_around(sentence.text, figure)
        clause = sentence.text[start:end]
        about = f"{clause} {figure.subject}"
        covered = _covered(terms, about, sentence)
        named = _named(asked, terms, figure)
        fit = _FOUND * found_share + _COVERED * covered + _JUST_THAT * named
        unit = _unit_fits(asked.text, figure)
        fit += _UNIT * unit
        known = _covered([term for term in terms if term.known], about, sentence)
        found.append(
            Fact(sentence, figure, sentence.start + start, sentence.start + end, covered, known, named, unit, fit)
        )
    return found


def _covered(terms: Sequence[Term], clause: str, sentence: Sentence) -> float:
    """How much of the question a clause speaks of; what only its headings or the rest of its sentence say counts for less."""
    headed = " ".join((clause, *sentence.section[1:]))
    whole = f"{headed} {sentence.text}"
    return max(coverage(terms, clause), 0.9 * coverage(terms, headed), 0.8 * coverage(terms, whole))


def clause_around(text: str, figure: Figure) -> tuple[int, int]:
    """The clause that states a figure; one of an enumeration (…增长39%、…增长19.7%) where each item has its own figure."""
    start = max(
        (match.end() for match in _CLAUSE_END.finditer(text, 0, figure.start) if not _open(text, match.start())),
        default=0,
    )
    following = (match.start() for match in _CLAUSE_END.finditer(text, figure.end) if not _open(text, match.start()))
    end = next(following, len(text))
    items = [(m.start(), m.end()) for m in re.finditer(r"、", text[start:end])]
    for at, after in items:
        left, right = text[start : start + at], text[start + after : end]
        if not (_has_quantity(left) and _has_quantity(right) and figure.subject and "分别" not in text[start:end]):
            continue
        if start + at <= figure.start and figure.subject[:2] in right:
            return clause_in(start + after, end, text, figure)
        if start + at >= figure.end and figure.subject[:2] in left:
            return clause_in(start, start + at, text, figure)
    return start, end


def clause_in(start: int, end: int, text: str, figure: Figure) -> tuple[int, int]:
    """The item of `text[start:end]`, an enumeration, that holds the figure."""
    cuts = [start - 1, *(m.start() for m in re.finditer("、", text) if start <= m.start() < end), end]
    for left, right in itertools.pairwise(cuts):
        if left < figure.start < right and figure.subject[:2] in text[left + 1 : right]:
            return left + 1, right
    return start, end


def _has_quantity(text: str) -> bool:
    return any(figure.kind == "quantity" for figure in find_figures(text))


def _open(text: str, at: int) -> bool:
    """Whether a quotation or bracket is open at a place."""
    return any(text.count(a, 0, at) > text.count(b, 0, at) for a, b in ("“”", "（）", "《》"))


def _named(asked: Asked, terms: Sequence[Term], figure: Figure) -> float:
    """The share of the figure's own subject that the question or its official terms name."""
    named = " ".join((asked.text.lower(), *(name for term in terms for name in term.names)))
    own = [word for word in dict.fromkeys(words(figure.subject)) if len(word) > 1]
    return sum(word in named for word in own) / len(own) if own else 0.0


def same_kind(a: Figure, b: Figure) -> bool:
    """Whether two figures can be set against each other: one base unit, or counts of the same things (22家 and 10个)."""
    one, other = base(a.unit)[1], base(b.unit)[1]
    if one == other:
        return True
    return counts_things(one) and counts_things(other) and same_subject(a, b)


def same_subject(a: Figure, b: Figure) -> bool:
    """Whether two figures are of one thing: half of the shorter subject's pairs of characters stand in the other."""
    short, long = sorted((a.subject, b.subject), key=len)
    pairs = [short[n : n + 2] for n in range(len(short) - 1)]
    return bool(pairs) and 2 * sum(pair in long for pair in pairs) >= len(pairs)


def _unit_fits(question: str, figure: Figure) -> float:
    """1 where the figure is of the unit or kind asked for, -1 where of another, 0 where none is asked for."""
    changes = figure.unit in ("%", "个百分点", "百分点")
    if not _POINTS.search(question) and (match := _UNIT_ASKED.search(question)):
        wanted = _SAME_UNIT.get(match[1], match[1])
        return 1.0 if any(figure.unit.endswith(unit) for unit in (wanted, *wanted)) else -1.0
    if _RATE_ASKED.search(question):
        return 1.0 if changes or figure.direction in (Direction.UP_BY, Direction.DOWN_BY) else -1.0
    if _MONEY_ASKED.search(question):
        return 1.0 if figure.unit.endswith("元") else -1.0
    return 0.0
