"""The workbook being written: sheets row by row, and cells that hold text as text."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from lifelong_learning.catalogue.safe import visible
from lifelong_learning.model.findings import column_letters
from lifelong_learning.model.scores import Status
from lifelong_learning.reports.scorecard_xlsx import styles
from lifelong_learning.reports.view import labels

if TYPE_CHECKING:
    from collections.abc import Sequence

    from openpyxl.cell import WriteOnlyCell
    from openpyxl.workbook import Workbook
    from openpyxl.worksheet._write_only import WriteOnlyWorksheet

    from lifelong_learning.model.plan import Lang

FIRST_ROW = 5
"""The first row below title, note, gap and header on every sheet of rows."""
A4 = 9
"""The number of the paper size."""
FORMULA_MARKS = tuple("=+-@＝＋－＠'")
LONGEST = 32_000
"""A cell of a workbook holds 32,767 characters."""
MOST_LINKS = 60_000
"""Excel opens at most 65,530 links on a sheet."""
FITTING = 1.1
"""Letters of ordinary text that a unit of width holds."""
LINE, HIGHEST = 13.5, 400
"""Points that a line of text takes, and what a row may be high at most."""


class Text(str):
    """A text for a cell: never a formula. `link` is a place in this workbook."""

    link: str | None

    def __new__(cls, value: str, link: str | None = None) -> Text:
        """Make the text safe to store: escapes shown, not longer than a cell holds."""
        made = super().__new__(cls, visible(value)[:LONGEST])
        made.link = link
        return made


class Formula(str):
    """A formula without its equals sign. `link` is a place in this workbook."""

    link: str | None

    def __new__(cls, value: str, link: str | None = None) -> Formula:
        """Take an expression as it is."""
        made = super().__new__(cls, value)
        made.link = link
        return made


Content = Text | Formula | int | float | None
Cell = tuple[Content, str]
"""What a cell holds, and the name of its style."""


class Sheet:
    """One sheet, written from the top. Widths and frozen panes are said before the first row."""

    def __init__(self, sheet: WriteOnlyWorksheet, inks: styles.Inks) -> None:
        self.raw = sheet
        self._inks = inks
        self._links = 0
        self._widths: Sequence[float] = ()
        self.at = 0
        """The last row written, 1-based."""

    def widths(self, widths: Sequence[float], folded: int = 0) -> None:
        """Set the widths of the columns; from the 1-based `folded` on they are folded away."""
        self._widths = widths
        for number, width in enumerate(widths, 1):
            column = self.raw.column_dimensions[column_letters(number)]
            column.width = width
            if folded and number >= folded:
                column.outlineLevel = 1
                column.hidden = True

    def hide(self, number: int) -> None:
        """Hide a 1-based column; said before the first row."""
        self.raw.column_dimensions[column_letters(number)].hidden = True

    def row(self, cells: Sequence[Cell], height: float | None = None) -> int:
        """Write a row and return its number; without a height it is as high as its wrapped texts ask for."""
        self.at += 1
        height = height or self._height(cells)
        if height is not None:
            self.raw.row_dimensions[self.at].height = height
        self.raw.append([self._cell(content, style) for content, style in cells])
        return self.at

    def _height(self, cells: Sequence[Cell]) -> float | None:
        lines = 1
        for (content, style), width in zip(cells, self._widths, strict=False):
            if isinstance(content, Text) and len(content) > width * FITTING and styles.LOOKS[style].wrap:
                lines = max(lines, ceil(len(content) / (width * FITTING)))
        return None if lines == 1 else min(LINE * lines + 2, HIGHEST)

    def gap(self, rows: int = 1) -> None:
        """Leave rows empty."""
        for _ in range(rows):
            self.row([])

    def heading(self, title: str, note: str = "", above: Sequence[Cell] = ()) -> None:
        """Write title, note and a row that is empty but for `above`; the header stands in the fourth row."""
        self.on_paper()
        self.row([(Text(title), "title")], height=24)
        self.row([(Text(note), "note")] if note else [])
        self.row(above)

    def heads(self, heads: Sequence[str], height: float | None = 24) -> None:
        """Write the row of headings."""
        self.row([(Text(head), "head") for head in heads], height)

    def on_paper(self, pages: int = 1) -> None:
        """Lay the sheet out for A4 across, so many pages wide; to be said before its first row."""
        from openpyxl.worksheet.properties import PageSetupProperties

        raw = self.raw
        raw.page_setup.orientation = "landscape"
        raw.page_setup.paperSize = A4
        raw.page_setup.fitToWidth = pages
        raw.page_setup.fitToHeight = raw.page_setup.fitToHeight or 0
        raw.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        raw.sheet_properties.outlinePr.summaryRight = False
        raw.page_margins.left = raw.page_margins.right = 0.4
        raw.page_margins.top = raw.page_margins.bottom = 0.5
        raw.sheet_view.showGridLines = False

    def printed(self, area: str | None = None, *, headed: bool = True) -> None:
        """Name the sheet and number the pages at the foot; `headed`: with the header on every page."""
        self.raw.oddFooter.center.text = "&A · &P/&N"
        if area is not None:
            self.raw.print_area = area
        if headed:
            self.raw.print_title_rows = "4:4"

    def colours(self, cells: str, lang: Lang) -> None:
        """Colour the words of statuses in a range; the word and its mark say the same without colour."""
        from openpyxl.formatting.rule import CellIsRule
        from openpyxl.styles import Font, PatternFill

        for status in Status:
            ink, ground = styles.STATUS_COLOURS[status]
            rule = CellIsRule(
                operator="equal",
                formula=[f'"{labels.marked_status(status, lang)}"'],
                font=Font(color=ink, bold=True),
                fill=PatternFill("solid", start_color=ground, end_color=ground, bgColor=ground),
            )
            self.raw.conditional_formatting.add(cells, rule)

    def closed(self, lang: Lang, statuses: str, end: str) -> None:
        """Close a sheet of results: filter, colours in the column of statuses, layout on paper. Both
        columns are named by their letters; `end` is the last to read."""
        last = max(self.at, FIRST_ROW)
        self.raw.auto_filter.ref = f"A{FIRST_ROW - 1}:{end}{last}"
        self.colours(f"{statuses}{FIRST_ROW}:{statuses}{last}", lang)
        self.printed(f"A1:{end}{last}")

    def _cell(self, content: Content, style: str) -> WriteOnlyCell | None:
        from openpyxl.cell import WriteOnlyCell

        if content is None and not style:
            return None
        cell = WriteOnlyCell(self.raw)
        if isinstance(content, Formula):
            cell.value = f"={content}"
        elif isinstance(content, Text):
            cell._value, cell.data_type = str(content), "s"
            if content.startswith(FORMULA_MARKS):
                style = f"{style}'"
        else:
            cell.value = content
        cell._style = self._inks[style]
        if isinstance(content, (Text, Formula)) and content.link and self._links < MOST_LINKS:
            self._link(cell, content.link)
        return cell

    def _link(self, cell: WriteOnlyCell, place: str) -> None:
        from openpyxl.worksheet.hyperlink import Hyperlink

        self._links += 1
        cell._hyperlink = Hyperlink(ref="A1", location=place)


class Book:
    """A workbook and the names of its sheets."""

    def __init__(self) -> None:
        from openpyxl import Workbook

        self.raw: Workbook = Workbook(write_only=True)
        self._inks = styles.Inks(self.raw)
        self._names: set[str] = set()

    def name(self, wanted: str) -> str:
        """Return a name that a sheet may have and no other has."""
        cleaned = "".join(" " if char in "[]:*?/\\'" else char for char in visible(wanted)).strip()
        base = cleaned[:31].strip() or "1"
        name, number = base, 2
        while name.casefold() in self._names:
            name = f"{base[:27].strip()} {number}"
            number += 1
        self._names.add(name.casefold())
        return name

    def sheet(self, name: str) -> Sheet:
        """Add a sheet behind the others."""
        return Sheet(self.raw.create_sheet(name), self._inks)


def quoted(sheet: str) -> str:
    """Return a sheet's name as formulas and links write it."""
    return f"'{sheet}'"
