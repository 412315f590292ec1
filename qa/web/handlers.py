"""What a reader does on the page -> what the page shows next; every call brings its own settings, nothing is shared."""

import base64
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import gradio as gr

from qa.errors import EndpointError, SettingsError
from qa.settings import Settings
from qa.web import choice, export, feedback, grounds, memory, render
from qa.web.chat import Exchange, Frame, converse, halt
from qa.web.chips import View
from qa.web.choice import Choice, chosen
from qa.web.labels import Labels
from qa.web.wording import Words, words

if TYPE_CHECKING:
    from qa.assistant import Assistant

LANGUAGE_COOKIE = "report-qa-language"
_WORD_FILE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

Exchanges = tuple[Exchange, ...]
Shown = tuple[Any, ...]


def words_of(request: gr.Request) -> Words:
    """The interface's words in the language that the reader switched to."""
    return words(dict(request.cookies).get(LANGUAGE_COOKIE))


def mode_label(settings: Settings, said: Words) -> str:
    """Who writes the answers, in the page's words."""
    return said["by_model"].format(model=settings.model) if settings.uses_llm else said["by_code"]


class Handlers:
    """Handlers over one assistant. They hold nothing of a reader: conversation, choices and key come with each call."""

    def __init__(self, assistant: "Assistant", labels: Labels) -> None:
        self.assistant = assistant
        self.labels = labels
        self.examples = assistant.examples()

    def view(self, said: Words) -> View:
        """What the chat is drawn with."""
        return View(self.assistant.reports, said)

    def show(self, frame: Frame, said: Words) -> Shown:
        """A frame as values for the page's outputs: exchanges, talk, status, box, ask, stop, editing, stored, next."""
        return (
            frame.exchanges,
            render.conversation(frame.exchanges, self.view(said), self.examples),
            render.status(frame.status, frame.problem, frame.busy, frame.heard),
            gr.skip() if frame.draft is None else frame.draft,
            gr.Button(interactive=not frame.busy),
            gr.Button(interactive=frame.busy),
            frame.editing,
            gr.skip() if frame.busy else memory.remembered(frame.exchanges),
            "" if frame.busy or not frame.exchanges else gr.skip(),
        )

    def ask(
        self, question: str | None, exchanges: Exchanges, editing: int | None, *chose: str | None, said: Words
    ) -> Iterator[Shown]:
        """Answer a question; one that is edited takes the place of the exchanges from it on."""
        past = exchanges if editing is None else exchanges[:editing]
        try:
            settings = chosen(self.assistant.settings, _choice(chose))
        except SettingsError as exc:
            yield self.show(Frame(exchanges, str(exc), problem=True, editing=editing), said)
            return
        for frame in converse(self.assistant.with_settings(settings), question or "", past, said):
            if frame.problem and not frame.draft:  # what could not be asked changes nothing
                frame = Frame(exchanges, frame.status, problem=True, editing=editing)
            yield self.show(frame, said)

    def stop(self, exchanges: Exchanges, request: gr.Request) -> Shown:
        said = words_of(request)
        return self.show(halt(exchanges, said), said)

    def new(self, request: gr.Request) -> Shown:
        said = words_of(request)
        return self.show(Frame((), said["new_status"], draft=""), said)

    def edit(self, exchanges: Exchanges, editing: int | None, event: gr.EventData, request: gr.Request) -> Shown:
        """Put an earlier question back into the box; the second time, leave it as it was."""
        said, number = words_of(request), int(event.turn)
        if number not in range(len(exchanges)):
            return self.show(Frame(exchanges), said)
        if number == editing:
            return self.show(Frame(exchanges, draft=""), said)
        told = said["editing"].format(number=number + 1)
        return self.show(Frame(exchanges, told, draft=exchanges[number].question, editing=number), said)

    def restore(self, stored: object, suggested: object, request: gr.Request) -> Shown:
        """The page as it was when the reader left it, in the reader's language."""
        said, exchanges = words_of(request), memory.recalled(stored)
        told = said["restored"].format(count=len(exchanges)) if exchanges else ""
        *shown, _ = self.show(Frame(exchanges, told), said)
        following = _following(exchanges, memory.questions(suggested), said)
        return (*shown, following, self.masthead(self.assistant.settings, said), *self.labels.updates(said))

    def masthead(self, settings: Settings, said: Words) -> str:
        return render.masthead(mode_label(settings, said), said, self.assistant.warnings)

    def suggest(self, exchanges: Exchanges, request: gr.Request) -> tuple[str, tuple[str, ...]]:
        """Questions to go on with after the last answer: as the page shows them, and as the browser keeps them."""
        last = exchanges[-1] if exchanges else None
        if not last or not last.answer:
            return "", ()
        questions = self.assistant.suggest(last.answer.resolved or last.question, last.answer)
        return _following(exchanges, questions, words_of(request)), questions

    def grounds(self, question: str, request: gr.Request) -> str:
        """What was found for a question that was answered, ranked, with the parts of each score."""
        longest = self.assistant.settings.max_question_chars
        return grounds.grounds(question, self.assistant.search, longest, self.view(words_of(request)))

    def vote(self, exchanges: Exchanges, event: gr.EventData, request: gr.Request) -> Shown:
        """Keep what the reader thinks of an answer, with a note where there is one."""
        said, number, note = words_of(request), int(event.turn), str(event.note or "")
        if number not in range(len(exchanges)) or event.vote not in ("like", "dislike", ""):
            return self.show(Frame(exchanges), said)
        vote = event.vote or exchanges[number].vote
        try:
            feedback.save(self.assistant.settings.data_dir, exchanges, number, vote, note)
        except OSError as exc:
            return self.show(Frame(exchanges, said["vote_lost"].format(reason=exc.strerror), problem=True), said)
        changed = replace(exchanges[number], vote=vote, noted=bool(note))
        return self.show(Frame((*exchanges[:number], changed, *exchanges[number + 1 :]), said["vote_kept"]), said)

    def export_markdown(self, exchanges: Exchanges) -> dict[str, str]:
        text = export.markdown_of_all(exchanges, self.assistant.reports)
        return _parcel("md", "text/markdown", text.encode("utf-8", "replace")) if exchanges else {}

    def export_word(self, exchanges: Exchanges) -> dict[str, str]:
        if not exchanges:
            return {}
        return _parcel("docx", _WORD_FILE, export.word_of_all(exchanges, self.assistant.reports))

    def choose(
        self, mode: str | None, address: str | None, key: str | None, model: str | None, request: gr.Request
    ) -> str:
        """The page's head after a change of settings."""
        said = words_of(request)
        try:
            settings = chosen(self.assistant.settings, _choice((mode, address, key, model)))
        except SettingsError:
            settings = self.assistant.settings
        return self.masthead(settings, said)

    def test(self, *chose: str | None) -> str:
        """What a connection with these settings gives."""
        try:
            common = self.assistant.settings
            results = choice.connection(chosen(common, _choice(chose)), common)
        except SettingsError as exc:
            results = [("设置", False, str(exc))]
        return render.results(results)

    def models(self, *chose: str | None) -> tuple[Any, str]:
        """The endpoint's models for the dropdown, or why there are none."""
        from qa.endpoint import list_models

        try:
            names = list_models(chosen(self.assistant.settings, _choice(chose)))
        except (SettingsError, EndpointError) as exc:
            return gr.skip(), render.results([("模型", False, str(exc))])
        return gr.Dropdown(choices=names), render.results([("模型", True, f"共 {len(names)} 个，请在上面选择。")])


def _following(exchanges: Exchanges, questions: tuple[str, ...], said: Words) -> str:
    answer = exchanges[-1].answer if exchanges else None
    return render.following(questions, answer, said) if answer else ""


def _choice(chose: tuple[str | None, ...]) -> Choice:
    mode, address, key, model = (value or "" for value in chose)
    return Choice(mode, address, key, model)


def _parcel(ending: str, kind: str, data: bytes) -> dict[str, str]:
    """A file for the page's script to save; nothing is written on this machine."""
    return {"name": f"问答记录-{date.today()}.{ending}", "type": kind, "data": base64.b64encode(data).decode()}
