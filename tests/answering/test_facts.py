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
