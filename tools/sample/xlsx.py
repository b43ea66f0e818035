"""A workbook that is drafted sheet by sheet and written by XlsxWriter: the same draft gives the same bytes.

Its parts are stored uncompressed, because compressed bytes differ between builds of zlib.
"""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import xlsxwriter
from xlsxwriter.utility import xl_col_to_name, xl_rowcol_to_cell

from sample.styles import STYLES

if TYPE_CHECKING:
    from pathlib import Path

FIXED_TIME = dt.datetime(2026, 1, 1)
ZIP_TIME = (2026, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula with the value that the program stored for it; None where nothing was stored."""

    text: str
    stored: int | float | None = None


@dataclass(frozen=True, slots=True)
class ErrorValue:
    """A cell in which the spreadsheet program shows an error, with the formula that led to it."""

    shown: str
    formula: str


Value = int | float | str | Formula | ErrorValue | None


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: its value and the name of its style."""

    value: Value
    style: str = "plain"


@dataclass(frozen=True, slots=True)
class Choices:
    """A list of permitted values, offered in columns (1-based) from one row to another."""

    columns: tuple[int, ...]
    rows: tuple[int, int]
    values: tuple[str, ...]


@dataclass(slots=True)
class Sheet:
    """One sheet. `rows` maps 1-based rows to their cells, by 1-based column."""

    name: str
    widths: list[float]
    rows: dict[int, dict[int, Cell]] = field(default_factory=dict)
    heights: dict[int, float] = field(default_factory=dict)
    frozen_rows: int = 0
    frozen_columns: int = 0
    choices: list[Choices] = field(default_factory=list)

    def put(self, row: int, column: int, value: Value, style: str = "plain") -> None:
        """Set one cell; a blank one is left out of the file."""
        if value is not None:
            self.rows.setdefault(row, {})[column] = Cell(value, style)


@dataclass(frozen=True, slots=True)
class Properties:
    """What the file says about itself in its document properties."""

    title: str
    subject: str
    description: str
    keywords: str


def letters(column: int) -> str:
    """Return the letters of a 1-based column."""
    return str(xl_col_to_name(column - 1))


def address(row: int, column: int) -> str:
    """Return the A1 address of a 1-based row and column."""
    return str(xl_rowcol_to_cell(row - 1, column - 1))


def write(path: Path, sheets: list[Sheet], properties: Properties) -> None:
    """Write the workbook to the path, replacing what is there."""
    written = io.BytesIO()
    book = xlsxwriter.Workbook(written, {"in_memory": True, "default_format_properties": STYLES["plain"]})
    about = {name: getattr(properties, name) for name in ("title", "subject", "keywords")}
    book.set_properties(
        {**about, "comments": properties.description, "author": "llplan", "created": FIXED_TIME}
    )
    formats = {name: book.add_format(style) for name, style in STYLES.items()}
    for sheet in sheets:
        _write_sheet(book.add_worksheet(sheet.name), sheet, formats)
    book.close()
    path.write_bytes(_stored(written))


def _write_sheet(raw: Any, sheet: Sheet, formats: dict[str, Any]) -> None:
    raw.hide_gridlines(2)
    for column, width in enumerate(sheet.widths):
        raw.set_column(column, column, width)
    for number, height in sheet.heights.items():
        raw.set_row(number - 1, height)
    for number, cells in sheet.rows.items():
        for column, cell in cells.items():
            _write_cell(raw, (number - 1, column - 1), cell.value, formats[cell.style])
    if sheet.frozen_rows:
        raw.freeze_panes(sheet.frozen_rows, sheet.frozen_columns)
    for choice in sheet.choices:
        rule: dict[str, Any] = {"validate": "list", "source": list(choice.values)}
        rule |= {"error_type": "warning", "show_input": False}
        top, bottom = (row - 1 for row in choice.rows)
        first, *others = [(top, column - 1, bottom, column - 1) for column in choice.columns]
        raw.data_validation(*first, rule | {"other_cells": others})
    raw.set_paper(9)
    raw.set_landscape()
    raw.fit_to_pages(1, 0)
    raw.set_margins(0.4, 0.4, 0.5, 0.5)


def _write_cell(raw: Any, at: tuple[int, int], value: Value, style: Any) -> None:
    match value:
        case str() as text:
            raw.write_string(*at, text, style)
        case Formula(text, stored):
            raw.write_formula(*at, f"={text}", style, "" if stored is None else stored)
        case ErrorValue(shown, formula):
            raw.write_formula(*at, f"={formula}", style, shown)
        case number:
            raw.write_number(*at, number, style)


def _stored(package: io.BytesIO) -> bytes:
    """Return the package with its parts uncompressed."""
    target = io.BytesIO()
    with zipfile.ZipFile(package) as packed, zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        for name in packed.namelist():
            entry = zipfile.ZipInfo(name, ZIP_TIME)
            entry.create_system = 3
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, packed.read(name))
    return target.getvalue()
