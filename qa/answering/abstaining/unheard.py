"""A question's official terms and the hits -> those that no report uses: where the word is missing, so may be the thing."""

import re
from collections.abc import Sequence

from qa.domain import Hit, Report
from qa.retrieval.question import Asked
from qa.retrieval.terms import Term

# Chosen on the development questions: a sentence that holds this share of a term uses it in another form.
_PARTLY = 0.4
# Sentences that may.
_HITS = 12
# What stands behind these words is excluded from what is asked.
_EXCEPT = r"(?:不[靠用含算]|除去?|非|扣除|刨[去开])[^,，。]{0,4}"


def unheard(
    asked: Asked, terms: Sequence[Term], hits: Sequence[Hit], reports: Sequence[Report], *, known: float
) -> list[Term]:
    """The official terms that are used in no form and by no other name in the question.

    What is left out of the question (不靠油气) need not be told. A term of which only the words are used, each elsewhere, counts
    as unheard where the best fact speaks of less than _PARTLY of the question, `known`: 军费预算 is not there because 预算 is.
    """
    return [
        term
        for term in terms
        if term.official
        and (not term.known or (known < _PARTLY and not _named(term, hits, reports)))
        and not _otherwise_named(term, terms)
        and not _partly_used(term, hits)
        and not re.search(_EXCEPT + re.escape(term.names[0]), asked.text, re.I)
    ]


def _named(term: Term, hits: Sequence[Hit], reports: Sequence[Report]) -> bool:
    """Whether one of its names stands somewhere in the reports, letter by letter; the hits are looked at first."""
    texts = [*(hit.sentence.text for hit in hits), *(report.text for report in reports)]
    return any(name in text.lower() for text in texts for name in term.names)


def _otherwise_named(term: Term, terms: Sequence[Term]) -> bool:
    """Whether it is another name of a term of the question that is used: 乡镇卫生院 beside 社区医院."""
    return any(term.names[0] in other.names for other in terms if other.known and other != term)


def _partly_used(term: Term, hits: Sequence[Hit]) -> bool:
    """Whether a sentence uses most of a term in another form: 国考断面 in 国考地表水断面."""
    return any(term.is_in(hit.sentence.text.lower()) > _PARTLY for hit in hits[:_HITS])
