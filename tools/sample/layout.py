"""What the data workbooks have in common: title rows, a styled header, a guide sheet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sample.xlsx import Choices, Sheet, Value, letters

if TYPE_CHECKING:
    from collections.abc import Sequence

GUIDE_SHEET = "Hướng dẫn"


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a sheet: its header, the style of its cells, its width, whether it identifies the row."""

    id: str
    header: str
    style: str
    width: float
    identity: bool = False
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Titles:
    """The rows above the header: what the sheet is, whether it is real, and where it comes from."""

    title: str
    status: str
    source: str


def data_sheet(
    name: str, titles: Titles, columns: Sequence[Column], rows: Sequence[dict[str, Value]], *, index_row: bool
) -> Sheet:
    """Return a sheet with title rows, header and rows; `index_row` adds the numbers that forms print."""
    header = 5
    first = header + 1 + index_row
    sheet = Sheet(name, [column.width for column in columns])
    for number, (text, style) in enumerate(
        [(titles.title, "title"), (titles.status, "alarm"), (titles.source, "remark")], start=1
    ):
        sheet.put(number, 1, text, style)
    sheet.heights[header] = 96.0
    for at, column in enumerate(columns, start=1):
        sheet.put(header, at, column.header, "identity_header" if column.identity else "measure_header")
        if index_row:
            sheet.put(header + 1, at, letters(at) if column.identity else at, "index")
    for number, row in enumerate(rows, start=first):
        for at, column in enumerate(columns, start=1):
            sheet.put(number, at, row.get(column.id), column.style)
    sheet.frozen_rows = first - 1
    sheet.frozen_columns = 2
    last = first + len(rows) - 1
    offered: dict[tuple[str, ...], list[int]] = {}
    for at, column in enumerate(columns, start=1):
        if column.choices:
            offered.setdefault(column.choices, []).append(at)
    sheet.choices = [Choices(tuple(found), (first, last), values) for values, found in offered.items()]
    return sheet


def guide_sheet(title: str, status: str, lines: Sequence[tuple[str, str]]) -> Sheet:
    """Return the sheet that says what the workbook is; the reader passes it over."""
    sheet = Sheet(GUIDE_SHEET, [30.0, 110.0])
    sheet.put(1, 1, title, "title")
    sheet.put(2, 1, status, "alarm")
    for number, (key, text) in enumerate(lines, start=4):
        sheet.put(number, 1, key, "guide_key")
        sheet.put(number, 2, text, "guide_text")
        sheet.heights[number] = 15.75 * (1 + len(text) // 105)
    return sheet
