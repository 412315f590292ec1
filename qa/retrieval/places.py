"""Text -> the places it names. The names are in places.txt: provinces, cities, countries."""

import re
from functools import cache
from importlib.resources import files

from qa.index.lexical import cut

# Where the asker comes from or goes to, or what a place is an example of or lies beside: 老家在铁岭, 像抚顺这种地方.
_PASSING = re.compile(
    r"(?:去|到|往|回|跑|上|从|住在?|老?家在?|老家是|在我们?|我是|我们|像|比如说?|例如|譬如|挨着|紧挨|靠近|邻近)$"
)
_AN_EXAMPLE = re.compile(r"市?(?:这种|那种|这样|那样|这类|之类|等等)")
# Whose make something is, not where: 德国豪车品牌的工厂.
_A_MAKE = re.compile(r"(?:系|豪华?|[豪轿]车)+(?:品牌|牌子|车企)")
_JOINED = re.compile(r"市?(?:、|和|跟|与|或者?|还有)$")
# Short names by which a place is told of in one breath with another: 港澳居民, 粤港澳大湾区.
_SHORT = {"香港": ("港澳", "粤港", "港车"), "澳门": ("港澳", "粤澳", "澳车")}


def places_in(text: str) -> tuple[str, ...]:
    """The provinces, cities and countries that a text names, in order, without 省 and 市."""
    return tuple(dict.fromkeys(_pattern().findall(text)))


def asked_places(text: str) -> tuple[str, ...]:
    """The places that a question is about: not those where its asker comes from or goes to, nor examples, nor the end of a word.

    >>> asked_places("带我妈去北京瞧病，沈阳的医保咋报"), asked_places("真金白银投了多少"), asked_places("住在抚顺、本溪这种地方")
    (('沈阳',), (), ())
    """
    inside = _inside_words(text)
    named = [match for match in _pattern().finditer(text) if match.start() not in inside]
    about: list[str] = []
    passing = False
    end = 0
    for match in named:
        passing = bool(_PASSING.search(text, 0, match.start())) or (
            passing and bool(_JOINED.fullmatch(text, end, match.start()))
        )
        end = match.end()
        if not (passing or _AN_EXAMPLE.match(text, end) or _A_MAKE.match(text, end)):
            about.append(match[0])
    return tuple(dict.fromkeys(about))


def names_place(place: str, text: str) -> bool:
    """Whether a text names a place, by its name or by a short one."""
    return place in text or any(short in text for short in _SHORT.get(place, ()))


def _inside_words(text: str) -> set[int]:
    """Where in a text a word goes on: 江山 in 半壁江山 is no place, 沈阳 in 沈阳市 is one."""
    inside: set[int] = set()
    at = 0
    for word in cut(text):
        inside.update(range(at + 1, at + len(word)))
        at += len(word)
    return inside


@cache
def _pattern() -> re.Pattern[str]:
    names = files(__package__).joinpath("places.txt").read_text(encoding="utf-8").split()
    return re.compile("|".join(sorted(names, key=len, reverse=True)))
