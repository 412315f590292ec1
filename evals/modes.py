"""Two results of the product -> LLM mode beside the keyless one on the cases that both were asked, type by type."""

from collections.abc import Sequence
from statistics import fmean

from evals.cases import TYPES
from evals.results import Outcome, Result
from evals.stats import mcnemar
from evals.tables import number, table

_COLUMNS = {
    "right": "right",
    "fact_recall": "facts",
    "false_abstention": "false abst.",
    "citation_recall": "cite R",
    "citation_precision": "cite P",
    "length": "chars",
    "seconds": "seconds",
}
Pair = tuple[Outcome, Outcome]


def beside(llm: Result, keyless: Result) -> str:
    """A table "keyless → LLM" by type, the cases on which the two differ, and what must be 0."""
    common = [id for id in llm.outcomes if id in keyless.outcomes and llm.outcomes[id].answers]
    pairs = {id: (keyless.outcomes[id], llm.outcomes[id]) for id in common if keyless.outcomes[id].answers}
    scopes = {"all": list(pairs.values())}
    scopes |= {name: [pair for pair in pairs.values() if pair[1].type == name] for name in TYPES}
    rows = [[name, str(len(inside)), *_cells(inside)] for name, inside in scopes.items() if inside]
    return "\n\n".join([table(["keyless → LLM", "n", *_COLUMNS.values()], rows), _differences(pairs)])


def _cells(inside: Sequence[Pair]) -> list[str]:
    return [f"{number(_mean(name, inside, 0))} → {number(_mean(name, inside, 1))}" for name in _COLUMNS]


def _mean(name: str, inside: Sequence[Pair], side: int) -> float | None:
    marks = [mark for pair in inside if (mark := pair[side].answers.get(name)) is not None]
    return fmean(marks) if marks else None


def _differences(pairs: dict[str, Pair]) -> str:
    lost = [id for id, (a, b) in pairs.items() if a.answers["right"] == 1 and b.answers["right"] == 0]
    won = [id for id, (a, b) in pairs.items() if a.answers["right"] == 0 and b.answers["right"] == 1]
    violations = sum(b.answers.get("violations") or 0 for _, b in pairs.values())
    errors = sum(b.answers.get("error") or 0 for _, b in pairs.values())
    return "\n".join(
        [
            f"right only without the model: {len(lost)} {' '.join(lost)}".rstrip(),
            f"right only with the model: {len(won)} {' '.join(won)}".rstrip(),
            f"McNemar exact p = {mcnemar(len(lost), len(won)):.3f}; with the model, figures shown as verified that are not: "
            f"{violations:.0f}, errors: {errors:.0f}",
        ]
    )
