"""Hand-written stand-ins that speak the interfaces of the real parts, without a model or an index."""

import os
import re
import threading
from collections.abc import Iterator, Sequence
from copy import copy
from dataclasses import replace
from pathlib import Path

from qa.answering.conversing.examples import Example
from qa.domain import Answer, Citation, Claim, Event, Hit, Piece, Report, Section, Sentence, Stage, Status, Turn
from qa.errors import QuestionError
from qa.settings import Settings

SEEDS = Path(__file__).resolve().parents[1] / "seeds"
PARTS = {
    "一": ("2022", Status.DONE),
    "二": ("2023–2027", Status.PLAN),
    "三": ("2023", Status.TARGET),
    "四": ("2023", Status.TARGET),
}


def seed_report() -> Report:
    """The seed report, read by `made_report`."""
    text = next(SEEDS.glob("*.txt")).read_text(encoding="utf-8")
    return made_report(text, "2023_辽宁省", "2023年辽宁省政府工作报告")


def made_report(text: str, id: str = "2024_某省", title: str = "2024年某省政府工作报告") -> Report:
    """A report of the given text: a paragraph a line, headings 一、 and （一）, real offsets, a part's period for all in it."""
    lines = [(m.start(), m.end()) for m in re.finditer(r"[^\s][^\n]*[^\s]|[^\s]", text)]
    heads = [(level, m) for line in lines if (found := _heading(text, line)) for level, m in [found]]
    sections: list[Section] = []
    for at, (level, head) in enumerate(heads):
        end = next((later.start() for above, later in heads[at + 1 :] if above <= level), len(text))
        path = (*(sections[-1].path[: level - 1] if sections else ()), head[0].rstrip("。"))
        sections.append(Section(level, path[-1], head.start(), end, path))
    starts = {section.start for section in sections}
    sentences: list[Sentence] = []
    for number, (start, end) in enumerate(lines):
        for m in re.finditer(r"[^。！？；]*[。！？；]+[”’）]*|[^。！？；]+$", text[start:end]):
            at = start + m.start()
            path = next((s.path for s in reversed(sections) if s.start <= at < s.end), ())
            period, status = PARTS.get(path[0][0] if path else "", ("2023", Status.BACKGROUND))
            found = Sentence(
                id, len(sentences), number, at, start + m.end(), m[0], path, period, status, heading=at in starts
            )
            sentences.append(found)
    return Report(id, title, "辽宁省", 2023, "2023-01-12", "李乐成", text, tuple(sections), tuple(sentences))


def _heading(text: str, line: tuple[int, int]) -> tuple[int, re.Match[str]] | None:
    for level, pattern in enumerate(
        (r"[一二三四五六七八九十]+、[^。\n]*", r"（[一二三四五六七八九十]+）[^。\n]*。?"), 1
    ):
        if found := re.compile(pattern).match(text, *line):
            return level, found
    return None


def cite(report: Report, marker: int, start: int, end: int, sentence: Sentence | None = None) -> Citation:
    """A citation of any span of a report, labelled like the sentence that it starts in."""
    sentence = sentence or next(s for s in report.sentences if s.end > start)
    section = " / ".join(sentence.section)
    return Citation(
        marker, report.id, section, report.text[start:end], start, end, sentence.period, sentence.status.value
    )


def make_fake_settings(**changes: object) -> Settings:
    """Settings that read no environment file; any free port will do, so runs at the same time begin at different ones."""
    port = 20_000 + os.getpid() % 2000 * 10
    return Settings(_env_file=None, **{"mode": "extractive", "port": port, **changes})  # type: ignore[arg-type, call-arg]


class FakeAssistant:
    """Answers with the report's sentences that share the most characters with the question.

    `scripted` maps a question to the answer to give as it stands. With `gate` set, each question waits after its first
    piece until the gate opens. A question that contains 未提及 is abstained from; 出错 raises what no one expects.
    """

    def __init__(
        self,
        reports: Sequence[Report],
        settings: Settings | None = None,
        scripted: dict[str, Answer] | None = None,
        gate: threading.Event | None = None,
    ) -> None:
        self.reports = tuple(reports)
        self.settings = settings or make_fake_settings()
        self.warnings: tuple[str, ...] = ()
        self.notices = ("索引未变，沿用已有索引。",)
        self.scripted = scripted or {}
        self.gate = gate
        self.asked: list[tuple[str, list[Turn]]] = []

    def ask(self, question: str, history: Sequence[Turn] = ()) -> Answer:
        """The last event of `stream`."""
        *_, answer = self.stream(question, history)
        assert isinstance(answer, Answer)
        return answer

    def stream(self, question: str, history: Sequence[Turn] = ()) -> Iterator[Event]:
        """Stages, pieces sentence by sentence, and the answer."""
        question = question.strip()
        if not question:
            raise QuestionError("请先输入问题，例如：“2022年粮食产量是多少？”")
        if len(question) > self.settings.max_question_chars:
            raise QuestionError(f"问题太长（{len(question)} 字），请缩短到 {self.settings.max_question_chars} 字以内。")
        self.asked.append((question, list(history)))
        yield Stage("检索")
        if "出错" in question:
            raise ZeroDivisionError("a fault that no one expects")
        answer = self.scripted.get(question) or self._answer(question)
        yield Stage("撰写")
        lines = answer.text.splitlines(keepends=True)
        for count in range(1, len(lines) + 1):
            yield Piece("".join(lines[:count]), answer.citations)
            if self.gate and count == 1:
                self.gate.wait(20)
        yield Stage("核对")
        yield answer

    def search(self, question: str, k: int = 10) -> list[Hit]:
        """Sentences by the number of different characters that they share with the question."""
        wanted = set(re.sub(r"[^\w]", "", question))
        sentences = [s for report in self.reports for s in report.sentences if not s.heading]
        score = {id(s): len(wanted & set(s.text)) / (10 + len(set(s.text))) ** 0.5 for s in sentences}
        best = sorted(sentences, key=lambda s: -score[id(s)])[:k]
        return [Hit(s, score[id(s)], {"lexical": score[id(s)]}) for s in best]

    def report(self, id: str) -> Report:
        """The report of that id."""
        return next(report for report in self.reports if report.id == id)

    def examples(self) -> list[Example]:
        """A few questions that the seed report answers."""
        return [
            Example("figure", "2022年地区生产总值增长多少？"),
            Example("gap", "2023年城镇新增就业的目标比2022年高多少？"),
            Example("list", "今年怎样促进消费？"),
            Example("mention", "报告提到核电了吗？"),
        ]

    def with_settings(self, settings: Settings) -> "FakeAssistant":
        """Itself, with other settings; what is asked is kept together."""
        other = copy(self)
        other.settings = settings
        return other

    def suggest(self, question: str, answer: Answer) -> tuple[str, ...]:
        """Three questions that the seed report answers."""
        return ("2022年固定资产投资增长多少？", "2022年粮食产量是多少？", "今年怎样促进消费？")

    def advise(self, question: str) -> tuple[str, ...]:
        """One hint."""
        return (f"报告里没有“{question}”的说法。",)

    def _answer(self, question: str) -> Answer:
        hits = self.search(question, 3)
        quotes = tuple(
            cite(self.report(h.sentence.report), n, h.sentence.start, h.sentence.end, h.sentence)
            for n, h in enumerate(hits[:2], 1)
        )
        if "未提及" in question:
            nearest = tuple(replace(quote, marker=0) for quote in quotes)
            return Answer("abstained", "报告未提及。", "extractive", nearest=nearest, seconds=0.1)
        text = "\n".join(f"{quote.quote.rstrip('。')}[{quote.marker}]。" for quote in quotes)
        claims = tuple(Claim(quote.quote, (quote.marker,), "quoted") for quote in quotes)
        return Answer("answered", text, "extractive", quotes, claims, seconds=0.1)
