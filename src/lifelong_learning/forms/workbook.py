"""A workbook that people fill in: drafted sheet by sheet, then written by openpyxl.

The same draft gives the same bytes: nothing of a clock gets into the file.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from html import escape
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, NamedTuple
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from msgspec import Struct, field

from lifelong_learning.forms.looks import FACE, Looks, ground_of
from lifelong_learning.model.findings import cell_address, column_letters
from lifelong_learning.model.submission import MARK_PROPERTY

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from lifelong_learning.model.submission import Mark

HIGHEST_ROW = 400.0
"""Points that a row is high at most; no program takes more than 409."""
A4 = 9
"""The number of the paper size."""
_FIRST_DATE = (1980, 1, 1, 0, 0, 0)
"""The earliest date that a zip file can say, in place of a clock."""
_LONGEST_TITLE, _LONGEST_MESSAGE, _LONGEST_TEXT = 32, 225, 32_767
_LONGEST_HEADING = 90
"""Of a text above or below a page, where there is room for no more."""
_FORMULA_MARKS = ("=", "+", "-", "@", "\t", "\r")
_EXACT = 10**15
_LIKE_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_UNSTORED = re.compile(
    rb'(?P<cell><c r="(?P<at>[A-Z]+[0-9]+)"[^<>]*)>(?P<formula><f>[^<]*</f>)<v(?:\s*/>|></v>)'
)
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0d\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


class Formula(NamedTuple):
    """A formula without its equals sign, and the result that is stored with it; None: no result."""

    text: str
    stored: str | float | None = ""


class ErrorCell(NamedTuple):
    """An error value, such as #DIV/0!."""

    shown: str


Value = str | float | bool | datetime | date | time | timedelta | Formula | ErrorCell | None
KNOWN_ERRORS = frozenset({"#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!"})


class Rule(NamedTuple):
    """What may be typed into a range.

    `kind` is list, whole or custom; `formulas` one expression, or two for the ends of a range.
    """

    cells: str
    kind: str
    formulas: tuple[str, ...]
    title: str
    message: str
    prompt: str = ""


class Condition(NamedTuple):
    """A ground that is laid under the cells for which the expression, written for the first one, holds."""

    cells: str
    expression: str
    ground: str


class Sheet(Struct):
    """One sheet. Rows and columns are 1-based; `frozen` is the first cell that moves."""

    name: str
    widths: list[float] = field(default_factory=list)
    rows: dict[int, dict[int, tuple[Value, str]]] = field(default_factory=dict)
    heights: dict[int, float] = field(default_factory=dict)
    merges: list[tuple[int, int, int, int]] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    conditions: list[Condition] = field(default_factory=list)
    frozen: tuple[int, int] = (1, 1)
    heading: tuple[str, str] | None = None
    """What stands above every printed page, and below; without it the sheet's name above."""
    printed_from: int = 1
    """The first row that is printed."""
    repeated_rows: tuple[int, int] | None = None
    repeated_columns: tuple[int, int] | None = None
    breaks: list[int] = field(default_factory=list)
    """Columns after which a printed page ends."""
    scale: int | None = None
    """Percent at which the sheet is printed; None: so that all columns fit across one page."""
    protected: bool = False
    tab: str | None = None

    def put(self, row: int, col: int, value: Value, look: str) -> None:
        """Set one cell."""
        self.rows.setdefault(row, {})[col] = (value, look)

    def merge(self, row1: int, col1: int, row2: int, col2: int, look: str) -> None:
        """Merge a range, its cells looking alike; the value stays that of its first cell."""
        for row in range(row1, row2 + 1):
            for col in range(col1, col2 + 1):
                self.rows.setdefault(row, {}).setdefault(col, (None, look))
        if (row1, col1) != (row2, col2):
            self.merges.append((row1, col1, row2, col2))

    @property
    def last_row(self) -> int:
        """The last row that has a cell."""
        return max(self.rows, default=1)


def write(sheets: Sequence[Sheet], title: str, mark: Mark) -> bytes:
    """Return the workbook; the first sheet is in front, and the mark says what it was made from."""
    from io import BytesIO

    from openpyxl import Workbook
    from openpyxl.packaging.custom import StringProperty
    from openpyxl.writer.excel import ExcelWriter

    book = Workbook(write_only=True)
    book.properties.creator, book.properties.title = "llplan", title
    book.properties.created = book.properties.modified = datetime(*_FIRST_DATE)
    book.custom_doc_props.append(StringProperty(name=MARK_PROPERTY, value=mark.text()))
    looks = Looks(book)
    for number, sheet in enumerate(sheets):
        raw = book.create_sheet(sheet.name)
        raw.sheet_view.tabSelected = number == 0
        _lay_out(raw, sheet)
        _print(raw, sheet)
        _add_rows(raw, sheet, looks)
        _add_rules(raw, sheet)
    results = {f"xl/worksheets/sheet{number}.xml": _results(sheet) for number, sheet in enumerate(sheets, 1)}
    written = BytesIO()
    ExcelWriter(book, _Archive(written, results)).save()
    return written.getvalue()


def _lay_out(raw: Any, sheet: Sheet) -> None:
    """Set what openpyxl writes in front of the rows."""
    raw.sheet_properties.tabColor = sheet.tab
    raw.sheet_properties.pageSetUpPr.fitToPage = sheet.scale is None
    raw.sheet_view.showGridLines = False
    raw.sheet_format.defaultRowHeight = 15.75
    if sheet.frozen != (1, 1):
        raw.freeze_panes = cell_address(*sheet.frozen)
    for number, width in enumerate(sheet.widths, 1):
        raw.column_dimensions[column_letters(number)].width = width
    for row, height in sheet.heights.items():
        raw.row_dimensions[row].height = height
    if sheet.protected:
        raw.protection.sheet = True
        raw.protection.formatCells = raw.protection.formatColumns = raw.protection.formatRows = False


def _print(raw: Any, sheet: Sheet) -> None:
    """Set how a sheet prints."""
    from openpyxl.worksheet.pagebreak import Break, ColBreak

    raw.page_setup.paperSize, raw.page_setup.orientation = A4, "landscape"
    if sheet.scale is not None:
        raw.page_setup.scale, raw.page_setup.pageOrder = sheet.scale, "overThenDown"
        raw.col_breaks = ColBreak(brk=[Break(id=col, max=1_048_575) for col in sheet.breaks])
    else:
        raw.page_setup.fitToHeight = 0
    margins = raw.page_margins
    margins.left = margins.right = 0.4
    margins.top, margins.bottom, margins.header, margins.footer = 0.6, 0.6, 0.3, 0.3
    _head_pages(raw, sheet)
    if sheet.repeated_rows:
        raw.print_title_rows = "{}:{}".format(*sheet.repeated_rows)
    if sheet.printed_from > 1:
        last = max(max(cells, default=1) for cells in sheet.rows.values())
        raw.print_area = f"A{sheet.printed_from}:{cell_address(sheet.last_row, last)}"
    if sheet.repeated_columns:
        raw.print_title_cols = ":".join(map(column_letters, sheet.repeated_columns))


def _head_pages(raw: Any, sheet: Sheet) -> None:
    """Set what stands above and below every printed page."""
    raw.oddFooter.center.text = "&P / &N"
    if sheet.heading is None:
        raw.oddHeader.right.text = "&A"
        return
    title, line = (_cut(text, _LONGEST_HEADING).replace("&", "&&") for text in sheet.heading)
    raw.oddHeader.left.text, raw.oddFooter.left.text = title, line
    raw.oddHeader.left.font, raw.oddHeader.left.size = f"{FACE},Bold", 13
    raw.oddFooter.left.font, raw.oddFooter.left.size = f"{FACE},Italic", 8


def _add_rows(raw: Any, sheet: Sheet, looks: Looks) -> None:
    from openpyxl.cell import WriteOnlyCell

    # Cells are handed over, not values; openpyxl would find that out by an error for each of them.
    raw._values_to_row = lambda cells, _: cells
    cell = WriteOnlyCell(raw)
    for row in range(1, sheet.last_row + 1):
        raw.append(_filled(cell, row, sheet.rows.get(row, {}), looks))


def _filled(cell: Any, row: int, drafted: Mapping[int, tuple[Value, str]], looks: Looks) -> Iterator[Any]:
    """Yield the one cell again and again, as each cell of a row is to be written."""
    cell.row = row
    for col, (value, look) in sorted(drafted.items()):
        cell.column = col
        cell._value, cell.data_type = _typed(value)
        cell._style = looks[f"{look}'" if _like_formula(value) else look]
        yield cell


def _typed(value: Value) -> tuple[str | None, str]:
    """Return what openpyxl is to write of a value, and as what: a text never becomes a formula."""
    match value:
        case None | "":
            return None, "n"
        case bool():
            return str(int(value)), "b"
        case str():
            return cell_text(value), "s"
        case ErrorCell(shown):
            return shown if shown in KNOWN_ERRORS else "#VALUE!", "e"
        case Formula(text):
            return f"={text}", "f"
        case date() | time() | timedelta():
            return exact(_serial(value)), "n"
        case _:
            return exact(value), "n"


def _serial(moment: datetime | date | time | timedelta) -> float:
    """Return the days since 1900 by which spreadsheets count, with the 29 February 1900 that never was."""
    from openpyxl.utils.datetime import to_excel

    days: float = to_excel(moment)
    return days


def _like_formula(value: Value) -> bool:
    return type(value) is str and value.startswith(_FORMULA_MARKS)


def cell_text(text: str) -> str:
    """Return the text of a cell, with characters that XML cannot hold in a spreadsheet's own way."""
    if text.isascii() and text.isprintable() and "_" not in text:
        return text
    marked = _LIKE_ESCAPE.sub("_x005F_", text[:_LONGEST_TEXT])
    return FORBIDDEN.sub(lambda found: f"_x{ord(found[0]):04X}_", marked)


def exact(value: float) -> str:
    """Return a number so that it is read back as the same one, which can take 17 digits; openpyxl has 16."""
    whole = value == int(value) if abs(value) < _EXACT else False
    return str(int(value)) if whole else repr(value)


def _add_rules(raw: Any, sheet: Sheet) -> None:
    """Add what openpyxl writes behind the rows: merged cells, rules of entry, conditions."""
    from openpyxl.formatting.rule import Rule as FormatRule
    from openpyxl.worksheet.datavalidation import DataValidation

    for row1, col1, row2, col2 in sheet.merges:
        raw.merged_cells.add(f"{cell_address(row1, col1)}:{cell_address(row2, col2)}")
    for condition in sheet.conditions:
        ground = ground_of(condition.ground)
        rule = FormatRule("expression", dxf=ground, formula=[condition.expression])
        raw.conditional_formatting.add(condition.cells, rule)
    for rule in sheet.rules:
        first, second = (*rule.formulas, None)[:2]
        raw.data_validations.append(
            DataValidation(
                rule.kind, formula1=first, formula2=second, allow_blank=True, sqref=rule.cells,
                operator="between" if rule.kind == "whole" else None,
                showErrorMessage=True, errorTitle=_cut(rule.title, _LONGEST_TITLE),
                error=_cut(rule.message, _LONGEST_MESSAGE),
                showInputMessage=bool(rule.prompt), prompt=_cut(rule.prompt, _LONGEST_MESSAGE) or None,
            )
        )  # fmt: skip


def _cut(text: str, longest: int) -> str:
    return text if len(text) <= longest else text[: longest - 1] + "…"


class _Archive:
    """What openpyxl writes its parts to: without a date, and with results beside the formulas."""

    def __init__(self, file: IO[bytes], results: Mapping[str, Mapping[str, str | float]]) -> None:
        self._zip = ZipFile(file, "w", ZIP_DEFLATED)
        self._results = results
        self.namelist, self.close = self._zip.namelist, self._zip.close

    def write(self, filename: str, name: str) -> None:
        """Add the part of a sheet, which openpyxl has put into a file."""
        self.writestr(name, _with_results(Path(filename).read_bytes(), self._results[name]))

    def writestr(self, name: str, content: str | bytes) -> None:
        """Add a part."""
        part = ZipInfo(name, _FIRST_DATE)
        part.compress_type, part.create_system = ZIP_DEFLATED, 0
        self._zip.writestr(part, content)


def _results(sheet: Sheet) -> Mapping[str, str | float]:
    """Return the result of every formula that has one, by address."""
    return {
        cell_address(row, col): value.stored
        for row, cells in sheet.rows.items()
        for col, (value, _) in cells.items()
        if isinstance(value, Formula) and value.stored is not None
    }


def _with_results(xml: bytes, results: Mapping[str, str | float]) -> bytes:
    """Return the part of a sheet with the results of its formulas; openpyxl leaves them empty."""

    def stored(found: re.Match[bytes]) -> bytes:
        result = results.get(found["at"].decode())
        if result is None:
            return found[0]
        kind, value = (
            ("str", escape(result, quote=False)) if isinstance(result, str) else ("n", exact(result))
        )
        return b'%b t="%b">%b<v>%b</v>' % (found["cell"], kind.encode(), found["formula"], value.encode())

    return _UNSTORED.sub(stored, xml) if results else xml
