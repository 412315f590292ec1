"""Reports, cases and labelled sentences -> true claims with their quotes, in the report's words and reworded."""

import re
from collections.abc import Iterator
from itertools import pairwise, product

from evals.cases import REPORT, Case, load_cases
from evals.derived import derived
from evals.figures import read_labels
from qa.answering.evidence import cite
from qa.answering.figures import Direction, Figure, Hedge, find_figures
from qa.answering.figures.vocabulary import ACTIONS, OPENERS
from qa.domain import Citation, Report, Sentence, Statement, Status

# Reference answers that say more than their quotes, in words: they correct or deny what the question assumes, count the items of
# a list, spell out abbreviations, sum up in words of their own, leave out what was done or to what, put two figures in another order,
# or are English in words that need a dictionary. No quote can bear those out by itself.
_MORE_THAN_QUOTED = re.compile(r"^(?:没有|有，|还修)|并非|并未|不是|不在|^共\d|约\d|^第[一二三四五]条")
_REWORDED = frozenset({"list-004", "list-008", "list-017", "fact-017", "fact-023"})
_OTHER_TYPES = frozenset({"compare", "false_premise", "closed", "english", "unanswerable", "summary"})

_HEDGED = {
    Hedge.EXACT: "{}", Hedge.AT_LEAST: "{}以上", Hedge.MORE_THAN: "超过{}", Hedge.ABOUT: "{}左右", Hedge.NEARLY: "近{}",
    Hedge.AT_MOST: "{}以内", Hedge.LESS_THAN: "不足{}",
}  # fmt: skip
_VERBS = {
    Direction.NONE: "为", Direction.LEVEL: "达到", Direction.UP_BY: "增长", Direction.DOWN_BY: "下降", Direction.UP_TO: "提高到",
    Direction.DOWN_TO: "降至", Direction.ADDED: "新增",
}  # fmt: skip
_PER = re.compile(r"年均|人均|户均|日均|月均|平均每年|每年")
# Such sentences tell of a part of the province.
_PART_OF_REGION = re.compile(r"辽[东西南北]|沿海|示范区|先导区|沈阳|大连")
_CLAUSE = re.compile(r"[，。；：！？]")


def truths(report: Report) -> Iterator[Statement]:
    """Every true claim: sentences, clauses and reworded figures of the report, reference answers, made-up sentences."""
    for sentence in report.sentences:
        if sentence.heading or not re.search(r"[一-鿿]", sentence.text):
            continue
        quote = cite(sentence)
        yield Statement(quote.quote, (quote,))
        yield from _clauses(sentence)
        if sentence.status is not Status.BACKGROUND:
            yield from _reworded(sentence)
    if report.id == REPORT:
        yield from _gold(report)
    yield from _made_up()
    yield from _sums(report)
    yield from _changes(report)
    yield from _orders(report)
    yield from derived(report)


def _clauses(sentence: Sentence) -> Iterator[Statement]:
    """The clauses that give a figure, each cited as just that clause, as the product's answers do."""
    cuts = [0, *(match.end() for match in _CLAUSE.finditer(sentence.text)), len(sentence.text)]
    for start, end in pairwise(cuts):
        clause = sentence.text[start:end].rstrip("，。；：！？")
        if any(figure.kind == "quantity" for figure in find_figures(clause)):
            quote = cite(sentence, sentence.start + start, sentence.start + start + len(clause))
            yield Statement(quote.quote, (quote,))


def _reworded(sentence: Sentence) -> Iterator[Statement]:
    """Each figure that has a subject, told with its period in words of our own."""
    quote = cite(sentence)
    for figure in find_figures(sentence.text):
        if (
            figure.kind != "quantity"
            or not figure.subject
            or figure.hedge not in _HEDGED
            or figure.direction not in _VERBS
        ):
            continue
        if figure.subject not in sentence.text or _PER.search(_before(sentence.text, figure)):
            continue
        subject, amount = _done_to(sentence.text, figure), _HEDGED[figure.hedge].format(figure.text)
        if not subject:
            continue
        told = (_VERBS[figure.direction] if subject == figure.subject else "") + amount
        for opening in _openings(sentence):
            yield Statement(opening.format(subject, told) + "。", (quote,))


def _done_to(text: str, figure: Figure) -> str:
    """The subject of a figure with the verb that was done to it: without 新建, 391.3万亩 would be all the farmland there is.

    "" where other words stand between, which a rewording would lose.
    """
    lead = re.split(r"[，。；：、\d]|全年|今年|年均", text[: figure.start])[-1].removesuffix("第")
    before, found, _ = lead.rpartition(figure.subject)
    verb = re.fullmatch(rf"(?:{ACTIONS}|{OPENERS})*", before if found else lead)
    return f"{verb[0]}{figure.subject}" if verb and (found or verb[0]) else ""


def _before(text: str, figure: Figure) -> str:
    return text[max(0, figure.start - 12) : figure.start]


def _openings(sentence: Sentence) -> tuple[str, ...]:
    """Ways to begin, by period and status; a sentence that names a year itself is told in it only by its own clause."""
    if re.search(r"(?:19|20)\d\d年", sentence.text):
        return ()
    first, _, last = sentence.period.partition("–")
    if sentence.status is Status.DONE:
        whole = () if _PART_OF_REGION.search(sentence.text) else (f"{first}年，全省{{}}{{}}",)
        return ("过去五年，{}{}",) if last else (f"{first}年{{}}{{}}", "去年，{}{}", *whole)
    if last:
        return ("今后五年，{}目标为{}",) if int(last) - int(first) == 4 else ()
    return (f"{first}年{{}}的目标是{{}}", "今年计划{}{}", f"{first}年，{{}}预期{{}}")


def _gold(report: Report) -> Iterator[Statement]:
    """The reference answers of the development cases, with the sentences that they rest on."""
    for case in load_cases():
        if case.split == "dev" and case.gold and _quotable(case):
            yield Statement(case.gold, tuple(dict.fromkeys(_around(report, quote) for quote in case.quotes)))


def _quotable(case: Case) -> bool:
    plain = case.type not in _OTHER_TYPES and not case.arithmetic and case.id not in _REWORDED
    return plain and bool(case.quotes) and not _MORE_THAN_QUOTED.search(case.gold or "")


def _around(report: Report, quote: str) -> Citation:
    at = report.text.find(quote)
    return cite(next(sentence for sentence in report.sentences if sentence.start <= at < sentence.end))


def _made_up() -> Iterator[Statement]:
    """The made-up sentences of the labelled figures, told as results of 2022."""
    for line in read_labels():
        if line.source == "synthetic" and line.labels and re.search(r"[一-鿿]", line.sentence):
            quote = Citation(0, REPORT, "一、", line.sentence, 0, len(line.sentence), "2022", str(Status.DONE))
            yield Statement(line.sentence, (quote,))


def _sums(report: Report) -> Iterator[Statement]:
    """Differences, sums and multiples of figures of one sentence or of a result and an aim, with their working."""
    found = [
        (sentence, figure)
        for sentence in report.sentences
        if sentence.status is not Status.BACKGROUND and "–" not in sentence.period
        for figure in find_figures(sentence.text)
        if figure.kind == "quantity" and figure.high is None and figure.hedge is Hedge.EXACT and figure.subject
        and figure.direction in (Direction.NONE, Direction.LEVEL, Direction.ADDED, Direction.UP_BY)
    ]  # fmt: skip
    for (one, a), (other, b) in pairwise(sorted(found, key=lambda pair: (pair[1].unit, pair[1].value))):
        if a.unit != b.unit or a.value == b.value or a.subject in b.subject or b.subject in a.subject or _alike(a, b):
            continue
        gap, whole = b.value - a.value, b.value + a.value
        unit = "个百分点" if a.unit == "%" else a.unit
        quotes = (cite(one), cite(other))
        working = f"{b.value} − {a.value} = {gap}"
        yield Statement(f"{b.subject}比{a.subject}多{gap}{unit}（{working}）", quotes, f"{working}（{a.unit}）")
        if a.unit != "%":
            working = f"{b.value} + {a.value} = {whole}"
            yield Statement(f"合计{whole}{unit}（{working}）", quotes, f"{working}（{a.unit}）")


def _changes(report: Report) -> Iterator[Statement]:
    """What comes of each change that a clause gives both ends of: 由2110公里增至3055公里."""
    for sentence in report.sentences:
        figures = [figure for figure in find_figures(sentence.text) if figure.kind == "quantity"]
        for begin, end in product(figures, repeat=2):
            ends = end.direction in (Direction.UP_TO, Direction.DOWN_TO) and begin.direction is Direction.FROM
            alike = (begin.subject, begin.unit) == (end.subject, end.unit) and begin.subject
            if ends and alike and begin.start < end.start and begin.value != end.value:
                low, high = sorted((begin.value, end.value))
                working = f"{high} − {low} = {high - low}"
                told = f"{begin.subject}{'增加' if end.value > begin.value else '减少'}{high - low}"
                unit = "个百分点" if begin.unit == "%" else begin.unit
                yield Statement(f"{told}{unit}（{working}）", (cite(sentence),), f"{working}（{begin.unit}）")


def _orders(report: Report) -> Iterator[Statement]:
    """The most and the least of each three figures of one sentence that are alike."""
    for sentence in report.sentences:
        figures = [
            figure
            for figure in find_figures(sentence.text)
            if figure.kind == "quantity" and figure.hedge is Hedge.EXACT and figure.subject and figure.high is None
            and figure.direction in (Direction.NONE, Direction.LEVEL, Direction.UP_BY)
        ]  # fmt: skip
        for three in zip(figures, figures[1:], figures[2:], strict=False):
            high, middle, low = sorted(three, key=lambda figure: -figure.value)
            kinds = {(figure.unit, figure.direction is Direction.UP_BY) for figure in three}
            if len(kinds) == 1 and high.value > middle.value > low.value and len({f.subject for f in three}) == 3:
                order = f"{high.text} > {middle.text} > {low.text}"
                yield Statement(f"{high.subject}最高，{low.subject}最低（{order}）", (cite(sentence),), order)


def _alike(a: Figure, b: Figure) -> bool:
    """Whether two subjects share words, so that which is which is not plain."""
    pairs = {a.subject[n : n + 2] for n in range(len(a.subject) - 1)}
    return any(b.subject[n : n + 2] in pairs for n in range(len(b.subject) - 1))
