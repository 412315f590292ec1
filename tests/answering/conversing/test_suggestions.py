import pytest

from qa.answering.conversing.asking import about_figures, is_subject
from qa.assistant import Assistant
from qa.domain import Status


@pytest.mark.parametrize("question", ["2022年地区生产总值增长多少？", "今年怎样促进消费？", "报告有没有提到元宇宙？"])
def test_every_suggestion_is_answered(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    suggested = assistant.suggest(question, answer)
    assert 1 <= len(suggested) <= 3
    assert question not in suggested
    assert all(assistant.ask(one).status == "answered" for one in suggested)


def test_a_question_about_a_figure_is_answered_by_its_own_sentence(assistant: Assistant) -> None:
    report = assistant.reports[0]
    sentence = next(s for s in report.sentences if "固定资产投资增长" in s.text and s.status is Status.DONE)
    questions = [made.question for made in about_figures(sentence)]
    assert "2022年固定资产投资增长多少？" in questions


def test_half_sentences_are_no_subjects() -> None:
    assert is_subject("固定资产投资")
    assert not is_subject("达到")
    assert not is_subject("“小巨人”企业")


@pytest.mark.parametrize(
    ("question", "hint"),
    [
        ("报告有没有提到元宇宙？", "报告中没有“元宇宙”这个词"),
        ("2015年粮食产量是多少？", "2022年的完成情况和2023年的目标"),
        ("吉林去年粮食产量多少？", "去掉“吉林”"),
    ],
)
def test_what_was_not_found_comes_with_advice(assistant: Assistant, question: str, hint: str) -> None:
    assert any(hint in one for one in assistant.advise(question))
