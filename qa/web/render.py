"""Exchange, Answer, Citation -> HTML in which everything that was read or written by others is text."""

import html
import re
from collections.abc import Iterable, Sequence

from qa.domain import Answer, Citation, Claim, Report, Status
from qa.web.chat import Exchange

_MARKER = re.compile(r"\[(\d{1,3})\]")
# Markers with the character before and the stop after them: kept on one line, so that none begins with "。" or a chip.
_CITED = re.compile(r"(\S?)((?:\[\d{1,3}\])+)([，。；：、！？”’）」』]?)")
_LIST_ITEM = re.compile(r"\s*(?:[-•·—*]|\d{1,2}[.、．)]|[（(]?[一二三四五六七八九十]{1,2}[）)、])")
_SHADE = {Status.DONE: "done", Status.TARGET: "target", Status.PLAN: "plan", Status.BACKGROUND: "background"}
MODES = {"llm": "模型撰写", "extractive": "摘录原文"}


def esc(text: str) -> str:
    """Text as HTML text or attribute value, one character for each: a NUL, which browsers drop, becomes U+FFFD."""
    return html.escape(text.replace("\0", "\ufffd").encode("utf-8", "replace").decode("utf-8"))


def conversation(exchanges: Sequence[Exchange], reports: Sequence[Report], examples: Sequence[str]) -> str:
    """The chat so far, or the welcome with its examples."""
    if not exchanges:
        return _welcome(examples)
    turns = "".join(_exchange(number, exchange, reports) for number, exchange in enumerate(exchanges, 1))
    return f'<div class="turns" lang="zh-CN" role="log" aria-live="off" aria-label="问答记录">{turns}</div>'


def status(text: str, problem: bool = False, busy: bool = False) -> str:
    """The line that says what is being done; screen readers hear it as it changes."""
    shade = "problem" if problem else "busy" if busy else "idle"
    return f'<p class="status {shade}" lang="zh-CN" role="status" aria-live="polite">{esc(text)}</p>'


def masthead(title: str, mode: str, warnings: Sequence[str] = ()) -> str:
    """The page's head: its title, who is writing the answers, and what is amiss with the reports."""
    amiss = "".join(f'<p class="notice" role="alert">{esc(text)}</p>' for text in warnings)
    return (
        f'<header class="masthead" lang="zh-CN"><h1>{esc(title)}</h1>'
        '<p class="promise">回答只依据报告，每一处引用都可以点开核对原文。</p>'
        '<button type="button" class="to-report">看报告 ↓</button>'
        f'<p class="mode">{esc(mode)}</p></header>{amiss}'
    )


def answer(found: Answer, reports: Sequence[Report]) -> str:
    """An answer with its chips, verdict line, notices and quotes."""
    notices = "".join(f'<p class="notice">{esc(text)}</p>' for text in found.notices)
    text = body(found.text, found.citations, found.claims, reports)
    if found.status == "abstained":
        near = quotes("最接近的原文（仅供参考，并不回答这个问题）", found.nearest, reports, numbered=False)
        return f'{notices}<div class="answer abstained">{text}</div>{_foot(found, reports)}{near}'
    listed = quotes("引用的原文（点击在报告中查看）", found.citations, reports, numbered=True)
    return f'{notices}<div class="answer">{text}</div>{_foot(found, reports)}{_reasons(found.claims)}{listed}'


def body(text: str, citations: Iterable[Citation], claims: Iterable[Claim], reports: Sequence[Report]) -> str:
    """An answer's text, a paragraph for each line, [1] as a chip where the answer has such a citation."""
    known = {citation.marker: citation for citation in citations}
    doubted = [claim.text.rstrip("。；") for claim in claims if claim.verdict == "unverified"]
    parts = []
    for line in filter(str.strip, text.splitlines()):
        shade = ' class="item"' if _LIST_ITEM.match(line) else ""
        parts.append(f"<p{shade}>{_line(line.strip(), known, doubted, reports)}</p>")
    return "".join(parts)


def quotes(heading: str, citations: Sequence[Citation], reports: Sequence[Report], *, numbered: bool) -> str:
    """A list of quotes, each a button that shows its place in the report."""
    if not citations:
        return ""
    items = "".join(f"<li>{_quote(citation, reports, numbered)}</li>" for citation in citations)
    return f'<section class="quotes"><h3>{esc(heading)}</h3><ul>{items}</ul></section>'


def verdict(found: Answer, reports: Sequence[Report]) -> list[tuple[str, bool]]:
    """What the check found, and whether it is good, e.g. [("2 处引用逐字一致", True), ("1 个结论未核实", False)]."""
    exact = sum(_is_exact(citation, reports) for citation in found.citations)
    computed = sum(claim.verdict == "computed" for claim in found.claims)
    doubted = sum(claim.verdict == "unverified" for claim in found.claims)
    counts = (
        (exact, "处引用逐字一致", True),
        (len(found.citations) - exact, "处引用与原文不符", False),
        (computed, "个结论由计算得出", True),
        (doubted, "个结论未核实", False),
    )
    return [(f"{count} {what}", good) for count, what, good in counts if count]


def _welcome(examples: Sequence[str]) -> str:
    buttons = "".join(
        f'<li><button type="button" class="example" data-ask="{esc(text)}">{esc(text)}</button></li>'
        for text in examples
    )
    tried = f'<p class="try">可以这样问：</p><ul class="examples">{buttons}</ul>' if buttons else ""
    return (
        '<div class="welcome" lang="zh-CN"><h2>想从报告里了解什么？</h2>'
        f"<p>用自己的话提问。回答里的每个结论都标出原文出处；报告没有说的，会直接告诉您“报告未提及”。</p>{tried}</div>"
    )


def _exchange(number: int, exchange: Exchange, reports: Sequence[Report]) -> str:
    if exchange.answer:
        reply = answer(exchange.answer, reports)
    else:
        piece = exchange.so_far
        text = body(piece.text, piece.citations, (), reports) if piece else ""
        stopped = '<p class="stopped">已停止，回答不完整。</p>' if exchange.stopped else ""
        waiting = "" if text or stopped else '<p class="waiting" aria-hidden="true"><i></i><i></i><i></i></p>'
        reply = f'<div class="answer partial">{text}{waiting}</div>{stopped}'
    pending = "" if exchange.answer or exchange.stopped else ' aria-busy="true"'
    return (
        f'<article class="turn" aria-label="第{number}问"{pending}>'
        f'<h2 class="question"><span class="sr-only">问：</span>{esc(exchange.question)}</h2>{reply}</article>'
    )


def _foot(found: Answer, reports: Sequence[Report]) -> str:
    parts = [f'<span class="{"check" if good else "doubt"}">{text}</span>' for text, good in verdict(found, reports)]
    if found.status == "answered":
        parts.append(f"<span>{MODES[found.mode]}</span>")
    parts.append(f"<span>用时{f' {found.seconds:.1f} ' if found.seconds >= 0.1 else '不到 0.1 '}秒</span>")
    return f'<p class="verdict">{"".join(parts)}</p>'


def _reasons(claims: Iterable[Claim]) -> str:
    lines = [f"<li>计算：{esc(claim.computation)}</li>" for claim in claims if claim.computation]
    lines += [f'<li class="doubt">未核实：{esc(claim.text)}</li>' for claim in claims if claim.verdict == "unverified"]
    return f'<ul class="reasons">{"".join(lines)}</ul>' if lines else ""


def _line(line: str, known: dict[int, Citation], doubted: Sequence[str], reports: Sequence[Report]) -> str:
    for text in filter(None, doubted):
        if (at := line.find(text)) >= 0:
            before, after = line[:at], line[at + len(text) :]
            middle = _chips(text, known, reports)
            mark = f'<span class="unverified" title="未能在引文中核实">{middle}</span>'
            return _line(before, known, doubted, reports) + mark + _line(after, known, doubted, reports)
    return _chips(line, known, reports)


def _chips(text: str, known: dict[int, Citation], reports: Sequence[Report]) -> str:
    parts = []
    last = 0
    for found in _CITED.finditer(text):
        numbers = [int(number) for number in _MARKER.findall(found[2])]
        chips = "".join(_chip(known[n], reports) if n in known else esc(f"[{n}]") for n in numbers)
        parts += [esc(text[last : found.start()]), f'<span class="tied">{esc(found[1])}{chips}{esc(found[3])}</span>']
        last = found.end()
    return "".join(parts) + esc(text[last:])


def _chip(citation: Citation, reports: Sequence[Report]) -> str:
    label = f"引用 {citation.marker}：{citation.quote}"
    title = f"{citation.quote}\n{_where(citation, reports)}"
    return (
        f'<button type="button" class="chip" {_target(citation, reports)} title="{esc(title)}" '
        f'aria-label="{esc(label)}">{citation.marker}</button>'
    )


def _quote(citation: Citation, reports: Sequence[Report], numbered: bool) -> str:
    number = f'<span class="number" aria-hidden="true">{citation.marker}</span>' if numbered else ""
    label = " ".join(filter(None, (citation.period, citation.status)))
    shade = _SHADE.get(Status(citation.status), "background") if citation.status in set(Status) else "background"
    tag = f'<span class="tag {shade}">{esc(label)}</span>' if label else ""
    return (
        f'<button type="button" class="quote" {_target(citation, reports)}>{number}'
        f'<span class="said">{esc(citation.quote)}</span>'
        f'<span class="where">{tag}{esc(_where(citation, reports))}</span></button>'
    )


def _target(citation: Citation, reports: Sequence[Report]) -> str:
    number = next((n for n, report in enumerate(reports) if report.id == citation.report), -1)
    return f'data-cite data-report="{number}" data-start="{citation.start}" data-end="{citation.end}"'


def _where(citation: Citation, reports: Sequence[Report]) -> str:
    title = next((report.title for report in reports if report.id == citation.report), citation.report)
    return " ".join(filter(None, (f"《{title}》" if len(reports) > 1 else "", citation.section or "开头")))


def _is_exact(citation: Citation, reports: Sequence[Report]) -> bool:
    return any(
        report.id == citation.report and report.text[citation.start : citation.end] == citation.quote
        for report in reports
    )
