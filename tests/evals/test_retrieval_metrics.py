"""Retrieval metrics, with their arithmetic."""

import math

import pytest

from evals.metrics.retrieval import covered, ndcg_at, ranks, recall_at, recall_within, reciprocal_rank

A, B, C = (0, 10), (100, 110), (200, 210)


def test_covered_by_the_union() -> None:
    assert covered((5, 15), [(10, 20), (0, 10)])
    assert covered((5, 15), [(0, 30)])
    assert not covered((5, 15), [(0, 10), (11, 20)])  # character 10 is missing
    assert not covered((5, 15), [])


def test_recall_at() -> None:
    # The first two spans hold A and B, not C: 2 of 3.
    assert recall_at([A, B, C], [A, B, C], 2) == pytest.approx(2 / 3)
    assert recall_at([], [A], 2) is None


def test_recall_within_characters() -> None:
    # Spans of 60 and 60: within 100 characters the second counts up to 40 of its 60.
    ranked = [(0, 60), (100, 160)]
    assert recall_within([(0, 10), (100, 140)], ranked, 100) == 1.0
    assert recall_within([(0, 10), (100, 141)], ranked, 100) == 0.5  # its 41st character is past the limit
    assert recall_within([(0, 10)], ranked, 9) == 0.0  # 9 of 10 characters
    assert recall_within([], ranked, 100) is None


def test_overlap_costs_its_length() -> None:
    # 80 + 80 characters, 60 of them twice: after 100 the second span has given 20, that is up to character 40.
    assert recall_within([(70, 90)], [(0, 80), (20, 100)], 100) == 0.0
    assert recall_within([(70, 90)], [(0, 80), (20, 100)], 150) == 1.0  # 70 of the second: up to 90


def test_ranks_and_reciprocal_rank() -> None:
    # B is found at 2; A is in two halves, whole only at 3.
    ranked = [(0, 6), B, (6, 12)]
    assert ranks([A, B, C], ranked) == [3, 2, None]
    assert reciprocal_rank([A, B], ranked) == 1 / 2
    assert reciprocal_rank([C], ranked) == 0.0
    assert reciprocal_rank([], ranked) is None


def test_ndcg_with_one_quote_to_a_span() -> None:
    # Found at 1 and 3 of two needed: DCG = 1/log2(2) + 1/log2(4) = 1.5; ideal = 1/log2(2) + 1/log2(3) = 1.6309.
    assert ndcg_at([A, B], [A, C, B], 10) == pytest.approx(1.5 / (1 + 1 / math.log2(3)))


def test_ndcg_of_a_span_with_both_quotes() -> None:
    # One chunk with both at rank 1 counts as ranks 1 and 2: the ideal, 1. At rank 2: 1/log2(3) twice, the second at max(2, 2).
    assert ndcg_at([A, B], [(0, 120)], 10) == 1.0
    found_late = (1 / math.log2(3) + 1 / math.log2(3)) / (1 + 1 / math.log2(3))
    assert ndcg_at([A, B], [C, (0, 120)], 10) == pytest.approx(found_late)


def test_ndcg_stops_at_k() -> None:
    assert ndcg_at([A], [C, B, A], 2) == 0.0
    assert ndcg_at([A], [C, A], 2) == pytest.approx(1 / math.log2(3))  # DCG = 1/log2(3), ideal = 1
    assert ndcg_at([], [A], 2) is None
