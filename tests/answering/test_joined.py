"""Who asks for two amounts in one breath gets both, each of its own time, and none where one of them stays open."""

import pytest

from qa.assistant import Assistant


@pytest.mark.parametrize(
    ("question", "says"),
    [
        (
            "去年城镇新增就业多少人，今年定了多少",
            ("2022年：城镇新增就业46.2万人", "2023年的目标：城镇新增就业45万人左右"),
        ),
        ("老旧小区五年改了多少个，今年还要改多少", ("2018–2022年：改造老旧小区3802个", "改造老旧小区1200个")),
        ("稳岗返还一共退了多少，保住多少岗位", ("16.1亿元", "341.3万个")),
        ("新增上市公司多少家，小巨人企业多少家", ("新增上市公司7家", "“小巨人”企业76家")),
        ("How much grain in 2022 and how much is the target for this year?", ("496.9亿斤", "480亿斤以上")),
    ],
)
def test_both_are_answered(assistant: Assistant, question: str, says: tuple[str, ...]) -> None:
    answer = assistant.ask(question)
    assert len(answer.claims) == 2
    assert all(claim.verdict == "quoted" for claim in answer.claims)
    for words in says:
        assert words in answer.text


def test_what_one_sentence_tells_is_quoted_once(assistant: Assistant) -> None:
    answer = assistant.ask("低保城市多少，农村多少")
    assert "727元[1]" in answer.text
    assert "563元[1]" in answer.text
    assert len(answer.citations) == 1


def test_where_one_stays_open_nothing_is_joined(assistant: Assistant) -> None:
    answer = assistant.ask("去年粮食产量多少，最低工资多少")
    assert len(answer.claims) <= 1 or answer.notices
