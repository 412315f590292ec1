"""Fixtures shared by the rooms' tests: one indexed copy of the seed report, settings that touch nothing of the user's."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from qa.assistant import Assistant
from qa.domain import Report
from qa.reports import read_reports
from qa.settings import ROOT, Settings
from tests.openai_server import Script, openai_server


@pytest.fixture(autouse=True, scope="session")
def _no_environment() -> None:
    """The machine's own settings must not reach the tests."""
    for name in [name for name in os.environ if name.startswith(("QA_", "OPENAI_"))]:
        del os.environ[name]


def make_settings(data_dir: Path, **changes: object) -> Settings:
    """Settings over the seed report that read no .env file."""
    values: dict[str, object] = {"seeds_dir": ROOT / "seeds", "data_dir": data_dir, "mode": "extractive", **changes}
    return Settings(_env_file=None, **values)  # type: ignore[arg-type, call-arg]


@pytest.fixture(scope="session")
def data_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data directory that the whole run shares, so that the seed is embedded once."""
    return tmp_path_factory.mktemp("data")


@pytest.fixture(scope="session")
def seed() -> Report:
    """The seed report, read."""
    return read_reports(ROOT / "seeds")[0]


@pytest.fixture(scope="session")
def assistant(data_dir: Path) -> Assistant:
    """The keyless assistant over the seed report."""
    return Assistant.open(make_settings(data_dir))


@pytest.fixture
def endpoint() -> Iterator[tuple[str, Script]]:
    """A loopback endpoint: its base URL, and the script of what it does."""
    with openai_server() as served:
        yield served
