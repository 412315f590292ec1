"""A question and the hits -> the sentence that contradicts what it takes for granted: a place, a rank, a stage, a name.

A question that leaves a place's value open (大连GDP多少) takes nothing for granted: where the report gives only another place's,
nothing contradicts it and the answer is that it does not say.
"""

import re
from collections.abc import Sequence

from qa.answering.asserted import asserted
from qa.answering.clauses import clauses_of
from qa.answering.evidence import cite
from qa.answering.figures import find_figures
from qa.answering.ranks import Rank, find_ranks
from qa.domain import Hit, Report, Sentence, Statement, Status
from qa.retrieval.kinds import Kind
from qa.retrieval.places import places_in
from qa.retrieval.question import FORWARD, Asked
from qa.retrieval.terms import Term, coverage

# Chosen on the development questions: hits among which the contradicting sentence is looked for; the share of what is asserted
# that it must speak of, and that of a sentence which speaks of it enough to bear it out; the rarity (idf) of a term that names
# one thing rather than a subject.
_HITS, _SAYS, _BEARS_OUT, _DISTINCT = 6, 0.75, 0.6, 9.0
# A thing named behind a place that stands in so few sentences of the reports is there only once or twice.
_ONCE = 2
_SHORT_SENTENCE = 60

_BEHIND_A_PLACE = r"(?:市|省|区|县)?(?:的|那个?|这个?|有个?)*"
_ITEM = re.compile(r"[、，；]")
_PART = re.compile(r"[，；。]")
_FINISHED = re.compile(
    r"通车|开通|贯通|投[用产运]|建成|完工|竣工|落成|运营|举[办行]|闭幕|通的?了|通的车|办[完过好]|[开修建](?:好|完|通)?了"
)
_UNDER_WAY = re.compile(r"筹办|申办|筹备|筹建|前期|推进|加快建设|续建|启动建设|争取|谋划")
_BASE = re.compile(r"(?P<year>(?:19|20)\d\d)年的?(?P<times>\d+(?:\.\d+)?)倍")
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
    rules = (_misplaced, _misranked, _misbased, _misnamed, _unfinished)
    return next((found for rule in rules if (found := rule(asked, terms, near, reports))), [])


def _misplaced(
    asked: Asked, terms: Sequence[Term], near: Sequence[Sentence], reports: Sequence[Report]
) -> list[Statement]:
    """Another place has what the question gives to this one: a thing named right behind it, or an event it asserts."""
    others = [place for place in asked.places if not any(place in report.region for report in reports)]
    if len(others) != 1:
        return []
    place = others[0]
    claimed = [term for clause in asserted(asked.text) if place in clause for term in _of(clause, terms)]
    found: list[tuple[float, Statement]] = []
    for sentence in near:
        if place in sentence.text or place in "".join(sentence.section):
            continue
        for start, end in clauses_of(sentence.text):
            clause = sentence.text[start:end]
            for there in places_in(clause):
                named = _named_thing(asked, place, there, clause, reports)
                if named or (not asked.wants_figure and _is_event(claimed, clause, there, place, near)):
                    found.append((coverage(claimed, clause), _said(there, sentence, start, end)))
    return [max(found, key=lambda one: one[0])[1]] if found else []


def _named_thing(asked: Asked, place: str, there: str, clause: str, reports: Sequence[Report]) -> bool:
    """Whether a thing that the question names right behind its place stands in the reports only behind another one."""
    behind = re.search(re.escape(place) + _BEHIND_A_PLACE + r"(?P<thing>[\u4e00-\u9fff]{3,})", asked.text)
    after = re.search(re.escape(there) + r"[市省区县]?(?P<thing>[\u4e00-\u9fff]{3,})", clause)
    if not behind or not after:
        return False
    thing = _common_start(behind["thing"], after["thing"])
    holding = [s for report in reports for s in report.sentences if thing in s.text]
    once = len(thing) > 2 and len(holding) <= _ONCE and not any(place in s.text for s in holding)
    # What a figure is of is a subject that every place has: 港口吞吐量, not 磨刀山.
    return once and not any(thing[:3] in figure.subject for figure in find_figures(clause))


def _is_event(claimed: Sequence[Term], clause: str, there: str, place: str, near: Sequence[Sentence]) -> bool:
    """Whether a clause tells of another place what is asserted, something distinct, and no sentence tells it of the place itself."""
    distinct = [term for term in claimed if term.known and term.weight >= _DISTINCT]
    item = next(
        item for item in _ITEM.split(clause) if there in item
    )  # of 烟台丁字湾、垦利经开区 only the first is 烟台's
    if not any(term.is_in(item.lower()) == 1 for term in distinct) or coverage(claimed, clause) < _SAYS:
        return False
    return not any(place in s.text and coverage(claimed, s.text) >= _BEARS_OUT for s in near)


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
                start, end = _around(sentence, rank.start)
                return [_said(rank.text, sentence, start, end)]
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
                    return [_quoted(sentence, *_around(sentence, base.start()))]
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
                    return [_said(theirs, sentence, *_around(sentence, sentence.text.index(theirs)))]
    return []


def _unfinished(
    asked: Asked, terms: Sequence[Term], near: Sequence[Sentence], reports: Sequence[Report]
) -> list[Statement]:
    """The report only aims at, or works on, what the question takes for done."""
    if asked.forward or not (asked.relative or re.search(r"已经?|早就", asked.text)):
        return []
    for clause in asserted(asked.text):
        things = _things(clause, terms)
        if not _FINISHED.search(clause) or not things:
            continue
        about = [s for report in reports for s in report.sentences if coverage(things, s.text) >= _SAYS]
        if any(s.status is Status.DONE and _FINISHED.search(_nearby(s, things)) for s in about):
            continue
        for sentence in about:
            near_it = _nearby(sentence, things)
            if sentence.status in FORWARD and _FINISHED.search(near_it):
                return [_labelled(sentence, *_around(sentence, sentence.text.index(near_it)))]
        for sentence in about:
            near_it = _nearby(sentence, things)
            if sentence.status is Status.DONE and (stage := _UNDER_WAY.search(near_it)):
                start = sentence.text.index(near_it)
                return [_said(stage[0], sentence, start, start + len(near_it))]
    return []


def _things(clause: str, terms: Sequence[Term]) -> list[Term]:
    """The distinct terms of an asserted clause, with its places: what is said to be done, not that it is."""
    known = (term for term in terms if term.names[0] in clause.lower() and term.weight >= _DISTINCT)
    things = [term for term in known if not _FINISHED.search(term.names[0])]
    things = [term for term in things if term.known or places_in(term.names[0])]
    return things if any(term.known for term in things) else []


def _of(clause: str, terms: Sequence[Term]) -> list[Term]:
    """The terms that stand in a clause of the question, its places aside."""
    return [term for term in terms if term.names[0] in clause.lower() and not places_in(term.names[0])]


def _nearby(sentence: Sentence, things: Sequence[Term]) -> str:
    """The clause of a sentence that speaks most of the things."""
    parts = _PART.split(sentence.text)
    return max(parts, key=lambda part: coverage(things, part))


def _around(sentence: Sentence, at: int) -> tuple[int, int]:
    """The clause of a sentence that holds a place in it."""
    return next(((a, b) for a, b in clauses_of(sentence.text) if a <= at < b), (0, len(sentence.text)))


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


def _said(what: str, sentence: Sentence, start: int, end: int) -> Statement:
    """What the report says instead, then the clause that says it, whole where the sentence is short."""
    stated = _quoted(sentence, start, end)
    return Statement(f"报告说的是{what}：{stated.text}", stated.quotes)


def _labelled(sentence: Sentence, start: int, end: int) -> Statement:
    stated = _quoted(sentence, start, end)
    return Statement(f"{sentence.period}年的{sentence.status}：{stated.text}", stated.quotes)


def _quoted(sentence: Sentence, start: int, end: int) -> Statement:
    if len(sentence.text) <= _SHORT_SENTENCE:
        start, end = 0, len(sentence.text)
    quote = cite(sentence, sentence.start + start, sentence.start + end)
    return Statement(quote.quote.rstrip("；，。"), (quote,))
