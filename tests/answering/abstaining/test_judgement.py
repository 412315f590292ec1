"""Whether a figure is likely enough to be the answer, judged by all the evidence at once."""

import pytest

from qa.answering.abstaining.judgement import WEIGHTS, evidence, figures_of, likelihood, missing_figure
from qa.domain import Hit, Near, Report, Sentence, Status
from qa.index.lexical import LexicalIndex
from qa.retrieval.question import read_question
from qa.retrieval.terms import question_terms

SENTENCES = (
    "城乡低保月均标准分别提高到727元和563元。",
    "普惠性幼儿园覆盖率达到87%。",
    "新能源汽车产量增长39.1%。",
    "深入实施家电下乡行动。",
)
FLOOR = 0.86


def _hits(first: int, cosine: float) -> tuple[list[Hit], Report]:
    """The sentences as found, `first` at the head and so near."""
    text = "".join(SENTENCES)
    starts = [text.index(one) for one in SENTENCES]
    sentences = tuple(
        Sentence("r", n, n, start, start + len(one), one, (), "2022", Status.DONE)
        for n, (start, one) in enumerate(zip(starts, SENTENCES, strict=True))
    )
    found = [
        Hit(s, 9.0 if n == first else 2.0, {}, (Near(s.start, s.end, cosine if n == first else 0.87),))
        for n, s in enumerate(sentences)
    ]
    found.sort(key=lambda hit: -hit.score)
    return found, Report("r", "", "某省", 2023, "", "", text, (), sentences)


@pytest.mark.parametrize(
    ("question", "first", "cosine", "missing"),
    [
        ("低保标准提高到多少", 0, 0.92, ""),
        ("穷人家一个月领多少低保", 0, 0.89, ""),
        ("收费亲民的幼儿园占多大比例", 1, 0.90, ""),  # 收费 is no word of the report, but all else is there
        ("新能源汽车产了几万辆", 2, 0.90, "所问的这个数（报告只给出了别的口径）"),
        ("最低工资标准是多少钱", 0, 0.88, "“最低工资标准”"),
        ("下乡的家电卖了多少", 3, 0.90, "“家电”“下乡”的这一数字"),
    ],
)
def test_what_is_missing(question: str, first: int, cosine: float, missing: str) -> None:
    asked = read_question(question, 2023)
    terms = question_terms(asked.topic, LexicalIndex(SENTENCES).rarity)
    hits, report = _hits(first, cosine)
    assert missing_figure(asked, terms, hits, [report], FLOOR) == missing


def test_nearness_counts_only_where_it_is_known() -> None:
    asked = read_question("新能源汽车多产了多少", 2023)
    terms = question_terms(asked.topic, LexicalIndex(SENTENCES).rarity)
    hits, report = _hits(2, 0.87)
    facts = figures_of(asked, terms, hits)
    near, unknown = (evidence(asked, terms, facts, hits, [report], floor)[0]["near"] for floor in (0.95, -1.0))
    assert near < unknown


def test_more_figures_make_an_answer_likelier() -> None:
    asked = read_question("低保标准提高到多少", 2023)
    terms = question_terms(asked.topic, LexicalIndex(SENTENCES).rarity)
    hits, report = _hits(0, 0.92)
    judged = evidence(asked, terms, figures_of(asked, terms, hits), hits, [report], FLOOR)
    assert set(judged[0]) == set(WEIGHTS)
    assert likelihood(judged * 2) > likelihood(judged)
