"""Settings -> clients of an OpenAI-compatible endpoint; their failures -> EndpointError.

The one place that knows LangChain's model constructors (langchain, over langchain-openai) and openai; beside it metered.py.
"""

import math
import re
import socket
import ssl
import time
from collections.abc import Iterator
from contextlib import contextmanager
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from pydantic import SecretStr

from qa.errors import EndpointError
from qa.keys import without_keys
from qa.settings import Settings

if TYPE_CHECKING:
    import openai
    from langchain_core.embeddings import Embeddings
    from langchain_core.language_models import BaseChatModel
    from langchain_core.messages import AIMessage

# An endpoint on the user's own machine wants no key, but the client refuses to be made without one.
_NO_KEY = "none"
_RETRIES = 1
# Seconds after which a server that was busy or fell over may be asked again, where it does not say when.
_PAUSE = 0.5

_NO_QUOTA = re.compile(r"insufficient_quota|billing|balance|arrears|欠费|余额", re.I)
# Servers say in many ways that there is too much text: what it is and that it is over a bound, in either order.
_OF_LENGTH = r"(?:context|token|prompt|input|sequence|length|上下文|输入|提示)"
_OVER = r"(?:at most|maximum|exceed|too (?:long|many|large)|limit|longer than|larger than|greater than|range of|should be (?:\[|less|at)|reduce|超过|超出|超限|过长|太长|最大|最长|上限)"
_TOO_LONG = re.compile(
    rf"{_OF_LENGTH}.{{0,60}}{_OVER}|{_OVER}.{{0,60}}{_OF_LENGTH}|context.?(?:size|window)|上下文长度", re.I
)
_FILTERED = re.compile(r"content.?filter|content.?policy|data_inspection|responsible.?ai|sensitive|内容安全|敏感", re.I)
_NO_STREAM = re.compile(r"stream", re.I)


def chat_model(settings: Settings, *, retries: int = _RETRIES) -> "BaseChatModel":
    """A streaming chat model for QA_MODEL; nothing is sent before it is used."""
    from qa.metered import MeteredChat

    return MeteredChat(
        model=settings.model,
        api_key=_usable(settings.openai_api_key, "OPENAI_API_KEY"),
        base_url=settings.openai_base_url,
        temperature=settings.temperature,
        timeout=settings.timeout,
        max_retries=retries,
        stream_usage=True,
    )


def reported_cost(message: "AIMessage") -> float:
    """What the server says a call cost, in its own currency, as some gateways do; 0 where it does not."""
    cost = (message.response_metadata.get("token_usage") or {}).get("cost")
    try:
        return float(cost or 0)
    except (TypeError, ValueError):  # its own idea of a cost
        return 0.0


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
        api_key=_usable(key, "QA_EMBEDDING_API_KEY"),
        base_url=settings.embedding_base_url or settings.openai_base_url,
        check_embedding_ctx_length=False,
        timeout=settings.timeout,
        max_retries=_RETRIES,
    )


def try_chat(settings: Settings) -> None:
    """Ask the chat endpoint for one word; raise EndpointError, saying what is wrong, where none comes."""
    with explained(settings):
        if not str(chat_model(settings).invoke("只回答一个字：好").text):
            raise ValueError("empty answer")


def list_models(settings: Settings) -> list[str]:
    """The names of the endpoint's models, sorted; raise EndpointError where it does not tell them."""
    import openai

    client = openai.OpenAI(
        api_key=_usable(settings.openai_api_key, "OPENAI_API_KEY").get_secret_value(),
        base_url=settings.openai_base_url,
        timeout=settings.timeout,
        max_retries=_RETRIES,
    )
    with explained(settings), client:
        return sorted(model.id for model in client.models.list())


def _usable(key: SecretStr | None, name: str) -> SecretStr:
    """A key that can travel in a header; one that cannot would be quoted in full by the client's own error."""
    value = key.get_secret_value().strip() if key else ""
    if not all("!" <= char <= "~" for char in value):
        raise EndpointError("key", f"密钥含有空格、换行或非英文字符，不能使用。请检查 {name}。")
    return SecretStr(value or _NO_KEY)


@contextmanager
def explained(settings: Settings, *, base_url: str | None = None, model: str | None = None) -> Iterator[None]:
    """Turn whatever a client raises inside into an EndpointError that says what failed and what to do.

    `base_url` and `model` name the endpoint in the message; by default the chat endpoint's. No message holds the key, nor
    does the cause that is kept with it.
    """
    import httpx2
    import openai

    host = _host(base_url or settings.openai_base_url)
    name = model or settings.model
    try:
        yield
    except openai.APIStatusError as exc:
        raise _of_status(exc, host, name, settings) from _keyless(exc, settings)
    except (openai.APITimeoutError, httpx2.TimeoutException, TimeoutError) as exc:
        raise EndpointError(
            "timeout", f"{host} 在 {settings.timeout:g} 秒内没有答完。请稍后再试，或调大 QA_TIMEOUT。"
        ) from exc
    except (openai.APIConnectionError, httpx2.HTTPError) as exc:
        raise _of_connection(exc, host) from _keyless(exc, settings)
    except openai.OpenAIError as exc:  # an error told in the middle of a stream
        raise _of_message(exc, host, settings) from _keyless(exc, settings)
    except (ValueError, TypeError, KeyError, AttributeError) as exc:
        raise EndpointError(
            "format", f"{host} 的回答不是 OpenAI 兼容格式。请检查 OPENAI_BASE_URL 指向的服务。"
        ) from _keyless(exc, settings)


def _of_status(exc: "openai.APIStatusError", host: str, name: str, settings: Settings) -> EndpointError:
    said = f"{exc.message} {exc.body}"
    match exc.status_code:
        case 401:
            return EndpointError("key", f"{host} 不接受所给的密钥（401）。请检查 OPENAI_API_KEY。")
        case 403 if not _FILTERED.search(said):
            return EndpointError("key", f"{host} 拒绝访问（403）：密钥没有使用模型 {name} 的权限。请换密钥或换模型。")
        case 404:
            return EndpointError(
                "model",
                f"{host} 没有模型 {name}，或地址有误（404）。请检查 QA_MODEL 和 OPENAI_BASE_URL（通常以 /v1 结尾）。",
            )
        case 402 | 429:
            wait = None if exc.status_code == 402 or _NO_QUOTA.search(said) else _retry_after(exc) or _PAUSE
            return EndpointError(
                "quota", f"{host} 的额度用完或请求过于频繁（{exc.status_code}）。请稍后再试，或检查账户余额。", wait
            )
        case 400 | 403 | 413 | 422:
            return _of_message(exc, host, settings)
        case status if status >= 500:
            return EndpointError("server", f"{host} 出错（{status}）。请稍后再试。", _retry_after(exc) or _PAUSE)
        case status:
            return EndpointError("server", f"{host} 出错（{status}）。请检查 OPENAI_BASE_URL。")


def _of_message(exc: "openai.OpenAIError", host: str, settings: Settings) -> EndpointError:
    """What a server's own words say of a request that it does not take."""
    said = f"{exc} {getattr(exc, 'body', '')}"
    status = f"（{exc.status_code}）" if hasattr(exc, "status_code") else ""
    if _TOO_LONG.search(said):
        return EndpointError(
            "long", f"问题和原文超过了模型的上下文长度{status}。请调小 QA_CONTEXT_TOKENS，或换上下文更长的模型。"
        )
    if _FILTERED.search(said):
        return EndpointError("filter", f"{host} 的内容审查拦下了这次请求{status}。请换个说法再问，或换一个服务。")
    if status and _NO_STREAM.search(said):
        return EndpointError("streaming", f"{host} 不支持流式输出{status}。请换一个服务。")
    return EndpointError("refused", f"{host} 不接受这次请求{status}：{_detail(exc, settings)}")


def _of_connection(exc: Exception, host: str) -> EndpointError:
    import httpx2

    causes = list(_causes(exc))
    if any(isinstance(cause, socket.gaierror) for cause in causes):
        return EndpointError("address", f"找不到主机 {host}（域名无法解析）。请检查 OPENAI_BASE_URL 和网络。")
    if any(isinstance(cause, ssl.SSLError) for cause in causes):
        return EndpointError(
            "address", f"与 {host} 的加密连接失败（TLS）。请检查 OPENAI_BASE_URL 是否该用 http://，以及证书和系统时间。"
        )
    if any(isinstance(cause, ConnectionRefusedError) for cause in causes):
        return EndpointError("address", f"连不上 {host}（连接被拒绝）。请检查 OPENAI_BASE_URL，以及该服务是否已启动。")
    if any(isinstance(cause, httpx2.ConnectError) for cause in causes):
        return EndpointError("address", f"连不上 {host}。请检查 OPENAI_BASE_URL 和网络，以及该服务是否已启动。")
    return EndpointError("cut", f"{host} 中途断开了连接。请稍后再试。", _PAUSE)


def _causes(exc: BaseException | None) -> Iterator[BaseException]:
    while exc is not None:
        yield exc
        exc = exc.__cause__ or exc.__context__


def _retry_after(exc: "openai.APIStatusError") -> float | None:
    """The seconds that a server asks to wait, None where it names none."""
    value = exc.response.headers.get("retry-after", "")
    try:
        seconds = float(value)
    except ValueError:
        try:
            seconds = parsedate_to_datetime(value).timestamp() - time.time()
        except (ValueError, OverflowError):
            return None
    return max(seconds, 0.0) if math.isfinite(seconds) else None


def _keyless(exc: Exception, settings: Settings) -> Exception | None:
    """The cause to keep with an error: none where the client or the server has put a key into its words."""
    return exc if all(without_keys(repr(cause), settings) == repr(cause) for cause in _causes(exc)) else None


def _host(base_url: str | None) -> str:
    """The endpoint's host for messages: no path, no credentials."""
    parts = urlsplit(base_url or "https://api.openai.com/v1")
    return f"{parts.hostname or base_url}{f':{parts.port}' if parts.port else ''}"


def _detail(error: Exception, settings: Settings) -> str:
    """The server's own words, shortened, with the keys and anything that looks like one taken out."""
    text = without_keys(str(getattr(error, "message", error)), settings)
    return re.sub(r"(?:sk|key)-[\w-]{4,}|Bearer\s+\S+", "***", text)[:160]
