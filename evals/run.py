"""Tasks -> inspect_ai logs -> a result."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import inspect_ai
from inspect_ai import Task
from inspect_ai.log import EvalLog, read_eval_log

from evals import tasks
from evals.cases import REPORT, Case, load_cases
from evals.outcomes import RETRIEVAL, Marks, failed_marks
from evals.results import Outcome, Result, made_with, summarise
from qa.settings import ROOT, Settings

LOG_DIR = ROOT / "logs"
# An endpoint answers several questions at once; without one the work is this machine's, and latency is part of the result.
_AT_ONCE = 4


class RunError(Exception):
    """A run that did not come to an end; its logs say why."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What to run: a system, over which cases; `answers` without an endpoint is for the product alone.

    `at_once` questions are put to an endpoint together: 1 where it runs on this machine.
    """

    system: str = "product"
    split: str = "all"
    history: bool = True
    retrieval: bool = True
    answers: bool = True
    sample: int = 0
    at_once: int = _AT_ONCE


def run(plan: Plan, settings: Settings, log_dir: Path = LOG_DIR) -> Result:
    """Run the tasks of a plan; raise RunError where one fails as a whole. A case that fails is marked as an error."""
    todo: list[Task] = [tasks.retrieval(plan.system, plan.split, plan.history)] if plan.retrieval else []
    if plan.answers:
        todo.append(tasks.answers(plan.system, plan.split, plan.history, plan.sample))
    logs = inspect_ai.eval(
        todo,
        model=None,
        log_dir=str(log_dir),
        display="rich" if settings.uses_llm and plan.answers else "none",
        max_samples=plan.at_once if settings.uses_llm else 1,
        max_tasks=1,
        fail_on_error=False,
        ctl_server=False,
    )
    return collect(plan.system, logs, settings)


def resume(log: Path, settings: Settings, at_once: int = _AT_ONCE) -> Result:
    """Go on with a run that was broken off, from its log; cases that it holds are not asked again."""
    logs = inspect_ai.eval_retry(
        str(log), log_dir=str(log.parent), max_samples=at_once if settings.uses_llm else 1, fail_on_error=False
    )
    return collect(str(_arguments(log).get("system", "product")), logs, settings)


def keyless(llm: Plan, settings: Settings, log_dir: Path = LOG_DIR) -> Result:
    """Answer the cases of a plan without the model, so that the two can be set beside each other."""
    without = settings.model_copy(update={"mode": "extractive"})
    return run(replace(llm, system="keyless", retrieval=False), without, log_dir)


def plan_of(log: Path) -> Plan:
    """What the run of a log was to answer."""
    known = _arguments(log)
    return Plan(
        split=str(known.get("split", "all")),
        history=bool(known.get("history", True)),
        sample=known.get("sample_size", 0),
    )


def _arguments(log: Path) -> dict[str, Any]:
    return read_eval_log(str(log), header_only=True).eval.task_args


def run_judge(model: str, split: str, settings: Settings, log_dir: Path = LOG_DIR) -> tuple[float | None, int, int]:
    """Run the judged task: the mean grade, the number of grades, the number of summaries left unscored."""
    task = tasks.judged(split=split, judge_model=model)
    [log] = inspect_ai.eval(
        task, model=None, log_dir=str(log_dir), max_samples=_AT_ONCE, fail_on_error=False, ctl_server=False
    )
    scores = [score for sample in log.samples or [] for score in (sample.scores or {}).values()]
    grades = [grade for score in scores if not math.isnan(grade := score.as_float())]
    return (sum(grades) / len(grades) if grades else None), len(grades), len(log.samples or []) - len(grades)


def collect(system: str, logs: Sequence[EvalLog], settings: Settings) -> Result:
    """Read the marks of finished logs into a result."""
    cases = load_cases()
    marks: dict[str, dict[str, Marks]] = {}
    for log in logs:
        if log.status != "success":
            raise RunError(
                f"task {log.eval.task} ended as {log.status}: {log.error.message if log.error else log.location}"
            )
        marks[log.eval.task.rpartition("/")[2]] = _marks(log)
    outcomes = {case.id: outcome for case in cases if (outcome := _outcome(case, marks))}
    report = tasks.report_texts()[REPORT]
    return Result(made_with(settings, system, cases), summarise(cases, outcomes, report), outcomes)


def _marks(log: EvalLog) -> dict[str, Marks]:
    """Case ids with their marks; a sample that raised found nothing and answered nothing."""
    found: dict[str, Marks] = {}
    failed: Marks = dict.fromkeys(RETRIEVAL, 0.0) if log.eval.task.endswith("retrieval") else failed_marks()
    for sample in log.samples or []:
        scores = list((sample.scores or {}).values())
        found[str(sample.id)] = _defined(scores[0].value) if scores else failed
    return found


def _defined(value: object) -> Marks:
    assert isinstance(value, dict)
    return {name: None if mark is None or math.isnan(mark) else float(mark) for name, mark in value.items()}


def _outcome(case: Case, marks: dict[str, dict[str, Marks]]) -> Outcome | None:
    retrieval, answers = (marks.get(task, {}).get(case.id, {}) for task in ("retrieval", "answers"))
    return Outcome(case.type, case.split, retrieval, answers) if retrieval or answers else None
