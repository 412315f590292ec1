"""Answer text and the facts wanted -> right or not, and how many of the facts it holds."""

from evals.metrics.matching import find_any, fold, plain

Facts = tuple[tuple[str, ...], ...]


def fact_recall(text: str, facts: Facts) -> float | None:
    """Share of the facts of which the text holds a variant; None where no fact is wanted."""
    folded = fold(plain(text))
    return sum(find_any(variants, folded) >= 0 for variants in facts) / len(facts) if facts else None


def forbidden_first(text: str, facts: Facts, forbid: tuple[str, ...]) -> bool:
    """Whether a forbidden figure stands in the text before the first fact, or where there is no fact at all.

    The first figure is what a reader takes for the answer: last year's result beside this year's target is no fault, in its
    place it is.
    """
    folded = fold(plain(text))
    wrong = find_any(forbid, folded)
    found = [at for variants in facts if (at := find_any(variants, folded)) >= 0]
    return wrong >= 0 and wrong < min(found, default=len(folded))


def right(text: str, facts: Facts, forbid: tuple[str, ...]) -> bool | None:
    """Whether the text holds every fact and gives no forbidden figure first; None where no fact is wanted."""
    recall = fact_recall(text, facts)
    return None if recall is None else recall == 1 and not forbidden_first(text, facts, forbid)


def length(text: str) -> int:
    """Characters that a reader reads: without markers and markup."""
    return len(plain(text).strip())
