"""The retriever as a LangChain BaseRetriever, so that it composes with chains and agents."""

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from pydantic import ConfigDict

from qa.domain import Hit
from qa.retrieval.retriever import Retriever


class ReportRetriever(BaseRetriever):
    """Question -> Documents, one per sentence; the metadata say where it stands and what it scored.

    >>> chain = {"context": ReportRetriever(retriever=assistant.retriever, k=8)} | prompt | model  # doctest: +SKIP
    """

    model_config = ConfigDict(arbitrary_types_allowed=True)

    retriever: Retriever
    k: int = 10

    def _get_relevant_documents(self, query: str, *, run_manager: CallbackManagerForRetrieverRun) -> list[Document]:
        return [as_document(hit) for hit in self.retriever.search(query, self.k)]


def as_document(hit: Hit) -> Document:
    """A hit as a Document: `page_content` is the sentence, verbatim."""
    sentence = hit.sentence
    return Document(
        id=f"{sentence.report}:{sentence.index}",
        page_content=sentence.text,
        metadata={
            "report": sentence.report,
            "section": " / ".join(sentence.section),
            "start": sentence.start,
            "end": sentence.end,
            "period": sentence.period,
            "status": str(sentence.status),
            "score": hit.score,
        },
    )
