"""A workbook of generated rows, written in one of several ways; the ordinary one shares its texts."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, NamedTuple

import xlsxwriter

from bench.layout import NO, YES

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from bench.layout import SheetLayout

_CREATED = dt.datetime(2026, 1, 1)


class Formula(NamedTuple):
    """A formula and the value that is stored with it; an empty one is none."""

    text: str
    stored: str


ERROR = Formula("=1/0", "#DIV/0!")
NO_STORED_VALUE = Formula("=SUM(1,2)", "")
FRACTION = 2.5
DATE = dt.date(2024, 1, 1)

Value = int | str | float | dt.date | Formula | None


WRITERS = ("shared", "inline", "openpyxl", "formats", "booleans", "sums", "formulas", "rich")
"""Ways of writing the same figures: texts shared or in their cells by XlsxWriter, by openpyxl as it goes,
with formats of cells, yes and no as booleans, two columns of sums behind the table, a tenth of the counts
as formulas, names in runs of two fonts."""


class Writer:
    """One workbook in the making: sheets one after another, written in one of the ways."""

    def __init__(self, path: Path, way: str = "shared") -> None:
        """Begin the file at `path`."""
        options = {"constant_memory": way == "inline"}
        self._book: Any = xlsxwriter.Workbook(str(path), options)
        self._book.set_properties({"created": _CREATED})
        self._way = way
        self._date = self._book.add_format({"num_format": 14})
        self._count = (
            self._book.add_format({"num_format": "#,##0", "border": 1}) if way == "formats" else None
        )
        self._text = self._book.add_format({"num_format": "@", "border": 1}) if way == "formats" else None
        self._bold = self._book.add_format({"bold": True})

    def add(self, layout: SheetLayout, size: int, rows: Iterable[list[Value]]) -> None:
        """Write one sheet of `size` rows under its header."""
        sheet = self._book.add_worksheet(layout.name)
        for position, column in enumerate(layout.columns):
            sheet.write_string(0, position, column.label)
        for number, row in zip(range(1, size + 1), rows, strict=True):
            for position, value in enumerate(row):
                self._write(sheet, number, position, value)
            if self._way == "sums":
                counts = [value for value in row[6:] if isinstance(value, int)]
                for beside in (0, 1):
                    stored = sum(counts[beside::2])
                    sheet.write_formula(number, len(row) + beside, f"=SUM(G{number}:Z{number})", None, stored)

    def _write(self, sheet: Any, row: int, position: int, value: Value) -> None:
        match value:
            case None:
                return
            case str() if self._way == "booleans" and value in (YES, NO):
                sheet.write_boolean(row, position, value == YES)
            case str() if self._way == "rich" and position == 1 and " " in value:
                first, _, rest = value.partition(" ")
                sheet.write_rich_string(row, position, self._bold, first, f" {rest}")
            case str():
                sheet.write_string(row, position, value, self._text)
            case int() if self._way == "formulas" and position > 5 and (row * 7 + position * 3) % 10 == 0:
                sheet.write_formula(row, position, f"={value}+0", None, value)
            case int() | float():
                sheet.write_number(row, position, value, self._count)
            case Formula(text, stored):
                sheet.write_formula(row, position, text, None, stored)
            case _:
                sheet.write_datetime(row, position, value, self._date)

    def close(self) -> None:
        """Write the file."""
        self._book.close()


class StreamingWriter:
    """The same by openpyxl, row by row."""

    def __init__(self, path: Path) -> None:
        """Begin the file at `path`."""
        import openpyxl

        self._path = path
        self._book = openpyxl.Workbook(write_only=True)

    def add(self, layout: SheetLayout, size: int, rows: Iterable[list[Value]]) -> None:
        """Write one sheet of `size` rows under its header."""
        sheet = self._book.create_sheet(layout.name)
        sheet.append([column.label for column in layout.columns])
        for _, row in zip(range(size), rows, strict=True):
            sheet.append(list(row))

    def close(self) -> None:
        """Write the file."""
        self._book.save(self._path)


def writer(path: Path, way: str = "shared") -> Writer | StreamingWriter:
    """Begin a workbook in one of the ways."""
    return StreamingWriter(path) if way == "openpyxl" else Writer(path, way)
