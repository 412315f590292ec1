"""The evaluation's README: its tables are generated, its numbers and commands are true."""

import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

pytest.importorskip("inspect_ai", reason="the evals extra is not installed")

from evals.__main__ import app
from evals.cases import TYPES, load_cases
from evals.readme import README, rendered

TEXT = README.read_text(encoding="utf-8")


def test_tables_are_those_of_the_committed_results() -> None:
    assert rendered() == TEXT, "run: python -m evals readme"


def test_a_readme_without_marks_is_refused(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("no marks", encoding="utf-8")
    with pytest.raises(ValueError, match="tables"):
        rendered(tmp_path / "README.md")


def test_every_step_is_named_and_has_help() -> None:
    runner = CliRunner()
    for command in app.registered_commands:
        name = command.name or (command.callback.__name__ if command.callback else "")
        assert f"`{name}`" in TEXT or f"evals {name}`" in TEXT
        shown = runner.invoke(app, [name, "--help"])
        assert shown.exit_code == 0
        assert command.callback is not None
        assert command.callback.__doc__


def test_check_passes_from_the_command_line() -> None:
    done = CliRunner().invoke(app, ["check"])
    assert done.exit_code == 0, done.output
    assert f"{len(load_cases())} cases, 0 errors" in done.output


def test_the_number_of_cases_and_the_types_are_true() -> None:
    stated = re.match(r"# Evaluation\n\n(\d+) questions", TEXT)
    assert stated is not None
    assert int(stated[1]) == len(load_cases())
    assert all(f"| {type_} |" in TEXT for type_ in TYPES)


def test_no_line_tells_of_this_machine() -> None:
    for path in (README, *sorted((README.parent / "results").glob("*.json"))):
        assert str(Path.home()) not in path.read_text(encoding="utf-8")
