"""A real HTTP server on loopback that speaks the OpenAI protocol: chat with and without streaming, embeddings, failures.

Hand-written so that what travels over the wire is real: the client, its retries and its time-outs are those of the product.
"""

import json
import socket
import struct
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

ANY_KEY = "sk-test-secret-1234"
MODEL = "test-model"
USAGE = {"prompt_tokens": 100, "completion_tokens": 20, "total_tokens": 120}


@dataclass
class Script:
    """What the server does next.

    `reply` may be a function of the request body. `fault` names a way to fail, every time; `faults` are for one request each,
    and come first. `usage` is what it counts for each answer. `reasoning` is sent before the answer in the field that reasoning models use; `finish` is why it ends.
    """

    reply: Any = "报告未提及"
    fault: str = ""
    faults: list[str] = field(default_factory=list)
    delay: float = 0.0
    retry_after: str = ""
    reasoning: str = ""
    finish: str = "stop"
    usage: dict[str, Any] = field(default_factory=lambda: dict(USAGE))
    requests: list[dict[str, Any]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)


# Faults that are a status with the server's own words; these echo the key, as some servers do.
STATUS_FAULTS = {
    "401": (401, "invalid_api_key", f"Incorrect API key provided: {ANY_KEY}"),
    "403": (403, "forbidden", f"{ANY_KEY} may not use this model"),
    "404": (404, "model_not_found", f"no such model, key {ANY_KEY}"),
    "429": (429, "rate_limit_exceeded", f"slow down, {ANY_KEY}"),
    "quota": (429, "insufficient_quota", f"{ANY_KEY} has no credit left"),
    "500": (500, "internal", f"scripted 500 for {ANY_KEY}"),
    "503": (503, "overloaded", f"scripted 503 for {ANY_KEY}"),
    "400": (400, "bad_request", f"scripted 400 for {ANY_KEY}"),
    "long": (400, "context_length_exceeded", "This model's maximum context length is 512 tokens."),
    "filter": (400, "content_filter", "The prompt was filtered."),
}


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
        self.script.headers.append({name.lower(): value for name, value in self.headers.items()})
        fault = self.script.faults.pop(0) if self.script.faults else self.script.fault
        if fault in STATUS_FAULTS:
            status, code, words = STATUS_FAULTS[fault]
            self._json(status, {"error": {"message": words, "code": code}})
        elif fault == "html":
            self._send(502, "text/html", b"<html><body>Bad Gateway</body></html>")
        elif fault == "hang":
            time.sleep(self.script.delay)
        elif fault == "reset":
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            self.connection.close()
            self.close_connection = True
        elif fault == "not json":
            self._send(200, "application/json", "不是 JSON".encode())
        elif fault.startswith("refuses schemas") and "response_format" in body:
            status = int(fault.rpartition(" ")[2])
            self._json(
                status, {"error": {"message": "response_format json_schema is unavailable", "code": "unsupported"}}
            )
        elif fault == "refuses streams" and body.get("stream"):
            self._json(400, {"error": {"message": "stream=true is not supported", "code": "unsupported"}})
        elif self.path.endswith("/embeddings"):
            self._embeddings(body)
        elif body.get("stream") and fault != "ignores streams":
            self._stream(self._text(body), fault)
        else:
            message = {"role": "assistant", "content": self._text(body)}
            choice = {"index": 0, "message": message, "finish_reason": self.script.finish}
            self._json(200, {**_head("chat.completion"), "choices": [choice], "usage": self.script.usage})

    def _text(self, body: dict[str, Any]) -> str:
        reply = self.script.reply
        return str(reply(body) if callable(reply) else reply)

    def _stream(self, text: str, fault: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Connection", "close")
        self.end_headers()
        self.close_connection = True
        if fault == "odd":
            self._raw({"foo": 1})
            return
        for piece in _pieces(self.script.reasoning):
            self._event({"delta": {"role": "assistant", "reasoning_content": piece}, "finish_reason": None})
        for number, piece in enumerate(_pieces(text)):
            if number == 4 and fault == "cut":
                return
            if number == 4 and fault == "error in the stream":
                self._raw({"error": {"message": f"it broke for {ANY_KEY}", "code": "server_error"}})
            if number == 4 and fault == "stall":
                time.sleep(self.script.delay)
            if number == 4 and fault == "trickle":
                self._trickle()
            self._event({"delta": {"role": "assistant", "content": piece}, "finish_reason": None})
        self._event({"delta": {}, "finish_reason": self.script.finish})
        self._raw({**_head("chat.completion.chunk"), "choices": [], "usage": self.script.usage})
        self.wfile.write(b"data: [DONE]\n\n")

    def _trickle(self) -> None:
        """Keep the connection alive with comments, as some gateways do, and say nothing."""
        end = time.monotonic() + self.script.delay
        while time.monotonic() < end:
            self.wfile.write(b": still here\n\n")
            self.wfile.flush()
            time.sleep(0.05)

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
        if status == 429 and self.script.retry_after:
            self.send_header("Retry-After", self.script.retry_after)
        self.end_headers()
        self.wfile.write(data)


def _bins(text: str) -> list[float]:
    row = [0.01] * 64
    for char in text:
        row[ord(char) % 64] += 1.0
    return row


def _pieces(text: str) -> list[str]:
    return [text[i : i + 3] for i in range(0, len(text), 3)]


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
