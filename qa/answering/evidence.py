"""Hits -> the closed, numbered list of sentences that an answer may quote."""

from collections.abc import Sequence

from qa.domain import Citation, Hit, Sentence
from qa.tokens import count_tokens

SECTION_MARK = " / "


def cite(sentence: Sentence, start: int | None = None, end: int | None = None) -> Citation:
    """Quote a sentence, or its part `[start, end)` in offsets of the report; the marker comes when the answer is composed."""
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


def pack(hits: Sequence[Hit], budget: int) -> tuple[Sentence, ...]:
    """The best hits that fit into `budget` tokens once written as `listing` writes them, in the order of the report.

    At least one is taken. Headings are left out: each sentence brings its own.
    """
    chosen: list[Sentence] = []
    spent = 0
    for hit in hits:
        if hit.sentence.heading:
            continue
        cost = count_tokens(_line(99, hit.sentence))
        if chosen and spent + cost > budget:
            break
        chosen.append(hit.sentence)
        spent += cost
    return tuple(sorted(chosen, key=lambda sentence: (sentence.report, sentence.index)))


def listing(sentences: Sequence[Sentence]) -> str:
    """The sentences as the prompt shows them, numbered from 1: "[2]（2022年，完成；粮食…）新建高标准农田391.3万亩。"."""
    return "\n".join(_line(number, sentence) for number, sentence in enumerate(sentences, 1))


def _line(number: int, sentence: Sentence) -> str:
    about = f"；{sentence.section[-1]}" if sentence.section else ""
    return f"[{number}]（{sentence.period}年，{sentence.status}{about}）{sentence.text}"
