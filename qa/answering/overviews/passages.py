"""A sentence -> the part of it that an overview or a list quotes: what can be counted or is named, without the words around it."""

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from qa.answering.evidence import cite
from qa.answering.facts.clauses import marks
from qa.answering.figures import find_figures
from qa.domain import Sentence, Statement
from qa.retrieval.terms import Term

# A sentence up to this long is quoted whole; so is one of which less than this would be left out.
_SHORT, _WORTH = 90, 30
# A text speaks of a term of which it holds so much.
_HOLDS = 0.5
_TITLE = re.compile(r"《[^《》]+》")
# A clause that begins so says nothing without the one before it.
_LEANS = re.compile(r"其中|均|也|并|其|分别|这|较|同比|居|占|降幅|增幅|增速|涨幅|成为|高于|低于")


@dataclass(frozen=True, slots=True)
class Passage:
    """The part `[start, end)` of a sentence, in offsets of the sentence."""

    sentence: Sentence
    start: int
    end: int

    @property
    def text(self) -> str:
        """What is quoted."""
        return self.sentence.text[self.start : self.end]


def whole(sentence: Sentence) -> Passage:
    """All of a sentence."""
    return Passage(sentence, 0, len(sentence.text))


def telling(sentence: Sentence, terms: Sequence[Term] = ()) -> Passage:
    """A long sentence that counts something, without the clauses at its ends that hold no figure and no title and speak of no term.

    In a review it opens with what was kept in mind and ends with what that is good for: 五年来，我们坚持…，改造老旧小区3802个，…基础更牢.
    """
    text = sentence.text
    if len(text) <= _SHORT:
        return whole(sentence)
    spans = clause_spans(text)
    told = [n for n, (start, end) in enumerate(spans) if counts(text[start:end])]
    if not told:
        return whole(sentence)
    told += [n for n, (start, end) in enumerate(spans) if speaks(terms, text[start:end])]
    first, last = min(told), max(told)
    while first and _LEANS.match(text, spans[first][0]):
        first -= 1
    start, end = spans[first][0], spans[last][1]
    return Passage(sentence, start, end) if len(text) - (end - start) >= _WORTH else whole(sentence)


def speaks(terms: Sequence[Term], text: str) -> bool:
    """Whether a text speaks of one of the terms."""
    folded = text.lower()
    return any(term.is_in(folded) >= _HOLDS for term in terms)


def counts(text: str) -> bool:
    """Whether a text says something that can be counted, or gives a title."""
    return _TITLE.search(text) is not None or any(figure.kind == "quantity" for figure in find_figures(text))


def clause_spans(text: str) -> list[tuple[int, int]]:
    """The clauses of a sentence, without the marks between them."""
    cuts = [(0, 0), *marks(text), (len(text), len(text))]
    spans = [(before[1], after[0]) for before, after in itertools.pairwise(cuts)]
    return [(start, end) for start, end in spans if text[start:end].strip()]


def stated(passage: Passage) -> Statement:
    """A passage as a statement that rests on just itself."""
    offset = passage.sentence.start
    quote = cite(passage.sentence, offset + passage.start, offset + passage.end)
    return Statement(quote.quote.rstrip("；，"), (quote,))
