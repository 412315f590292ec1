"""No key is in a text that is passed on, however the text is cut into pieces."""

import pytest

from qa.keys import masked, without_keys
from qa.settings import Settings

KEY = "sk-abcabcabd-123"


def settings(key: str) -> Settings:
    return Settings(_env_file=None, openai_api_key=key)  # type: ignore[arg-type, call-arg]


@pytest.mark.parametrize("size", [1, 2, 5, 100])
def test_a_key_is_masked_across_pieces(size: int) -> None:
    text = f"{KEY}说sk-abc{KEY}，sk-abcabc"
    given = list(masked((text[i : i + size] for i in range(0, len(text), size)), settings(KEY)))
    assert "".join(given) == "***说sk-abc***，sk-abcabc"


def test_a_stand_in_for_a_key_is_no_secret() -> None:
    assert without_keys("none of it", settings("none")) == "none of it"


def test_text_without_a_beginning_of_the_key_is_not_held_back() -> None:
    assert list(masked(["增长", "2.1%。"], settings(KEY))) == ["增长", "2.1%。"]
