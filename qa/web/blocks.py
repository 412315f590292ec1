"""Assistant -> the Gradio page."""

from collections.abc import Iterator
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import gradio as gr

from qa.settings import Settings
from qa.web import evaluation, render
from qa.web.api import offer
from qa.web.chat import Exchange, Frame, converse, halt
from qa.web.look import theme
from qa.web.pane import pane

if TYPE_CHECKING:
    from qa.assistant import Assistant

TITLE = "政府工作报告问答"
# Answers written by an endpoint spend their time waiting; more than this many at once wait in line.
CONCURRENT = 20
STYLES = ("page.css", "chat.css", "report.css", "tools.css")
SCRIPTS = ("page.js", "marks.js", "find.js", "pane.js")

Exchanges = tuple[Exchange, ...]


def build(assistant: "Assistant") -> gr.Blocks:
    """The page: the chat left, the report right. Launch it with `launch_options()`, which carry its looks."""
    reports = assistant.reports
    examples = assistant.examples()[:6]

    def show(frame: Frame) -> tuple[Any, ...]:
        """A frame as values for `outputs`."""
        return (
            frame.exchanges,
            render.conversation(frame.exchanges, reports, examples),
            render.status(frame.status, frame.problem, frame.busy),
            gr.skip() if frame.draft is None else frame.draft,
            gr.Button(interactive=not frame.busy),
            gr.Button(interactive=frame.busy),
        )

    def ask(question: str | None, exchanges: Exchanges) -> Iterator[tuple[Any, ...]]:
        yield from map(show, converse(assistant, question or "", exchanges))

    def ask_example(exchanges: Exchanges, event: gr.EventData) -> Iterator[tuple[Any, ...]]:
        yield from ask(str(event.question), exchanges)

    def stop(exchanges: Exchanges) -> tuple[Any, ...]:
        return show(halt(exchanges))

    def clear() -> tuple[Any, ...]:
        return show(Frame((), "对话已清空。"))

    def report_pane(number: int) -> str:
        """The pane's HTML for one report, asked for by the page's script."""
        return pane(reports, number) if number in range(len(reports)) else ""

    script = f"<script>{''.join(map(_asset, SCRIPTS))}</script>"
    page: gr.Blocks = gr.Blocks(title=TITLE, analytics_enabled=False, fill_width=True)
    with page:
        offer(assistant, CONCURRENT)  # first: Gradio gives a name to the first function that has it
        exchanges = gr.State(())
        head = render.masthead(TITLE, mode_label(assistant.settings), assistant.warnings)
        gr.HTML(head, apply_default_css=False, elem_id="qa-masthead")
        with gr.Row(elem_id="qa-rooms"):
            with gr.Column(elem_id="qa-chat"):
                talk = gr.HTML(
                    render.conversation((), reports, examples),
                    elem_id="qa-talk",
                    apply_default_css=False,
                    head=script,
                    js_on_load="window.reportQa.conversation(element, (data) => trigger('submit', data));",
                )
                with gr.Column(elem_id="qa-composer"):
                    status = gr.HTML(render.status(""), elem_id="qa-status", apply_default_css=False)
                    box = gr.Textbox(
                        label="您的问题",
                        show_label=False,
                        placeholder="用自己的话提问，按 Enter 发送",
                        lines=1,
                        max_lines=6,
                        elem_id="qa-question",
                    )
                    with gr.Row(elem_id="qa-buttons"):
                        wipe = gr.Button("清空", elem_id="qa-clear")
                        halted = gr.Button("停止", interactive=False, elem_id="qa-stop")
                        send = gr.Button("提问", variant="primary", elem_id="qa-ask")
            with gr.Column(elem_id="qa-report"):
                gr.HTML(
                    pane(reports, 0),
                    elem_id="qa-pane",
                    apply_default_css=False,
                    head=script,
                    js_on_load="window.reportPane.open(element, server);",
                    server_functions=[report_pane],
                )

        outputs = [exchanges, talk, status, box, send, halted]
        quiet: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}
        asked = gr.on([send.click, box.submit], ask, [box, exchanges], outputs, concurrency_limit=CONCURRENT, **quiet)
        picked = talk.submit(ask_example, [exchanges], outputs, concurrency_limit=CONCURRENT, **quiet)
        running = [asked, picked]
        halted.click(None, cancels=running, **quiet).then(stop, [exchanges], outputs, queue=False, **quiet)
        wipe.click(None, cancels=running, **quiet).then(clear, None, outputs, queue=False, **quiet)
    return page


def launch_options() -> dict[str, Any]:
    """What `Blocks.launch` needs for the page to look right and to ask no other host for anything."""
    return {
        "theme": theme(),
        # In the head, for Gradio rewrites the selectors of `css`, so that they do not reach the containers around our rows.
        "head": f"<style>{''.join(map(_asset, STYLES))}</style>",
        "footer_links": [],
        "run_history": False,
        "enable_monitoring": False,
        "pwa": False,
        "mcp_server": True,
        "app_kwargs": {"routes": [evaluation.route()]},
        "share": False,
        "ssr_mode": False,
        "quiet": True,
    }


def mode_label(settings: Settings) -> str:
    """Who writes the answers, in the page's words."""
    return f"模型：{settings.model}" if settings.uses_llm else "摘录模式（无需密钥）"


def _asset(name: str) -> str:
    return files("qa.web").joinpath(name).read_text(encoding="utf-8")
