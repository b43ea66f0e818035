"""What the plain way reads is what is read element by element: real workbooks, drawn and broken ones."""

from __future__ import annotations

import contextlib
import shutil
import subprocess
from datetime import time, timedelta
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING
from xml.parsers import expat

import pytest
from dialects import CHANGES, Change, Written, changed, written
from hypothesis import given, settings
from openpyxl import Workbook
from openpyxl.styles import Font
from python_calamine import CalamineError, CalamineWorkbook
from ways import Seen, book, both, one

from lifelong_learning.submission.source.elements import RefusedError

if TYPE_CHECKING:
    from types import ModuleType

ROOT = Path(__file__).resolve().parents[4]
BOOKS = sorted((ROOT / "data").glob("*.xlsx"))
BROKEN = sorted((ROOT / "tests" / "broken").glob("*/*.xlsx"))
_MALFORMED = ("WB001 xml", "reader ")
_DRAWN = settings(max_examples=500, deadline=None, derandomize=True, database=None)


def _agree(data: bytes) -> int:
    """Compare all sheets of a workbook; return how many were read in the plain way."""
    plain = 0
    with contextlib.suppress(RefusedError):
        for ways in both(data):
            assert not ways.differ, ways
            if ways.plain is not None and isinstance(ways.every, str):
                # The plain way takes no XML apart as a whole; it may be lenient, but not with the limits.
                assert ways.every.startswith(_MALFORMED), ways
            plain += ways.plain is not None
    return plain


@pytest.mark.parametrize("path", BOOKS, ids=lambda path: path.name)
def test_workbooks_of_the_project_are_plain(path: Path) -> None:
    """Every sheet of the bundled workbooks is read in the plain way, and just as in the other."""
    assert _agree(path.read_bytes()) == len(both(path.read_bytes()))


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_broken_workbooks(path: Path) -> None:
    """Workbooks that are refused, or whose cells cannot be trusted, are so in both ways."""
    _agree(path.read_bytes())


def test_hostile_workbooks(hostile: ModuleType) -> None:
    """Workbooks that mean harm end in the same way twice."""
    for name, maker in hostile.MAKERS.items():
        if not name.startswith("bomb-"):
            _agree(maker())


@_DRAWN
@given(written())
def test_drawn_sheets(whole: Written) -> None:
    """Sheets as several programs write them, with cells of all kinds."""
    ways = one(whole.sheet, strings=whole.strings, styles=whole.styles)
    assert not ways.differ, ways
    assert not ways.accepted_alone, ways


@settings(_DRAWN, max_examples=200)
@given(written())
def test_drawn_sheets_as_another_reader_has_them(whole: Written) -> None:
    """Where python-calamine reads a sheet, the cells that hold values are those that it reads.

    A negative number that is shown as a day or a duration is neither: python-calamine has a time of the day
    or a negative duration for it, here it stays the number that it is, so that a negative figure is named as
    such.
    """
    data = book(whole.sheet, strings=whole.strings, styles=whole.styles)
    (ways,) = both(data)
    assert isinstance(ways.every, Seen)
    try:
        sheet = CalamineWorkbook.from_filelike(BytesIO(data)).get_sheet_by_index(0)
        rows = sheet.to_python(skip_empty_area=False)
    except BaseException as fault:
        # It gives up on a sheet for an error value that it does not know and for a duration beyond all
        # that Python has, and panics for a single cell.
        if isinstance(fault, CalamineError | OverflowError) or type(fault).__name__ == "PanicException":
            return
        raise
    cells = {
        (at, col): value
        for at, row in enumerate(rows, start=1)
        for col, value in enumerate(row, start=1)
        if value != ""
    }
    for at, value in ways.every.cells.items():
        if isinstance(value, float) and value < 0 and isinstance(cells.get(at), time | timedelta):
            cells[at] = value
    assert cells == ways.every.cells


@_DRAWN
@given(written(), CHANGES)
def test_drawn_sheets_with_changes(whole: Written, changes: list[Change]) -> None:
    """Tags, attributes and numbers taken out, put in, moved and put in the place of others.

    Nothing is raised but what refuses a workbook, and what is XML still is read the same in both ways.
    """
    broken = changed(whole, changes)
    with contextlib.suppress(RefusedError):
        ways = one(broken.sheet, strings=broken.strings, styles=broken.styles)
        assert not (ways.differ and all(map(_well_formed, broken))), (broken, ways)


def _well_formed(xml: bytes) -> bool:
    try:
        expat.ParserCreate().Parse(xml, True)
    except (expat.ExpatError, LookupError, ValueError):
        return False
    return True


def _saved(path: Path, *, write_only: bool) -> bytes:
    """A workbook of openpyxl with texts, numbers and formulas, some cells formatted or merged."""
    workbook = Workbook(write_only=write_only)
    sheet = workbook.create_sheet("S")
    for number in range(30):
        sheet.append([f"{number:03d}", "Thư viện <a> & b", 2024, number / 7, None, -number])
    sheet.append(["=1+1", '="a"'])
    if not write_only:
        sheet["H40"].font = Font(bold=True)
        sheet.merge_cells("A40:B41")
        workbook.remove(workbook["Sheet"])
    workbook.save(path)
    return path.read_bytes()


@pytest.mark.parametrize("write_only", [False, True])
def test_workbooks_of_openpyxl_are_plain(tmp_path: Path, write_only: bool) -> None:
    """What openpyxl writes in either of its modes is read in the plain way."""
    assert _agree(_saved(tmp_path / "book.xlsx", write_only=write_only)) == 1


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_workbooks_of_libreoffice_are_plain(tmp_path: Path) -> None:
    """What LibreOffice writes is read in the plain way."""
    _saved(tmp_path / "book.xlsx", write_only=False)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    sources = [tmp_path / "book.xlsx", *BOOKS]
    command = [
        "soffice",
        "--headless",
        profile,
        "--convert-to",
        "xlsx",
        "--outdir",
        tmp_path / "out",
        *sources,
    ]
    subprocess.run([str(part) for part in command], capture_output=True, check=True, timeout=120)
    for source in sources:
        saved = (tmp_path / "out" / source.name).read_bytes()
        assert _agree(saved) == len(both(saved)) > 0
