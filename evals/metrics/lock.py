"""A verified answer -> the figures that it shows as verified and that are not: the number lock's own test."""

import re
from collections.abc import Sequence

from evals.metrics.matching import fold, plain
from evals.metrics.numbers import normal, read_figures
from evals.metrics.support import unsupported_figures, unsupported_years
from qa.domain import Answer, Citation, Claim

# A count says how it was made ("45处，见于32句"): how many sentences is no statement about the world.
_SENTENCES = re.compile(r"\d+\s*句")


def violations(answer: Answer, corpus: str = "") -> list[str]:
    """Name each figure or year that the answer shows as verified without its standing in the quotes that its claim cites.

    A "quoted" claim must hold no other figure than its quotes; a "computed" one must show a right computation from quoted
    figures, or count right a word of the `corpus`; an "unverified" one is visibly marked and breaks nothing. What stands in
    no claim at all must stand in some quote.
    """
    found = [fault for claim in answer.claims for fault in _claim_faults(claim, answer.citations, corpus)]
    return found + _unclaimed(answer, corpus)


def ungrounded(answer: Answer, corpus: str = "") -> bool | None:
    """Whether any figure of the text stands neither in its quotes nor in a right computation from them.

    It asks of any system, verdicts or none: do the passages it answered from hold the figures it gives? None where the text
    gives no figure.
    """
    if not read_figures(answer.text):
        return None
    working = " ".join(claim.computation or "" for claim in answer.claims)
    return bool(unsupported_figures(answer.text, answer.citations, working, corpus))


def _claim_faults(claim: Claim, citations: Sequence[Citation], corpus: str) -> list[str]:
    if claim.verdict == "unverified":
        return []
    quotes = [citation for citation in citations if citation.marker in claim.markers]
    working = _SENTENCES.sub("", claim.computation or "")
    if claim.verdict == "computed" and not working and not re.search("[=≈]", normal(claim.text)):
        return [f"computed, but no computation is shown: {claim.text}"]
    shown = f"{claim.text}\n{working}" if claim.verdict == "computed" else claim.text
    wrong = unsupported_figures(shown, quotes, corpus=corpus)
    years = unsupported_years(claim.text, quotes)
    return [normal(shown)[figure.start : figure.end] for figure in wrong] + [f"{year}年" for year in years]


def _unclaimed(answer: Answer, corpus: str) -> list[str]:
    """Figures of the text that no claim holds and no quote: shown, and nobody vouches for them."""
    left = fold(plain(answer.text))
    for claim in sorted(answer.claims, key=lambda claim: -len(claim.text)):
        for line in (claim.text, claim.computation or ""):
            left = left.replace(fold(plain(line)), " ") if line else left
    wrong = unsupported_figures(left, answer.citations, corpus=corpus)
    return [normal(left)[figure.start : figure.end] for figure in wrong]
