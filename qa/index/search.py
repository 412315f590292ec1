"""A question's vector -> the nearest chunks: of all reports by Chroma's graph, of some exactly, by vectors held in memory.

Chroma's own filter reads the metadata of every chunk: 100 ms with 100 reports, where the graph takes 8. A report's vectors are read
by their ids in 40 ms, once.
"""

from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache

import numpy as np

from qa.index.chunks import Chunk, View
from qa.index.embedding import Vectors
from qa.index.sync import Index

# Of so many views of reports the vectors are held: two provinces of fifty years each, some 200 MB. Read one after the other, what is
# held must be all that one question asks, or nothing is found there again.
_HELD = 512


class Search:
    """Finds the nearest chunks of an index. Safe under threads."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._ids: dict[tuple[str, View], list[str]] = defaultdict(list)
        for id_, chunk in index.chunks.items():
            self._ids[chunk.report, chunk.view].append(id_)
        self._vectors = lru_cache(_HELD)(self._read)

    def nearest(self, view: View, query: Vectors, n: int, reports: Sequence[str] = ()) -> list[tuple[Chunk, float]]:
        """The `n` nearest chunks with their cosine similarity, best first; only of some reports where their ids are given."""
        found = self._exactly(view, query, n, reports) if reports else self._index.store.search(view, query, n)
        # One may have been written since by another process, for a report that this one has not read.
        return [(self._index.chunks[id_], cosine) for id_, cosine in found if id_ in self._index.chunks]

    def _exactly(self, view: View, query: Vectors, n: int, reports: Sequence[str]) -> list[tuple[str, float]]:
        held = [self._vectors(report, view) for report in reports]
        ids = [id_ for some, _ in held for id_ in some]
        cosines = np.concatenate([vectors @ query for some, vectors in held if some] or [np.zeros(0)])
        return [(ids[at], float(cosines[at])) for at in np.argsort(-cosines, kind="stable")[:n]]

    def _read(self, report: str, view: View) -> tuple[list[str], Vectors]:
        return self._index.store.vectors(view, self._ids.get((report, view), []))
