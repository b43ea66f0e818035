"""Cells that the file itself has damaged, and the blank cells that programs leave behind."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from lifelong_learning.catalogue import message
from lifelong_learning.model.submission import INVALID
from lifelong_learning.submission.file import read_workbook
from lifelong_learning.submission.source.grid import Grid, transposed
from lifelong_learning.submission.source.parts import SheetPart

if TYPE_CHECKING:
    from lifelong_learning.model.plan import Plan
    from lifelong_learning.submission.source.grid import CellValue

HEAD: list[CellValue] = ["unit_code", "unit_name", "level", "year", "library_visits"]
ROW: list[CellValue] = ["02", "Thư viện tỉnh", "Tỉnh", 2020.0, 7.0]


class Book:
    """A workbook of one sheet that was never a file."""

    path, sha256 = "a.xlsx", "0"
    sheets = (SheetPart("Libraries", False, "xl/worksheets/sheet1.xml"),)

    def __init__(self, grid: Grid) -> None:
        self._grid = grid

    def grid(self, _: str, *, plainly: bool = False) -> Grid:
        """Return the only sheet."""
        return self._grid


@pytest.mark.parametrize(
    ("reason", "code", "text"),
    [
        (
            "shared_string", "CE202",
            "The file is damaged here: the cell points at a text that is not in it.",
        ),
        ("twice", "CE202", "The file is damaged here: it holds this cell twice."),
        ("not_finite", "CE204", "The cell holds infinity or no number at all."),
        (
            "boolean", "CE202",
            "The file is damaged here: the cell is meant to be TRUE or FALSE and holds “7”.",
        ),
        (
            "moment", "CE210",
            "The cell is formatted as a date or a time, and 7 is beyond every date and time.",
        ),
    ],
)  # fmt: skip
def test_damaged_cell_is_taken_out(plan: Plan, reason: str, code: str, text: str) -> None:
    """The value of a damaged cell is not used, whatever the reader made of it."""
    part = read_workbook(Book(Grid("Libraries", transposed([HEAD, ROW]), broken={(2, 5): reason})), plan)  # type: ignore[arg-type]
    assert list(part.sheets[0].table.measures["library_visits"]) == [INVALID]
    assert [(f.code, f.cell, f.unit, message(f, "en")) for f in part.findings] == [(code, "E2", "02", text)]


def test_blank_rows_and_errors_under_the_table_are_passed_over(plan: Plan) -> None:
    """Rows without code, year and figure are none of the table's, formulas that failed in them included."""
    blank: list[CellValue] = [""] * 5
    rows = [HEAD, blank, ROW, blank, ["03", *ROW[1:]], blank, blank]
    grid = Grid("Libraries", transposed(rows), errors={(6, 5): "#DIV/0!"}, unstored=frozenset({(7, 5)}))
    part = read_workbook(Book(grid), plan)  # type: ignore[arg-type]
    assert part.sheets[0].table.code == ["02", "03"]
    assert list(part.findings) == []


def test_code_without_a_value_names_the_row(plan: Plan) -> None:
    """A row whose code is a formula without a value is named once and not used."""
    rows = transposed([HEAD, ["", "", "", "", "x"], ROW])
    grid = Grid("Libraries", rows, unstored=frozenset({(2, 1), (2, 4)}))
    part = read_workbook(Book(grid), plan)  # type: ignore[arg-type]
    assert part.sheets[0].table.code == ["02"]
    assert [(f.code, f.cell, f.unit) for f in part.findings] == [("CE205", "A2", None)]


def test_a_unit_whose_note_says_total_is_no_total(plan: Plan) -> None:
    """A row with a code but a period that cannot be read is named for its period, whatever its note says."""
    head = [*HEAD, "Period", "Note"]
    rows = transposed([head, [*ROW, "", ""], ["03", *ROW[1:], "quý", "Total"]])
    part = read_workbook(Book(Grid("Libraries", rows)), plan)  # type: ignore[arg-type]
    assert part.sheets[0].table.code == ["02"]
    assert [(f.code, f.cell, f.unit) for f in part.findings] == [("CE209", "F3", "03")]
