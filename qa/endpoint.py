"""Settings -> clients of an OpenAI-compatible endpoint; their failures -> EndpointError.

The one place that knows LangChain's model constructors (langchain, over langchain-openai) and openai.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from pydantic import SecretStr

from qa.errors import EndpointError
from qa.settings import Settings

if TYPE_CHECKING:
    from langchain_core.embeddings import Embeddings
    from langchain_core.language_models import BaseChatModel

# An endpoint on the user's own machine wants no key, but the client refuses to be made without one.
_NO_KEY = "none"
_RETRIES = 1


def chat_model(settings: Settings) -> "BaseChatModel":
    """A streaming chat model for QA_MODEL; nothing is sent before it is used."""
    from langchain.chat_models import init_chat_model

    key = settings.openai_api_key
    return init_chat_model(
        settings.model,
        model_provider="openai",
        api_key=key if key and key.get_secret_value() else SecretStr(_NO_KEY),
        base_url=settings.openai_base_url,
        temperature=settings.temperature,
        timeout=settings.timeout,
        max_retries=_RETRIES,
        stream_usage=True,
    )


def embeddings(settings: Settings) -> "Embeddings":
    """A client for QA_EMBEDDING_MODEL.

    Texts are sent as text: with its context-length check on, the client would send token ids, which compatible servers
    reject or embed wrongly.
    """
    from langchain.embeddings import init_embeddings

    elsewhere = settings.embedding_base_url not in (None, settings.openai_base_url)
    key = settings.embedding_api_key or (None if elsewhere else settings.openai_api_key)
    return init_embeddings(
        settings.embedding_model,
        provider="openai",
        api_key=key if key and key.get_secret_value() else SecretStr(_NO_KEY),
        base_url=settings.embedding_base_url or settings.openai_base_url,
        check_embedding_ctx_length=False,
        timeout=settings.timeout,
        max_retries=_RETRIES,
    )


@contextmanager
def explained(settings: Settings, *, base_url: str | None = None, model: str | None = None) -> Iterator[None]:
    """Turn whatever a client raises inside into an EndpointError that says what failed and what to do.

    `base_url` and `model` name the endpoint in the message; by default the chat endpoint's. No message holds the key.
    """
    import httpx2
    import openai

    host = _host(base_url or settings.openai_base_url)
    name = model or settings.model
    try:
        yield
    except openai.AuthenticationError as exc:
        raise EndpointError("key", f"{host} 不接受所给的密钥（401）。请检查 OPENAI_API_KEY。") from exc
    except openai.PermissionDeniedError as exc:
        raise EndpointError(
            "key", f"{host} 拒绝访问（403）：密钥没有使用模型 {name} 的权限。请换密钥或换模型。"
        ) from exc
    except openai.NotFoundError as exc:
        raise EndpointError(
            "model",
            f"{host} 没有模型 {name}，或地址有误（404）。请检查 QA_MODEL 和 OPENAI_BASE_URL（通常以 /v1 结尾）。",
        ) from exc
    except openai.RateLimitError as exc:
        raise EndpointError("quota", f"{host} 的额度用完或请求过于频繁（429）。请稍后再试，或检查账户余额。") from exc
    except openai.BadRequestError as exc:
        raise EndpointError("refused", f"{host} 不接受这次请求（400）：{_detail(exc, settings)}") from exc
    except (openai.APITimeoutError, httpx2.TimeoutException, TimeoutError) as exc:
        raise EndpointError(
            "timeout", f"{host} 在 {settings.timeout:g} 秒内没有答完。请稍后再试，或调大 QA_TIMEOUT。"
        ) from exc
    except (openai.APIConnectionError, httpx2.TransportError) as exc:
        raise EndpointError("address", f"连不上 {host}。请检查 OPENAI_BASE_URL 和网络，以及该服务是否已启动。") from exc
    except openai.APIStatusError as exc:
        raise EndpointError("server", f"{host} 出错（{exc.status_code}）。请稍后再试。") from exc
    except openai.OpenAIError as exc:
        raise EndpointError("server", f"{host} 出错（{type(exc).__name__}）。请稍后再试。") from exc
    except (ValueError, TypeError, KeyError, AttributeError) as exc:
        raise EndpointError(
            "format", f"{host} 的回答不是 OpenAI 兼容格式。请检查 OPENAI_BASE_URL 指向的服务。"
        ) from exc


def _host(base_url: str | None) -> str:
    """The endpoint's host for messages: no path, no credentials."""
    parts = urlsplit(base_url or "https://api.openai.com/v1")
    return f"{parts.hostname or base_url}{f':{parts.port}' if parts.port else ''}"


def _detail(error: Exception, settings: Settings) -> str:
    """The server's own words, shortened, with the keys and anything that looks like one taken out."""
    text = str(getattr(error, "message", error))
    for key in (settings.openai_api_key, settings.embedding_api_key):
        if key and key.get_secret_value():
            text = text.replace(key.get_secret_value(), "***")
    return re.sub(r"(?:sk|key)-[\w-]{4,}|Bearer\s+\S+", "***", text)[:160]
