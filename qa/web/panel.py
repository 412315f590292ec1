"""Settings -> the panel in which a reader sets mode, model, endpoint and key for this page alone."""

from typing import Any

import gradio as gr

from qa.web.choice import fixed
from qa.web.handlers import Handlers
from qa.web.labels import Labels
from qa.web.wording import CHINESE as SAID

_MODES = [("mode_auto", "auto"), ("extractive", "extractive"), ("llm", "llm")]
_INFO = {"openai_base_url": "address_info", "openai_api_key": "key_info"}
QUIET: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}


def panel(handlers: Handlers, labels: Labels, opener: gr.Button) -> list[gr.components.Component]:
    """Draw the panel, closed, and give its fields in the order of Choice; what the environment sets is shown so."""
    is_open = handlers.assistant.settings.open_to_readers
    with gr.Column(elem_id="qa-settings"):
        title = f'<h2 tabindex="-1">{SAID["settings"]}</h2>'
        gr.HTML(title if is_open else f'{title}<p class="notice">{SAID["locked"]}</p>', apply_default_css=False)
        fields = _fields(handlers, labels)
        with gr.Row():
            models = labels.put(gr.Button(SAID["models"]), value="models")
            test = labels.put(gr.Button(SAID["test"], variant="primary"), value="test")
        told = gr.HTML("", elem_id="qa-connection", apply_default_css=False)
        shut = labels.put(gr.Button(SAID["close"], elem_id="qa-settings-close"), value="close")
    models.click(handlers.models, fields, [fields[3], told], **QUIET)
    test.click(handlers.test, fields, told, **QUIET)
    opener.click(None, js="() => window.reportChat.settings(true)", **QUIET)
    shut.click(None, js="() => window.reportChat.settings(false)", **QUIET)
    return fields


def _fields(handlers: Handlers, labels: Labels) -> list[gr.components.Component]:
    settings = handlers.assistant.settings
    return [
        labels.put(
            gr.Radio(
                [(SAID[name], value) for name, value in _MODES],
                value=settings.mode,
                label=SAID["mode"],
                **_state(handlers, "mode"),
            ),
            label="mode",
            choices=_MODES,
        ),
        labels.put(
            gr.Textbox(
                settings.openai_base_url or "",
                label=SAID["address"],
                placeholder="https://api.deepseek.com/v1",
                **_state(handlers, "openai_base_url"),
            ),
            label="address",
        ),
        labels.put(
            gr.Textbox(
                "",
                label=SAID["key"],
                type="password",
                placeholder="sk-…",
                html_attributes=gr.InputHTMLAttributes(autocomplete="off", spellcheck=False),
                **_state(handlers, "openai_api_key"),
            ),
            label="key",
        ),
        labels.put(
            gr.Dropdown(
                [settings.model],
                value=settings.model,
                label=SAID["model"],
                allow_custom_value=True,
                **_state(handlers, "model"),
            ),
            label="model",
        ),
    ]


def _state(handlers: Handlers, field: str) -> dict[str, Any]:
    """Whether a field can be changed, and what is told about it."""
    closed = fixed(handlers.assistant.settings)
    if field not in closed:
        return {"interactive": True, "info": SAID[_INFO[field]] if field in _INFO else None}
    told = SAID["from_environment"].format(name=closed[field])
    return {"interactive": False, "info": told if closed[field] else None}
