"""A question for a figure and the hits -> what is missing where none of the figures that would be quoted is likely to answer.

Everything that speaks for or against a figure is weighed at once, as one more candidate: that none of them is the answer.
"""

import math
import re
from collections.abc import Mapping, Sequence

from qa.answering.abstaining.aspects import of_another_sort, of_now
from qa.answering.abstaining.located import landmarks, own_and_others, told_of
from qa.answering.abstaining.unheard import unheard
from qa.answering.extractive import FACT_HITS, chosen, quotable
from qa.answering.facts import Fact, Figured, chances, rank_facts
from qa.domain import Hit, Report
from qa.retrieval.places import places_in
from qa.retrieval.question import FORWARD, Asked, agreement
from qa.retrieval.terms import Term, coverage

# What makes a figure likely to answer, beside that none does (weights of log-odds): its clause's nearness in meaning, in hundredths of
# a cosine above what has nothing to do with the question, and to the question's sense by the lexicon; how much of its subject the question
# names; how far below the best its sentence was found; how likely the first figure is among all; that it is the very thing asked for.
# Against it: the share of what is asked that its clause and headings do not say, in words that reports use, or that only the lexicon
# has another name for; the share that no report says (of many terms, some are always missing); another unit, its own or that of
# the subject's own figures; another time, place or sort.
# Fitted as `python -m evals fit` does on 935 questions about eight reports, 226 of which cannot be answered, and on those from which
# the sentence that answers was taken away, for little; of another sort, less was fitted (3.5), on a few questions.
WEIGHTS = {
    "constant": -1.7,
    "near": 0.28,
    "meant": 0.14,
    "named": 0.12,
    "found": 0.51,
    "chance": 1.84,
    "very thing": 2.38,
    "missing": -2.73,
    "missing name": -1.82,
    "unheard": -2.72,
    "terms": 0.58,
    "unit": -2.62,
    "own unit": -2.27,
    "time": -4.52,
    "place": -1.44,
    "sort": -6.0,
}
# Figures less likely than this (log-odds) are no answer. Cross-validated by sets of questions, so 0.85 of the questions that cannot be
# answered and get this far are found, and 0.04 of the others, a third of which would have been answered wrong. At other bounds: 0.81
# and 0.03, 0.89 and 0.06, 0.92 and 0.08.
_LEAST = -0.5
# Nearness counts within these bounds; where it is not known, as much as in most questions.
_NEAREST, _FARTHEST, _USUAL = 8.0, -3.0, 3.5
# A figure of the asked unit this little less likely (log-odds) than the best may be the answer, if it is named in the question
# or speaks of this share of what the subject's own figure speaks of.
_AS_LIKELY, _AS_MUCH = 1.0, 0.5
# What stands in a figure's sentence, if not in its clause, is covered by this share; what its headings say, by this one.
_IN_ITS_SENTENCE, _IN_ITS_HEADINGS = 0.8, 0.9
# More terms than so many say no more about how one asks.
_TERMS = 6
# What is to be worked out may be of another unit than the figures that it comes of.
_WORKED_OUT = re.compile(r"倒推|反推|推算|推出来|折算|折合|按.{0,10}算|算一?下|算算|帮我?算|合多少")


def missing_figure(
    asked: Asked, terms: Sequence[Term], hits: Sequence[Hit], reports: Sequence[Report], floor: float
) -> str:
    """What is asked about and has no figure, in the reader's words; "" where a figure is likely to answer."""
    facts = figures_of(asked, terms, hits)
    if not facts:
        return "这一数字"
    judged = evidence(asked, terms, facts, hits, reports, floor)
    if likelihood(judged) >= _LEAST:
        return ""
    if unknown := _unheard(asked, terms, facts, hits, reports):
        return f"“{unknown[0].names[0]}”"
    if all(one["unit"] for one in judged):
        return "所问的这个数（报告只给出了别的口径）"
    names = list(dict.fromkeys(term.names[0].strip("“”") for term in terms if term.known))
    return f"“{'”“'.join(names[:3])}”的这一数字" if names else "这一数字"


def computable(
    asked: Asked,
    terms: Sequence[Term],
    fact: Figured,
    then: bool,
    *,
    hits: Sequence[Hit],
    reports: Sequence[Report],
    floor: float,
) -> bool:
    """Whether a figure that an answer would be computed from is likely of what is asked about, in whatever unit or sort.

    `then` tells that it is worked back to another time. Nothing is worked out for a thing that no report names.
    """
    if all(hit.sentence != fact.sentence for hit in hits):
        return False
    facts = figures_of(asked, terms, hits) or [fact]
    judged = _of_question(asked, terms, facts, hits, reports) | _of_figure(asked, terms, fact, hits, reports, floor)
    judged |= {"chance": math.exp(min(0.0, fact.fit - facts[0].fit)) * chances(facts)[0]}
    judged |= dict.fromkeys(("unit", "own unit", "sort", *["time"] * then), 0.0)
    return not judged["unheard"] and likelihood([judged]) >= _LEAST


def figures_of(asked: Asked, terms: Sequence[Term], hits: Sequence[Hit]) -> list[Figured]:
    """The figures among which the answer is looked for, likeliest first."""
    fitting = [hit for hit in hits if agreement(asked, hit.sentence) >= 0] or list(hits)
    facts = rank_facts(asked, terms, quotable(fitting)[:FACT_HITS])
    return [fact for fact in facts if isinstance(fact, Figured)]


def likelihood(judged: Sequence[Mapping[str, float]]) -> float:
    """The log-odds that one of the figures is the answer, and not none of them."""
    return math.log(sum(math.exp(sum(WEIGHTS[name] * value for name, value in one.items())) for one in judged))


def evidence(
    asked: Asked,
    terms: Sequence[Term],
    facts: Sequence[Figured],
    hits: Sequence[Hit],
    reports: Sequence[Report],
    floor: float,
) -> list[dict[str, float]]:
    """What speaks for and against each figure that would be quoted, as WEIGHTS weigh it; see there for what each is."""
    of_question = _of_question(asked, terms, facts, hits, reports)
    quoted = (fact for fact in chosen(asked, facts) if isinstance(fact, Figured))
    return [of_question | _of_figure(asked, terms, fact, hits, reports, floor) for fact in quoted]


def _of_question(
    asked: Asked, terms: Sequence[Term], facts: Sequence[Figured], hits: Sequence[Hit], reports: Sequence[Report]
) -> dict[str, float]:
    about = _about(terms)
    return {
        "constant": 1.0,
        "chance": chances(facts)[0],
        "unheard": _share(_unheard(asked, terms, facts, hits, reports), about),
        "terms": float(min(len(about), _TERMS)),
        "own unit": float(_other_unit(facts) and not _works_out(asked)),
    }


def _of_figure(
    asked: Asked,
    terms: Sequence[Term],
    fact: Figured,
    hits: Sequence[Hit],
    reports: Sequence[Report],
    floor: float,
) -> dict[str, float]:
    about = _about(terms)
    said = [term for term in about if term.known and term.said]
    named = [term for term in about if term.known and not term.said]
    hit = next(hit for hit in hits if hit.sentence == fact.sentence)
    told = told_of([*own_and_others(asked, reports)[1], *landmarks(asked, terms)], fact)
    return {
        "near": _nearness(asked, fact, hit, floor),
        "meant": max((n.sense for n in hit.near if n.start < fact.end and fact.start < n.end), default=0.0),
        "named": fact.named,
        "found": hit.score - max(hit.score for hit in hits),
        "very thing": float(_is_the_very_thing(asked, fact) and told > 0),
        "missing": _share(said, about) * (1 - _covered(said, fact)),
        "missing name": _share(named, about) * (1 - _covered(named, fact)),
        "unit": max(0.0, -fact.unit) * (not _works_out(asked)),
        "time": _off_time(asked, fact),
        "place": 1 - told,
        "sort": float(of_another_sort(asked.text, fact)),
    }


def _about(terms: Sequence[Term]) -> list[Term]:
    """What is asked about beside places."""
    return [term for term in terms if not places_in(term.names[0])]


def _unheard(
    asked: Asked, terms: Sequence[Term], facts: Sequence[Fact], hits: Sequence[Hit], reports: Sequence[Report]
) -> list[Term]:
    return unheard(asked, terms, hits, reports, known=max(fact.known for fact in facts))


def _share(some: Sequence[Term], terms: Sequence[Term]) -> float:
    """The share of what is asked that some of the terms make up."""
    total = sum(term.weight for term in terms)
    return sum(term.weight for term in some) / total if total else 0.0


def _covered(terms: Sequence[Term], fact: Figured) -> float:
    """The share of the terms that the clause of a figure speaks of, or its headings, which count for less."""
    sentence = fact.sentence
    clause = f"{fact.clause} {fact.figure.subject}"
    return max(coverage(terms, clause), _IN_ITS_HEADINGS * coverage(terms, " ".join((clause, *sentence.section[1:]))))


def _nearness(asked: Asked, fact: Fact, hit: Hit, floor: float) -> float:
    """How near a fact's clause is in meaning, above the floor; the usual where that is not known, as in another language."""
    cosines = [near.cosine for near in hit.near if near.start < fact.end and fact.start < near.end]
    if floor < 0 or asked.wording:
        return _USUAL
    return min(_NEAREST, max(_FARTHEST, 100 * (max(cosines, default=floor) - floor)))


def _is_the_very_thing(asked: Asked, fact: Figured) -> bool:
    """Whether the question names all that a figure is of, its sentence tells all that is asked, and its time is the asked one."""
    told = (
        fact.named == 1
        and fact.covered >= _IN_ITS_SENTENCE
        and fact.figure.subject not in places_in(fact.figure.subject)
    )
    return told and fact.unit >= 0 and agreement(asked, fact.sentence) > 0


def _works_out(asked: Asked) -> bool:
    return asked.operation is not None and _WORKED_OUT.search(asked.text) is not None


def _off_time(asked: Asked, fact: Fact) -> float:
    """How far a figure is from the asked period and status, from 0 to 2; 1 where one of the two is another, or it is none of now."""
    if asked.first is None and asked.forward is None:
        return float(fact.sentence.status in FORWARD and of_now(asked.text))
    return 1 - agreement(asked, fact.sentence)


def _other_unit(facts: Sequence[Fact]) -> bool:
    """Whether the subject's own figures are of another unit than the one asked for."""
    own = max(facts[:4], key=lambda fact: (fact.named, fact.covered))
    near = [fact for fact in facts[:4] if fact.fit >= facts[0].fit - _AS_LIKELY]
    if any(fact.unit > 0 and (fact is facts[0] or fact.named) for fact in near):
        return False
    if any(fact.unit == 1 and fact.known >= _AS_MUCH * own.known for fact in near):
        return False
    if own.unit >= 0 or own.named == 0:
        return facts[0].unit < 0 and facts[0].named > 0
    return not any(f.unit > 0 and f.covered >= 0.8 * own.covered and f.named >= 0.5 * own.named for f in facts)
