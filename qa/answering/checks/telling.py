"""A text -> its clauses, and of each figure the words that lead to it and those that follow."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from qa.answering.checks.moments import marks
from qa.answering.checks.sharing import readings
from qa.answering.checks.tiling import FIGURE, TIME, left_over, small_words
from qa.answering.figures import Direction, Figure, find_figures
from qa.answering.figures.vocabulary import (
    ACTIONS,
    ADDED_VERBS,
    DOWN_CHARS,
    DOWN_NOUNS,
    DOWN_VERBS,
    HEDGES_AFTER,
    HEDGES_BEFORE,
    LEVEL_WORDS,
    NOT_AN_ACTION,
    PREDICATES,
    UP_CHARS,
    UP_NOUNS,
    UP_VERBS,
)
from qa.retrieval.places import places_in


@dataclass(frozen=True, slots=True)
class Told:
    """A figure in its clause: what leads to it, what follows it.

    `opening` stands before its own verb (实施免费教育政策、|惠及…); `topic` is what else may be said of it, from before.
    """

    figure: Figure
    opening: str
    lead: str
    tail: str
    topic: str


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause with a sign in the place of each figure and time.

    `topic` is what it is about where it does not say so itself, `above` what the one before it is about where it begins with a verb.
    """

    text: str
    told: tuple[Told, ...]
    topic: str
    above: str


_BREAK = re.compile(r"([，。；：！？;:!?\n【】]|,(?!\d))")
_HEDGES = "|".join(HEDGES_BEFORE.values())
_FILLERS = "(?<![年月日人户亩平])均|都|也|已经|已|又|再|就|将|可|了|约|预计|实现|力争|争取|预期|目标|计划|是|为|在"
_SMALL = rf"(?:{_FILLERS}|{_HEDGES}|{LEVEL_WORDS})"
_VERBS = f"{ADDED_VERBS}|{UP_VERBS}|{DOWN_VERBS}"
# What the number lock has judged: the hedges of a figure and the one word for its change or its level.
_JUDGED_BEFORE = re.compile(
    rf"(?:{_SMALL}*(?:{UP_NOUNS}|{DOWN_NOUNS})(?:预期)?(?:目标)?"
    rf"|{_SMALL}*(?P<verb>(?<!负)(?:{_VERBS})(?:了|到|至|为|成)?|[{UP_CHARS}{DOWN_CHARS}](?:了|到|至|为)?))?{_SMALL}*{FIGURE}"
)
_JUDGED_AFTER = re.compile(
    rf"{FIGURE}(?:{'|'.join(HEDGES_AFTER.values())}|[多余])?(?:的(?:增长|增速|增幅|涨幅|下降|降幅|增长率)(?:预期)?(?:目标)?)?"
)
# 长春市 is 长春, but 吉林市 is not 吉林.
_ALSO_PROVINCES = ("吉林",)
_NUMBERED = re.compile(
    r"^(?:\([一二三四五六七八九十\d]{1,3}\)|[一二三四五六七八九十](?:、|是(?!年))|\d{1,2}[.、](?!\d))"
)
_AROUND_TIME = re.compile(rf"(?:比|较|与|同|到|至|截至)?{TIME}(?:[底末初]|以来|相比)?")
_OF_WHICH = "其中"
_BEGINS_BARE = re.compile(
    rf"(?!居民)(?:{_OF_WHICH}|新?(?:{ACTIONS})(?!{NOT_AN_ACTION})|{PREDICATES}|成为|是|为|{UP_VERBS}|{DOWN_VERBS})"
)
_PREDICATE = re.compile(rf"(?:{PREDICATES}|(?:{ACTIONS})(?!{NOT_AN_ACTION}))")


@lru_cache(maxsize=4096)
def clauses(text: str, *, joined: bool = False) -> tuple[Clause, ...]:
    """The clauses of a Chinese text in order; `joined` puts a bare name or a label to the clause that it belongs to."""
    figures = iter([figure for figure in find_figures(text) if figure.kind == "quantity"])
    found: list[Clause] = []
    for part in _joined(text) if joined else _parts(text):
        own = [next(figures) for _ in range(part.count(FIGURE))]
        if part.strip(TIME):
            found.append(_clause(part, own, found[-1] if found else None))
    return tuple(found)


def _parts(text: str) -> list[str]:
    return [folded(part) for part in _BREAK.split(_masked(text))[::2]]


def _joined(text: str) -> list[str]:
    """沈阳：增长5% is 沈阳增长5%, and 新增500家，均在沈阳 is one clause as well."""
    pieces = _BREAK.split(_masked(text))
    joined: list[str] = []
    label = ""
    for part, end in zip(map(folded, pieces[::2]), [*pieces[1::2], ""], strict=True):
        names_only = bool(places_in(part)) and not content(_without_places(part))
        if FIGURE not in part and content(part) and (end in ("：", ":") or (names_only and not joined)):
            label += part
        elif names_only and joined:
            joined[-1] += part
        else:
            joined.append(label + part)
            label = ""
    return [*joined, label] if label else joined


def _without_places(text: str) -> str:
    for place in places_in(text):
        text = re.sub(f"{place}[省市县区]?", TIME, text)
    return text


def subject_of(text: str, figure: Figure) -> str:
    """What a figure of a text is of; where 分别 gives each of a list its own, with what all of them share."""
    if "分别" not in text:
        return figure.subject
    told = (one for clause in clauses(text) if "分别" in clause.text for one in clause.told)
    return next((one.lead for one in told if one.figure == figure), figure.subject)


def content(text: str) -> bool:
    """Whether a text has any word that says something."""
    return bool(left_over(text, (), small_words("dropped") | small_words("said")))


def _masked(text: str) -> str:
    """The text with a sign for each figure and each time."""
    spans = [(figure.start, figure.end, FIGURE) for figure in find_figures(text) if figure.kind == "quantity"]
    spans += [(mark.start, mark.end, TIME) for mark in marks(text)]
    at, pieces = 0, []
    for start, end, sign in sorted(spans):
        if start >= at:
            pieces += [text[at:start], sign]
            at = end
        elif sign == FIGURE:
            pieces.append(sign)
            at = max(at, end)
    return "".join((*pieces, text[at:]))


def folded(part: str) -> str:
    """A part of a text as it is compared: width and case folded, no white space, no number of a list."""
    bare = re.sub(r"[\s*]", "", unicodedata.normalize("NFKC", part).lower())
    for city in places_in(bare):
        if city not in _ALSO_PROVINCES:
            bare = bare.replace(f"{city}市", city)
    return _AROUND_TIME.sub(TIME, _NUMBERED.sub("", bare))


def _clause(part: str, figures: Sequence[Figure], before: Clause | None) -> Clause:
    bare = _without_judged(part, figures)
    opening = part.strip(TIME)
    named = bool(figures) and bool(figures[0].subject) and figures[0].subject in part
    begins_bare = _BEGINS_BARE.match(opening) or (figures and not named and not content(bare.partition(FIGURE)[0]))
    if before is None or not begins_bare:
        return Clause(bare, tuple(_told(bare, figures, "")), "", "")
    above = before.above or ("" if before.told else _subject(before))
    own = not named or opening.startswith(_OF_WHICH)
    topic = " ".join(dict.fromkeys((_subject(before), before.topic, above) if own else (above,))).strip()
    return Clause(bare, tuple(_told(bare, figures, topic)), topic, above)


def _without_judged(part: str, figures: Sequence[Figure]) -> str:
    """A clause without the words that the number lock has judged; a verb that gave a figure no direction was not."""
    at = iter(figures)

    def kept(match: re.Match[str]) -> str:
        unread = next(at).direction is Direction.NONE
        return (match["verb"] or "") + FIGURE if unread else FIGURE

    return _JUDGED_AFTER.sub(FIGURE, _JUDGED_BEFORE.sub(kept, part))


def _subject(clause: Clause) -> str:
    """What a clause is about: what its figures are of, or the words before its first verb."""
    if clause.told:
        return " ".join(dict.fromkeys(told.figure.subject for told in clause.told))
    verb = None if _BEGINS_BARE.match(clause.text) else _PREDICATE.search(clause.text, 1)
    return clause.text[: verb.start()] if verb else ""


def _told(bare: str, figures: Sequence[Figure], topic: str) -> Iterator[Told]:
    """The figures of a clause with their words; those of a list share what leads to the first."""
    between = bare.split(FIGURE)
    lists = _lists(between)
    for members in lists:
        lead, tail = between[members[0]], between[members[-1] + 1]
        if members[0]:
            lead = lead.partition("、")[2] if "、" in lead else lead
        if members[-1] + 1 < len(figures):
            tail = tail.partition("、")[0]
        counted = figures[members[-1]].subject
        shared_end = between[-1] if members[-1] + 1 < len(figures) and not between[-2].partition("、")[2] else ""
        own_words = (content(lead) and not lead.startswith(_OF_WHICH)) or (counted and tail.startswith(counted))
        earlier = "" if own_words else " ".join(between[: members[0] + 1])
        own = [figures[at] for at in members]
        opening, lead = _last_verb(lead)
        for figure, (head, reading, shared) in zip(own, readings(lead, own), strict=True):
            yield Told(figure, opening + head, reading, tail, " ".join((shared, shared_end, earlier, topic)).strip())


def _last_verb(lead: str) -> tuple[str, str]:
    """What leads to a figure, cut where a new verb begins behind a 、: 实施免费教育政策、|惠及…."""
    before, _, last = lead.rpartition("、")
    return (before, last) if before and _BEGINS_BARE.match(last) and "分别" not in lead else ("", lead)


def _lists(between: Sequence[str]) -> list[list[int]]:
    """The figures of a clause by number, those together between which only 和 or 、 stands."""
    lists: list[list[int]] = []
    for at in range(len(between) - 1):
        if at and not content(between[at]) and len(between[at]) <= 2:
            lists[-1].append(at)
        else:
            lists.append([at])
    return lists
