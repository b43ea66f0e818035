"""Many workbooks as one submission: what cannot be read is named, everything else is judged."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import openpyxl

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Ran

HEADER = ["Unit code", "Unit name", "Level", "District", "Year", "Library visits", "Free internet access"]


def _workbook(path: Path, number: int, header: list[str]) -> None:
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Libraries")
    sheet.append(header)
    for year, visits in ((2020, 1000 + number), (2024, 1700 + number)):
        sheet.append([f"{number:03}", f"Library {number}", "Commune", "Đồng Văn", year, visits, "yes"])
    book.save(path)


def test_two_bad_ones_among_two_hundred(llplan: Callable[..., Ran], tmp_path: Path) -> None:
    """Of 200 workbooks one is damaged and one has a bad header: the two are named, 198 are judged."""
    folder = tmp_path / "district"
    folder.mkdir()
    for number in range(200):
        header = [*HEADER[:4], "Yaer", *HEADER[5:]] if number == 77 else HEADER
        _workbook(folder / f"{number:03}.xlsx", number, header)
    damaged = folder / "123.xlsx"
    damaged.write_bytes(damaged.read_bytes()[:900])

    checked = llplan("check", folder, "--format", "json")
    report = json.loads(checked.out)
    errors = [finding for finding in report["findings"] if finding["severity"] == "error"]
    assert checked.code == 1
    assert [(e["code"], e["file"].rsplit("/", 1)[-1]) for e in errors] == [
        ("SH105", "077.xlsx"),
        ("WB001", "123.xlsx"),
    ]
    assert "“Year”" in errors[0]["message"]
    evaluated = json.loads(llplan("evaluate", folder, "--format", "json").out)
    growth = next(g for g in evaluated["groups"] if g["target"] == "library-visits-growth")
    assert (growth["members"], growth["reporting"]) == (198, 198)
    assert len(report["files"]) == 200


def test_every_worker_count_gives_the_same_bytes(llplan: Callable[..., Ran], tmp_path: Path) -> None:
    """However many processes read, the document is the same."""
    for number in range(30):
        _workbook(tmp_path / f"{number:03}.xlsx", number, HEADER)
    runs = {llplan("evaluate", tmp_path, "--format", "json", "--jobs", jobs).out for jobs in (1, 2, 5)}
    assert len(runs) == 1
