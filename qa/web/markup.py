"""Text -> HTML in which it stays text."""

import html


def esc(text: str) -> str:
    """Text as HTML text or attribute value, one character for each: a NUL, which browsers drop, becomes U+FFFD."""
    return html.escape(text.replace("\0", "\ufffd").encode("utf-8", "replace").decode("utf-8"))
