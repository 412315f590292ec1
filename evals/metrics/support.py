"""A statement and its quotes -> whether they bear it out: deterministic, in place of ALCE's entailment model."""

import re
from collections.abc import Sequence

from evals.metrics.computation import counts, grounded, read_computations, works_out
from evals.metrics.matching import fold
from evals.metrics.numbers import Figure, chinese_numbers, normal, read_figures, read_years, stands_in
from qa.domain import Citation
from qa.index.lexical import words

# A statement must find half of its words in the quotes or their headings. Of the deliberately wrong citations in
# tests/evals none has a third, of the right ones in unusual form none has less than half.
MIN_SHARED_WORDS = 0.5

# What reports write in Chinese numerals ("第十四届") and answers may write in digits.
_NUMERAL_UNITS = ("", "个", "次", "年", "日")

# What people say for what reports write; without these a plain-spoken right answer would look unsupported.
_SAID = {
    "gdp": "地区生产总值",
    "cpi": "居民消费价格",
    "增速": "增长",
    "增幅": "增长",
    "涨幅": "上涨",
    "合计": "",
    "共计": "",
    "目标": "",
    "计划": "",
    "完成": "",
    "实际": "",
    "报告": "",
    "全省": "",
    "辽宁": "",
    "辽宁省": "",
    "今年": "",
    "去年": "",
    "其中": "",
    "分别": "",
    "以及": "",
    "提出": "",
}
# A number that is marked as the asker's own needs no quote: 50亩为提问所给.
_GIVEN = re.compile(r"（([^（）]{1,10})为提问所给）")


def supports(statement: str, quotes: Sequence[Citation], corpus: str = "") -> bool | None:
    """Whether the quotes together bear out the statement.

    All its figures and years must stand there (or be shown as computed from figures that do, or count a word of the `corpus`)
    and half of its words. None where that cannot be told: a statement in another language without figures.
    """
    if not quotes:
        return False
    if not unsupported_figures(statement, quotes, corpus=corpus) and not unsupported_years(statement, quotes):
        if _chinese(statement):
            return shared_words(statement, quotes) >= MIN_SHARED_WORDS
        return True if read_figures(statement) else None
    return False


def unsupported_figures(
    statement: str, quotes: Sequence[Citation], working: str = "", corpus: str = ""
) -> list[Figure]:
    """The figures of a statement that nothing bears out: no quote, no right computation from quoted figures, no right count.

    The computation may stand in the statement or beside it, in `working`.
    """
    quoted = [figure for quote in quotes for figure in read_figures(quote.quote)]
    quoted += [figure for given in _GIVEN.findall(statement) for figure in read_figures(given)]
    numerals = {value for quote in quotes for value in chinese_numbers(fold(quote.quote + quote.section))}
    shown = [c for c in read_computations(f"{statement}\n{working}") if grounded(c, quoted)]

    def borne_out(figure: Figure) -> bool:
        return (
            any(stands_in(figure, other) for other in quoted)
            or any(works_out(figure, computation, quoted) for computation in shown)
            or (figure.unit in _NUMERAL_UNITS and figure.value in numerals)
            or _span_of_years(figure)
            or counts(figure, statement, corpus)
        )

    return [figure for figure in read_figures(statement) if not borne_out(figure)]


def unsupported_years(statement: str, quotes: Sequence[Citation]) -> list[int]:
    """The years of a statement that no quote names and no quote's period covers."""
    named = {year for quote in quotes for year in (*read_years(quote.quote), *read_years(quote.section))}
    return [
        year for year in read_years(statement) if year not in named and not any(_covers(q.period, year) for q in quotes)
    ]


def shared_words(statement: str, quotes: Sequence[Citation]) -> float:
    """Share of the statement's words of two characters or more, figures aside, that stand in the quotes or their headings."""
    theirs = fold("".join(quote.quote + quote.section for quote in quotes))
    own = {_SAID.get(word, word) for word in words(_without_figures(statement)) if len(word) > 1}
    own.discard("")
    return sum(word in theirs for word in own) / len(own) if own else 1.0


def _without_figures(statement: str) -> str:
    text, end = normal(statement), 0
    pieces = []
    for figure in read_figures(statement):
        pieces.append(text[end : figure.start])
        end = figure.end
    return re.sub(r"\d+", " ", " ".join([*pieces, text[end:]]))


def _span_of_years(figure: Figure) -> bool:
    """ "过去5年" says 五年 in digits; it is a period, and periods are checked as years."""
    return figure.unit == "年" and figure.value <= 10


def _covers(period: str, year: int) -> bool:
    first, _, last = period.partition("–")
    return first.isdigit() and int(first) <= year <= int(last or first)


def _chinese(text: str) -> bool:
    return sum("\u4e00" <= char <= "\u9fff" for char in text) >= 0.2 * len(text)
