"""Paragraphs -> the outline: sections nested by the form of their numbering.

A report's headings are known by their form (一、 （一） 第一， 一是 …), not by a fixed rank: a form met inside another is one
level below it, and meeting a form again closes everything opened since. Paragraphs without a number are read in qa.reports.rows.
"""

from collections.abc import Sequence
from itertools import groupby, pairwise

from qa.domain import Section
from qa.reports.forms import LISTS, Heading, numbered
from qa.reports.rows import ANNEX, PART, Open, add_rows, annex, names_part, own_line, part_line, speaks_for_the_part
from qa.reports.sentences import Span


def outline(text: str, paragraphs: Sequence[Span]) -> list[Section]:
    """Find the sections of a report's speech and annexes, in the order of their headings.

    `paragraphs` are the spans of its text, without front matter, table of contents and page furniture.
    """
    words = [text[slice(*span)] for span in paragraphs]
    headings = _with_parts(_headings(words, text, paragraphs), words)
    root = Open("", None, "", -1, False)
    stack = [root]
    for number, heading in enumerate(headings):
        if heading:
            _unwind(stack, heading, number)
            node = Open(heading.form, heading.number, heading.title, number, heading.inline)
            stack[-1].children.append(node)
            stack.append(node)
        elif _leaves(stack, number, words[number]) and not _resumed(stack[1:3], headings[number:]):
            for node in stack[2:]:
                node.last = number - 1
            del stack[2:]
    _close(root, len(paragraphs) - 1)
    add_rows(root, words, text, paragraphs)
    return list(_sections(root, paragraphs, (), 0))


def _headings(words: Sequence[str], text: str, paragraphs: Sequence[Span]) -> list[Heading | None]:
    """The heading that opens each paragraph, or None; a line that an annex's label takes for its title opens nothing."""
    found: list[Heading | None] = []
    for number, span in enumerate(paragraphs):
        label = found[-1] if found else None
        taken = label and label.form == ANNEX and label.title.endswith(f" {words[number]}")
        found.append(None if taken else annex(words, number) or numbered(text, span))
    return found


def _leaves(stack: Sequence[Open], number: int, line: str) -> bool:
    """Whether a paragraph speaks for the part, and is not itself the text below a heading on a line of its own."""
    inner = stack[-1]
    return len(stack) > 2 and (inner.inline or inner.paragraph < number - 1) and speaks_for_the_part(line)


def _unwind(stack: list[Open], heading: Heading, number: int) -> None:
    """Leave the sections that `heading`, which opens paragraph `number`, closes."""
    if heading.form in (PART, ANNEX):
        del stack[1:]
    while stack[-1].form in LISTS or any(node.form == heading.form for node in stack[1:]):
        stack.pop()
    if len(stack) > 2 and _single(stack[-2].children) and stack[-1].paragraph < number - 1:
        stack[-1].last = stack[-1].paragraph
        stack.pop()


def _single(rows: Sequence[Open]) -> bool:
    """Whether a row of sections is one paragraph each, heading inside; of the last only its heading is looked at."""
    run = [node for node in rows if node.form == rows[-1].form]
    return (
        len(run) > 1
        and all(node.inline and not node.children for node in run)
        and all(after.paragraph == node.paragraph + 1 for node, after in pairwise(run))
    )


def _resumed(open_sections: Sequence[Open], headings: Sequence[Heading | None]) -> bool:
    """Whether the row of the inner of two open sections goes on later in the outer one."""
    outer, inner = open_sections
    for heading in filter(None, headings):
        if heading.form == inner.form:
            return inner.form in LISTS or (heading.number or 0) > (inner.number or 0)
        if heading.form in (outer.form, ANNEX, PART):
            return False
    return False


def _with_parts(headings: list[Heading | None], words: Sequence[str]) -> list[Heading | None]:
    """Make lines of their own the headings of parts: those that name a part's time and task where no numbered heading does,
    or short ones below each of which the numbering starts anew.
    """
    first = next((heading.form for heading in headings if heading), "")
    speech = next((n for n, heading in enumerate(headings) if heading and heading.form == ANNEX), len(headings))
    outer = [n for n, heading in enumerate(headings[:speech]) if heading and heading.form == first]
    starts = [n for n in outer if (heading := headings[n]) and heading.number == 1]
    parts = []
    for start in starts:
        before = max((n for n in outer if n < start), default=-1)
        lines = [n for n in range(before + 1, start) if headings[n] is None and own_line(words[n], final=False)]
        parts.extend(lines[:1])
    if len(parts) < 2 or len(parts) < len(starts):
        parts = _named_parts(headings[:speech], words)
    found = list(headings)
    for number in parts:
        found[number] = Heading(PART, None, words[number], False)
    return found


def _named_parts(headings: Sequence[Heading | None], words: Sequence[str]) -> list[int]:
    """Lines whose words make them headings of parts, two or more; none where a numbered heading has such words."""
    if any(heading and names_part(heading.title) for heading in headings):
        return []
    lines = [n for n, heading in enumerate(headings) if heading is None and part_line(words[n])]
    return lines if len(lines) > 1 else []


def _close(node: Open, last: int) -> None:
    """Give each section its last paragraph.

    Where every section of a row but the last is one paragraph with its heading inside, so is the last: what follows it
    speaks for the part as a whole ("各位代表！…" after 五是).
    """
    node.last = last if node.last < 0 else min(node.last, last)
    rows = node.children
    for child, following in pairwise(rows):
        _close(child, min(node.last, following.paragraph - 1))
    if rows:
        _close(rows[-1], node.last)
    for _, group in groupby(rows, key=lambda child: child.form):
        run = list(group)
        if len(run) > 1 and all(child.inline and child.last == child.paragraph for child in run[:-1]):
            run[-1].last = run[-1].paragraph if run[-1].inline else run[-1].last


def _sections(node: Open, paragraphs: Sequence[Span], path: tuple[str, ...], level: int) -> list[Section]:
    found = []
    for child in node.children:
        here = (*path, child.title)
        found.append(Section(level + 1, child.title, paragraphs[child.paragraph][0], paragraphs[child.last][1], here))
        found.extend(_sections(child, paragraphs, here, level + 1))
    return found
