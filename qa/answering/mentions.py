"""A word and the reports -> every place where they use it: counts and absences are proved, not guessed."""

import unicodedata
from collections.abc import Sequence

from qa.answering.evidence import cite
from qa.domain import Report, Sentence, Statement

# Places quoted under a count; the count itself covers all.
_MAX_QUOTES = 5


def count(term: str, reports: Sequence[Report]) -> tuple[int, list[Sentence]]:
    """How often the reports hold `term`, width and case folded, and the sentences that do, in order."""
    folded = _fold(term)
    found = [sentence for report in reports for sentence in report.sentences if folded in _fold(sentence.text)]
    return sum(_fold(report.text).count(folded) for report in reports), found


def mentions(term: str, reports: Sequence[Report]) -> list[Statement]:
    """State how often a word is used, with the first places; empty where it is not used at all."""
    times, sentences = count(term, reports)
    if not times:
        return []
    quotes = tuple(cite(sentence) for sentence in sentences[:_MAX_QUOTES])
    working = f"全文检索“{term}”：{times}处，见于{len(sentences)}句"
    return [Statement(f"报告提到“{term}”{times}次。", quotes, working)]


def _fold(text: str) -> str:
    return unicodedata.normalize("NFKC", text).lower()
