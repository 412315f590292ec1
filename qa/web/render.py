"""Exchanges -> the chat's HTML, in which everything that was read or written by others is text."""

from collections.abc import Sequence
from dataclasses import replace

from qa.answering.conversing.examples import Example
from qa.domain import Answer, Piece
from qa.web import export, grounds
from qa.web.chat import Exchange
from qa.web.chips import View, body, quotes
from qa.web.markup import esc
from qa.web.verdict import check
from qa.web.wording import CHINESE, Words

_STAGES = ("检索", "撰写", "核对")


def conversation(exchanges: Sequence[Exchange], view: View, examples: Sequence[Example] = ()) -> str:
    """The chat so far, or the welcome with its examples."""
    if not exchanges:
        return _welcome(view.words, examples)
    turns = "".join(_exchange(number, exchange, view) for number, exchange in enumerate(exchanges, 1))
    label, go = esc(view.words["log"]), esc(view.words["in_report"])
    return f'<div class="turns" role="log" aria-live="off" aria-label="{label}" data-go="{go}">{turns}</div>'


def status(text: str, problem: bool = False, busy: bool = False, heard: bool = False) -> str:
    """The line that says what is being done; screen readers hear it as it changes."""
    shade = "problem" if problem else "busy" if busy else "heard" if heard else "idle"
    return f'<p class="status {shade}" role="status" aria-live="polite">{esc(text)}</p>'


def following(questions: Sequence[str], after: Answer | None, words: Words) -> str:
    """Questions to go on with, as buttons."""
    buttons = "".join(
        f'<li><button type="button" class="follow" data-ask="{esc(question)}">{esc(question)}</button></li>'
        for question in questions
    )
    title = words["instead" if after and after.status == "abstained" else "next"]
    return _section("following", title, f"<ul>{buttons}</ul>", questions)


def masthead(mode: str, words: Words = CHINESE, warnings: Sequence[str] = ()) -> str:
    """The page's head: its title, who is writing the answers, and what is amiss with the reports."""
    amiss = "".join(f'<p class="notice" role="alert">{esc(text)}</p>' for text in warnings)
    return (
        f'<header class="masthead"><h1>{esc(words["title"])}</h1><p class="promise">{esc(words["promise"])}</p>'
        f'<p class="mode">{esc(mode)}</p><a class="trust" href="evaluation">{esc(words["trust"])}</a>'
        f'<button type="button" class="to-report">{esc(words["to_report"])}</button>'
        f'<button type="button" class="language">{esc(words["language"])}</button></header>{amiss}'
    )


def _welcome(words: Words, examples: Sequence[Example]) -> str:
    buttons = "".join(
        f'<li><button type="button" class="example" data-ask="{esc(example.question)}">'
        f'<span class="kind">{esc(words.get(example.kind, example.kind))}</span>'
        f'<span class="what">{esc(example.question)}</span></button></li>'
        for example in examples
    )
    tried = f'<p class="try">{esc(words["try"])}</p><ul class="examples">{buttons}</ul>' if buttons else ""
    return f'<div class="welcome"><h2>{esc(words["welcome"])}</h2><p>{esc(words["welcome_more"])}</p>{tried}</div>'


def _exchange(number: int, exchange: Exchange, view: View) -> str:
    words = view.words
    pending = "" if exchange.answer or exchange.stopped else ' aria-busy="true"'
    edit = (
        f'<button type="button" class="quiet edit" data-edit="{number - 1}" '
        f'aria-label="{esc(words["edit_this"].format(number=number))}">{esc(words["edit"])}</button>'
    )
    if exchange.answer:
        reply = answer(number, exchange, replace(view, claims=exchange.answer.claims))
    else:
        reply = _under_way(exchange.so_far, exchange.stage, exchange.stopped, view)
    return (
        f'<article class="turn" aria-label="{esc(words["turn"].format(number=number))}"{pending}>'
        f'<div class="asked"><h2 class="question" lang="zh-CN"><span class="sr-only">{esc(words["question"])}</span>'
        f"{esc(exchange.question)}</h2>{'' if pending else edit}</div>{reply}</article>"
    )


def _under_way(piece: Piece | None, stage: str, stopped: bool, view: View) -> str:
    text = f'<div class="answer partial" lang="zh-CN">{body(piece.text, piece.citations, view)}</div>' if piece else ""
    if stopped:
        return f'{text}<p class="stopped">{esc(view.words["stopped"])}</p>'
    at = _STAGES.index(stage) if stage in _STAGES else 0
    shades = ["past"] * at + ["now"] + ["next"] * (len(_STAGES) - at - 1)
    steps = "".join(
        f'<li class="{shade}">{esc(view.words[f"stage_{name}"])}</li>'
        for name, shade in zip(_STAGES, shades, strict=True)
    )
    seconds = esc(view.words["seconds"])
    elapsed = f'<span class="elapsed" data-unit="{seconds}"></span>'
    return f'{text}<div class="steps" aria-hidden="true"><ol>{steps}</ol>{elapsed}</div>'


def answer(number: int, exchange: Exchange, view: View) -> str:
    """An answer with its chips, verdict line, tools and quotes, and the fold with what it rests on."""
    found = exchange.answer
    assert found is not None
    resolved = f'<p class="resolved">{esc(view.words["resolved"])}：{esc(found.resolved)}</p>' if found.resolved else ""
    notices = "".join(f'<p class="notice">{esc(text)}</p>' for text in found.notices)
    text = body(found.text, found.citations, view)
    if found.status == "abstained":
        searched = _searched(exchange, view) if found.nearest or exchange.advice else ""
        shown = f'<div class="answer abstained" lang="zh-CN">{text}{searched}</div>{_foot(found, view)}'
        listed = _section("quotes", view.words["nearest"], quotes(found.nearest, view, numbered=False), found.nearest)
    else:
        shown = f'<div class="answer" lang="zh-CN">{text}</div>{_foot(found, view)}'
        listed = _section("quotes", view.words["cited"], quotes(found.citations, view, numbered=True), found.citations)
    basis = grounds.closed(found.resolved or exchange.question, view.words)
    return f"{resolved}{notices}{shown}{_tools(number, exchange, view)}{listed}{basis}"


def _searched(exchange: Exchange, view: View) -> str:
    titles = "".join(f"《{report.title}》" for report in view.reports)
    count = sum(len(report.sentences) for report in view.reports)
    searched = view.words["searched"].format(reports=titles, sentences=count)
    hints = "".join(f"<li>{esc(hint)}</li>" for hint in exchange.advice)
    rephrase = f'<h3>{esc(view.words["rephrase"])}</h3><ul class="advice">{hints}</ul>' if hints else ""
    return f'<p class="searched">{esc(searched)}</p>{rephrase}'


def _foot(found: Answer, view: View) -> str:
    """The verdict line; where there are computations or doubts, it unfolds to them."""
    words, counts = view.words, check(found, view.reports)
    parts = [
        _part("check", words["exact"], counts.exact),
        _part("doubt", words["moved"], counts.moved),
        _part("check", words["figures"], 0 if counts.unsourced else counts.figures),
        _part("doubt", words["some_figures"], counts.unsourced and counts.figures, counts.unsourced),
        _part("check", words["computed"], counts.computed),
        _part("doubt", words["doubted"], counts.doubted),
    ]
    if found.status == "answered":
        parts.append(f"<span>{esc(words[found.mode])}</span>")
    took = words["took"].format(seconds=f"{found.seconds:.1f}") if found.seconds >= 0.1 else words["took_less"]
    line = "".join([*parts, f"<span>{esc(took)}</span>"])
    reasons = [f"<li>{esc(words['computation'])}：{esc(c.computation)}</li>" for c in found.claims if c.computation]
    reasons += [
        f'<li class="doubt">{esc(words["unverified"])}：{esc(c.text)}</li>'
        for c in found.claims
        if c.verdict == "unverified"
    ]
    if not reasons:
        return f'<p class="verdict">{line}</p>'
    unfold = f'<span class="unfold" data-open="{esc(words["fold"])}" data-closed="{esc(words["unfold"])}"></span>'
    return (
        f'<details class="verdict-more"><summary class="verdict">{line}{unfold}</summary>'
        f'<ul class="reasons">{"".join(reasons)}</ul></details>'
    )


def _part(shade: str, text: str, count: int, missing: int = 0) -> str:
    return f'<span class="{shade}">{esc(text.format(count=count, missing=missing))}</span>' if count else ""


def _tools(number: int, exchange: Exchange, view: View) -> str:
    """Copying, and what the reader thinks of the answer."""
    found, words = exchange.answer, view.words
    assert found is not None
    forms = (
        ("copy_cited", export.with_sources(found, view.reports)),
        ("copy_markdown", export.markdown(found, view.reports)),
        ("copy_plain", export.plain(found)),
    )
    copies = "".join(
        f'<li><button type="button" data-copy="{esc(text)}">{esc(words[name])}</button></li>' for name, text in forms
    )
    votes = "".join(
        f'<button type="button" class="quiet" data-vote="{name}" data-turn="{number - 1}" '
        f'aria-pressed="{"true" if exchange.vote == name else "false"}">{esc(words[name])}</button>'
        for name in ("like", "dislike")
    )
    note = ""
    if exchange.vote and not exchange.noted:
        note = (
            f'<form class="note" data-turn="{number - 1}"><input type="text" maxlength="2000" '
            f'aria-label="{esc(words["note"])}" placeholder="{esc(words["note"])}">'
            f'<button type="submit" class="quiet">{esc(words["save_note"])}</button></form>'
        )
    return (
        f'<div class="tools" data-copied="{esc(words["copied"])}" data-refused="{esc(words["not_copied"])}"><details class="copy"><summary class="quiet">{esc(words["copy"])}</summary>'
        f'<ul>{copies}</ul></details>{votes}<span class="told" role="status"></span></div>{note}'
    )


def _section(shade: str, heading: str, content: str, members: Sequence[object]) -> str:
    return f'<section class="{shade}"><h3>{esc(heading)}</h3>{content}</section>' if members else ""


def results(found: Sequence[tuple[str, bool, str]]) -> str:
    """What a test of the connection gave, a line for each part."""
    lines = "".join(
        f'<li class="{"check" if good else "doubt"}"><b>{esc(name)}</b>{esc(text)}</li>' for name, good, text in found
    )
    return f'<div role="status"><ul class="results">{lines}</ul></div>'
