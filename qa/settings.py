"""Environment -> one Settings, passed to whatever needs it."""

import os
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from platformdirs import user_data_path
from pydantic import AliasChoices, Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from qa.errors import SettingsError

ROOT = Path(__file__).resolve().parents[1]


class Settings(BaseSettings):
    """Everything that can be set, from `QA_*` variables or a `.env` file in the working directory.

    >>> Settings(port=7861).port
    7861
    """

    model_config = SettingsConfigDict(
        env_prefix="QA_", env_file=".env", extra="ignore", populate_by_name=True, frozen=True, env_parse_none_str="null"
    )

    seeds_dir: Path = ROOT / "seeds"
    data_dir: Path = Field(default_factory=lambda: user_data_path("report-qa", appauthor=False))
    prompts_dir: Path = ROOT / "prompts"

    host: str = "127.0.0.1"
    port: int = Field(default=7860, ge=1, le=65535)

    mode: Literal["auto", "llm", "extractive"] = "auto"
    model: str = "gpt-4o-mini"
    openai_api_key: SecretStr | None = Field(
        default=None, validation_alias=AliasChoices("OPENAI_API_KEY", "openai_api_key")
    )
    openai_base_url: str | None = Field(
        default=None, validation_alias=AliasChoices("OPENAI_BASE_URL", "openai_base_url")
    )
    temperature: float | None = 0.0
    # Whether a model is asked for JSON by a schema, where its endpoint takes one. Off: with a 1.5B model, on 30 cases, 22 answers
    # were right with it and 21 without, 7 and 9 of 24 drafts stood, and a draft took 58 tokens to write instead of 42.
    structured: Literal["auto", "off"] = "off"
    context_tokens: int = Field(default=1500, ge=200)
    timeout: float = Field(default=60.0, gt=0)
    price_input: float | None = Field(default=None, ge=0)
    price_output: float | None = Field(default=None, ge=0)

    embedding_model: str = ""
    embedding_base_url: str | None = None
    embedding_api_key: SecretStr | None = None

    max_question_chars: int = Field(default=2000, ge=1)
    # Whether readers may set model, endpoint and key in the page; by default only where no other machine reaches it.
    page_settings: bool | None = None

    @field_validator("openai_base_url", "embedding_base_url")
    @classmethod
    def _address(cls, value: str | None) -> str | None:
        """An address with a scheme, a host and a port that can be; none where it is empty."""
        return checked_address(value)

    @property
    def uses_llm(self) -> bool:
        """Whether answers are written by the endpoint's model: mode `llm`, or `auto` with a key or an address set."""
        if self.mode == "auto":
            return bool(self.openai_base_url or (self.openai_api_key and self.openai_api_key.get_secret_value()))
        return self.mode == "llm"

    @property
    def open_to_readers(self) -> bool:
        """Whether the page takes settings of its readers: this machine would call whatever address they name."""
        return self.host in ("127.0.0.1", "localhost", "::1") if self.page_settings is None else self.page_settings


def checked_address(value: str | None) -> str | None:
    """An endpoint's address, None where it is empty; raise ValueError where it cannot be one."""
    if not value:
        return None
    parts = urlsplit(value)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.port == 0:
        raise ValueError("应是 http:// 或 https:// 开头的地址")
    return value


def load() -> Settings:
    """Read the settings of this process; raise SettingsError naming each setting that cannot be used."""
    try:
        return Settings()
    except ValidationError as exc:
        wrong = "；".join(f"{_variable(error['loc'])}：{error['msg']}" for error in exc.errors())
        raise SettingsError(f"设置有误（{wrong}）。请改正环境变量或 .env 文件后重试。") from exc
    except UnicodeDecodeError as exc:
        raise SettingsError(".env 文件不是 UTF-8 编码。请用编辑器另存为 UTF-8 后重试。") from exc


def _variable(loc: tuple[int | str, ...]) -> str:
    name = str(loc[0]) if loc else "?"
    return name if name.isupper() else f"QA_{name.upper()}"


def silence_telemetry() -> None:
    """Switch off what the libraries would send home; call before importing them. Nothing here overrides the promise."""
    os.environ.update(
        {
            "ANONYMIZED_TELEMETRY": "False",
            "GRADIO_ANALYTICS_ENABLED": "False",
            "HF_HUB_DISABLE_TELEMETRY": "1",
            "DO_NOT_TRACK": "1",
            "LANGSMITH_TRACING": "false",
            "LANGSMITH_TRACING_V2": "false",
            "LANGCHAIN_TRACING": "false",
            "LANGCHAIN_TRACING_V2": "false",
            "OTEL_SDK_DISABLED": "true",
        }
    )
