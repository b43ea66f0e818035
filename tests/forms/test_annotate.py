"""The submitter's own workbook back: marks, and nothing else that differs."""

from __future__ import annotations

import json
import re
import zipfile
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest
from openpyxl.styles import Font

from lifelong_learning.forms.annotate import UnmarkableError
from lifelong_learning.forms.annotate.sheet import SheetEdit

from .conftest import MISTAKES, ROOT, recalculated
from .rich import PNG, write_rich

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Llplan = Callable[..., tuple[int, str, str]]

MARKED = {"F3", "C4", "F4", "G4", "A5", "B6", "C6", "F6"}
"""The cells of the rich workbook that have findings."""


@pytest.fixture
def rich(tmp_path: Path) -> Path:
    """A workbook with faults, a chart, a picture, notes, merged cells, conditions and a second sheet."""
    path = tmp_path / "rich.xlsx"
    write_rich(path)
    return path


@pytest.fixture
def returned(rich: Path, tmp_path: Path, llplan: Llplan) -> Path:
    """Its marked copy."""
    path = tmp_path / "returned.xlsx"
    code, _, err = llplan("check", rich, "--annotate", path, "--format", "json", "-q")
    assert (code, err) == (1, "")
    return path


def contents(path: Path) -> dict[str, bytes]:
    """Return every part of a package."""
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def test_every_part_but_the_marks_is_byte_for_byte_the_same(rich: Path, returned: Path) -> None:
    """Parts that differ are those that hold marks or make them known."""
    before, after = contents(rich), contents(returned)
    assert set(before) <= set(after)
    assert {name for name in before if before[name] != after[name]} == {
        "[Content_Types].xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml",
        "xl/worksheets/sheet1.xml", "xl/comments/comment1.xml", "xl/drawings/commentsDrawing1.vml",
    }  # fmt: skip
    assert set(after) - set(before) == {"xl/worksheets/sheet3.xml"}


def test_the_marked_sheet_differs_in_marks_alone(rich: Path, returned: Path) -> None:
    """Without the styles of cells, and blank cells put in for them, the sheet is the same text as before."""
    name = "xl/worksheets/sheet1.xml"
    before, after = (re.sub(rb' s="[0-9]+"', b"", contents(path)[name]) for path in (rich, returned))
    assert re.sub(rb'<c r="(?:C4|B6|C6)"/>', b"", after) == before


def test_what_a_careless_copy_would_lose_is_still_there(returned: Path) -> None:
    """Chart, picture, merged cells, conditions, choices, names, the hidden sheet, and the sheet in front."""
    book = openpyxl.load_workbook(returned)
    sheet = book["Libraries"]
    assert book.sheetnames == ["Findings", "Libraries", "Tính toán"]
    assert len(sheet._charts) == 1
    assert contents(returned)["xl/media/emblem.png"] == PNG
    assert {str(merged) for merged in sheet.merged_cells.ranges} == {"A1:H1", "A5:A6"}
    assert [str(one.sqref) for one in sheet.conditional_formatting] == ["F3:F6"]
    assert [str(rule.sqref) for rule in sheet.data_validations.dataValidation] == ["C3:C6"]
    assert book["Tính toán"]["A1"].value == "=Libraries!F3*2"
    assert book["Tính toán"].sheet_state == "hidden"
    assert sheet.print_title_rows == "$2:$2"
    assert book.active.title == "Libraries"
    assert sheet["F3"].number_format == "#,##0"


def test_findings_stand_on_their_cells(returned: Path) -> None:
    """Fill and note; a note of the unit's own keeps its words, and formulas stay formulas."""
    sheet = openpyxl.load_workbook(returned)["Libraries"]
    noted = {cell.coordinate: cell.comment.text for row in sheet.iter_rows() for cell in row if cell.comment}
    filled = {
        cell.coordinate: cell.fill.fgColor.rgb
        for row in sheet.iter_rows() for cell in row if cell.fill.patternType == "solid"
    }  # fmt: skip
    assert set(noted) == set(filled) == MARKED
    assert filled["F3"] == "FFF8C9C4"
    assert noted["F3"].startswith("Ghi chú của đơn vị\n\nerror CE202: “nhiều” is not a number.\n→ ")
    assert noted["F4"].startswith("error CE203: ")
    assert sheet["G4"].value == "=F3+1"


def test_the_first_sheet_lists_every_finding_with_a_link(rich: Path, returned: Path, llplan: Llplan) -> None:
    """As many lines as the check has findings, errors first, each with a link to its cell."""
    _, out, _ = llplan("check", rich, "--format", "json")
    rank = ["error", "warning", "info"].index
    expected = sorted(json.loads(out)["findings"], key=lambda one: rank(one["severity"]))
    sheet = openpyxl.load_workbook(returned)["Findings"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=6) if row[0].value]
    assert [(row[2], row[3] or None, *row[6:]) for row in rows] == [
        (one["sheet"], one["cell"], one["message"], one["remedy"], one["code"]) for one in expected
    ]
    links = {cell.value: cell.hyperlink.location for (cell,) in sheet["D6:D20"] if cell.hyperlink}
    assert {links[cell] for cell in MARKED} == {f"'Libraries'!{cell}" for cell in MARKED}
    assert not [cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]


def test_the_copy_opens_in_libreoffice(returned: Path, tmp_path: Path) -> None:
    """Another program opens it and finds sheets, notes and the chart."""
    saved = recalculated(returned, tmp_path / "saved")
    book = openpyxl.load_workbook(saved)
    assert book.sheetnames == ["Findings", "Libraries", "Tính toán"]
    sheet = book["Libraries"]
    noted = {cell.coordinate for row in sheet.iter_rows() for cell in row if cell.comment}
    assert noted == MARKED
    assert len(sheet._charts) == 1


def test_the_copy_has_the_same_findings(rich: Path, returned: Path, findings: Callable[..., Any]) -> None:
    """Marks change nothing of what is read; the list of findings is a sheet that is passed over silently."""
    assert findings(returned) == findings(rich)


@pytest.mark.parametrize("lang", ["en", "vi"])
def test_a_workbook_with_every_kind_of_fault(tmp_path: Path, llplan: Llplan, lang: str) -> None:
    """Every cell that the check names carries a note; the original is only read."""
    copy, original = tmp_path / "copy.xlsx", MISTAKES.read_bytes()
    code, out, _ = llplan("check", MISTAKES, "--annotate", copy, "--format", "json", "--lang", lang)
    assert code == 1
    named = {(one["sheet"], one["cell"]) for one in json.loads(out)["findings"] if one["cell"]}
    book = openpyxl.load_workbook(copy)
    noted = {
        (sheet.title, cell.coordinate)
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if cell.comment
    }
    assert noted == named
    assert MISTAKES.read_bytes() == original


def test_notes_that_stand_for_conversations_keep_their_words(
    rich: Path, tmp_path: Path, llplan: Llplan
) -> None:
    """Excel shows them from another part; the cell is coloured and listed."""
    kind = "http://schemas.microsoft.com/office/2017/10/relationships/threadedComment"
    relation = f'<Relationship Id="rIdT" Type="{kind}" Target="/xl/threadedComments/t1.xml"/></Relationships>'

    def threaded(name: str, content: bytes) -> bytes:
        if name == "xl/worksheets/_rels/sheet1.xml.rels":
            return content.replace(b"</Relationships>", relation.encode())
        return content

    other = rewritten(rich, tmp_path / "other.xlsx", threaded)
    llplan("check", other, "--annotate", tmp_path / "copy.xlsx", "-q")
    sheet = openpyxl.load_workbook(tmp_path / "copy.xlsx")["Libraries"]
    assert sheet["F3"].comment.text == "Ghi chú của đơn vị"
    assert sheet["F3"].fill.fgColor.rgb == "FFF8C9C4"
    assert sheet["F4"].comment.text.startswith("error CE203: ")


def test_macros_stay(rich: Path, tmp_path: Path, llplan: Llplan) -> None:
    """A macro workbook comes back as one, its project byte for byte the same."""
    path = tmp_path / "macros.xlsm"
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in contents(rich).items():
            archive.writestr(name, content.replace(b"sheet.main+xml", b"sheet.macroEnabled.main+xml"))
        archive.writestr("xl/vbaProject.bin", bytes(range(256)))
    copy = tmp_path / "copy.xlsm"
    llplan("check", path, "--annotate", copy, "-q")
    assert contents(copy)["xl/vbaProject.bin"] == bytes(range(256))
    assert b"macroEnabled" in contents(copy)["[Content_Types].xml"]


def twin(style: int) -> int:
    """Stand for a coloured twin."""
    return style + 100


@pytest.mark.parametrize(
    ("data", "cells", "expected"),
    [
        ("<sheetData/>", {(2, 2)}, '<sheetData><row r="2"><c r="B2" s="100"/></row></sheetData>'),
        (
            '<sheetData><row><c><v>1</v></c><c s="7" t="inlineStr"><is><t>a</t></is></c></row></sheetData>',
            {(1, 2)},
            '<sheetData><row><c><v>1</v></c><c s="107" t="inlineStr"><is><t>a</t></is></c></row></sheetData>',
        ),
        (
            '<sheetData><row r="3" spans="1:1" s="4" customFormat="1"/></sheetData>',
            {(3, 3), (5, 1)},
            '<sheetData><row r="3" spans="1:3" s="4" customFormat="1"><c r="C3" s="104"/></row>'
            '<row r="5"><c r="A5" s="100"/></row></sheetData>',
        ),
        (
            "<sheetData><row r='2'><c r='A2' s='1'/><c r='D2'/></row><row r='4'/></sheetData>",
            {(1, 1), (2, 2), (2, 5), (3, 1)},
            '<sheetData><row r="1"><c r="A1" s="100"/></row>'
            "<row r='2'><c r='A2' s='1'/><c r=\"B2\" s=\"100\"/><c r='D2'/><c r=\"E2\" s=\"100\"/></row>"
            '<row r="3"><c r="A3" s="100"/></row><row r=\'4\'/></sheetData>',
        ),
    ],
)
def test_cells_are_marked_however_they_are_written(
    data: str, cells: set[tuple[int, int]], expected: str
) -> None:
    """Rows and cells without an address, without content, or not there at all."""
    around = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{}</worksheet>'
    edit = SheetEdit(around.format(data).encode(), "sheet1.xml", cells)
    edit.mark(dict.fromkeys(cells, twin))
    assert edit.result().decode() == around.format(expected)


@pytest.mark.parametrize(
    "data",
    [
        '<sheetData><row r="2"/><row r="1"/></sheetData>',
        '<sheetData><row r="1"><c r="1A"/></row></sheetData>',
        "<sheetData>",
        "<dimension/>",
    ],
)
def test_a_sheet_out_of_order_is_not_touched(data: str) -> None:
    """Marks put into it might land anywhere."""
    with pytest.raises(UnmarkableError) as refused:
        SheetEdit(f"<worksheet>{data}</worksheet>".encode(), "sheet1.xml", {(1, 1)})
    assert (refused.value.key, refused.value.part) == ("unusual", "sheet1.xml")


def test_light_letters_turn_dark_on_a_mark(rich: Path, tmp_path: Path, llplan: Llplan) -> None:
    """White letters of a header would vanish on the pale ground of a mark; dark ones stay as they are."""
    book = openpyxl.load_workbook(rich)
    sheet = book["Libraries"]
    sheet["F3"].font = Font(color="FFFFFFFF", bold=True)
    sheet["F4"].font = Font(color="FF1F3864", italic=True)
    book.save(tmp_path / "light.xlsx")
    llplan("check", tmp_path / "light.xlsx", "--annotate", tmp_path / "copy.xlsx", "-q")
    marked = openpyxl.load_workbook(tmp_path / "copy.xlsx")["Libraries"]
    assert (marked["F3"].font.color.rgb, marked["F3"].font.b) == ("FF1F2933", True)
    assert (marked["F4"].font.color.rgb, marked["F4"].font.i) == ("FF1F3864", True)


def test_the_same_workbook_gives_the_same_bytes(
    rich: Path, returned: Path, tmp_path: Path, llplan: Llplan
) -> None:
    """A marked copy has neither a clock nor chance in it."""
    llplan("check", rich, "--annotate", tmp_path / "again.xlsx", "-q")
    assert (tmp_path / "again.xlsx").read_bytes() == returned.read_bytes()


def rewritten(path: Path, to: Path, change: Callable[[str, bytes], bytes | None]) -> Path:
    """Write a package with its parts changed; None leaves a part out."""
    with zipfile.ZipFile(to, "w", zipfile.ZIP_DEFLATED) as after:
        for name, content in contents(path).items():
            made = change(name, content)
            if made is not None:
                after.writestr(name, made)
    return to


def prefixed(content: bytes) -> bytes:
    """Return a part with a prefix on every element of its main namespace."""
    text = content.decode().replace(
        'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"',
        'xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"',
    )
    return re.sub(r"<(/?)(?=[A-Za-z]+[ />])(?!xml)", r"<\1x:", text).encode()


def test_parts_with_prefixed_names_are_marked_too(rich: Path, tmp_path: Path, llplan: Llplan) -> None:
    """Some programs write <x:worksheet>; what is added goes by the same prefix."""
    parts = ("xl/worksheets/sheet1.xml", "xl/styles.xml", "xl/workbook.xml", "xl/comments/comment1.xml")
    other = rewritten(
        rich, tmp_path / "x.xlsx", lambda name, content: prefixed(content) if name in parts else content
    )
    copy = tmp_path / "copy.xlsx"
    code, _, err = llplan("check", other, "--annotate", copy, "--format", "json", "-q")
    assert (code, err) == (1, "")
    sheet = openpyxl.load_workbook(copy)["Libraries"]
    assert {cell.coordinate for row in sheet.iter_rows() for cell in row if cell.comment} == MARKED


def without_notes(name: str, content: bytes) -> bytes | None:
    """Drop the notes of the rich workbook, and write its cells in other ways than openpyxl does."""
    if "omment" in name:
        return None
    if name == "xl/worksheets/_rels/sheet1.xml.rels":
        return re.sub(rb"<Relationship [^>]*omment[^>]*/>", b"", content)
    if name == "xl/worksheets/sheet1.xml":
        content = re.sub(rb"<legacyDrawing [^>]*/>", b"", content)
        content = content.replace(
            b"<sheetData>", b'<cols><col min="1" max="9" width="12" style="1"/></cols><sheetData>'
        )
        content = re.sub(rb'<c r="C4"[^>]*/>', b"", content)
        return re.sub(rb' t="n"', b"", content)
    if name == "[Content_Types].xml":
        return re.sub(rb"<Override [^>]*omment[^>]*/>", b"", content)
    return content


def test_a_blank_cell_that_the_file_does_not_have_is_put_in(
    rich: Path, tmp_path: Path, llplan: Llplan
) -> None:
    """It takes the style of its row or column, and notes get parts of their own."""
    other = rewritten(rich, tmp_path / "other.xlsx", without_notes)
    copy = tmp_path / "copy.xlsx"
    llplan("check", other, "--annotate", copy, "--format", "json", "-q")
    sheet = openpyxl.load_workbook(copy)["Libraries"]
    noted = {cell.coordinate: cell.comment.text for row in sheet.iter_rows() for cell in row if cell.comment}
    assert set(noted) == MARKED
    assert noted["F3"].startswith("error CE202: ")
    assert sheet["C4"].fill.fgColor.rgb == "FFF8C9C4"
    added = set(contents(copy)) - set(contents(other))
    assert added == {"xl/worksheets/sheet3.xml", "xl/comments1.xml", "xl/drawings/vmlDrawing1.vml"}
    assert openpyxl.load_workbook(recalculated(copy, tmp_path / "saved")).sheetnames[0] == "Findings"


@pytest.mark.parametrize(
    ("change", "text"),
    [
        (
            lambda name, content: (
                content.replace(
                    b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
                    b"http://purl.oclc.org/ooxml/spreadsheetml/main",
                )
                if name == "xl/workbook.xml"
                else content
            ),
            "{path} is a Strict Open XML workbook, which cannot be marked. Save it as an ordinary .xlsx.",
        ),
        (
            lambda name, content: (
                re.sub(rb"<cellXfs.*</cellXfs>", b"", content) if name == "xl/styles.xml" else content
            ),
            "{path} cannot be marked without changing more than the marks: xl/styles.xml is written in an "
            "unusual way. Save it again in Excel or LibreOffice.",
        ),
    ],
)
def test_what_cannot_be_kept_is_refused(
    rich: Path, tmp_path: Path, llplan: Llplan, change: Callable[[str, bytes], bytes], text: str
) -> None:
    """A line says why, and no copy is written."""
    other = rewritten(rich, tmp_path / "other.xlsx", change)
    code, _, err = llplan("check", other, "--annotate", tmp_path / "copy.xlsx", "--format", "json", "-q")
    assert (code, err) == (2, f"llplan: {text.format(path=other)}\n")
    assert not (tmp_path / "copy.xlsx").exists()


def test_a_signed_workbook_is_refused(rich: Path, tmp_path: Path, llplan: Llplan) -> None:
    """Marks would break the signature."""
    with zipfile.ZipFile(rich, "a") as archive:
        archive.writestr("_xmlsignatures/sig1.xml", "<Signature/>")
    code, _, err = llplan("check", rich, "--annotate", tmp_path / "copy.xlsx", "--format", "json", "-q")
    assert (code, err) == (
        2,
        f"llplan: {rich} carries a digital signature, which marks would break. "
        "Remove the signature, or check without --annotate.\n",
    )


def test_several_workbooks_are_refused(rich: Path, tmp_path: Path, llplan: Llplan) -> None:
    """One workbook, one copy."""
    code, _, err = llplan("check", rich, MISTAKES, "--annotate", tmp_path / "copy.xlsx")
    assert (code, err) == (
        2, "llplan: 2 workbooks were named, and --annotate names one file. Name a folder for their copies.\n"
    )  # fmt: skip


@pytest.mark.parametrize(
    ("copy", "text"),
    [
        ("rich.xlsx", "{copy} is one of the files that are read. Choose another name for the output."),
        ("copy.xlsm", "The marked copy of {rich} must end in .xlsx, as the workbook itself does."),
    ],
)
def test_the_original_is_never_written_to(rich: Path, llplan: Llplan, copy: str, text: str) -> None:
    """Neither under its own name nor under a suffix that promises macros."""
    path = rich.parent / copy
    code, _, err = llplan("check", rich, "--annotate", path, "--force")
    assert (code, err) == (2, f"llplan: {text.format(copy=path, rich=rich)}\n")


def test_a_file_that_cannot_be_opened_is_reported_all_the_same(tmp_path: Path, llplan: Llplan) -> None:
    """The check says what is wrong; a line says that there is no copy."""
    path = tmp_path / "broken.xlsx"
    path.write_bytes(b"PK\x03\x04 not a workbook")
    code, out, err = llplan("check", path, "--annotate", tmp_path / "copy.xlsx", "--format", "json", "-q")
    assert (code, err) == (
        1,
        f"llplan: {path} could not be opened, so there is no marked copy. Mend it as its finding says.\n",
    )
    assert [one["code"] for one in json.loads(out)["findings"]] == ["WB001"]


@pytest.mark.parametrize(
    "path", sorted((ROOT / "tests" / "broken").glob("WB*/*.xlsx")), ids=lambda path: path.stem
)
def test_a_hostile_file_neither_stops_the_check_nor_gets_a_copy(
    path: Path, tmp_path: Path, llplan: Llplan
) -> None:
    """The findings are reported, a line says that there is no copy and why, and nothing is written."""
    copy = tmp_path / "copy.xlsx"
    code, out, err = llplan("check", path, "--annotate", copy, "--format", "json", "-q")
    assert {one["code"][:2] for one in json.loads(out)["findings"]} == {"WB"}
    assert not copy.exists()
    unread = f"llplan: {path} could not be opened, so there is no marked copy. Mend it as its finding says.\n"
    unusual = f"llplan: {path} cannot be marked without changing more than the marks: "
    assert (code, err) == (1, unread) or (code == 2 and err.startswith(unusual))
