"""The evidence for a sentence: what is asked of period, status, place and figure."""

import numpy as np

from qa.assistant import Assistant
from qa.retrieval.retriever import PARTS, WEIGHTS


def test_every_piece_of_evidence_is_weighed_and_shown(assistant: Assistant) -> None:
    gathered = assistant.retriever.evidence(assistant.retriever.read("去年粮食产量多少"))
    assert set(gathered.scores) == set(WEIGHTS) == {name for names in PARTS.values() for name in names}
    assert all(len(score) == len(gathered.rows) for score in gathered.scores.values())


def test_period_and_status_fit(assistant: Assistant) -> None:
    retriever = assistant.retriever
    asked = retriever.read("去年高标准农田完成了多少")
    rows = np.arange(len(retriever.corpus.sentences))
    fit = dict(zip(retriever.corpus.sentences, retriever.corpus.period_fit(asked, rows), strict=True))
    assert {score for s, score in fit.items() if s.period == "2022"} == {1.0}
    assert {score for s, score in fit.items() if s.period == "2018–2022"} == {-0.5}  # overlaps
    assert {score for s, score in fit.items() if s.period == "2023"} == {-1.0}


def test_the_nearest_clause_comes_with_its_sentence(assistant: Assistant) -> None:
    hit = assistant.search("去年实际使用外资增长多少", 1)[0]
    text = assistant.report(hit.sentence.report).text
    assert "实际使用外资增长89.5%" in text[hit.near[0].start : hit.near[0].end]
    assert hit.similarity == hit.near[0].cosine
