"""A model's verified answer beside the keyless one -> what it lacks, if anything: a model must never make an answer worse."""

import re
from collections.abc import Sequence

from qa.answering.figures import Figure, find_figures, supports
from qa.domain import Answer, Claim
from qa.retrieval.question import Asked, Kind

# An answer of one fact is one or two short sentences; English takes about three letters where Chinese takes one character.
FACT_CHARS, _ENGLISH = 70, 3
# Of an item of a list, and of what a fact's quote says beyond the question, at least this share of the character pairs must stand
# in the model's wording. Set by eye on the development questions.
_ITEM, _CONTENT = 0.6, 0.6
# A bare "88.7%" says nothing of what it is: so many letters must stand beside a figure.
_LEAST_LETTERS = 4

_CLAUSE_END = re.compile(r"[，；。：:;,]")
_ITEM_END = re.compile(r"、|以及|和|及")
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


def too_long(asked: Asked, text: str, keyless: Answer) -> bool:
    """Whether a text is longer than an answer should be."""
    room = FACT_CHARS if asked.kind is Kind.FACT else 0
    return len(text) > max(room * (1 if _CJK.search(text) else _ENGLISH), len(keyless.text))


def _lost_fact(asked: Asked, text: str, claims: Sequence[Claim]) -> str:
    stated = find_figures(text)
    wanted = [figure for claim in claims for figure in _quantities(claim.text)]
    if lost := [figure for figure in wanted if not any(supports(figure, other) for other in stated)]:
        return f"“{lost[0].text}”"
    if asked.wants_figure and wanted:
        return ""
    return "" if not _CJK.search(text) or _told(claims[0].text, asked.text + text, _CONTENT) else "原文的内容"


def _quantities(text: str) -> list[Figure]:
    return [figure for figure in find_figures(text) if figure.kind == "quantity"]


def _lost_item(asked: Asked, text: str, claim: str) -> str:
    """What of one line of a list is not told: a figure, one of the things it enumerates, or what it is about."""
    stated = find_figures(text)
    if lost := [figure for figure in _quantities(claim) if not any(supports(figure, other) for other in stated)]:
        return f"“{lost[0].text}”"
    clauses = [clause for clause in _CLAUSE_END.split(claim) if "、" in clause]
    items = [item.strip() for clause in clauses for item in _ITEM_END.split(clause) if len(item.strip()) > 1]
    if lost_items := [item for item in items if not _told(item, text, _ITEM)]:
        return f"“{lost_items[0]}”"
    return "" if items or _told(claim, asked.text + text, _CONTENT) else f"“{claim.rstrip('。')}”"


def _told(item: str, text: str, share: float) -> bool:
    pairs = {item[n : n + 2] for n in range(len(item) - 1)}
    return sum(pair in text for pair in pairs) >= share * len(pairs)
