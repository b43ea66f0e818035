"""Where things lie in a chart: scales with round steps, shared by every document that draws."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from lifelong_learning.reports.document.blocks import LineChart

STEPS = (1, 2, 2.5, 5, 10)
LEVELS = "▁▂▃▄▅▆▇█"


class Axis(NamedTuple):
    """The lowest and highest figure of an axis and the steps between."""

    low: float
    high: float
    ticks: tuple[float, ...]


def scale(sizes: list[float], wanted: int = 4) -> Axis:
    """Return an axis that holds all sizes, with round ticks, nil included where it is near."""
    low, high = min(sizes), max(sizes)
    if low > 0 and (low < 0.6 * high or low == high):
        low = 0.0
    span = (high - low) or abs(high) or 1.0
    size = _power_of_ten(span)
    step = next(size * part for part in STEPS if span / (size * part) <= wanted)
    first, last = int(low // step), int(-(-high // step))
    if last == first:
        last += 1
    ticks = tuple(round(number * step, 10) for number in range(first, last + 1))
    return Axis(ticks[0], ticks[-1], ticks)


def _power_of_ten(span: float) -> float:
    """Return the highest power of ten that is no higher than a span."""
    size = 10.0
    while size > span:
        size /= 10
    while size * 10 <= span:
        size *= 10
    return size


def years_of(chart: LineChart) -> tuple[int, int]:
    """Return the first and last year that a chart shows."""
    years = [point.year for point in (*chart.points, *chart.path)]
    return min(years), max(years)


def sizes_of(chart: LineChart) -> list[float]:
    """Return every figure that the axis of a chart must hold."""
    nil = [0.0] if chart.percent else []  # shares and growth are seen against nil
    return nil + [point.size for point in (*chart.points, *chart.path) if point.size is not None]


def cut(text: str, most: int) -> str:
    """Return a label short enough for an axis; what it is narrowed to, in brackets at its end, stays."""
    if len(text) <= most:
        return text
    start, bracket, scope = text.rpartition(" (")
    end = f"… ({scope}" if bracket and len(scope) < most // 2 else "…"
    return (start if bracket else text)[: most - len(end)].rstrip() + end


def sparkline(chart: LineChart) -> str:
    """Return one character a year, a space where there is no figure; the lowest and the highest figure
    take the lowest and the highest character, of parts of a whole nil and the whole. What never moves is
    drawn in the middle."""
    sizes = [point.size for point in chart.points if point.size is not None]
    low, high = (0.0, 1.0) if chart.whole else (min(sizes), max(sizes))
    if low == high:
        low, high = low - 1, high + 1
    step = (high - low) / (len(LEVELS) - 1)
    return "".join(" " if p.size is None else LEVELS[round((p.size - low) / step)] for p in chart.points)
