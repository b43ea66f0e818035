"""What every sheet has in common: heading, colours of the statuses, layout on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lifelong_learning.model.scores import Status
from lifelong_learning.reports.scorecard_xlsx.paper import Text
from lifelong_learning.reports.scorecard_xlsx.styles import STATUS_COLOURS
from lifelong_learning.reports.view import labels

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lifelong_learning.model.plan import Lang
    from lifelong_learning.reports.scorecard_xlsx.paper import Cell, Sheet

A4 = 9
"""The number of the paper size."""


def heading(sheet: Sheet, title: str, note: str = "", above: Sequence[Cell] = ()) -> None:
    """Write title, note and a row that is empty but for `above`; the header stands in the fourth row."""
    on_paper(sheet)
    sheet.row([(Text(title), "title")], height=24)
    sheet.row([(Text(note), "note")] if note else [])
    sheet.row(above)


def colours(sheet: Sheet, cells: str, lang: Lang) -> None:
    """Colour the words of statuses in a range; the word and its mark say the same without colour."""
    from openpyxl.formatting.rule import CellIsRule
    from openpyxl.styles import Font, PatternFill

    for status in Status:
        ink, ground = STATUS_COLOURS[status]
        shown = labels.marked_status(status, lang)
        rule = CellIsRule(
            operator="equal",
            formula=[f'"{shown}"'],
            font=Font(color=ink, bold=True),
            fill=PatternFill("solid", start_color=ground, end_color=ground, bgColor=ground),
        )
        sheet.raw.conditional_formatting.add(cells, rule)


def on_paper(sheet: Sheet, pages: int = 1) -> None:
    """Lay a sheet out for A4 across, so many pages wide; to be said before its first row."""
    raw = sheet.raw
    raw.page_setup.orientation = "landscape"
    raw.page_setup.paperSize = A4
    raw.page_setup.fitToWidth = pages
    raw.page_setup.fitToHeight = raw.page_setup.fitToHeight or 0
    raw.sheet_properties.pageSetUpPr = _fit()
    raw.sheet_properties.outlinePr.summaryRight = False
    raw.page_margins.left = raw.page_margins.right = 0.4
    raw.page_margins.top = raw.page_margins.bottom = 0.5
    raw.sheet_view.showGridLines = False


def printed(sheet: Sheet, area: str | None = None, *, headed: bool = True) -> None:
    """Name the sheet and number the pages at the foot; `headed`: with the header on every page."""
    sheet.raw.oddFooter.center.text = "&A · &P/&N"
    if area is not None:
        sheet.raw.print_area = area
    if headed:
        sheet.raw.print_title_rows = "4:4"


def _fit() -> object:
    from openpyxl.worksheet.properties import PageSetupProperties

    return PageSetupProperties(fitToPage=True)
