"""Statements -> the same, led by the region, the year and the stage that a reader could otherwise mistake."""

from collections.abc import Sequence
from dataclasses import replace

from qa.answering.verification import verdict
from qa.domain import Citation, Report, Sentence, Statement, Status
from qa.retrieval.periods import asks_for_aims
from qa.retrieval.question import FORWARD, Asked

# How a stage is told behind its year; a year alone is taken for that of a result.
_STAGES = {Status.TARGET: "的目标", Status.PLAN: "的规划"}


def when(quoted: Citation | Sentence) -> str:
    """The year and the stage of what is quoted: 2023年的目标, 2018–2022年."""
    return f"{quoted.period}年{_STAGES.get(Status(quoted.status), '')}"


def labelled(asked: Asked, statements: Sequence[Statement], reports: Sequence[Report]) -> list[Statement]:
    """Lead figures by their time where they are of several, and where it could be mistaken; what is computed, by that of an aim.

    `reports` are those that they were looked for in: where these are of several regions, a statement's own comes first.
    """
    quotes = [statement.quotes[0] for statement in statements]
    aims = [
        len({(q.period, q.status) for q in one.quotes}) == 1 and one.quotes[0].status in FORWARD for one in statements
    ]
    regions = _regions(reports) if len({report.region for report in reports}) > 1 else {}
    apart = len({(quote.period, quote.status) for quote in quotes}) > 1
    timed = [
        asked.wants_figure and (_is_mistakable(asked, quote) or (apart and one.computation is None))
        and (aim or one.computation is None)
        for one, quote, aim in zip(statements, quotes, aims, strict=True)
    ]  # fmt: skip
    labels = [
        regions.get(quote.report, "") + (when(quote) if told else "") for quote, told in zip(quotes, timed, strict=True)
    ]
    return [_led(label, statement) for label, statement in zip(labels, statements, strict=True)]


def _is_mistakable(asked: Asked, quote: Citation) -> bool:
    """Whether an aim could be taken for a result, or a figure of several years for one of the last."""
    if quote.status in FORWARD:
        return not asks_for_aims(asked.text)
    return asked.first is None and "–" in quote.period


def by_region(statements: Sequence[Statement], reports: Sequence[Report]) -> list[Statement]:
    """Statements of several reports, each led by the region of its own: "吉林省：地区生产总值增长5%左右"."""
    several = len({statement.quotes[0].report for statement in statements}) > 1
    regions = _regions(reports) if several else {}
    return [_led(regions.get(statement.quotes[0].report, ""), statement) for statement in statements]


def _regions(reports: Sequence[Report]) -> dict[str, str]:
    """The region of each report by its id; the id where that does not tell it."""
    return {report.id: report.region if report.region in report.id else report.id for report in reports}


def _led(label: str, statement: Statement) -> Statement:
    """A statement behind its label, unless its words and the label's cannot be borne out together."""
    led = replace(statement, text=f"{label}：{statement.text}")
    return led if label and verdict(led) != "unverified" else statement
