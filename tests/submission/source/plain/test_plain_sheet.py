"""What stands before and behind the rows of a sheet, and how much of it there may be."""

from __future__ import annotations

import re

import pytest
from ways import MAIN, Seen, one, read, row, sheet

from lifelong_learning.submission.source.elements import Limits

ROWS = row(1, '<c r="A@"><v>1</v></c><c r="C@"><v>2</v></c>') + row(3, '<c r="B@"><v>3</v></c>')
CELLS = {(1, 1): 1, (1, 3): 2, (3, 2): 3}
FOUND = Seen(dict(CELLS), {}, frozenset(), {}, [])


@pytest.mark.parametrize(
    "xml",
    [
        sheet(ROWS),
        sheet(
            ROWS, '<sheetPr/><dimension ref="A1:C3"/><cols><col min="1" max="1"/></cols>', "<pageMargins/>"
        ),
        "\ufeff" + sheet(ROWS),
        sheet(ROWS).split("\n", 1)[1],
        sheet(ROWS) + "\n",
    ],
)
def test_beginnings_and_ends(xml: str) -> None:
    """A sheet with more around its rows, a byte order mark or no declaration is plain."""
    assert read(xml) == FOUND


@pytest.mark.parametrize("rows", ["", '<row r="1"/>', '<row r="5" spans="1:3"></row>'])
def test_sheets_without_cells(rows: str) -> None:
    """A sheet without rows, or with blank ones alone, has no columns."""
    assert read(sheet(rows)) == FOUND._replace(cells={})


def test_a_sheet_whose_rows_end_at_once() -> None:
    """The rows of a blank sheet may be one element that ends where it begins."""
    xml = sheet("").replace("<sheetData></sheetData>", "<sheetData/>")
    assert read(xml) == FOUND._replace(cells={})


def prefixed(xml: str, prefix: str) -> str:
    """A sheet whose elements have a prefix."""
    return re.sub(r"<(/?)(?=[a-zA-Z])", rf"<\1{prefix}:", xml).replace("xmlns=", f"xmlns:{prefix}=")


@pytest.mark.parametrize(
    "xml",
    [
        sheet(ROWS.replace("<row", "\n<row")),
        sheet(ROWS.replace("<row", "\r\n\t<row")).replace("\n<worksheet", "\r\n<worksheet"),
        sheet(ROWS.replace("<c ", "\n  <c ").replace("<v>", " <v>").replace("</row>", "\n</row>")),
        sheet(ROWS.replace("<row", "<!-- --><row")),
        sheet(ROWS.replace("<row", "<!-- <row r='1'> - --><row")),
        sheet(ROWS, before="<!-- c -->"),
        sheet(ROWS, after="<!-- c -->"),
        prefixed(sheet(ROWS), "x"),
        prefixed(sheet(ROWS), "ss-1.x"),
        sheet(ROWS).replace('r="A1"', "r='A1'"),
        sheet(re.sub(r'r="([A-Z]+[0-9]+)"', r's="0" r="\1"', ROWS)),
        sheet(re.sub(r'<row r="([0-9]+)"', r"""<row spans="1:3" r='\1' s="0" """, ROWS)),
        sheet(re.sub(r'<row r="([0-9]+)"', r'<row r="\1" xr:uid="{A-1.5}"', ROWS)),
        sheet(ROWS).replace("</worksheet>", "</worksheet><!-- c -->"),
        sheet(ROWS, "\n<sheetPr/>\r\n <cols><col/></cols>", "\n<pageMargins/>\n"),
    ],
)
def test_sheets_as_other_programs_write_them(xml: str) -> None:
    """White space between tags, comments, prefixes, single quotes, any order of attributes."""
    assert read(xml) == FOUND


@pytest.mark.parametrize("prefix", ["x", "worksheets"])
def test_prefixes_at_the_ends_of_pieces(prefix: str) -> None:
    """A prefix that is cut in two by the end of a piece is a prefix all the same."""
    rows = "".join(row(at, '<c r="A@"><v>@</v></c>' + " " * (at % 7)) for at in range(1, 40_000))
    found = read(prefixed(sheet(rows), prefix))
    assert found is not None
    assert found.cells == {(at, 1): at for at in range(1, 40_000)}


@pytest.mark.parametrize(
    "xml",
    [
        sheet(ROWS.replace("<row", "<?p?><row")),
        sheet(ROWS, before="<?p?>"),
        sheet(ROWS).replace("<sheetData>", "<sheetData >"),
        sheet(ROWS.replace("<v>1</v>", "<v><![CDATA[1]]></v>")),
        sheet(
            re.sub(
                r' r="[A-Z]+[0-9]+"',
                "",
                row(1, '<c r="A@"><v>1</v></c><c/><c><v>2</v></c>') + row(3, '<c/><c r="B@"><v>3</v></c>'),
            )
        ),
    ],
)
def test_sheets_that_are_read_element_by_element(xml: str) -> None:
    """Instructions, CDATA and cells without addresses are declined."""
    assert read(xml) is None
    assert one(xml).every == FOUND


@pytest.mark.parametrize(
    "xml",
    [
        sheet(ROWS)[:-1],
        sheet(ROWS)[:-20],
        sheet(ROWS).replace("</sheetData>", ""),
        sheet(ROWS).replace("</row></sheetData>", "</sheetData>"),
        sheet("5"),
        sheet("5" + ROWS),
        sheet(ROWS + "5"),
        sheet(ROWS.replace("<v>1</v>", "<v><![CDATA[1]]></v>")),
        sheet(ROWS, before='<dimension ref="A1"/'),
        sheet(ROWS, before="<sheetData/>"),
        sheet(ROWS, before="<sheetData />"),
        sheet(ROWS, before="<sheetData></sheetData>"),
        sheet(ROWS, after="<sheetData>" + row(9, '<c r="A9"><v>9</v></c>') + "</sheetData>"),
        sheet(ROWS, before=row(9, '<c r="A9" t="e"><v>#N/A</v></c>')),
        sheet(ROWS, after=row(9, '<c r="A9"><v>9</v></c>')),
        f"<worksheets xmlns='{MAIN}'><sheetData></sheetData></worksheets>",
    ],
)
def test_damaged_sheets(xml: str) -> None:
    """A sheet whose rows do not end, stand twice or elsewhere is read as the reader reads it, or declined."""
    assert not one(xml).differ


@pytest.mark.parametrize(
    "stray",
    [
        '<c\nr="A9" t="e"><v>#N/A</v></c>',
        '<c r="A9" t="e"><v>#N/A</v></c>',
        "<c><f/></c>",
        '<x:c xmlns:x="x" r="A9" t="e"><x:v>#N/A</x:v></x:c>',
        '<x:row xmlns:x="x" r="9"><x:c r="A9"><x:f/></x:c></x:row>',
        "<f/>",
        "<f>1</f>",
        "<extLst><ext><f>1</f></ext></extLst>",
        "<v>a</v>",
    ],
)
@pytest.mark.parametrize("before", [False, True])
def test_cells_outside_the_rows(stray: str, before: bool) -> None:
    """What stands outside the rows and looks like a cell, or a part of one, is left to the look."""
    xml = sheet(ROWS, stray, "") if before else sheet(ROWS, "", stray)
    assert read(xml) is None


def test_formulas_of_an_extension() -> None:
    """The formulas that programs put behind the rows, under their own prefix, do no harm."""
    xml = sheet(ROWS, after='<extLst><ext xmlns:xm="x"><xm:f>A1</xm:f><xm:sqref>B1</xm:sqref></ext></extLst>')
    assert read(xml) == FOUND


@pytest.mark.parametrize(
    ("merged", "found"),
    [
        ('<mergeCell ref="A1:B2"/>', [(1, 1, 2, 2)]),
        ('<mergeCell ref="B2:A1" />', [(1, 1, 2, 2)]),
        ('<mergeCell ref="C3"/>', [(3, 3, 3, 3)]),
        ('<mergeCell ref="A1:XFD1048576"/>', [(1, 1, 3, 3)]),
        ('<mergeCell ref="E5:F6"/>', []),
    ],
)
def test_merged_ranges(merged: str, found: list[tuple[int, int, int, int]]) -> None:
    """Merged ranges are cut to the used cells."""
    xml = sheet(ROWS, after=f'<mergeCells count="1">{merged}</mergeCells>')
    assert read(xml) == FOUND._replace(merges=found)


@pytest.mark.parametrize(
    "merged",
    [
        '<mergeCell\nref="A1:B2"/>',
        '<mergeCell\tref="A1:B2"/>',
        '<mergeCell ref="A1:B2"></mergeCell>',
        "<mergeCell ref='A1:B2'/>",
        '<mergeCell ref="a1:b2"/>',
        '<mergeCell ref="A0:B2"/>',
        '<mergeCell ref="A1:B2:C3"/>',
        '<mergeCell ref=""/>',
        "<mergeCell/>",
        '<x:mergeCell ref="A1:B2"/>',
        '<x:mergeCell\nref="A1:B2"/>',
        '<mergeCell count="1" ref="A1:B2"/>',
    ],
)
@pytest.mark.parametrize("before", [False, True])
def test_merged_ranges_in_unusual_ways(merged: str, before: bool) -> None:
    """Merged ranges that are written otherwise, or before the rows, are the same in both ways."""
    merges = f"<mergeCells>{merged}</mergeCells>"
    xml = sheet(ROWS, merges, "") if before else sheet(ROWS, "", merges)
    assert not one(xml).differ


@pytest.mark.parametrize("limits", [Limits(columns=2), Limits(cells=8)])
def test_sheets_beyond_a_limit_are_left_to_the_look(limits: Limits) -> None:
    """Past the columns or cells allowed the look says what is too much."""
    ways = one(sheet(ROWS), limits)
    assert ways.plain is None
    assert isinstance(ways.every, str)
    assert ways.every.startswith("WB003 ")


@pytest.mark.parametrize("limits", [Limits(rows=3), Limits(columns=3), Limits(cells=9)])
def test_sheets_at_a_limit_are_read(limits: Limits) -> None:
    """As many rows, columns or cells as are allowed are not too many."""
    assert one(sheet(ROWS), limits).plain == FOUND


def test_too_many_merged_ranges_are_left_to_the_look() -> None:
    """More merged ranges than are allowed are refused by the look."""
    ways = one(sheet(ROWS, after='<mergeCell ref="A1:B2"/>' * 200_001))
    assert (ways.plain, ways.every) == (None, "WB003 merges")


@pytest.mark.parametrize("cells", ['<c r="CZZ1"><f/></c>', '<c r="XFD1"><v/></c>', '<c r="ZZZ1" s="1"/>'])
def test_columns_beyond_the_limit(cells: str) -> None:
    """Blank cells may stand anywhere; a formula counts."""
    ways = one(sheet(row(1, cells)))
    assert not ways.differ
    assert not ("<f/>" in cells and ways.accepted_alone), ways


def test_rows_beyond_the_limit_are_left_to_the_look() -> None:
    """Past the rows allowed the plain way does not read."""
    assert one(sheet(ROWS), Limits(rows=2)).plain is None
    ways = one(sheet(ROWS + row(200, '<c r="A@"><f/></c>')), Limits(rows=150))
    assert (ways.plain, ways.every) == (None, "WB003 rows")
