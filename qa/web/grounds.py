"""A question's hits -> what an answer rests on: rank, place and score of each, its parts as a bar."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from qa.answering.evidence import cite
from qa.domain import Hit
from qa.errors import QAError
from qa.retrieval.question import check_question
from qa.retrieval.retriever import PARTS
from qa.web.chips import View, quote
from qa.web.markup import esc
from qa.web.wording import Words

SHOWN = 10


@dataclass(frozen=True, slots=True)
class Scale:
    """Scores -> percent of a bar that reaches from the lowest to the highest sum of parts of one sign."""

    low: float
    high: float

    def at(self, score: float) -> float:
        """Where a score stands."""
        return 100 * (score - self.low) / (self.high - self.low) if self.high > self.low else 0.0


def closed(question: str, words: Words) -> str:
    """The fold under an answer, empty: the page's script asks for what is in it when it is opened."""
    return (
        f'<details class="grounds" data-of="{esc(question)}" data-failed="{esc(words["grounds_failed"])}">'
        f'<summary class="quiet">{esc(words["grounds"])}</summary><div class="ranked"></div></details>'
    )


def grounds(question: str, search: Callable[[str, int], Sequence[Hit]], longest: int, view: View) -> str:
    """Search anew, as was done for the answer, and draw what was found; what cannot be searched is told."""
    try:
        check_question(question, longest)
        hits = search(question, SHOWN)
    except QAError as exc:
        return f'<p class="notice">{esc(str(exc))}</p>'
    return drawn(hits, view)


def drawn(hits: Sequence[Hit], view: View) -> str:
    """The hits in their order, each a button that shows its place, over the bar of its score."""
    sums = [part for hit in hits for part in _sums(hit)]
    scale = Scale(min(sums, default=0.0), max(sums, default=0.0))
    items = "".join(
        f"<li>{quote(replace(cite(hit.sentence), marker=rank), view, numbered=True)}{_score(hit, scale, view.words)}</li>"
        for rank, hit in enumerate(hits, 1)
    )
    return f'<p class="explained">{esc(view.words["grounds_explained"])}</p><ol>{items}</ol>'


def _score(hit: Hit, scale: Scale, words: Words) -> str:
    """The bar, and under it the same in figures, each part after a swatch of its colour."""
    names = {name: words.get(f"part_{name}", name) for name in hit.parts}
    parts = "".join(
        f'<span class="part"><i class="swatch {_shade(name)}"></i>{esc(names[name])} {value:+.2f}</span>'
        for name, value in hit.parts.items()
    )
    total = esc(words["score"].format(score=f"{hit.score:.2f}"))
    return f'<div class="score">{_bar(hit, scale)}<p><b>{total}</b> {parts}</p></div>'


def _bar(hit: Hit, scale: Scale) -> str:
    """What speaks for the hit to the right of the zero line, what speaks against it to the left; a tick at their sum."""
    reached = {True: 0.0, False: 0.0}
    drawn = []
    for name, value in hit.parts.items():
        before = reached[value > 0]
        reached[value > 0] = after = before + value
        left, right = sorted((scale.at(before), scale.at(after)))
        drawn.append(f'<rect class="{_shade(name)}" x="{left:.2f}" y="2" width="{right - left:.2f}" height="6"/>')
    zero, total = (f'x="{scale.at(at) - 0.2:.2f}" width="0.4"' for at in (0.0, hit.score))
    return (
        '<svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">'
        f'{"".join(drawn)}<rect class="zero" {zero} y="0" height="10"/><rect class="sum" {total} y="0" height="10"/></svg>'
    )


def _shade(name: str) -> str:
    return name if name in PARTS else "other"


def _sums(hit: Hit) -> tuple[float, float]:
    """The sum of the parts that speak against a hit, and of those that speak for it."""
    parts = hit.parts.values()
    return sum(min(part, 0.0) for part in parts), sum(max(part, 0.0) for part in parts)
