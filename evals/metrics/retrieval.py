"""Ranked spans and the quotes needed -> recall, MRR, nDCG.

A quote counts as found at the rank where the union of the spans so far covers all of it, so that a system is not judged by
where it cuts its text.
"""

import math
from collections.abc import Sequence

Span = tuple[int, int]


def covered(quote: Span, spans: Sequence[Span]) -> bool:
    """Whether the union of the spans holds the whole quote.

    >>> covered((5, 15), [(10, 20), (0, 10)])
    True
    """
    start, end = quote
    for span in sorted(spans):
        if span[0] <= start < span[1]:
            start = span[1]
    return start >= end


def ranks(quotes: Sequence[Span], ranked: Sequence[Span]) -> list[int | None]:
    """The rank, from 1, at which each quote is found; None where it is not."""
    found: list[int | None] = []
    for quote in quotes:
        near = [n for n, span in enumerate(ranked, 1) if span[0] < quote[1] and quote[0] < span[1]]
        found.append(next((n for n in near if covered(quote, ranked[:n])), None))
    return found


def recall_at(quotes: Sequence[Span], ranked: Sequence[Span], k: int) -> float | None:
    """Share of the quotes found among the first `k` spans; None where none is needed."""
    return sum(covered(quote, ranked[:k]) for quote in quotes) / len(quotes) if quotes else None


def recall_within(quotes: Sequence[Span], ranked: Sequence[Span], characters: int) -> float | None:
    """Share of the quotes found in the first `characters` of retrieved text; None where none is needed.

    The span that crosses the limit counts up to it. Overlapping spans cost their length each time: whoever reads them,
    reader or model, reads them twice.
    """
    kept: list[Span] = []
    left = characters
    for start, end in ranked:
        if left <= 0:
            break
        kept.append((start, min(end, start + left)))
        left -= end - start
    return recall_at(quotes, kept, len(kept))


def reciprocal_rank(quotes: Sequence[Span], ranked: Sequence[Span]) -> float | None:
    """1 / the rank at which the first needed quote is found, 0 where none is; None where none is needed."""
    found = [rank for rank in ranks(quotes, ranked) if rank is not None]
    return (1 / min(found) if found else 0.0) if quotes else None


def ndcg_at(quotes: Sequence[Span], ranked: Sequence[Span], k: int) -> float | None:
    """nDCG@k with a gain of 1 for each quote found; None where none is needed.

    A span that brings several quotes counts as if it brought them at successive ranks. So one long chunk and several
    sentences are paid alike, 1 is the most, and with one quote to a span this is Järvelin and Kekäläinen's (2002) nDCG.
    """
    if not quotes:
        return None
    found = sorted(rank for rank in ranks(quotes, ranked[:k]) if rank is not None)
    gained = sum(_discount(max(rank, n)) for n, rank in enumerate(found, 1) if n <= k)
    return gained / sum(_discount(n) for n in range(1, min(len(quotes), k) + 1))


def _discount(rank: int) -> float:
    return 1 / math.log2(rank + 1)
