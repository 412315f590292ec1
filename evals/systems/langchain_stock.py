"""LangChain as its tutorial has it, and with a splitter made for Chinese: dense search over chunks in Chroma.

Tutorial: docs.langchain.com "Build a RAG agent with LangChain" (RecursiveCharacterTextSplitter 1000/200, Chroma, the k = 4
of `similarity_search`, prompt rlm/rag-prompt). The Chinese splitter, its 750/150, k = 3 and prompt are those of
Langchain-Chatchat.
"""

from collections.abc import Sequence
from uuid import uuid4

from langchain_chroma import Chroma
from langchain_core.documents import Document
from langchain_core.embeddings import Embeddings
from langchain_text_splitters import RecursiveCharacterTextSplitter

from evals.cases import Case
from evals.metrics.retrieval import Span
from evals.systems import stock
from evals.systems.base import DEPTH
from qa.domain import Answer
from qa.index.embedding import LocalEmbedder
from qa.settings import Settings

_TUTORIAL_PROMPT = (
    "You are an assistant for question-answering tasks. Use the following pieces of retrieved context to answer the question. "
    "If you don't know the answer, just say that you don't know. Use three sentences maximum and keep the answer concise.\n"
    "Question: {question} \nContext: {context} \nAnswer:"
)
_CHINESE_PROMPT = (
    "【指令】根据已知信息，简洁和专业的来回答问题。如果无法从中得到答案，请说 “根据已知信息无法回答该问题”，"
    "不允许在答案中添加编造成分，答案请使用中文。\n\n【已知信息】{context}\n\n【问题】{question}\n"
)
_CHINESE_SEPARATORS = ["\n\n", "\n", "。|！|？", r"\.\s|\!\s|\?\s", r"；|;\s", r"，|,\s"]


class LocalEmbeddings(Embeddings):
    """The product's embedder behind LangChain's interface."""

    def __init__(self, embedder: LocalEmbedder) -> None:
        self._embedder = embedder

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        return [[float(x) for x in row] for row in self._embedder.passages(texts)]

    def embed_query(self, text: str) -> list[float]:
        return [float(x) for x in self._embedder.query(text)]


class LangChainStock:
    """A splitter, a Chroma collection in memory, a prompt."""

    def __init__(
        self, name: str, settings: Settings, splitter: RecursiveCharacterTextSplitter, k: int, prompt: str
    ) -> None:
        self.name = name
        self._settings = settings
        self._k = k
        self._prompt = prompt
        self._report = stock.read_report(settings)
        # Chroma's clients in memory share their collections within a process.
        self._store = Chroma(f"{name}-{uuid4().hex}", embedding_function=LocalEmbeddings(LocalEmbedder()))
        self._store.add_documents(splitter.split_documents([Document(self._report.text)]))

    def search(self, case: Case) -> list[Span]:
        """Spans of the nearest chunks."""
        return self._spans(case.question, DEPTH)

    def answer(self, case: Case) -> Answer:
        """What the prompt makes of the question and its top chunks."""
        spans = self._spans(case.question, self._k)
        prompt = self._prompt.format(question=case.question, context=stock.passages(spans, self._report))
        return stock.write(self._settings, prompt, spans, self._report)

    def _spans(self, question: str, k: int) -> list[Span]:
        return _spans(self._store.similarity_search(question, k))


def tutorial(settings: Settings) -> LangChainStock:
    """LangChain's tutorial."""
    splitter = RecursiveCharacterTextSplitter(chunk_size=1000, chunk_overlap=200, add_start_index=True)
    return LangChainStock("langchain", settings, splitter, 4, _TUTORIAL_PROMPT)


def chinese(settings: Settings) -> LangChainStock:
    """The same with a splitter that knows Chinese punctuation."""
    splitter = RecursiveCharacterTextSplitter(
        separators=_CHINESE_SEPARATORS,
        is_separator_regex=True,
        keep_separator="end",
        chunk_size=750,
        chunk_overlap=150,
        add_start_index=True,
    )
    return LangChainStock("chinese", settings, splitter, 3, _CHINESE_PROMPT)


def _spans(documents: Sequence[Document]) -> list[Span]:
    return [(d.metadata["start_index"], d.metadata["start_index"] + len(d.page_content)) for d in documents]
