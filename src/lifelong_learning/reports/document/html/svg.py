"""Charts as inline SVG; every figure that they draw stands in a table too."""

from __future__ import annotations

from math import floor
from typing import TYPE_CHECKING

from lifelong_learning.model.scores import Exact
from lifelong_learning.reports.document.drawings import cut, scale, sizes_of, years_of
from lifelong_learning.reports.document.html.style import Markup, shown
from lifelong_learning.reports.view import figures

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lifelong_learning.model.plan import Lang
    from lifelong_learning.reports.document.blocks import BarChart, ChartPoint, LineChart, Mark, Tally
    from lifelong_learning.reports.document.drawings import Axis

WIDTH, HEIGHT = 340, 170
LEFT, RIGHT, TOP, BOTTOM = 46, 12, 10, 22
ATTAINED_WIDTH, ATTAINED_HEIGHT = 120, 12
TALLY_WIDTH, TALLY_HEIGHT = 1000, 22
BAR_LINE, BAR_LEFT, BAR_WIDTH, BAR_FULL = 20, 470, 300, 2.0
LABEL_MOST = 78


def lines(chart: LineChart, lang: Lang) -> Markup:
    """Return a line chart: the figure by year, and dashed the path to the target."""
    axis, years = scale(sizes_of(chart)), years_of(chart)
    told = [point for point in chart.points if point.size is not None]
    parts = [_grid(axis, lang, percent=chart.percent), _years(years)]
    if len(chart.path) > 1:
        parts.append(_polyline("path", chart.path, axis, years))
    parts.append(_polyline("line", told, axis, years))
    for point in told:
        x, y = _across(point.year, years), _up(point.size or 0.0, axis)
        said = shown(f"{point.year}: {point.text}")
        parts.append(f'<circle class="dot" cx="{x}" cy="{y}" r="3"><title>{said}</title></circle>')
    every = "; ".join(f"{point.year}: {point.text}" for point in told)
    return _svg(WIDTH, HEIGHT, f"{chart.title}. {every}", parts)


def _across(year: int, years: tuple[int, int]) -> float:
    first, last = years
    return round(LEFT + (year - first) / ((last - first) or 1) * (WIDTH - LEFT - RIGHT), 1)


def _up(size: float, axis: Axis) -> float:
    up = (size - axis.low) / (axis.high - axis.low)
    return round(HEIGHT - BOTTOM - up * (HEIGHT - TOP - BOTTOM), 1)


def _polyline(look: str, points: Sequence[ChartPoint], axis: Axis, years: tuple[int, int]) -> str:
    drawn = " ".join(f"{_across(point.year, years)},{_up(point.size or 0.0, axis)}" for point in points)
    return f'<polyline class="{look}" points="{drawn}"/>'


def _years(years: tuple[int, int]) -> str:
    first, last = years
    return "".join(
        f'<text class="word" x="{_across(year, years)}" y="{HEIGHT - 6}" text-anchor="middle">{year}</text>'
        for year in range(first, last + 1, max(1, (last - first) // 5))
    )


def _grid(axis: Axis, lang: Lang, *, percent: bool) -> str:
    parts = []
    for tick in axis.ticks:
        y = _up(tick, axis)
        figure = Exact(round(tick * 1_000_000), 1_000_000)
        size = figures.percent(figure, lang) if percent else figures.decimal(figure, lang)
        parts.append(f'<line class="axis" x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{y}" y2="{y}"/>')
        parts.append(f'<text class="word" x="{LEFT - 5}" y="{y + 4}" text-anchor="end">{size}</text>')
    return "".join(parts)


def bars(chart: BarChart) -> Markup:
    """Return a bar for each target, ending at twice the target; a line marks the target."""
    height = BAR_LINE * len(chart.bars) + 4
    parts = []
    for number, bar in enumerate(chart.bars):
        y = number * BAR_LINE + 3
        length = round(max(0.0, min(bar.size, BAR_FULL)) / BAR_FULL * BAR_WIDTH, 1)
        label = cut(bar.label, LABEL_MOST)
        parts.append(
            f'<text class="word ink" x="{BAR_LEFT - 8}" y="{y + 11}" text-anchor="end">{shown(label)}</text>'
            f'<rect class="track" x="{BAR_LEFT}" y="{y}" width="{BAR_WIDTH}" height="14"/>'
            f'<rect class="f-{bar.mark.value}" x="{BAR_LEFT}" y="{y}" width="{length}" height="14"/>'
            f'<text class="word" x="{BAR_LEFT + BAR_WIDTH + 6}" y="{y + 11}">{shown(bar.text)}</text>'
        )
    middle = BAR_LEFT + BAR_WIDTH // 2
    parts.append(f'<line class="tick" x1="{middle}" x2="{middle}" y1="0" y2="{height}"/>')
    said = "; ".join(f"{bar.label}: {bar.text}" for bar in chart.bars)
    return _svg(BAR_LEFT + BAR_WIDTH + 70, height, f"{chart.title}. {said}", parts)


def attained(size: float, mark: Mark) -> Markup:
    """Return an attainment as a bar with a line at the target; the figure stands beside it in words."""
    width, height = ATTAINED_WIDTH, ATTAINED_HEIGHT
    half = width // 2
    length = max(0, min(width, floor(size * 10_000 + 1e-6) * half // 10_000))
    return Markup(
        f'<svg class="bars" width="{width}" height="{height}" viewBox="0 0 {width} {height}" '
        'aria-hidden="true" focusable="false">'
        f'<rect class="track" width="{width}" height="{height}"/>'
        f'<rect class="f-{mark.value}" width="{length}" height="{height}"/>'
        f'<line class="tick" x1="{half}" x2="{half}" y1="0" y2="{height}"/></svg>'
    )


def stacked(tally: Tally, said: str) -> Markup:
    """Return how many results have each status as one bar; `said` says the same in words."""
    total, at, done = sum(number for _, _, number, _ in tally.counts), 0, 0
    parts = []
    for mark, name, number, words in tally.counts:
        done += number
        until = done * TALLY_WIDTH // total
        if until > at:
            length = max(1, until - at - 2)
            parts.append(
                f'<rect class="f-{mark.value}" x="{at}" width="{length}" height="{TALLY_HEIGHT}">'
                f"<title>{shown(f'{name} {words}')}</title></rect>"
            )
        at = until
    return Markup(
        f'<svg class="bars" role="img" aria-label="{shown(said)}" width="{TALLY_WIDTH}" '
        f'height="{TALLY_HEIGHT}" viewBox="0 0 {TALLY_WIDTH} {TALLY_HEIGHT}" '
        f'preserveAspectRatio="none">{"".join(parts)}</svg>'
    )


def _svg(width: int, height: int, said: str, parts: list[str]) -> Markup:
    return Markup(
        f'<svg role="img" aria-label="{shown(said)}" viewBox="0 0 {width} {height}" width="{width}" '
        f'height="{height}">{"".join(parts)}</svg>'
    )
