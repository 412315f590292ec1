"""Nothing leaves the machine: with every other socket blocked, the product indexes, answers and starts its page."""

import os
import subprocess
import sys
from pathlib import Path

from qa.settings import ROOT

# Connecting anywhere but to loopback, or looking a name up, ends the process at once: no library can swallow it.
BLOCKED = """
import os, socket, sys
LOCAL = ("127.0.0.1", "::1", "localhost", "0.0.0.0", "", None)
def guarded(name):
    real = getattr(socket.socket, name)
    def connect(self, address):
        if self.family in (socket.AF_INET, socket.AF_INET6) and address[0] not in LOCAL:
            sys.stderr.write(f"connected to {address}\\n"); sys.stderr.flush(); os._exit(70)
        return real(self, address)
    return connect
socket.socket.connect = guarded("connect")
socket.socket.connect_ex = guarded("connect_ex")
real_lookup = socket.getaddrinfo
def lookup(host, *args, **kwargs):
    if host not in LOCAL and host != socket.gethostname():
        sys.stderr.write(f"looked up {host}\\n"); sys.stderr.flush(); os._exit(71)
    return real_lookup(host, *args, **kwargs)
socket.getaddrinfo = lookup
"""

WORK = """
from qa.assistant import Assistant
from qa.settings import Settings
import tempfile, pathlib, urllib.request
seeds = pathlib.Path(tempfile.mkdtemp())
(seeds / "2023_某省.txt").write_text("一、2022年工作回顾\\n粮食总产量496.9亿斤。农村公路通到每个村。\\n", encoding="utf-8")
settings = Settings(
    _env_file=None, seeds_dir=seeds, data_dir=pathlib.Path(tempfile.mkdtemp()), port=17860, mode="extractive"
)
assistant = Assistant.open(settings)
answer = assistant.ask("去年粮食总产量是多少？")
assert "496.9亿斤" in answer.text, answer
from qa.tokens import count_tokens
assert count_tokens("粮食") > 0
from qa.web.server import start
page = start(assistant, settings, print)
assert urllib.request.urlopen(page.local_url, timeout=10).status == 200
import time; time.sleep(3)
print("served", flush=True)
os._exit(0)
"""


def run(code: str, tmp_path: Path) -> "subprocess.CompletedProcess[str]":
    environment = {k: v for k, v in os.environ.items() if not k.lower().endswith("_proxy")} | {"HOME": str(tmp_path)}
    return subprocess.run(
        [sys.executable, "-c", BLOCKED + code], cwd=ROOT, env=environment, capture_output=True, text=True, timeout=240
    )


def test_index_ask_and_page_need_no_network(tmp_path: Path) -> None:
    done = run(WORK, tmp_path)
    assert done.returncode == 0, done.stderr
    assert "served" in done.stdout


def test_the_block_itself_works(tmp_path: Path) -> None:
    """The guard must be able to fail: an address elsewhere and a name both end the process."""
    assert run("socket.create_connection(('192.0.2.1', 80), timeout=1)", tmp_path).returncode in (70, 71)
    assert run("socket.getaddrinfo('example.com', 80)", tmp_path).returncode == 71
