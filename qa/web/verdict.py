"""An answer -> what its check found: exact quotes, figures with a source, computations, doubts."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from qa.answering.figures import Figure, find_figures, supports
from qa.answering.verification import unsupported_figures
from qa.domain import Answer, Citation, Claim, Report

_NUMBER = re.compile(r"\d+(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class Check:
    """Counts: quotes found word for word at their place, quotes that are not, figures, those without a source, statements
    that were computed, statements that are unverified."""

    exact: int
    moved: int
    figures: int
    unsourced: int
    computed: int
    doubted: int


def check(found: Answer, reports: Sequence[Report]) -> Check:
    """Count anew, from the reports themselves. A figure that a computation gives has its working, not a source."""
    exact = sum(_is_exact(citation, reports) for citation in found.citations)
    figures = unsourced = 0
    for claim in found.claims:
        quotes = _quotes(claim, found.citations)
        missing = 0 if claim.verdict == "quoted" else len(unsupported_figures(claim.text, quotes))
        computed = missing if claim.verdict == "computed" else 0
        figures += len(find_figures(claim.text)) - computed
        unsourced += missing - computed
    verdicts = [claim.verdict for claim in found.claims]
    return Check(
        exact,
        len(found.citations) - exact,
        figures,
        unsourced,
        verdicts.count("computed"),
        verdicts.count("unverified"),
    )


def used_figures(citation: Citation, claims: Sequence[Claim]) -> list[tuple[int, int]]:
    """The spans, in offsets of the report, of the figures that the claims take from a quote."""
    citing = [claim for claim in claims if citation.marker in claim.markers]
    return [
        (citation.start + figure.start, citation.start + figure.end)
        for figure in find_figures(citation.quote)
        if any(_uses(claim, figure) for claim in citing)
    ]


def _uses(claim: Claim, figure: Figure) -> bool:
    if claim.computation:
        return bool(set(_NUMBER.findall(figure.text)) & set(_NUMBER.findall(claim.computation)))
    return any(supports(figure, stated) for stated in find_figures(claim.text))


def _quotes(claim: Claim, citations: Sequence[Citation]) -> list[Citation]:
    return [citation for citation in citations if citation.marker in claim.markers]


def _is_exact(citation: Citation, reports: Sequence[Report]) -> bool:
    return any(
        report.id == citation.report and report.text[citation.start : citation.end] == citation.quote
        for report in reports
    )
