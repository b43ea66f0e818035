"""What Excel leaves in sound workbooks and others take for damage: the form's sheet is read all the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from lifelong_learning.plan import load_plan
from lifelong_learning.submission.file import FileReading, read_file
from lifelong_learning.submission.source.elements import Limits

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from types import ModuleType

    Read = Callable[[dict[str, str | bytes]], FileReading]

PLAN = load_plan("ha-giang-2030")
HEAD = ("unit_code", "unit_name", "level", "year", "library_visits")
UNIT = ("02", "Thư viện tỉnh", "province", "2024", "900")
BOOK, STRINGS = "xl/workbook.xml", "xl/sharedStrings.xml"


def _cells(number: int, texts: tuple[str, ...]) -> str:
    return "".join(
        f'<c r="{"ABCDE"[i]}{number}" t="inlineStr"><is><t>{text}</t></is></c>'
        for i, text in enumerate(texts)
    )


@pytest.fixture
def form(hostile: ModuleType) -> dict[str, str | bytes]:
    """The parts of a workbook with a sheet of libraries and one that is not the form's."""
    content: dict[str, str | bytes] = hostile.parts(sheets=2)
    row = f'<row r="2">{_cells(2, UNIT)}</row>'
    content["xl/worksheets/sheet1.xml"] = hostile.sheet(_cells(1, HEAD)).replace(
        "</sheetData>", row + "</sheetData>"
    )
    content[BOOK] = str(content[BOOK]).replace('"S1"', '"Libraries"').replace('"S2"', '"Nháp"')
    return content


@pytest.fixture
def read(tmp_path: Path, hostile: ModuleType) -> Read:
    """Reads a workbook of the given parts."""

    def reading(content: dict[str, str | bytes]) -> FileReading:
        (tmp_path / "book.xlsx").write_bytes(hostile.packed(content))
        return read_file(str(tmp_path / "book.xlsx"), PLAN, Limits())

    return reading


def _said(found: FileReading) -> list[tuple[str, str | None]]:
    """What is said of the workbook and its sheets, once the unit is seen to be read."""
    assert [code for sheet in found.sheets for code in sheet.table.code] == ["02"]
    return [(one.code, one.sheet) for one in found.findings.singles if one.code.startswith(("WB", "SH10"))]


@pytest.mark.parametrize("identity", ['r:id=""', "r:id=''", 'x:id="" xmlns:x="r"'])
def test_a_macro_sheet_without_a_part(form: dict[str, str | bytes], read: Read, identity: str) -> None:
    """Excel keeps old macro sheets in its list, very hidden and with an empty relation."""
    macro = f'<sheet name="Module1" sheetId="9" state="veryHidden" {identity}/></sheets>'
    form[BOOK] = str(form[BOOK]).replace("</sheets>", macro)
    assert _said(read(form)) == [("SH106", "Nháp")]


@pytest.mark.parametrize("after", ["", "<!-- read by the parser -->"])
def test_many_uses_of_few_shared_texts(form: dict[str, str | bytes], read: Read, after: str) -> None:
    """`count` is how often cells point at the texts; only `uniqueCount` says how many there are."""
    form[STRINGS] = (
        str(form[STRINGS]).replace('count="2"', 'count="2500000"', 1).replace("</sst>", after + "</sst>")
    )
    assert _said(read(form)) == [("SH106", "Nháp")]


@pytest.mark.parametrize("cell", ["IT65530", "XFD1048576", "A1048576"])
def test_a_stray_cell_on_another_sheet(
    form: dict[str, str | bytes], read: Read, hostile: ModuleType, cell: str
) -> None:
    """It takes nothing from the form's sheet: the other one is passed over with a note."""
    form["xl/worksheets/sheet2.xml"] = hostile.sheet(f'<c r="A1"><v>1</v></c><c r="{cell}"><v>2</v></c>')
    assert _said(read(form)) == [("SH106", "Nháp")]
