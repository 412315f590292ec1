"""Series over a number that grows tenfold -> a small SVG of lines."""

import math
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape

_WIDTH, _HEIGHT = 640, 300
_LEFT, _RIGHT, _TOP, _BOTTOM = 50, 190, 36, 30
_COLOURS = ("#b3261e", "#1f5fa8", "#5b6770")


def lines(title: str, counts: Sequence[int], series: Mapping[str, Sequence[float]]) -> str:
    """A line for each series, its name at its end; the counts on a logarithmic axis, the values from 0."""
    top = max(value for values in series.values() for value in values) * 1.05
    decades = math.log10(max(counts) / min(counts)) or 1.0

    def x(count: float) -> float:
        return _LEFT + math.log10(count / min(counts)) / decades * (_WIDTH - _LEFT - _RIGHT)

    def y(value: float) -> float:
        return _HEIGHT - _BOTTOM - value / top * (_HEIGHT - _TOP - _BOTTOM)

    drawn = [f'<text x="{_LEFT}" y="18" font-weight="bold">{escape(title)}</text>']
    for value in (top * share / 4 for share in range(5)):
        drawn.append(f'<path d="M{_LEFT} {y(value):.1f}H{_WIDTH - _RIGHT}" stroke="#ddd"/>')
        drawn.append(f'<text x="{_LEFT - 6}" y="{y(value) + 4:.1f}" text-anchor="end">{value:.0f}</text>')
    for count in counts:
        drawn.append(f'<text x="{x(count):.1f}" y="{_HEIGHT - 10}" text-anchor="middle">{count:,}</text>')
    for (name, values), colour in zip(series.items(), _COLOURS, strict=False):
        points = " ".join(f"{x(count):.1f},{y(value):.1f}" for count, value in zip(counts, values, strict=True))
        drawn.append(f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="2"/>')
        end = f'x="{x(counts[-1]) + 8:.1f}" y="{y(values[-1]) + 4:.1f}" fill="{colour}"'
        drawn.append(f"<text {end}>{escape(name)} ({values[-1]:.0f})</text>")
    size = f'viewBox="0 0 {_WIDTH} {_HEIGHT}" font-family="sans-serif" font-size="12"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size}>'
        f'<rect width="100%" height="100%" fill="#fff"/>{"".join(drawn)}</svg>\n'
    )
