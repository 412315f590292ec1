"""How surely a fact is told of the places that are asked about."""

import pytest

from qa.answering.abstaining.located import landmarks, told_of
from qa.answering.facts import Fact
from qa.domain import Sentence, Status
from qa.retrieval.question import read_question
from qa.retrieval.terms import Term

TEXT = "大连港提级扩能，吞吐量3亿吨，营口居次。"
START, END = TEXT.index("吞"), TEXT.index("，营")


@pytest.mark.parametrize(
    ("places", "sure"),
    [([], 1.0), (["大连"], 0.7), (["沈阳"], 0.0), (["锦州"], 0.5), (["营口"], 0.2), (["大连", "沈阳"], 0.0)],
)
def test_told_of(places: list[str], sure: float) -> None:
    sentence = Sentence("r", 0, 0, 0, len(TEXT), TEXT, ("一、锦州等沿海六市",), "2022", Status.DONE)
    assert told_of(places, Fact(sentence, None, START, END, 1, 1, 1, 0, 0, 0)) == sure


def test_a_short_name() -> None:
    text = "港澳居民享受同等待遇832万人次。"
    sentence = Sentence("r", 0, 0, 0, len(text), text, (), "2022", Status.DONE)
    assert told_of(["香港", "澳门"], Fact(sentence, None, 0, len(text), 1, 1, 1, 0, 0, 0)) == 1.0


@pytest.mark.parametrize(("question", "named"), [("查干湖的鱼产了多少", ["查干湖"]), ("乡镇的公交改了多少条", [])])
def test_a_kind_of_place_is_no_landmark(question: str, named: list[str]) -> None:
    terms = [Term((question[:3].rstrip("的"),), 9.5)]
    assert landmarks(read_question(question, 2025), terms) == named
