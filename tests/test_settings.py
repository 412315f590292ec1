"""Settings come from the environment; a wrong one is named."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from qa import settings
from qa.assistant import Assistant
from qa.errors import ReportError, SettingsError
from tests.conftest import make_settings


def test_wrong_settings_are_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("QA_PORT", "seventy")
    with pytest.raises(SettingsError, match="QA_PORT"):
        settings.load()


def test_env_file_is_read(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".env").write_text("QA_PORT=7999\nOPENAI_API_KEY=sk-hidden\n", encoding="utf-8")
    loaded = settings.load()
    assert loaded.port == 7999
    assert loaded.uses_llm
    assert "sk-hidden" not in repr(loaded)


@pytest.mark.parametrize(
    ("changes", "uses_llm"),
    [
        ({"mode": "auto"}, False),
        ({"mode": "auto", "openai_api_key": "k"}, True),
        ({"mode": "auto", "openai_api_key": ""}, False),
        ({"mode": "auto", "openai_base_url": "http://localhost:11434/v1"}, True),
        ({"mode": "extractive", "openai_api_key": "k"}, False),
        ({"mode": "llm"}, True),
    ],
)
def test_mode(tmp_path: Path, changes: dict[str, object], uses_llm: bool) -> None:
    assert make_settings(tmp_path, **changes).uses_llm is uses_llm


def test_empty_seeds_folder_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    with pytest.raises(ReportError, match="没有报告"):
        Assistant.open(make_settings(tmp_path / "data", seeds_dir=tmp_path / "seeds"))


def test_no_temperature_can_be_set(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("QA_TEMPERATURE", "null")
    assert settings.load().temperature is None


@pytest.mark.parametrize("address", ["localhost:8000", "http://localhost:port/v1", "http://[::1", "ftp://host/v1"])
def test_an_address_that_is_none_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, address: str) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("OPENAI_BASE_URL", address)
    with pytest.raises(SettingsError, match="OPENAI_BASE_URL"):
        settings.load()


def test_an_empty_address_is_no_address(tmp_path: Path) -> None:
    assert make_settings(tmp_path, openai_base_url="").openai_base_url is None


def test_tracing_is_off_whatever_the_environment_says() -> None:
    code = "import qa, langsmith.utils as u; raise SystemExit(int(bool(u.tracing_is_enabled())))"
    wanted = dict.fromkeys(("LANGSMITH_TRACING_V2", "LANGCHAIN_TRACING_V2", "LANGSMITH_TRACING"), "true")
    environment = os.environ | wanted | {"LANGSMITH_API_KEY": "x"}
    assert subprocess.run([sys.executable, "-W", "ignore", "-c", code], env=environment, timeout=60).returncode == 0
