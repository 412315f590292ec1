"""A result and the committed bounds -> what it breaks."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from evals.results import Result
from evals.tables import number

BOUNDS = Path(__file__).with_name("gate.toml")


@dataclass(frozen=True, slots=True)
class Bound:
    """The least or the most that a metric may be in a scope."""

    metric: str
    scope: str = "all"
    min: float | None = None
    max: float | None = None


def read_bounds(path: Path = BOUNDS) -> list[Bound]:
    """The committed bounds: one table [[bound]] each."""
    return [Bound(**bound) for bound in tomllib.loads(path.read_text(encoding="utf-8"))["bound"]]


def breaches(result: Result, bounds: Sequence[Bound]) -> list[str]:
    """Say of each bound that the result breaks how it does; a bounded metric that was not measured breaks its bound."""
    return [said for bound in bounds if (said := _breach(result, bound))]


def _breach(result: Result, bound: Bound) -> str:
    found = result.summary.get(bound.metric, {}).get(bound.scope)
    name = f"{bound.metric} ({bound.scope})"
    if found is None or found.mean is None:
        return f"{name} was not measured"
    if bound.min is not None and found.mean < bound.min:
        return f"{name} is {found.mean:.4f}, at least {number(bound.min)} is wanted"
    if bound.max is not None and found.mean > bound.max:
        return f"{name} is {found.mean:.4f}, at most {number(bound.max)} is allowed"
    return ""
