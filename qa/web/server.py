"""Assistant + settings -> the page, served on a free port."""

import errno
import io
import os
import socket
import threading
from collections.abc import Callable
from contextlib import redirect_stdout
from typing import TYPE_CHECKING

import gradio as gr

from qa.errors import SettingsError
from qa.settings import Settings
from qa.web.api import answer_in_json
from qa.web.blocks import build, launch_options

if TYPE_CHECKING:
    from qa.assistant import Assistant

_TRIES = 50


def serve(assistant: "Assistant", settings: Settings, say: Callable[[str], object]) -> None:
    """Serve the page until interrupted; `say` gets what the user is to read."""
    page = start(assistant, settings, say)
    try:
        threading.Event().wait()
    except KeyboardInterrupt:
        say("已停止。")
    finally:
        page.close(verbose=False)


def start(assistant: "Assistant", settings: Settings, say: Callable[[str], object]) -> gr.Blocks:
    """Start serving on `settings.port` or the next free one; the page's `local_url` says where.

    Raises SettingsError where nothing can listen on `settings.host`.
    """
    port = free_port(settings.host, settings.port)
    if port != settings.port:
        say(f"端口 {settings.port} 已被占用，改用 {port}（可用 QA_PORT 指定）。")
    # Gradio calls its own address once at start; a proxy set for the outside must not get in between.
    for name in ("NO_PROXY", "no_proxy"):
        os.environ[name] = ",".join(filter(None, (os.environ.get(name), "127.0.0.1,localhost,::1", settings.host)))
    page = build(assistant)
    with redirect_stdout(io.StringIO()):  # Gradio announces its MCP server even where it is to be quiet
        page.launch(server_name=settings.host, server_port=port, prevent_thread_lock=True, **launch_options())
    answer_in_json(page)
    say(f"打开 {address(settings.host, port)} （按 Ctrl+C 停止）")
    return page


def free_port(host: str, first: int) -> int:
    """The first port from `first` on that is free on `host`; raise SettingsError where none can be had."""
    last = min(first + _TRIES, 65536)
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    for port in range(first, last):
        try:
            socket.create_server((host, port), family=family).close()
        except OSError as exc:
            if exc.errno == errno.EADDRINUSE:
                continue
            if exc.errno == errno.EACCES:
                raise SettingsError(f"没有权限使用端口 {port}。请用 QA_PORT 指定 1024 以上的端口。") from exc
            raise SettingsError(
                f"不能在地址 {host} 上启动（{exc}）。请把 QA_HOST 改为 127.0.0.1 或本机的地址。"
            ) from exc
        return port
    raise SettingsError(f"端口 {first}–{last - 1} 都被占用。请用 QA_PORT 指定其他端口。")


def address(host: str, port: int) -> str:
    """The address to open in a browser on this machine: a server on all addresses is reached through 127.0.0.1."""
    shown = "127.0.0.1" if host in ("0.0.0.0", "::", "") else host
    return f"http://[{shown}]:{port}" if ":" in shown else f"http://{shown}:{port}"
