"""Report -> the pane beside the chat: its outline, its tools, and its text in sentences that can be found by offset."""

from collections.abc import Iterable, Sequence
from itertools import groupby, pairwise

from qa.domain import Report, Section, Sentence, Status
from qa.web.markup import esc

# The outline shows the parts, their sections and the sections' leads; deeper items are the text itself.
_OUTLINE_LEVELS = 3
_TITLE_CHARS = 30
# What the colours at the edge of the text stand for, in the order of the legend; background has none.
_BANDS = {Status.DONE: ("done", "回顾"), Status.PLAN: ("plan", "规划"), Status.TARGET: ("target", "目标")}
# A paragraph of fewer characters may be too low for the label that stands upright beside its band.
_LABEL_CHARS = 120


def pane(reports: Sequence[Report], number: int) -> str:
    """The pane with report `number` in it, and a choice of reports where there are several."""
    report = reports[number]
    return (
        f'<section class="pane" lang="zh-CN" aria-label="报告原文" data-report="{number}" data-id="{esc(report.id)}">'
        '<header class="pane-head"><button type="button" class="to-chat">← 返回问答</button>'
        f"{_choice(reports, number)}{_find()}{_contents(report)}</header>"
        f'<div class="pane-bar">{_here()}{_legend(report)}</div>'
        '<p class="sr-only found" role="status" aria-live="polite"></p>'
        f'<div class="paper" tabindex="0" role="region" aria-label="{esc(report.title)}">'
        f'<h2>{esc(report.title)}</h2><p class="meta">{esc(_meta(report))}</p>{text(report, number)}</div></section>'
    )


def text(report: Report, number: int) -> str:
    """The report's paragraphs; each sentence is `<span id="s-{number}-{index}" data-start data-end>`."""
    levels = {section.start: section.level for section in report.sections}
    labelled = ""
    parts = []
    for _, group in groupby(report.sentences, key=lambda sentence: sentence.paragraph):
        sentences = list(group)
        label = _label(sentences)
        parts.append(_paragraph(report, number, sentences, levels, "" if label == labelled else label))
        labelled = label or labelled
    return "".join(parts)


def _paragraph(report: Report, number: int, sentences: list[Sentence], levels: dict[int, int], label: str) -> str:
    whole = len({_when(sentence) for sentence in sentences}) == 1
    parts = [_sentence(number, sentences[0], not whole)]
    for before, after in pairwise(sentences):
        parts += [esc(report.text[before.end : after.start]), _sentence(number, after, not whole)]
    when = f' data-when="{esc(_when(sentences[0]))}"' if whole else ""
    level = levels.get(sentences[0].start)
    tag = f"h{min(level + 2, 6)}" if level and len(sentences) == 1 and sentences[0].heading else "p"
    beside = f' data-label="{esc(label)}"' if label else ""
    return f"<{tag}{_band(sentences)}{when}{beside}>{''.join(parts)}</{tag}>"


def _sentence(number: int, sentence: Sentence, dated: bool) -> str:
    shade = ' class="lead"' if sentence.heading else ""
    when = f' data-when="{esc(_when(sentence))}"' if dated else ""
    return (
        f'<span id="s-{number}-{sentence.index}"{shade}{when} data-start="{sentence.start}" '
        f'data-end="{sentence.end}">{esc(sentence.text)}</span>'
    )


def _when(sentence: Sentence) -> str:
    return f"{sentence.period} {sentence.status}".strip()


def _label(sentences: list[Sentence]) -> str:
    """The year and kind to write beside a paragraph that has but one and is high enough, e.g. "2022年 回顾"."""
    kinds = {(sentence.period, sentence.status) for sentence in sentences}
    period, status = sentences[0].period, sentences[0].status
    if len(kinds) > 1 or status not in _BANDS or sum(len(sentence.text) for sentence in sentences) < _LABEL_CHARS:
        return ""
    return f"{period}年 {_BANDS[status][1]}"


def _band(sentences: Iterable[Sentence]) -> str:
    """The colours at a paragraph's edge: one, or several, each as high as its share of the characters."""
    runs = [
        (_BANDS[status][0] if status in _BANDS else "", sum(len(sentence.text) for sentence in group))
        for status, group in groupby(sentences, key=lambda sentence: sentence.status)
    ]
    if len(runs) == 1:
        return f' class="band {runs[0][0]}"' if runs[0][0] else ""
    total = sum(length for _, length in runs)
    stops, at = [], 0
    for shade, length in runs:
        colour = f"var(--q-{shade}-band)" if shade else "transparent"
        stops.append(f"{colour} {100 * at / total:.0f}% {100 * (at + length) / total:.0f}%")
        at += length
    return f' class="band" style="--band:linear-gradient({",".join(stops)})"'


def _choice(reports: Sequence[Report], number: int) -> str:
    if len(reports) == 1:
        return f'<p class="pane-title">{esc(reports[0].title)}</p>'
    options = "".join(
        f'<option value="{n}" data-id="{esc(report.id)}"{" selected" if n == number else ""}>{esc(report.title)}</option>'
        for n, report in enumerate(reports)
    )
    return f'<select class="choice" aria-label="选择报告">{options}</select>'


def _find() -> str:
    return (
        '<div class="find" role="search"><input type="search" class="find-text" aria-label="在报告中查找" '
        'placeholder="在报告中查找" autocomplete="off" spellcheck="false">'
        '<span class="find-count" role="status" aria-live="polite"></span>'
        '<button type="button" class="find-step" data-step="-1" aria-label="上一处" disabled>↑</button>'
        '<button type="button" class="find-step" data-step="1" aria-label="下一处" disabled>↓</button></div>'
    )


def _here() -> str:
    """Where the reader is: filled by the page's script as the text is scrolled."""
    return (
        '<p class="here"><span class="here-section">开头</span><span class="tag here-when"></span></p>'
        '<button type="button" class="copy-link" title="复制指向标出的句子（没有则为眼前这一句）的链接">复制链接</button>'
    )


def _legend(report: Report) -> str:
    """The colours that this report has, and the box that switches them off."""
    found = {sentence.status for sentence in report.sentences}
    keys = "".join(
        f'<span class="key {shade}">{name}</span>' for kind, (shade, name) in _BANDS.items() if kind in found
    )
    return f'<label class="legend"><input type="checkbox" class="bands" checked>色带 {keys}</label>' if keys else ""


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
