"""Workbooks and registers made from plain rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

Rows = "Sequence[Sequence[object]]"


@pytest.fixture
def workbook(tmp_path: Path) -> Callable[..., Path]:
    """Return a function that writes one sheet of rows, the first of them the header."""

    def write(sheet: str, rows: Sequence[Sequence[object]], name: str = "data.xlsx") -> Path:
        import openpyxl

        book = openpyxl.Workbook()
        page = book.worksheets[0]
        page.title = sheet
        for row in rows:
            page.append(list(row))
        book.save(tmp_path / name)
        return tmp_path / name

    return write


@pytest.fixture
def register(tmp_path: Path) -> Callable[..., Path]:
    """Return a function that writes a register of libraries: code, level, district, from, to, successor."""

    def write(rows: Sequence[Sequence[object]]) -> Path:
        path = tmp_path / "units.csv"
        lines = ["kind,unit_code,level,district,valid_from,valid_to,successor,unit_name"]
        for row in rows:
            lines.append(
                ",".join(["library", *("" if cell is None else str(cell) for cell in row), "Thư viện"])
            )
        path.write_text("\n".join(lines) + "\n", "utf-8")
        return path

    return write
