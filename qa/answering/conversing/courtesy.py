"""A message that asks nothing of a report -> a friendly word, and questions that the reports answer."""

from collections.abc import Sequence

from qa.answering.conversing.examples import example_questions
from qa.domain import Answer, Report
from qa.retrieval.courtesies import reply_to

_EXAMPLES = 3


def friendly(text: str, reports: Sequence[Report]) -> Answer:
    """What the chat is for. It states nothing of a report, so it is no answer and quotes nothing."""
    newest = max(reports, key=lambda report: report.year, default=None)
    named = f"《{newest.title}》" if newest else "政府工作报告"
    all_of_them = f"{named}等 {len(reports)} 份报告" if len(reports) > 1 else named
    questions = "".join(f"“{example.question}”" for example in example_questions(reports)[:_EXAMPLES])
    if text.isascii():
        told = f"{reply_to(text)} I answer questions about {named} in its own words; ask in English or in Chinese, for example: {questions}"
        return Answer("abstained", told.strip(), "extractive")
    asked = f"，比如：{questions}" if questions else ""
    return Answer("abstained", f"{reply_to(text)}我用{all_of_them}的原文回答关于报告的问题{asked}", "extractive")
