"""Question and hits -> a draft made of the report's own words.

One fact gets the clause that states it, a list or a summary the sentences of it; nothing is reworded, so nothing can be
misquoted.
"""

import re
from collections.abc import Sequence

from qa.answering.evidence import cite
from qa.answering.facts import Fact, chances, rank_facts, same_subject, told_from
from qa.answering.figures import Hedge
from qa.answering.labels import by_region, labelled
from qa.answering.overviews.indicators import subject_of
from qa.answering.overviews.listing import enumeration, of_so_many, under_one_heading
from qa.answering.overviews.outline import outline_of, parts_by_number
from qa.answering.overviews.overview import one_breath, treatment
from qa.answering.overviews.passages import Passage, stated, whole
from qa.answering.verification import verdict
from qa.domain import Citation, Hit, Report, Sentence, Statement
from qa.retrieval.kinds import Kind
from qa.retrieval.question import Asked, agreement
from qa.retrieval.terms import Term

# Hits among which the fact is looked for.
FACT_HITS = 12
# A fact this likely is given alone; else the likeliest ones, until one of them is the answer with this chance, at most three, and
# the nearest in meaning. Set on the development questions: fewer miss the answer, more are read for nothing.
SURE, _TOGETHER, _MOST = 0.85, 0.95, 3
# Beside a figure whose subject the question names, one is told of whose subject it names this share.
_NAMED = 0.5
# A fact of another period that is nearly as likely (in log-odds) is told too where the question leaves the period open.
_RIVAL = 0.7
# A sentence of a list or a summary further below the best than this (in log-odds) is about something else.
_APART = 3.0
_MAX_LINES = 8
_MOST_IN_A_BREATH = 12
# A sentence up to this long is quoted whole; of a longer one, the clause that answers.
_SHORT_SENTENCE = 60
_RESPECTIVELY = re.compile(r"(?P<how>年均|月均|累计|平均|同比)?分别(?P<verb>[^\d，；、]{0,8})(?=\d)")
_BREATHS = re.compile(r"[，,。；;？?！!\s]+")
_ASKS = re.compile(r"多[少大高]|几|哪|谁|什么|啥|咋样|如何|怎么?样|[吗呢]$|[算能][^，]{0,6}吗")
_RANK = re.compile(r"最[高低大多好]|纪录|第一|创.{0,3}新高")


def extract(asked: Asked, terms: Sequence[Term], hits: Sequence[Hit], reports: Sequence[Report]) -> list[Statement]:
    """Answer from the hits, best first; empty where there is none."""
    if asked.kind is Kind.OUTLINE and (parts := outline_of(asked, terms, reports)):
        return parts
    answers = quotable(hits)
    if not answers:
        return []
    if asked.kind is Kind.LIST and (parts := _by_number(asked, terms, answers, reports)):
        return parts
    if asked.kind in (Kind.LIST, Kind.SUMMARY, Kind.OUTLINE):
        return by_region([stated(passage) for passage in _several(asked, terms, hits, reports)], reports)
    facts = rank_facts(asked, terms, answers[:FACT_HITS])
    if not facts:
        return [stated(whole(answers[0].sentence))]
    return labelled(asked, [_stated(asked, fact, facts) for fact in chosen(asked, facts)], reports)


def unsure(asked: Asked, terms: Sequence[Term], hits: Sequence[Hit]) -> bool:
    """Whether no single fact stands out, so that several are given; one thing at several times is no several."""
    facts = rank_facts(asked, terms, quotable(hits)[:FACT_HITS])
    return asked.kind is Kind.FACT and bool(facts) and _of_one_thing(_eligible(asked, facts)) is None


def chosen(asked: Asked, facts: Sequence[Fact]) -> list[Fact]:
    """The likeliest fact; the likeliest few where none stands out; and rivals of other periods or reports."""
    facts = _eligible(asked, facts)
    if chances(facts)[0] >= SURE:
        return _rivals(asked, facts)
    odds = chances(facts)
    candidates = _of_one_thing(facts) or facts
    taken: list[Fact] = []
    total = 0.0
    for fact, chance in zip(facts, odds, strict=True):
        if fact not in candidates:
            continue
        total += chance
        taken = _with(fact, taken, asked)
        if total >= _TOGETHER or len(taken) == _MOST:
            break
    return _with(max(candidates, key=lambda fact: (fact.near, fact.fit)), taken, asked)


def _of_one_thing(facts: Sequence[Fact]) -> list[Fact] | None:
    """The likeliest fact with what is said of its thing for other times or regions, if one of these is likely enough the answer."""
    best = facts[0]
    odds = dict(zip(map(id, facts), chances(facts), strict=True))
    own = [fact for fact in facts if fact is best or _is_of_another_time(fact, best)]
    return own if sum(odds[id(fact)] for fact in own) >= SURE else None


def _is_of_another_time(fact: Fact, best: Fact) -> bool:
    if fact.figure is None or best.figure is None:
        return False
    return _origin(fact) != _origin(best) and same_subject(fact.figure, best.figure)


def _with(fact: Fact, taken: Sequence[Fact], asked: Asked) -> list[Fact]:
    """The facts with one more; of two quotes of which one holds the other, only the longer is kept."""
    for n, one in enumerate(taken):
        (sentence, start, end), (other, first, last) = _quoted(asked, one), _quoted(asked, fact)
        if sentence == other and start <= first and last <= end:
            return [*taken]
        if sentence == other and first <= start and end <= last:
            return [*taken[:n], fact, *taken[n + 1 :]]
    return [*taken, fact]


def _eligible(asked: Asked, facts: Sequence[Fact]) -> Sequence[Fact]:
    """The facts that may stand beside the likeliest: where that is of the asked period, or one is that tells as
    much, or where it is a figure of the very thing, so are they."""
    best = facts[0]
    of_it = [fact for fact in facts if agreement(asked, fact.sentence) > 0]
    if agreement(asked, best.sentence) > 0 or any(_tells_as_much(fact, best) for fact in of_it[:1]):
        facts, best = of_it, of_it[0]
    return [fact for fact in facts if fact.named >= _NAMED] if best.named == 1 else facts


def _tells_as_much(fact: Fact, best: Fact) -> bool:
    """Whether a fact of the asked period is of as much of what is asked as a likelier one of another: 3.6% of 2022, not 年均2.6%."""
    return fact.named >= best.named and fact.known >= best.known and fact.unit >= best.unit


def quotable(hits: Sequence[Hit]) -> list[Hit]:
    """The hits that state something: no headings, unless there is nothing else."""
    return [hit for hit in hits if not hit.sentence.heading] or list(hits)


def _by_number(asked: Asked, terms: Sequence[Term], hits: Sequence[Hit], reports: Sequence[Report]) -> list[Statement]:
    """The parts of a section that are as many as asked for, unless one sentence names as many things."""
    named = of_so_many(asked.text, [hit.sentence for hit in hits])
    return [] if named else parts_by_number(asked, terms, reports)


def _several(asked: Asked, terms: Sequence[Term], hits: Sequence[Hit], reports: Sequence[Report]) -> list[Passage]:
    """What a list or a summary quotes: a sentence that enumerates, the section that treats the subject, or the nearest."""
    if asked.kind is not Kind.LIST or _aims_in_all(asked, terms, reports):
        return treatment(asked, terms, hits, reports)
    hits = quotable(hits)
    others = [hit.sentence for hit in hits]
    if asked.first is not None:  # what is done or planned is, without a year, only likelier
        hits = [hit for hit in hits if agreement(asked, hit.sentence) >= 0] or hits
    if asked.kind is Kind.LIST and (headed := under_one_heading(terms, hits)):
        return treatment(asked, terms, headed, reports)
    if asked.kind is Kind.LIST and (listed := enumeration(asked, terms, hits, others, reports)):
        return listed
    report = next(report for report in reports if report.id == hits[0].sentence.report)
    if len(breath := one_breath(hits[0].sentence, report)) > 1:
        return [whole(sentence) for sentence in breath[:_MOST_IN_A_BREATH]]
    return [whole(hit.sentence) for hit in _together(hits)]


def _aims_in_all(asked: Asked, terms: Sequence[Term], reports: Sequence[Report]) -> bool:
    """Whether the main aims of a year are to be listed: they are told in one breath, as in an overview."""
    return bool(asked.forward and terms) and not any(subject_of(asked, terms, report) for report in reports)


def _together(hits: Sequence[Hit]) -> list[Hit]:
    """The hits that are nearly as much to the point as the best, in the order of the report."""
    near = [hit for hit in hits[:_MAX_LINES] if hit.score >= hits[0].score - _APART]
    return sorted(near, key=lambda hit: (hit.sentence.report, hit.sentence.index))


def _rivals(asked: Asked, facts: Sequence[Fact]) -> list[Fact]:
    """The best fact, and those as likely: of other periods where the question leaves the period open, of other reports."""
    best = facts[0]
    one_period = asked.first is not None or asked.forward is not None
    seen = {_origin(best): best}
    for fact in facts[1:]:
        elsewhere = fact.sentence.report != best.sentence.report
        fits = fact.fit >= best.fit - _RIVAL and fact.covered >= best.covered and best.figure is not None
        if fits and (elsewhere or not one_period) and (not one_period or agreement(asked, fact.sentence) > 0):
            seen.setdefault(_origin(fact), fact)
    return list(seen.values())


def _origin(fact: Fact) -> tuple[str, str, str]:
    return fact.sentence.report, fact.sentence.period, fact.sentence.status


def _quoted(asked: Asked, fact: Fact) -> tuple[Sentence, int, int]:
    """What is quoted of a fact: its clause; the whole of a short sentence where no figure, a rank or more than one thing is asked."""
    sentence = fact.sentence
    whole = fact.figure is None or _RANK.search(asked.text) or _asks_twice(asked.text)
    if whole and len(sentence.text) <= _SHORT_SENTENCE:
        return sentence, sentence.start, sentence.end
    return sentence, told_from(fact), fact.end


def _asks_twice(text: str) -> bool:
    """Whether a second question follows in one breath, which the sentence that answers the first is likely to answer: 现在多少，跟五年前比呢."""
    return sum(bool(_ASKS.search(part)) for part in _BREATHS.split(text)) > 1


def _stated(asked: Asked, fact: Fact, facts: Sequence[Fact]) -> Statement:
    quote = cite(*_quoted(asked, fact))
    others = [one for one in facts if (one.sentence, one.start) == (fact.sentence, fact.start) and one != fact]
    if others and all(one.named < fact.named for one in others) and (own := _own(fact, quote)):
        return own
    return Statement(quote.quote.rstrip("；，"), (quote,))


def _own(fact: Fact, quote: Citation) -> Statement | None:
    """What a clause says of one of its things: 农村低保标准提高到563元 of 城乡低保标准分别提高到727元和563元; None if not borne out."""
    figure, parallel = fact.figure, _RESPECTIVELY.search(quote.quote)
    if figure is None or not parallel or figure.hedge is not Hedge.EXACT:
        return None
    own = Statement(f"{figure.subject}{parallel['how'] or ''}{parallel['verb']}{figure.text}", (quote,))
    return own if verdict(own) == "quoted" else None
