"""A document as a workbook: the sentences on one sheet, each table on its own sheet, charts of years."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lifelong_learning.catalogue.safe import visible
from lifelong_learning.catalogue.words import word
from lifelong_learning.model.localised import lines_of
from lifelong_learning.reports.document import drawings
from lifelong_learning.reports.document.blocks import Box, LineChart, Paragraph, Table
from lifelong_learning.reports.document.flow import in_one_flow

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

    from lifelong_learning.model.plan import Lang
    from lifelong_learning.reports.document.blocks import Block, Document, TableCell

FORMS = {"percent": "0.00%", "count": "#,##0", "decimal": "0.00", "amount": "#,##0.0#####"}
CHARTS_IN_ROW, CHART_ROWS, FIRST_CHART = 2, 16, 4
LONGEST_NAME = 31
PAPER_WIDTH = 76
"""Of a column as wide as a page of A4, in signs of the sheet's font."""
LINE, HIGHEST_ROW = 15.0, 400.0
A4 = 9
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\]")


def render(document: Document) -> bytes:
    """Return the workbook; the same content gives the same bytes."""
    from datetime import datetime
    from io import BytesIO

    from xlsxwriter import Workbook

    written = BytesIO()
    book = Workbook(written, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    document = in_one_flow(document)
    title = document.name or document.title
    book.set_properties({"author": "llplan", "title": title[:255], "created": datetime(1980, 1, 1)})
    sheets = _Sheets(book)
    _sentences(sheets, sheets.add((document.kind or document.title).capitalize()), document)
    for section in document.sections:
        for block in section.blocks:
            if isinstance(block, Table):
                _table(sheets, sheets.add(block.sheet), block, block.caption or section.heading)
        lines = [block for block in section.blocks if isinstance(block, LineChart)]
        if lines:
            _charts(book, sheets.add(word("summary.x_charts", document.lang)), lines, document.lang)
    book.close()
    return written.getvalue()


class _Sheets:
    """Adds sheets with names that no other has, and formats once each."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._formats: dict[tuple[tuple[str, object], ...], Format] = {}

    def add(self, wanted: str) -> Worksheet:
        """Return a new sheet; its name has at most 31 characters."""
        plain = _NOT_IN_NAMES.sub(" ", visible(wanted)).strip("' ") or "1"
        if len(plain) > LONGEST_NAME:
            # What a plan calls a kind of unit may be long: it is cut behind a word.
            plain = (plain[: LONGEST_NAME + 1].rpartition(" ")[0] or plain)[:LONGEST_NAME]
        number, name = 1, plain
        taken = {sheet.get_name().lower() for sheet in self._book.worksheets()}
        while name.lower() in taken:
            number += 1
            name = f"{plain[: LONGEST_NAME - 4]} {number}"
        return self._book.add_worksheet(name)

    def look(self, **properties: object) -> Format:
        """Return a format of a cell."""
        key = tuple(sorted(properties.items()))
        if key not in self._formats:
            self._formats[key] = self._book.add_format({"valign": "top", **properties})
        return self._formats[key]


def _sentences(sheets: _Sheets, sheet: Worksheet, document: Document) -> None:
    titles = (document.kind, document.title, document.when)
    lines = [*_said(document.above), *((text, True) for text in titles if text), *_said(document.head)]
    for section in document.sections:
        lines += [*(((section.heading, True),) if section.heading else ()), *_said(section.blocks)]
    lines += _said(document.foot)
    sheet.set_column(0, 0, PAPER_WIDTH)
    for row, (text, bold) in enumerate(lines):
        sheet.set_row(row, _height([(text, PAPER_WIDTH)]))
        sheet.write_string(row, 0, visible(text), sheets.look(bold=bold, text_wrap=True))
    _fit(sheet)


def _said(blocks: Iterable[Block]) -> Iterator[tuple[str, bool]]:
    """Yield the sentences of blocks, and whether each is a heading."""
    for block in blocks:
        match block:
            case Paragraph(text, style):
                yield f"- {text}" if style == "item" else text, style == "strong"
            case Box(title, lines):
                yield title, True
                yield from ((text, False) for text in lines)


def _height(cells: Iterable[tuple[str, float]]) -> float:
    """Return the height of a row whose texts wrap in columns of so many signs: not every program makes a row
    as high as its text by itself."""
    return min(LINE * max([1, *(lines_of(text, width) for text, width in cells)]), HIGHEST_ROW)


def _table(sheets: _Sheets, sheet: Worksheet, table: Table, caption: str) -> None:
    widths = [max(12, column.share) for column in table.columns]
    head = sheets.look(bold=True, text_wrap=True, bg_color="#E8EEF5", border=1)
    sheet.write_string(0, 0, visible(caption), sheets.look(bold=True))
    for number, column in enumerate(table.columns):
        sheet.set_column(number, number, widths[number])
        sheet.write_string(1, number, visible(column.header), head)
    sheet.set_row(
        1, _height((column.header, width - 1) for column, width in zip(table.columns, widths, strict=True))
    )
    for number, row in enumerate(table.rows, start=2):
        if len(row.cells) == 1:
            sheet.write_string(number, 0, visible(row.cells[0].text), sheets.look(bold=True))
            continue
        texts = [(cell.text, width) for cell, width in zip(row.cells, widths, strict=True)]
        sheet.set_row(number, _height(texts))
        for at, (cell, column) in enumerate(zip(row.cells, table.columns, strict=True)):
            _cell(sheets, sheet, (number, at), cell, column.align)
    sheet.freeze_panes(2, 1)
    sheet.repeat_rows(0, 1)
    sheet.set_landscape()
    _fit(sheet)


def _cell(sheets: _Sheets, sheet: Worksheet, place: tuple[int, int], cell: TableCell, align: str) -> None:
    if cell.number is None:
        sheet.write_string(*place, visible(cell.text), sheets.look(text_wrap=True, align=align, border=1))
        return
    form = FORMS.get(cell.form, "General") + worded(cell.tail)
    sheet.write_number(*place, cell.number, sheets.look(num_format=form, align=align, border=1))


def worded(text: str) -> str:
    """Return what stands behind a number as a part of its format."""
    return '"' + visible(text).replace('"', "'") + '"' if text else ""


def _fit(sheet: Worksheet) -> None:
    """Let a sheet be printed as wide as a page of A4."""
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, 0)
    sheet.set_footer("&C&P / &N")


def _charts(book: Workbook, sheet: Worksheet, lines: Sequence[LineChart], lang: Lang) -> None:
    """Write the figures of every chart in columns, and the charts beside them, two in a row."""
    row = 0
    sheet.set_column(0, 0, 60)
    for number, chart in enumerate(lines):
        drawn, rows = drawings.draw(book, sheet, row, chart, lang)
        drawn.set_title({"name": visible(chart.title), "name_font": {"size": 10}})
        drawn.set_size({"width": 560, "height": 290})
        at = (CHART_ROWS * (number // CHARTS_IN_ROW), FIRST_CHART + 9 * (number % CHARTS_IN_ROW))
        sheet.insert_chart(*at, drawn)
        row += rows + 1
    sheet.set_landscape()
    _fit(sheet)
