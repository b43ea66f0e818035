"""A workbook of generated rows, written by XlsxWriter: texts shared as Excel shares them, no clock."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, NamedTuple

import xlsxwriter

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


class Writer:
    """One workbook in the making: sheets one after another."""

    def __init__(self, path: Path) -> None:
        """Begin the file at `path`."""
        self._book: Any = xlsxwriter.Workbook(str(path))
        self._book.set_properties({"created": _CREATED})
        self._date = self._book.add_format({"num_format": 14})

    def add(self, layout: SheetLayout, size: int, rows: Iterable[list[Value]]) -> None:
        """Write one sheet of `size` rows under its header."""
        sheet = self._book.add_worksheet(layout.name)
        for position, column in enumerate(layout.columns):
            sheet.write_string(0, position, column.label)
        for number, row in zip(range(1, size + 1), rows, strict=True):
            for position, value in enumerate(row):
                self._write(sheet, number, position, value)

    def _write(self, sheet: Any, row: int, position: int, value: Value) -> None:
        match value:
            case None:
                return
            case str():
                sheet.write_string(row, position, value)
            case int() | float():
                sheet.write_number(row, position, value)
            case Formula(text, stored):
                sheet.write_formula(row, position, text, None, stored)
            case _:
                sheet.write_datetime(row, position, value, self._date)

    def close(self) -> None:
        """Write the file."""
        self._book.close()
