"""Results -> tables in Markdown."""

from collections.abc import Mapping, Sequence

from evals.cases import REASONS, SPLITS, TYPES
from evals.results import Outcome, Result, Summary
from evals.stats import Estimate, estimate

_RETRIEVAL = {
    "recall_500": "in 500 chars",
    "recall_1500": "in 1,500",
    "recall_3000": "in 3,000",
    "recall@5": "recall@5",
    "recall@10": "recall@10",
    "mrr": "MRR",
    "ndcg@10": "nDCG@10",
}
_ANSWERS = {
    "right": "right",
    "fact_recall": "facts",
    "citation_precision": "cite P",
    "citation_recall": "cite R",
    "exact_spans": "exact spans",
    "false_abstention": "false abst.",
    "length": "chars",
}
# With an interval; the others as bare means, or the table is too wide to read.
_WITH_INTERVAL = ("recall_1500", "right", "mrr")
_COMPARED = {
    **_RETRIEVAL,
    "right": "right",
    "fact_recall": "facts",
    "ungrounded": "answers with a figure not in the passages",
}


def retrieval_table(summary: Summary) -> str:
    """Recall, MRR and nDCG by split and type."""
    return _by_scope(summary, _RETRIEVAL)


def answer_table(summary: Summary) -> str:
    """Rightness, citations and false abstentions by split and type."""
    return _by_scope(summary, _ANSWERS)


def totals(result: Result) -> str:
    """What is counted over all answers: violations, errors, abstention by reason, latency."""
    summary = result.summary
    if "right" not in summary:
        return ""
    marks = [outcome.answers for outcome in result.outcomes.values() if outcome.answers]
    counted = {name: sum(mark.get(name) or 0 for mark in marks) for name in ("violations", "error")}
    rows = [
        ["figures shown as verified that are not (must be 0)", f"{counted['violations']:.0f}"],
        ["questions that raised an error", f"{counted['error']:.0f}"],
        ["a forbidden figure given first", interval(summary["forbidden_first"]["all"])],
        ["abstention precision", interval(summary["abstention_precision"]["all"])],
        ["abstention recall", interval(summary["abstention_recall"]["all"])],
    ]
    rows += [
        [f"- {r}", interval(summary["abstention_recall"][r])] for r in REASONS if r in summary["abstention_recall"]
    ]
    rows += [[f"seconds, {p}", number(summary[f"seconds_{p}"]["all"].mean)] for p in ("p50", "p95")]
    return table(["over all answers", "value"], rows)


def comparison_table(
    ours: Mapping[str, Outcome], stock: Mapping[str, Mapping[str, Outcome]], clusters: Mapping[str, str]
) -> str:
    """Theirs, ours, ratio, on the cases that both were asked; `stock` maps names to outcomes."""
    rows = []
    for name, title in _COMPARED.items():
        cells = [title]
        for theirs in stock.values():
            cells += _compared(name, ours, theirs, clusters)
        if any(cell != "–" for cell in cells[1:]):
            rows.append(cells)
    heads = [head for name in stock for head in (name, "ours", "ratio")]
    return table(["", *heads], rows)


def table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A Markdown table, its columns padded so that it reads in a terminal too."""
    widths = [max(len(row[n]) for row in [heads, *rows]) for n in range(len(heads))]
    lines = [heads, ["-" * width for width in widths], *rows]
    return "\n".join(
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)) + " |" for line in lines
    )


def interval(value: Estimate) -> str:
    """ "0.81 [0.76, 0.86] n=244", "–" where undefined, with the number of cases where it is."""
    if value.mean is None:
        return f"– (undefined in {value.undefined})"
    bounds = f" [{value.low:.2f}, {value.high:.2f}]" if value.low is not None and value.high is not None else ""
    return f"{number(value.mean)}{bounds} n={value.n}" + (
        f" (undefined in {value.undefined})" if value.undefined else ""
    )


def number(value: float | None) -> str:
    """Two decimals below ten, three for what is under 0.1, whole above; "–" for None."""
    if value is None:
        return "–"
    return f"{value:.0f}" if value >= 10 else f"{value:.3f}" if 0 < value < 0.1 else f"{value:.2f}"


def _by_scope(summary: Summary, metrics: Mapping[str, str]) -> str:
    names = [name for name in metrics if name in summary]
    scopes = [scope for scope in ("all", *SPLITS, *TYPES) if any(scope in summary[name] for name in names)]
    rows = [[scope, *(_cell(summary[name].get(scope), name) for name in names)] for scope in scopes]
    return table(["", *(metrics[name] for name in names)], rows)


def _cell(value: Estimate | None, name: str) -> str:
    if value is None or value.mean is None:
        return "–"
    if name not in _WITH_INTERVAL:
        return number(value.mean)
    bounds = f" [{value.low:.2f}, {value.high:.2f}]" if value.low is not None and value.high is not None else ""
    return f"{number(value.mean)}{bounds} n={value.n}"


def _compared(
    name: str, ours: Mapping[str, Outcome], theirs: Mapping[str, Outcome], clusters: Mapping[str, str]
) -> list[str]:
    """Their mean, ours and the ratio over the cases that both have a mark for."""
    both = [
        (a, b, clusters[id])
        for id, outcome in theirs.items()
        if id in ours and (a := _mark(outcome, name)) is not None and (b := _mark(ours[id], name)) is not None
    ]
    if not both:
        return ["–"] * 3
    keys = [key for _, _, key in both]
    a, b = estimate([a for a, _, _ in both], keys).mean or 0.0, estimate([b for _, b, _ in both], keys).mean or 0.0
    return [f"{number(a)} n={len(both)}", number(b), f"{b / a:.2f}×" if a else "–"]


def _mark(outcome: Outcome, name: str) -> float | None:
    return outcome.retrieval.get(name) if name in outcome.retrieval else outcome.answers.get(name)
