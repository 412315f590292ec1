"""A question in other words than the report's, put in a report's words by a model at a real HTTP endpoint."""

import pytest

from qa.answering.model.rewriting import cleaned
from qa.assistant import Assistant
from tests.answering.model.serving import with_endpoint
from tests.openai_server import Script

# The report says 健全防范和化解拖欠中小企业账款长效机制; none of these words is in the question.
LOOSE = "给人供了货，款子老要不回来，赖账的管不管"
REPORTS_WORDS = "拖欠中小企业账款 长效机制"


def _rewrites(body: dict[str, object]) -> bool:
    return "报告会用的词语" in str(body["messages"])


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("拖欠账款 中小企业", "拖欠账款 中小企业"),
        ("问题 → 拖欠账款、中小企业\n解释：……", "拖欠账款 中小企业"),
        ("<think>也许是信用</think>\n拖欠账款", "拖欠账款"),
        ("GDP增长20%", "GDP增长"),
        ("", ""),
        ("拖欠" * 40, "拖欠" * 15),
    ],
)
def test_only_words_are_taken_from_what_a_model_writes(written: str, words: str) -> None:
    assert cleaned(written) == words


def test_what_is_found_with_a_reports_words_stands_among_the_candidates(
    assistant: Assistant, endpoint: tuple[str, Script]
) -> None:
    base_url, script = endpoint
    script.reply = lambda body: REPORTS_WORDS if _rewrites(body) else "报告未提及。"
    answer = with_endpoint(assistant, base_url).ask(LOOSE)
    assert "拖欠中小企业账款" not in assistant.ask(LOOSE).text
    assert "拖欠中小企业账款" in answer.text
    assert {claim.verdict for claim in answer.claims} == {"quoted"}


def test_a_question_with_a_sure_answer_is_not_rewritten(assistant: Assistant, endpoint: tuple[str, Script]) -> None:
    base_url, script = endpoint
    with_endpoint(assistant, base_url).ask("去年高标准农田新建了多少万亩")
    assert not any(map(_rewrites, script.requests))


def test_an_endpoint_that_fails_is_not_asked_again_for_the_answer(
    assistant: Assistant, endpoint: tuple[str, Script]
) -> None:
    base_url, script = endpoint
    script.fault = "401"
    answer = with_endpoint(assistant, base_url).ask(LOOSE)
    assert (answer.mode, len(script.requests)) == ("extractive", 1)
    assert any("401" in notice or "密钥" in notice for notice in answer.notices)
