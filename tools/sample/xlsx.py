"""A workbook written part by part, so that the same cells give the same bytes on every machine.

A spreadsheet library would put its own version's habits, its compressor's and the clock into the
file, and cannot write a formula with its stored value. Parts are stored uncompressed for the same
reason: compressed bytes differ between builds of zlib.
"""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from sample.styles import STYLES_XML, style_number

if TYPE_CHECKING:
    from pathlib import Path

FIXED_TIME = "2026-01-01T00:00:00Z"
ZIP_TIME = (2026, 1, 1, 0, 0, 0)
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula with the value that the program stored for it; None where nothing was stored."""

    text: str
    stored: int | float | None = None


@dataclass(frozen=True, slots=True)
class ErrorValue:
    """A cell in which the spreadsheet program shows an error, with the formula that led to it."""

    shown: str
    formula: str


Value = int | float | str | Formula | ErrorValue | None


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: its value and the name of its style."""

    value: Value
    style: str = "plain"


@dataclass(frozen=True, slots=True)
class Choices:
    """A list of permitted values, offered in the cells of a range."""

    cells: str
    values: tuple[str, ...]


@dataclass(slots=True)
class Sheet:
    """One sheet. `rows` maps 1-based rows to their cells, by 1-based column."""

    name: str
    widths: list[float]
    rows: dict[int, dict[int, Cell]] = field(default_factory=dict)
    heights: dict[int, float] = field(default_factory=dict)
    frozen_rows: int = 0
    frozen_columns: int = 0
    choices: list[Choices] = field(default_factory=list)

    def put(self, row: int, column: int, value: Value, style: str = "plain") -> None:
        """Set one cell; a blank one is left out of the file."""
        if value is not None:
            self.rows.setdefault(row, {})[column] = Cell(value, style)


@dataclass(frozen=True, slots=True)
class Properties:
    """What the file says about itself in its document properties."""

    title: str
    subject: str
    description: str
    keywords: str


def letters(column: int) -> str:
    """Return the letters of a 1-based column."""
    text = ""
    while column:
        column, rest = divmod(column - 1, 26)
        text = chr(65 + rest) + text
    return text


def address(row: int, column: int) -> str:
    """Return the A1 address of a 1-based row and column."""
    return f"{letters(column)}{row}"


class Strings:
    """The shared strings of a workbook, numbered in order of first use."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def number(self, text: str) -> int:
        """Return the number of a text, the same for the same text."""
        return self._numbers.setdefault(text, len(self._numbers))

    def xml(self) -> str:
        """Return the part that holds the texts."""
        items = "".join(f'<si><t xml:space="preserve">{escape(text)}</t></si>' for text in self._numbers)
        return f'{HEAD}<sst xmlns="{MAIN}" uniqueCount="{len(self._numbers)}">{items}</sst>'


def write(path: Path, sheets: list[Sheet], properties: Properties) -> None:
    """Write the workbook to the path, replacing what is there."""
    strings = Strings()
    parts = {
        "[Content_Types].xml": _content_types(len(sheets)),
        "_rels/.rels": _package_relations(),
        "docProps/core.xml": _core(properties),
        "docProps/app.xml": _application(),
        "xl/workbook.xml": _workbook(sheets),
        "xl/_rels/workbook.xml.rels": _workbook_relations(len(sheets)),
        "xl/styles.xml": HEAD + STYLES_XML,
    }
    for number, sheet in enumerate(sheets, start=1):
        parts[f"xl/worksheets/sheet{number}.xml"] = _sheet(sheet, strings, first=number == 1)
    parts["xl/sharedStrings.xml"] = strings.xml()
    path.write_bytes(_zip(parts))


def _zip(parts: dict[str, str]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        for name, text in parts.items():
            entry = zipfile.ZipInfo(name, ZIP_TIME)
            entry.create_system = 3
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, text.encode())
    return target.getvalue()


def _cell(row: int, column: int, cell: Cell, strings: Strings) -> str:
    start = f'<c r="{address(row, column)}" s="{style_number(cell.style)}"'
    match cell.value:
        case str() as text:
            return f'{start} t="s"><v>{strings.number(text)}</v></c>'
        case Formula(text, None):
            return f"{start}><f>{escape(text)}</f></c>"
        case Formula(text, stored):
            return f"{start}><f>{escape(text)}</f><v>{stored!r}</v></c>"
        case ErrorValue(shown, formula):
            return f'{start} t="e"><f>{escape(formula)}</f><v>{shown}</v></c>'
        case number:
            return f"{start}><v>{number!r}</v></c>"


def _sheet(sheet: Sheet, strings: Strings, *, first: bool) -> str:
    rows = "".join(_row(number, sheet, strings) for number in sorted(sheet.rows))
    last = address(max(sheet.rows), max(max(cells) for cells in sheet.rows.values()))
    widths = "".join(
        f'<col min="{number}" max="{number}" width="{width}" customWidth="1"/>'
        for number, width in enumerate(sheet.widths, start=1)
    )
    return (
        f'{HEAD}<worksheet xmlns="{MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'
        f'<dimension ref="A1:{last}"/>{_view(sheet, first=first)}<sheetFormatPr defaultRowHeight="15.75"/>'
        f"<cols>{widths}</cols><sheetData>{rows}</sheetData>{_validations(sheet)}"
        '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/>'
        '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>'
    )


def _row(number: int, sheet: Sheet, strings: Strings) -> str:
    height = sheet.heights.get(number)
    tall = "" if height is None else f' ht="{height}" customHeight="1"'
    cells = sheet.rows[number]
    inner = "".join(_cell(number, column, cells[column], strings) for column in sorted(cells))
    return f'<row r="{number}"{tall}>{inner}</row>'


def _view(sheet: Sheet, *, first: bool) -> str:
    selected = ' tabSelected="1"' if first else ""
    pane = ""
    if sheet.frozen_rows:
        corner = address(sheet.frozen_rows + 1, sheet.frozen_columns + 1)
        pane = (
            f'<pane xSplit="{sheet.frozen_columns}" ySplit="{sheet.frozen_rows}" topLeftCell="{corner}" '
            'activePane="bottomRight" state="frozen"/>'
        )
    view = f'<sheetView showGridLines="0"{selected} workbookViewId="0">{pane}</sheetView>'
    return f"<sheetViews>{view}</sheetViews>"


def _validations(sheet: Sheet) -> str:
    if not sheet.choices:
        return ""
    items = "".join(
        f'<dataValidation type="list" allowBlank="1" errorStyle="warning" showErrorMessage="1" '
        f'sqref="{choice.cells}"><formula1>"{escape(",".join(choice.values))}"</formula1></dataValidation>'
        for choice in sheet.choices
    )
    return f'<dataValidations count="{len(sheet.choices)}">{items}</dataValidations>'


def _content_types(sheets: int) -> str:
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    package = "application/vnd.openxmlformats-package"
    parts = [("/xl/workbook.xml", f"{kind}.sheet.main+xml"), ("/xl/styles.xml", f"{kind}.styles+xml")]
    parts += [(f"/xl/worksheets/sheet{n}.xml", f"{kind}.worksheet+xml") for n in range(1, sheets + 1)]
    parts += [
        ("/xl/sharedStrings.xml", f"{kind}.sharedStrings+xml"),
        ("/docProps/core.xml", f"{package}.core-properties+xml"),
        ("/docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml"),
    ]
    overrides = "".join(f'<Override PartName="{name}" ContentType="{what}"/>' for name, what in parts)
    return (
        f'{HEAD}<Types xmlns="{PACKAGE}/content-types">'
        f'<Default Extension="rels" ContentType="{package}.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _relations(pairs: list[tuple[str, str]]) -> str:
    items = "".join(
        f'<Relationship Id="rId{number}" Type={quoteattr(kind)} Target={quoteattr(target)}/>'
        for number, (kind, target) in enumerate(pairs, start=1)
    )
    return f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{items}</Relationships>'


def _package_relations() -> str:
    return _relations(
        [
            (f"{REL}/officeDocument", "xl/workbook.xml"),
            (f"{PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
            (f"{REL}/extended-properties", "docProps/app.xml"),
        ]
    )


def _workbook_relations(sheets: int) -> str:
    pairs = [(f"{REL}/worksheet", f"worksheets/sheet{number}.xml") for number in range(1, sheets + 1)]
    return _relations(
        [*pairs, (f"{REL}/styles", "styles.xml"), (f"{REL}/sharedStrings", "sharedStrings.xml")]
    )


def _workbook(sheets: list[Sheet]) -> str:
    items = "".join(
        f'<sheet name={quoteattr(sheet.name)} sheetId="{number}" r:id="rId{number}"/>'
        for number, sheet in enumerate(sheets, start=1)
    )
    return (
        f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{REL}"><bookViews><workbookView/></bookViews>'
        f"<sheets>{items}</sheets></workbook>"
    )


def _core(properties: Properties) -> str:
    return (
        f'{HEAD}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(properties.title)}</dc:title><dc:subject>{escape(properties.subject)}</dc:subject>"
        f"<dc:creator>llplan</dc:creator><cp:keywords>{escape(properties.keywords)}</cp:keywords>"
        f"<dc:description>{escape(properties.description)}</dc:description>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{FIXED_TIME}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{FIXED_TIME}</dcterms:modified></cp:coreProperties>'
    )


def _application() -> str:
    return (
        f'{HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        "<Application>llplan</Application></Properties>"
    )
