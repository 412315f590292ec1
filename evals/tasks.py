"""Cases -> inspect_ai tasks: dataset, solver (the system under test), scorer (our pure functions, thinly wrapped).

inspect eval evals/tasks.py@retrieval
inspect eval evals/tasks.py@answers -T system=langchain -T sample_size=60
"""

import math
import random
from dataclasses import asdict
from functools import partial
from typing import Any

from anyio import to_thread
from inspect_ai import Task, task
from inspect_ai.dataset import MemoryDataset, Sample
from inspect_ai.scorer import Metric, SampleScore, Score, Scorer, Target, metric, scorer
from inspect_ai.solver import Generate, Solver, TaskState, solver

from evals.cases import REPORT, SPLITS, Case, load_cases, parse_case
from evals.judge import grade
from evals.outcomes import Marks, answer_marks, failed_marks, retrieval_marks
from evals.records import answer_from, answer_record
from evals.systems import open_system
from qa.errors import QAError
from qa.reports import read_reports
from qa.settings import load


@task
def retrieval(system: str = "product", split: str = "all", history: bool = True) -> Task:
    """Do the retrieved spans hold the quotes that each case needs?"""
    cases = [case for case in select(split, history=history) if case.quotes]
    return Task(
        dataset=MemoryDataset([sample(case) for case in cases], name="cases"),
        solver=searched(system),
        scorer=retrieval_scorer(),
    )


@task
def answers(system: str = "product", split: str = "all", history: bool = True, sample_size: int = 0) -> Task:
    """Are the answers right, borne out by their citations, and withheld where the report does not answer?"""
    cases = select(split, history=history, size=sample_size)
    return Task(
        dataset=MemoryDataset([sample(case) for case in cases], name="cases"),
        solver=asked(system),
        scorer=answer_scorer(),
    )


def select(split: str = "all", *, history: bool = True, size: int = 0) -> list[Case]:
    """The cases of a split, without follow-ups if a system takes no history, or a sample of `size` with the types in proportion."""
    splits = SPLITS if split == "all" else (split,)
    cases = [case for case in load_cases() if case.split in splits and (history or not case.history)]
    if not 0 < size < len(cases):
        return cases
    # Every n-th of a shuffled list sorted by type: each type in proportion, the same cases for every system.
    random.Random(0).shuffle(cases)
    cases.sort(key=lambda case: case.type)
    return [cases[n * len(cases) // size] for n in range(size)]


def sample(case: Case) -> Sample:
    """A case as an inspect sample."""
    return Sample(
        input=case.question, target=case.gold or "（报告未提及）", id=case.id, metadata={"case": asdict(case)}
    )


def case_of(state: TaskState) -> Case:
    """The case that a sample was made from."""
    return parse_case(state.metadata["case"])


def report_texts() -> dict[str, str]:
    """Report ids with their text."""
    return {report.id: report.text for report in read_reports(load().seeds_dir)}


@solver
def searched(system: str) -> Solver:
    """Let a system search for the case; the spans go into the metadata."""
    opened = open_system(system, load())

    async def solve(state: TaskState, generate: Generate) -> TaskState:
        spans = await to_thread.run_sync(opened.search, case_of(state))
        state.metadata["spans"] = [list(span) for span in spans]
        return state

    return solve


@solver
def asked(system: str) -> Solver:
    """Let a system answer the case; an error that its user would read stands in place of the answer."""
    opened = open_system(system, load())

    async def solve(state: TaskState, generate: Generate) -> TaskState:
        try:
            answer = await to_thread.run_sync(opened.answer, case_of(state))
        except QAError as exc:
            state.metadata["error"] = str(exc)
            state.output.completion = str(exc)
        else:
            state.metadata["answer"] = answer_record(answer)
            state.output.completion = answer.text
        return state

    return solve


@metric
def defined_mean() -> Metric:
    """Mean over the samples where the metric is defined; inspect leaves out the rest and counts them as unscored."""

    def compute(scores: list[SampleScore]) -> float:
        values = [score.score.as_float() for score in scores]
        return sum(values) / len(values) if values else math.nan

    return compute


@scorer(metrics={"*": [defined_mean()]})
def retrieval_scorer() -> Scorer:
    """Retrieval marks of the spans in the metadata."""
    text = report_texts()[REPORT]

    async def score(state: TaskState, target: Target) -> Score:
        case = case_of(state)
        spans = [(int(start), int(end)) for start, end in state.metadata["spans"]]
        return scored(retrieval_marks(case, spans, text))

    return score


@scorer(metrics={"*": [defined_mean()]})
def answer_scorer() -> Scorer:
    """Answer marks of the answer in the metadata."""
    texts = report_texts()

    async def score(state: TaskState, target: Target) -> Score:
        if "answer" not in state.metadata:
            return scored(failed_marks(), explanation=str(state.metadata.get("error")))
        answer = answer_from(state.metadata["answer"])
        return scored(answer_marks(case_of(state), answer, texts), answer=answer.text)

    return score


def scored(marks: Marks, **extra: Any) -> Score:
    """Marks as an inspect score: its sign for undefined is NaN."""
    return Score(value={name: math.nan if mark is None else mark for name, mark in marks.items()}, **extra)


@task
def judged(system: str = "product", split: str = "all", judge_model: str = "") -> Task:
    """How good are the summaries, in the eyes of a model? Needs an endpoint; `judge_model` is by default the answering one."""
    cases = [case for case in select(split) if case.type == "summary"]
    return Task(
        dataset=MemoryDataset([sample(case) for case in cases], name="cases"),
        solver=asked(system),
        scorer=judge_scorer(judge_model),
    )


@scorer(metrics=[defined_mean()])
def judge_scorer(judge_model: str = "") -> Scorer:
    """The judge's grade; a reply that is no grade, or an endpoint that fails, leaves the sample unscored."""
    settings = load()
    judge = settings.model_copy(update={"model": judge_model or settings.model})

    async def score(state: TaskState, target: Target) -> Score:
        try:
            value, reply = await to_thread.run_sync(partial(grade, case_of(state), state.output.completion, judge))
        except QAError as exc:
            return Score.unscored(reason="grader_failed", explanation=str(exc))
        if value is None:
            return Score.unscored(reason="grader_failed", explanation=reply)
        return Score(value=value, answer=state.output.completion, explanation=reply)

    return score
