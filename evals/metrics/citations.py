"""Answer text and its citations -> precision, recall, share of exact spans.

Definitions: Gao et al. 2023, "Enabling Large Language Models to Generate Text with Citations" (ALCE), §3.3, with
evals.metrics.support in place of its entailment model.
"""

from collections.abc import Mapping, Sequence

from evals.metrics.statements import Statement, read_statements
from evals.metrics.support import supports
from qa.domain import Citation


def citation_recall(text: str, citations: Sequence[Citation], corpus: str = "") -> float | None:
    """Share of the statements that their cited quotes together bear out; one without a citation is not.

    None where the answer states nothing that can be judged. `corpus` is the reports' text, in which words may be counted.
    """
    known = _by_marker(citations)
    marks = [_borne_out(statement, known, corpus) for statement in read_statements(text)]
    judged = [mark for mark in marks if mark is not None]
    return sum(judged) / len(judged) if judged else None


def citation_precision(text: str, citations: Sequence[Citation], corpus: str = "") -> float | None:
    """Share of the citations that are to the point; None where there is none that can be judged.

    A citation of a statement that is not borne out is not, nor one that bears nothing out alone while the rest do without it;
    a number that stands for no citation counts against it too.
    """
    marks: list[bool] = []
    for statement in read_statements(text):
        marks += _relevant(statement, _by_marker(citations), corpus)
    return sum(marks) / len(marks) if marks else None


def exact_spans(citations: Sequence[Citation], texts: Mapping[str, str]) -> float | None:
    """Share of the citations whose span of the report is their quote, to the character, and cuts no number.

    `texts` maps report ids to their text. None where nothing is cited.
    """
    marks = [_exact(citation, texts.get(citation.report, "")) for citation in citations]
    return sum(marks) / len(marks) if marks else None


def _by_marker(citations: Sequence[Citation]) -> dict[int, Citation]:
    return {citation.marker: citation for citation in citations}


def _borne_out(statement: Statement, known: Mapping[int, Citation], corpus: str) -> bool | None:
    return supports(statement.text, [known[marker] for marker in statement.markers if marker in known], corpus)


def _relevant(statement: Statement, known: Mapping[int, Citation], corpus: str) -> list[bool]:
    whole = _borne_out(statement, known, corpus)
    if whole is None:
        return []
    return [whole and marker in known and _needed(statement, marker, known, corpus) for marker in statement.markers]


def _needed(statement: Statement, marker: int, known: Mapping[int, Citation], corpus: str) -> bool:
    rest = [known[other] for other in statement.markers if other != marker and other in known]
    return bool(supports(statement.text, [known[marker]], corpus)) or not supports(statement.text, rest, corpus)


def _exact(citation: Citation, text: str) -> bool:
    start, end = citation.start, citation.end
    if not 0 <= start < end <= len(text) or text[start:end] != citation.quote:
        return False
    return not (_cuts_number(text, start) or _cuts_number(text, end))


def _cuts_number(text: str, edge: int) -> bool:
    """Whether an edge falls inside a number or between it and its % or scale word."""
    before, after = text[edge - 1 : edge], text[edge : edge + 1]
    inside = before.isdigit() and (
        after.isdigit() or after in tuple("%万亿") or (after == "." and text[edge + 1 : edge + 2].isdigit())
    )
    return inside or (before == "." and after.isdigit() and text[edge - 2 : edge - 1].isdigit())
