"""Committed results -> the tables of evals/README.md."""

import re
from pathlib import Path

from evals import tables
from evals.cases import REPORT, load_cases
from evals.modes import beside
from evals.results import RESULTS_DIR, Result, cluster, read
from evals.side_by_side import FILE as SIDE_BY_SIDE
from evals.tasks import report_texts

KEYLESS = "extractive.json"
README = Path(__file__).with_name("README.md")

_TABLES = re.compile(r"(<!-- tables: .*? -->\n).*?(<!-- /tables -->)", re.DOTALL)


def write(readme: Path = README, results: Path = RESULTS_DIR) -> None:
    """Put the tables of the committed results between the README's marks."""
    readme.write_text(rendered(readme, results), encoding="utf-8")


def rendered(readme: Path = README, results: Path = RESULTS_DIR) -> str:
    """The README with the tables that the results call for; raise ValueError where it has no marks."""
    text = readme.read_text(encoding="utf-8")
    found = _TABLES.search(text)
    if not found:
        raise ValueError(f"{readme.name} has no <!-- tables: … --> and <!-- /tables -->")
    return f"{text[: found.end(1)]}\n{_sections(results)}\n{text[found.start(2) :]}"


def compared(ours: Result, stock: dict[str, Result]) -> str:
    """Theirs, ours, ratio."""
    report = report_texts()[REPORT]
    clusters = {case.id: cluster(case, report) for case in load_cases()}
    return tables.comparison_table(ours.outcomes, {name: result.outcomes for name, result in stock.items()}, clusters)


def stock_results(results: Path, suffix: str = "") -> dict[str, Result]:
    """The stock systems' results with that suffix ("" for retrieval alone, "-model" with answers), by system."""
    found = [read(path) for path in sorted(results.glob(f"stock-*{suffix}.json"))]
    return {
        result.made_with["system"]: result for result in found if (result.made_with["model"] is None) == (not suffix)
    }


def _sections(results: Path) -> str:
    parts = []
    for path in sorted(path for path in results.glob("*.json") if not path.name.startswith("stock-")):
        result = read(path)
        parts.append(_section(path.stem, result))
        suffix = "" if result.made_with["model"] is None else path.stem.removeprefix("llm")
        if result.made_with["model"] and (results / KEYLESS).exists():
            parts.append(f"### Beside the keyless mode ({path.stem})\n\n{beside(result, read(results / KEYLESS))}\n")
        if stock := stock_results(results, suffix):
            parts.append(f"### Against stock systems ({path.stem})\n\n{compared(result, stock)}\n")
    if (timed := results / SIDE_BY_SIDE).exists():
        parts.append(f"### Quality and time, side by side\n\n{timed.read_text(encoding='utf-8')}")
    return "\n".join(parts) or "No results are committed yet.\n"


def _section(name: str, result: Result) -> str:
    made = result.made_with
    prompts = ", ".join(f"{id} {digest}" for id, digest in made["prompts"].items()) if made["model"] else "none"
    lines = [
        f"### {name}",
        "",
        f"Model: {made['model'] or 'none'} · embedder: {made['settings']['embedder']} · settings {made['fingerprint']} · "
        f"prompts: {prompts} · {made['cases']['n']} cases ({made['cases']['digest']}) · commit {made['commit'] or '–'}",
        "",
    ]
    if "mrr" in result.summary:
        lines += [tables.retrieval_table(result.summary), ""]
    if "right" in result.summary:
        lines += [tables.answer_table(result.summary), "", tables.totals(result), ""]
    return "\n".join(lines)
