"""A question and the hits -> the clause that contradicts what it takes for granted: it says the same but for one thing.

That thing is a place, the way something went, whether it happened at all, a rank, a base year, a name, or a stage. A question
that leaves a place's value open (大连GDP多少) takes nothing for granted: where the report gives only another place's, nothing
contradicts it and the answer is that it does not say.
"""

import re
from collections.abc import Iterator, Sequence

from qa.answering.correcting.asserted import asserted
from qa.answering.correcting.corrections import around, quoted, said
from qa.answering.correcting.ranks import Rank, find_ranks
from qa.answering.correcting.stages import unfinished
from qa.answering.correcting.turns import find_denial, find_turn
from qa.answering.facts import named_share
from qa.answering.facts.clauses import items_of
from qa.answering.figures import find_figures
from qa.domain import Hit, Report, Sentence, Statement
from qa.retrieval.kinds import Kind
from qa.retrieval.places import places_in
from qa.retrieval.question import FORWARD, Asked, agreement
from qa.retrieval.terms import Term, coverage

# Chosen on the development questions: hits among which the contradicting sentence is looked for; the share of what is asserted
# that it must speak of, and that of a sentence which speaks of it enough to bear it out; the rarity (idf) of a term that names
# one thing rather than a subject; the share of all that is asserted that what tells it of another place must touch, and the
# share of its own subject that the question must name.
_HITS, _SAYS, _BEARS_OUT, _DISTINCT, _TOUCHES, _ITS_OWN = 6, 0.75, 0.6, 9.0, 0.5, 0.5
# A thing named behind a place that stands in so few items of the reports is there only once or twice.
_ONCE = 2

_BEHIND_A_PLACE = r"(?:市|省|区|县)?(?:的|那个?|这个?|有个?)*"
_BASE = re.compile(r"(?P<year>(?:19|20)\d\d)年的?(?P<times>\d+(?:\.\d+)?)倍")
# That it came about is what is denied, not what is spoken of.
_CAME_ABOUT = re.compile(r"完成|达到|达成|实现|发生")
# Characters that make two names of one kind: 女篮 and 男篮.
_COUNTERPARTS = ("男女", "南北", "东西", "进出", "内外")


def contradiction(
    asked: Asked, terms: Sequence[Term], hits: Sequence[Hit], reports: Sequence[Report]
) -> list[Statement]:
    """The report's own words against what the question takes for granted; empty where nothing does.

    "营口评上国际湿地城市了吧" gets "报告说的是盘锦：盘锦获评国际湿地城市".
    """
    if asked.kind in (Kind.COUNT, Kind.MENTION, Kind.OUTLINE):
        return []
    near = [hit.sentence for hit in hits[:_HITS] if not hit.sentence.heading]
    rules = (_misplaced, _turned, _denied, _misranked, _misbased, _misnamed, unfinished)
    return next((found for rule in rules if (found := rule(asked, terms, near, reports))), [])


def _misplaced(
    asked: Asked, terms: Sequence[Term], near: Sequence[Sentence], reports: Sequence[Report]
) -> list[Statement]:
    """Another place has what the question gives to this one: a thing named right behind it, or an event it asserts."""
    found = list(_elsewhere(asked, terms, near, reports))
    return [max(found, key=lambda one: one[0])[1]] if found else []


def _elsewhere(
    asked: Asked, terms: Sequence[Term], near: Sequence[Sentence], reports: Sequence[Report]
) -> Iterator[tuple[float, Statement]]:
    claims = [(_others(clause, reports), _of(clause, terms)) for clause in asserted(asked.text)]
    places = _others(asked.text, reports)
    for sentence, start, item in _items(near):
        for there in places_in(item):
            named = any(_named_thing(asked, place, there, item, reports) for place in places)
            claimed = [] if asked.wants_figure else [claim for mine, claim in claims if mine and there not in mine]
            event = next((claim for claim in claimed if _is_event(claim, item, places, near)), None)
            if named or event:
                yield coverage(event or [], item), said(there, sentence, *around(sentence, start))


def _others(text: str, reports: Sequence[Report]) -> list[str]:
    """The places of a text that are not the region of a report."""
    return [place for place in places_in(text) if not any(place in report.region for report in reports)]


def _named_thing(asked: Asked, place: str, there: str, item: str, reports: Sequence[Report]) -> bool:
    """Whether a thing that the question names right behind its place stands in the reports only behind another one."""
    behind = re.search(re.escape(place) + _BEHIND_A_PLACE + r"(?P<thing>[\u4e00-\u9fff]{3,})", asked.text)
    after = re.search(re.escape(there) + r"[市省区县]?(?P<thing>[\u4e00-\u9fff]{3,})", item)
    if not behind or not after:
        return False
    thing = _common_start(behind["thing"], after["thing"])
    if len(thing) < 3 or any(thing[:3] in figure.subject for figure in find_figures(item)):
        return False  # what a figure is of is a subject that every place has: 港口吞吐量, not 磨刀山
    sentences = [s for report in reports for s in report.sentences if thing in s.text]
    holding = [one for _, _, one in _items(sentences) if thing in one]
    return len(holding) <= _ONCE and not any(place in one for one in holding)


def _is_event(claimed: Sequence[Term], item: str, places: Sequence[str], near: Sequence[Sentence]) -> bool:
    """Whether an item tells of other places what is asserted, something distinct, and none tells it of the places themselves."""
    distinct = [term for term in claimed if term.weight >= _DISTINCT]
    if not distinct or any(place in item for place in places) or coverage(claimed, item) < _TOUCHES:
        return False
    if coverage(distinct, item) < _SAYS or not any(term.is_in(item.lower()) == 1 for term in distinct):
        return False
    about = (one for _, _, one in _items(near) if coverage(claimed, one) >= _BEARS_OUT)
    return not any(place in one for one in about for place in places)


def _turned(
    asked: Asked, terms: Sequence[Term], near: Sequence[Sentence], reports: Sequence[Report]
) -> list[Statement]:
    """The report says that the very thing went another way: 由降转升, not 由涨转跌."""
    for clause in asserted(asked.text):
        claimed, turn = _of(clause, terms), find_turn(clause)
        if turn is None or not claimed:
            continue
        told = [
            (coverage(claimed, item) + own, other, sentence, start)
            for sentence, start, item in _items(near)
            if agreement(asked, sentence) >= 0
            and (other := find_turn(item))
            and coverage(claimed, item) >= _BEARS_OUT
            and (own := named_share(asked, terms, item[: other.start])) >= _ITS_OWN
        ]
        if told and all(other.way is not turn.way for _, other, _, _ in told):
            _, other, sentence, start = max(told, key=lambda one: one[0])
            return [said(other.text, sentence, *around(sentence, start))]
    return []


def _denied(
    asked: Asked, terms: Sequence[Term], near: Sequence[Sentence], reports: Sequence[Report]
) -> list[Statement]:
    """The report says that what is asserted did not happen, or that what is denied did."""
    for clause in asserted(asked.text):
        claimed = [term for term in _of(clause, terms) if not _CAME_ABOUT.search(term.names[0])]
        denied = find_denial(clause)
        for sentence, start, item in _items(near) if claimed else ():
            against = denied in item and not find_denial(item) if denied else find_denial(item)
            if against and sentence.status not in FORWARD and coverage(claimed, item) >= _SAYS:
                return [quoted(sentence, *around(sentence, start))]
    return []


def _misranked(
    asked: Asked, terms: Sequence[Term], near: Sequence[Sentence], reports: Sequence[Report]
) -> list[Statement]:
    """The report gives the subject another rank in the same order, or a run of another length."""
    for claimed in find_ranks(asked.text):
        known = [term for term in terms if term.known and not find_ranks(term.names[0])]
        about = [s for s in near if known and coverage(known, s.text) >= _BEARS_OUT]
        if any(_same(claimed, rank) for s in about for rank in find_ranks(s.text)):
            continue
        for sentence in about:
            if rank := next((rank for rank in find_ranks(sentence.text) if rank.contradicts(claimed)), None):
                start, end = around(sentence, rank.start)
                return [said(rank.text, sentence, start, end)]
    return []


def _same(one: Rank, other: Rank) -> bool:
    return (one.family, one.number) == (other.family, other.number)


def _misbased(
    asked: Asked, terms: Sequence[Term], near: Sequence[Sentence], reports: Sequence[Report]
) -> list[Statement]:
    """The multiple is one of another year: 1.6倍 of 2017, not of 2012."""
    for claimed in _BASE.finditer(asked.text):
        for sentence in near:
            for base in _BASE.finditer(sentence.text):
                if base["times"] == claimed["times"] and base["year"] != claimed["year"]:
                    return [quoted(sentence, *around(sentence, base.start()))]
    return []


def _misnamed(
    asked: Asked, terms: Sequence[Term], near: Sequence[Sentence], reports: Sequence[Report]
) -> list[Statement]:
    """The report says it of the counterpart: of 男篮, not of 女篮."""
    known = [term for term in terms if term.known]
    for name in (term.names[0] for term in terms if not term.known and len(term.names[0]) > 1):
        for theirs in _counterparts(name):
            for sentence in near[:2]:
                if theirs in sentence.text and known and coverage(known, sentence.text) >= _SAYS:
                    return [said(theirs, sentence, *around(sentence, sentence.text.index(theirs)))]
    return []


def _items(sentences: Sequence[Sentence]) -> Iterator[tuple[Sentence, int, str]]:
    """The items of sentences, each with where it starts in its own."""
    for sentence in sentences:
        for start, end in items_of(sentence.text):
            yield sentence, start, sentence.text[start:end]


def _of(clause: str, terms: Sequence[Term]) -> list[Term]:
    """The terms of a clause of the question that the reports use, its places aside."""
    mine = (term for term in terms if term.known and term.names[0] in clause.lower())
    return [term for term in mine if not places_in(term.names[0])]


def _counterparts(name: str) -> list[str]:
    return [
        name.replace(one, other)
        for pair in _COUNTERPARTS
        for one, other in ((pair[0], pair[1]), (pair[1], pair[0]))
        if one in name and other not in name
    ]


def _common_start(one: str, other: str) -> str:
    """The longest common beginning."""
    length = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return one[:length]
