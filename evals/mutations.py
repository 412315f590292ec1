"""True claims -> thousands of false ones, each a single change away, and which of them pass the number lock."""

import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from evals.distortions import DISTORTIONS
from evals.mutators import MUTATORS, QUOTED
from evals.truths import truths
from qa.answering.checks.naming import fold
from qa.answering.figures import find_figures, same
from qa.answering.verification import verdict
from qa.domain import Report, Statement

SEED = 20230112
# Not every digit of every claim: two of each figure, and at most this many mutants of a kind from one claim.
_PER_KIND = 3


@dataclass(frozen=True, slots=True)
class Mutant:
    """A claim with one change, of a `kind`; `origin` is the true one."""

    kind: str
    statement: Statement
    origin: Statement


@dataclass(frozen=True, slots=True)
class Outcome:
    """How many true claims were rejected and false ones passed; `passed` and `rejected` name them."""

    claims: int
    made: Counter[str]
    rejected: tuple[Statement, ...]
    passed: tuple[Mutant, ...]


def mutants(claims: Sequence[Statement], report: Report, seed: int = SEED) -> Iterator[Mutant]:
    """Every mutant of every claim, seeded; those that are provably still true are left out."""
    chance = random.Random(seed)
    names = sorted({name for match in QUOTED.finditer(report.text) for name in match.groups() if name})
    true = {(fold(claim.text), claim.quotes) for claim in claims}
    for claim in claims:
        made: set[str] = set()
        for kind, mutate in (MUTATORS | DISTORTIONS).items():
            texts = [text for text in mutate(claim, chance, names) if text != claim.text and text not in made]
            for text in chance.sample(texts, min(_PER_KIND, len(texts))):
                made.add(text)
                statement = replace(claim, text=text)
                if (fold(text), claim.quotes) not in true and not still_true(kind, statement, claim):
                    yield Mutant(kind, statement, claim)


def still_true(kind: str, mutant: Statement, origin: Statement) -> bool:
    """Whether a mutant provably says nothing false. The rules:

    it stands in its quote letter by letter, each figure read there as here (a swap that gave another true clause, or a cut
    one); its figures are the same as those of the true claim, as numbers with units, and nothing but their spelling changed;
    or the quote gives the changed figure as well, in another unit (7800万亩左右 beside 约合520万公顷).
    """
    text = fold(mutant.text).strip("。；，")
    if any(_stands(text, mutant.text, quote.quote) for quote in mutant.quotes):
        return True
    ours, theirs = find_figures(mutant.text), find_figures(origin.text)
    if kind not in ("digit", "unit", "scale", "hedge") or len(ours) != len(theirs):
        return False
    quoted = [figure for quote in mutant.quotes for figure in find_figures(quote.quote)]
    changed = [figure for figure, old in zip(ours, theirs, strict=True) if not same(figure, old)]
    return all(any(same(figure, other) and figure.unit != other.unit for other in quoted) for figure in changed)


def _stands(text: str, whole: str, quote: str) -> bool:
    if text not in fold(quote):
        return False
    there = {(f.text, f.hedge, f.direction, f.subject) for f in find_figures(quote)}
    return all((f.text, f.hedge, f.direction, f.subject) in there for f in find_figures(whole))


def run(report: Report, *, claims_at_most: int = 0, seed: int = SEED) -> Outcome:
    """Judge the true claims of a report and their mutants; a seeded sample of the claims where a number is given."""
    claims = list(dict.fromkeys(truths(report)))
    if claims_at_most:
        claims = random.Random(seed).sample(claims, min(claims_at_most, len(claims)))
    rejected = tuple(claim for claim in claims if verdict(claim) == "unverified")
    made: Counter[str] = Counter()
    passed = []
    for mutant in mutants(claims, report, seed):
        made[mutant.kind] += 1
        if verdict(mutant.statement) != "unverified":
            passed.append(mutant)
    return Outcome(len(claims), made, rejected, tuple(passed))


def table(outcome: Outcome) -> str:
    """A row per kind of change, as Markdown."""
    passed = Counter(mutant.kind for mutant in outcome.passed)
    rows = ["| change | mutants | passed |", "| --- | --- | --- |"]
    rows += [f"| {kind} | {number} | {passed[kind]} |" for kind, number in sorted(outcome.made.items())]
    rows.append(f"| all | {outcome.made.total()} | {len(outcome.passed)} |")
    rows.append(f"\n{outcome.claims} true claims, {len(outcome.rejected)} of them rejected.")
    return "\n".join(rows)
