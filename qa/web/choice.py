"""What a reader chose in the settings panel + the environment's settings -> the settings of one request."""

from dataclasses import dataclass
from typing import Literal, cast

from pydantic import SecretStr

from qa import endpoint
from qa.errors import EndpointError, SettingsError
from qa.index.embedding import make_embedder
from qa.settings import Settings, checked_address

# The fields that a reader may set, with the variables that set them for everybody.
VARIABLES = {
    "mode": "QA_MODE",
    "model": "QA_MODEL",
    "openai_base_url": "OPENAI_BASE_URL",
    "openai_api_key": "OPENAI_API_KEY",
}
_TEST_SECONDS = 15.0


@dataclass(frozen=True, slots=True)
class Choice:
    """The panel's fields as they stand in one reader's page; empty where nothing was chosen."""

    mode: str = ""
    address: str = ""
    key: str = ""
    model: str = ""


def fixed(settings: Settings) -> dict[str, str]:
    """The fields that the panel cannot change, with the variable that set each ("" where the panel is closed altogether).

    An address goes with its key: a reader who could name another address would be sent the environment's key.
    """
    if not settings.open_to_readers:
        return {field: VARIABLES[field] if field in settings.model_fields_set else "" for field in VARIABLES}
    found = {field: name for field, name in VARIABLES.items() if field in settings.model_fields_set}
    if "openai_api_key" in found:
        found.setdefault("openai_base_url", VARIABLES["openai_api_key"])
    return found


def chosen(settings: Settings, choice: Choice) -> Settings:
    """The settings of one request; raise SettingsError for an address that cannot be one."""
    try:
        address = checked_address(choice.address.strip())
    except ValueError as exc:
        raise SettingsError(f"接口地址有误：{exc}。请在设置里改正。") from exc
    key = choice.key.strip()
    wished: dict[str, object] = {
        "mode": cast(Literal["auto", "llm", "extractive"], choice.mode),
        "model": choice.model.strip(),
        "openai_base_url": address,
        "openai_api_key": SecretStr(key) if key else None,
    }
    closed = fixed(settings)
    changes = {field: value for field, value in wished.items() if value and field not in closed}
    if changes.keys() & {"model", "openai_base_url"}:  # the prices that are set are another model's
        changes |= {"price_input": None, "price_output": None}
    return settings.model_copy(update=changes) if changes else settings


def connection(settings: Settings, common: Settings) -> list[tuple[str, bool, str]]:
    """Try chat and embeddings apart: what was tried, whether it works, and in words how or what is wrong.

    The index is everybody's, so its embeddings are those of the `common` settings.
    """
    quick = {"timeout": min(settings.timeout, _TEST_SECONDS)}
    return [_chat(settings.model_copy(update=quick)), _embeddings(common.model_copy(update=quick))]


def _chat(settings: Settings) -> tuple[str, bool, str]:
    if not settings.uses_llm:
        return "对话", True, "摘录模式不用模型，也不需要密钥。"
    try:
        endpoint.try_chat(settings)
    except EndpointError as exc:
        return "对话", False, str(exc)
    return "对话", True, f"模型 {settings.model} 能够回答。"


def _embeddings(settings: Settings) -> tuple[str, bool, str]:
    if not settings.embedding_model:
        return "向量", True, "用内置的 multilingual-e5-small，不联网。"
    try:
        make_embedder(settings).query("测试")
    except EndpointError as exc:
        return "向量", False, str(exc)
    return "向量", True, f"模型 {settings.embedding_model} 能够使用。"
