"""Prompt files -> chat messages.

A prompt is two files, `<task>.v<N>.system.md` and `<task>.v<N>.user.md`, with `${variables}` of string.Template. A version
that stands behind a committed result is never edited; a change is the next version.
"""

import hashlib
from dataclasses import dataclass
from pathlib import Path
from string import Template
from typing import TYPE_CHECKING

from qa.errors import SettingsError

if TYPE_CHECKING:
    from langchain_core.messages import BaseMessage


@dataclass(frozen=True, slots=True)
class Prompt:
    """A task's prompt: `id` such as "answer_fact.v1", `digest` of both texts for the record of a result."""

    id: str
    system: Template
    user: Template
    digest: str

    def messages(self, **variables: str) -> "list[BaseMessage]":
        """Fill in both texts; raise KeyError naming a variable that is missing."""
        from langchain_core.messages import HumanMessage, SystemMessage

        return [SystemMessage(self.system.substitute(variables)), HumanMessage(self.user.substitute(variables))]


def load_prompt(directory: Path, id: str) -> Prompt:
    """Read the prompt `id` from `directory`; raise SettingsError where it is not there."""
    texts = []
    for role in ("system", "user"):
        path = directory / f"{id}.{role}.md"
        try:
            texts.append(path.read_text(encoding="utf-8").strip())
        except OSError as exc:
            raise SettingsError(f"找不到提示词文件 {path}。请恢复该文件，或检查 QA_PROMPTS_DIR。") from exc
    digest = hashlib.sha256("\x1f".join(texts).encode()).hexdigest()[:12]
    return Prompt(id, Template(texts[0]), Template(texts[1]), digest)
