"""A chat model whose streams keep what the server says a call cost, as its whole answers do.

LangChain takes the tokens out of the usage at the end of a stream and drops the rest, such as the `cost` of some gateways
(OpenRouter's, in its credits).
"""

from typing import Any

from langchain_core.outputs import ChatGenerationChunk
from langchain_openai import ChatOpenAI


class MeteredChat(ChatOpenAI):
    """ChatOpenAI with `response_metadata["token_usage"]["cost"]` on the parts of a stream that bring one."""

    def _convert_chunk_to_generation_chunk(
        self, chunk: dict[str, Any], default_chunk_class: type, base_generation_info: dict[str, Any] | None
    ) -> ChatGenerationChunk | None:
        """Read a part of a stream; the place where LangChain's integrations of other providers add what is theirs."""
        part = super()._convert_chunk_to_generation_chunk(chunk, default_chunk_class, base_generation_info)
        if part and (cost := (chunk.get("usage") or {}).get("cost")) is not None:
            # As text: where every part brings a cost, LangChain can join texts but no fractions.
            part.message.response_metadata["token_usage"] = {"cost": str(cost)}
        return part
