"""Sheets of other names: a large one is read only as far as a header can stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from lifelong_learning.plan import load_plan
from lifelong_learning.submission.file import FileReading, read_file
from lifelong_learning.submission.source.elements import Limits
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

    def grid(book: Workbook, name: str, *, plainly: bool = False) -> object:
        names.append(name)
        return read(book, name, plainly=plainly)

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


def _aside(hostile: ModuleType, *names: str) -> bytes:
    """A workbook whose sheets are read element by element; all but “Thư viện” have 90,000 blank cells."""
    blank = '<c r="A1" t="d"/>' * 90_000
    content = hostile.parts(sheets=len(names))
    for number, name in enumerate(names, 1):
        rows = _row(1, HEAD) + _row(2, UNIT) if name == "Thư viện" else ""
        body = f'<row r="3"><c r="A3" t="d"/>{"" if rows else blank}</row>'
        content["xl/workbook.xml"] = content["xl/workbook.xml"].replace(f'"S{number}"', f'"{name}"')
        content[f"xl/worksheets/sheet{number}.xml"] = (
            hostile.sheet().split('<row r="1">', maxsplit=1)[0] + rows + body + "</sheetData></worksheet>"
        )
    data: bytes = hostile.packed(content)
    return data


@pytest.mark.parametrize("jobs", [1, 2])
def test_the_forms_sheets_come_first_where_elements_are_counted(
    hostile: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, jobs: int
) -> None:
    """Of all sheets that are read element by element so many elements are read: the form's own come first,
    whatever their place, and what is said is the same side by side."""
    monkeypatch.setattr("lifelong_learning.submission.file._WORTH_FORKING", 1)
    path = tmp_path / "aside.xlsx"
    path.write_bytes(_aside(hostile, "Khác", "Nháp", "Thư viện"))
    found = read_file(str(path), PLAN, Limits(cells=1_000), jobs)
    assert [sheet.table.code for sheet in found.sheets] == [["02"]]
    passed = [(one.sheet, one.code, one.variant) for one in found.findings.singles if one.code == "SH106"]
    assert passed == [("Khác", "SH106", ""), ("Nháp", "SH106", "unread")]


def test_a_form_of_too_many_elements_is_refused(hostile: ModuleType, tmp_path: Path) -> None:
    """A sheet of the form's own name that is beyond what is left is an error that says why."""
    path = tmp_path / "aside.xlsx"
    path.write_bytes(_aside(hostile, "Bảo tàng", "Nhà văn hóa, câu lạc bộ", "Thư viện"))
    found = read_file(str(path), PLAN, Limits(cells=1_000))
    refused = [(one.sheet, one.code, one.variant) for one in found.findings.singles]
    assert ("Nhà văn hóa, câu lạc bộ", "WB003", "elements") in refused
