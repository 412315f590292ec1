import json
from pathlib import Path
from typing import Any

import gradio as gr

from qa.assistant import Assistant
from qa.domain import Answer
from qa.settings import ROOT, Settings
from qa.web.chat import Exchange
from qa.web.feedback import FILE
from qa.web.handlers import Handlers
from qa.web.labels import Labels
from qa.web.wording import CHINESE, ENGLISH
from tests.fakes import FakeAssistant, make_fake_settings, seed_report
from tests.openai_server import Script


class Request:
    """What the handlers ask of Gradio's request."""

    def __init__(self, **cookies: str) -> None:
        self.cookies = cookies


def event(**data: Any) -> gr.EventData:
    return gr.EventData(None, data)


def test_each_page_asks_with_its_own_settings(
    assistant: Assistant, data_dir: Path, endpoint: tuple[str, Script]
) -> None:
    base_url, script = endpoint
    open_ = Settings(_env_file=None, seeds_dir=ROOT / "seeds", data_dir=data_dir)  # type: ignore[call-arg]
    handlers = Handlers(assistant.with_settings(open_), Labels())
    pages = [
        handlers.ask("2022年粮食产量是多少？", (), None, "llm", base_url, f"sk-{n}", f"model-{n}", said=CHINESE)
        for n in range(3)
    ]
    while pages:  # in turn, so that each is under way while the others are
        pages = [page for page in pages if next(page, None) is not None]
    keys = [{name.lower(): value for name, value in head.items()}["authorization"] for head in script.headers]
    sent = {(body["model"], key) for body, key in zip(script.requests, keys, strict=True)}
    assert sent == {(f"model-{n}", f"Bearer sk-{n}") for n in range(3)}
    assert open_.openai_api_key is None


def test_an_edited_question_replaces_what_follows() -> None:
    handlers = Handlers(FakeAssistant([seed_report()]), Labels())  # type: ignore[arg-type]
    past = tuple(Exchange(f"{n}问", answer=Answer("answered", "答", "extractive")) for n in range(3))
    shown = handlers.edit(past, None, event(turn="1"), Request())  # type: ignore[arg-type]
    assert (shown[3], shown[6]) == ("1问", 1)
    left = handlers.edit(past, 1, event(turn="1"), Request())  # type: ignore[arg-type]
    assert (left[0], left[3], left[6]) == (past, "", None)
    nothing = ("",) * 4
    *_, last = handlers.ask("新问", past, 1, *nothing, said=CHINESE)
    assert [exchange.question for exchange in last[0]] == ["0问", "新问"]
    *_, refused = handlers.ask("", past, 1, *nothing, said=CHINESE)
    assert refused[0] == past
    assert refused[6] == 1


def test_a_vote_on_what_is_not_there_is_no_vote(tmp_path: Path) -> None:
    handlers = Handlers(FakeAssistant([seed_report()], make_fake_settings(data_dir=tmp_path)), Labels())  # type: ignore[arg-type]
    past = (Exchange("问", answer=Answer("answered", "答", "extractive")),)
    for data in ({"turn": "7", "vote": "like"}, {"turn": "0", "vote": "<b>"}):
        assert handlers.vote(past, event(note="", **data), Request())[0] == past  # type: ignore[arg-type]
    assert not (tmp_path / FILE).exists()
    voted = handlers.vote(past, event(turn="0", vote="like", note="好"), Request())[0]  # type: ignore[arg-type]
    assert (voted[0].vote, voted[0].noted) == ("like", True)
    assert json.loads((tmp_path / FILE).read_text(encoding="utf-8"))["note"] == "好"


def test_a_vote_that_cannot_be_saved_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    handlers = Handlers(FakeAssistant([seed_report()], make_fake_settings(data_dir=tmp_path / "file")), Labels())  # type: ignore[arg-type]
    past = (Exchange("问", answer=Answer("answered", "答", "extractive")),)
    shown = handlers.vote(past, event(turn="0", vote="like", note=""), Request())  # type: ignore[arg-type]
    assert shown[0] == past
    assert "没能保存" in shown[2]


def test_labels_are_set_in_the_language_of_the_cookie() -> None:
    labels = Labels()
    labels.put(gr.Button(CHINESE["ask"]), value="ask")
    labels.put(gr.Radio([(CHINESE["llm"], "llm")]), label="mode", choices=[("llm", "llm")])
    button, radio = labels.updates(ENGLISH)
    assert button["value"] == "Ask"
    assert (radio["label"], radio["choices"]) == ("Answers", [("written by the model", "llm")])
