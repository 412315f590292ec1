"""Cases and the report -> what is wrong with the cases."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from evals.arithmetic import holds, result_of
from evals.cases import REASONS, TYPES, Case, Split, sentence_key
from evals.metrics.answers import right
from evals.metrics.matching import find, find_any, fold

MIN_CASES = 260
# Questions that share this much of their pairs of characters ask the same in the same words (Jaccard).
_ALIKE = 0.4


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a case; a warning does not fail the check."""

    case: str
    text: str
    warning: bool = False


def check(cases: Sequence[Case], report: str, committed: Mapping[str, Split]) -> list[Problem]:
    """Everything wrong with the set, most basic first. `committed` holds the splits behind the committed results."""
    whole = [*_ids(cases), *_numbers(cases), *_splits(cases, report, committed), *_near_duplicates(cases)]
    rules: list[Callable[[Case, str], Iterator[str]]] = [_form, _quotes, _facts, _gold, _arithmetic, _forbidden]
    return whole + [Problem(case.id, text) for case in cases for rule in rules for text in rule(case, report)]


def _ids(cases: Sequence[Case]) -> Iterator[Problem]:
    for id_, count in Counter(case.id for case in cases).items():
        if count > 1:
            yield Problem(id_, f"id used {count} times")


def _numbers(cases: Sequence[Case]) -> Iterator[Problem]:
    counts = Counter(case.type for case in cases)
    if len(cases) < MIN_CASES:
        yield Problem("all", f"{len(cases)} cases, at least {MIN_CASES} are wanted")
    for type_, least in TYPES.items():
        if counts[type_] < least:
            yield Problem(type_, f"{counts[type_]} cases, at least {least} are wanted")


def _splits(cases: Sequence[Case], report: str, committed: Mapping[str, Split]) -> Iterator[Problem]:
    """A sentence tuned on must not be tested on, and a case never changes sides."""
    needed: dict[int, dict[str, Split]] = defaultdict(dict)
    for case in cases:
        if committed.get(case.id, case.split) != case.split:
            yield Problem(case.id, f"split is {case.split}, behind the committed results it was {committed[case.id]}")
        for quote in case.quotes:
            needed[sentence_key(report, quote)][case.id] = case.split
    for users in needed.values():
        if len(set(users.values())) > 1:
            yield Problem(", ".join(users), "need one sentence, but stand in both splits")


def _near_duplicates(cases: Sequence[Case]) -> Iterator[Problem]:
    pairs = {case.id: _bigrams(case.question) for case in cases if not case.history}
    for (a, one), (b, other) in combinations(pairs.items(), 2):
        alike = len(one & other) / len(one | other) if one | other else 0.0
        if alike >= _ALIKE:
            yield Problem(f"{a}, {b}", f"questions {alike:.0%} alike", warning=True)


def _form(case: Case, report: str) -> Iterator[str]:
    if case.type not in TYPES or not re.fullmatch(rf"{case.type}-\d{{3}}", case.id):
        yield "id must be type-NNN, of a known type"
    if not case.question.strip():
        yield "no question"
    if bool(case.history) != (case.type == "follow_up"):
        yield "a follow_up has a history, no other case has"
    if case.answerable and not (case.facts and (case.quotes or case.arithmetic)):
        yield "an answerable case needs facts, and quotes or arithmetic"
    if not case.answerable and (case.facts or case.quotes):
        yield "a case to abstain from has neither facts nor quotes"
    if case.answerable and case.reason:
        yield "an answerable case has no reason to abstain"
    if not case.answerable and (case.reason_kind not in REASONS or len(case.reason.partition(":")[2].strip()) < 10):
        yield f"the reason must be one of {REASONS}, then a colon and why"


def _quotes(case: Case, report: str) -> Iterator[str]:
    for quote in case.quotes:
        if report.count(quote) != 1:
            yield f"quote found {report.count(quote)} times: {quote}"


def _facts(case: Case, report: str) -> Iterator[str]:
    quotes = [fold(quote) for quote in case.quotes]
    results = [result_of(line) for line in case.arithmetic]
    for variants in case.facts:
        quoted = any(find_any(variants, quote) >= 0 for quote in quotes)
        computed = any(result in variant for result in results for variant in variants)
        if not (quoted or computed or case.absence or (case.type == "closed" and case.arithmetic)):
            yield f"fact in no quote and not computed: {variants[0]}"


def _gold(case: Case, report: str) -> Iterator[str]:
    """The reference answer is the first right answer that the scorers must not mark down."""
    if case.gold is not None and case.facts and not right(case.gold, case.facts, case.forbid):
        yield "gold is not right by its own facts"


def _arithmetic(case: Case, report: str) -> Iterator[str]:
    for line in case.arithmetic:
        if not holds(line, report):
            yield f"arithmetic does not hold: {line}"


def _forbidden(case: Case, report: str) -> Iterator[str]:
    """A verbatim quote of the needed sentence must not count as giving the forbidden figure first."""
    sentences = [fold(_sentence(report, quote)) for quote in case.quotes]
    accepted = {fold(variant) for variants in case.facts for variant in variants}
    for figure in case.forbid:
        if fold(figure) in accepted:
            yield f"forbidden and accepted at once: {figure}"
        for sentence in sentences:
            facts = [at for variants in case.facts if (at := find_any(variants, sentence)) >= 0]
            if 0 <= find(fold(figure), sentence) < min(facts, default=0):
                yield f"forbidden figure stands before the fact in the needed sentence: {figure}"


def _sentence(report: str, quote: str) -> str:
    start = sentence_key(report, quote)
    return re.split("[。！？；;\n]", report[start:], maxsplit=1)[0] if start >= 0 else ""


def _bigrams(question: str) -> set[str]:
    text = re.sub(r"\W", "", fold(question))
    return {text[n : n + 2] for n in range(len(text) - 1)}
