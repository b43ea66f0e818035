# ruff: noqa: E501 - the files are easier to compare one to a line
"""Some eighty workbooks that mean harm, each made by name into a folder."""

from __future__ import annotations

import io
import os
import struct
import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPES = f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>'
ROOT_RELATIONS = (
    f'<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_REL}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
)
STRINGS = f'<sst xmlns="{MAIN}" count="2" uniqueCount="2"><si><t>zero</t></si><si><t>one</t></si></sst>'
A1 = '<c r="A1"><v>1</v></c>'


def sheet(cells: str = A1, after: str = "", before: str = "", main: str = MAIN) -> str:
    """The XML of a sheet with one row of the given cells."""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="{main}">{before}<sheetData>'
        f'<row r="1">{cells}</row></sheetData>{after}</worksheet>'
    )


def parts(
    xml: str | bytes = "", sheets: int = 1, target: str = "", **more: str | bytes
) -> dict[str, str | bytes]:
    """The parts of a workbook whose first sheet is `xml`; `more` replaces or adds parts by short name."""
    listed = "".join(f'<sheet name="S{i}" sheetId="{i}" r:id="rId{i}"/>' for i in range(1, sheets + 1))
    related = "".join(
        f'<Relationship Id="rId{i}" Type="{_REL}/worksheet" Target="{target or f"worksheets/sheet{i}.xml"}"/>'
        for i in range(1, sheets + 1)
    )
    found: dict[str, str | bytes] = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": ROOT_RELATIONS,
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{_REL}"><sheets>{listed}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">{related}</Relationships>',
        "xl/sharedStrings.xml": STRINGS,
    }
    for number in range(1, sheets + 1):
        found[f"xl/worksheets/sheet{number}.xml"] = xml or sheet()
    names = {"strings": "xl/sharedStrings.xml", "styles": "xl/styles.xml", "workbook": "xl/workbook.xml"}
    for name, content in more.items():
        found[names.get(name, name)] = content
    return found


def packed(content: dict[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip file of the parts."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        for name, data in content.items():
            archive.writestr(name, data)
    return file.getvalue()


def book(xml: str | bytes = "", **more: str | bytes) -> bytes:
    """A workbook whose only sheet is `xml`."""
    return packed(parts(xml, 1, "", **more))


def _pointing(content: str, after: str = "") -> str:
    """A sheet with three thousand cells that point at a shared string, and a date that the plain way declines."""
    rows = "".join(f'<row r="{i}"><c r="A{i}" t="s">{content}</c></row>' for i in range(2, 3000))
    xml = sheet('<c r="A1" t="d"><v>2024-01-01</v></c>' + after).replace(
        "</sheetData>", rows + "</sheetData>"
    )
    return xml.replace("<worksheet ", '<worksheet xmlns:x="x" ')


def ole(stream: str) -> bytes:
    """The beginning of an OLE container with one named stream."""
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + stream.encode("utf-16-le") + bytes(200)


def _without(name: str) -> bytes:
    content = parts()
    del content[name]
    return packed(content)


def _changed(old: bytes, new: bytes) -> bytes:
    """A workbook in which the packed, uncompressed bytes of a part were changed behind the checksum."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, data in parts(sheet('<c r="A1"><v>1250.5</v></c>')).items():
            archive.writestr(name, data)
    return file.getvalue().replace(old, new)


def _twice() -> bytes:
    file = io.BytesIO(book())
    with zipfile.ZipFile(file, "a") as archive:
        archive.writestr("xl/worksheets/SHEET1.xml", sheet('<c r="A1"><v>2</v></c>'))
    return file.getvalue()


def _encrypted_flag() -> bytes:
    data = bytearray(book())
    at = data.find(b"PK\x01\x02")
    while at >= 0:
        data[at + 8] |= 1
        at = data.find(b"PK\x01\x02", at + 4)
    return bytes(data)


def _overlapping() -> bytes:
    """Every entry of the directory points at the first local header."""
    data = bytearray(book())
    at = data.find(b"PK\x01\x02")
    while at >= 0:
        data[at + 42 : at + 46] = struct.pack("<L", 0)
        at = data.find(b"PK\x01\x02", at + 4)
    return bytes(data)


def _lying_size(size: int) -> bytes:
    data = bytearray(book(sheet("".join(f'<c r="A{i}"><v>1</v></c>' for i in range(1, 2000)))))
    at = data.find(b"xl/worksheets/sheet1.xml", data.find(b"PK\x01\x02"))
    data[at - 22 : at - 18] = struct.pack("<L", size)
    return bytes(data)


def _directory() -> bytes:
    return packed({**parts(), **{f"junk/{'n' * 200}{i}": b"" for i in range(20_000)}})


_LAUGHS = (
    '<!DOCTYPE lolz [<!ENTITY a "lol">'
    + "".join(f'<!ENTITY {chr(98 + i)} "{f"&{chr(97 + i)};" * 10}">' for i in range(9))
    + "]>"
)
_LONG_STRING = f'<sst xmlns="{MAIN}"><si><t>' + "x" * 1_000_000 + "</t></si></sst>"
_ROW = '<row r="{0}"><c r="A{0}"><v>1</v></c></row>'

MAKERS: dict[str, Callable[[], bytes]] = {
    "sound": book,
    "bomb-sheet": lambda: book(sheet(after="<!--" + " " * 180_000_000 + "-->")),
    "bomb-sheet-blanks": lambda: book(sheet('<c r="A1" s="1"/>' * 4_000_000)),
    "bomb-values": lambda: book(sheet("<c><v>1</v></c>" * 4_000_000)),
    "bomb-odd-values": lambda: book(sheet('<c r="A1"><v>-</v></c>' * 3_000_000)),
    "bomb-formulas": lambda: book(sheet('<c r="A1"><f>B1</f></c>' * 3_000_000)),
    "bomb-columns": lambda: book(sheet("<c/>" * 20_000_000)),
    "bomb-strings": lambda: book(strings=f'<sst xmlns="{MAIN}">' + "<si/>" * 8_000_000 + "</sst>"),
    "bomb-long-string": lambda: book(
        strings=f'<sst xmlns="{MAIN}"><si><t>' + "x" * 100_000_000 + "</t></si></sst>"
    ),
    "bomb-repeated-string": lambda: book(
        sheet("".join(f'<c r="A{i}" t="s"><v>0</v></c>' for i in range(1, 100_000))),
        strings=f'<sst xmlns="{MAIN}"><si><t>' + "x" * 1_000_000 + "</t></si></sst>",
    ),
    "bomb-repeated-string-formulas": lambda: book(_pointing('<f/><v>0</v>'), strings=_LONG_STRING),
    "bomb-repeated-string-comments": lambda: book(_pointing('<!-- --><v>0</v>'), strings=_LONG_STRING),
    "bomb-repeated-string-no-index": lambda: book(_pointing('<v>1x</v>'), strings=_LONG_STRING),
    "bomb-repeated-string-prefixed": lambda: book(_pointing('<x:v>0</x:v>'), strings=_LONG_STRING),
    "bomb-repeated-string-many-tags": lambda: book(
        _pointing("<v>0</v>", '<c r="XA1" t="str"><v>' + 't="s"' * 3_000_000 + "</v></c>"), strings=_LONG_STRING
    ),
    "bomb-formula-tags": lambda: book(sheet('<c r="A1">' + "<f " * 2_000_000 + "</c>")),
    "bomb-unclosed-cells": lambda: book(sheet('<c r="A1"><f>' * 700_000)),
    "bomb-cells-closed-with-space": lambda: book(sheet('<c r="A1"><f>1</f></c >' * 700_000)),
    "bomb-untagged-cells": lambda: book(sheet('<c r="A1" t="e"><v>#SPILL!</v></c>' + '<c r="B1" ' * 3_000_000)),
    "bomb-row-attributes": lambda: book(sheet().replace('<row r="1"', '<row r="1"' + ' s="1"' * 1_300_000)),
    "bomb-nested-styles": lambda: book(styles=f'<styleSheet xmlns="{MAIN}">' + "<x>" * 10_000_000),
    "bomb-style-attributes": lambda: book(
        styles="<styleSheet " + " ".join(f'a{i}="1"' for i in range(2_500_000)) + "/>"
    ),
    "bomb-styles": lambda: book(styles=f'<styleSheet xmlns="{MAIN}">' + " " * 100_000_000 + "</styleSheet>"),
    "bomb-cell-formats": lambda: book(
        styles=f'<styleSheet xmlns="{MAIN}"><cellXfs>' + "<xf/>" * 12_500_000 + "</cellXfs></styleSheet>"
    ),
    "bomb-format-brackets": lambda: book(
        styles=f'<styleSheet xmlns="{MAIN}"><numFmts><numFmt numFmtId="164" formatCode="{"[" * 1_000_000}"/></numFmts></styleSheet>'
    ),
    "bomb-references": lambda: book(
        strings=f'<sst xmlns="{MAIN}"><si><t>' + "&#432;" * 1_000_000 + "</t></si>" + ("<si><t>" + "&#432;" * 80 + "</t></si>") * 110_000 + "</sst>"
    ),
    "bomb-readings": lambda: book(
        strings=f'<sst xmlns="{MAIN}"><si><r><t>a</t></r>' + "<rPh " * 1_000_000 + "</si></sst>"
    ),
    "bomb-row-number": lambda: book(sheet().replace("</sheetData>", f'<row r="{"2" * 1_000_000} </row></sheetData>')),
    "bomb-row-quotes": lambda: book(sheet().replace("</sheetData>", '<row r=" ' + '2"' * 1_000_000 + " </row></sheetData>")),
    "bomb-merges": lambda: book(
        sheet(after="<mergeCells>" + '<mergeCell ref="A1:B2"/>' * 2_000_000 + "</mergeCells>")
    ),
    "bomb-unread-part": lambda: book(**{"xl/media/image1.png": b"\0" * 180_000_000}),
    "billion-laughs-sheet": lambda: book(f'<?xml version="1.0"?>{_LAUGHS}' + sheet("&i;")[38:]),
    "billion-laughs-strings": lambda: book(
        strings=f'<?xml version="1.0"?>{_LAUGHS}<sst xmlns="{MAIN}"><si><t>&i;</t></si></sst>'
    ),
    "billion-laughs-workbook": lambda: book(
        workbook=f'<?xml version="1.0"?>{_LAUGHS}<workbook xmlns="{MAIN}">&i;</workbook>'
    ),
    "external-entity": lambda: book(
        f'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>{sheet("&x;")[38:]}'
    ),
    "stray-last-cell": lambda: book(sheet(A1 + '<c r="XFD1048576"><v>1</v></c>')),
    "stray-last-cell-alone": lambda: book(sheet('<c r="XFD1048576"><v>1</v></c>')),
    "stray-last-row": lambda: book(sheet("".join(f'<c r="{c}1"><v>1</v></c>' for c in "ABCDEFGHIJ") + '<c r="A1048576"><v>1</v></c>')),
    "stray-beyond-rows": lambda: book(sheet('<c r="A9999999"><v>1</v></c>')),
    "stray-ten-cells": lambda: book(sheet("".join(f'<c r="FOO{100000 + i}"><v>1</v></c>' for i in range(10)))),
    "stray-after-column-z": lambda: book(sheet('<c r="AMJ1"><v>1</v></c><c r="A1000000"><v>1</v></c>')),
    "stray-prefixed": lambda: book(sheet(A1 + f'<x:c xmlns:x="{MAIN}" r="XFD1048576"><x:v>1</x:v></x:c>')),
    "stray-single-quotes": lambda: book(sheet(A1 + "<c r='XFD1048576'><v>1</v></c>")),
    "stray-attribute-order": lambda: book(sheet(A1 + '<c s="0" r="XFD1048576"><v>1</v></c>')),
    "stray-newline": lambda: book(sheet(A1 + '<c\nr="XFD1048576"><v>1</v></c>')),
    "stray-after-comment": lambda: book(sheet(A1 + '<!-- </sheetData> --><c r="XFD1048576"><v>1</v></c>')),
    "stray-row-number": lambda: book(sheet(A1, after="").replace('<row r="1">', '<row r="999999999">').replace('<c r="A1">', "<c>")),
    "stray-inline-text": lambda: book(sheet('<c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c>')),
    "stray-white-space": lambda: book(sheet(A1 + '<!-- --><c r="XFD1048576" t="str"><v> </v></c>')),
    "stray-empty-text": lambda: book(sheet(A1 + '<!-- --><c r="XFD1048576" t="str"><v/></c>')),
    "stray-empty-date": lambda: book(sheet(A1 + '<!-- --><c r="XFD1048576" t="d"><v></v></c>')),
    "stray-white-number": lambda: book(sheet(A1 + '<c r="Z900000"><v> </v></c>')),
    "stray-white-index": lambda: book(sheet(A1 + '<c r="Z900000" t="s"><v>\n</v></c>')),
    "stray-reference-to-white": lambda: book(sheet(A1 + '<c r="Z900000" t="str"><v>&#32;</v></c>')),
    "address-absurd": lambda: book(sheet('<c r="ZZZZZZZ1"><v>1</v></c>')),
    "address-zero": lambda: book(sheet('<c r="A0"><v>1</v></c>')),
    "address-entity": lambda: book(sheet('<c r="&#88;FD1048576"><v>1</v></c>')),
    "address-lower-case": lambda: book(sheet('<c r="xfd1048576"><v>1</v></c>')),
    "dimension-of-millions": lambda: book(sheet(before='<dimension ref="A1:XFD1048576"/>')),
    "dimension-nonsense": lambda: book(sheet(before='<dimension ref="hello"/>')),
    "unique-count": lambda: book(strings=STRINGS.replace('uniqueCount="2"', 'uniqueCount="4294967295"')),
    "unique-count-negative": lambda: book(strings=STRINGS.replace('uniqueCount="2"', 'uniqueCount="-1"')),
    "sheets-300": lambda: packed(parts(sheets=300)),
    "truncated-half": lambda: book()[: len(book()) // 2],
    "truncated-last-byte": lambda: book()[:-1],
    "truncated-start": lambda: book()[100:],
    "truncated-xml": lambda: book(sheet()[:-40]),
    "encrypted-ole": lambda: ole("EncryptedPackage"),
    "encrypted-zip": _encrypted_flag,
    "overlapping": _overlapping,
    "directory-of-thousands": _directory,
    "part-twice": _twice,
    "wrong-crc": lambda: _changed(b"1250.5", b"9250.5"),
    "size-too-small": lambda: _lying_size(10),
    "size-too-large": lambda: _lying_size(4_000_000_000),
    "string-index-negative": lambda: book(sheet('<c r="A1" t="s"><v>-1</v></c><c r="B1"><v>5</v></c>')),
    "string-index-text": lambda: book(sheet('<c r="A1" t="s"><v>abc</v></c><c r="B1"><v>5</v></c>')),
    "string-index-white": lambda: book(sheet('<c r="A1" t="s"><v> 1</v></c><c r="B1"><v>5</v></c>')),
    "string-index-decimal": lambda: book(sheet('<c r="A1" t="s"><v>1.0</v></c><c r="B1"><v>5</v></c>')),
    "string-index-endless": lambda: book(sheet('<c r="A1" t="s"><v>' + "9" * 30 + '</v></c><c r="B1"><v>5</v></c>')),
    "string-index-blank": lambda: book(sheet('<c r="A1" s="0" t="s"><f>B1</f><v> </v></c><c r="B1"><v>5</v></c>')),
    "string-index-too-large": lambda: book(sheet('<c r="A1" t="s"><v>7</v></c><c r="B1"><v>5</v></c>')),
    "not-finite": lambda: book(sheet('<c r="A1"><v>NaN</v></c><c r="B1"><v>-inf</v></c><c r="C1"><v>1e999</v></c>')),
    "cell-twice": lambda: book(sheet('<c r="A1"><v>1</v></c><c r="A1"><v>2</v></c>')),
    "error-unknown": lambda: book(sheet('<c r="A1" t="e"><v>#SPILL!</v></c><c r="B1"><v>5</v></c>')),
    "type-unknown": lambda: book(sheet('<c r="A1" t="zz"><v>1</v></c><c r="B1"><v>5</v></c>')),
    "style-index-absurd": lambda: book(sheet('<c r="A1" s="99999999999"><v>1</v></c>')),
    "no-workbook-part": lambda: _without("xl/workbook.xml"),
    "no-relations": lambda: _without("xl/_rels/workbook.xml.rels"),
    "no-sheet-part": lambda: _without("xl/worksheets/sheet1.xml"),
    "no-sheets": lambda: packed(parts(sheets=0)),
    "utf-16-sheet": lambda: book(sheet().replace("UTF-8", "UTF-16").encode("utf-16")),
    "utf-16-workbook": lambda: book(workbook=str(parts()["xl/workbook.xml"]).encode("utf-16")),
    "latin-1-sheet": lambda: book(sheet().replace("UTF-8", "ISO-8859-1")),
    "nul-bytes-sheet": lambda: book(sheet().encode() + bytes(1000)),
    "binary-sheet": lambda: book(bytes(range(256)) * 100),
    "not-closed-sheet": lambda: book(sheet('<c r="A1"><v>1</v>')),
    "target-parent": lambda: packed(parts(target="../xl/worksheets/sheet1.xml")),
    "target-outside": lambda: packed(parts(target="../../../../etc/passwd")),
    "target-absolute": lambda: packed(parts(target="/xl/worksheets/sheet1.xml")),
    "target-web": lambda: packed(parts(target="http://127.0.0.1:9/sheet1.xml")),
    "part-names-absolute": lambda: book(**{"/etc/passwd": b"x", "../../outside": b"x", "C:\\x": b"x"}),
    "macros": lambda: book(**{"xl/vbaProject.bin": b"\xd0\xcf\x11\xe0"}),
    "external-link": lambda: book(
        sheet('<c r="A1"><f>[1]S!A1</f><v>5</v></c>'),
        **{"xl/externalLinks/externalLink1.xml": f'<externalLink xmlns="{MAIN}"/>'},
    ),
    "strict": lambda: book(sheet('<c r="A1" t="s"><v>1</v></c>', main=STRICT)),
    "empty": lambda: b"",
    "zip-empty": lambda: b"PK\x05\x06" + bytes(18),
    "pdf": lambda: b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n",
    "html": lambda: b"<html><body><table><tr><td>1</td></tr></table></body></html>",
    "csv": lambda: "Mã đơn vị;Tên đơn vị\n024;Thư viện\n".encode(),
    "text": lambda: "Kính gửi Sở\n".encode(),
    "rtf": lambda: b"{\\rtf1\\ansi hello}",
    "xml": lambda: b'<?xml version="1.0"?><root/>',
    "xml-spreadsheet-2003": lambda: b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
    "noise": lambda: bytes((i * 7919 + i // 256) % 256 for i in range(1, 5000)),
    "xls": lambda: ole("Workbook"),
    "xls-biff2": lambda: b"\x09\x00\x04\x00\x02\x00\x10\x00" + bytes(100),
    "word-old": lambda: ole("WordDocument"),
    "xlsb": lambda: packed({"[Content_Types].xml": TYPES, "xl/workbook.bin": b"\x83\x01\x00"}),
    "ods": lambda: packed(
        {"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<x/>"}, zipfile.ZIP_STORED
    ),
    "fods": lambda: b'<?xml version="1.0" encoding="UTF-8"?>\n<office:document '
    b'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    b'office:mimetype="application/vnd.oasis.opendocument.spreadsheet"/>',
    "numbers": lambda: packed({"Index/Document.iwa": b"\0"}),
    "docx": lambda: packed({"[Content_Types].xml": TYPES, "word/document.xml": "<x/>"}),
    "zip": lambda: packed({"holiday.jpg": b"\xff\xd8\xff"}),
}  # fmt: skip


def make(folder: Path, names: Iterable[str]) -> dict[str, Path]:
    """Make hostile files into a folder, with a FIFO and a folder under Excel names where the system has them."""
    made: dict[str, Path] = {}
    for name in names:
        made[name] = folder / f"{name}.xlsx"
        made[name].write_bytes(MAKERS[name]())
    made["folder"] = folder / "folder.xlsx"
    made["folder"].mkdir()
    made["vanished-link"] = folder / "vanished-link.xlsx"
    made["vanished-link"].symlink_to(folder / "nowhere.xlsx")
    if hasattr(os, "mkfifo"):
        made["fifo"] = folder / "fifo.xlsx"
        os.mkfifo(made["fifo"])
    return made
