"""What the READMEs say is true: same commands in both languages, every setting listed, every command there."""

import re

import pytest

from qa.settings import ROOT, Settings

ENGLISH = (ROOT / "README.md").read_text(encoding="utf-8")
CHINESE = (ROOT / "README.zh-CN.md").read_text(encoding="utf-8")


def commands(text: str) -> list[str]:
    """The command lines of the fenced shell blocks, without their comments."""
    blocks = re.findall(r"```sh\n(.*?)```", text, re.DOTALL)
    return [line.partition(" #")[0].strip() for block in blocks for line in block.splitlines() if line.strip()]


def table_names(text: str) -> set[str]:
    return set(re.findall(r"`((?:QA|OPENAI)_[A-Z_]+)`(?=[,、]? ?[`|])", text))


def test_both_languages_give_the_same_commands() -> None:
    assert commands(ENGLISH) == commands(CHINESE)
    assert len(commands(ENGLISH)) >= 10


def test_make_targets_exist() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in set(re.findall(r"`?make ([a-z-]+)", ENGLISH + CHINESE)):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target


@pytest.mark.parametrize("text", [ENGLISH, CHINESE], ids=["en", "zh"])
def test_every_setting_is_listed(text: str) -> None:
    settings = {name.upper() if name.startswith("openai_") else f"QA_{name.upper()}" for name in Settings.model_fields}
    assert table_names(text) == settings


def test_pictures_exist() -> None:
    for path in re.findall(r"!\[[^\]]*\]\(([^)]+)\)", ENGLISH + CHINESE):
        assert (ROOT / path).exists(), path
