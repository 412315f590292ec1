import socket

import pytest

from qa.errors import SettingsError
from qa.settings import Settings
from qa.web.blocks import launch_options, mode_label
from qa.web.server import address, free_port
from tests.fakes import FakeAssistant, seed_report
from tests.pages import built


def settings(**values: object) -> Settings:
    return Settings(_env_file=None, **values)  # type: ignore[arg-type, call-arg]


def test_the_page_is_built_with_its_parts() -> None:
    page = built(FakeAssistant([seed_report()]))
    ids = {component["props"].get("elem_id") for component in page.config["components"]}
    assert {"qa-talk", "qa-status", "qa-question", "qa-ask", "qa-stop", "qa-new", "qa-pane"} <= ids
    assert not page.analytics_enabled


def test_nothing_of_the_page_points_outside() -> None:
    options = launch_options()
    assert "http" not in options["head"]
    assert not options["theme"]._stylesheets
    assert not options["theme"]._font_css
    assert not options["run_history"]
    assert not options["share"]


def test_the_mode_is_named() -> None:
    assert mode_label(settings(mode="extractive")) == "摘录模式（无需密钥）"
    assert mode_label(settings(mode="llm", model="gpt-4o-mini")) == "模型：gpt-4o-mini"


def test_the_address_can_be_opened_on_this_machine() -> None:
    assert address("127.0.0.1", 7860) == "http://127.0.0.1:7860"
    assert address("0.0.0.0", 7860) == "http://127.0.0.1:7860"
    assert address("::1", 7860) == "http://[::1]:7860"


def test_a_busy_port_gives_way_to_the_next_free_one() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        busy = taken.getsockname()[1]
        assert free_port("127.0.0.1", busy) > busy


def test_an_address_of_another_machine_is_named_in_the_error() -> None:
    with pytest.raises(SettingsError, match=r"203\.0\.113\.7.*QA_HOST"):
        free_port("203.0.113.7", 7860)
