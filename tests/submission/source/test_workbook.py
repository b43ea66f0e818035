"""From bytes to a grid: what a workbook gives, and what it gives instead where it means harm."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from lifelong_learning import catalogue
from lifelong_learning.model.findings import Finding
from lifelong_learning.submission.source.elements import Limits
from lifelong_learning.submission.source.grid import Grid
from lifelong_learning.submission.source.workbook import Workbook, open_workbook

if TYPE_CHECKING:
    from types import ModuleType

Opener = Callable[..., Workbook | Finding]


@pytest.fixture
def opened(tmp_path: Path) -> Opener:
    """Opens bytes as a workbook of the name book.xlsx."""

    def open_bytes(data: bytes, limits: Limits | None = None) -> Workbook | Finding:
        (tmp_path / "book.xlsx").write_bytes(data)
        return open_workbook(str(tmp_path / "book.xlsx"), limits or Limits())

    return open_bytes


def grid_of(workbook: Workbook | Finding) -> Grid:
    """The grid of the first sheet."""
    assert isinstance(workbook, Workbook), workbook
    with workbook:
        grid = workbook.grid(workbook.sheets[0].name)
    assert isinstance(grid, Grid), grid
    return grid


def refused(workbook: Workbook | Finding) -> tuple[str, str, str]:
    """Code, variant and English message of the first finding of a workbook."""
    if isinstance(workbook, Workbook):
        found = next(g for s in workbook.sheets if isinstance(g := workbook.grid(s.name), Finding))
    else:
        found = workbook
    return found.code, found.variant, catalogue.message(found, "en")


def test_errors_are_kept_although_the_reader_blanks_them(opened: Opener, hostile: ModuleType) -> None:
    """An error cell, known to the reader or not, is named with its error and the others are read."""
    cells = (
        '<c r="B1" t="e"><v>#DIV/0!</v></c><c r="C1" t="e"><f>X</f><v>#SPILL!</v></c><c r="D1"><v>4</v></c>'
    )
    grid = grid_of(opened(hostile.book(hostile.sheet(cells))))
    assert grid.top(9) == [("", "", "", 4)]
    assert grid.errors == {(1, 2): "#DIV/0!", (1, 3): "#SPILL!"}
    assert grid.unstored == frozenset()


@pytest.mark.parametrize("name", [" #N/A", "#N/A\n", "#N/A\u00a0", "#Đ"])
@pytest.mark.parametrize("before", ["", "<!-- -->"])
def test_errors_under_other_names(opened: Opener, hostile: ModuleType, name: str, before: str) -> None:
    """An error whose name the reader does not know, white space included, leaves the others readable."""
    cells = f'{before}<c r="A1" t="e"><v>{name}</v></c><c r="B1"><v>4</v></c>'
    grid = grid_of(opened(hostile.book(hostile.sheet(cells))))
    assert (grid.top(1), grid.errors) == ([("", 4)], {(1, 1): name.strip("\n ")})


def test_values_under_a_prefix(opened: Opener, hostile: ModuleType) -> None:
    """Values whose tags alone have a prefix are seen as the reader sees them."""
    cells = '<c r="A1" t="e"><x:v>#N/A</x:v></c><c r="B1"><x:v>4</x:v></c>'
    xml = hostile.sheet(cells).replace("<worksheet ", '<worksheet xmlns:x="x" ')
    assert grid_of(opened(hostile.book(xml))).errors == {(1, 1): "#N/A"}


@pytest.mark.parametrize(
    ("cell", "unstored"),
    [
        ('<c r="A1"><f>B1</f></c>', True),
        ('<c r="A1"><f>B1</f><v></v></c>', True),
        ('<c r="A1"><f>B1</f><v/></c>', True),
        ('<c r="A1"><f>B1</f></c ><c r="B1"><v>2</v></c >', True),
        ('<c r="A1"><f t="shared" si="0"/></c>', True),
        ('<c r="A1" t="str"><f>B1</f><v></v></c>', False),
        ('<c r="A1"><f>B1</f><v>3</v></c>', False),
        ('<c r="A1"><v></v></c>', False),
    ],
)
def test_formula_without_stored_value(opened: Opener, hostile: ModuleType, cell: str, unstored: bool) -> None:
    """A formula without a value is named, save where its value is an empty text."""
    grid = grid_of(opened(hostile.book(hostile.sheet(cell + '<c r="B1"><v>1</v></c>'))))
    assert grid.unstored == (frozenset({(1, 1)}) if unstored else frozenset())


@pytest.mark.parametrize(
    ("name", "broken"),
    [
        ("string-index-negative", {(1, 1): "shared_string"}),
        ("string-index-text", {(1, 1): "shared_string"}),
        ("string-index-too-large", {(1, 1): "shared_string"}),
        ("string-index-white", {(1, 1): "shared_string"}),
        ("string-index-decimal", {(1, 1): "shared_string"}),
        ("string-index-endless", {(1, 1): "shared_string"}),
        ("string-index-blank", {(1, 1): "shared_string"}),
        ("not-finite", {(1, 1): "not_finite", (1, 2): "not_finite", (1, 3): "not_finite"}),
        ("cell-twice", {(1, 1): "twice"}),
    ],
)
def test_cells_that_cannot_be_trusted(
    opened: Opener, hostile: ModuleType, name: str, broken: dict[tuple[int, int], str]
) -> None:
    """A value that the reader would pass on wrongly is named with its reason."""
    assert grid_of(opened(hostile.MAKERS[name]())).broken == broken


def test_merges_are_cut_to_the_used_cells(opened: Opener, hostile: ModuleType) -> None:
    """A merged range over the whole sheet ends where the cells do."""
    merged = '<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    cells = '<c r="A1"><v>1</v></c><c r="B1"><v>2</v></c>'
    assert grid_of(opened(hostile.book(hostile.sheet(cells, merged)))).merges == [(1, 1, 1, 2)]


def test_percentages_are_told_by_their_format(opened: Opener, hostile: ModuleType) -> None:
    """Built-in and own percentage formats count; a percent sign in quotes does not."""
    styles = (
        f'<styleSheet xmlns="{hostile.MAIN}"><numFmts><numFmt numFmtId="164" formatCode="0.0%"/>'
        '<numFmt numFmtId="165" formatCode="0&quot;%&quot;"/></numFmts><cellXfs><xf numFmtId="0"/>'
        '<xf numFmtId="10"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>'
    )
    cells = "".join(f'<c r="{c}1" s="{i}"><v>0.5</v></c>' for i, c in enumerate("ABCD"))
    grid = grid_of(opened(hostile.book(hostile.sheet(cells), styles=styles)))
    assert [grid.percent_rows(col) for col in range(1, 5)] == [frozenset(), {1}, {1}, frozenset()]


@pytest.mark.parametrize("address", [True, False])
@pytest.mark.parametrize("number", [True, False])
def test_percentages_without_addresses(
    opened: Opener, hostile: ModuleType, address: bool, number: bool
) -> None:
    """Rows and cells without their numbers and addresses count on from one another."""
    styles = f'<styleSheet xmlns="{hostile.MAIN}"><cellXfs><xf/><xf numFmtId="9"/></cellXfs></styleSheet>'
    rows = "".join(
        (f'<row r="{row}">' if number else "<row>")
        + (f'<c r="A{row}">' if address else "<c>")
        + "<v>1</v></c>"
        + (f'<c r="B{row}" s="1">' if address else '<c s="1">')
        + "<v>0.5</v></c></row>"
        for row in (1, 2)
    )
    xml = f'<worksheet xmlns="{hostile.MAIN}"><sheetData>{rows}</sheetData></worksheet>'
    grid = grid_of(opened(hostile.book(xml, styles=styles)))
    assert [grid.percent_rows(col) for col in (1, 2)] == [frozenset(), {1, 2}]
    assert grid.top(2) == [(1, 0.5), (1, 0.5)]


def test_cells_without_addresses_and_prefixed_elements(opened: Opener, hostile: ModuleType) -> None:
    """Cells count on from one another where they have no address, under any prefix."""
    xml = (
        f'<x:worksheet xmlns:x="{hostile.MAIN}"><x:sheetData><x:row><x:c><x:v>1</x:v></x:c>'
        '<x:c t="e"><x:v>#N/A</x:v></x:c></x:row></x:sheetData></x:worksheet>'
    )
    grid = grid_of(opened(hostile.book(xml)))
    assert (grid.top(1)[0][0], grid.errors) == (1.0, {(1, 2): "#N/A"})


def test_sheets_in_order_with_the_hidden_ones(opened: Opener, hostile: ModuleType) -> None:
    """Sheets come in workbook order, hidden ones marked."""
    content = hostile.parts(sheets=2)
    content["xl/workbook.xml"] = content["xl/workbook.xml"].replace('"S2"', '"S2" state="hidden"')
    workbook = opened(hostile.packed(content))
    assert isinstance(workbook, Workbook)
    assert [(sheet.name, sheet.hidden) for sheet in workbook.sheets] == [("S1", False), ("S2", True)]


def test_custom_property(opened: Opener, hostile: ModuleType) -> None:
    """A custom property is read by its name; another one is None."""
    value = "<vt:lpwstr>ha-giang</vt:lpwstr>"
    xml = f'<Properties xmlns:vt="v"><property name="form">{value}</property></Properties>'
    workbook = opened(hostile.book(**{"docProps/custom.xml": xml}))
    assert isinstance(workbook, Workbook)
    assert (workbook.custom_property("form"), workbook.custom_property("other")) == ("ha-giang", None)


REFUSALS = {
    "bomb-sheet": ("WB003", "bytes"),
    "bomb-strings": ("WB003", "strings"),
    "bomb-repeated-string": ("WB003", "text"),
    "billion-laughs-sheet": ("WB001", "doctype"),
    "billion-laughs-strings": ("WB001", "doctype"),
    "billion-laughs-workbook": ("WB001", "doctype"),
    "stray-last-cell": ("WB003", "columns"),
    "stray-last-row": ("WB003", "cells"),
    "stray-beyond-rows": ("WB003", "rows"),
    "stray-prefixed": ("WB003", "columns"),
    "stray-single-quotes": ("WB003", "columns"),
    "stray-attribute-order": ("WB003", "columns"),
    "stray-after-comment": ("WB003", "columns"),
    "stray-inline-text": ("WB003", "columns"),
    "unique-count": ("WB003", "strings"),
    "sheets-300": ("WB003", "sheets"),
    "truncated-half": ("WB001", "truncated"),
    "truncated-xml": ("WB001", "xml"),
    "encrypted-ole": ("WB002", ""),
    "encrypted-zip": ("WB002", ""),
    "overlapping": ("WB001", "overlap"),
    "directory-of-thousands": ("WB001", "directory"),
    "part-twice": ("WB001", "part_twice"),
    "wrong-crc": ("WB001", "crc"),
    "size-too-small": ("WB001", "size"),
    "no-workbook-part": ("WB001", "no_workbook_part"),
    "no-sheet-part": ("WB001", "no_part"),
    "utf-16-sheet": ("WB001", "encoding"),
    "target-outside": ("WB001", "no_part"),
    "target-web": ("WB001", "no_part"),
    "no-relations": ("WB001", "no_relations"),
    "empty": ("WB001", "empty"),
    "pdf": ("WB001", "pdf"),
    "html": ("WB001", "html"),
    "csv": ("WB001", "csv"),
    "text": ("WB001", "text"),
    "rtf": ("WB001", "rtf"),
    "docx": ("WB001", "word"),
    "xls": ("WB004", "xls"),
    "xlsb": ("WB004", "xlsb"),
    "ods": ("WB004", "ods"),
    "fods": ("WB004", "ods"),
    "numbers": ("WB004", "numbers"),
    "xml-spreadsheet-2003": ("WB004", "xml_spreadsheet"),
}


@pytest.mark.parametrize("name", REFUSALS)
def test_each_refusal_has_its_own_reason(opened: Opener, hostile: ModuleType, name: str) -> None:
    """A hostile file ends in the finding that names what is wrong with it."""
    assert refused(opened(hostile.MAKERS[name]()))[:2] == REFUSALS[name]


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("stray-ten-cells", "Cell FOO100000 lies beyond column 2048."),
        ("pdf", "This is a PDF file, not a workbook."),
        ("wrong-crc", "The part xl/worksheets/sheet1.xml is damaged: its checksum is wrong."),
        ("sheets-300", "The workbook has 300 sheets where 255 are allowed."),
    ],
)
def test_refusals_say_where(opened: Opener, hostile: ModuleType, name: str, message: str) -> None:
    """The message names the cell, the part or the kind of file."""
    assert refused(opened(hostile.MAKERS[name]()))[2] == message


def test_every_hostile_file_ends_in_grids_or_findings(
    tmp_path: Path, hostile: ModuleType, capfd: pytest.CaptureFixture[str]
) -> None:
    """No file raises, prints, or has a finding without texts in both languages.

    What unpacks to much is read by the command, one file at a time, within its limits.
    """
    made = hostile.make(tmp_path, [name for name in hostile.MAKERS if not name.startswith("bomb")])
    assert len(made) >= 60
    for path in made.values():
        opened = open_workbook(str(path), Limits())
        found = [opened] if isinstance(opened, Finding) else [opened.grid(s.name) for s in opened.sheets]
        for finding in found:
            if isinstance(finding, Finding):
                texts = [
                    text(finding, lang)
                    for text in (catalogue.message, catalogue.remedy)
                    for lang in ("en", "vi")
                ]
                assert all(texts)
                assert not any("{" in text for text in texts)
    assert capfd.readouterr() == ("", "")


def test_a_limit_set_by_hand_counts_for_small_files_too(opened: Opener, hostile: ModuleType) -> None:
    """Three cells are too many where two are allowed; the default allows them."""
    data = hostile.book(hostile.sheet('<c r="A1"><v>1</v></c><c r="C1"><v>2</v></c>'))
    assert refused(opened(data, Limits(cells=2)))[:2] == ("WB003", "cells")
    assert grid_of(opened(data)).top(9) == [(1, "", 2)]


_BROKEN = sorted((Path(__file__).parents[2] / "broken").glob("WB*/*"))


@pytest.mark.parametrize("path", _BROKEN, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_broken_workbooks_give_the_code_of_their_folder(path: Path) -> None:
    """Every file under `broken/WBnnn` gives exactly that finding."""
    assert refused(open_workbook(str(path), Limits()))[0] == path.parent.name
