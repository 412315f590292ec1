"""Section and sentence -> the period a sentence speaks of, and whether that is done, aimed at or planned.

The report's year is its 今年. A heading sets the scene, a phrase that opens a sentence changes it for what follows ("五年来，…"),
and a phrase inside a sentence corrects that sentence alone ("到2025年…"). The labelling rule is in evals/periods.py.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from qa.domain import Status
from qa.reports import stance
from qa.reports.times import Years, ends_a_span, heading_years, named, opened, opened_year

DASH = "–"

Aside = Literal["problems", "principles", "reasons", "saying"]

# Words of a heading that look back or ahead, where no year decides.
_BACK = re.compile(r"回顾|回眸|总结|成绩|成就|过去|以来|进展|完成情况|变化|跨越|不平凡")
_AHEAD = re.compile(
    r"目标|任务|重点|安排|部署|打算|今后|未来|下一步|建议|自身建设|政府建设|治理效能|总体要求|思路|取向|展望|谋划|奋力|开创|谱写|努力"
)
# Headings below a part's that name a time of their own: "（一）“十五五”发展目标", "这是实力提升的五年".
_INNER = re.compile(
    r"^(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]?|[一二三四五六七八九十]是|——|●)?\s*"
    r"(?:20\d\d年|去年|今年|明年|“?十[二三四五六]五”?(?:时期|期间|发展)?.{0,8}(?:目标|任务|时期|成就|回顾)|今后五年|未来五年|过去五年|五年来)"
)
_FIVE_YEARS = re.compile(r"的五年$")


@dataclass(frozen=True, slots=True)
class Scene:
    """A period, as first and last year, and its status."""

    first: int
    last: int
    status: Status

    @property
    def period(self) -> str:
        """ "2022", or "2018–2022" for a span."""
        return str(self.first) if self.first == self.last else f"{self.first}{DASH}{self.last}"

    @property
    def back(self) -> bool:
        """Whether it looks back."""
        return self.status is Status.DONE


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence with the headings above it and the number of its paragraph."""

    section: tuple[str, ...]
    paragraph: int
    text: str

    @property
    def is_heading(self) -> bool:
        """Whether it is the innermost of its headings."""
        return bool(self.section) and self.text.rstrip("。：:；;") == self.section[-1]


def background(year: int) -> Scene:
    """What belongs to no part of the talk, or is said of the moment of speaking."""
    return Scene(year, year, Status.BACKGROUND)


def scenes(year: int, said: Sequence[Said]) -> Iterator[Scene]:
    """Give each sentence of a report of `year`, in order, its scene."""
    reader = _Reader(year)
    for sentence in said:
        yield reader.read(sentence)


class _Reader:
    """Reads on from sentence to sentence, and knows what was opened and how far that reaches."""

    def __init__(self, year: int) -> None:
        self.year = year
        self.parts: dict[str, Scene] = {}
        self.section: tuple[str, ...] = ()
        self.paragraph = -1
        # The time that a sentence opened, and whether it outlasts its paragraph.
        self.opened: Scene | None = None
        self.lasting = False
        # What the talk has turned aside to, and whether the next paragraph goes on with it.
        self.aside: Aside | None = None
        self.announced = False
        # Whether the house was addressed just now; whether the paragraph begins here, and has so far told of nothing done or aimed at.
        self.addressed = False
        self.opening = True
        self.introductory = True

    def read(self, said: Said) -> Scene:
        """The scene of the next sentence."""
        base = self._base(said.section)
        self._turn(said)
        if said.section and base.status is Status.BACKGROUND:
            return base
        if said.is_heading:
            return self.opened if self.opened and self.lasting and not _own_time(said.section) else base
        text = said.text.lstrip("　 ")
        self._open(text, base)
        scene = self.opened or base
        if stance.COURTESY.search(text) or self.aside == "problems" or scene.status is Status.BACKGROUND:
            return background(self.year)
        if scene.back and stance.VOW.match(text):
            return background(self.year)
        spans = scene.status is Status.PLAN and scene.first < scene.last and ends_a_span(text)
        years = None if spans else named(text, self.year)
        told = self._at(years, scene) if years else scene
        if stance.MOMENT.match(text) and stance.is_background(text, back=scene.back):
            return background(self.year)
        if self.aside in ("principles", "reasons", "saying") or stance.is_background(text, back=scene.back):
            return Scene(told.first, told.last, Status.BACKGROUND)
        if stance.is_situation(text, back=scene.back):
            now = stance.NOW.match(text) is not None and not scene.back
            return background(self.year) if now else Scene(told.first, told.last, Status.BACKGROUND)
        return told

    def _turn(self, said: Said) -> None:
        """Leave what a new part, a heading with its own time or a new paragraph ends."""
        if said.section != self.section:
            self.announced = False
        new_part = said.section[:1] != self.section[:1]
        timed = said.section != self.section and _own_time(said.section)
        if new_part or timed:
            self.opened, self.lasting, self.aside = None, False, None
        elif said.paragraph != self.paragraph:
            self.opened = self.opened if self.lasting else None
            self.aside = self.aside if self.aside == "problems" or self.announced else None
        if said.paragraph != self.paragraph:
            self.introductory, self.opening = True, True
        self.section, self.paragraph = said.section, said.paragraph
        self.announced = stance.ANNOUNCES_PRINCIPLES.search(said.text) is not None

    def _open(self, text: str, base: Scene) -> None:
        """Take in what a sentence opens: a time for the passage, the talk of problems, a paragraph of principles."""
        if found := opened(text, self.year):
            (first, last), back = found
            self.opened = Scene(first, last, self._status((first, last), back))
            self.lasting = base.status is Status.BACKGROUND or (back and base.back)
            self.aside = None
        elif self.opening and base.back and (single := opened_year(text, self.year)) and not self.aside:
            self.opened, self.lasting = Scene(single, single, Status.DONE), False
        scene = self.opened or base
        if self.aside == "saying" or stance.states_aims(text, self.aside):
            self.aside = None
        called = stance.ADDRESS.match(text)
        said = text[called.end() :] if called else text
        if (self.addressed or called) and not opened(said, self.year) and stance.is_saying(said, opens=self.opening):
            self.aside = "saying"
        self.opening = False
        self.addressed = stance.COURTESY.match(text) is not None
        if (scene.back or self.aside) and stance.PROBLEMS.match(text):
            self.aside = "problems"
        elif not self.aside and not scene.back and self.introductory:
            self.aside = stance.aside(text)
        self.introductory = self.introductory and (bool(self.aside) or stance.is_background(text, back=scene.back))

    def _status(self, years: Years, back: bool) -> Status:
        if back:
            return Status.DONE
        return Status.TARGET if years == (self.year, self.year) else Status.PLAN

    def _at(self, years: Years, scene: Scene) -> Scene:
        """The scene of a sentence that names its own years."""
        first, last = years
        if last < self.year:
            return Scene(first, last, Status.DONE)
        return Scene(first, last, self._status(years, back=False))

    def _base(self, section: tuple[str, ...]) -> Scene:
        """The scene that the headings set: the part's, or that of the innermost one with a time of its own."""
        if not section:
            return background(self.year)
        if section[0] not in self.parts:
            self.parts[section[0]] = self._of_part(section[0])
        scene = self.parts[section[0]]
        for title in section[1:]:
            if _INNER.match(title) and (years := heading_years(title, self.year)):
                scene = self._of_years(years[0], title)
            elif scene.back and _FIVE_YEARS.search(title):
                scene = Scene(self.year - 5, self.year - 1, Status.DONE)
        return scene

    def _of_part(self, title: str) -> Scene:
        if stance.GLOSSARY.search(title) and not stance.TASKS.search(title):
            return background(self.year)
        if years := heading_years(title, self.year):
            return self._of_years(years[0], title)
        if title.startswith("附") and not stance.TASKS.search(title):
            return background(self.year)
        # The first part of a report looks back, whatever its title says, unless that looks ahead; the others look ahead.
        looks_back = _BACK.search(title) if self.parts else not _AHEAD.search(title) or _BACK.search(title)
        offset = -1 if looks_back else 0
        return Scene(self.year + offset, self.year + offset, Status.DONE if looks_back else Status.TARGET)

    def _of_years(self, years: Years, title: str) -> Scene:
        first, last = years
        if last < self.year or (_BACK.search(title) and not _AHEAD.search(title)):
            return Scene(first, min(last, max(first, self.year - 1)), Status.DONE)
        return Scene(first, last, self._status(years, back=False))


def _own_time(section: tuple[str, ...]) -> bool:
    """Whether the innermost heading names a time of its own."""
    return len(section) > 1 and bool(_INNER.match(section[-1]) or _FIVE_YEARS.search(section[-1]))
