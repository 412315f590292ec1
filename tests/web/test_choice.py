from pathlib import Path

import pytest

from qa.errors import SettingsError
from qa.settings import Settings
from qa.web.choice import Choice, chosen, connection, fixed
from tests.openai_server import ANY_KEY, MODEL, Script


def settings(**given: object) -> Settings:
    return Settings(_env_file=None, **given)  # type: ignore[arg-type, call-arg]


def test_a_choice_makes_settings_of_its_own() -> None:
    base = settings()
    made = chosen(base, Choice("auto", "http://127.0.0.1:1/v1", ANY_KEY, "某模型"))
    assert (made.model, made.openai_base_url, made.uses_llm) == ("某模型", "http://127.0.0.1:1/v1", True)
    assert ANY_KEY not in repr(made)
    assert not base.uses_llm
    assert chosen(base, Choice()) is base


def test_another_model_has_other_prices() -> None:
    base = settings(price_input=1.0, price_output=2.0)
    assert chosen(base, Choice(key=ANY_KEY)).price_input == 1.0
    assert chosen(base, Choice(model="乙")).price_input is None


def test_the_environment_wins() -> None:
    base = settings(mode="extractive", model="甲")
    assert fixed(base) == {"mode": "QA_MODE", "model": "QA_MODEL"}
    made = chosen(base, Choice("llm", "", "", "乙"))
    assert (made.mode, made.model) == ("extractive", "甲")


def test_the_environments_key_goes_to_no_address_of_a_readers() -> None:
    base = settings(openai_api_key=ANY_KEY)
    made = chosen(base, Choice("llm", "http://127.0.0.1:1/v1", "other", "m"))
    assert made.openai_base_url is None
    assert made.openai_api_key == base.openai_api_key


def test_a_page_that_others_reach_takes_no_settings() -> None:
    choice = Choice("llm", "http://127.0.0.1:1/v1", ANY_KEY, "m")
    for base in (settings(host="0.0.0.0"), settings(page_settings=False)):
        assert chosen(base, choice) is base
    assert chosen(settings(host="0.0.0.0", page_settings=True), choice).uses_llm


def test_an_address_that_cannot_be_is_said() -> None:
    with pytest.raises(SettingsError, match="接口地址"):
        chosen(settings(), Choice(address="deepseek"))


def test_chat_and_embeddings_are_tried_apart(endpoint: tuple[str, Script], tmp_path: Path) -> None:
    base_url, script = endpoint
    given = settings(openai_base_url=base_url, model=MODEL, embedding_model="vectors", data_dir=tmp_path)
    script.reply = "好"
    assert [good for _, good, _ in connection(given, given)] == [True, True]
    assert [path_input for path_input in script.requests if "input" in path_input]
    elsewhere = given.model_copy(update={"embedding_base_url": "http://127.0.0.1:9/v1"})
    (_, chat, told), (_, vectors, _) = connection(given, elsewhere)
    assert (chat, vectors) == (True, False)
    assert MODEL in told


@pytest.mark.parametrize(("fault", "word"), [("401", "密钥"), ("404", "地址"), ("429", "额度"), ("500", "出错")])
def test_what_is_wrong_is_said_in_words(endpoint: tuple[str, Script], fault: str, word: str) -> None:
    base_url, script = endpoint
    script.fault = fault
    given = settings(openai_base_url=base_url, openai_api_key=ANY_KEY, model=MODEL)
    (_, good, told), local = connection(given, settings())
    assert not good
    assert word in told
    assert ANY_KEY not in told
    assert local[1]
