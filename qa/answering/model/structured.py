"""A model's reply, as it arrives -> its statements: JSON where the endpoint keeps to a schema, else text with markers.

A reply is asked for as {"statements": [{"text": "…", "sources": [1]}]}. What comes is read for what it is: JSON with anything
around it (a code fence, the model's thinking, another wrapping, no end), or plain text from an endpoint that takes the schema
and does not keep to it.
"""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING, Any

from qa.answering.model.markers import TAKEN_BACK, Written, statements, up_to_thought, visible
from qa.answering.model.prompting import Prompt

if TYPE_CHECKING:
    from langchain_core.messages import BaseMessage

# A reply is JSON if it begins so; this many characters tell.
_JSON = re.compile(r"\s*(?:```\w*\s*)?\[?\s*\{")
_TELLING = 12
_RECORD = re.compile(r'\{\s*"(?:text|sources)"\s*:')
_NONE = re.compile(r'"statements"\s*:\s*\[\s*\]')
# What a reply without any statement says.
NOTHING = "报告未提及"
_DECODER = json.JSONDecoder(strict=False)


@dataclass(frozen=True, slots=True)
class Form:
    """How a reply is asked for: `schema` as the endpoint takes it, `prompt` what the model reads, where it is not told already."""

    schema: dict[str, Any]
    prompt: Prompt | None = None

    def messages(self, plain: "list[BaseMessage]") -> "list[BaseMessage]":
        """The messages that ask for the same in this form."""
        if self.prompt is None:
            return plain
        system, user = (str(message.content) for message in plain)
        return self.prompt.messages(rules=system, material=user)


def response_format(name: str, properties: dict[str, Any]) -> dict[str, Any]:
    """A JSON schema of one object, in the subset that OpenAI's strict mode allows, as chat completions take it."""
    return {"type": "json_schema", "json_schema": {"name": name, "strict": True, "schema": _object(properties)}}


def _object(properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "required": [*properties], "additionalProperties": False}


_STATEMENT = _object({"text": {"type": "string"}, "sources": {"type": "array", "items": {"type": "integer"}}})
ANSWER = response_format("answer", {"statements": {"type": "array", "items": _STATEMENT}})


def written(chunks: Iterable[str]) -> Iterator[Written]:
    """Read a streamed reply, each statement given out as soon as it is complete; TAKEN_BACK where those so far were a thought.

    >>> [(w.text, w.numbers) for w in written(['{"statements": [{"text": "增长2.1%。", "sou', 'rces": [1]}]}'])]
    [('增长2.1%。', (1,))]
    >>> [(w.text, w.numbers) for w in written(["增长2.1%[1]。"])]
    [('增长2.1%。', (1,))]
    """
    rest = iter(chunks)
    while True:
        left: list[str] = []
        yield from _as_it_is(up_to_thought(rest, left))
        if not left:
            return
        yield TAKEN_BACK
        rest = chain(left, rest)


def _as_it_is(chunks: Iterator[str]) -> Iterator[Written]:
    """Read JSON where a reply begins so, else text."""
    begun = ""
    for chunk in chunks:
        begun += chunk
        if len(visible(begun).strip()) >= _TELLING:
            break
    yield from (_records if _JSON.match(visible(begun)) else statements)(chain([begun], chunks))


def _records(chunks: Iterable[str]) -> Iterator[Written]:
    """The statements of a JSON reply, a line each; one that is no statement, or is never completed, is passed over."""
    text, start, line = "", 0, 0
    for chunk in chunks:
        text += chunk
        shown = visible(text)
        while match := _RECORD.search(shown, start):
            try:
                record, start = _DECODER.raw_decode(shown, match.start())
            except json.JSONDecodeError:
                if not _RECORD.search(shown, match.end()):
                    break  # it goes on in the next chunk
                start = match.end()
                continue
            yield from _sentences(record, line)
            line += 1
    if _NONE.search(visible(text)):
        yield Written(NOTHING, (), 0)


def _sentences(record: dict[str, Any], line: int) -> Iterator[Written]:
    """The sentences of one statement, which rest on its sources and on what else they cite."""
    sources = _numbers(record.get("sources"))
    sentences = list(statements([str(record.get("text") or "")])) or [Written("", (), line)]
    for one in sentences:
        yield replace(one, numbers=tuple(dict.fromkeys((*one.numbers, *sources))), line=line)


def _numbers(sources: object) -> list[int]:
    """The numbers of the sources, however a model gives them: [1], ["[1]"], 1, "1, 2"."""
    return [int(number) for number in re.findall(r"\d{1,3}", json.dumps(sources))]
