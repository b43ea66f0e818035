"""Sheets of other names: a large one is read only as far as a header can stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from lifelong_learning.plan import load_plan
from lifelong_learning.submission.file import FileReading, read_file
from lifelong_learning.submission.source.limits import Limits
from lifelong_learning.submission.source.workbook import Workbook

if TYPE_CHECKING:
    from pathlib import Path
    from types import ModuleType

PLAN = load_plan("ha-giang-2030")
HEAD = ("unit_code", "unit_name", "level", "year", "library_visits")
UNIT = ("02", "Thư viện tỉnh", "province", "2024", "900")
HEADER_STANDS_BY = 60


def _row(number: int, texts: tuple[str, ...]) -> str:
    cells = "".join(
        f'<c r="{"ABCDE"[i]}{number}" t="inlineStr"><is><t>{text}</t></is></c>'
        for i, text in enumerate(texts)
    )
    return f'<row r="{number}">{cells}</row>'


def _read(hostile: ModuleType, tmp_path: Path, header_at: int | None, rows: int = 12_000) -> FileReading:
    """Read a workbook whose one sheet, “S1”, has so many rows and perhaps a header and a unit among them."""
    written = {header_at: HEAD, header_at + 1: UNIT} if header_at else {}
    body = "".join(_row(n, written.get(n, ("x", "y", "z", "7", "8"))) for n in range(1, rows))
    path = tmp_path / "other.xlsx"
    path.write_bytes(hostile.book(hostile.sheet().replace("</sheetData>", body + "</sheetData>").replace(
        '<row r="1"><c r="A1"><v>1</v></c></row>', "")))  # fmt: skip
    return read_file(str(path), PLAN, Limits())


@pytest.fixture
def whole(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the names of the sheets that were read as a whole."""
    names: list[str] = []
    read = Workbook.grid

    def grid(book: Workbook, name: str) -> object:
        names.append(name)
        return read(book, name)

    monkeypatch.setattr(Workbook, "grid", grid)
    return names


@pytest.mark.parametrize("header_at", [None, 200, 6000])
def test_where_no_header_can_stand_the_rest_is_not_read(
    hostile: ModuleType, tmp_path: Path, whole: list[str], header_at: int | None
) -> None:
    """A header further down than one is looked for counts for nothing, as in a sheet that is read whole."""
    found = _read(hostile, tmp_path, header_at)
    assert [one.code for one in found.findings.singles] == ["SH101"]
    assert whole == []


@pytest.mark.parametrize("header_at", [1, HEADER_STANDS_BY])
def test_a_header_at_the_beginning_has_the_sheet_read(
    hostile: ModuleType, tmp_path: Path, whole: list[str], header_at: int
) -> None:
    """As one of the kind that its columns fit."""
    found = _read(hostile, tmp_path, header_at)
    assert next(one.code for one in found.findings.singles if one.code.startswith("SH1")) == "SH107"
    assert whole == ["S1"]
    assert [sheet.table.code[0] for sheet in found.sheets] == ["02"]


def test_a_small_sheet_is_read_as_a_whole(hostile: ModuleType, tmp_path: Path, whole: list[str]) -> None:
    """To look at its beginning first would cost more."""
    assert [one.code for one in _read(hostile, tmp_path, None, rows=500).findings.singles] == ["SH101"]
    assert whole == ["S1"]
