"""Every code of sheets, cells, rows, years and the register has a broken workbook that leads to it.

A case is a YAML file under `tests/broken/CODE/`: workbooks as rows, and the whole list of findings.
"""

from __future__ import annotations

import csv
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml
from openpyxl import load_workbook
from openpyxl.packaging.custom import StringProperty

from lifelong_learning import catalogue
from lifelong_learning.model.submission import MARK_PROPERTY
from lifelong_learning.plan import load_plan
from lifelong_learning.submission import ReadOptions, read_submission

if TYPE_CHECKING:
    from collections.abc import Callable

BROKEN = Path(__file__).parents[1] / "broken"
FAMILIES = ("SH", "CE", "RW", "YR", "RG")
CASES = sorted(path for family in FAMILIES for path in BROKEN.glob(f"{family}*/*.yaml"))


def findings_of(case: dict[str, object], make: Callable[[str, object], str]) -> list[dict[str, object]]:
    """Write the case's workbooks, read them, and return the findings as the YAML writes them."""
    files = [make(name, sheets) for name, sheets in case["files"].items()]  # type: ignore[attr-defined]
    for name, mark in case.get("marks", {}).items():  # type: ignore[attr-defined]
        _mark(Path(name), mark)
    against = [make(name, sheets) for name, sheets in case.get("against", {}).items()]  # type: ignore[attr-defined]
    register = None
    if "register" in case:
        register = "register.csv"
        with Path(register).open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(case["register"])  # type: ignore[arg-type]
    options = ReadOptions(register=register, against=against, **case.get("options", {}))  # type: ignore[arg-type]
    reading = read_submission(files, load_plan(str(case.get("plan", "ha-giang-2030"))), options)
    return [
        {
            "code": found.code, "severity": str(found.severity), "file": found.file, "sheet": found.sheet,
            "cell": found.cell, "header": found.header, "unit": found.unit,
            "message": catalogue.message(found, "en"),
        }
        for found in reading.findings
    ]  # fmt: skip


def _mark(path: Path, mark: str) -> None:
    """Give a workbook the mark of a form."""
    book = load_workbook(path)
    book.custom_doc_props.append(StringProperty(name=MARK_PROPERTY, value=mark))
    book.save(path)


@pytest.mark.parametrize("path", CASES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_broken_workbook(path: Path, make: Callable[[str, object], str]) -> None:
    """A broken workbook leads to exactly the findings that its case lists, each at its place."""
    case = yaml.safe_load(path.read_text("utf-8"))
    found = findings_of(case, make)
    assert found == case["findings"]
    assert path.parent.name in {one["code"] for one in found}


def test_every_code_has_a_case() -> None:
    """No code of these families is without a broken workbook, and no folder without a code."""
    codes = {code for code in catalogue.entries() if code.startswith(FAMILIES)}
    assert {path.parent.name for path in CASES} == codes


def test_every_wording_has_a_case() -> None:
    """Every wording is said in one of the cases, but those of cells that the file has damaged and of a sheet
    that cannot be read, which have tests of their own."""
    damaged = {
        ("CE202", "shared_string"), ("CE202", "twice"), ("CE202", "boolean"), ("CE204", "not_finite"),
        ("CE210", "moment"), ("SH106", "unread"),
    }  # fmt: skip
    wanted = {
        (code, variant)
        for code, entry in catalogue.entries().items()
        if code.startswith(FAMILIES)
        for variant in entry.variants
    }
    cases = {(path.parent.name, yaml.safe_load(path.read_text("utf-8")).get("variant", "")) for path in CASES}
    assert wanted - damaged == cases
