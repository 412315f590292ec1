"""What a question for several sentences adds to their scores: neighbours, headings, figures."""

import numpy as np
import pytest

from qa.assistant import Assistant
from qa.retrieval.corpus import Corpus
from qa.retrieval.kinds import Kind
from qa.retrieval.surroundings import OF_SEVERAL, gains
from qa.retrieval.terms import Term
from tests.fakes import made_report

TEXT = """一、2022年工作
（一）教育稳步发展。
学校办得更好。新建学校12所。家长满意。
（二）交通更加便利。
道路通达。新建道路30公里。出行方便。
"""


@pytest.fixture
def corpus() -> Corpus:
    return Corpus([made_report(TEXT)])


def gained(corpus: Corpus, kind: Kind, own: dict[str, float], *terms: Term) -> dict[str, float]:
    """What each sentence gains by what stands around it, where `own` gives some a score and all others have none."""
    scores = np.array([own.get(s.text, 0.0) for s in corpus.sentences], dtype=np.float32)
    found = gains(kind, scores, np.arange(len(scores)), terms, corpus)
    return {s.text: float(gain) for s, gain in zip(corpus.sentences, found["around"], strict=True)}


def test_a_sentence_gains_by_good_ones_beside_it_in_its_section(corpus: Corpus) -> None:
    gain = gained(corpus, Kind.SUMMARY, {"学校办得更好。": 5.0, "家长满意。": 5.0})
    assert gain["新建学校12所。"] > gain["道路通达。"]
    assert gain["道路通达。"] == pytest.approx(gain["出行方便。"], abs=0.2)


def test_a_sentence_gains_by_headings_that_name_the_subject(corpus: Corpus) -> None:
    gain = gained(corpus, Kind.LIST, {}, Term(("交通",), 3.0))
    assert gain["道路通达。"] - gain["家长满意。"] == pytest.approx(OF_SEVERAL[Kind.LIST]["titled"], abs=0.2)


def test_a_figure_counts_in_an_overview_alone(corpus: Corpus) -> None:
    rows = np.arange(len(corpus.sentences))
    for kind, weight in ((Kind.SUMMARY, OF_SEVERAL[Kind.SUMMARY]["figure"]), (Kind.LIST, 0.0)):
        kinds = gains(kind, np.zeros(len(rows), dtype=np.float32), rows, (), corpus)["kind"]
        by_text = {s.text: float(gain) for s, gain in zip(corpus.sentences, kinds, strict=True)}
        assert by_text["新建学校12所。"] - by_text["家长满意。"] == pytest.approx(weight)


def test_scores_are_the_sums_of_their_parts(assistant: Assistant) -> None:
    hits = assistant.search("概括一下去年生态环境的成绩", 10)
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    for hit in hits:
        assert "around" in hit.parts
        assert hit.score == pytest.approx(sum(hit.parts.values()), abs=1e-3)


def test_an_overview_finds_what_stands_together(assistant: Assistant) -> None:
    found = "".join(hit.sentence.text for hit in assistant.search("概括一下去年生态环境的成绩", 8))
    for told in ("31微克", "88.7%", "158万亩"):
        assert told in found
