"""A text and the settings -> the text without the keys in use."""

from collections.abc import Iterable, Iterator

from qa.settings import Settings

# A shorter text in place of a key is no secret, and may be a word of any answer.
_A_KEY = 8


def without_keys(text: str, settings: Settings) -> str:
    """The text with *** for each key."""
    for key in _keys(settings):
        text = text.replace(key, "***")
    return text


def masked(chunks: Iterable[str], settings: Settings) -> Iterator[str]:
    """A streamed text with *** for the keys, which models and gateways have been seen to echo."""
    keys, held = _keys(settings), ""
    for chunk in chunks:
        held = without_keys(held + chunk, settings)
        begun = max((n for key in keys for n in range(1, len(key)) if held.endswith(key[:n])), default=0)
        yield held[: len(held) - begun]
        held = held[len(held) - begun :]
    if held:
        yield held


def _keys(settings: Settings) -> list[str]:
    keys = (settings.openai_api_key, settings.embedding_api_key)
    return [value for key in keys if key and len(value := key.get_secret_value().strip()) >= _A_KEY]
