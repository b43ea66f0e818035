"""Text of a submission that means harm reaches no output alive."""

from __future__ import annotations

import csv
import io
import json
import re
import xml.etree.ElementTree as ElementTree
from typing import TYPE_CHECKING

import openpyxl
import pytest

from tests.cli.conftest import llplan  # noqa: F401 - a fixture

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Ran

HARM = {
    "escape": "a_x001B_[2J_x001B_]0;owned_x0007_",
    "bidi": "abc\u202egpj.exe\u2066\u200f",
    "markup": "[red]x[/red][link=http://x.test]y[/link]",
    "formula": '=HYPERLINK("http://x.test","y")',
    "at": "@SUM(1+1)*cmd|' /C calc'!A0",
    "command": "x\n::error::owned\n##[error]owned",
    "cdata": "]]><failure/><![CDATA[",
    "html": "<script>alert(1)</script><img src=x onerror=alert(1)>",
}
ALIVE = ("\x1b", "\x07", "\u202e", "\u2066", "\u200f")
CHECKS = ("text", "json", "csv", "github", "junit", "sarif")
EVALUATIONS = ("text", "json", "csv", "markdown", "html")


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    """A workbook with every harmful text as name, district, note, figure, header and sheet."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Libraries"
    header = ["Unit code", "Unit name", "Level", "District", "Year", "Library visits", "Note"]
    sheet.append([*header, *(text for text in HARM.values() if not text.startswith(("=", "@")))])
    for number, text in enumerate(HARM.values()):
        for year, visits in ((2020, 100), (2024, text)):
            sheet.append([f"{number:03}", text, "Commune", text, year, visits, text])
    for row in sheet.iter_rows():
        for cell in row:
            if isinstance(cell.value, str):
                cell.data_type = "s"
    other = book.create_sheet("=1+1 {b}x")
    other.append(["nothing"])
    book.save(tmp_path / "harm [red].xlsx")
    return tmp_path / "harm [red].xlsx"


def _lines_that_act(text: str) -> list[str]:
    """Return the lines that a CI log would take as commands although the program did not mean them."""
    return [line for line in text.splitlines() if line.lstrip().startswith(("::error::owned", "##[error]"))]


@pytest.mark.parametrize("form", CHECKS)
def test_check_lets_nothing_through(llplan: Callable[..., Ran], workbook: Path, form: str) -> None:  # noqa: F811
    """Every format of check shows harmful text escaped, and its own reader still reads it."""
    ran = llplan("check", workbook.name, "--format", form, cwd=workbook.parent)
    assert ran.code == 1
    assert not [sign for sign in ALIVE if sign in ran.out + ran.err]
    assert not _lines_that_act(ran.out)
    _read_back(form, ran.out)


@pytest.mark.parametrize("form", EVALUATIONS)
def test_evaluate_lets_nothing_through(llplan: Callable[..., Ran], workbook: Path, form: str) -> None:  # noqa: F811
    """Every text format of evaluate does the same; the page holds no element of the submission's."""
    ran = llplan("evaluate", workbook.name, "--format", form, "--by", "district", cwd=workbook.parent)
    assert ran.code == 1
    assert not [sign for sign in ALIVE if sign in ran.out + ran.err]
    assert not _lines_that_act(ran.out)
    # Markdown shows an escaped angle bracket as a character.
    elements = re.findall(r"(?<!\\)<(?:script>alert|img src=x)", ran.out)
    assert form not in ("html", "markdown") or not elements
    _read_back(form, ran.out)


def test_workbooks_hold_text_as_text(llplan: Callable[..., Ran], workbook: Path) -> None:  # noqa: F811
    """In the scorecard and the collected workbook no text of the submission is a formula."""
    for command in ("evaluate", "collect"):
        path = workbook.parent / f"{command}.xlsx"
        llplan(command, workbook.name, "--output", path.name, "--quiet", cwd=workbook.parent)
        book = openpyxl.load_workbook(path)
        formulas = [c.value for s in book for row in s.iter_rows() for c in row if c.data_type == "f"]
        assert not [f for f in formulas if "x.test" in str(f) or "cmd|" in str(f)], command


def _read_back(form: str, text: str) -> None:
    if form in ("json", "sarif"):
        json.loads(text)
    elif form == "junit":
        ElementTree.fromstring(text)
    elif form == "csv":
        cells = [cell for row in csv.reader(io.StringIO(text.lstrip("\ufeff"))) for cell in row]
        assert not [cell for cell in cells if cell[:1] in ("=", "@", "\t", "\r")]
