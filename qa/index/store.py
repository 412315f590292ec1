"""Chunks and their vectors <-> Chroma on disk.

A chunk's id is a hash of where it stands and of all that its vector depends on (embedder, view, texts), so the ids are the
fingerprint: what is wanted and what is there are compared as sets, whatever changed and wherever an earlier write was cut
short. The vectors of each embedder and seeds folder live in collections of their own, which other settings never disturb.
"""

import hashlib
import logging
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from qa.errors import IndexStoreError
from qa.index.chunks import VIEWS, Chunk, View
from qa.index.embedding import Vectors

if TYPE_CHECKING:
    from chromadb.api.models.Collection import Collection

# Chroma takes at most some 5,000 rows at once.
_MAX_ROWS = 2000


class Store:
    """The collections of one corpus: one for each view, named after `corpus`."""

    def __init__(self, directory: Path, corpus: str) -> None:
        """Open or create the store; raise IndexStoreError where the directory cannot be used."""
        self._directory = directory
        self._collections = _open(directory, corpus)

    def ids(self, view: View) -> set[str]:
        """The ids that a view holds; raise IndexStoreError where a write was cut short so that Chroma cannot read it."""
        from chromadb.errors import ChromaError

        try:
            return set(self._collections[view].get(include=[])["ids"])
        except (ChromaError, RuntimeError) as exc:
            raise IndexStoreError(
                f"索引目录 {self._directory} 已损坏，读不出来（{type(exc).__name__}: {exc}）。请删除这个目录后重新启动：索引会重新生成，报告不受影响。"
            ) from exc

    def add(self, view: View, rows: Sequence[tuple[str, Chunk]], vectors: Vectors) -> None:
        """Write chunks under their ids, with their vectors, shape (len(rows), dim)."""
        self._collections[view].upsert(
            ids=[id_ for id_, _ in rows],
            embeddings=vectors,
            documents=[chunk.text for _, chunk in rows],
            metadatas=[{"report": chunk.report, "first": chunk.first, "last": chunk.last} for _, chunk in rows],
        )

    def remove(self, view: View, ids: Sequence[str]) -> None:
        """Delete chunks."""
        for start in range(0, len(ids), _MAX_ROWS):
            self._collections[view].delete(ids=list(ids[start : start + _MAX_ROWS]))

    def search(self, view: View, query: Vectors, n: int) -> list[tuple[str, float]]:
        """The `n` nearest chunks as (id, cosine similarity), best first."""
        found = self._collections[view].query(query_embeddings=np.asarray([query]), n_results=n, include=["distances"])
        distances = found["distances"]
        if distances is None:
            return []
        return [(id_, 1.0 - distance) for id_, distance in zip(found["ids"][0], distances[0], strict=True)]

    def vectors(self, view: View, ids: Sequence[str]) -> tuple[list[str], Vectors]:
        """Those of the chunks that are there, with their vectors, shape (n, dim); (0, 0) for none."""
        found = self._collections[view].get(ids=list(ids), include=["embeddings"]) if ids else None
        if not found or not found["ids"]:
            return [], np.zeros((0, 0), dtype=np.float32)
        return found["ids"], np.asarray(found["embeddings"], dtype=np.float32)


def chunk_id(embedder: str, chunk: Chunk) -> str:
    """A name that changes whenever the chunk's vector or place would."""
    where = (embedder, chunk.view, chunk.report, str(chunk.first), str(chunk.last), str(chunk.offset))
    made_of = (f"{weight:.6f}{text}" for text, weight in chunk.parts)
    return hashlib.sha256("\x1f".join((*where, *made_of)).encode()).hexdigest()[:32]


def corpus_name(embedder: str, seeds_dir: Path) -> str:
    """The name shared by the collections of one embedder over one seeds folder."""
    return hashlib.sha256(f"{embedder}\x1f{seeds_dir.resolve()}".encode()).hexdigest()[:24]


def _open(directory: Path, corpus: str) -> dict[View, "Collection"]:
    import chromadb
    from chromadb.config import Settings as ChromaSettings
    from chromadb.errors import ChromaError

    # Chroma's telemetry logs an error of its own when it is off and posthog is newer than it expects.
    logging.getLogger("chromadb.telemetry").setLevel(logging.CRITICAL)
    try:
        directory.mkdir(parents=True, exist_ok=True)
        client = chromadb.PersistentClient(str(directory), ChromaSettings(anonymized_telemetry=False))
        return {
            view: client.get_or_create_collection(
                f"{corpus}-{view}", embedding_function=None, configuration={"hnsw": {"space": "cosine"}}
            )
            for view in VIEWS
        }
    except (OSError, ChromaError, ValueError, RuntimeError) as exc:
        raise IndexStoreError(
            f"索引目录 {directory} 无法打开或写入（{type(exc).__name__}: {exc}）。"
            "请检查该目录的权限和磁盘空间，或用 QA_DATA_DIR 指定另一个可写的目录。"
        ) from exc
