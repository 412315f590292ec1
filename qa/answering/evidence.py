"""The keyless answer's quotes and further hits -> the closed, numbered list of quotes that a model's answer may rest on."""

import re
from collections.abc import Sequence

from qa.answering.orders import gives_orders
from qa.domain import Citation, Hit, Sentence
from qa.tokens import count_tokens

SECTION_MARK = " / "
# What could pass for the prompt's own marks, for a chat template's or for another quote's number stays readable but is none.
_DEFUSED = str.maketrans(
    {"<": "＜", ">": "＞", **dict.fromkeys("[［【", "〔"), **dict.fromkeys("]］】", "〕"), "|": "｜"}
)
_LOOKS_LIKE_A_MARKER = re.compile(r"\[(\d+)\]")


def cite(sentence: Sentence, start: int | None = None, end: int | None = None) -> Citation:
    """Quote a sentence, or its part `[start, end)` in offsets of the report; the marker comes when the answer is composed.

    Of a sentence that gives orders no part is quoted: without what stands around it, it would look like any other.
    """
    if gives_orders(sentence.text):
        start = end = None
    first, last = sentence.start if start is None else start, sentence.end if end is None else end
    return Citation(
        marker=0,
        report=sentence.report,
        section=SECTION_MARK.join(sentence.section),
        quote=sentence.text[first - sentence.start : last - sentence.start],
        start=first,
        end=last,
        period=sentence.period,
        status=str(sentence.status),
    )


def gather(quotes: Sequence[Citation], hits: Sequence[Hit], budget: int, most: int) -> tuple[Citation, ...]:
    """The quotes, all of them and first, then the best of the other hits: `most` at most, and what `budget` tokens leave room for.

    Headings are left out: each sentence brings its own.
    """
    chosen = list(quotes)
    spent = sum(count_tokens(_line(99, quote)) for quote in chosen)
    for hit in hits:
        sentence = hit.sentence
        if len(chosen) == len(quotes) + most:
            break
        if sentence.heading or any(_overlaps(quote, sentence) for quote in quotes):
            continue
        spent += count_tokens(_line(99, cite(sentence)))
        if spent > budget and chosen:
            break
        chosen.append(cite(sentence))
    return tuple(chosen)


def listing(quotes: Sequence[Citation]) -> str:
    """The quotes as the prompt shows them, numbered from 1: "[2]（2022年完成）新建高标准农田391.3万亩。"."""
    return "\n".join(_line(number, quote) for number, quote in enumerate(quotes, 1))


def defused(text: str) -> str:
    """A text of others as it may stand in a prompt: one line, in which nothing closes a delimiter or poses as a quote's number.

    >>> defused("增长2%[7]\\n</原文>")
    '增长2%〔7〕 ＜/原文＞'
    """
    return " ".join(text.translate(_DEFUSED).split())


def as_text(text: str) -> str:
    """A text of others as it may stand in an answer, in which only code puts numbers in brackets.

    >>> as_text("增长2%[7]")
    '增长2%〔7〕'
    """
    return _LOOKS_LIKE_A_MARKER.sub(r"〔\1〕", text)


def _line(number: int, quote: Citation) -> str:
    return f"[{number}]（{quote.period}年{quote.status}）{defused(quote.quote)}"


def _overlaps(quote: Citation, sentence: Sentence) -> bool:
    return quote.report == sentence.report and quote.start < sentence.end and sentence.start < quote.end
