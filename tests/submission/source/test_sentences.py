"""Every sentence that is said of a file as a whole, made once by a file: what it says is true."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import pytest

from lifelong_learning import catalogue
from lifelong_learning.model.findings import Finding
from lifelong_learning.submission.source.elements import Limits
from lifelong_learning.submission.source.workbook import open_workbook

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from types import ModuleType

    Maker = Callable[[ModuleType], bytes]

ELSEWHERE = {("WB001", "missing"), ("WB001", "unreadable"), ("WB001", "not_a_file"), ("WB001", "loop"),
             ("WB003", "findings")}  # fmt: skip
"""Said of what is no file, and of a sheet that was read."""


def _made(name: str) -> Maker:
    return lambda h: h.MAKERS[name]()


def _rewritten(**parts: str | bytes) -> Maker:
    names = {"sheet": "xl/worksheets/sheet1.xml", "book": "xl/workbook.xml", "texts": "xl/sharedStrings.xml"}
    return lambda h: h.packed({**h.parts(), **{names[part]: xml for part, xml in parts.items()}})


def _stored(h: ModuleType) -> bytes:
    """A workbook whose parts claim to be packed by a method that is not known (bzip2)."""
    data: bytes = h.book()
    at = data.find(b"PK\x01\x02")
    return data[: at + 10] + b"\x0c" + data[at + 11 :]


def _two_of_one_name(h: ModuleType) -> bytes:
    content = h.parts(sheets=2)
    content["xl/workbook.xml"] = content["xl/workbook.xml"].replace('"S2"', '"S1"')
    data: bytes = h.packed(content)
    return data


def _untold(h: ModuleType) -> bytes:
    content = h.parts()
    content["xl/workbook.xml"] = content["xl/workbook.xml"].replace('"rId1"', '"rId7"')
    data: bytes = h.packed(content)
    return data


SENTENCES: dict[tuple[str, str], tuple[Maker, str]] = {
    ("WB001", "empty"): (_made("empty"), "The file is empty (0 bytes)."),
    ("WB001", "pdf"): (_made("pdf"), "This is a PDF file, not a workbook."),
    ("WB001", "html"): (_made("html"), "This is an HTML page, not a workbook."),
    ("WB001", "xml_file"): (_made("xml"), "This is an XML file, not a workbook."),
    ("WB001", "csv"): (_made("csv"), "This is a CSV file, not a workbook."),
    ("WB001", "json"): (lambda _: b'[{"a": 1, "b": 2}]', "This is a JSON file, not a workbook."),
    ("WB001", "rtf"): (_made("rtf"), "This is an RTF document, not a workbook."),
    ("WB001", "text"): (_made("text"), "This is a text file, not a workbook."),
    ("WB001", "picture"): (lambda _: b"\x89PNG\r\n\x1a\n", "This is a picture, not a workbook."),
    ("WB001", "word"): (_made("docx"), "This is a Word document, not a workbook."),
    ("WB001", "slides"): (
        lambda h: h.packed({"[Content_Types].xml": h.TYPES, "ppt/presentation.xml": "<x/>"}),
        "This is a presentation, not a workbook.",
    ),
    ("WB001", "archive"): (_made("zip"), "This is a packed archive, not a workbook."),
    ("WB001", "other"): (_made("noise"), "This is a file of an unknown kind, not a workbook."),
    ("WB001", "lock_file"): (
        lambda _: b"\x05Thanh" + b" " * 159,
        "This is the small file that Excel keeps beside a workbook while it is open, not a workbook.",
    ),
    ("WB001", "xml"): (_made("truncated-xml"), "The XML of the workbook is not well-formed."),
    ("WB001", "truncated"): (
        _made("truncated-half"),
        "The file is cut short or damaged: its zip directory cannot be read.",
    ),
    ("WB001", "directory"): (
        _made("directory-of-thousands"),
        "The zip directory of the file is larger than that of any workbook.",
    ),
    ("WB001", "crc"): (
        _made("wrong-crc"), "The part xl/worksheets/sheet1.xml is damaged: its checksum is wrong.",
    ),
    ("WB001", "size"): (
        _made("size-too-small"),
        "The part xl/worksheets/sheet1.xml is damaged: it does not have the size that the zip directory "
        "gives.",
    ),
    ("WB001", "packing"): (
        _stored,
        "The part [Content_Types].xml is damaged or packed in a way that no spreadsheet program uses.",
    ),
    ("WB001", "part_twice"): (_made("part-twice"), "The file holds the part xl/worksheets/SHEET1.xml twice."),
    ("WB001", "overlap"): (
        _made("overlapping"), "The part _rels/.rels overlaps another one in the zip file.",
    ),
    ("WB001", "sheet_twice"): (_two_of_one_name, "Two sheets of the workbook have the same name."),
    ("WB001", "no_workbook_part"): (
        _made("no-workbook-part"),
        "The file is packed as a workbook is, but its main part (xl/workbook.xml) is missing.",
    ),
    ("WB001", "no_relations"): (
        _made("no-relations"),
        "The part that says where the sheets are (xl/_rels/workbook.xml.rels) is missing from the file.",
    ),
    ("WB001", "no_target"): (
        _untold, "The workbook lists this sheet but does not say where in the file it is.",
    ),
    ("WB001", "no_part"): (
        _made("no-sheet-part"),
        "The part of the sheet (xl/worksheets/sheet1.xml) is missing from the file.",
    ),
    ("WB001", "doctype"): (
        _made("external-entity"),
        "The part xl/worksheets/sheet1.xml contains a DOCTYPE, which no workbook needs.",
    ),
    ("WB001", "empty_part"): (_rewritten(sheet=b""), "The part xl/worksheets/sheet1.xml is empty."),
    ("WB001", "encoding"): (_made("utf-16-sheet"), "The part xl/worksheets/sheet1.xml is not in UTF-8."),
    ("WB001", "address"): (_made("address-zero"), "A cell has the address “A0”, which does not exist."),
    ("WB003", "file"): (lambda h: h.book() + bytes(2000), "The file has more than 2000 bytes."),
    ("WB003", "bytes"): (
        lambda h: h.book(h.sheet(after=" " * 200_000)),
        "Unpacked, the workbook takes more than 100000 bytes.",
    ),
    ("WB003", "part"): (
        _rewritten(book=b"<workbook>" + b" " * (8 << 20)),
        "The part xl/workbook.xml takes more than 8388608 bytes.",
    ),
    ("WB003", "text"): (
        lambda h: h.book(
            h.sheet('<c r="A1" t="s"><v>0</v></c><c t="s"><v>0</v></c><c t="s"><v>0</v></c>'),
            strings=f'<sst xmlns="{h.MAIN}"><si><t>{"x" * 50_000}</t></si></sst>',
        ),
        "The text of the cells takes more than 100000 bytes.",
    ),
    ("WB003", "long"): (
        _rewritten(texts=b"<sst><si><!-- --><t>" + b"x" * (9 << 20) + b"</t></si></sst>"),
        "A text in the workbook has more than 8388608 characters.",
    ),
    ("WB003", "strings"): (_made("unique-count"), "The workbook holds more than 90 texts."),
    ("WB003", "rows"): (_made("stray-beyond-rows"), "Cell A9999999 lies beyond row 1048576."),
    ("WB003", "columns"): (_made("stray-ten-cells"), "Cell FOO100000 lies beyond column 2048."),
    ("WB003", "cells"): (
        _made("stray-last-row"),
        "The used cells reach to J1048576, a rectangle of 10485760 cells where 90 are allowed.",
    ),
    ("WB003", "values"): (
        lambda h: h.book(h.sheet("<c r='A1'><v>1</v></c>" * 99)), "The sheet holds more than 90 values.",
    ),
    ("WB003", "elements"): (
        lambda h: h.book(h.sheet("<c/>" * 100_136)),
        "The sheet is written in an unusual way and is too much to read so: its cells, blank ones too, with "
        "those of such sheets before it, count for more than 100135 tags.",
    ),
    ("WB003", "merges"): (
        lambda h: h.book(h.sheet(after='<mergeCell ref="A1:B2"/>' * 200_001)),
        "The sheet has more than 200000 merged ranges.",
    ),
    ("WB003", "sheets"): (_made("sheets-300"), "The workbook has 300 sheets where 255 are allowed."),
    ("WB004", "xls"): (
        _made("xls"), "This is an old Excel workbook (.xls); only .xlsx and .xlsm workbooks are read.",
    ),
    ("WB004", "xlsb"): (
        _made("xlsb"), "This is a binary Excel workbook (.xlsb); only .xlsx and .xlsm workbooks are read.",
    ),
    ("WB004", "ods"): (
        _made("ods"),
        "This is an OpenDocument spreadsheet (.ods, .fods); only .xlsx and .xlsm workbooks are read.",
    ),
    ("WB004", "csv"): (
        lambda _: b"a,b\n1,2\n", "This is a CSV file; only .xlsx and .xlsm workbooks are read.",
    ),
    ("WB004", "et"): (
        lambda _: bytes(range(256)),
        "This is a WPS spreadsheet (.et); only .xlsx and .xlsm workbooks are read.",
    ),
    ("WB004", "numbers"): (
        _made("numbers"),
        "This is an Apple Numbers document (.numbers); only .xlsx and .xlsm workbooks are read.",
    ),
    ("WB004", "xml_spreadsheet"): (
        _made("xml-spreadsheet-2003"),
        "This is an Excel 2003 XML spreadsheet; only .xlsx and .xlsm workbooks are read.",
    ),
    ("WB004", "ole"): (
        lambda h: h.ole("Anything"),
        "This is a document of an old Office format; only .xlsx and .xlsm workbooks are read.",
    ),
}  # fmt: skip
NAMES = {("WB001", "lock_file"): "~$book.xlsx", ("WB004", "csv"): "book.csv", ("WB004", "et"): "book.et"}
SMALL = {
    ("WB003", "file"): Limits(bytes_on_disk=2000),
    ("WB003", "bytes"): Limits(bytes_unpacked=100_000),
    ("WB003", "text"): Limits(bytes_unpacked=100_000),
    ("WB003", "strings"): Limits(cells=90),
    ("WB003", "cells"): Limits(cells=90),
    ("WB003", "values"): Limits(cells=90),
    ("WB003", "elements"): Limits(cells=90),
}


def _found(path: Path | str, limits: Limits | None = None) -> Finding:
    opened = open_workbook(str(path), limits or Limits())
    if isinstance(opened, Finding):
        return opened
    return next(grid for sheet in opened.sheets if isinstance(grid := opened.grid(sheet.name), Finding))


@pytest.mark.parametrize("key", SENTENCES, ids="-".join)
def test_what_is_said_of_a_file(key: tuple[str, str], tmp_path: Path, hostile: ModuleType) -> None:
    """A file of this kind leads to this sentence, which is there in Vietnamese as well."""
    maker, sentence = SENTENCES[key]
    path = tmp_path / NAMES.get(key, "book.xlsx")
    path.write_bytes(maker(hostile))
    found = _found(path, SMALL.get(key))
    assert ((found.code, found.variant), catalogue.message(found, "en")) == (key, sentence)
    assert catalogue.message(found, "vi") != sentence


def test_what_is_said_of_paths_without_a_file(tmp_path: Path) -> None:
    """A path that leads nowhere, to itself, to a folder, or to what may not be read."""
    (tmp_path / "loop.xlsx").symlink_to(tmp_path / "loop.xlsx")
    (tmp_path / "folder.xlsx").mkdir()
    said = {
        name: catalogue.message(_found(tmp_path / name), "en") for name in ("loop.xlsx", "folder.xlsx", "no")
    }
    assert said == {
        "loop.xlsx": "This is a link that leads back to itself, and to no file.",
        "folder.xlsx": "This is not a regular file but a folder, pipe or device with an Excel name.",
        "no": "The file has gone while it was about to be read.",
    }


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="everything may be read")
def test_what_is_said_of_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    """A file without the permission to read it."""
    (tmp_path / "book.xlsx").write_bytes(b"x")
    (tmp_path / "book.xlsx").chmod(0)
    assert catalogue.message(_found(tmp_path / "book.xlsx"), "en") == (
        "The file may not be opened: the permission to read it is lacking, or another program holds it."
    )


def test_every_sentence_is_said_once() -> None:
    """No wording of these codes is without its file; the ordinary one of each is for `explain` alone."""
    wanted = {
        (code, variant)
        for code in ("WB001", "WB003", "WB004")
        for variant in catalogue.entries()[code].variants
        if variant
    }
    assert wanted - ELSEWHERE == set(SENTENCES)
