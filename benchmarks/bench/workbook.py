"""A workbook of generated rows, written in one of several ways; the ordinary one shares its texts."""

from __future__ import annotations

import datetime as dt
import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, NamedTuple

import xlsxwriter

from bench.layout import NO, YES

if TYPE_CHECKING:
    from collections.abc import Iterable

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


WRITERS = ("shared", "inline", "openpyxl", "formats", "booleans", "sums", "formulas", "rich", "decorated")
"""Ways of writing the same figures: texts shared or in their cells by XlsxWriter, by openpyxl as it goes,
with formats of cells, yes and no as booleans, two columns of sums behind the table, a tenth of the counts
as formulas, names in runs of two fonts, under a title merged over the table and above a signature."""


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
        top = self._title(sheet, layout, size) if self._way == "decorated" else 0
        for position, column in enumerate(layout.columns):
            sheet.write_string(top, position, column.label)
        for number, row in zip(range(top + 1, top + size + 1), rows, strict=True):
            for position, value in enumerate(row):
                self._write(sheet, number, position, value)
            if self._way == "sums":
                counts = [value for value in row[6:] if isinstance(value, int)]
                for beside in (0, 1):
                    stored = sum(counts[beside::2])
                    sheet.write_formula(number, len(row) + beside, f"=SUM(G{number}:Z{number})", None, stored)

    def _title(self, sheet: Any, layout: SheetLayout, size: int) -> int:
        """Write what clerks put above and below a table of so many rows; return the rows above it."""
        last = len(layout.columns) - 1
        sheet.merge_range(0, 0, 0, last, f"BIỂU SỐ LIỆU: {layout.name.upper()}", self._bold)
        sheet.merge_range(1, 0, 1, last, "Đơn vị tính: lượt, người", self._text)
        sheet.write_string(size + 4, last, "NGƯỜI LẬP BIỂU")
        return 2

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


class ResavedWriter(Writer):
    """The same, saved again by LibreOffice."""

    def __init__(self, path: Path) -> None:
        """Begin the file that LibreOffice will save at `path`."""
        self._path, self._first = path, path.with_name(f"first-{path.name}")
        super().__init__(self._first)

    def close(self) -> None:
        """Write the file."""
        super().close()
        with TemporaryDirectory() as folder:
            profile = f"-env:UserInstallation={(Path(folder) / 'profile').as_uri()}"
            asked = ("--headless", profile, "--convert-to", "xlsx", "--outdir", folder, str(self._first))
            subprocess.run(["soffice", *asked], check=True, capture_output=True)
            shutil.move(Path(folder) / self._first.with_suffix(".xlsx").name, self._path)
        self._first.unlink()


def ways(size: str) -> tuple[str, ...]:
    """Return the ways in which a size is written: by LibreOffice too where it is installed, but for L, which
    takes it minutes."""
    resaved = size != "L" and shutil.which("soffice") is not None
    return (*WRITERS, "libreoffice") if resaved else WRITERS


def writer(path: Path, way: str = "shared") -> Writer | StreamingWriter:
    """Begin a workbook in one of the ways."""
    if way == "libreoffice":
        return ResavedWriter(path)
    return StreamingWriter(path) if way == "openpyxl" else Writer(path, way)
