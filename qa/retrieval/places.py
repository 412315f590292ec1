"""Text -> the places it names. The names are in places.txt: provinces, cities, countries."""

import re
from functools import cache
from importlib.resources import files

_PASSING = re.compile(r"(?:去|到|回|跑|上|从|住|在我们?|我是|我们)$")


def places_in(text: str) -> tuple[str, ...]:
    """The provinces, cities and countries that a text names, in order, without 省 and 市."""
    return tuple(dict.fromkeys(_pattern().findall(text)))


def asked_places(text: str) -> tuple[str, ...]:
    """The places that a question is about: not those where its asker comes from or goes to (带我妈去北京瞧病)."""
    about = [match[0] for match in _pattern().finditer(text) if not _PASSING.search(text, 0, match.start())]
    return tuple(dict.fromkeys(about))


@cache
def _pattern() -> re.Pattern[str]:
    names = files(__package__).joinpath("places.txt").read_text(encoding="utf-8").split()
    return re.compile("|".join(sorted(names, key=len, reverse=True)))
