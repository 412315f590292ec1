"""`python app.py` as a user starts it."""

import os
import signal
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from qa.assistant import Assistant
from qa.settings import ROOT


def start(**variables: str) -> "subprocess.Popen[str]":
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("QA_", "OPENAI_"))}
    return subprocess.Popen(
        [sys.executable, "app.py"],
        cwd=ROOT,
        env=environment | {"QA_MODE": "extractive"} | variables,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


@pytest.mark.parametrize(
    ("variables", "said"),
    [
        ({"QA_PORT": "gibberish"}, "QA_PORT"),
        ({"QA_SEEDS_DIR": "{empty}"}, "没有报告"),
        ({"QA_SEEDS_DIR": "{empty}/none"}, "没有找到报告目录"),
    ],
)
def test_what_the_user_can_mend_is_one_line(tmp_path: Path, variables: dict[str, str], said: str) -> None:
    given = {name: value.format(empty=tmp_path) for name, value in variables.items()}
    app = start(QA_DATA_DIR=str(tmp_path / "data"), **given)
    _, errors = app.communicate(timeout=60)
    assert app.returncode == 1
    assert errors.startswith("错误：")
    assert said in errors
    assert errors.count("\n") == 1


def test_a_second_start_reuses_the_index_and_a_busy_port_gives_way(assistant: Assistant, data_dir: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        busy = taken.getsockname()[1]
        app = start(QA_DATA_DIR=str(data_dir), QA_PORT=str(busy))
        assert app.stdout
        said = []
        for line in app.stdout:
            said.append(line)
            if line.startswith("打开 "):
                break
        assert "索引无需更新" in "".join(said)
        assert f"端口 {busy} 已被占用" in "".join(said)
        address = said[-1].split()[1]
        assert address != f"http://127.0.0.1:{busy}"
        with urllib.request.urlopen(address, timeout=10) as page:
            assert page.status == 200
    app.send_signal(signal.SIGINT)
    output, errors = app.communicate(timeout=30)
    assert app.returncode == 0
    assert output == "已停止。\n"
    assert errors == ""
