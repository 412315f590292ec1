"""Hits -> what they state, each with the clause that states it, ranked by how likely it is what a question asks for."""

import re
from collections.abc import Iterator, Sequence

import numpy as np

from qa.answering.facts.asked_unit import unit_fit
from qa.answering.facts.clauses import clause_around, clauses_of
from qa.answering.facts.opposites import of_the_whole, opposed
from qa.answering.facts.record import Fact, Figured
from qa.answering.figures import Figure, find_figures, same
from qa.answering.orders import gives_orders
from qa.domain import Hit, Sentence
from qa.index.lexical import words
from qa.retrieval.kinds import Want
from qa.retrieval.operations import Operation
from qa.retrieval.question import Asked
from qa.retrieval.terms import Term, coverage

# Weights of what makes a clause the answer, fitted as `python -m evals fit` does, on 586 questions about six reports: the parts of
# its sentence's score, above or below those of the best; its own nearness in meaning (in hundredths of a cosine below the
# nearest) and to the question's sense by the lexicon, how much of what is asked it speaks of, how much of its figure's own
# subject the question names, whether its unit is the one asked for, and whether it holds a year, a place or a name where one is
# asked for. Weighed as one, a sentence's score counted its nearness twice and its period too little: left out one set of questions
# in turn, the answer was among the three likeliest of 0.96 of the paraphrases, not 0.94.
WEIGHTS = {
    "dense": 0.3,
    "sense": 0.45,
    "lexical": 0.72,
    "period": 1.26,
    "kind": 0.43,
    "near": 1.14,
    "meant": 0.32,
    "covered": 0.38,
    "named": 0.76,
    "unit": 1.17,
    "wanted": 0.43,
}
# A sentence that gives orders is no likely answer whatever it says (log-odds).
_ORDERED = 20.0
_OF_THE_SENTENCE = ("dense", "sense", "lexical", "period", "kind")

_NAMED_THING = re.compile(r"[“《]|[一-鿿]{2,}(?:集团|公司|厂|工厂|项目|工程|计划|行动|实验室|中心|法庭|论坛|大会)")
_A_TIME = re.compile(r"\d{1,2}月|\d{4}年|年[初底中]|今年|明年|第[一二三]年|季度")
_ASKS = re.compile("多少|几")
_OF_PART_AND_WHOLE = (Operation.SHARE, Operation.PART, Operation.WHOLE, Operation.REST, Operation.DIFFERENCE)
_ORDINAL = re.compile(r"第[一二三四五六七八九十百\d]+[届批次位个年]")


def rank_facts(asked: Asked, terms: Sequence[Term], hits: Sequence[Hit]) -> list[Fact]:
    """What the hits state that is of the kind asked for, likeliest answer first.

    A figure that the question gives, before it asks, is not what it asks for: 提高30元以后，标准是多少.
    """
    before = [clause for clause in re.split("[，,。；;？?]", asked.text) if not _ASKS.search(clause)]
    given = [f for clause in before for f in find_figures(clause) if f.kind == "quantity" and f.unit]
    found = (fact for fact, _ in candidates(asked, terms, hits))
    return sorted(
        (fact for fact in found if fact.figure is None or not any(same(fact.figure, one) for one in given)),
        key=lambda fact: -fact.fit,
    )


def rank_figures(asked: Asked, terms: Sequence[Term], hits: Sequence[Hit]) -> list[Figured]:
    """The quantities that the hits state, likeliest answer first."""
    facts = (fact for fact, _ in candidates(asked, terms, hits, figures=True))
    return sorted((fact for fact in facts if isinstance(fact, Figured)), key=lambda fact: -fact.fit)


def candidates(
    asked: Asked, terms: Sequence[Term], hits: Sequence[Hit], *, figures: bool | None = None
) -> list[tuple[Fact, dict[str, float]]]:
    """The facts, each with the evidence that WEIGHTS weigh; figures alone where a figure is asked for."""
    figures = asked.wants_figure if figures is None else figures
    best = max(hits, key=lambda hit: hit.score).parts if hits else {}
    nearest = max((hit.similarity for hit in hits), default=0.0)
    apart = asked.operation not in _OF_PART_AND_WHOLE
    found = []
    for hit in hits:
        for figure, start, end in _figures(hit.sentence) if figures else _clauses(hit.sentence):
            clause = hit.sentence.text[start:end]
            about = f"{clause} {figure.subject}" if figure else clause
            if figure and (
                opposed(asked.text, about) or (apart and of_the_whole(asked.text, hit.sentence.text, figure))
            ):
                continue
            first, last = hit.sentence.start + start, hit.sentence.start + end
            known = [term for term in terms if term.known]
            evidence = {
                **{name: hit.parts.get(name, 0.0) - best.get(name, 0.0) for name in _OF_THE_SENTENCE},
                "near": 100 * (_cosine(hit, first, last) - nearest),
                "meant": max((one.sense for one in hit.near if one.start < last and first < one.end), default=0.0),
                "covered": _covered(terms, about, hit.sentence),
                "named": named_share(asked, terms, figure.subject if figure else ""),
                "unit": unit_fit(asked.text, figure) if figure else _ordinal_fit(asked, clause),
                "wanted": float(_holds(asked, clause)),
            }
            fit = sum(WEIGHTS[name] * value for name, value in evidence.items()) - _ORDERED * gives_orders(
                hit.sentence.text
            )
            of_it = (evidence[name] for name in ("named", "unit", "near"))
            rest = (evidence["covered"], _covered(known, about, hit.sentence), *of_it, fit)
            fact = (
                Figured(hit.sentence, figure, first, last, *rest)
                if figure
                else Fact(hit.sentence, None, first, last, *rest)
            )
            found.append((fact, evidence))
    return found


def named_share(asked: Asked, terms: Sequence[Term], subject: str) -> float:
    """The share of a subject's words that the question or its official terms name."""
    named = " ".join((asked.text.lower(), *(name for term in terms for name in term.names)))
    own = [word for word in dict.fromkeys(words(subject)) if len(word) > 1]
    return sum(word in named for word in own) / len(own) if own else 0.0


def chances(facts: Sequence[Fact]) -> list[float]:
    """The probability that each fact is the answer, if one of them is."""
    if not facts:
        return []
    odds = np.exp(np.array([fact.fit for fact in facts]) - max(fact.fit for fact in facts))
    return [float(chance) for chance in odds / odds.sum()]


def _figures(sentence: Sentence) -> Iterator[tuple[Figure | None, int, int]]:
    for figure in find_figures(sentence.text):
        if figure.kind == "quantity":
            yield figure, *clause_around(sentence.text, figure)


def _clauses(sentence: Sentence) -> Iterator[tuple[Figure | None, int, int]]:
    for start, end in clauses_of(sentence.text):
        yield None, start, end


def _cosine(hit: Hit, start: int, end: int) -> float:
    """The cosine of the nearest clause that overlaps a span; that of the farthest one found where none does."""
    over = [near.cosine for near in hit.near if near.start < end and start < near.end]
    return max(over, default=hit.near[-1].cosine if hit.near else 0.0)


def _covered(terms: Sequence[Term], clause: str, sentence: Sentence) -> float:
    """How much of the question a clause speaks of; what only its headings or the rest of its sentence say counts for less."""
    headed = " ".join((clause, *sentence.section[1:]))
    whole = f"{headed} {sentence.text}"
    return max(coverage(terms, clause), 0.9 * coverage(terms, headed), 0.8 * coverage(terms, whole))


def _ordinal_fit(asked: Asked, clause: str) -> float:
    """1 where a clause holds a number in a series and one is asked for, -1 where it holds none."""
    return (1.0 if _ORDINAL.search(clause) else -1.0) if Want.ORDINAL in asked.wants else 0.0


def _holds(asked: Asked, clause: str) -> bool:
    """Whether a clause holds a time, an ordinal or a name where one is asked for."""
    sought = ((Want.TIME, _A_TIME), (Want.ORDINAL, _ORDINAL), (Want.NAME, _NAMED_THING))
    return any(want in asked.wants and pattern.search(clause) for want, pattern in sought)
