"""LlamaIndex with its defaults: SentenceSplitter (1024 tokens, 200 overlap), VectorStoreIndex, its question prompt, top 2."""

from typing import Any

from llama_index.core import Document, VectorStoreIndex
from llama_index.core.base.embeddings.base import BaseEmbedding
from llama_index.core.bridge.pydantic import PrivateAttr
from llama_index.core.node_parser import SentenceSplitter
from llama_index.core.node_parser.text.utils import split_by_sentence_tokenizer_internal
from llama_index.core.prompts.default_prompts import DEFAULT_TEXT_QA_PROMPT
from llama_index.core.schema import TextNode
from nltk.tokenize import PunktSentenceTokenizer  # type: ignore[import-untyped]

from evals.cases import Case
from evals.metrics.retrieval import Span
from evals.systems import stock
from evals.systems.base import DEPTH
from qa.domain import Answer
from qa.index.embedding import LocalEmbedder
from qa.settings import Settings

_TOP_K = 2  # llama_index.core.constants.DEFAULT_SIMILARITY_TOP_K


class LlamaIndexStock:
    """A VectorStoreIndex in memory over the default nodes."""

    name = "llamaindex"

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._report = stock.read_report(settings)
        self._index = VectorStoreIndex.from_documents(
            [Document(text=self._report.text)], transformations=[default_splitter()], embed_model=_Embedding()
        )

    def search(self, case: Case) -> list[Span]:
        """Spans of the nearest nodes."""
        return self._spans(case.question, DEPTH)

    def answer(self, case: Case) -> Answer:
        """What the default prompt makes of the question and its top nodes."""
        spans = self._spans(case.question, _TOP_K)
        prompt = DEFAULT_TEXT_QA_PROMPT.format(query_str=case.question, context_str=stock.passages(spans, self._report))
        return stock.write(self._settings, prompt, spans, self._report)

    def _spans(self, question: str, k: int) -> list[Span]:
        nodes = [found.node for found in self._index.as_retriever(similarity_top_k=k).retrieve(question)]
        return [
            (node.start_char_idx, node.end_char_idx)
            for node in nodes
            if isinstance(node, TextNode) and node.start_char_idx is not None and node.end_char_idx is not None
        ]


def default_splitter() -> SentenceSplitter:
    """SentenceSplitter() as it comes.

    Its sentence tokenizer is named here because the default one also loads an English stop-word list that it does not use,
    from a file which NLTK refuses when the installer has hard-linked it. The chunks are the same.
    """
    punkt = PunktSentenceTokenizer()
    return SentenceSplitter(chunking_tokenizer_fn=lambda text: split_by_sentence_tokenizer_internal(text, punkt))


class _Embedding(BaseEmbedding):
    """The product's embedder behind LlamaIndex's interface."""

    _embedder: LocalEmbedder = PrivateAttr(default_factory=LocalEmbedder)

    def _get_query_embedding(self, query: str) -> list[float]:
        return [float(x) for x in self._embedder.query(query)]

    def _get_text_embedding(self, text: str) -> list[float]:
        return self._get_text_embeddings([text])[0]

    def _get_text_embeddings(self, texts: list[str]) -> list[list[float]]:
        return [[float(x) for x in row] for row in self._embedder.passages(texts)]

    async def _aget_query_embedding(self, query: str) -> list[float]:
        return self._get_query_embedding(query)

    def __init__(self, **values: Any) -> None:
        super().__init__(model_name=LocalEmbedder.name, **values)
