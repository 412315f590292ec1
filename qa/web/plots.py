"""Values between 0 and 1 -> plots as inline SVG, with a title and a description for screen readers."""

from collections.abc import Sequence
from dataclasses import dataclass

from qa.web.markup import esc

_WIDTH = 560
_LABELS = 170  # room for the names on the left
_RIGHT = 50  # room for the value on the right
_ROW = 30
_BAR = 15
_TOP = 12


@dataclass(frozen=True, slots=True)
class Point:
    """A mean and, where it is known, its 95% interval."""

    name: str
    value: float
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Bar:
    """A value of one system."""

    name: str
    value: float


def intervals(title: str, points: Sequence[Point]) -> str:
    """A row for each point: its name, its interval as a line, its mean as a dot and in figures."""
    drawn = []
    for row, point in enumerate(points):
        y = _TOP + row * _ROW + _ROW / 2
        drawn.append(_name(point.name, y))
        if point.low is not None and point.high is not None:
            ends = f'x1="{_x(point.low):.1f}" x2="{_x(point.high):.1f}" y1="{y}" y2="{y}"'
            drawn.append(f'<line class="interval" {ends}/>')
        drawn.append(f'<circle class="mean" cx="{_x(point.value):.1f}" cy="{y}" r="5.5"/>{_value(point.value, y)}')
    return _figure(title, "".join(drawn), _TOP + len(points) * _ROW, _told(points))


def bars(title: str, groups: Sequence[tuple[str, Sequence[Bar]]]) -> str:
    """A group of bars for each metric, a bar for each system, with a key of the systems below."""
    drawn = []
    y = float(_TOP)
    for name, group in groups:
        drawn.append(_name(name, y + len(group) * _BAR / 2))
        for at, bar in enumerate(group):
            size = f'x="{_LABELS}" y="{y + 1.5}" width="{_x(bar.value) - _LABELS:.1f}" height="{_BAR - 3}" rx="2"'
            drawn.append(f'<rect class="bar system-{at}" {size}/>')
            drawn.append(_value(bar.value, y + _BAR / 2, small=True))
            y += _BAR
        y += _BAR
    key = "".join(f'<li><i class="system-{at}"></i>{esc(bar.name)}</li>' for at, bar in enumerate(groups[0][1]))
    told = "；".join(f"{name}：{_told(group)}" for name, group in groups)
    return _figure(title, "".join(drawn), y, told, f'<ul class="systems" aria-hidden="true">{key}</ul>')


def _figure(title: str, drawn: str, height: float, told: str, below: str = "") -> str:
    lines = "".join(
        f'<line class="grid" x1="{_x(share):.1f}" x2="{_x(share):.1f}" y1="{_TOP / 2}" y2="{height}"/>'
        f'<text class="tick" x="{_x(share):.1f}" y="{height + 16}">{share:g}</text>'
        for share in (0, 0.25, 0.5, 0.75, 1)
    )
    return (
        f'<figure tabindex="0"><svg viewBox="0 0 {_WIDTH} {height + 24:g}" role="img" aria-label="{esc(title)}。{esc(told)}">'
        f"{lines}{drawn}</svg>{below}</figure>"
    )


def _told(values: Sequence[Point] | Sequence[Bar]) -> str:
    return "，".join(f"{one.name} {one.value:.2f}" for one in values)


def _name(name: str, y: float) -> str:
    return f'<text class="name" x="{_LABELS - 12}" y="{y + 5}">{esc(name)}</text>'


def _value(value: float, y: float, small: bool = False) -> str:
    return f'<text class="{"value small" if small else "value"}" x="{_WIDTH}" y="{y + 5}">{value:.2f}</text>'


def _x(share: float) -> float:
    return _LABELS + (_WIDTH - _LABELS - _RIGHT) * min(max(share, 0.0), 1.0)
