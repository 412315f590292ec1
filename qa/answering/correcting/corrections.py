"""A sentence and where in it the report says so -> the statement that sets a question right."""

from qa.answering.evidence import cite
from qa.answering.facts.clauses import clauses_of
from qa.answering.labels import when
from qa.domain import Sentence, Statement

# A sentence up to this long is quoted whole.
_SHORT_SENTENCE = 60


def said(what: str, sentence: Sentence, start: int, end: int) -> Statement:
    """What the report says instead, then the clause that says it, whole where the sentence is short."""
    stated = quoted(sentence, start, end)
    return Statement(f"报告说的是{what}：{stated.text}", stated.quotes)


def dated(sentence: Sentence, start: int, end: int) -> Statement:
    """What the report says, and of which year and status it says that."""
    stated = quoted(sentence, start, end)
    return Statement(f"{when(sentence)}：{stated.text}", stated.quotes)


def quoted(sentence: Sentence, start: int, end: int) -> Statement:
    """The span of a sentence in its own words."""
    if len(sentence.text) <= _SHORT_SENTENCE:
        start, end = 0, len(sentence.text)
    quote = cite(sentence, sentence.start + start, sentence.start + end)
    return Statement(quote.quote.rstrip("；，。"), (quote,))


def around(sentence: Sentence, at: int) -> tuple[int, int]:
    """The clause of a sentence that holds a place in it."""
    return next(((a, b) for a, b in clauses_of(sentence.text) if a <= at < b), (0, len(sentence.text)))
