"""A question in LLM mode against the endpoint's own time: what retrieval, prompting and verification add.

    python -m evals.speed.llm_overhead            # twelve development questions; the index must exist (run the app once before)

A loopback server streams the keyless answer of each question at 40 tokens a second, one of about 2 characters at a time, after
reading the prompt at 400 tokens a second. Each question is asked in turn of the product and, with the messages that the product
sent, of the endpoint through the bare client. Prints each pair, and the ratio of the sums.
"""

import json
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

from evals.cases import load_cases
from qa.assistant import Assistant
from qa.settings import Settings, load
from qa.tokens import count_tokens

QUESTIONS = 12
READS, WRITES = 400, 40  # tokens a second
_PIECE = 2  # characters: what one token of Chinese is, about


class Paced:
    """What the server knows: the answer to give next, and the last request."""

    answer = ""
    request: dict[str, Any] = {}  # noqa: RUF012


def main() -> None:
    ours, bare = measure(QUESTIONS)
    sys.stdout.write(f"ratio {ours / bare:.3f} over {QUESTIONS} questions\n")


def measure(count: int) -> tuple[float, float]:
    """Seconds that `count` questions take the product, and the endpoint alone."""
    ours = bare = 0.0
    with paced_server() as base_url:
        settings = load().model_copy(update={"mode": "llm", "openai_base_url": base_url, "timeout": 600.0})
        assistant = Assistant.open(settings)
        keyless = Assistant(settings.model_copy(update={"mode": "extractive"}), assistant.reports, assistant.retriever)
        client = make_client(settings)
        warm = False
        for question, answer in questions(keyless, count):
            Paced.answer, Paced.request = answer, {}
            started = time.perf_counter()
            written = assistant.ask(question)
            middle = time.perf_counter()
            if not Paced.request:
                continue  # answered by code alone
            ask_bare(client, Paced.request)
            direct = time.perf_counter() - middle
            if not warm:
                warm = True
                continue  # not counted: imports and the first connection, on both sides
            ours, bare = ours + middle - started, bare + direct
            sys.stdout.write(
                f"product {middle - started:5.2f} s   endpoint {direct:5.2f} s   {written.mode:10}  {question}\n"
            )
    return ours, bare


def questions(keyless: Assistant, count: int) -> list[tuple[str, str]]:
    """Development questions that a model is asked, one more than `count`, with an answer that stands: the keyless one."""
    found = []
    for case in load_cases():
        if case.split == "dev" and case.type in ("fact", "confusable", "list") and not case.history:
            answer = keyless.ask(case.question)
            if answer.status == "answered" and all(claim.verdict == "quoted" for claim in answer.claims):
                found.append((case.question, answer.text))
    step = max(len(found) // (count + 1), 1)
    return found[::step][: count + 1]


def make_client(settings: Settings) -> Any:
    """The client without anything of ours around it."""
    from openai import OpenAI

    return OpenAI(api_key="none", base_url=settings.openai_base_url, timeout=600, max_retries=0)


def ask_bare(client: Any, request: dict[str, Any]) -> str:
    """Send the same request again and read the whole stream."""
    parts = client.chat.completions.create(**request)
    return "".join(part.choices[0].delta.content or "" for part in parts if part.choices)


@contextmanager
def paced_server() -> Iterator[str]:
    """A server on loopback; gives its base URL."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    server.daemon_threads = True
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/v1"
    finally:
        server.shutdown()
        server.server_close()


class _Handler(BaseHTTPRequestHandler):
    def log_message(self, *args: object) -> None:
        """Keep quiet."""

    def do_POST(self) -> None:
        started = time.perf_counter()
        Paced.request = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        read = sum(count_tokens(str(message["content"])) for message in Paced.request["messages"]) / READS
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        for number, at in enumerate(range(0, len(Paced.answer), _PIECE), 1):
            time.sleep(max(started + read + number / WRITES - time.perf_counter(), 0))
            self._event({"content": Paced.answer[at : at + _PIECE]}, None)
        self._event({}, "stop")
        self.wfile.write(b"data: [DONE]\n\n")

    def _event(self, delta: dict[str, str], finish: str | None) -> None:
        choice = {"index": 0, "delta": delta, "finish_reason": finish}
        event = {"id": "x", "object": "chat.completion.chunk", "created": 0, "model": "paced", "choices": [choice]}
        self.wfile.write(f"data: {json.dumps(event)}\n\n".encode())
        self.wfile.flush()


if __name__ == "__main__":
    main()
