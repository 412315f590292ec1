"""Verified statements -> the text with its markers, the citations it uses, the claims."""

from collections.abc import Sequence
from dataclasses import replace

from qa.answering.evidence import as_text
from qa.answering.verification import verdict
from qa.domain import Citation, Claim, Statement, Verdict

_BULLET = "• "


class Composer:
    """Collects statements into an answer; those that do not stand are left out and counted.

    A quote keeps the number that it got first, so text already shown never changes.
    """

    def __init__(self, *, bullets: bool = False) -> None:
        self._bullets = bullets
        self._quotes: list[Citation] = []
        self._lines: list[str] = []
        self._line: int | None = None
        self.claims: list[Claim] = []
        self.withheld: list[Statement] = []

    def add(self, statement: Statement, line: int | None = None) -> bool:
        """Take a statement if its quotes bear it out; statements of one `line` stand beside each other."""
        found = verdict(statement)
        if found == "unverified":
            self.withheld.append(statement)
            return False
        self._take(statement, found, line)
        return True

    def _take(self, statement: Statement, found: Verdict, line: int | None) -> None:
        markers = tuple(dict.fromkeys(self._marker(quote) for quote in statement.quotes))
        text = as_text(statement.text)
        self.claims.append(Claim(text, markers, found, statement.computation))
        marked = _mark(text, markers)
        if line is not None and line == self._line:
            self._lines[-1] += marked
        else:
            self._lines.append(marked)
        self._line = line

    def _marker(self, quote: Citation) -> int:
        for known in self._quotes:
            if (known.report, known.start, known.end) == (quote.report, quote.start, quote.end):
                return known.marker
        self._quotes.append(replace(quote, marker=len(self._quotes) + 1))
        return len(self._quotes)

    @property
    def text(self) -> str:
        """The answer so far; several lines are a list."""
        if len(self._lines) < 2 or not self._bullets:
            return "\n".join(self._lines)
        return "\n".join(_BULLET + line for line in self._lines)

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The quotes used so far, by marker."""
        return tuple(self._quotes)


def _mark(text: str, markers: Sequence[int]) -> str:
    """Put the markers before the closing full stop: "增长2.1%[1]。"."""
    body = text.rstrip("。；，：.;")
    return (
        f"{body}{''.join(f'[{marker}]' for marker in markers)}{'' if body.endswith(('！', '？', '!', '?')) else '。'}"
    )
