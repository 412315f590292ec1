"""Values -> an estimate with its n and 95% interval; two runs -> whether they differ."""

import math
from collections.abc import Hashable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Counts = NDArray[np.int64]

_RESAMPLES = 2000
_Z = 1.96
_SEED = 20230112  # the day the report was delivered; any fixed number would do


@dataclass(frozen=True, slots=True)
class Estimate:
    """A mean over the `n` cases where it is defined, with its 95% interval; `undefined` counts the rest.

    `mean` is None where it is defined nowhere, `low` and `high` where the cases are too few or too alike to say.
    """

    mean: float | None
    n: int
    undefined: int
    low: float | None = None
    high: float | None = None


def estimate(values: Sequence[float | None], clusters: Sequence[Hashable]) -> Estimate:
    """The mean of the defined values, with a percentile bootstrap over clusters (Davison and Hinkley 1997, §3.8).

    Cases that need the same sentence fail together, so whole clusters are drawn, not cases. `clusters[i]` is that of
    `values[i]`.
    """
    groups: dict[Hashable, list[float]] = {}
    for value, cluster in zip(values, clusters, strict=True):
        if value is not None:
            groups.setdefault(cluster, []).append(value)
    n = sum(map(len, groups.values()))
    if n == 0:
        return Estimate(None, 0, len(values))
    sums = np.array([sum(group) for group in groups.values()])
    sizes = np.array([len(group) for group in groups.values()])
    low, high = _interval(sums, sizes)
    return Estimate(float(sums.sum() / n), n, len(values) - n, low, high)


def percentile(values: Sequence[float], share: float) -> float | None:
    """The smallest value that at least `share` of the values do not exceed (nearest rank); None of no values.

    >>> percentile([1.0, 2.0, 3.0, 4.0], 0.5)
    2.0
    """
    ordered = sorted(values)
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)] if ordered else None


def mcnemar(only_before: int, only_after: int) -> float:
    """Two-sided exact p-value that two runs are right equally often (McNemar 1947).

    Only the cases on which they differ say anything: `only_before` were right before and wrong after, `only_after` the other
    way round.
    """
    n, fewer = only_before + only_after, min(only_before, only_after)
    tail = float(sum(math.comb(n, k) for k in range(fewer + 1))) / 2.0**n
    return min(1.0, 2 * tail)


def _interval(sums: Floats, sizes: Counts) -> tuple[float | None, float | None]:
    if len(sums) < 2:
        return None, None
    means = sums / sizes
    if means.min() == means.max():
        return _unanimous(float(means[0]), len(sums))
    drawn = np.random.default_rng(_SEED).integers(0, len(sums), size=(_RESAMPLES, len(sums)))
    low, high = np.quantile(sums[drawn].sum(axis=1) / sizes[drawn].sum(axis=1), [0.025, 0.975])
    return float(low), float(high)


def _unanimous(share: float, n: int) -> tuple[float | None, float | None]:
    """Where all clusters agree there is nothing to resample, yet few of them prove little: Wilson's (1927) interval for n of n."""
    if share not in (0.0, 1.0):
        return None, None
    reach = _Z**2 / (n + _Z**2)
    return (0.0, reach) if share == 0 else (1 - reach, 1.0)
