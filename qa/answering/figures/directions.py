"""The words before a number -> what it measures: a change, its end, a level."""

import re

from qa.answering.figures.record import Direction
from qa.answering.figures.units import base, counts_things
from qa.answering.figures.vocabulary import (
    ABOVE_VERBS,
    ADDED_VERBS,
    BELOW_VERBS,
    DOWN_CHARS,
    DOWN_NOUNS,
    DOWN_VERBS,
    LATIN_DOWN,
    LATIN_LEVEL,
    LATIN_UP,
    LEVEL_WORDS,
    OF_A_DEGREE,
    SUMS,
    UP_CHARS,
    UP_NOUNS,
    UP_VERBS,
    VERB_NOUN_DOWN,
    VERB_NOUN_UP,
)


def _to(verbs: str, chars: str, become: str) -> re.Pattern[str]:
    """提高到, 增至; and 为 after verbs that end in a state: 降为."""
    return re.compile(rf"(?:(?:{verbs})(?:到|至|成)|[{chars}](?:到|至|为)|(?:{become})为)$")


def _by(nouns: str, verbs: str, chars: str) -> re.Pattern[str]:
    """增长, 增幅为, 增速目标是, 同比增; but not the last character of 新增."""
    stated = "(?:达到|达|为|是|在|保持在|控制在|稳定在|维持在|至)?"
    return re.compile(
        rf"(?:(?:{nouns})(?:预期)?(?:目标)?(?:分别|均|都)?{stated}|(?<!负)(?:{verbs})(?:分别|均|都)?(?:达到|达|为)?|(?<![新净])[{chars}])$"
    )


_ADDED = re.compile(ADDED_VERBS)
_UP_TO = _to(UP_VERBS, UP_CHARS, "提高|提升|增加|扩大")
_DOWN_TO = _to(DOWN_VERBS, DOWN_CHARS, "降低|减少|缩小|缩短|压缩|精简")
_UP_BY = _by(UP_NOUNS, UP_VERBS, UP_CHARS)
_DOWN_BY = _by(DOWN_NOUNS, DOWN_VERBS, DOWN_CHARS)
_ENDS_IN_TO = re.compile(r"(?:(?<!达)到|至)$")
_ROSE, _FELL = re.compile(rf"(?:{UP_VERBS})[^，。；]*$"), re.compile(rf"(?:{DOWN_VERBS})[^，。；]*$")
_LEVEL = re.compile(rf".(?:{LEVEL_WORDS}|到|至)$")
_GOAL = re.compile(r"(?:目标|预期)(?:为|是)$")
_FROM = re.compile(r"(?:从|由)[^，。；、]*$")
# 从209元、280元提高到217元、290元: what follows may be more beginnings before the change.
_THEN_TO = re.compile(r"(?:[、和与][\d.]+[^，。；、\d]{1,4}?)*[^，。；、\d]{0,6}?(?:到|至|为)(?!今)")
_ABOVE = re.compile(rf"(?:(?<!不)(?:{ABOVE_VERBS})(?!.*的$)[^\d]{{2,16}}|比.*(?:高出|高|多|快))$")
_BELOW = re.compile(rf"(?:(?<!不)(?:{BELOW_VERBS})(?!.*的$)[^\d]{{2,16}}|比.*(?:低|少|慢))$")
_VERB_NOUN_UP = re.compile(rf"^[^\d]{{0,4}}?(?:{VERB_NOUN_UP})|提高[^\d]*(?:{SUMS})$")
_DEGREE = re.compile(rf"(?:{OF_A_DEGREE})$")
_VERB_NOUN_DOWN = re.compile(rf"(?:{VERB_NOUN_DOWN})|^[^\d]{{0,4}}?降低|降低[^\d]*(?:{SUMS})$")
_MULTIPLE_OF = re.compile(r"(?:是|为|相当于|达到)[^，。；]*的$")
_UP_AFTER = re.compile(
    r"\s?的(?:增长|增速|增幅|涨幅)(?!到|至)|\s(?:year-on-year )?(?:growth|increase|rise|gain|higher)\b"
)
_DOWN_AFTER = re.compile(
    r"\s?的(?:下降|降幅|跌幅)(?!到|至)|\s(?:year-on-year )?(?:decline|drop|decrease|fall|reduction|lower)\b"
)
_GAP = (
    r"(?:\s+(?:by|of|at|was|is|were|are|be|to be|reached|stood at|rates?|targets?|for|in|an?|the|year-on-year|"
    r"(?:19|20)\d\d))*\s*:?\s*$"
)
_LATIN = [
    (direction, re.compile(rf"\b(?:{words}){rest}", re.IGNORECASE))
    for direction, words, rest in (
        (Direction.UP_TO, LATIN_UP, r"\s+to\s*$"),
        (Direction.DOWN_TO, LATIN_DOWN, r"\s+to\s*$"),
        (Direction.UP_BY, LATIN_UP, _GAP),
        (Direction.DOWN_BY, LATIN_DOWN, _GAP),
    )
] + [(Direction.LEVEL, re.compile(rf"(?<!target )\b(?:{LATIN_LEVEL})\s*$", re.IGNORECASE))]


def direction(clause: str, segment: str, after: str, unit: str) -> Direction:
    """What a number in `unit` measures, `after` being what follows it.

    `clause` is what its clause says before it, without its hedge; `segment` the end of that, back to the figure before.
    """
    if (found := _adjacent(segment)) and not (
        counts_things(base(unit)[1]) and not unit.endswith("位") and _DEGREE.search(segment)
    ):
        return found
    if _FROM.search(clause) and _THEN_TO.match(after) and not _ENDS_IN_TO.search(segment):
        return Direction.FROM
    if _ABOVE.search(clause):
        return Direction.ABOVE_BY
    if _BELOW.search(clause):
        return Direction.BELOW_BY
    if _ADDED.search(segment):
        return Direction.ADDED
    return _state(clause, segment, unit) or _loose(segment, after) or Direction.NONE


def comes_from(clause: str) -> bool:
    """Whether 从 or 由 opens what leads to a number: 从5%到6% is no range."""
    return _FROM.search(clause) is not None or clause.endswith("from ")


def _adjacent(segment: str) -> Direction | None:
    if segment.endswith(tuple(ADDED_VERBS.split("|"))):
        return Direction.ADDED
    patterns = (
        (Direction.UP_TO, _UP_TO),
        (Direction.DOWN_TO, _DOWN_TO),
        (Direction.UP_BY, _UP_BY),
        (Direction.DOWN_BY, _DOWN_BY),
    )
    return next((found for found, pattern in patterns if pattern.search(segment)), None)


def _state(clause: str, segment: str, unit: str) -> Direction | None:
    """The end of a change told earlier (提高0.5个百分点至12%), or a level; a goal (目标为5%) is neither."""
    if _ENDS_IN_TO.search(segment) and (_ROSE.search(clause) or _FELL.search(clause)):
        return Direction.UP_TO if _ROSE.search(clause) else Direction.DOWN_TO
    if _LEVEL.search(segment):
        return Direction.NONE if _GOAL.search(segment) else Direction.LEVEL
    return Direction.LEVEL if unit.endswith("倍") and _MULTIPLE_OF.search(clause) else None


def _loose(segment: str, after: str) -> Direction | None:
    """Verbs that a noun parts from the number, nouns after it, and English."""
    if _VERB_NOUN_DOWN.search(segment):
        return Direction.DOWN_BY
    if _VERB_NOUN_UP.search(segment) or _UP_AFTER.match(after):
        return Direction.UP_BY
    if _DOWN_AFTER.match(after):
        return Direction.DOWN_BY
    return next((found for found, pattern in _LATIN if pattern.search(segment)), None)
