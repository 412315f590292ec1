"""A claim and its quotes -> whether each of its clauses says what one stretch of a quote says, and of the same thing."""

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product

from qa.answering.checks.telling import Clause, Told, clauses, content, folded
from qa.answering.checks.tiling import left_over, names, small_words, taken
from qa.answering.figures import CHANGES, DISTANCES, Direction, Figure, find_names
from qa.answering.figures.vocabulary import ACTIONS, ADDED_VERBS, DOWN_VERBS, NOT_AN_ACTION, PREDICATES, UP_VERBS
from qa.domain import Citation, Status
from qa.retrieval.places import places_in

# Which figures of a quote bear out one of the claim.
Bearing = Callable[[Citation, Figure], Sequence[Figure]]

_AND = re.compile(r"、|以及|[和与及或]")
_NATION, _NATIONWIDE = "国务院", frozenset({"全国", "我国", "中国", "国家"})
# How far a thing has come, and what it won: what is told so of one thing is not told of its neighbour.
_STAGE = re.compile(
    r"开工|竣工|投产|通车|建成|运营|获批|批复|完工|启动|签约|投用|落地|达产|封顶|立项|入选|获评|挂牌|夺|获得|荣获|开通|上线|投入|落户|脱贫|摘帽|办结|"
    r"出台|实施|成立|揭牌|完成|实现|争取|谋划|筹备"
)
_VERB = rf"(?:新?(?:{ACTIONS})(?!{NOT_AN_ACTION})|{PREDICATES}|{UP_VERBS}|{DOWN_VERBS}|建设|打造|共建|推动|推进|加快|[一-鿿][好强优大]|[一-鿿]化|再|让|使|为|在|的)"
_BEGINS_WITH_VERB, _ENDS_WITH_VERB = re.compile(_VERB), re.compile(rf"{_VERB}$")
_OPENING_VERBS = re.compile(rf"(?:(?:大力|加快|积极|全面|深入|持续|扎实|稳步)*(?:{ACTIONS}|建设|支持|推动|推进))+")
# A figure that says how much another one changed, or by how much it is more, is told so.
_CHANGED = re.compile(r"[增涨升降减缩扩高低快慢多少]|新|回落|收窄")
_VERBS = {Direction.ADDED: ADDED_VERBS, Direction.UP_BY: UP_VERBS, Direction.DOWN_BY: DOWN_VERBS}
# What is told of a part of the region is not told of the whole: 辽西…建设推进，引进项目81个.
_PART_OF_REGION = re.compile(
    r"^[一-鿿][东西南北中](?!亚)|示范区|经济区|新区|经济带|都市圈|自贸区|自贸试验区|高新区|开发区|先导区|沿海.市"
)
# How a figure is reckoned; with nothing else before it, it names no subject.
_HOW = frozenset(("", "年均", "人均", "户均", "月均", "日均", "累计", "平均", "再"))
# How many ways to read the figures of one clause are tried.
_MOST_READINGS = 64


@dataclass(frozen=True, slots=True)
class _Match:
    """A figure of a claim and the one of a quote that bears it out."""

    own: Figure
    quote: Citation
    clause: Clause
    told: Told

    @property
    def judged(self) -> frozenset[str]:
        """The words for a change that both figures have, wherever they stand."""
        alike = self.own.direction is self.told.figure.direction
        return frozenset(_VERBS.get(self.own.direction, "").split("|")) if alike else frozenset()


def holds(claim: str, quotes: Sequence[Citation], bearing: Bearing) -> bool:
    """Whether every clause is spelt out of one stretch, and leaves out nothing that narrows what the stretch is about.

    A figure's stretch is what leads to it and what follows it in its clause; that of a clause without one is a clause.
    """
    told = clauses(claim, joined=True)
    saying = [at for at, clause in enumerate(told) if clause.told or left_over(clause.text, (), _addable(quotes))]
    return bool(saying) and all(
        (_figures_hold if told[at].told else _predicate_holds)(
            told[at], "|".join(one.text for one in told[:at]), quotes, bearing
        )
        for at in saying
    )


def _figures_hold(clause: Clause, before: str, quotes: Sequence[Citation], bearing: Bearing) -> bool:
    """Whether some choice of quoted figures, one for each of a clause, has all its words and no narrower subject."""
    options = [
        [
            _Match(told.figure, quote, other, one)
            for quote in quotes
            for other in clauses(quote.quote)
            for one in other.told
            if one.figure in bearing(quote, told.figure)
        ]
        for told in clause.told
    ]
    return any(
        _way_holds(clause, before, way) for way, _ in zip(product(*options), range(_MOST_READINGS), strict=False)
    )


def _way_holds(clause: Clause, before: str, way: Sequence[_Match]) -> bool:
    return all(
        _spelt(told.opening + told.lead, way[max(at - 1, 0) : at + 1])
        and _spelt(told.tail, way[at : at + 2])
        and _as_wide(way[at], told, clause, before)
        for at, told in enumerate(clause.told)
    )


def _spelt(text: str, near: Sequence[_Match]) -> bool:
    """Whether the words with a figure are those with the quoted one, small ones aside."""
    quotes = [match.quote for match in near]
    sources = [
        part for match in near for part in (match.told.opening, match.told.lead, match.told.tail, match.told.topic)
    ]
    addable = _addable(quotes) | small_words("level")
    for match in near:
        addable |= match.judged
    if not any(_of_a_part(match.clause) for match in near):
        addable |= small_words("scope")
    return _is_spelt(text, sources, quotes, addable)


def _of_a_part(clause: Clause) -> bool:
    return bool(places_in(clause.above) or _PART_OF_REGION.search(clause.above))


def _is_spelt(text: str, sources: Sequence[str], quotes: Sequence[Citation], addable: Collection[str]) -> bool:
    theirs = [*sources, *(label for quote in quotes for label in (quote.section, quote.report))]
    whole = "|".join(theirs)
    if any(name.text not in whole for name in find_names(text) if name.reason == "vague"):
        return False
    return not left_over(text, [*theirs, *(own for own, _ in names(text, whole))], addable)


def _as_wide(match: _Match, own: Told, clause: Clause, before: str) -> bool:
    """Whether a claim has all the words that lead to a quoted figure, those of no weight aside, and tells a change as one."""
    told, subject = match.told, folded(match.told.figure.subject)
    claim = "|".join((own.opening, own.lead, own.tail))
    if subject and told.tail.startswith(subject):
        if content(claim) and _missing(subject, claim if content(own.tail) else clause.text):
            return False
        subject = ""
    spans = taken(own.tail, told.tail)
    if spans and left_over(told.tail[: spans[0][0]], (), small_words("dropped")):
        return False
    if not before and _is_bare(clause):
        return True
    borrowed = left_over(own.lead, [told.lead, told.tail], _addable([match.quote]) | small_words("level"))
    if borrowed and _missing(subject, claim):
        return False
    if not content(own.lead):
        claim = f"{before}|{clause.text}"
    changes = told.figure.direction in CHANGES | DISTANCES | {Direction.ADDED}
    if changes and match.own.direction in (Direction.NONE, Direction.LEVEL) and not _CHANGED.search(claim):
        return False
    if content(told.lead):
        return not _missing(told.lead, claim, match.judged)
    return not before or not _missing(subject, claim, match.judged)


def _is_bare(clause: Clause) -> bool:
    """Whether a claim is an answer without its subject: 2.1%, 年均增长2.1%, 24家钢铁企业."""
    return len(clause.told) == 1 and clause.told[0].lead in _HOW


def _missing(text: str, claim: str, judged: Collection[str] = ()) -> list[tuple[int, int]]:
    """What of a quote's words a claim lacks."""
    called = [term for _, term in names(claim, text)]
    return left_over(text, [claim, *called], small_words("dropped").union(judged))


def _predicate_holds(clause: Clause, before: str, quotes: Sequence[Citation], bearing: Bearing) -> bool:
    """Whether a clause without a figure is spelt out of one clause of a quote, or each thing that it lists is."""
    if _predicate_stands(clause.text, before, quotes):
        return True
    members = clause.text.split("、")
    listed = len(members) > 1 and not _STAGE.search(clause.text)
    return listed and all(_predicate_stands(member, before, quotes) for member in members)


def _predicate_stands(text: str, before: str, quotes: Sequence[Citation]) -> bool:
    for quote in quotes:
        for one in clauses(quote.quote):
            addable = _addable([quote]) | (frozenset() if _of_a_part(one) else small_words("scope"))
            for reading in _readings(one.text, text):
                spelt = _is_spelt(text, [reading, one.topic], [quote], addable)
                if spelt and _of_its_subject(reading, text, before):
                    return True
    return False


def _readings(text: str, claim: str) -> Iterator[str]:
    """A clause whole, and of one with a list what it says of each member, and of those together that the claim names."""
    yield text
    members = _AND.split(text)
    if len(members) < 2:
        return
    opening = _OPENING_VERBS.match(members[0])
    stage = _STAGE.search(members[-1], 1)
    begin, end = opening[0] if opening else "", members[-1][stage.start() :] if stage else ""
    members[0], members[-1] = members[0].removeprefix(begin), members[-1].removesuffix(end)
    yield from (begin + member + end for member in members)
    yield begin + "、".join(member for member in members if not _missing(member, claim)) + end


def _of_its_subject(reading: str, claim: str, before: str) -> bool:
    """Whether a claim leaves out nothing of weight before the last word that it takes from a clause."""
    called = dict(names(claim, reading))
    own = claim
    for expression, term in called.items():
        own = own.replace(expression, term)
    spans = taken(own, reading, small_words("said"))
    if not spans:
        return False
    first, last = min(start for start, _ in spans), max(end for _, end in spans)
    if not before and _may_begin(reading, first, claim):
        return all(_droppable(reading, span, before) for span in _missing(reading, claim) if first <= span[0] < last)
    return all(_droppable(reading, span, before) for span in _missing(reading, claim) if span[0] < last)


def _may_begin(reading: str, at: int, claim: str) -> bool:
    """Whether a claim may begin amid a clause: with its verb, or with what its verb is done to where no stage is told."""
    if _BEGINS_WITH_VERB.match(reading, at):
        return True
    return not _STAGE.search(claim) and bool(
        _ENDS_WITH_VERB.search(reading, 0, at) or _AND.fullmatch(reading[at - 1 : at])
    )


def _droppable(reading: str, span: tuple[int, int], before: str) -> bool:
    """Whether a claim may leave a piece out: an attribute with 的, a whole member of a list, what was said before."""
    start, end = span
    text = reading[start:end]
    if before and not _missing(text, before):
        return True
    if _STAGE.search(text):
        return False
    left = start == 0 or _AND.match(reading, start - 1) or _AND.match(text)
    right = _AND.match(reading, end) or _AND.fullmatch(text[-1])
    return reading[end : end + 1] == "的" or reading[start - 1 : start] == "等" or bool(left and right)


def _addable(quotes: Sequence[Citation]) -> frozenset[str]:
    """The small words that a claim may add to what its quotes say."""
    statuses = {quote.status for quote in quotes}
    nation = any(_NATION in quote.report for quote in quotes)
    return _small(bool(statuses & {Status.TARGET, Status.PLAN}), Status.DONE in statuses, nation)


@cache
def _small(aimed: bool, done: bool, nation: bool) -> frozenset[str]:
    words = small_words("said")
    for told, kind in ((aimed, "aimed"), (done, "done")):
        words |= small_words(kind) if told else frozenset()
    return words | _NATIONWIDE if nation else words
