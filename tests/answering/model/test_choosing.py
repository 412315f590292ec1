"""A model chooses the figures, code computes: whatever it answers, no arithmetic but code's is shown."""

import json
import re
from typing import Any

import pytest

from qa.answering.model.choosing import Choice, choosable, read_choice
from qa.assistant import Assistant
from qa.retrieval.operations import Operation
from tests.answering.model.serving import with_endpoint
from tests.openai_server import Script

# Questions from which code alone does not find the figures, and two of which none can be computed.
RATES = "居民可支配收入2022年的涨幅，种地的比不种地的高几个点"
NOT_TOLD = ("今年的海铁联运目标比去年高多少", "去年出生人口比死亡人口少多少")


def chosen(operation: str, *figures: str) -> Any:
    """A model that chooses figures by their text, and writes an answer of its own where it is asked for that."""

    def reply(body: dict[str, Any]) -> str:
        user = body["messages"][1]["content"]
        if "数字：" not in user:
            return "相差1.5个百分点[1]。"
        listed = {text: int(number) for number, text in re.findall(r"^\[(\d+)\] (\S+?)（", user, re.MULTILINE)}
        return json.dumps({"算法": operation, "编号": [listed.get(f, 99) for f in figures]}, ensure_ascii=False)

    return reply


@pytest.mark.parametrize(
    "reply",
    [
        '{"算法": "差", "编号": [2, 5]}',
        '```json\n{"算法":"差","编号":[2,5]}\n```',
        "<think>差[7][8]？</think>差：[2]、[5]",
        "差【2，5】",
        '"算法": "差", "编号": [2, 5]',
    ],
)
def test_a_choice_is_read_however_it_is_written(reply: str) -> None:
    assert read_choice(reply) == Choice(Operation.DIFFERENCE, (2, 5))


@pytest.mark.parametrize(
    "reply",
    [
        '{"算法": "不算", "编号": []}',
        '{"算法": "差", "编号": []}',
        "差3.6%",
        "城镇和农村分别增长[1][2]。",
        "",
    ],
)
def test_what_is_no_choice_is_none(reply: str) -> None:
    assert read_choice(reply) is None


@pytest.mark.parametrize(("structured", "named"), [("auto", "差"), ("off", "差"), ("off", "和")])
def test_code_computes_what_is_asked_from_the_figures_that_a_model_chooses(
    assistant: Assistant, endpoint: tuple[str, Script], structured: str, named: str
) -> None:
    base_url, script = endpoint
    script.reply = chosen(named, "2.2%", "3.6%")
    answer = with_endpoint(assistant, base_url, structured=structured).ask(RATES)
    assert (answer.mode, answer.claims[0].verdict) == ("llm", "computed")
    assert answer.claims[0].computation == "3.6 − 2.2 = 1.4（%）"
    assert "1.4个百分点" in answer.text
    assert "分别增长2.2%和3.6%" in answer.citations[0].quote
    assert any("由模型从报告中选出" in notice for notice in answer.notices)
    assert answer.tokens == {"input": 100, "output": 20}
    assert len(script.requests) == 1


@pytest.mark.parametrize(
    "reply",
    [
        chosen("差", "2.2%", "7.7%"),  # not listed: of another period
        chosen("差", "2.2%", "46.2万人"),  # nor of another unit
        chosen("差", "2.2%"),
        chosen("差", "2.2%", "2.2%"),
        chosen("不算"),
        lambda body: "相差1.5个百分点。",
        lambda body: '{"算法": "差", "编号": [0, -1]}',
        lambda body: '{"算法": "差", "编号": [1, 2, 3, 4, 5, 6]}',
    ],
)
def test_a_choice_that_does_not_hold_leaves_the_keyless_answer(
    assistant: Assistant, endpoint: tuple[str, Script], reply: Any
) -> None:
    base_url, script = endpoint
    script.reply = reply
    answer = with_endpoint(assistant, base_url).ask(RATES)
    assert not any(claim.verdict == "computed" for claim in answer.claims)
    assert "1.5" not in answer.text
    assert set(answer.text.splitlines()) >= set(assistant.ask(RATES).text.splitlines()[:1])


def test_a_model_may_compute_where_code_alone_would_abstain_and_not_otherwise(
    assistant: Assistant, endpoint: tuple[str, Script]
) -> None:
    base_url, script = endpoint
    script.reply = chosen("差", "2.2%", "3.6%")
    for question in ("吉林GDP增速比辽宁高多少", "大连和沈阳的GDP哪个大，差多少", "2021年粮食产量比2022年少多少"):
        answer = with_endpoint(assistant, base_url).ask(question)
        assert (answer.status, answer.mode) == ("abstained", "extractive"), question
    assert script.requests == []


def test_only_figures_that_go_together_are_offered(assistant: Assistant) -> None:
    found = assistant.retriever
    offered = {
        question: choosable(asked, found.terms(asked), found.rank(asked, 30))
        for question in (RATES, *NOT_TOLD)
        for asked in [found.read(question)]
    }
    assert [fact.figure.text for fact in offered[RATES]] == ["2.2%", "3.6%"]
    assert not any(offered[question] for question in NOT_TOLD)


def test_an_endpoint_that_fails_is_not_asked_twice(assistant: Assistant, endpoint: tuple[str, Script]) -> None:
    base_url, script = endpoint
    script.fault = "401"
    answer = with_endpoint(assistant, base_url).ask(RATES)
    assert (answer.mode, len(script.requests)) == ("extractive", 1)
    assert any("密钥" in notice for notice in answer.notices)
