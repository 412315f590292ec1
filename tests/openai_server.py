"""A real HTTP server on loopback that speaks the OpenAI protocol: chat with and without streaming, embeddings, failures.

Hand-written so that what travels over the wire is real: the client, its retries and its time-outs are those of the product.
"""

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

ANY_KEY = "sk-test-secret-1234"
MODEL = "test-model"


@dataclass
class Script:
    """What the server does next. `reply` may be a function of the request body; `fault` names a way to fail."""

    reply: Any = "报告未提及"
    fault: str = ""
    delay: float = 0.0
    requests: list[dict[str, Any]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)


STATUS_FAULTS = {"401": 401, "403": 403, "404": 404, "429": 429, "500": 500, "400": 400}


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    script: Script

    def log_message(self, *args: object) -> None:
        """Keep quiet."""

    def do_GET(self) -> None:
        self._json(200, {"object": "list", "data": [{"id": MODEL, "object": "model"}]})

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.script.requests.append(body)
        self.script.headers.append(dict(self.headers))
        fault = self.script.fault
        if fault in STATUS_FAULTS:
            self._json(STATUS_FAULTS[fault], {"error": {"message": f"scripted {fault} for {ANY_KEY}", "code": fault}})
        elif fault == "html":
            self._send(502, "text/html", b"<html><body>Bad Gateway</body></html>")
        elif fault == "hang":
            time.sleep(self.script.delay)
        elif fault == "not json":
            self._send(200, "application/json", "不是 JSON".encode())
        elif self.path.endswith("/embeddings"):
            self._embeddings(body)
        else:
            self._chat(body)

    def _chat(self, body: dict[str, Any]) -> None:
        reply = self.script.reply
        text = reply(body) if callable(reply) else reply
        if not body.get("stream"):
            message = {"role": "assistant", "content": text}
            self._json(
                200,
                {**_head("chat.completion"), "choices": [{"index": 0, "message": message, "finish_reason": "stop"}]},
            )
            return
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Connection", "close")
        self.end_headers()
        self.close_connection = True
        for number, piece in enumerate(text[i : i + 3] for i in range(0, len(text), 3)):
            if number == 4 and self.script.fault == "cut":
                return
            if number == 4 and self.script.fault == "stall":
                time.sleep(self.script.delay)
            self._event({"delta": {"role": "assistant", "content": piece}, "finish_reason": None})
        self._event({"delta": {}, "finish_reason": "stop"})
        usage = {"prompt_tokens": 100, "completion_tokens": 20, "total_tokens": 120}
        self._raw({**_head("chat.completion.chunk"), "choices": [], "usage": usage})
        self.wfile.write(b"data: [DONE]\n\n")

    def _event(self, choice: dict[str, Any]) -> None:
        self._raw({**_head("chat.completion.chunk"), "choices": [{"index": 0, **choice}]})

    def _raw(self, event: dict[str, Any]) -> None:
        self.wfile.write(f"data: {json.dumps(event, ensure_ascii=False)}\n\n".encode())
        self.wfile.flush()

    def _embeddings(self, body: dict[str, Any]) -> None:
        """Count characters into 64 bins: texts that share characters are near each other."""
        texts = [body["input"]] if isinstance(body["input"], str) else body["input"]
        rows = [{"object": "embedding", "index": n, "embedding": _bins(text)} for n, text in enumerate(texts)]
        self._json(
            200,
            {"object": "list", "model": body["model"], "data": rows, "usage": {"prompt_tokens": 1, "total_tokens": 1}},
        )

    def _json(self, status: int, record: dict[str, Any]) -> None:
        self._send(status, "application/json", json.dumps(record, ensure_ascii=False).encode())

    def _send(self, status: int, content_type: str, data: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", content_type)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)


def _bins(text: str) -> list[float]:
    row = [0.01] * 64
    for char in text:
        row[ord(char) % 64] += 1.0
    return row


def _head(kind: str) -> dict[str, Any]:
    return {"id": "x", "object": kind, "created": 0, "model": MODEL}


@contextmanager
def openai_server() -> Iterator[tuple[str, Script]]:
    """Run the server; gives its base URL and its script."""
    script = Script()
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("ScriptedHandler", (Handler,), {"script": script}))
    server.daemon_threads = True
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/v1", script
    finally:
        server.shutdown()
        server.server_close()
        thread.join(5)
