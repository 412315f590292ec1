"""Figures of several clauses -> those that a question sets side by side: of two periods, or of the things that it names."""

import re
from collections.abc import Sequence
from functools import partial
from itertools import combinations

from qa.answering.computing.enumerated import PART_OF_IT, addable, comparable, with_alike
from qa.answering.computing.named import Fits, one_of_each, things, two_of
from qa.answering.computing.operands import (
    LEVELS,
    NAMED,
    NO_LEVEL,
    TRIED,
    Operands,
    Side,
    about,
    beside,
    between,
    counts,
    joint,
    likeness,
    size,
)
from qa.answering.facts import Figured, same_kind, same_subject
from qa.answering.figures import CHANGES, Direction
from qa.answering.figures.measures import MEDALS
from qa.domain import Status
from qa.retrieval.lexicon import fold
from qa.retrieval.operations import Operation
from qa.retrieval.periods import Period
from qa.retrieval.question import FORWARD, Asked
from qa.retrieval.terms import Term

# A figure this much less likely (in log-odds) than the best is hardly what is named first, is of something else, or, where two must
# be alike anyway, is out of reach.
_CLOSE, _APART, _FAR = 1.0, 5.0, 11.0
# Of a thing compared by name that its subject does not name, its clause speaks of this share of what is asked.
_SPOKEN_OF = 0.6
# Weight of the likeness of two subjects beside the likelihoods.
_ALIKE = 3.0
# 三样一共, 两个加一块: how many things are added up.
_HOW_MANY = re.compile(r"([两二三四五2-5])(?:样|个|块|项|类|级|者|种|家|地|摊子?|笔|股|方面|大类)")
_NUMERALS = {"两": 2, "二": 2, "三": 3, "四": 4, "五": 5}
# 六年总共: what was done in a review of several years, and this year's.
_YEARS = re.compile(r"[五六几]年")
_AIM = re.compile("任务|目标|指标|计划")
# What is new is asked for by that word.
_NEW = re.compile("新")
# 文件里公开的占几成 names the whole first, 公开的占文件几成 the part.
_WHOLE_FIRST = re.compile(r"里|中(?!央)|当中|之内")


def of_periods(periods: Sequence[Period], facts: Sequence[Figured]) -> Operands | None:
    """One figure of each of two periods, of one thing and kind, together the likeliest."""
    facts, (first, second) = _near(facts, _FAR), (periods[0], periods[-1])
    pairs = [
        (a, b)
        for a in facts
        for b in facts
        if a is not b
        and _is_of(a, first)
        and _is_of(b, second)
        and a.sentence.report == b.sentence.report
        and same_kind(a.figure, b.figure)
        and same_subject(a.figure, b.figure)
        and (a.figure.direction in CHANGES) == (b.figure.direction in CHANGES)
    ]
    best = max(pairs, key=lambda pair: pair[0].fit + pair[1].fit + _ALIKE * likeness(*pair), default=None)
    return Operands(best, Side.PERIOD) if best else None


def aim_beside_result(facts: Sequence[Figured]) -> Operands | None:
    """The level of last year and this year's aim for it, told of one thing: 占比超过60%, 占比达到63%."""
    near = [fact for fact in _near(facts, _APART) if fact.figure.direction not in NO_LEVEL and fact.named]
    pairs = [
        (done, aim)
        for done in near
        for aim in near
        if done.sentence.status is Status.DONE
        and aim.sentence.status is Status.TARGET
        and aim.sentence.period == str(int(done.sentence.period[-4:]) + 1)
        and done.sentence.report == aim.sentence.report
        and same_kind(done.figure, aim.figure)
        and done.figure.subject == aim.figure.subject
    ]
    return Operands(pairs[0], Side.PERIOD) if pairs else None


def beside_mean(periods: Sequence[Period], mean: Operands, facts: Sequence[Figured]) -> Operands | None:
    """A figure of another period to be set beside a mean by the year: 今年的任务比平均数多还是少."""
    others = [
        fact
        for fact in facts
        if any(_is_of(fact, period) for period in periods)
        and fact.sentence.period != mean.first.sentence.period
        and same_kind(fact.figure, mean.first.figure)
        and same_subject(fact.figure, mean.first.figure)
        and fact.figure.direction not in CHANGES
    ]
    return Operands((others[0], mean.first), Side.PERIOD, mean.count) if others else None


def of_two_subjects(asked: Asked, terms: Sequence[Term], facts: Sequence[Figured]) -> Operands | None:
    """The figures of two things that the question names, or of the two halves of one name (城乡低保)."""
    facts = [fact for fact in _near(facts, _FAR) if fact.figure.direction is not Direction.FROM]
    named, pair = things(asked, terms), tuple[Figured, ...]()
    fits: Fits = comparable
    if asked.operation is Operation.SHARE:
        part_first = partial(_part_and_whole, new=_NEW.search(asked.text) is not None)
        orders: list[Fits] = [part_first, lambda whole, part: part_first(part, whole)]
        fits, other = orders[::-1] if _WHOLE_FIRST.search(asked.text) else orders
        pair = two_of(named, terms, facts, fits) or two_of(named, terms, facts, other) or _part_behind(facts)
    else:
        pair = two_of(named, terms, facts, fits)
    if not pair:
        halves = [(a, b) for a, b in combinations(facts, 2) if fits(a, b) and _go_by_two(asked.text, a, b)]
        pair = max(halves, key=lambda pair: joint(terms, pair), default=())
    return Operands(pair, Side.SUBJECT) if pair else None


def says_how_many(question: str) -> bool:
    """Whether a question says how many things it adds up, three or more: 交通、能源、水利三块."""
    number = _HOW_MANY.search(question)
    return number is not None and number[1] not in "两二2"


def all_named(asked: Asked, terms: Sequence[Term], facts: Sequence[Figured]) -> Operands | None:
    """The figures of all the things that the question names, of one dimension; as many as it says, and none left out."""
    number = _HOW_MANY.search(asked.text)
    named = [thing for thing in things(asked, terms) if thing.terms]
    most = (_NUMERALS.get(number[1]) or int(number[1])) if number else len(named)
    if number and len(named) > most:  # 重度残疾，生活补贴跟护理补贴两样: those right before the number
        before = [thing for thing in named if fold(asked.text).find(thing.text) < number.start()]
        named = before[-most:]
    levels = [fact for fact in _near(facts, _FAR) if fact.figure.direction is not Direction.FROM]
    fits = addable if asked.operation is Operation.SUM else comparable
    taken = list(one_of_each(named, terms, levels, fits, listed=not number))
    if taken and not number:
        taken = with_alike(asked.text, named, taken, levels)
        most = len(taken)
    for fact in _near(levels, _APART) if number and not taken else []:
        if all(fits(fact, other) for other in taken[:most]):
            taken.append(fact)
    taken.sort(key=lambda fact: -fact.unit)  # a sum is told in the unit that is asked for
    return Operands(tuple(taken[:most]), Side.SUBJECT) if 1 < most <= len(taken) else None


def medals(facts: Sequence[Figured]) -> Operands | None:
    """The medals of one contest: 8金9银6铜."""
    best = facts[0]
    clause = [fact for fact in facts if (fact.sentence, fact.start) == (best.sentence, best.start)]
    won = tuple(sorted((fact for fact in clause if fact.figure.unit in MEDALS), key=lambda fact: fact.figure.start))
    once = len({fact.figure.unit for fact in won}) == len(won)
    return Operands(won, Side.SUBJECT) if best in won and len(won) > 1 and once else None


def with_this_year(asked: Asked, facts: Sequence[Figured]) -> Operands | None:
    """What was done, over the years where several are asked for, and what is planned for this year, of one thing."""
    near = [fact for fact in _near(facts, _APART) if fact.figure.direction not in NO_LEVEL and fact.named >= NAMED]
    pairs = [
        (done, aim)
        for done in near
        for aim in near
        if done.sentence.status is Status.DONE
        and aim.sentence.status is Status.TARGET
        and ("–" in done.sentence.period) == bool(_YEARS.search(asked.text))
        and done.sentence.report == aim.sentence.report
        and same_kind(done.figure, aim.figure)
        and done.figure.subject == aim.figure.subject
    ]
    return Operands(pairs[0], Side.PERIOD) if pairs else None


def _near(facts: Sequence[Figured], apart: float) -> list[Figured]:
    return [fact for fact in facts[:TRIED] if fact.fit >= facts[0].fit - apart]


def _is_of(fact: Figured, period: Period) -> bool:
    """Whether a figure is of a period; a level that was reached by the end of a year is that year's, however long it took."""
    first, _, last = fact.sentence.period.partition("–")
    years = (int(first), int(last or first))
    same = years == (period.first, period.last)
    reached = (
        fact.sentence.status is Status.DONE
        and fact.figure.direction in LEVELS
        and period.first == period.last == years[1]
    )
    return (same or reached) and (fact.sentence.status in FORWARD) == period.forward


def _go_by_two(text: str, a: Figured, b: Figured) -> bool:
    """Whether a report tells two figures together as a question asks for them: halves of one name, or an aim and what was done."""
    if _AIM.search(text) and a.sentence == b.sentence:
        return same_kind(a.figure, b.figure) and bool(_AIM.search(about(a))) != bool(_AIM.search(about(b)))
    return _are_halves(text, a, b)


def _are_halves(text: str, a: Figured, b: Figured) -> bool:
    """Whether one clause gives both figures, and the question names what tells their subjects apart: 存 and 贷 of 存贷款余额."""
    if (a.sentence, a.start, a.figure.direction) != (b.sentence, b.start, b.figure.direction):
        return False
    one, other = a.figure.subject, b.figure.subject
    lead, tail = _shared(one, other), _shared(one[::-1], other[::-1])
    halves = (one[lead : len(one) - tail], other[lead : len(other) - tail])
    return all(half and half in text for half in halves) or (_is_named(a) and _is_named(b) and one != other)


def _shared(one: str, other: str) -> int:
    """How many characters two names begin with alike."""
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _is_named(fact: Figured) -> bool:
    """Whether the question names the thing: the figure's own subject, or what its clause is about."""
    return fact.named >= NAMED or fact.known >= _SPOKEN_OF


def _part_behind(facts: Sequence[Figured]) -> tuple[Figured, ...]:
    """A whole that the question names and the part told right behind it: 清理省政府文件3669件，保留473件; 重大项目2500个，其中….

    Empty where more than one part could be meant.
    """
    wholes = [fact for fact in facts if fact.named >= NAMED and fact.fit >= facts[0].fit - _CLOSE]
    pairs = {(part, whole) for whole in wholes for part in facts if _is_told_behind(whole, part)}
    return next(iter(pairs)) if len(pairs) == 1 else ()


def _is_told_behind(whole: Figured, part: Figured) -> bool:
    """Whether a part has no name of its own, or is said to be one."""
    follows = beside(whole, part) and whole.figure.start < part.figure.start and _part_and_whole(part, whole)
    nameless = part.figure.subject == whole.figure.subject and part.figure.subject not in part.clause
    return follows and (nameless or PART_OF_IT.search(between(whole, part)) is not None)


def _part_and_whole(part: Figured, whole: Figured, new: bool = False) -> bool:
    """Whether two figures can be those of a part and its whole: alike, neither of them a change, or one only what is `new` if that is asked."""
    sizes = all(fact.figure.direction not in NO_LEVEL for fact in (part, whole))
    alike = same_kind(part.figure, whole.figure) or (counts(part) and counts(whole))
    added = new or (part.figure.direction is Direction.ADDED) == (whole.figure.direction is Direction.ADDED)
    return sizes and added and alike and part.sentence.report == whole.sentence.report and size(part) < size(whole)
