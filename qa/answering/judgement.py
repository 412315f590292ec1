"""A question for a figure and the hits -> what is missing where no figure of them is likely enough to be the answer."""

from collections.abc import Sequence

from qa.answering.facts import Fact, Figured, chances, rank_facts
from qa.answering.unheard import unheard
from qa.domain import Hit, Report
from qa.retrieval.places import places_in
from qa.retrieval.question import Asked, agreement
from qa.retrieval.terms import Term

# What makes the best figure likely to be the answer (weights of log-odds): its fit, and that it stands out among the others; its
# nearness in meaning, in hundredths of a cosine above what has nothing to do with the question; that it is not of another unit;
# and how much of what is asked is not there: the share in official terms that no report uses, and the share in words that
# the reports use and its clause does not. Fitted by logistic regression on 168 questions, and on 99 from which the
# sentence that answers was taken away.
_WEIGHTS = {"fit": 0.4, "sure": 1.47, "near": 0.52, "other unit": -5.59, "unheard": -2.76, "missing": -1.27}
_CONSTANT = -1.46
# A figure less likely than this (log-odds) is none. Cross-validated, 0.83 of the questions that cannot be answered and get this far
# are found so, and 0.05 of the others, half of which would have been answered wrong.
_LEAST = -1.3
# A figure with this chance among the others stands out.
_SURE = 0.85
# Nearness counts within these bounds; where it is not known, as much as in most questions.
_NEAREST, _FARTHEST, _USUAL = 8.0, -3.0, 3.5
# A figure of the asked unit this little less likely (log-odds) than the best may be the answer, if it is named in the question
# or speaks of this share of what the subject's own figure speaks of.
_AS_LIKELY, _AS_MUCH = 1.0, 0.5
# What stands in a figure's sentence, if not in its clause, is covered by this share.
_IN_ITS_SENTENCE = 0.8
# Hits among which the figures are looked for, and the best of these.
_HITS, _BEST = 12, 3


def missing_figure(
    asked: Asked, terms: Sequence[Term], hits: Sequence[Hit], reports: Sequence[Report], floor: float
) -> str:
    """What is asked about and has no figure, in the reader's words; "" where a figure is likely to answer."""
    fitting = [hit for hit in hits if agreement(asked, hit.sentence) >= 0] or list(hits)
    facts = [fact for fact in rank_facts(asked, terms, fitting[:_HITS]) if isinstance(fact, Figured)]
    if not facts:
        return "这一数字"
    if any(_is_the_very_thing(asked, fact) for fact in facts[:_BEST]):
        return ""
    told = max(fact.known for fact in facts)
    known = [term for term in terms if term.known]
    unknown = unheard(asked, terms, hits, reports, known=told)
    evidence = {
        "fit": facts[0].fit,
        "sure": float(chances(facts)[0] >= _SURE),
        "near": _nearness(asked, facts[0], fitting, floor),
        "other unit": float(_other_unit(facts)),
        "unheard": _share(unknown, terms),
        "missing": _share(known, terms) * (1 - max(fact.known for fact in facts[:_BEST])),
    }
    if _CONSTANT + sum(_WEIGHTS[name] * value for name, value in evidence.items()) >= _LEAST:
        return ""
    if unknown:
        return f"“{unknown[0].names[0]}”"
    if evidence["other unit"]:
        return "所问的这个数（报告只给出了别的口径）"
    names = [term.names[0] for term in known]
    return f"“{'”“'.join(names[:3])}”的这一数字" if names else "这一数字"


def _is_the_very_thing(asked: Asked, fact: Fact) -> bool:
    """Whether the question names all that a figure is of, its sentence tells all that is asked, and its time is the asked one."""
    told = fact.named == 1 and fact.covered >= _IN_ITS_SENTENCE
    return told and fact.unit >= 0 and agreement(asked, fact.sentence) > 0


def _share(some: Sequence[Term], terms: Sequence[Term]) -> float:
    """The share of what is asked, its places aside, that some of the terms make up."""
    total = sum(term.weight for term in terms if not places_in(term.names[0]))
    return sum(term.weight for term in some) / total if total else 0.0


def _nearness(asked: Asked, fact: Fact, hits: Sequence[Hit], floor: float) -> float:
    """How near a fact's clause is in meaning, above the floor; the usual where that is not known, as in another language."""
    hit = next(hit for hit in hits if hit.sentence == fact.sentence)
    cosines = [near.cosine for near in hit.near if near.start < fact.end and fact.start < near.end]
    if floor < 0 or not any("\u4e00" <= char <= "\u9fff" for char in asked.text):
        return _USUAL
    return min(_NEAREST, max(_FARTHEST, 100 * (max(cosines, default=floor) - floor)))


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
