"""What the units reported that others took over, beside the form of these."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest

from tests.submission.conftest import write_workbook

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Llplan = Callable[..., tuple[int, str, str]]

HEADER = ["unit_code", "unit_name", "level", "district", "year", "library_visits", "active_users"]
EARLIER = [
    HEADER,
    ["01", "Thư viện xã A", "Xã", "Đồng Văn", 2023, 100, 10],
    ["02", "Thư viện xã B", "Xã", "Đồng Văn", 2023, 50, ""],
    ["01", "Thư viện xã A", "Xã", "Đồng Văn", 2024, 110, 12],
    ["02", "Thư viện xã B", "Xã", "Đồng Văn", 2024, 60, 7],
    ["03", "Thư viện xã C", "Xã", "Đồng Văn", 2024, 70, 8],
]
REGISTER = [
    "unit_code,unit_name,kind,level,valid_from,valid_to,successor",
    "01,Thư viện xã A,library,commune,,2025,10",
    "02,Thư viện xã B,library,commune,,2025,10",
    "03,Thư viện xã C,library,commune,,,",
    "10,Thư viện xã mới,library,commune,,,",
]


@pytest.fixture
def form(tmp_path: Path, llplan: Llplan) -> Callable[..., Path]:
    """The form of 2026, filled in from the earlier figures and the register."""
    write_workbook(tmp_path / "earlier.xlsx", {"Libraries": EARLIER})
    (tmp_path / "units.csv").write_text("\n".join(REGISTER), "utf-8")

    def made(*options: str) -> Path:
        told = ("--units", tmp_path / "units.csv", "--from", tmp_path / "earlier.xlsx", "--year", "2026")
        assert llplan("template", *told, "--output", tmp_path / "form.xlsx", *options)[0] == 0
        return tmp_path / "form.xlsx"

    return made


def rows(path: Path, name: str) -> list[tuple[Any, ...]]:
    """Return the rows of a sheet that have anything."""
    sheet = openpyxl.load_workbook(path)[name]
    return [row for row in sheet.iter_rows(values_only=True) if any(cell is not None for cell in row)]


def test_figures_of_those_that_were_taken_over(form: Callable[..., Path]) -> None:
    """Each year of those taken over stands below its heir, with the sum where every one has the figure."""
    title, note, *table = rows(form("--lang", "en"), "Before the mergers")
    assert title[0] == "What the units taken over reported"
    assert note[0].startswith("These are the figures that the units which were taken over reported before")
    heir = "10 Thư viện xã mới"
    assert [row[:6] for row in table] == [
        ("Libraries", None, None, None, None, None),
        ("Now part of", "Unit code", "Unit name", "Year", "Library visits", "Active users (residents)"),
        (heir, "01", "Thư viện xã A", 2023, 100, 10),
        (heir, "02", "Thư viện xã B", 2023, 50, None),
        (heir, None, "Together", 2023, 150, None),
        (heir, "01", "Thư viện xã A", 2024, 110, 12),
        (heir, "02", "Thư viện xã B", 2024, 60, 7),
        (heir, None, "Together", 2024, 170, 19),
    ]


@pytest.mark.parametrize("lang", ["en", "vi"])
def test_the_reader_passes_them_over(
    form: Callable[..., Path], tmp_path: Path, llplan: Llplan, lang: str
) -> None:
    """A form that was filled in has neither figures nor findings of that sheet, and none gets lost by it."""
    path = form("--lang", lang)
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[1]
    heads = {cell.value: cell.column for row in sheet.iter_rows(max_row=6) for cell in row if cell.value}
    visits = heads["Library visits" if lang == "en" else "Số lượt người sử dụng thư viện"]
    for row in sheet.iter_rows(min_row=4):
        if row[0].value in ("03", "10") and 2026 in [cell.value for cell in row]:
            sheet.cell(row[0].row, visits).value = 200
    book.save(path)
    code, out, _ = llplan(
        "check", path, "--units", tmp_path / "units.csv", "--format", "json", "--ignore", "SH112,YR402"
    )
    found = json.loads(out)
    assert (code, found["findings"]) == (0, [])
    assert [(one["rows"], one["units"]) for one in found["files"]] == [(3, 2)]


def test_no_sheet_where_nobody_was_taken_over(form: Callable[..., Path], tmp_path: Path) -> None:
    """A form of units without a past of others has no such sheet."""
    names = openpyxl.load_workbook(form("--unit", "03")).sheetnames
    assert "Before the mergers" not in names
    assert "Before the mergers" in openpyxl.load_workbook(form("--unit", "10", "--force")).sheetnames
