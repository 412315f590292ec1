"""A model's verified answer beside the keyless one -> what it lacks, if anything: a model must never make an answer worse."""

import re
from collections.abc import Sequence

from qa.answering.figures import Figure, find_figures, find_names, supports
from qa.domain import Answer, Claim
from qa.index.lexical import words
from qa.retrieval.kinds import Kind
from qa.retrieval.places import places_in
from qa.retrieval.question import Asked

# An answer of one fact is one or two short sentences; English takes about three letters where Chinese takes one character.
FACT_CHARS, _ENGLISH = 70, 3
# Of an item of a list this share of the character pairs must stand in the model's wording; of what a quote says beyond the
# question, this share of the words. Set on the development questions, with made-up models that drop parts of what they are
# given (tests/evals/test_any_model.py).
_ITEM, _WORDS = 0.6, 0.75
# A bare "88.7%" says nothing of what it is: so many letters must stand beside a figure.
_LEAST_LETTERS = 4

_CLAUSE_END = re.compile(r"[，；。：:;,]")
_ITEM_END = re.compile(r"、|以及|和|及")
_TITLE = re.compile(r"[《“（]([^《》“”（）]+)[》”）]")
_LETTER = re.compile(r"[^\W\d_]")
_CJK = re.compile(r"[一-鿿]")


def lacking(asked: Asked, text: str, keyless: Answer, *, doubtful: bool) -> str:
    """What of the keyless answer a model's text does not keep, in the reader's words; "" where it may stand in its place.

    A doubtful keyless answer offers candidates, from which the model may choose.
    """
    if not _LETTER.search(text) or len(_LETTER.findall(text)) < _LEAST_LETTERS:
        return "说的是什么"
    if doubtful:
        return ""
    if asked.kind is Kind.FACT:
        return _lost_fact(asked, text, keyless.claims)
    return next((lost for claim in keyless.claims if (lost := _lost_item(asked, text, claim.text))), "")


def tells(asked: Asked, text: str, quote: str) -> bool:
    """Whether a text about a candidate gives all that may be the answer in it: its figures or, where none is asked for, its words."""
    enough = asked.wants_figure and bool(_quantities(quote))
    return not _lost_figure(text, quote) and (enough or not _lost_detail(asked, text, quote))


def too_long(asked: Asked, text: str, keyless: Answer) -> bool:
    """Whether a text is longer than an answer should be."""
    room = FACT_CHARS if asked.kind is Kind.FACT else 0
    return len(text) > max(room * (1 if _CJK.search(text) else _ENGLISH), len(keyless.text))


def _lost_fact(asked: Asked, text: str, claims: Sequence[Claim]) -> str:
    if lost := next((lost for claim in claims if (lost := _lost_figure(text, claim.text))), ""):
        return lost
    if not claims or not _CJK.search(text) or (asked.wants_figure and any(_quantities(claim.text) for claim in claims)):
        return ""
    return _lost_detail(asked, text, claims[0].text)


def _lost_figure(text: str, claim: str) -> str:
    stated = find_figures(text)
    lost = (f for f in _quantities(claim) if not any(supports(f, other) for other in stated))
    return next((f"“{figure.text}”" for figure in lost), "")


def _quantities(text: str) -> list[Figure]:
    return [figure for figure in find_figures(text) if figure.kind == "quantity"]


def _lost_item(asked: Asked, text: str, claim: str) -> str:
    """What of one line of a list is not told: a figure, one of the things it enumerates, or what it is about."""
    clauses = [clause for clause in _CLAUSE_END.split(claim) if "、" in clause]
    items = [item.strip() for clause in clauses for item in _ITEM_END.split(clause) if len(item.strip()) > 1]
    lost = (f"“{item}”" for item in items if not _told(item, text))
    return (
        _lost_figure(text, claim) or next(lost, "") or (_lost_detail(asked, text, claim) if _CJK.search(text) else "")
    )


def _lost_detail(asked: Asked, text: str, claim: str) -> str:
    """What a quote says beyond the question and the text does not: a place, a title, an ordinal, or many of its words."""
    names = (*places_in(claim), *_TITLE.findall(claim), *(name.text for name in find_names(claim)))
    if lost := [name for name in names if name not in text and name not in asked.put]:
        return f"“{lost[0]}”"
    new = {word for word in words(claim) if len(word) > 1 and word not in asked.put}
    return "" if sum(word in text for word in new) >= _WORDS * len(new) else f"“{claim.strip('。')}”"


def _told(item: str, text: str) -> bool:
    pairs = {item[n : n + 2] for n in range(len(item) - 1)}
    return sum(pair in text for pair in pairs) >= _ITEM * len(pairs)
