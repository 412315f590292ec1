"""`python -m evals`: check the cases, run, compare, commit, gate."""

import json
import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from qa.settings import Settings, load, silence_telemetry

if TYPE_CHECKING:
    from evals.results import Result

silence_telemetry()  # before any library that would call home is imported

# Fewer cases say too little to be committed.
LEAST_SAMPLE = 60

app = typer.Typer(help=__doc__, no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)

Accept = Annotated[bool, typer.Option("--accept", help="Make this the committed result and write the README's tables.")]
Split = Annotated[str, typer.Option(help="dev, test or all.")]


@app.command()
def check() -> None:
    """Validate the cases against the report, offline."""
    from evals.cases import REPORT, load_cases
    from evals.check import check as find_problems
    from evals.results import committed_splits
    from qa.reports import read_reports

    text = next(report.text for report in read_reports(load().seeds_dir) if report.id == REPORT)
    cases = load_cases()
    problems = find_problems(cases, text, committed_splits())
    for problem in problems:
        typer.echo(f"{'warning' if problem.warning else 'error'}: {problem.case}: {problem.text}", err=True)
    errors = sum(not problem.warning for problem in problems)
    typer.echo(f"{len(cases)} cases, {errors} errors, {len(problems) - errors} warnings")
    raise typer.Exit(1 if errors else 0)


@app.command()
def run(
    split: Split = "all",
    sample: Annotated[int, typer.Option(help="Answer so many cases only, with and without the model.")] = 0,
    at_once: Annotated[int, typer.Option(help="Questions put to the endpoint together; 1 for a local one.")] = 4,
    resume: Annotated[Path | None, typer.Option(help="Go on with the run of this log.")] = None,
    accept: Accept = False,
) -> None:
    """Run retrieval and answers with the settings in force; print the tables and write results/last/."""
    from evals import tables
    from evals.modes import beside
    from evals.results import LAST_DIR, save
    from evals.run import Plan, keyless, plan_of
    from evals.run import resume as go_on
    from evals.run import run as run_plan

    settings = load()
    plan = plan_of(resume) if resume else Plan(split=split, sample=sample, retrieval=not sample, at_once=at_once)
    if accept and (plan.split != "all" or 0 < plan.sample < LEAST_SAMPLE):
        raise typer.BadParameter(f"all cases, or a sample of {LEAST_SAMPLE}, can be committed", param_hint="--accept")
    if plan.sample and not settings.uses_llm:
        raise typer.BadParameter("a sample is for LLM mode; set an endpoint", param_hint="--sample")
    result = go_on(resume, settings, at_once) if resume else run_plan(plan, settings)
    path = LAST_DIR / f"{_name(settings)}.json"
    save(result, path)
    retrieval = [] if plan.sample else [tables.retrieval_table(result.summary)]
    for part in (*retrieval, tables.answer_table(result.summary), tables.totals(result)):
        typer.echo(f"{part}\n")
    if settings.uses_llm:
        typer.echo(beside(result, keyless(plan, settings)))
    _finish([path], accept)


@app.command()
def baselines(
    sample: Annotated[int, typer.Option(help="Cases to answer, with an endpoint; 0 for all.")] = 60,
    accept: Accept = False,
) -> None:
    """Run the stock systems on the same cases (answers only with an endpoint) and print theirs, ours, ratio.

    Then all of them and the product search for each case in turn: quality and time of one run, side by side.
    """
    from evals import side_by_side
    from evals.readme import compared
    from evals.results import LAST_DIR, RESULTS_DIR, read, save
    from evals.run import Plan
    from evals.run import run as run_plan
    from evals.systems import STOCK

    settings = load()
    suffix = _name(settings).removeprefix("extractive").removeprefix("llm")
    stock, paths = {}, []
    for system in STOCK:
        plan = Plan(system, history=False, answers=settings.uses_llm, sample=sample)
        stock[system] = run_plan(plan, settings)
        paths.append(LAST_DIR / f"stock-{system}{suffix}.json")
        save(stock[system], paths[-1])
    name = f"{_name(settings)}.json"
    ours = next((path for path in (LAST_DIR / name, RESULTS_DIR / name) if path.exists()), None)
    typer.echo(compared(read(ours), stock) if ours else "No run of the product to compare with: python -m evals run")
    paths.append(LAST_DIR / side_by_side.FILE)
    timed = side_by_side.run(settings)
    paths[-1].write_text(timed, encoding="utf-8")
    typer.echo(f"\n{timed}")
    _finish(paths, accept)


@app.command()
def diff(
    name: Annotated[str, typer.Argument(help="A result, such as extractive; by default that of the settings.")] = "",
) -> None:
    """Compare the last run with the committed result, by metric, by type and by case."""
    from evals.cases import load_cases
    from evals.diff import diff as differences
    from evals.results import LAST_DIR, RESULTS_DIR

    name = name or _name(load())
    typer.echo(differences(_read(RESULTS_DIR / f"{name}.json"), _read(LAST_DIR / f"{name}.json"), load_cases()))


@app.command()
def gate() -> None:
    """Fail where the last keyless run falls below the committed bounds (gate.toml)."""
    from evals.gate import breaches, read_bounds
    from evals.results import LAST_DIR

    broken = breaches(_read(LAST_DIR / "extractive.json"), read_bounds())
    for line in broken:
        typer.echo(f"gate: {line}", err=True)
    typer.echo(f"gate: {'failed' if broken else 'passed'}")
    raise typer.Exit(1 if broken else 0)


@app.command()
def mutations() -> None:
    """Change true claims about the seed in one way each, and count those that the number lock lets pass."""
    from evals.cases import REPORT
    from evals.mutations import run as run_mutations
    from evals.mutations import table
    from qa.reports import read_reports

    outcome = run_mutations(next(report for report in read_reports(load().seeds_dir) if report.id == REPORT))
    typer.echo(table(outcome))
    for mutant in outcome.passed:
        typer.echo(f"passed: {mutant.kind}: {mutant.statement.text}", err=True)
    for claim in outcome.rejected:
        typer.echo(f"rejected: {claim.text}", err=True)
    raise typer.Exit(1 if outcome.passed or outcome.rejected else 0)


@app.command()
def fit() -> None:
    """Fit the weights of retrieval, of facts and of the judgement on the development cases; print them beside those in force."""
    from evals import fit as fitting
    from evals.cases import REPORT, load_cases
    from evals.judging import figures_judged
    from qa.answering.abstaining import judgement
    from qa.answering.facts import ranking
    from qa.assistant import Assistant
    from qa.retrieval import retriever

    assistant = Assistant.open(load())
    report, found = assistant.report(REPORT), assistant.retriever
    cases = [case for case in load_cases() if case.split == "dev"]
    answerable = [case for case in cases if case.quotes]
    for weights, seen, ridge in (
        (retriever.WEIGHTS, fitting.sentences_needed(answerable, report, found), fitting.RIDGE),
        (ranking.WEIGHTS, fitting.facts_needed(answerable, report, found), fitting.RIDGE),
        (judgement.WEIGHTS, figures_judged(cases, report, found), fitting.SLIGHT),
    ):
        for name, value in fitting.fit(list(seen), list(weights), ridge).items():
            typer.echo(f"{name:12}{value:8.2f}{weights[name]:8.2f}")


@app.command()
def readme() -> None:
    """Write the tables of README.md from the committed results."""
    from evals.readme import write

    write()


@app.command("from-feedback")
def from_feedback(
    output: Annotated[Path, typer.Option("-o", "--output", help="Where the drafts go.")] = Path("feedback-cases.jsonl"),
) -> None:
    """Turn readers' votes (feedback.jsonl in QA_DATA_DIR) into drafts of cases, to be finished by hand."""
    from evals.feedback import FILE, draft_cases

    path = load().data_dir / FILE
    if not path.exists():
        typer.echo(f"No votes yet: there is no {FILE} in QA_DATA_DIR.", err=True)
        raise typer.Exit(1)
    drafts = draft_cases(path.read_text(encoding="utf-8").splitlines())
    output.write_text("".join(f"{json.dumps(draft, ensure_ascii=False)}\n" for draft in drafts), encoding="utf-8")
    typer.echo(f"{len(drafts)} drafts in {output}. Finish each by hand and move it to the file of its type in cases/.")


@app.command()
def judge(
    model: Annotated[str, typer.Option(help="The judge; by default QA_MODEL.")] = "", split: Split = "all"
) -> None:
    """Have a model grade the summaries against gold; needs an endpoint."""
    from evals.run import run_judge

    settings = load()
    if not settings.uses_llm:
        typer.echo("The judge needs an endpoint: set OPENAI_API_KEY or OPENAI_BASE_URL.", err=True)
        raise typer.Exit(1)
    mean, n, unscored = run_judge(model, split, settings)
    graded = f"mean grade {mean:.2f} (0 to 1)" if mean is not None else "no grade"
    typer.echo(f"{graded}, n={n}, {unscored} unscored; judge: {model or settings.model}")


def _finish(paths: list[Path], accept: bool) -> None:
    from evals.readme import write
    from evals.results import RESULTS_DIR

    if accept:
        for path in paths:
            shutil.copyfile(path, RESULTS_DIR / path.name)
        write()


def _name(settings: Settings) -> str:
    """The result that these settings make: "extractive", "llm-gpt-4o-mini"."""
    return f"llm-{re.sub(r'[^a-z0-9.]+', '-', settings.model.lower())}" if settings.uses_llm else "extractive"


def _read(path: Path) -> "Result":
    from evals.results import read

    if not path.exists():
        typer.echo(f"There is no {path.parent.name}/{path.name}. Run: python -m evals run", err=True)
        raise typer.Exit(1)
    return read(path)


if __name__ == "__main__":
    app()
