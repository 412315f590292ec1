"""An answer's text and citations -> HTML: chips in the text, quotes below it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from qa.domain import Citation, Claim, Report, Status
from qa.web.markup import esc
from qa.web.verdict import used_figures
from qa.web.wording import CHINESE, Words

_MARKER = re.compile(r"\[(\d{1,3})\]")
# Markers with the character before and the stop after them: kept on one line, so that none begins with "。" or a chip.
_CITED = re.compile(r"(\S?)((?:\[\d{1,3}\])+)([，。；：、！？”’）」』]?)")
_LIST_ITEM = re.compile(r"\s*(?:[-•·—*]|\d{1,2}[.、．)]|[（(]?[一二三四五六七八九十]{1,2}[）)、])")
_SHADE = {Status.DONE: "done", Status.TARGET: "target", Status.PLAN: "plan", Status.BACKGROUND: "background"}


@dataclass(frozen=True)
class View:
    """What a page is drawn with: the reports, the interface's words, the claims of the answer at hand."""

    reports: Sequence[Report]
    words: Words = field(default_factory=lambda: CHINESE)
    claims: Sequence[Claim] = ()


def body(text: str, citations: Iterable[Citation], view: View) -> str:
    """An answer's text, a paragraph for each line, [1] as a chip where the answer has such a citation."""
    known = {citation.marker: citation for citation in citations}
    doubted = [claim.text.rstrip("。；") for claim in view.claims if claim.verdict == "unverified"]
    parts = []
    for line in filter(str.strip, text.splitlines()):
        shade = ' class="item"' if _LIST_ITEM.match(line) else ""
        parts.append(f"<p{shade}>{_line(line.strip(), known, doubted, view)}</p>")
    return "".join(parts)


def quotes(citations: Sequence[Citation], view: View, *, numbered: bool) -> str:
    """A list of quotes, each a button that shows its place in the report."""
    items = "".join(f"<li>{quote(citation, view, numbered=numbered)}</li>" for citation in citations)
    return f"<ul>{items}</ul>"


def _line(line: str, known: dict[int, Citation], doubted: Sequence[str], view: View) -> str:
    for text in filter(None, doubted):
        if (at := line.find(text)) >= 0:
            before, after = line[:at], line[at + len(text) :]
            title = esc(view.words["unverified_title"])
            mark = f'<span class="unverified" title="{title}">{_chips(text, known, view)}</span>'
            note = f'<span class="doubt-mark">{esc(view.words["unverified"])}</span>'
            return _line(before, known, doubted, view) + mark + note + _line(after, known, doubted, view)
    return _chips(line, known, view)


def _chips(text: str, known: dict[int, Citation], view: View) -> str:
    parts = []
    last = 0
    for found in _CITED.finditer(text):
        numbers = [int(number) for number in _MARKER.findall(found[2])]
        chips = "".join(_chip(known[n], view) if n in known else esc(f"[{n}]") for n in numbers)
        parts += [esc(text[last : found.start()]), f'<span class="tied">{esc(found[1])}{chips}{esc(found[3])}</span>']
        last = found.end()
    return "".join(parts) + esc(text[last:])


def _chip(citation: Citation, view: View) -> str:
    label = view.words["citation"].format(number=citation.marker, quote=citation.quote)
    return (
        f'<button type="button" class="chip" {_target(citation, view)} data-quote="{esc(citation.quote)}" '
        f'data-where="{esc(where(citation, view))}" data-when="{esc(_when(citation))}" '
        f'aria-label="{esc(label)}">{citation.marker}</button>'
    )


def quote(citation: Citation, view: View, *, numbered: bool) -> str:
    """A quote as a button that shows its place in the report."""
    number = f'<span class="number" aria-hidden="true">{citation.marker}</span>' if numbered else ""
    shade = _SHADE.get(Status(citation.status), "background") if citation.status in set(Status) else "background"
    tag = f'<span class="tag {shade}">{esc(_when(citation))}</span>' if _when(citation) else ""
    return (
        f'<button type="button" class="quote" {_target(citation, view)}>{number}'
        f'<span class="said">{_said(citation, view)}</span>'
        f'<span class="where">{tag}{esc(where(citation, view))}</span></button>'
    )


def _said(citation: Citation, view: View) -> str:
    """The quote, with the figures that the answer takes from it in bold."""
    parts, last = [], 0
    for start, end in used_figures(citation, view.claims):
        first, after = start - citation.start, end - citation.start
        parts += [esc(citation.quote[last:first]), f"<b>{esc(citation.quote[first:after])}</b>"]
        last = after
    return "".join(parts) + esc(citation.quote[last:])


def _target(citation: Citation, view: View) -> str:
    number = next((n for n, report in enumerate(view.reports) if report.id == citation.report), -1)
    spans = ",".join(f"{start}-{end}" for start, end in used_figures(citation, view.claims))
    figures = f' data-figures="{spans}"' if spans else ""
    return f'data-cite data-report="{number}" data-start="{citation.start}" data-end="{citation.end}"{figures}'


def where(citation: Citation, view: View) -> str:
    """The section of a quote, after its report's title where there are several."""
    title = next((report.title for report in view.reports if report.id == citation.report), citation.report)
    return " ".join(
        filter(None, (f"《{title}》" if len(view.reports) > 1 else "", citation.section or view.words["start"]))
    )


def _when(citation: Citation) -> str:
    return " ".join(filter(None, (citation.period, citation.status)))
