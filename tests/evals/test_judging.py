"""What the judgement is fitted on: the figures that would be quoted beside none of them."""

from evals.cases import REPORT
from evals.judging import figures_judged
from qa.answering.abstaining.judgement import WEIGHTS
from qa.assistant import Assistant
from tests.evals.made import case, unanswerable


def test_what_is_observed(assistant: Assistant) -> None:
    cases = [
        case(question="2022年新建高标准农田多少万亩"),
        unanswerable(question="2022年辽宁地区生产总值一共多少亿元"),
        case(question="2022年新建高标准农田在哪里"),  # asks for no figure
    ]
    seen = list(figures_judged(cases, assistant.report(REPORT), assistant.retriever))
    answered, *without = seen
    none = len(answered.evidence) - 1
    assert answered.evidence.shape[1] == len(WEIGHTS)
    assert list(answered.holding) == list(range(none))
    assert all(list(one.holding) == [len(one.evidence) - 1] for one in without)
    assert not any(one.evidence[-1].any() for one in seen)
    assert [one.share for one in seen] == [1.0, 0.05, 2.0]


def test_the_sentence_that_answers_is_taken_out(assistant: Assistant) -> None:
    of_it, without = figures_judged([case()], assistant.report(REPORT), assistant.retriever)
    names = list(WEIGHTS)
    best = [max(row[names.index("near")] for row in one.evidence[:-1]) for one in (of_it, without)]
    assert best[0] > best[1]
