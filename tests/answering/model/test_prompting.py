"""Prompt files are loaded once, whole, and filled in completely."""

from pathlib import Path

import pytest

from qa.answering.model.prompting import load_prompt
from qa.answering.model.writing import CHOOSE, DOUBTFUL, FACT, LIST, REPAIR, STRUCTURED
from qa.errors import SettingsError
from qa.settings import ROOT
from qa.tokens import count_tokens


def test_variables_are_filled_in_and_a_missing_one_is_named() -> None:
    prompt = load_prompt(ROOT / "prompts", DOUBTFUL)
    system, user = prompt.messages(evidence="[1] 原文", question="问？")
    assert "报告未提及" in str(system.content)
    assert str(user.content) == "原文：\n[1] 原文\n\n问题：问？"
    with pytest.raises(KeyError, match="question"):
        prompt.messages(evidence="[1] 原文")


def test_text_with_dollar_signs_stays_text() -> None:
    prompt = load_prompt(ROOT / "prompts", FACT)
    _, user = prompt.messages(evidence="e", question="${title} $x $$")
    assert str(user.content).endswith("${title} $x $$")


@pytest.mark.parametrize("id", [FACT, LIST, DOUBTFUL, REPAIR, STRUCTURED, CHOOSE])
def test_prompts_are_short_enough_for_small_models(id: str) -> None:
    """A 1.5B model on two cores reads some 40 tokens a second."""
    prompt = load_prompt(ROOT / "prompts", id)
    assert count_tokens(prompt.system.template + prompt.user.template) < 350


def test_missing_file_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="QA_PROMPTS_DIR"):
        load_prompt(tmp_path, FACT)


def test_digest_follows_the_text(tmp_path: Path) -> None:
    for role in ("system", "user"):
        (tmp_path / f"a.v1.{role}.md").write_text("一", encoding="utf-8")
    before = load_prompt(tmp_path, "a.v1").digest
    (tmp_path / "a.v1.user.md").write_text("二", encoding="utf-8")
    assert load_prompt(tmp_path, "a.v1").digest != before
