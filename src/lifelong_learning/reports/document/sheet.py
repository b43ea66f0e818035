"""A document as a workbook: the sentences on one sheet, each table on its own sheet, charts of years."""

from __future__ import annotations

import re
from math import ceil
from typing import TYPE_CHECKING, Literal

from lifelong_learning.catalogue.safe import visible
from lifelong_learning.catalogue.words import word
from lifelong_learning.reports.document.blocks import Box, LineChart, Paragraph, Table
from lifelong_learning.reports.document.plot import scale, sizes_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

    from lifelong_learning.model.plan import Lang
    from lifelong_learning.reports.document.blocks import Block, Document, TableCell

FORMS = {"percent": "0.00%", "count": "#,##0", "decimal": "0.00"}
CHARTS_IN_ROW, CHART_ROWS = 2, 16
LONGEST_NAME = 31
SIGNS_IN_LINE, LINE = 72, 15.0
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\]")


def render(document: Document) -> bytes:
    """Return the workbook; the same content gives the same bytes."""
    from io import BytesIO

    from openpyxl import Workbook

    from lifelong_learning.reports.document.sealed import sealed

    book = Workbook()
    words = book.active
    assert words is not None
    words.title = _name(book, (document.kind or document.title).capitalize())
    _sentences(words, document)
    for section in document.sections:
        tables = [block for block in section.blocks if isinstance(block, Table)]
        for table in tables:
            _table(book.create_sheet(_name(book, table.sheet)), table, table.caption or section.heading)
        lines = [block for block in section.blocks if isinstance(block, LineChart)]
        if lines:
            _charts(
                book.create_sheet(_name(book, word("summary.x_charts", document.lang))), lines, document.lang
            )
    book.properties.creator = "llplan"
    book.properties.title = document.name or document.title
    written = BytesIO()
    book.save(written)
    return sealed(written.getvalue())


def _sentences(sheet: Worksheet, document: Document) -> None:
    from openpyxl.styles import Alignment

    sheet.column_dimensions["A"].width = 76  # as wide as a page of A4, whatever the font
    titles = (document.kind, document.title, document.when)
    lines = [*((text, True) for text in titles if text), *_said(document.head)]
    for section in document.sections:
        lines += [(section.heading, True), *_said(section.blocks)]
    lines += _said(document.foot)
    for number, (text, bold) in enumerate(lines, start=1):
        _put(sheet, number, 1, text, bold=bold)
        sheet.cell(number, 1).alignment = Alignment(wrap_text=True, vertical="top")
        # Not every program makes a row as high as its wrapped text by itself.
        sheet.row_dimensions[number].height = LINE * max(1, ceil(len(text) / SIGNS_IN_LINE))
    _fit(sheet, "portrait")


def _said(blocks: Iterable[Block]) -> Iterator[tuple[str, bool]]:
    """Yield the sentences of blocks, and whether each is a heading."""
    for block in blocks:
        match block:
            case Paragraph(text):
                yield text, False
            case Box(title, lines):
                yield title, True
                yield from ((text, False) for text in lines)


def _table(sheet: Worksheet, table: Table, caption: str) -> None:
    from openpyxl.styles import Alignment, PatternFill

    _put(sheet, 1, 1, caption, bold=True)
    for number, column in enumerate(table.columns, start=1):
        _put(sheet, 2, number, column.header, bold=True)
        head = sheet.cell(2, number)
        head.alignment = Alignment(wrap_text=True, vertical="top")
        head.fill = PatternFill("solid", fgColor="E8EEF5")
        sheet.column_dimensions[head.column_letter].width = max(12, column.share)
    for row_number, row in enumerate(table.rows, start=3):
        for number, cell in enumerate(row.cells, start=1):
            _cell(sheet, row_number, number, cell, bold=len(row.cells) == 1)
            wrap = Alignment(
                wrap_text=len(row.cells) > 1, vertical="top", horizontal=table.columns[number - 1].align
            )
            sheet.cell(row_number, number).alignment = wrap
    sheet.freeze_panes = "B3"
    sheet.print_title_rows = "2:2"
    _fit(sheet, "landscape")


def _fit(sheet: Worksheet, orientation: Literal["portrait", "landscape"]) -> None:
    """Let a sheet be printed as wide as a page of A4."""
    sheet.page_setup.orientation, sheet.page_setup.paperSize = orientation, 9
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True


def _cell(sheet: Worksheet, row: int, col: int, cell: TableCell, *, bold: bool) -> None:
    if cell.number is None:
        _put(sheet, row, col, cell.text, bold=bold)
        return
    made = sheet.cell(row, col, cell.number)
    made.number_format = FORMS.get(cell.form, "General") + (f'"{cell.tail}"' if cell.tail else "")


def _put(sheet: Worksheet, row: int, col: int, text: str, *, bold: bool = False) -> None:
    """Write text as text: nothing in it is a formula."""
    from openpyxl.styles import Font

    cell = sheet.cell(row, col)
    cell.value = visible(text)
    cell.data_type = "s"
    if bold:
        cell.font = Font(bold=True)


def _charts(sheet: Worksheet, lines: list[LineChart], lang: Lang) -> None:
    """Write the figures of every chart in columns, and the charts above each other beside them."""
    from openpyxl.chart import LineChart as Drawing
    from openpyxl.chart import Reference

    row = 1
    for number, chart in enumerate(lines):
        years = sorted({point.year for point in (*chart.points, *chart.path)})
        heads = (chart.title, word("summary.g_value", lang), word("summary.g_path", lang))
        for col, text in enumerate(heads, start=1):
            _put(sheet, row, col, text, bold=True)
        for offset, year in enumerate(years, start=1):
            _put(sheet, row + offset, 1, str(year))
            for col, points in ((2, chart.points), (3, chart.path)):
                size = next((point.size for point in points if point.year == year), None)
                cell = sheet.cell(row + offset, col, size)
                cell.number_format = FORMS["percent" if chart.percent else "decimal"]
        drawn = Drawing()
        drawn.title = visible(chart.title)
        drawn.height, drawn.width = 7.2, 15
        drawn.add_data(Reference(sheet, 2, row, 3, row + len(years)), titles_from_data=True)
        drawn.set_categories(Reference(sheet, 1, row + 1, 1, row + len(years)))
        drawn.dispBlanksAs = "span"
        axis = scale(sizes_of(chart))
        drawn.y_axis.scaling.min, drawn.y_axis.scaling.max = axis.low, axis.high
        drawn.x_axis.delete = drawn.y_axis.delete = False
        place = f"{'EN'[number % CHARTS_IN_ROW]}{1 + CHART_ROWS * (number // CHARTS_IN_ROW)}"
        sheet.add_chart(drawn, place)
        row += len(years) + 2
    sheet.column_dimensions["A"].width = 60


def _name(book: Workbook, wanted: str) -> str:
    """Return a name that no sheet has, of at most 31 characters."""
    plain = _NOT_IN_NAMES.sub(" ", visible(wanted)).strip("' ") or "1"
    if len(plain) > LONGEST_NAME:
        # What a plan calls a kind of unit may be long: it is cut behind a word.
        plain = (plain[: LONGEST_NAME + 1].rpartition(" ")[0] or plain)[:LONGEST_NAME]
    number, name = 1, plain
    taken = {sheet.title.lower() for sheet in book.worksheets}
    while name.lower() in taken:
        number += 1
        name = f"{plain[: LONGEST_NAME - 4]} {number}"
    return name
