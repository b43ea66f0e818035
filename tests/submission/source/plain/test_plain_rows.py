"""Rows of a sheet in the plain way: what they give is what the reader gives."""

from __future__ import annotations

import time
from datetime import date

import pytest
from ways import Seen, one, read, row, sheet

BLANK = Seen({}, {}, frozenset(), {}, [])


def cell(written: str) -> Seen | None:
    """A sheet with one cell in A1, as both ways read it; None where the plain way declines."""
    return read(sheet(row(1, written)))


def test_gaps_between_rows_and_columns() -> None:
    """Cells stand at their own addresses, whatever is left out between them."""
    found = read(
        sheet(row(3, '<c r="B@"><v>1</v></c>') + row(7, '<c r="B@"><v>2</v></c><c r="AA@"><v>3</v></c>'))
    )
    assert found == BLANK._replace(cells={(3, 2): 1, (7, 2): 2, (7, 27): 3})


def test_shapes_that_take_turns() -> None:
    """Rows of several shapes come back in the order in which they stand."""
    written = [
        '<c r="A@"><v>@</v></c>',
        '<c r="A@" s="0"><v>@5</v></c><c r="C@" t="s"><v>1</v></c>',
        '<c r="B@"/>',
        "",
    ]
    found = read(sheet("".join(row(at, written[at % 4]) for at in range(1, 40))))
    assert found is not None
    assert found.cells == {
        **{(at, 1): at for at in range(4, 40, 4)},
        **{(at, 1): at * 10 + 5 for at in range(1, 40, 4)},
        **{(at, 3): "one" for at in range(1, 40, 4)},
    }


def test_blank_rows_at_the_end_are_not_kept() -> None:
    """Rows behind the last value count for nothing, formatted or not."""
    rows = row(1, '<c r="A@"><v>1</v></c>') + row(2, '<c r="A@" s="1"/>') + row(900_000, "")
    assert read(sheet(rows)) == BLANK._replace(cells={(1, 1): 1})


def test_rows_that_do_not_fit_in_one_piece() -> None:
    """A sheet of several megabytes is read piece by piece."""
    rows = "".join(
        row(at, f'<c r="A@"><v>@</v></c><c r="B@" t="str"><v>{"đ" * 200}</v></c>') for at in range(1, 5_000)
    )
    found = read(sheet(rows))
    assert found is not None
    assert (len(found.cells), found.cells[4_999, 1]) == (9_998, 4_999)


@pytest.mark.parametrize(
    ("value", "number"),
    [
        ("5", 5),
        ("-5", -5),
        ("0", 0),
        ("0.25", 0.25),
        ("-12.5", -12.5),
        ("1E5", 1e5),
        ("1.5e-7", 1.5e-7),
        ("-2.5E+3", -2500),
        ("1.2345678901234568E+16", 1.2345678901234568e16),
        ("0.1", 0.1),
        ("1e99", 1e99),
        ("9.9999999999999995E-5", 9.9999999999999995e-05),
        ("999999999999999", 999999999999999),
    ],
)
def test_numbers(value: str, number: float) -> None:
    """Whole, negative, decimal and very large numbers."""
    assert cell(f'<c r="A1"><v>{value}</v></c>') == BLANK._replace(cells={(1, 1): number})


@pytest.mark.parametrize(
    "value",
    [
        "9007199254740993",
        "12345678901234567",
        "-9007199254740993",
        "18446744073709551617",
        "1" * 400,
        "0." + "1" * 400,
        "1e308",
        "1e309",
        "-0",
        "1E-99",
        "123456789012345678901234567890e-20",
        "1.7976931348623157e308",
    ],
)
def test_numbers_at_the_edge(value: str) -> None:
    """Numbers that no float holds, and the largest and smallest ones, are those of the reader or declined."""
    cell(f'<c r="A1"><v>{value}</v></c><c r="B1"><v>1</v></c>')


@pytest.mark.parametrize(
    "value",
    [
        "007",
        "1.",
        ".5",
        "+5",
        "1-2",
        "--1",
        "1.2.3",
        "-",
        ".",
        "NaN",
        "inf",
        " 5",
        "5 ",
        "0x1",
        "1_0",
        "&#53;",
        "1e999",
    ],
)
def test_numbers_that_are_left_to_the_reader(value: str) -> None:
    """What JSON has not for a number is declined."""
    ways = one(sheet(row(1, f'<c r="A1"><v>{value}</v></c>')))
    assert ways.plain is None


@pytest.mark.parametrize(
    "index",
    [
        "3",
        "999999999999",
        "99999999999999999999",
        "18446744073709551616",
        "-1",
        "-0",
        "1.0",
        "1E0",
        "1e0",
        "01",
        " 1",
        "",
    ],
)
def test_shared_texts_that_do_not_exist(index: str) -> None:
    """An index past the texts, or one that is no index, is left to the reader, which names the cell."""
    ways = one(sheet(row(1, f'<c r="A1" t="s"><v>{index}</v></c><c r="B1"><v>1</v></c>')))
    assert not ways.differ
    assert ways.plain is None or not index


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ('<c r="A1"><f>B1</f><v>3</v></c>', BLANK._replace(cells={(1, 1): 3})),
        ('<c r="A1"><f>B1&lt;2</f><v>3</v></c>', BLANK._replace(cells={(1, 1): 3})),
        ('<c r="A1"><f t="shared" si="0"/><v>3</v></c>', BLANK._replace(cells={(1, 1): 3})),
        ('<c r="A1" t="str"><f>B1</f><v>ba</v></c>', BLANK._replace(cells={(1, 1): "ba"})),
        ('<c r="A1"><f>B1</f></c>', BLANK._replace(unstored=frozenset({(1, 1)}))),
        ('<c r="A1"><f>B1</f><v></v></c>', BLANK._replace(unstored=frozenset({(1, 1)}))),
        ('<c r="A1"><f>B1</f><v/></c>', BLANK._replace(unstored=frozenset({(1, 1)}))),
        ('<c r="A1"><f aca="false"/></c>', BLANK._replace(unstored=frozenset({(1, 1)}))),
        ('<c r="A1"><v></v></c>', BLANK),
        ('<c r="A1"><v/></c>', BLANK),
        ('<c r="A1" s="1"></c>', BLANK),
        ('<c r="A1" t="e"><v>#N/A</v></c>', BLANK._replace(errors={(1, 1): "#N/A"})),
        ('<c r="A1" t="e"><f>B1</f><v>#SPILL!</v></c>', BLANK._replace(errors={(1, 1): "#SPILL!"})),
        ('<c r="A1" t="str"><v>12</v></c>', BLANK._replace(cells={(1, 1): "12"})),
        ('<c r="A1" t="str"><v> 1e5 </v></c>', BLANK._replace(cells={(1, 1): " 1e5 "})),
        ('<c r="A1" t="inlineStr"><is><t>a &amp; b</t></is></c>', BLANK._replace(cells={(1, 1): "a & b"})),
        ('<c r="A1" s="1"><v>45000</v></c>', BLANK._replace(cells={(1, 1): date(2023, 3, 15)})),
        ('<c r="A1" s="2"><v>45000.0</v></c>', BLANK._replace(cells={(1, 1): date(2023, 3, 15)})),
    ],
)
def test_cells_that_are_more_than_numbers(written: str, found: Seen) -> None:
    """Formulas, errors, texts in their cells, days."""
    assert cell(written) == found


@pytest.mark.parametrize(
    "error",
    [
        "#N/A",
        " #N/A ",
        "#N/A\n",
        "#" + "X" * 60,
        "#N&quot;A",
        "#N&amp;A",
        "#N&#65;A",
        "7#N/A",
        "1E5#",
        "#Đ",
        " ",
        "#N/A\u00a0",
        "#SPILL!\u00a0",
        "#X\u0085",
        "#X\u2003",
        "#\u00a0",
    ],
)
@pytest.mark.parametrize("beside", ["<v>1</v>", '<v>1</v></c><c r="C1" t="str"><v>a:c d</v>'])
def test_unusual_errors(error: str, beside: str) -> None:
    """White space, length and references in the name of an error are taken as both looks take them."""
    cell(f'<c r="A1" t="e"><v>{error}</v></c><c r="B1">{beside}</c>')


@pytest.mark.parametrize(
    "text",
    [" a", "a ", " ", "a&#10;", "&lt;b", "_x0041_", "_&#x78;0041_", "a\nb", "T", "&#32;a", "\u00a0a", "]]>"],
)
@pytest.mark.parametrize(
    "written",
    [
        't="str"><v>{}</v>',
        't="inlineStr"><is><t>{}</t></is>',
        't="inlineStr"><is><t xml:space="preserve">{}</t></is>',
    ],
)
def test_texts_in_their_cells(text: str, written: str) -> None:
    """White space, references and escapes of texts that stand in their cells."""
    read(sheet(row(1, f'<c r="A1" {written.format(text)}</c>')))


@pytest.mark.parametrize(
    "cells",
    [
        '<c r="A1">5<v></v></c>',
        '<c r="A1"><v></v>5</c>',
        '<c r="A1" s=""><v>5</v>7</c>',
        '<c1 r="A"><v></v></c1>',
        '1<c r="A"><v>5</v></c>',
        '<c r="A1"><f>1</f>5<v></v></c>',
        '<c r="A" s="1"><v>1</v></c>1',
        '<c r="A" t="e"><v>#REF!</v>1</c>',
        '<c r="A" s="1" t="inlineStr"><is><t>a</t></is>1</c>',
        '<c r="A1" t="s"><v></v>1</c>',
        '<c r="A1" t="T"><v>0</v></c>',
        '<c r="A1" t="E"><v>0</v></c>',
        '<c r="A1" t="T"><v>0</v></c><c r="B1" t="str"><v>b</v></c>',
    ],
)
def test_numbers_that_stand_elsewhere(cells: str) -> None:
    """A number that is missing in one place and too many in another deceives nobody."""
    ways = one(sheet(row(1, cells)))
    assert not ways.differ, ways
    assert not ways.accepted_alone, ways


@pytest.mark.parametrize(
    "rows",
    [
        '<row r="1"><c r="A1"><v></v></c></row><row r="2"><c r="A2"><v>2</v></c>9</row>',
        '<row r="1"><c r="A1"><v>1</v></c></row>7<row r="2"><c r="A2"><v></v></c></row>',
        '<row r="1" spans="1:"><c r="A1"><v>1</v></c>7</row>',
        '<row r="1" xac:dyDescent="1"><c r="A1"><v>1</v></c>7</row>',
        '<row r="1" ht=""><c r="A1"><v>1</v></c>7</row>',
        '<row r="1"><c r="A2"><v>1</v></c></row>',
        '<row r="2"><c r="A2"><v>1</v></c></row><row r="1"><c r="A1"><v>1</v></c></row>',
        '<row r="1"><c r="A1"><v>1</v></c></row><row r="1"><c r="A1"><v>2</v></c></row>',
        '<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>',
        '<row r="1"><c><v>1</v></c></row>',
        "<row><c><v>1</v></c></row>",
        '<row r="01"><c r="A01"><v>1</v></c></row>',
    ],
)
def test_rows_and_cells_out_of_order(rows: str) -> None:
    """Rows twice, backwards, without numbers or with those of other rows."""
    assert not one(sheet(rows)).differ


@pytest.mark.parametrize("number", ["0", "9999999", "1048577", "99999999", "99999999999999999999"])
@pytest.mark.parametrize("inside", ["", "<f/>", "<v>1</v>"])
def test_rows_that_no_sheet_has(number: str, inside: str) -> None:
    """A formula or a value in row 0, or past the last row, is refused in both ways."""
    ways = one(sheet(f'<row r="{number}"><c r="A{number}">{inside}</c></row>'))
    assert not ways.differ, ways
    assert not (inside and ways.accepted_alone), ways


@pytest.mark.parametrize(
    "written",
    [
        '<row r="{n}x</row>',
        '<row r=" {q} </row>',
        '<row r="1"><c r="A1"><f {q}</row>',
        '<row r="1"><c r="A1" t="str"><v xml:space="preserve">{n}</row>',
        '<row r="1"><c r="A1"><v>{n}e</v></c></row>',
        '<row r="1"{s}/>',
    ],
)
def test_time_grows_with_the_length_of_a_row(written: str) -> None:
    """A row of ten thousand unclosed quotes or digits takes no longer than another one."""
    rows = written.format(n="1" * 40_000, q='1"' * 10_000, s=' s="1"' * 20_000)
    began = time.process_time()
    one(sheet(rows))
    assert time.process_time() - began < 0.5


def test_days_with_a_point_are_found_at_once() -> None:
    """A day that is written as a decimal is not searched for among all days."""
    rows = "".join(row(at, '<c r="A@" s="1"><v>2958000.0</v></c>') for at in range(1, 40))
    began = time.process_time()
    one(sheet(rows))
    assert time.process_time() - began < 0.5
