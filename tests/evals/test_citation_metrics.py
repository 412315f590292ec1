"""ALCE's citation precision and recall, with their arithmetic."""

import pytest

from evals.metrics.citations import citation_precision, citation_recall, exact_spans
from evals.metrics.statements import Statement, read_statements
from tests.evals.made import REPORT, cite

GROWTH = cite("全年地区生产总值增长2.1%，固定资产投资增长3.6%", 1)
FARMLAND = cite("新建高标准农田391.3万亩", 2)
FIRMS = cite("新增上市公司7家", 3)
ALL = (GROWTH, FARMLAND, FIRMS)


def test_statements() -> None:
    text = "主要有：\n1. 增长2.1%。[1]\n2. 他说：“好。继续。”[2]\n## 小结\nGrowth was 2.1%. Farmland grew[3].\n报告没有给出各市的数字。"
    assert read_statements(text) == [
        Statement("增长2.1%。", (1,)),
        Statement("他说：“好。继续。”", (2,)),
        Statement("小结", ()),
        Statement("Growth was 2.1%.", ()),
        Statement("Farmland grew.", (3,)),
    ]


def test_markers_in_any_form() -> None:
    assert read_statements("增长2.1%[1][3]。目标5%[1，2]。")[0].markers == (1, 3)
    assert read_statements("增长2.1%[1][3]。目标5%[1，2]。")[1].markers == (1, 2)


def test_recall() -> None:
    # Borne out: the first. Not: the second (its quote says 7家), the third (cites nothing). 1 of 3.
    text = "地区生产总值增长2.1%[1]。新建高标准农田391.3万亩[3]。新增上市公司7家。"
    assert citation_recall(text, ALL) == pytest.approx(1 / 3)


def test_precision() -> None:
    # [1] bears its sentence out alone. [2][3]: [2] alone does, [3] does not and is not needed. So 2 of 3.
    text = "地区生产总值增长2.1%[1]。新建高标准农田391.3万亩[2][3]。"
    assert citation_precision(text, ALL) == pytest.approx(2 / 3)
    assert citation_recall(text, ALL) == 1.0


def test_two_quotes_that_need_each_other() -> None:
    # Neither quote holds both figures, together they do: recall 1 of 1, precision 2 of 2.
    text = "新建高标准农田391.3万亩，新增上市公司7家[2][3]。"
    assert citation_recall(text, ALL) == citation_precision(text, ALL) == 1.0


def test_every_citation_of_an_unsupported_statement_is_imprecise() -> None:
    # 0 of 2, although [2] would bear out half of the sentence.
    assert citation_precision("新建高标准农田391.3万亩，新增上市公司9家[2][3]。", ALL) == 0.0


def test_undefined_is_none() -> None:
    assert citation_recall("报告没有给出各市的数字。", ALL) is None  # nothing is stated
    assert citation_precision("增长2.1%。", ALL) is None  # nothing is cited
    assert citation_recall("The province did well[1].", ALL) is None  # no figure, and no words to compare
    assert exact_spans([], {"made": REPORT}) is None


def test_exact_spans() -> None:
    assert exact_spans(ALL, {"made": REPORT}) == 1.0
    # One of two: "91.3万亩" begins inside a number.
    assert exact_spans([FARMLAND, cite("91.3万亩")], {"made": REPORT}) == 0.5
    assert exact_spans([cite("增长2.1")], {"made": REPORT}) == 0.0  # 2.1 of 2.1%
    assert exact_spans([FARMLAND], {}) == 0.0  # of no report that is there
