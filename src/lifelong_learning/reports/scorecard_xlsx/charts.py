"""Native charts over a small table of formulas: they move with the verdicts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lifelong_learning.catalogue.words import word
from lifelong_learning.model.scores import Status
from lifelong_learning.reports.scorecard_xlsx import formulas as ex
from lifelong_learning.reports.scorecard_xlsx.paper import FIRST_ROW, Formula, Text
from lifelong_learning.reports.scorecard_xlsx.targets import in_order
from lifelong_learning.reports.view import labels

if TYPE_CHECKING:
    from openpyxl.chart import BarChart
    from openpyxl.chart.text import RichText

    from lifelong_learning.reports.scorecard_xlsx.layout import Layout
    from lifelong_learning.reports.scorecard_xlsx.paper import Book, Cell, Sheet
    from lifelong_learning.reports.scorecard_xlsx.targets import Targets
    from lifelong_learning.reports.scorecard_xlsx.working import Working

SERIES: tuple[tuple[tuple[Status, ...], str], ...] = (
    ((Status.EXCEEDED, Status.MET), "2E8B57"),
    ((Status.ON_TRACK,), "3B82C4"),
    ((Status.BEHIND,), "D99A1C"),
    ((Status.NOT_MET,), "C0392B"),
    ((Status.PENDING, Status.NOT_ASSESSABLE), "8A94A3"),
)
MOST_BARS = 60
SMALL = 800
"""Hundredths of a point."""
FULL = 2
"""Attainments beyond 200% are drawn at 200%."""


def write(book: Book, targets: Targets, working: Working) -> None:
    """Write the sheet: two charts, and beside them the tables that they are drawn from."""
    layout = targets.layout
    sheet = book.sheet(layout.names.charts)
    sheet.raw.page_setup.fitToHeight = 1
    sheet.widths([*[9.5] * 12, 4, 60, *[13] * 5, 4, 24, 10])
    sheet.heading(layout.word("charts_title", when=layout.when()))
    names = _names(layout)
    groups = [(n, g) for n, g in enumerate(in_order(layout)) if g.district is None][:MOST_BARS]
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
            counted = Formula(f"COUNTIF({working.whole('status')},{ex.text(status)})")
            cells += [(shown, "text"), (counted, "count")]
        sheet.row(cells)
    _draw(sheet, layout, len(groups))
    sheet.printed(f"A1:L{_bottom(len(groups)) + 20}", headed=False)


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
    cells: list[Cell] = [(Formula(f'{target}&" · "&{covers}'), "text")]
    for statuses, _ in SERIES:
        test = ",".join(f"{status}={ex.text(one)}" for one in statuses)
        shown = f"IF(ISNUMBER({attained}),MIN(MAX({attained},0),{FULL}),0)"
        cells.append((Formula(f"IF(OR({test}),{shown},0)"), "percent"))
    return cells


def _bottom(groups: int) -> int:
    return FIRST_ROW + max(20, 10 + 8 * groups // 5)


def _draw(sheet: Sheet, layout: Layout, groups: int) -> None:
    from openpyxl.chart import Reference

    last = FIRST_ROW + groups - 1
    if groups:
        chart = _chart(layout.word("chart_targets"))
        chart.add_data(
            Reference(sheet.raw, min_col=15, max_col=19, min_row=FIRST_ROW - 1, max_row=last),
            titles_from_data=True,
        )
        chart.set_categories(Reference(sheet.raw, min_col=14, min_row=FIRST_ROW, max_row=last))
        for series, (_, colour) in zip(chart.series, SERIES, strict=True):
            series.graphicalProperties.solidFill = colour
            series.graphicalProperties.line.solidFill = colour
        chart.overlap, chart.gapWidth = 100, 35
        chart.grouping = "stacked"
        chart.y_axis.number_format = "0%"
        chart.y_axis.scaling.min, chart.y_axis.scaling.max = 0, FULL
        chart.y_axis.majorUnit = 0.5
        chart.width, chart.height = 27, max(8, 4 + 0.8 * groups)
        chart.legend.position = "b"
        sheet.raw.add_chart(chart, f"A{FIRST_ROW - 1}")
    chart = _chart(layout.word("chart_results"))
    end = FIRST_ROW + len(Status) - 1
    chart.add_data(Reference(sheet.raw, min_col=22, min_row=FIRST_ROW, max_row=end))
    chart.set_categories(Reference(sheet.raw, min_col=21, min_row=FIRST_ROW, max_row=end))
    chart.series[0].graphicalProperties.solidFill = "3B82C4"
    chart.legend = None
    chart.gapWidth = 35
    chart.width, chart.height = 27, 9
    sheet.raw.add_chart(chart, f"A{_bottom(groups)}")


def _chart(title: str) -> BarChart:
    from openpyxl.chart import BarChart

    chart = BarChart()
    chart.type, chart.style, chart.title = "bar", 10, title
    # The first row of the table is drawn at the top.
    chart.x_axis.scaling.orientation = "maxMin"
    chart.x_axis.tickLblSkip = 1
    chart.x_axis.txPr = chart.y_axis.txPr = _small()
    chart.x_axis.delete = chart.y_axis.delete = False
    return chart


def _small() -> RichText:
    """Return the letters of the axes, small enough for two lines beside a bar."""
    from openpyxl.chart.text import RichText
    from openpyxl.drawing.text import (
        CharacterProperties,
        Paragraph,
        ParagraphProperties,
        RichTextProperties,
    )

    letters = ParagraphProperties(defRPr=CharacterProperties(sz=SMALL))
    return RichText(
        bodyPr=RichTextProperties(), p=[Paragraph(pPr=letters, endParaRPr=CharacterProperties(sz=SMALL))]
    )
