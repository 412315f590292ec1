"""The records that flow through the rooms: report, section, sentence, hit, citation, claim, answer."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal


class Status(StrEnum):
    """How a sentence stands to the world: done, aimed at, planned, or neither."""

    DONE = "完成"
    TARGET = "目标"
    PLAN = "规划"
    BACKGROUND = "背景"


@dataclass(frozen=True, slots=True)
class Section:
    """One heading of the outline, and the text it governs.

    `path` holds the headings from the outermost to this one, e.g. ("三、2023年重点工作", "（四）全力推进乡村振兴").
    `[start, end)` reaches from the heading's first character to the end of the last paragraph below it.
    """

    level: int
    title: str
    start: int
    end: int
    path: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A span of a report: `report.text[start:end] == text`.

    `index` counts the report's sentences, `paragraph` its lines of text. `period` is a year ("2022") or a span
    ("2018–2022"); `heading` is true for a heading that stands as a sentence of its own.
    """

    report: str
    index: int
    paragraph: int
    start: int
    end: int
    text: str
    section: tuple[str, ...]
    period: str
    status: Status
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Report:
    """A government work report as text, with what it says of itself.

    `id` is the file name without its ending; offsets count characters of `text`. `year` is the year in which it was
    delivered (its 今年), or the next one where it was delivered in November or December to plan that; `date` is ISO, or
    "" where the text does not say.
    """

    id: str
    title: str
    region: str
    year: int
    date: str
    speaker: str
    text: str
    sections: tuple[Section, ...] = ()
    sentences: tuple[Sentence, ...] = ()


@dataclass(frozen=True, slots=True)
class Near:
    """A clause `[start, end)` of a report, its cosine with the question, and how near its words are to the question's sense."""

    start: int
    end: int
    cosine: float
    sense: float = 0.0


@dataclass(frozen=True, slots=True)
class Hit:
    """A retrieved sentence; `parts` are the scores that make up `score` (higher is nearer).

    `near` are those of its clauses that were found by their meaning, nearest first.
    """

    sentence: Sentence
    score: float
    parts: dict[str, float]
    near: tuple[Near, ...] = ()

    @property
    def similarity(self) -> float:
        """The cosine of the nearest clause; 0 where none was found."""
        return self.near[0].cosine if self.near else 0.0


@dataclass(frozen=True, slots=True)
class Citation:
    """A verbatim span of a report that an answer points to by `marker`: `report.text[start:end] == quote`."""

    marker: int
    report: str
    section: str
    quote: str
    start: int
    end: int
    period: str
    status: str


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement of a draft and the quotes it rests on; `computation` shows the working where code computed it."""

    text: str
    quotes: tuple[Citation, ...]
    computation: str | None = None


Verdict = Literal["quoted", "computed", "unverified"]


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement of an answer and how far the quotes it cites bear it out."""

    text: str
    markers: tuple[int, ...]
    verdict: Verdict
    computation: str | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What the reader gets. `nearest` are passages offered where the report does not answer; no statement rests on them.

    `resolved` is the question as it was understood from the conversation, "" where it stands on its own.
    """

    status: Literal["answered", "abstained"]
    text: str
    mode: Literal["llm", "extractive"]
    citations: tuple[Citation, ...] = ()
    claims: tuple[Claim, ...] = ()
    notices: tuple[str, ...] = ()
    nearest: tuple[Citation, ...] = ()
    seconds: float = 0.0
    tokens: dict[str, int] = field(default_factory=dict)
    resolved: str = ""


@dataclass(frozen=True, slots=True)
class Stage:
    """Where the work on an answer stands: 检索, 撰写 or 核对."""

    name: str


@dataclass(frozen=True, slots=True)
class Piece:
    """The answer's verified text so far, with the citations it uses: shown while the rest is being written."""

    text: str
    citations: tuple[Citation, ...]


Turn = tuple[str, str]
Event = Stage | Piece | Answer
