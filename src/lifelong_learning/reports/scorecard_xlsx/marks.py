"""What every sheet has in common: heading, colours of the statuses, layout on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lifelong_learning.model.scores import Status
from lifelong_learning.reports.scorecard_xlsx.paper import Text
from lifelong_learning.reports.scorecard_xlsx.styles import STATUS_COLOURS
from lifelong_learning.reports.view import labels

if TYPE_CHECKING:
    from lifelong_learning.model.plan import Lang
    from lifelong_learning.reports.scorecard_xlsx.layout import Layout
    from lifelong_learning.reports.scorecard_xlsx.paper import Sheet


def heading(sheet: Sheet, title: str, note: str = "") -> None:
    """Write title, note and an empty row; the header stands in the fourth row."""
    sheet.row([(Text(title), "title")], height=24)
    sheet.row([(Text(note), "note")] if note else [])
    sheet.gap()


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


def printed(sheet: Sheet, layout: Layout, area: str | None = None) -> None:
    """Lay a sheet out for A4 across, as wide as one page, with the header on every page."""
    raw = sheet.raw
    raw.page_setup.orientation = "landscape"
    raw.page_setup.paperSize = raw.PAPERSIZE_A4 if hasattr(raw, "PAPERSIZE_A4") else 9
    raw.page_setup.fitToWidth = 1
    raw.page_setup.fitToHeight = 0
    raw.sheet_properties.pageSetUpPr = _fit()
    raw.page_margins.left = raw.page_margins.right = 0.4
    raw.page_margins.top = raw.page_margins.bottom = 0.5
    raw.oddFooter.center.text = "&A · &P/&N"
    raw.sheet_view.showGridLines = False
    if area is not None:
        raw.print_area = area


def _fit() -> object:
    from openpyxl.worksheet.properties import PageSetupProperties

    return PageSetupProperties(fitToPage=True)
