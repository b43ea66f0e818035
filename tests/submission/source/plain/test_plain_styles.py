"""Which cell formats make a day of a number."""

from __future__ import annotations

import time as clock
from datetime import date, datetime, time, timedelta
from xml.sax.saxutils import quoteattr

import pytest
from ways import MAIN, Seen, book, both, read, row, sheet

from lifelong_learning.submission.source.elements import RefusedError
from lifelong_learning.submission.source.parts import styles_of

REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def styles(inside: str) -> str:
    """A styles part."""
    return f'<styleSheet xmlns="{MAIN}">{inside}</styleSheet>'


def formats(*codes: str, first: int = 164) -> str:
    """The formats of numbers, from a number on."""
    tags = (f'<numFmt numFmtId="{at}" formatCode={quoteattr(code)}/>' for at, code in enumerate(codes, first))
    return f"<numFmts>{''.join(tags)}</numFmts>"


def cells(*numbers: int) -> str:
    """The formats of cells."""
    return "<cellXfs>" + "".join(f'<xf numFmtId="{number}"/>' for number in (0, *numbers)) + "</cellXfs>"


def seen(inside: str, value: str = "45000", style: str = "1") -> Seen | None:
    """A number in the first cell of such styles."""
    xml = sheet(row(1, f'<c r="A1" s="{style}"><v>{value}</v></c>'))
    return read(xml, styles=styles(inside))


@pytest.mark.parametrize(
    "code", ["dd/mm/yyyy", "yyyy-mm-dd", "d-mmm", "m/d/yy;@", "[$-42A]dd/mm/yyyy;@", "dd\\-mm\\-yyyy"]
)
def test_days(code: str) -> None:
    """A whole number under the format of a day is that day."""
    found = seen(formats(code) + cells(164))
    assert found is not None
    assert found.cells == {(1, 1): date(2023, 3, 15)}


@pytest.mark.parametrize("number", [14, 15, 16, 17])
def test_built_in_days(number: int) -> None:
    """The formats of days that no workbook needs to name."""
    found = seen(cells(number))
    assert found is not None
    assert found.cells == {(1, 1): date(2023, 3, 15)}


@pytest.mark.parametrize(
    "code",
    [
        "0.00",
        '0 "ngày"',
        "[Red]0",
        "0\\d",
        "[$đ-42A]0",
        "#,##0_d",
        "General",
        "0%",
        "@",
        '"d"0"m"',
        "[$-F400]0",
        "*d0",
        "\u017f0",
        "_-* #,##0_-;-* #,##0_-",
        '[>=100][Magenta]0;General"d"',
    ],
)
def test_formats_without_a_day(code: str) -> None:
    """Letters that are quoted, escaped, in brackets or a blank's width make no day."""
    found = seen(formats(code) + cells(164))
    assert found is not None
    assert found.cells == {(1, 1): 45000}


@pytest.mark.parametrize("code", ["[h]:mm", "[mm]:ss", "[hh]", "[H]", '[h]"h"'])
def test_durations(code: str) -> None:
    """Hours, minutes or seconds in brackets are counted on past their sixtieth."""
    found = seen(formats(code) + cells(164))
    assert found is not None
    assert found.cells == {(1, 1): timedelta(days=45000)}


@pytest.mark.parametrize("code", ['yyyy"年"m"月"', "d;@;0", "[Red]d", '"d" d', "General d", '*"d"0'])
def test_days_beside_literals(code: str) -> None:
    """What is quoted, escaped or in brackets takes no letter of a day away."""
    found = seen(formats(code) + cells(164))
    assert found is not None
    assert found.cells == {(1, 1): date(2023, 3, 15)}


@pytest.mark.parametrize(
    "code", ['"d', "[d", "d\\", "-\\", "a/p", "[[h]]", '"a_"0"d"', "\\", "x" * 250 + "dd/mm/yyyy"]
)
def test_formats_that_no_program_writes(code: str) -> None:
    """Quotes and brackets that do not end: both ways take the number for the same."""
    assert seen(formats(code) + cells(164)) is not None


@pytest.mark.parametrize(
    ("value", "meant"),
    [
        ("0", time(0, 0)),
        ("1", date(1900, 1, 1)),
        ("59", date(1900, 2, 28)),
        ("61", date(1900, 3, 1)),
        ("0.5", time(12, 0)),
        ("45000.25", datetime(2023, 3, 15, 6, 0)),
        ("2958465", date(9999, 12, 31)),
        ("-1", -1),
        ("-0.5", -0.5),
    ],
)
def test_days_and_times(value: str, meant: object) -> None:
    """Times, days before March 1900, and numbers below zero, which are no days."""
    found = seen(cells(14), value)
    assert found is not None
    assert found.cells == {(1, 1): meant}


@pytest.mark.parametrize(("number", "value"), [(14, "2958466"), (14, "1E+15"), (46, "1000000001")])
def test_days_beyond_all_calendars(number: int, value: str) -> None:
    """A day after 9999, or a duration that no program counts, is named at its cell by the other way."""
    (ways,) = both(book(sheet(row(1, f'<c r="A1" s="1"><v>{value}</v></c>')), styles=styles(cells(number))))
    assert ways.plain is None
    assert isinstance(ways.every, Seen)
    assert ways.every.broken == {(1, 1): "moment"}


@pytest.mark.parametrize(
    ("said", "meant"), [("1", date(2027, 3, 16)), ("true", date(2027, 3, 16)), ("false", date(2023, 3, 15))]
)
def test_days_counted_from_another_one(said: str, meant: date) -> None:
    """A workbook may count its days from 1904."""
    workbook = (
        f'<workbook xmlns="{MAIN}" xmlns:r="{REL}"><workbookPr date1904="{said}"/><sheets>'
        '<sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>'
    )
    dated, numbered = (sheet(row(1, f'<c r="A1" s="{style}"><v>45000</v></c>')) for style in "10")
    (one,), (other,) = (both(book(xml, workbook=workbook)) for xml in (dated, numbered))
    assert one.plain == one.every
    assert one.plain is not None
    assert one.plain.cells == {(1, 1): meant}
    assert other.plain == other.every


@pytest.mark.parametrize(
    "inside",
    [
        formats("0.0") + cells(164) + '<dxfs><dxf><numFmt numFmtId="164" formatCode="yyyy"/></dxf></dxfs>',
        formats("yyyy") + cells(164) + '<dxfs><dxf><numFmt numFmtId="164" formatCode="0"/></dxf></dxfs>',
        cells(2) + '<dxfs><dxf><numFmt numFmtId="2" formatCode="yyyy"/></dxf></dxfs>',
        cells(14) + '<dxfs><dxf><numFmt numFmtId="14" formatCode="0"/></dxf></dxfs>',
        formats("yyyy") + formats("0") + cells(164),
        formats("0") + formats("yyyy") + cells(164),
        formats("[h]") + formats("yyyy") + cells(164),
        cells(164) + formats("yyyy"),
        '<numFmt numFmtId="164" formatCode="yyyy"/>' + cells(164),
        formats("0", first=14) + cells(14),
        formats("yyyy", first=2) + cells(2),
        '<cellXfs><xf numFmtId="0"/></cellXfs><x><xf numFmtId="14"/></x>',
        '<cellXfs><xf numFmtId="0"/></cellXfs><cellXfs><xf numFmtId="14"/></cellXfs>',
        '<cellXfs><xf numFmtId="0"/><xf numFmtId="1&#52;"/></cellXfs>',
        '<cellXfs><xf numFmtId="0"/><xf numFmtId="014"/></cellXfs>',
        '<cellXfs><xf numFmtId="0"/><extLst><xf numFmtId="0"/></extLst><xf numFmtId="14"/></cellXfs>',
        '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf/><xf numFmtId="2"/></cellXfs>',
    ],
)
def test_formats_at_unusual_places(inside: str) -> None:
    """Formats of tables and conditions, formats named twice or too late, are as the reader has them."""
    seen(inside)


@pytest.mark.parametrize("style", ["01", "001", "9", "4294967297", "18446744073709551616", "9" * 30])
@pytest.mark.parametrize("first", [0, 14])
def test_unusual_numbers_of_styles(style: str, first: int) -> None:
    """A style with leading zeros, or one that does not exist, for which the first may be taken."""
    seen(cells(14).replace('numFmtId="0"', f'numFmtId="{first}"'), style=style)


@pytest.mark.parametrize(
    "xml", [b"<styleSheet>", b"", b"\xff", b'<?xml version="1.0" encoding="utf-80"?><s/>']
)
def test_styles_that_are_no_xml_are_refused(xml: bytes) -> None:
    """Damaged styles leave it open what is a day."""
    with pytest.raises(RefusedError):
        styles_of(xml)


@pytest.mark.parametrize("code", ["[", '"', "[h", "[$-", "\\", "_", 'd"', "[$-0", "d;@"])
def test_time_grows_with_the_length_of_a_format(code: str) -> None:
    """A format of forty thousand unclosed brackets takes no longer than another one."""
    began = clock.process_time()
    styles_of(styles(formats(code * 40_000)).encode())
    assert clock.process_time() - began < 0.5
