"""Gradio's components, made in Chinese -> the same in the reader's language.

gr.I18n goes by the browser's locale alone and cannot be switched, so the words are set when the page is opened.
"""

from typing import Any, TypeVar

import gradio as gr

from qa.web.wording import CHINESE, Words

Made = TypeVar("Made", bound=gr.components.Component)


class Labels:
    """Remembers which words stand where, while a page is built."""

    def __init__(self) -> None:
        self._keys: list[dict[str, Any]] = []
        self.components: list[gr.components.Component] = []

    def put(self, component: Made, **keys: str | list[tuple[str, str]]) -> Made:
        """Note that a component's properties hold words: `value="ask"`, or for choices [(key, value), …]."""
        self.components.append(component)
        self._keys.append(keys)
        return component

    def updates(self, said: Words) -> list[Any]:
        """What makes `components` speak another language; nothing for the one they are made in."""
        if said is CHINESE:
            return [gr.skip()] * len(self.components)
        return [gr.update(**{name: _told(key, said) for name, key in keys.items()}) for keys in self._keys]


def _told(key: str | list[tuple[str, str]], said: Words) -> Any:
    return said[key] if isinstance(key, str) else [(said[name], value) for name, value in key]
