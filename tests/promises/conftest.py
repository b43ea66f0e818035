"""Workbooks made from plain rows, and the command line run in this process on them."""

from __future__ import annotations

import json
import os
import re
import zipfile
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

from lifelong_learning.cli.main import run

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

Row = dict[str, Any]


class Ran(NamedTuple):
    """What a run left: its exit code and what it wrote."""

    code: int
    out: bytes
    err: str

    @property
    def doc(self) -> Any:
        """Return the JSON that was written."""
        return json.loads(self.out)

    @property
    def brief(self) -> list[tuple[str, str, str | None]]:
        """Return code, severity and cell of each finding, in the order of the document."""
        return [(f["code"], f["severity"], f["cell"]) for f in self.doc["findings"]]

    @property
    def faults(self) -> list[tuple[str, str, str | None]]:
        """Return the findings without those that merely inform."""
        return [found for found in self.brief if found[1] != "info"]

    def unit(self, code: str, kind: str | None = None) -> Any:
        """Return the one unit of a code."""
        (found,) = [u for u in self.doc["units"] if u["code"] == code and kind in (None, u["kind"])]
        return found

    def result(self, code: str, target: str) -> Any:
        """Return a unit's one result for a target."""
        (found,) = [r for r in self.unit(code)["results"] if r["target"] == target]
        return found

    def group(self, target: str, district: str | None = None, **scope: str) -> Any:
        """Return the one group of a target and a scope."""
        (found,) = [
            g
            for g in self.doc["groups"]
            if (g["target"], g["district"], g["scope"]) == (target, district, scope)
        ]
        return found

    def read(self, code: str, measure: str, year: int = 2024) -> Any:
        """Return the value that a unit's results say they have of a measure, which needs `--inputs`."""
        values = [
            i["value"]
            for r in self.unit(code)["results"]
            for i in r["inputs"]
            if (i["measure"], i["year"]) == (measure, year)
        ]
        assert values, f"no result of {code} has {measure} of {year} among its inputs"
        assert all(value == values[0] for value in values)
        return values[0]


class Bench:
    """A folder in which workbooks are made and commands are run."""

    def __init__(self, folder: Path, captured: pytest.CaptureFixture[bytes]) -> None:
        self.folder = folder
        self._captured = captured

    def run(self, *arguments: object) -> Ran:
        """Run `llplan` with these arguments."""
        self._captured.readouterr()
        code = run([str(argument) for argument in arguments])
        out, err = self._captured.readouterr()
        return Ran(code, out, err.decode("utf-8"))

    def check(self, *arguments: object) -> Ran:
        """Run `check` for JSON."""
        return self.run("check", *arguments, "--format", "json", "--jobs", 1)

    def evaluate(self, *arguments: object) -> Ran:
        """Run `evaluate` for JSON with every cell that was used."""
        return self.run("evaluate", *arguments, "--format", "json", "--inputs", "--jobs", 1)

    def book(
        self,
        sheets: dict[str, Iterable[Row] | list[list[Any]]],
        name: str = "form.xlsx",
        formats: dict[str, str] | None = None,
        merged: Iterable[str] = (),
        raw: dict[str, str] | None = None,
    ) -> Path:
        """Write a workbook: rows as mappings get a header; `raw` puts XML in place of cells."""
        from openpyxl import Workbook

        book = Workbook()
        book.remove(book.active)
        for title, rows in sheets.items():
            sheet = book.create_sheet(title)
            for row in _lines(list(rows)):
                sheet.append(row)
        first = book.worksheets[0]
        for cell, style in (formats or {}).items():
            first[cell].number_format = style
        for area in merged:
            first.merge_cells(area)
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        book.save(path)
        if raw:
            _put(path, raw)
        return path

    def libraries(self, *rows: Row, **options: Any) -> Path:
        """Write a workbook with one sheet of libraries."""
        return self.book({"Libraries": rows}, **options)


def _lines(rows: list[Any]) -> list[list[Any]]:
    if not rows or isinstance(rows[0], list):
        return rows
    header = list(dict.fromkeys(key for row in rows for key in row))
    return [header, *([row.get(key) for key in header] for row in rows)]


def _put(path: Path, raw: dict[str, str]) -> None:
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    sheet = parts["xl/worksheets/sheet1.xml"].decode("utf-8")
    for cell, xml in raw.items():
        sheet, count = re.subn(rf'<c r="{cell}"[^>]*?(/>|>.*?</c>)', xml.replace("\\", r"\\"), sheet)
        assert count == 1, cell
    parts["xl/worksheets/sheet1.xml"] = sheet.encode("utf-8")
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data)


@pytest.fixture
def bench(
    tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> Bench:
    """Return a folder to make workbooks and run commands in, whatever language the machine speaks."""
    for name in list(os.environ):
        if name.startswith(("LC_", "LANG", "LLPLAN")):
            monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)
    return Bench(tmp_path, capfdbinary)


@pytest.fixture
def library() -> Callable[..., Row]:
    """Return a function that makes the row of a library in a year."""

    def row(code: Any = "024.01", year: Any = 2024, **more: Any) -> Row:
        own = {
            "unit_code": code,
            "unit_name": f"TV {code}",
            "level": "commune",
            "district": "Đồng Văn",
            "year": year,
        }
        return {**own, **more}

    return row


@pytest.fixture
def museum() -> Callable[..., Row]:
    """Return a function that makes the row of a museum of the province in a year."""

    def row(code: Any = "BT", year: Any = 2024, **more: Any) -> Row:
        own = {"unit_code": code, "unit_name": f"BT {code}", "level": "province", "year": year}
        return {**own, **more}

    return row


@pytest.fixture
def house() -> Callable[..., Row]:
    """Return a function that makes the row of a cultural house in a year."""

    def row(code: Any = "024.N1", year: Any = 2024, **more: Any) -> Row:
        own = {
            "unit_code": code,
            "unit_name": f"NVH {code}",
            "level": "commune",
            "district": "Đồng Văn",
            "area": "rural",
            "year": year,
        }
        return {**own, **more}

    return row
