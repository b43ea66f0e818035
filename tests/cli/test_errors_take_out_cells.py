"""An error takes out its cell, never the row or the run."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import openpyxl

from lifelong_learning.plan import load_plan
from tests.cli.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Ran

SAMPLE = ROOT / "data" / "ha-giang-2024.xlsx"


def test_one_bad_cell_in_each_column(llplan: Callable[..., Ran], tmp_path: Path) -> None:
    """With one bad cell in every measure column of the evaluated year, each in a row of its own where
    there are rows enough, every result that does not need a bad cell is as it was."""
    plan = load_plan("ha-giang-2030")
    bad = _spoil(tmp_path / "bad.xlsx")
    sound = json.loads(llplan("evaluate", SAMPLE, "--format", "json", "--inputs").out)
    spoilt_run = llplan("evaluate", tmp_path / "bad.xlsx", "--format", "json", "--inputs")
    spoilt = json.loads(spoilt_run.out)
    assert spoilt_run.code == 1
    assert spoilt["findings"]["error"] == len(bad)
    assert len(bad) >= len(plan.measures)
    for before, after in zip(sound["units"], spoilt["units"], strict=True):
        for old, new in zip(before["results"], after["results"], strict=True):
            used = {(cell["sheet"], cell["cell"]) for cell in old.pop("inputs")}
            new.pop("inputs")
            if not used & bad:
                assert old == new, (before["code"], old["target"])


def _spoil(path: Path) -> set[tuple[str, str]]:
    """Write the sample with "12 triệu" in one cell of every measure column and return these cells."""
    book = openpyxl.load_workbook(SAMPLE)
    bad = set()
    for sheet in book.worksheets[1:]:
        header = next(row for row in sheet.iter_rows() if row[0].value == "Mã đơn vị")
        identity = {"Mã đơn vị", "Tên đơn vị", "Cấp", "Huyện, thành phố", "Khu vực", "Năm", "Kỳ báo cáo"}
        measures = [cell for cell in header if cell.value not in (None, "Giải trình", *identity)]
        year = next(cell.column for cell in header if cell.value == "Năm")
        rows = [
            row[0].row
            for row in sheet.iter_rows(min_row=header[0].row + 1)
            if row[year - 1].value == 2024 and "6 tháng" not in str(row[year].value)
        ]
        for number, column in enumerate(measures):
            cell = sheet.cell(rows[number % len(rows)], column.column)
            cell.value = "12 triệu"
            bad.add((sheet.title, cell.coordinate))
    book.save(path)
    return bad
