"""A workbook as Excel writes it, put together as text: openpyxl would need minutes at six million cells."""

from __future__ import annotations

import zipfile
from typing import IO, TYPE_CHECKING, NamedTuple
from xml.sax.saxutils import escape, quoteattr

from bench.layout import letters

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from bench.layout import SheetLayout

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_ZIP_TIME = (2026, 1, 1, 0, 0, 0)
_DATE_STYLE = 1
_CHUNK = 2_000


class Special(NamedTuple):
    """A cell that is neither a whole number nor text: the rest of its `<c>` after the address."""

    xml: str


ERROR = Special(' t="e"><f>1/0</f><v>#DIV/0!</v></c>')
NO_STORED_VALUE = Special("><f>SUM(1,2)</f></c>")
FRACTION = Special("><v>2.5</v></c>")
DATE = Special(f' s="{_DATE_STYLE}"><v>45292</v></c>')

Value = int | str | Special | None


class Writer:
    """One workbook in the making: sheets one after another, then the parts that need them all."""

    def __init__(self, path: Path, level: int = 6) -> None:
        """Begin the file at `path`."""
        self._zip = zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=level)
        self._strings: dict[str, int] = {}
        self._uses = 0
        self._names: list[str] = []

    def add(self, layout: SheetLayout, size: int, rows: Iterable[list[Value]]) -> None:
        """Write one sheet of `size` rows under its header."""
        self._names.append(layout.name)
        last = f"{letters(len(layout.columns) - 1)}{size + 1}"
        with self._open(f"xl/worksheets/sheet{len(self._names)}.xml") as part:
            part.write(
                (
                    f'{_HEAD}<worksheet xmlns="{_MAIN}" xmlns:r="{_REL}"><dimension ref="A1:{last}"/>'
                    '<sheetViews><sheetView workbookViewId="0"/></sheetViews>'
                    '<sheetFormatPr defaultRowHeight="15"/><sheetData>'
                ).encode()
            )
            self._write_rows(part, layout, rows)
            part.write(
                b'</sheetData><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" '
                b'header="0.3" footer="0.3"/></worksheet>'
            )

    def _write_rows(self, part: IO[bytes], layout: SheetLayout, rows: Iterable[list[Value]]) -> None:
        names = [letters(index) for index in range(len(layout.columns))]
        spans = f'spans="1:{len(names)}"'
        header: list[Value] = [column.label for column in layout.columns]
        lines = [self._row(1, spans, names, header)]
        for number, row in enumerate(rows, start=2):
            lines.append(self._row(number, spans, names, row))
            if len(lines) == _CHUNK:
                part.write("".join(lines).encode())
                lines.clear()
        part.write("".join(lines).encode())

    def _row(self, number: int, spans: str, names: list[str], row: list[Value]) -> str:
        strings = self._strings
        cells = []
        for name, value in zip(names, row, strict=True):
            if isinstance(value, int):
                cells.append(f'<c r="{name}{number}"><v>{value}</v></c>')
            elif isinstance(value, str):
                index = strings.setdefault(value, len(strings))
                self._uses += 1
                cells.append(f'<c r="{name}{number}" t="s"><v>{index}</v></c>')
            elif value is not None:
                cells.append(f'<c r="{name}{number}"{value.xml}')
        return f'<row r="{number}" {spans}>{"".join(cells)}</row>'

    def close(self) -> None:
        """Write the shared strings, the styles and the lists of parts, and end the file."""
        with self._open("xl/sharedStrings.xml") as part:
            head = f'<sst xmlns="{_MAIN}" count="{self._uses}" uniqueCount="{len(self._strings)}">'
            items = "".join(f"<si><t>{escape(text)}</t></si>" for text in self._strings)
            part.write(f"{_HEAD}{head}{items}</sst>".encode())
        for name, text in _parts(self._names).items():
            with self._open(name) as part:
                part.write((_HEAD + text).encode())
        self._zip.close()

    def _open(self, name: str) -> IO[bytes]:
        entry = zipfile.ZipInfo(name, _ZIP_TIME)
        entry.compress_type = zipfile.ZIP_DEFLATED
        return self._zip.open(entry, "w")


def _parts(names: list[str]) -> dict[str, str]:
    """Return the small parts of a workbook with sheets of these names."""
    numbered = list(enumerate(names, start=1))
    sheets = "".join(f'<sheet name={quoteattr(n)} sheetId="{i}" r:id="rId{i}"/>' for i, n in numbered)
    links = "".join(_link(i, "worksheet", f"worksheets/sheet{i}.xml") for i, _ in numbered)
    links += _link(len(names) + 1, "styles", "styles.xml")
    links += _link(len(names) + 2, "sharedStrings", "sharedStrings.xml")
    types = "".join(_type(f"/xl/worksheets/sheet{i}.xml", f"{_TYPES}.worksheet+xml") for i, _ in numbered)
    types += _type("/xl/workbook.xml", f"{_TYPES}.sheet.main+xml")
    types += _type("/xl/styles.xml", f"{_TYPES}.styles+xml")
    types += _type("/xl/sharedStrings.xml", f"{_TYPES}.sharedStrings+xml")
    root = _link(1, "officeDocument", "xl/workbook.xml")
    return {
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_REL}"><sheets>{sheets}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": _links(links),
        "xl/styles.xml": _STYLES,
        "_rels/.rels": _links(root),
        "[Content_Types].xml": (
            f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Default Extension="xml" ContentType="application/xml"/>{types}</Types>'
        ),
    }


def _link(number: int, kind: str, target: str) -> str:
    return f'<Relationship Id="rId{number}" Type="{_REL}/{kind}" Target="{target}"/>'


def _links(links: str) -> str:
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{links}</Relationships>'


def _type(part: str, kind: str) -> str:
    return f'<Override PartName="{part}" ContentType="{kind}"/>'


_STYLES = (
    f'<styleSheet xmlns="{_MAIN}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
    '<xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
)
