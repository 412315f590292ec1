"""Report -> the pane beside the chat: its outline, and its text in sentences that can be found by offset."""

from collections.abc import Sequence
from itertools import groupby, pairwise

from qa.domain import Report, Section, Sentence
from qa.web.render import esc

# The outline shows the parts, their sections and the sections' leads; deeper items are the text itself.
_OUTLINE_LEVELS = 3
_TITLE_CHARS = 30


def pane(reports: Sequence[Report], number: int) -> str:
    """The pane with report `number` in it, and a choice of reports where there are several."""
    report = reports[number]
    return (
        f'<section class="pane" lang="zh-CN" aria-label="报告原文" data-report="{number}"><header class="pane-head">'
        '<button type="button" class="to-chat">← 返回问答</button>'
        f"{_choice(reports, number)}{_contents(report)}</header>"
        '<p class="sr-only found" role="status" aria-live="polite"></p>'
        f'<div class="paper" tabindex="0" role="region" aria-label="{esc(report.title)}">'
        f'<h2>{esc(report.title)}</h2><p class="meta">{esc(_meta(report))}</p>{text(report, number)}</div></section>'
    )


def text(report: Report, number: int) -> str:
    """The report's paragraphs; each sentence is `<span id="s-{number}-{index}" data-start data-end>`."""
    levels = {section.start: section.level for section in report.sections}
    return "".join(
        _paragraph(report, number, list(sentences), levels)
        for _, sentences in groupby(report.sentences, key=lambda sentence: sentence.paragraph)
    )


def _paragraph(report: Report, number: int, sentences: list[Sentence], levels: dict[int, int]) -> str:
    parts = [_sentence(number, sentences[0])]
    for before, after in pairwise(sentences):
        parts += [esc(report.text[before.end : after.start]), _sentence(number, after)]
    content = "".join(parts)
    level = levels.get(sentences[0].start)
    if level and len(sentences) == 1 and sentences[0].heading:
        tag = f"h{min(level + 2, 6)}"
        return f"<{tag}>{content}</{tag}>"
    return f"<p>{content}</p>"


def _sentence(number: int, sentence: Sentence) -> str:
    shade = ' class="lead"' if sentence.heading else ""
    return (
        f'<span id="s-{number}-{sentence.index}"{shade} data-start="{sentence.start}" '
        f'data-end="{sentence.end}">{esc(sentence.text)}</span>'
    )


def _choice(reports: Sequence[Report], number: int) -> str:
    if len(reports) == 1:
        return f'<p class="pane-title">{esc(reports[0].title)}</p>'
    options = "".join(
        f'<option value="{n}"{" selected" if n == number else ""}>{esc(report.title)}</option>'
        for n, report in enumerate(reports)
    )
    return f'<select class="choice" aria-label="选择报告">{options}</select>'


def _contents(report: Report) -> str:
    sections = [section for section in report.sections if section.level <= _OUTLINE_LEVELS]
    if not sections:
        return ""
    return (
        '<details class="contents"><summary>目录</summary>'
        f'<nav aria-label="报告目录">{_nested(sections)}</nav></details>'
    )


def _nested(sections: list[Section]) -> str:
    """An outline as nested lists; a part with sections of its own can be folded."""
    items = []
    at = 0
    while at < len(sections):
        section = sections[at]
        below = at + 1
        while below < len(sections) and sections[below].level > section.level:
            below += 1
        items.append(f"<li>{_entry(section, sections[at + 1 : below])}</li>")
        at = below
    return f"<ul>{''.join(items)}</ul>"


def _entry(section: Section, inner: list[Section]) -> str:
    short = section.title if len(section.title) <= _TITLE_CHARS else section.title[: _TITLE_CHARS - 1] + "…"
    link = f'<button type="button" class="goto" data-goto="{section.start}">{esc(short)}</button>'
    if not inner:
        return link
    opened = " open" if section.level == 1 else ""
    fold = f'<summary aria-label="展开或收起：{esc(short)}"></summary>'
    return f'{link}<details class="fold"{opened}>{fold}{_nested(inner)}</details>'


def _meta(report: Report) -> str:
    date = ""
    if report.date:
        year, month, day = report.date.split("-")
        date = f"{year}年{int(month)}月{int(day)}日"
    return " · ".join(filter(None, (report.region, report.speaker, date, f"约 {len(report.text):,} 字")))
