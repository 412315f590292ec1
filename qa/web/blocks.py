"""Assistant -> the Gradio page."""

from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import gradio as gr

from qa.settings import Settings
from qa.web import evaluation, render
from qa.web.api import offer
from qa.web.handlers import Exchanges, Handlers, Shown, words_of
from qa.web.handlers import mode_label as label
from qa.web.labels import Labels
from qa.web.look import theme
from qa.web.pane import pane
from qa.web.panel import QUIET, panel
from qa.web.wording import CHINESE

if TYPE_CHECKING:
    from qa.assistant import Assistant

TITLE = CHINESE["title"]
# Answers written by an endpoint spend their time waiting; more than this many at once wait in line.
CONCURRENT = 20
STYLES = (
    "page.css",
    "composer.css",
    "phone.css",
    "chat.css",
    "verdict.css",
    "chips.css",
    "grounds.css",
    "settings.css",
    "report.css",
    "tools.css",
)
SCRIPTS = (
    "language.js",
    "page.js",
    "chat.js",
    "popover.js",
    "words.js",
    "grounds.js",
    "marks.js",
    "find.js",
    "pane.js",
)

# The composer's buttons, by the name of their words.
_BUTTONS: dict[str, dict[str, Any]] = {
    "new": {},
    "export_md": {},
    "export_docx": {},
    "stop": {"interactive": False},
    "ask": {"variant": "primary"},
}


def build(assistant: "Assistant") -> gr.Blocks:
    """The page: the chat left, the report right. Launch it with `launch_options()`, which carry its looks."""
    labels = Labels()
    handlers = Handlers(assistant, labels)
    page: gr.Blocks = gr.Blocks(title=TITLE, analytics_enabled=False, fill_width=True)
    with page:
        offer(assistant, CONCURRENT)  # first: Gradio gives a name to the first function that has it
        with gr.Row(elem_id="qa-head"):
            head = gr.HTML(
                handlers.masthead(assistant.settings, CHINESE), apply_default_css=False, elem_id="qa-masthead"
            )
            opener = labels.put(gr.Button(CHINESE["settings"], elem_id="qa-open-settings", size="sm"), value="settings")
        with gr.Row(elem_id="qa-rooms"):
            with gr.Column(elem_id="qa-chat"):
                chat = _chat(handlers, labels)
            with gr.Column(elem_id="qa-report"):
                _report(assistant)
        fields = panel(handlers, labels, opener)
        _wire(handlers, chat, fields)
        for field in fields:
            changed = field.blur if isinstance(field, gr.Textbox) else field.change  # type: ignore[attr-defined]
            changed(handlers.choose, fields, head, queue=False, **QUIET)
        restored = [*chat.outputs, head, *labels.components]
        opened = page.load(handlers.restore, [chat.stored, chat.suggested], restored, queue=False, **QUIET)
        opened.then(None, js="() => window.reportQa.restored()", **QUIET)
    return page


@dataclass(frozen=True)
class Chat:
    """The components of the conversation and its composer; what is kept of it here and in the reader's browser."""

    box: gr.Textbox
    talk: gr.HTML
    following: gr.HTML
    status: gr.HTML
    buttons: dict[str, gr.Button]
    exchanges: gr.State
    editing: gr.State
    stored: gr.BrowserState
    suggested: gr.BrowserState

    @property
    def outputs(self) -> list[Any]:
        """In the order of `Handlers.show`."""
        buttons = [self.buttons["ask"], self.buttons["stop"]]
        shown = [self.exchanges, self.talk, self.status, self.box, *buttons]
        return [*shown, self.editing, self.stored, self.following]


def _chat(handlers: Handlers, labels: Labels) -> Chat:
    def grounds(question: str, request: gr.Request) -> str:
        """What an answer rests on, asked for by the page's script."""
        return handlers.grounds(question, request)

    with gr.Column(elem_id="qa-scroll"):
        talk = gr.HTML(
            render.conversation((), handlers.view(CHINESE), handlers.examples),
            elem_id="qa-talk",
            apply_default_css=False,
            js_on_load="window.reportQa.conversation(element, trigger, server);",
            server_functions=[grounds],
        )
        following = gr.HTML(
            "",
            elem_id="qa-next",
            apply_default_css=False,
            js_on_load="window.reportQa.questions(element, trigger);",
        )
    with gr.Column(elem_id="qa-composer"):
        status = gr.HTML(render.status(""), elem_id="qa-status", apply_default_css=False)
        with gr.Group(elem_id="qa-card"):
            box = gr.Textbox(
                label=CHINESE["box"],
                show_label=False,
                placeholder=CHINESE["placeholder"],
                lines=1,
                max_lines=6,
                elem_id="qa-question",
            )
            labels.put(box, label="box", placeholder="placeholder")
            with gr.Row(elem_id="qa-buttons"):
                buttons = {
                    name: labels.put(gr.Button(CHINESE[name], elem_id=f"qa-{name}", size="sm", **more), value=name)
                    for name, more in _BUTTONS.items()
                }
    return Chat(
        box,
        talk,
        following,
        status,
        buttons,
        gr.State(()),
        gr.State(None),
        gr.BrowserState([], storage_key="report-qa.conversation", secret="report-qa"),
        gr.BrowserState([], storage_key="report-qa.suggested", secret="report-qa"),
    )


def _wire(handlers: Handlers, chat: Chat, fields: list[gr.components.Component]) -> None:
    """What each event of the chat does."""
    exchanges, outputs, buttons = chat.exchanges, chat.outputs, chat.buttons
    parcel = gr.JSON(visible="hidden", elem_id="qa-parcel")

    # Gradio finds the event and the request by these annotations.
    def ask(
        question: str | None,
        exchanges: Exchanges,
        editing: int | None,
        mode: str | None,
        address: str | None,
        key: str | None,
        model: str | None,
        request: gr.Request,
    ) -> Iterator[Shown]:
        yield from handlers.ask(question, exchanges, editing, mode, address, key, model, said=words_of(request))

    def pick(
        exchanges: Exchanges,
        mode: str | None,
        address: str | None,
        key: str | None,
        model: str | None,
        event: gr.EventData,
        request: gr.Request,
    ) -> Iterator[Shown]:
        chose = (mode, address, key, model)
        yield from handlers.ask(str(event.question), exchanges, None, *chose, said=words_of(request))

    busy = {"concurrency_limit": CONCURRENT, **QUIET}
    asking = [buttons["ask"].click, chat.box.submit]
    picking = [chat.talk.submit, chat.following.submit]
    running = [
        gr.on(asking, ask, [chat.box, exchanges, chat.editing, *fields], outputs, **busy),
        gr.on(picking, pick, [exchanges, *fields], outputs, **busy),
    ]
    for asked in running:
        asked.then(handlers.suggest, [exchanges], [chat.following, chat.suggested], **busy)
    at_once: dict[str, Any] = {"queue": False, **QUIET}
    buttons["stop"].click(None, cancels=running, **QUIET).then(handlers.stop, [exchanges], outputs, **at_once)
    buttons["new"].click(None, cancels=running, **QUIET).then(handlers.new, None, outputs, **at_once)
    chat.talk.edit(handlers.edit, [exchanges, chat.editing], outputs, **at_once)
    chat.talk.like(handlers.vote, [exchanges], outputs, **at_once)
    for name, make in (("export_md", handlers.export_markdown), ("export_docx", handlers.export_word)):
        made = buttons[name].click(make, [exchanges], parcel, **at_once)
        made.then(None, [parcel], None, js="(parcel) => window.reportChat.save(parcel)", **QUIET)


def _report(assistant: "Assistant") -> None:
    reports = assistant.reports

    def report_pane(number: int) -> str:
        """The pane's HTML for one report, asked for by the page's script."""
        return pane(reports, number) if number in range(len(reports)) else ""

    gr.HTML(
        pane(reports, 0),
        elem_id="qa-pane",
        apply_default_css=False,
        js_on_load="window.reportPane.open(element, server);",
        server_functions=[report_pane],
    )


def launch_options() -> dict[str, Any]:
    """What `Blocks.launch` needs for the page to look right and to ask no other host for anything."""
    return {
        "theme": theme(),
        # In the head, for Gradio rewrites the selectors of `css`, so that they do not reach the containers around our rows;
        # scripts too, where they are sent but once.
        "head": f"{_script()}<style>{''.join(map(_asset, STYLES))}</style>",
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
    return label(settings, CHINESE)


def _script() -> str:
    return f"<script>{''.join(map(_asset, SCRIPTS))}</script>"


def _asset(name: str) -> str:
    return files("qa.web").joinpath(name).read_text(encoding="utf-8")
