"""Workbooks made from plain lists of rows, and their reading."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from lifelong_learning.plan import load_plan
from lifelong_learning.submission import ReadOptions, read_submission

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from lifelong_learning.model.plan import Plan
    from lifelong_learning.submission import SubmissionReading


def write_workbook(path: Path, sheets: Mapping[str, Any]) -> None:
    """Write sheets of rows; a cell is a value, or {error}, {formula}, {date}, {percent} or {runs}.

    Runs are texts, each alone or in a list with its mark, "struck" or "raised".

    A sheet is a list of rows, or {rows, merges, hidden}.
    """
    import openpyxl

    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, content in sheets.items():
        sheet = book.create_sheet(name)
        described = content if isinstance(content, dict) else {"rows": content}
        for number, row in enumerate(described["rows"], 1):
            for column, value in enumerate(row, 1):
                _fill(sheet.cell(number, column), value)
        for merge in described.get("merges", ()):
            sheet.merge_cells(merge)
        if described.get("hidden"):
            sheet.sheet_state = "hidden"
    path.parent.mkdir(parents=True, exist_ok=True)
    book.save(path)


def _fill(cell: Any, value: Any) -> None:
    if not isinstance(value, dict):
        cell.value = None if value == "" else value
        return
    ((what, content),) = value.items()
    if what == "error":
        cell.value, cell.data_type = content, "e"
    elif what == "date":
        cell.value = date.fromisoformat(str(content))
    elif what == "runs":
        cell.value = _rich(content)
    elif what == "percent":
        cell.value, cell.number_format = content, "0.00%"
    else:
        assert what == "formula"
        cell.value = f"={content}"


def _rich(runs: list[Any]) -> Any:
    from openpyxl.cell.rich_text import CellRichText, TextBlock
    from openpyxl.cell.text import InlineFont

    marks = {"struck": InlineFont(strike=True), "raised": InlineFont(vertAlign="superscript")}
    return CellRichText([run if isinstance(run, str) else TextBlock(marks[run[1]], run[0]) for run in runs])


@pytest.fixture(scope="session")
def plan() -> Plan:
    """The bundled plan to 2030."""
    return load_plan("ha-giang-2030")


@pytest.fixture
def make(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str, Mapping[str, object]], str]:
    """Write a workbook into the working folder and return its name."""
    monkeypatch.chdir(tmp_path)

    def write(name: str, sheets: Mapping[str, object]) -> str:
        write_workbook(tmp_path / name, sheets)
        return name

    return write


@pytest.fixture
def read(make: Callable[[str, Mapping[str, object]], str], plan: Plan) -> Callable[..., SubmissionReading]:
    """Write one workbook and read it."""

    def run(sheets: Mapping[str, object], **options: object) -> SubmissionReading:
        return read_submission([make("a.xlsx", sheets)], plan, ReadOptions(**options))  # type: ignore[arg-type]

    return run
