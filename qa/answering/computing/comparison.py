"""A question about several figures -> what comes of them, computed by code, with the figures as the report states them."""

import re
from collections.abc import Callable, Sequence

from qa.answering.computing.by_time import asked_length, beside_yearly_mean
from qa.answering.computing.extremes import asks_of_all_aims, ends_of, extremes, with_list_of_aims
from qa.answering.computing.following import following
from qa.answering.computing.means import mean_of
from qa.answering.computing.one_sentence import base_of, changes_of
from qa.answering.computing.operands import Operands
from qa.answering.computing.reckoning import reckon, reckonable
from qa.answering.computing.shares import part_of, whole_of
from qa.answering.computing.side_by_side import (
    aim_beside_result,
    all_named,
    medals,
    of_periods,
    of_two_subjects,
    says_how_many,
    with_this_year,
)
from qa.answering.evidence import cite
from qa.answering.facts import Figured, rank_figures, same_subject, told_from
from qa.answering.figures import CHANGES, DISTANCES
from qa.answering.figures.measures import MEDALS
from qa.answering.figures.units import base
from qa.answering.labels import labelled
from qa.answering.verification import verdict
from qa.domain import Citation, Hit, Report, Statement
from qa.retrieval.kinds import Kind
from qa.retrieval.operations import Operation, against_its_past
from qa.retrieval.question import Asked
from qa.retrieval.terms import Term

# Hits among which the figures are looked for.
_HITS = 16
# The question names this share of each figure's subject, or its clause speaks of this share of all that is asked, also in words
# that the reports do not use: 修路架桥的钱 is no count of 老旧小区.
_NAMED, _SPOKEN_OF = 0.15, 0.25
# A figure this little less likely (log-odds) than the likeliest may be meant too.
_NEARLY_AS_LIKELY = 2.0
_MONEY = re.compile(r"多少钱|的钱|花了|块钱|多少个?万?亿?元")
# 再往上提几个点: from what there is to what is aimed at.
_FURTHER = re.compile(r"再(?:往[上下])?[提增涨升降压减添加扩多]|往[上下][提调]")
# 算上今年计划的: this year's beside what was done; 最大的是最小的几倍.
_WITH_THIS_YEAR = re.compile(r"(?:算上|连上|连同)今年")
_ONE_METAL = re.compile(r"[几少][块枚个]?[金银铜](?![银铜])")
_ENDS = re.compile(r"最.{1,3}的?是最.{1,4}几倍")
# 哪个最猛，哪个垫底，两头差多少: how far the most and the least are apart is asked as well.
_GAP = re.compile(r"差(?:多少|几|距)|相差|[高快多大]出?(?:多少|几)")
# What is told of two things is told by their figures alone as well.
_TOLD_BY_BOTH = (Operation.DIFFERENCE, Operation.EXTREME)


def compare(
    asked: Asked,
    terms: Sequence[Term],
    hits: Sequence[Hit],
    reports: Sequence[Report],
    answers: Callable[[Figured, bool], bool],
) -> list[Statement]:
    """The results, then the figures as the report states them; empty where the hits do not hold those that compare.

    `answers` tells whether a figure, of the asked time or another one, is likely of what is asked about.
    """
    operation = asked.operation
    if operation is None and asked.kind is not Kind.FACT:
        return []
    if operation is Operation.EXTREME:
        hits = with_list_of_aims(hits[:_HITS], reports)
    ranked = rank_figures(asked, terms, hits if operation is Operation.EXTREME else hits[:_HITS])
    facts = [fact for fact in ranked if fact.figure.high is None]  # a range has no one value
    for way in following(asked, terms, facts) if facts else ():
        sound = all(reckonable(operation, one) for operation, one in way)
        if way and sound and all(answers(one.first, operation is Operation.BASE) for operation, one in way):
            results = labelled(asked, worked_out(*way), ())
            if all(verdict(one) != "unverified" for one in results[: len(way)]):
                return results
    if operation is None or not facts or states_result(asked, facts[0]):
        return []
    if asked.operation is Operation.BASE and (stated := changes_of(facts)):  # 由209元提高到217元 says what was before
        return list(dict.fromkeys(stated_in(one.first) for one in stated))
    found = _operands(asked, terms, facts)
    if operation is Operation.EXTREME and found and len(found[0].facts) == 2:
        operation = Operation.DIFFERENCE
    if not found or not all(_meant(asked, facts[0], one) and reckonable(operation, one) for one in found):
        return []
    steps = [(operation, one) for one in found]
    if operation is Operation.EXTREME and _GAP.search(asked.text) and (ends := ends_of(found[0])):
        steps.append((Operation.DIFFERENCE, ends))
    results = worked_out(*steps)
    stands = all(verdict(one) != "unverified" for one in results[: len(steps)])
    return results if stands or operation in _TOLD_BY_BOTH else []


def worked_out(*steps: tuple[Operation, Operands]) -> list[Statement]:
    """The results with their workings, then the figures as the report states them."""
    quoted = [_without_repeats([stated_in(fact) for fact in one.facts]) for _, one in steps]
    return [
        *(reckon(operation, one, quotes) for (operation, one), quotes in zip(steps, quoted, strict=True)),
        *dict.fromkeys(quote for quotes in quoted for quote in quotes),
    ]


def _without_repeats(statements: Sequence[Statement]) -> list[Statement]:
    """Statements without those whose quote stands in another's."""
    return [
        one
        for one in dict.fromkeys(statements)
        if not any(other != one and _holds(other.quotes[0], one.quotes[0]) for other in statements)
    ]


def _holds(longer: Citation, quote: Citation) -> bool:
    return longer.report == quote.report and longer.start <= quote.start and quote.end <= longer.end


def states_result(asked: Asked, best: Figured) -> bool:
    """Whether the report itself states what was to be computed: 占比达37.4%, 是2017年的6倍, 高于全国1.4个百分点."""
    if asked.operation is Operation.DIFFERENCE:  # a distance is from another place, never from another time
        return best.figure.direction in DISTANCES and not asked.periods
    if asked.operation is Operation.SHARE:
        return base(best.figure.unit)[1] == "%" and best.figure.direction not in CHANGES
    return asked.operation is Operation.RATIO and best.figure.unit == "倍"


def _operands(asked: Asked, terms: Sequence[Term], facts: Sequence[Figured]) -> list[Operands]:
    """What to reckon with; empty where it is not there."""
    one: Operands | None
    match asked.operation:
        case Operation.BASE:
            one = base_of(asked, terms, facts)
        case Operation.MEAN:
            one = None if asked_length(asked.text) else mean_of(asked, terms, facts)
        case Operation.PART:
            one = part_of(asked, terms, facts)
        case Operation.WHOLE:
            one = whole_of(asked, terms, facts)
        case Operation.REST | Operation.YEAR:
            one = None
        case Operation.CHANGE:
            further = aim_beside_result(facts) if _FURTHER.search(asked.text) else None
            return changes_of(facts) or _listed(further)
        case Operation.SUM if facts[0].figure.unit in MEDALS and not _ONE_METAL.search(asked.text):
            one = medals(facts)
        case Operation.SUM if _WITH_THIS_YEAR.search(asked.text):
            one = with_this_year(asked, facts)
        case Operation.SUM if says_how_many(asked.text):
            one = all_named(asked, terms, facts)
        case Operation.RATIO if _ENDS.search(asked.text):
            one = ends_of(extremes(asked, terms, facts))
        case _ if asked.periods:
            one = beside_yearly_mean(asked, of_periods(asked.periods, facts))
        case Operation.EXTREME:
            one = extremes(asked, terms, facts)
        case Operation.SUM:
            one = all_named(asked, terms, facts)
        case _ if against_its_past(asked.text):
            return changes_of(facts)
        case _:
            one = of_two_subjects(asked, terms, facts)
    return _listed(one)


def _listed(one: Operands | None) -> list[Operands]:
    return [one] if one else []


def _meant(asked: Asked, likeliest: Figured, operands: Operands) -> bool:
    """Whether the question speaks of each figure, and of money where it asks for that, and one is of the likeliest's thing.

    能耗 has an aim and no figure of last year: those of GDP are not meant.
    """
    spoken_of = asks_of_all_aims(asked.text) or all(
        fact.named >= _NAMED or fact.covered >= _SPOKEN_OF for fact in operands.facts
    )
    near = any(
        same_subject(likeliest.figure, one.figure) or one.fit >= likeliest.fit - _NEARLY_AS_LIKELY
        for one in operands.facts
    )
    return near and spoken_of and (not _MONEY.search(asked.text) or base(operands.first.figure.unit)[1].endswith("元"))


def stated_in(fact: Figured) -> Statement:
    """What a report says of a figure, in its words."""
    quote = cite(fact.sentence, told_from(fact), fact.end)
    return Statement(quote.quote, (quote,))
