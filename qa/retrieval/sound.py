"""Words -> a word that sounds like a given one. The one place that knows pypinyin."""

import unicodedata
from collections.abc import Iterable
from functools import cache


class Sounds:
    """The words of the reports by their sound: the first reading of each character, without tones."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = {word for word in words if len(word) > 1 and all("一" <= char <= "鿿" for char in word)}
        self._by_sound = {_sound(word): word for word in sorted(self._words, reverse=True)}

    def like(self, word: str) -> str | None:
        """A word of the same sound that shares a character with this one; None where there is none, or this one is known."""
        if word in self._words:
            return None
        found = self._by_sound.get(_sound(word))
        return found if found and any(char in found for char in word) else None


def _sound(word: str) -> tuple[str, ...]:
    return tuple(map(_reading, word))


@cache
def _reading(char: str) -> str:
    from pypinyin.pinyin_dict import pinyin_dict

    first = pinyin_dict.get(ord(char), char).split(",")[0]
    return "".join(c for c in unicodedata.normalize("NFD", first) if not unicodedata.combining(c))
