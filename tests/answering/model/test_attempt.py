"""What of a model's answer is shown as it comes, and what stands in the end."""

from dataclasses import replace

from qa.answering.model.attempt import Attempt
from qa.answering.model.llm import Usage
from qa.domain import Answer, Citation, Claim
from qa.retrieval.kinds import Kind
from qa.retrieval.question import read_question

LAND = Citation(1, "2023_辽宁省", "一、", "新建高标准农田391.3万亩。", 0, 13, "2022", "完成")
BARNS = Citation(2, "2023_辽宁省", "一、", "新增设施农业10万亩。", 20, 30, "2022", "完成")
KEYLESS = Answer(
    "answered",
    "• 新建高标准农田391.3万亩[1]。\n• 新增设施农业10万亩[2]。",
    "extractive",
    (LAND, BARNS),
    (Claim("新建高标准农田391.3万亩", (1,), "quoted"), Claim("新增设施农业10万亩", (2,), "quoted")),
)


def attempt() -> Attempt:
    asked = replace(read_question("去年农业方面做了哪些事", 2023), kind=Kind.LIST)
    return Attempt(asked, KEYLESS, (LAND, BARNS), Usage(), doubtful=False)


def test_a_list_is_shown_once_it_keeps_what_the_keyless_answer_says() -> None:
    pieces = list(attempt().take(iter(["新建高标准农田391.3万亩[1]。\n", "新增设施农业10万亩[2]。\n"])))
    assert [piece.text.count("[") for piece in pieces] == [2]


def test_nothing_is_shown_that_is_withdrawn_in_the_end() -> None:
    one = attempt()
    assert list(one.take(iter(["新建高标准农田391.3万亩[1]。\n"]))) == []
    assert one.answer("").text == KEYLESS.text


def test_a_candidate_of_another_time_takes_no_place() -> None:
    plan = replace(LAND, quote="建设高标准农田289万亩。", start=40, end=53, period="2023", status="目标")
    asked = read_question("去年建了多少高标准农田", 2023)
    one = Attempt(asked, KEYLESS, (LAND, plan), Usage(), doubtful=True)
    assert list(one.take(iter(["建设高标准农田289万亩[2]。\n"]))) == []
    assert one.answer("").text == KEYLESS.text
    other = Attempt(asked, KEYLESS, (LAND, plan), Usage(), doubtful=True)
    assert list(other.take(iter(["新建高标准农田391.3万亩[1]。\n"])))
