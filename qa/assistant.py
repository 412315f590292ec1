"""The whole pipeline behind one door: reports -> index -> retrieval -> answers."""

from collections.abc import Iterator, Sequence

from qa.answering.abstaining.rephrase import advice
from qa.answering.answerer import Answerer
from qa.answering.conversing.examples import Example, example_questions
from qa.answering.conversing.suggestions import suggestions
from qa.domain import Answer, Event, Hit, Report, Turn
from qa.index.embedding import make_embedder
from qa.index.sync import Progress, sync
from qa.reports import read_folder
from qa.retrieval.retriever import Retriever
from qa.settings import Settings


class Assistant:
    """Reports that can be asked. Safe under threads.

    `warnings` name the files that were left out or do not look like reports, `notices` say what was done to the index.

    >>> assistant = Assistant.open(Settings())  # doctest: +SKIP
    >>> assistant.ask("去年地区生产总值增长多少？").text  # doctest: +SKIP
    '全年地区生产总值增长2.1%[1]。'
    """

    def __init__(
        self,
        settings: Settings,
        reports: Sequence[Report],
        retriever: Retriever,
        warnings: Sequence[str] = (),
        notices: Sequence[str] = (),
    ) -> None:
        self.settings = settings
        self.reports = tuple(reports)
        self.retriever = retriever
        self.warnings = tuple(warnings)
        self.notices = tuple(notices)
        self._answerer = Answerer(settings, self.reports, retriever)

    @classmethod
    def open(cls, settings: Settings, progress: Progress | None = None) -> "Assistant":
        """Read the reports, bring the index in line with them and be ready to answer.

        `progress(done, total)` is called while chunks are embedded. Raises ReportError, IndexStoreError or, with an
        embeddings endpoint, EndpointError.
        """
        reports, warnings = read_folder(settings.seeds_dir)
        embedder = make_embedder(settings)
        index = sync(reports, embedder, settings.seeds_dir, settings.data_dir, progress)
        changes = [f"新编入 {index.added} 段"] * bool(index.added) + [f"移除 {index.removed} 段"] * bool(index.removed)
        notice = f"索引已更新：{'，'.join(changes)}。" if changes else "索引无需更新。"
        return cls(settings, reports, Retriever(reports, index, embedder), warnings, [notice])

    def ask(self, question: str, history: Sequence[Turn] = ()) -> Answer:
        """Answer a question; raise QuestionError where it cannot be asked."""
        for event in self.stream(question, history):
            if isinstance(event, Answer):
                return event
        raise AssertionError("a stream ends with its answer")

    def stream(self, question: str, history: Sequence[Turn] = ()) -> Iterator[Event]:
        """Answer a question, showing how it goes: stages and verified pieces, then the Answer."""
        return self._answerer.stream(question, history)

    def search(self, question: str, k: int = 10) -> list[Hit]:
        """The `k` sentences nearest to a question, best first."""
        return self.retriever.search(question, k)

    def report(self, id: str) -> Report:
        """The report of that id; raise KeyError where there is none."""
        return {report.id: report for report in self.reports}[id]

    def examples(self) -> list[Example]:
        """Questions that the loaded reports can answer, one of each kind, to begin with."""
        return example_questions(self.reports)

    def with_settings(self, settings: Settings) -> "Assistant":
        """The same reports and index, with answers written as `settings` say; costs nothing."""
        return Assistant(settings, self.reports, self.retriever, self.warnings, self.notices)

    def suggest(self, question: str, answer: Answer) -> tuple[str, ...]:
        """At most three questions to go on with, each tried without a model and seen to be answered; to begin with after small talk."""
        if not (answer.citations or answer.nearest):
            return tuple(example.question for example in self.examples()[:3])
        keyless = self.with_settings(self.settings.model_copy(update={"mode": "extractive"}))
        return suggestions(question, answer, self.reports, keyless.ask)

    def advise(self, question: str) -> tuple[str, ...]:
        """How to ask otherwise what was not found."""
        return advice(question, self.reports)
