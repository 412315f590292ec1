"""What the hits state, likeliest answer first."""

from qa.answering.facts import rank_facts
from qa.domain import Hit
from qa.retrieval.question import read_question
from qa.retrieval.terms import Term
from tests.fakes import made_report


def test_a_number_in_a_series_is_likelier_than_the_words_of_the_question() -> None:
    report = made_report(
        "　　三、今年工作\n　　把各地各部门各行各业的家底一项一项摸清楚弄明白。开展第五次全国经济普查。\n"
    )
    hits = [Hit(sentence, 0.0, {}) for sentence in report.sentences if not sentence.heading]
    facts = rank_facts(read_question("今年把家底摸清是第几回", 2023), [Term(("家底",), 3.0)], hits)
    assert facts[0].sentence.text == "开展第五次全国经济普查。"


def test_a_figure_that_the_question_gives_is_not_what_it_asks_for() -> None:
    report = made_report("　　一、工作\n　　居民医保人均补助标准提高30元。\n")
    hits = [Hit(sentence, 0.0, {}) for sentence in report.sentences if not sentence.heading]
    asked = ("居民医保补助提高30元以后，标准是每人多少元", "居民医保补助提高了多少元")
    found = [rank_facts(read_question(question, 2023), [], hits) for question in asked]
    assert [[fact.figure.text for fact in facts if fact.figure] for facts in found] == [[], ["30元"]]
