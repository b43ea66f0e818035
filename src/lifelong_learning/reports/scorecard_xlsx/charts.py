"""Native charts over a small table of formulas: they move with the verdicts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lifelong_learning.catalogue.words import word
from lifelong_learning.model.scores import Status
from lifelong_learning.reports.scorecard_xlsx import formulas as ex
from lifelong_learning.reports.scorecard_xlsx.layout import in_order
from lifelong_learning.reports.scorecard_xlsx.paper import FIRST_ROW, CellFormula, Text
from lifelong_learning.reports.view import labels

if TYPE_CHECKING:
    from xlsxwriter.chart_bar import ChartBar

    from lifelong_learning.reports.scorecard_xlsx.layout import Layout
    from lifelong_learning.reports.scorecard_xlsx.paper import Book, Cell, SheetDraft
    from lifelong_learning.reports.scorecard_xlsx.targets import Targets
    from lifelong_learning.reports.scorecard_xlsx.working import Working

SERIES: tuple[tuple[tuple[Status, ...], str], ...] = (
    ((Status.EXCEEDED, Status.MET), "#2E8B57"),
    ((Status.ON_TRACK,), "#3B82C4"),
    ((Status.BEHIND,), "#D99A1C"),
    ((Status.NOT_MET,), "#C0392B"),
    ((Status.PENDING, Status.NOT_ASSESSABLE), "#8A94A3"),
)
MOST_BARS = 60
SMALL = 8
"""Points of the letters of the axes, small enough for two lines beside a bar."""
_WIDTH, _PIXELS = 27, 96 / 2.54
"""Centimetres that a chart is wide, and pixels of a centimetre."""
FULL = 2
"""Attainments beyond 200% are drawn at 200%."""


def write(book: Book, targets: Targets, working: Working) -> None:
    """Write the sheet: two charts, and beside them the tables that they are drawn from."""
    layout = targets.layout
    sheet = book.sheet(layout.names["charts"])
    sheet.widths([*[9.5] * 12, 4, 60, *[13] * 5, 4, 24, 10])
    sheet.heading(layout.word("charts_title", when=layout.when()))
    sheet.on_paper(high=1)
    names = _names(layout)
    groups = [(n, g) for n, g in enumerate(in_order(layout.scorecard)) if g.district is None][:MOST_BARS]
    blank: list[Cell] = [(None, "")] * 13
    heads = [(Text(layout.word("results")), "head")]
    row = [*blank, (Text(word("report.target", layout.lang)), "head"), *((Text(n), "head") for n in names)]
    sheet.row([*row, (None, ""), (Text(word("report.status", layout.lang)), "head"), *heads], height=32)
    for number in range(max(len(groups), len(Status))):
        cells: list[Cell] = list(blank)
        if number < len(groups):
            cells += _bar(targets, groups[number][0])
        cells += [(None, "")] * (20 - len(cells))
        if number < len(Status):
            status = list(Status)[number]
            shown = Text(labels.status(status, layout.lang))
            counted = CellFormula(f"COUNTIF({working.whole('status')},{ex.text(status)})")
            cells += [(shown, "text"), (counted, "count")]
        sheet.row(cells)
    _draw(book, sheet, layout, len(groups))
    sheet.printed(f"A1:L{_bottom(len(groups)) + 20}", heads=None)


def _names(layout: Layout) -> list[str]:
    behind, on_track = (labels.status(s, layout.lang) for s in (Status.BEHIND, Status.ON_TRACK))
    return [
        layout.word("chart_reached"),
        on_track,
        behind,
        layout.word("chart_short"),
        layout.word("chart_open"),
    ]


def _bar(targets: Targets, number: int) -> list[Cell]:
    """Return the label and the attainment in the series of its status; the others stay at nothing."""
    row = FIRST_ROW + number
    status, attained = targets.there("status", row), targets.there("attainment", row)
    target, covers = targets.there("target", row), targets.there("covers", row)
    cells: list[Cell] = [(CellFormula(f'{target}&" · "&{covers}'), "text")]
    for statuses, _ in SERIES:
        test = ",".join(f"{status}={ex.text(one)}" for one in statuses)
        shown = f"IF(ISNUMBER({attained}),MIN(MAX({attained},0),{FULL}),0)"
        cells.append((CellFormula(f"IF(OR({test}),{shown},0)"), "percent"))
    return cells


def _bottom(groups: int) -> int:
    return FIRST_ROW + max(20, 10 + 8 * groups // 5)


def _draw(book: Book, sheet: SheetDraft, layout: Layout, groups: int) -> None:
    name = layout.names["charts"]
    if groups:
        chart = _chart(book, layout.word("chart_targets"), "stacked")
        first, last = FIRST_ROW - 1, FIRST_ROW + groups - 2
        for col, (_, colour) in enumerate(SERIES, 14):
            chart.add_series(
                {
                    "name": [name, first - 1, col], "categories": [name, first, 13, last, 13],
                    "values": [name, first, col, last, col], "fill": {"color": colour},
                    "border": {"color": colour}, "overlap": 100, "gap": 35,
                }
            )  # fmt: skip
        ends = {"min": 0, "max": FULL, "major_unit": 0.5, "num_format": "0%"}
        chart.set_x_axis({**ends, "num_font": {"size": SMALL}})
        chart.set_legend({"position": "bottom"})
        chart.set_size(_size(max(8, 4 + 0.8 * groups)))
        sheet.raw.insert_chart(f"A{FIRST_ROW - 1}", chart)
    chart = _chart(book, layout.word("chart_results"))
    first, last = FIRST_ROW - 1, FIRST_ROW + len(Status) - 2
    chart.add_series(
        {
            "categories": [name, first, 20, last, 20], "values": [name, first, 21, last, 21],
            "fill": {"color": "#3B82C4"}, "gap": 35,
        }
    )  # fmt: skip
    chart.set_legend({"none": True})
    chart.set_size(_size(9))
    sheet.raw.insert_chart(f"A{_bottom(groups)}", chart)


def _size(height: float) -> dict[str, float]:
    """Return the size of a chart as high as so many centimetres, in pixels."""
    return {"width": round(_WIDTH * _PIXELS), "height": round(height * _PIXELS)}


def _chart(book: Book, title: str, subtype: str = "clustered") -> ChartBar:
    chart = book.raw.add_chart({"type": "bar", "subtype": subtype})
    chart.set_style(10)
    chart.set_title({"name": title})
    # The first row of the table is drawn at the top.
    chart.set_y_axis({"reverse": True, "interval_unit": 1, "num_font": {"size": SMALL}})
    chart.set_x_axis({"num_font": {"size": SMALL}})
    return chart
