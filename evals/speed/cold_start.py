"""Process start -> page served: the app against a bare Gradio chat, started in turn.

    python -m evals.speed.cold_start            # five pairs; the index must exist (run the app once before)

Prints each pair, and the median of the ratios.
"""

import os
import socket
import statistics
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PAIRS = 5
DEADLINE = 120.0

BARE = """
import gradio as gr
with gr.Blocks() as demo:
    gr.ChatInterface(lambda message, history: message)
demo.launch(server_name="127.0.0.1", server_port=int(__import__("sys").argv[1]), quiet=True)
"""


def main() -> None:
    ratios = []
    seconds(["app.py"])  # not counted: fills the file caches and, where there is none, makes the index
    for _ in range(PAIRS):
        ours, bare = seconds(["app.py"]), seconds(["-c", BARE])
        ratios.append(ours / bare)
        sys.stdout.write(f"app {ours:5.2f} s   bare {bare:5.2f} s   ratio {ours / bare:4.2f}\n")
    sys.stdout.write(f"median ratio {statistics.median(ratios):.2f} (from {min(ratios):.2f} to {max(ratios):.2f})\n")


def seconds(command: list[str]) -> float:
    """Start a program and wait until it serves a page; the program is stopped again."""
    started = time.perf_counter()
    with running(command):
        return time.perf_counter() - started


@contextmanager
def running(command: list[str]) -> Iterator[str]:
    """Run a program on a free port, keyless, from the moment it serves a page; gives the address."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = os.environ | {"QA_PORT": str(port), "QA_MODE": "extractive", "GRADIO_ANALYTICS_ENABLED": "False"}
    process = subprocess.Popen(
        [sys.executable, *command, str(port)],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait(f"http://127.0.0.1:{port}/", process)
        yield f"http://127.0.0.1:{port}/"
    finally:
        process.kill()
        process.wait()


def _wait(address: str, process: "subprocess.Popen[bytes]") -> None:
    started = time.perf_counter()
    while time.perf_counter() - started < DEADLINE:
        try:
            with urllib.request.urlopen(address, timeout=5) as response:
                response.read(1)
            return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            if process.poll() is not None:
                raise SystemExit(f"the program stopped with exit code {process.returncode}") from None
            time.sleep(0.02)
    raise SystemExit(f"nothing was served within {DEADLINE:g} s")


if __name__ == "__main__":
    main()
