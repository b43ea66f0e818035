"""Charts: where things lie in them, scales with round steps shared by every document that draws; and charts
in a workbook, which a word processor embeds too: figures in cells, and a chart that shows them.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from lifelong_learning.catalogue.safe import visible
from lifelong_learning.catalogue.words import word
from lifelong_learning.reports.document.blocks import BarChart

if TYPE_CHECKING:
    from xlsxwriter.chart import Chart
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

    from lifelong_learning.model.plan import Lang
    from lifelong_learning.reports.document.blocks import LineChart


STEPS, MOST_STEPS = (1, 2, 2.5, 5, 10), 4
LEVELS = "▁▂▃▄▅▆▇█"


def scale(sizes: list[float]) -> list[float]:
    """Return the round ticks of an axis that holds all sizes, from its lowest figure to its highest, nil
    included where it is near."""
    low, high = min(sizes), max(sizes)
    if low > 0 and (low < 0.6 * high or low == high):
        low = 0.0
    span = (high - low) or abs(high) or 1.0
    size = _power_of_ten(span)
    step = next(size * part for part in STEPS if span / (size * part) <= MOST_STEPS)
    first, last = int(low // step), int(-(-high // step))
    if last == first:
        last += 1
    return [round(number * step, 10) for number in range(first, last + 1)]


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


COLOURS = {
    "exceeded": "#2E8B57", "met": "#2E8B57", "on_track": "#3B82C4", "behind": "#D99A1C", "not_met": "#C0392B",
    "pending": "#8A6BB0", "not_assessable": "#8A6BB0", "no_data": "#8A6BB0",
}  # fmt: skip
OTHER, VALUE, PATH, GRID = "#9AA5B1", "#2F6DB3", "#B4541A", "#C5CCD4"
LABEL_MOST = 60
FULL = 2.0
MOST_BARS = 10
FONT = "Times New Roman"


def draw(
    book: Workbook, sheet: Worksheet, row: int, chart: BarChart | LineChart, lang: Lang
) -> tuple[Chart, int]:
    """Write the figures of a chart from a row on; return what shows them, and how many rows they take."""
    if isinstance(chart, BarChart):
        return _bars(book, sheet, row, chart)
    return _lines(book, sheet, row, chart, lang)


def divided(chart: BarChart) -> list[BarChart]:
    """Return a chart in parts of at most `MOST_BARS` bars, about equally many in each."""
    number = -(-len(chart.bars) // MOST_BARS)
    size = -(-len(chart.bars) // number)
    if number == 1:
        return [chart]
    return [
        BarChart(f"{chart.title} ({part + 1}/{number})", chart.bars[part * size : (part + 1) * size])
        for part in range(number)
    ]


def _bars(book: Workbook, sheet: Worksheet, row: int, chart: BarChart) -> tuple[Chart, int]:
    """Draw one bar a target, from top to bottom; bars end at twice the target."""
    labels = [cut(bar.label, LABEL_MOST) for bar in chart.bars]
    sizes = [max(0.0, min(FULL, bar.size)) for bar in chart.bars]
    _write(book, sheet, row, ("", chart.title), [*zip(labels, sizes, strict=True)], "0%")
    drawn = book.add_chart({"type": "bar"})
    fills = [{"fill": {"color": COLOURS.get(bar.mark.value, OTHER)}} for bar in chart.bars]
    drawn.add_series({**_places(sheet, row, len(labels), 1), "points": fills, "gap": 45})
    drawn.set_title({"name": visible(chart.title), "name_font": {**_font(11), "bold": True}})
    drawn.set_legend({"none": True})
    drawn.set_y_axis({"reverse": True, "num_font": _font(), "major_tick_mark": "none"})
    drawn.set_x_axis({"min": 0, "max": FULL, "major_unit": 0.5, **_axis("0%")})
    return (drawn, len(labels) + 1)


def _lines(book: Workbook, sheet: Worksheet, row: int, chart: LineChart, lang: Lang) -> tuple[Chart, int]:
    """Draw the figure by year, and dashed the path to the target."""
    first, last = years_of(chart)
    years = range(first, last + 1)
    found = {point.year: point.size for point in chart.points}
    path = {year: _between(chart, year) for year in years}
    form = "0%" if chart.percent else "General"
    heads = (chart.title, *(word(f"summary.{key}", lang) for key in ("g_value", "g_path")))
    _write(book, sheet, row, heads, [(str(year), found.get(year), path[year]) for year in years], form)
    drawn = book.add_chart({"type": "line"})
    drawn.show_blanks_as("span")
    _straight(drawn)
    mark = {"type": "circle", "size": 5, "fill": {"color": VALUE}, "border": {"color": VALUE}}
    line = {"color": VALUE, "width": 1.75}
    drawn.add_series({**_places(sheet, row, len(years), 1), "line": line, "marker": mark})
    if any(size is not None for size in path.values()):
        dashed = {"color": PATH, "width": 1.5, "dash_type": "dash"}
        drawn.add_series({**_places(sheet, row, len(years), 2), "line": dashed, "marker": {"type": "none"}})
    ticks = scale(sizes_of(chart))
    skip = 1 if len(years) < 7 else 2
    drawn.set_title({"none": True})
    drawn.set_x_axis({"num_font": _font(), "interval_unit": skip, "label_position": "low"})
    drawn.set_y_axis({"min": ticks[0], "max": ticks[-1], **_axis(form)})
    drawn.set_legend({"position": "bottom", "font": _font()})
    return (drawn, len(years) + 1)


def _straight(drawn: Chart) -> None:
    """Say of each line that it is not smoothed: LibreOffice smooths what says nothing, and XlsxWriter says
    nothing of a straight line."""
    drawn._write_c_smooth = lambda _: drawn._xml_empty_tag("c:smooth", [("val", 0)])


def _write(
    book: Workbook,
    sheet: Worksheet,
    row: int,
    heads: tuple[str, ...],
    rows: list[tuple[str | float | None, ...]],
    form: str,
) -> None:
    number = book.add_format({"num_format": form})
    for column, head in enumerate(heads):
        sheet.write_string(row, column, visible(head))
    for offset, (label, *sizes) in enumerate(rows, start=1):
        sheet.write_string(row + offset, 0, visible(str(label)))
        for column, size in enumerate(sizes, start=1):
            if size is not None:
                sheet.write_number(row + offset, column, size, number)


def _places(sheet: Worksheet, row: int, count: int, column: int) -> dict[str, object]:
    """Return where the name, the labels and the figures of a series stand."""
    name = sheet.get_name()
    return {
        "name": [name, row, column],
        "categories": [name, row + 1, 0, row + count, 0],
        "values": [name, row + 1, column, row + count, column],
    }


def _between(chart: LineChart, year: int) -> float | None:
    """Return the path in a year, on the straight line between its points."""
    points = [(point.year, point.size) for point in chart.path if point.size is not None]
    for (first, low), (last, high) in pairwise(points):
        if first <= year <= last and last > first:
            return low + (high - low) * (year - first) / (last - first)
    return None


def _font(size: int = 9) -> dict[str, object]:
    return {"name": FONT, "size": size, "bold": False}


def _axis(form: str) -> dict[str, object]:
    grid = {"visible": True, "line": {"color": GRID, "width": 0.5}}
    return {
        "num_font": _font(), "num_format": form, "major_gridlines": grid, "line": {"none": True},
        "major_tick_mark": "none",
    }  # fmt: skip
