"""A claim and what it cites -> whether each place and quoted name stands beside the same words as there."""

import re
from functools import lru_cache

from qa.index.lexical import words
from qa.retrieval.places import places_in

_QUOTED = re.compile(r"“[^”\n]{1,40}”|《[^》\n]{1,40}》")
_MARKS = re.compile("[“”《》]")
# So many characters on either side say what is told of a name; in a list (沈阳、大连获批…) they stand at its end.
_AFTER, _BEFORE = 4, 3
_AND = "(?:、|和|与|及|以及)"
# Of a clause that names another place, a claim about the whole region must not hold this share.
_TOLD_SHARE = 0.5
_CLAUSE = re.compile(r"[，。；：！？]")


def holds(claim: str, quoted: str) -> bool:
    """Whether no name was put where the text of the quotes has another, nor a region where they have a part of it."""
    titles = tuple(dict.fromkeys(title[1:-1] for title in _QUOTED.findall(quoted)))
    bare, theirs = (_MARKS.sub("", text) for text in (claim, quoted))
    for names in (_places(quoted), titles):
        if len(names) > 1 and not all(_stays(bare, name, names, theirs) for name in names):
            return False
    borrowed = [place for place in places_in(claim) if place not in quoted]
    return not borrowed or not any(_told_of(claim, place, quoted) for place in _places(quoted) if place not in claim)


@lru_cache(maxsize=4096)
def _places(text: str) -> tuple[str, ...]:
    return places_in(text)


def _stays(claim: str, name: str, names: tuple[str, ...], quoted: str) -> bool:
    for match in re.finditer(re.escape(name), claim):
        before, after = (
            claim[max(0, match.start() - _BEFORE) : match.start()],
            claim[match.end() : match.end() + _AFTER],
        )
        if _beside(name, before, after, names, quoted):
            continue
        if any(_beside(other, before, after, names, quoted) for other in names if other != name):
            return False
    return True


def _beside(name: str, before: str, after: str, names: tuple[str, ...], quoted: str) -> bool:
    """Whether a text has a name, alone or in a list of such, between the words before it or after it."""
    any_name = "(?:" + "|".join(map(re.escape, names)) + ")[市省]?"
    following = rf"{re.escape(name)}(?:{_AND}{any_name})*{re.escape(after)}"
    leading = rf"{re.escape(before)}(?:{any_name}{_AND})*{re.escape(name)}"
    return (len(after) == _AFTER and re.search(following, quoted) is not None) or (
        len(before) == _BEFORE and re.search(leading, quoted) is not None
    )


def _told_of(claim: str, place: str, quoted: str) -> bool:
    """Whether a claim that leaves out a place tells what the quotes tell of it."""
    at = quoted.find(place)
    start = max((match.end() for match in _CLAUSE.finditer(quoted, 0, at)), default=0)
    end = next((match.start() for match in _CLAUSE.finditer(quoted, at)), len(quoted))
    own = [word for word in words(quoted[start:end].replace(place, " ")) if len(word) > 1]
    return bool(own) and sum(word in claim for word in own) >= _TOLD_SHARE * len(own)
