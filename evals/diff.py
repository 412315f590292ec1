"""Two results -> what changed: each metric, each type, and the cases that turned right or wrong."""

from collections.abc import Sequence

from evals.cases import SPLITS, TYPES, Case
from evals.outcomes import ANSWERS, RETRIEVAL
from evals.results import Result
from evals.stats import Estimate, mcnemar
from evals.tables import number, table

# A change smaller than this is rounding.
_SAME = 0.0005
_BY_TYPE = ("recall_1500", "right")


def diff(before: Result, after: Result, cases: Sequence[Case]) -> str:
    """A report of the differences between two results of one system."""
    parts = [_made_with(before, after), _metrics(before, after), _types(before, after), _turned(before, after, cases)]
    return "\n\n".join(part for part in parts if part)


def turned(before: Result, after: Result) -> tuple[list[str], list[str]]:
    """The ids that were right only before, and only after, of the cases that both runs answered."""
    common = [id for id in before.outcomes if id in after.outcomes]
    pairs = [(id, before.outcomes[id].answers.get("right"), after.outcomes[id].answers.get("right")) for id in common]
    return [id for id, old, new in pairs if old == 1 and new == 0], [
        id for id, old, new in pairs if old == 0 and new == 1
    ]


def _made_with(before: Result, after: Result) -> str:
    keys = ("model", "fingerprint", "prompts", "cases", "packages", "commit")
    changed = [key for key in keys if before.made_with.get(key) != after.made_with.get(key)]
    said = f"made with another: {', '.join(changed)}" if changed else "made with the same settings, cases and commit"
    uncommitted = [
        name for name, r in (("before", before), ("after", after)) if str(r.made_with.get("commit")).endswith("+")
    ]
    return said + (f" (uncommitted changes {' and '.join(uncommitted)})" if uncommitted else "")


def _metrics(before: Result, after: Result) -> str:
    rows = [_row(name, before, after, "all") for name in (*RETRIEVAL, *ANSWERS)]
    changed = [row for row in rows if row]
    return table(["metric", "before", "after", "change"], changed) if changed else "no metric changed over all cases"


def _types(before: Result, after: Result) -> str:
    rows = [
        [f"{name}, {scope}", *row[1:]]
        for name in _BY_TYPE
        for scope in (*SPLITS, *TYPES)
        if (row := _row(name, before, after, scope))
    ]
    return table(["by type", "before", "after", "change"], rows) if rows else ""


def _row(name: str, before: Result, after: Result, scope: str) -> list[str]:
    old, new = _mean(before, name, scope), _mean(after, name, scope)
    if old == new or (old is not None and new is not None and abs(old - new) < _SAME):
        return []
    change = f"{new - old:+.3f}" if old is not None and new is not None else "–"
    return [name, number(old), number(new), change]


def _mean(result: Result, name: str, scope: str) -> float | None:
    return result.summary.get(name, {}).get(scope, Estimate(None, 0, 0)).mean


def _turned(before: Result, after: Result, cases: Sequence[Case]) -> str:
    lost, won = turned(before, after)
    if not lost and not won:
        return ""
    questions = {case.id: case.question for case in cases}
    head = (
        f"right only before: {len(lost)}, only after: {len(won)}; McNemar exact p = {mcnemar(len(lost), len(won)):.3f}"
    )
    return "\n".join(
        [
            head,
            *(f"  - now wrong  {id}  {questions.get(id, '')}" for id in lost),
            *(f"  + now right  {id}  {questions.get(id, '')}" for id in won),
        ]
    )
