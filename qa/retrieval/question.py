"""A question -> what it asks for: the period, whether done or aimed at, the places, the kind of answer."""

import unicodedata
from dataclasses import dataclass

from qa.domain import Citation, Sentence, Status
from qa.errors import QuestionError
from qa.retrieval.kinds import Kind, Want, asks_of_the_report, read_kind, read_wants
from qa.retrieval.mentioned import Mentioned, read_mentioned
from qa.retrieval.operations import Operation, against_its_past, names_one_thing, read_operation
from qa.retrieval.periods import Period, base_years, named_periods, period_words, read_period, without_period
from qa.retrieval.places import asked_places
from qa.retrieval.scope import without_report

FORWARD = (Status.TARGET, Status.PLAN)
# What can be computed from figures of two periods.
_OF_PERIODS = (Operation.DIFFERENCE, Operation.SUM, Operation.RATIO, Operation.SHARE, Operation.MEAN)


@dataclass(frozen=True, slots=True)
class Asked:
    """What a question asks for; None or empty where it leaves that open.

    `first` and `last` are years. `forward` is true for aims and plans, false for results. `relative` are the words
    (今年, 去年 …) that were read relative to the report's year. `topic` is the question without its words for a period,
    which are looked for in the labels, not in the words, of a sentence. `mentioned` are the words whose mentions are asked about.
    `operation` is what is to be computed; `periods` are those that it sets beside each other, and then no one period is
    asked for. `reports` are the ids of those that it is about, all where empty;
    `of_report` where it asks about the report itself, who delivered it and when. `base_years` are those
    of a level that may have to be worked back from a later one. `wording` is how it was put where that is not in Chinese: `text`
    is then its reading.
    """

    text: str
    topic: str
    kind: Kind
    first: int | None = None
    last: int | None = None
    forward: bool | None = None
    places: tuple[str, ...] = ()
    relative: tuple[str, ...] = ()
    mentioned: Mentioned | None = None
    wants: frozenset[Want] = frozenset()
    operation: Operation | None = None
    periods: tuple[Period, ...] = ()
    reports: tuple[str, ...] = ()
    base_years: frozenset[int] = frozenset()
    of_report: bool = False
    wording: str = ""

    @property
    def put(self) -> str:
        """The question in the asker's own words."""
        return self.wording or self.text

    @property
    def wants_figure(self) -> bool:
        """Whether the answer is a number."""
        return Want.FIGURE in self.wants or self.operation not in (None, Operation.CHANGE)


def read_question(question: str, year: int) -> Asked:
    """Read what a question asks for; `year` is that of the report, its 今年.

    >>> asked = read_question("去年高标准农田完成了多少", 2023)
    >>> asked.first, asked.last, asked.forward
    (2022, 2022, False)
    """
    whole = unicodedata.normalize("NFKC", question).strip()
    mentioned, text = read_mentioned(whole), without_report(whole)
    kind = read_kind(text) if mentioned is None else Kind.COUNT if mentioned.counted else Kind.MENTION
    operation = read_operation(text)
    periods = named_periods(text, year) if operation in (*_OF_PERIODS, Operation.CHANGE) else ()
    of_one = against_its_past(text) or names_one_thing(text)
    if operation is Operation.CHANGE:  # 去年涨了2.1%，今年到目标还得提几个点 sets two times beside each other
        two = len(periods) > 1 and len(set(period_words(text))) > 1
        operation, periods = (Operation.DIFFERENCE, periods) if two else (operation, ())
    elif operation is Operation.DIFFERENCE and len(periods) < 2 and of_one:
        operation = Operation.CHANGE
    one_period = len(periods) < 2 and operation is not Operation.BASE
    period = read_period(text, year) if one_period else Period()
    return Asked(
        text=text,
        topic=without_period(text),
        kind=kind,
        first=period.first,
        last=period.last,
        forward=period.forward,
        places=asked_places(text),
        relative=period.relative,
        mentioned=mentioned,
        # 归纳几点 asks for no hour: an overview answers with what there is.
        wants=read_wants(text) & {Want.FIGURE} if kind is Kind.SUMMARY else read_wants(text),
        operation=operation,
        periods=periods if len(periods) > 1 else (),
        base_years=base_years(text, year),
        of_report=asks_of_the_report(text),
    )


def check_question(question: str, longest: int) -> None:
    """Raise QuestionError for a question that cannot be asked."""
    if not any(char.isalnum() for char in question):
        raise QuestionError("请输入一个问题，例如“去年地区生产总值增长多少？”。")
    if len(question) > longest:
        raise QuestionError(f"问题有 {len(question)} 个字，超过了 {longest} 字的上限。请把它缩短，或分成几个问题来问。")


def agreement(asked: Asked, sentence: Sentence | Citation) -> float:
    """How well a sentence's period and status fit what is asked, from -1 to 1; 0 where nothing is asked."""
    marks = []
    if asked.first is not None:
        first, _, last = sentence.period.partition("–")
        marks.append((int(first), int(last or first)) == (asked.first, asked.last))
    if asked.forward is not None:
        marks.append(sentence.status in (FORWARD if asked.forward else (Status.DONE,)))
    return sum(1.0 if mark else -1.0 for mark in marks) / len(marks) if marks else 0.0
