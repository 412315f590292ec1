"""Series over a number that grows tenfold -> a small SVG of log-log panels, readable in light and dark."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

_PANEL, _HEIGHT = 430, 290
_LEFT, _RIGHT, _TOP, _BOTTOM = 52, 128, 44, 46
_WIDTH = _PANEL - _LEFT - _RIGHT
_APART = 15  # at least, between the names at the lines' ends
_STYLE = (
    "text{font:12px sans-serif;fill:#22252a}.title{font-weight:bold}.muted{fill:#575b61}"
    ".back{fill:#fffdf8}.grid{stroke:#d9d2c3}.line{fill:none;stroke-width:2}"
    ".s0{stroke:#9b1c1f}.s1{stroke:#174f86}.s2{stroke:#1e5b3a}"
    ".d0{fill:#9b1c1f}.d1{fill:#174f86}.d2{fill:#1e5b3a}"
    "@media(prefers-color-scheme:dark){text{fill:#e8e4db}.muted{fill:#aaaeb4}.back{fill:#1d2024}.grid{stroke:#3a3f46}"
    ".s0{stroke:#ef9a96}.s1{stroke:#93c0ef}.s2{stroke:#8fd0aa}"
    ".d0{fill:#ef9a96}.d1{fill:#93c0ef}.d2{fill:#8fd0aa}}"
)


@dataclass(frozen=True, slots=True)
class Panel:
    """Lines over the same counts; `series[name]` has a positive value for each count."""

    title: str
    series: Mapping[str, Sequence[float]]


def growth(over: str, counts: Sequence[int], panels: Sequence[Panel]) -> str:
    """The panels side by side, both axes logarithmic, each line with its name and last value at its end."""
    width = _PANEL * len(panels)
    drawn = "".join(
        f'<g transform="translate({_PANEL * at})">{_panel(over, counts, panel)}</g>' for at, panel in enumerate(panels)
    )
    label = escape("; ".join(panel.title for panel in panels), {'"': "&quot;"})
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {_HEIGHT}" role="img" aria-label="{label}">'
        f'<style>{_STYLE}</style><rect class="back" width="100%" height="100%"/>{drawn}</svg>\n'
    )


def _panel(over: str, counts: Sequence[int], panel: Panel) -> str:
    values = [value for line in panel.series.values() for value in line]
    ticks = _ticks(min(values), max(values))

    def x(count: float) -> float:
        return _LEFT + _share(count, counts[0], counts[-1]) * _WIDTH

    def y(value: float) -> float:
        return _HEIGHT - _BOTTOM - _share(value, ticks[0], ticks[-1]) * (_HEIGHT - _TOP - _BOTTOM)

    parts = [f'<text class="title" x="{_LEFT}" y="24">{escape(panel.title)}</text>']
    for tick in ticks:
        parts.append(f'<path class="grid" d="M{_LEFT} {y(tick):.1f}h{_WIDTH}"/>')
        parts.append(_text(_LEFT - 8, y(tick) + 4, f"{tick:,g}", "end"))
    parts += [_text(x(count), _HEIGHT - _BOTTOM + 18, f"{count:,}", "middle") for count in counts]
    parts.append(_text(_LEFT + _WIDTH / 2, _HEIGHT - 10, over, "middle"))
    ends = _spread([y(line[-1]) for line in panel.series.values()])
    for at, ((name, line), end) in enumerate(zip(panel.series.items(), ends, strict=True)):
        points = [(x(count), y(value)) for count, value in zip(counts, line, strict=True)]
        parts.append(f'<polyline class="line s{at}" points="{" ".join(f"{a:.1f},{b:.1f}" for a, b in points)}"/>')
        parts += [f'<circle class="d{at}" cx="{a:.1f}" cy="{b:.1f}" r="3"/>' for a, b in points]
        parts.append(
            f'<text class="d{at}" x="{x(counts[-1]) + 9:.1f}" y="{end + 4:.1f}">{escape(name)} {_told(line[-1])}</text>'
        )
    return "".join(parts)


def _ticks(low: float, high: float) -> list[float]:
    """1, 2 and 5 of each decade (only 1 over three decades or more), from the last below `low` to the first above `high`."""
    steps = (1, 2, 5) if high / low < 1000 else (1,)
    decades = range(math.floor(math.log10(low)), math.ceil(math.log10(high)) + 1)
    every = [step * 10.0**decade for decade in decades for step in steps]
    first = max(at for at, tick in enumerate(every) if tick <= low)
    last = min(at for at, tick in enumerate(every) if tick >= high)
    return every[first : max(last, first + 1) + 1]


def _share(value: float, low: float, high: float) -> float:
    return math.log(value / low) / math.log(high / low) if high > low else 0.5


def _spread(ends: Sequence[float]) -> list[float]:
    """The heights of the names, moved down where they would lie on another."""
    placed: dict[int, float] = {}
    below = -math.inf
    for at in sorted(range(len(ends)), key=lambda at: ends[at]):
        below = placed[at] = max(ends[at], below + _APART)
    return [placed[at] for at in range(len(ends))]


def _told(value: float) -> str:
    return f"{value:.1f}" if value < 20 else f"{value:,.0f}"


def _text(x: float, y: float, text: str, anchor: str) -> str:
    return f'<text class="muted" x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{escape(text)}</text>'
