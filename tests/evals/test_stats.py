"""Estimates, intervals and comparisons, with their arithmetic."""

import pytest

from evals.metrics.abstention import false_abstention, precision, recall
from evals.stats import estimate, mcnemar, percentile


def test_mean_leaves_out_what_is_undefined_and_counts_it() -> None:
    found = estimate([1.0, 0.0, None, 1.0, None], list("abcde"))
    assert found.mean == pytest.approx(2 / 3)  # (1 + 0 + 1) / 3
    assert (found.n, found.undefined) == (3, 2)


def test_undefined_everywhere_is_none_never_zero() -> None:
    found = estimate([None, None], ["a", "b"])
    assert (found.mean, found.n, found.undefined, found.low, found.high) == (None, 0, 2, None, None)


def test_one_cluster_has_no_interval() -> None:
    assert estimate([1.0, 0.0], ["a", "a"]).low is None


def test_clusters_widen_the_interval() -> None:
    # 40 cases in 4 clusters that stand or fall together know no more than 4 cases.
    values = [float(n % 2) for n in range(4) for _ in range(10)]
    alone = estimate(values, list(range(40)))
    together = estimate(values, [n // 10 for n in range(40)])
    assert alone.mean == together.mean == 0.5
    assert (together.low or 0.0) < (alone.low or 0.0)


def test_interval_holds_the_mean_and_is_the_same_each_time() -> None:
    values = [1.0, 0.0, 1.0, 1.0, 0.0, 1.0]
    found = estimate(values, list(range(6)))
    assert (found.low or 0.0) <= (found.mean or 0.0) <= (found.high or 0.0)
    assert (found.low or 0.0) < (found.high or 0.0)
    assert found == estimate(values, list(range(6)))


def test_unanimity_of_few_proves_little() -> None:
    # Wilson for 6 of 6: 1 - 1.96² / (6 + 1.96²) = 1 - 3.8416 / 9.8416 = 0.6097.
    found = estimate([1.0] * 6, list(range(6)))
    assert found.low == pytest.approx(0.6097, abs=1e-4)
    assert found.high == 1.0
    # 0 of 6: the mirror image, 0.3903.
    assert estimate([0.0] * 6, list(range(6))).high == pytest.approx(0.3903, abs=1e-4)


def test_mcnemar() -> None:
    # 1 against 5 of 6 discordant: 2 (C(6,0) + C(6,1)) / 2^6 = 2 · 7 / 64 = 0.21875.
    assert mcnemar(1, 5) == mcnemar(5, 1) == pytest.approx(0.21875)
    # 0 against 8: 2 / 2^8.
    assert mcnemar(0, 8) == pytest.approx(2 / 256)
    assert mcnemar(0, 0) == mcnemar(3, 3) == 1.0


def test_percentile() -> None:
    # Nearest rank: of 20 values the 95th percentile is the 19th.
    values = [float(n) for n in range(20, 0, -1)]
    assert percentile(values, 0.95) == 19.0
    assert percentile(values, 0.5) == 10.0
    assert percentile([], 0.5) is None


def test_abstention() -> None:
    # Wanted and given, wanted and not, unwanted and given, unwanted and not.
    cases = [(True, True), (True, False), (False, True), (False, False)]
    assert [precision(*case) for case in cases] == [1.0, None, 0.0, None]  # 1 of the 2 given
    assert [recall(*case) for case in cases] == [1.0, 0.0, None, None]  # 1 of the 2 wanted
    assert [false_abstention(*case) for case in cases] == [None, None, 1.0, 0.0]  # 1 of the 2 unwanted
