"""One sheet read both ways, and what is compared of it; and small workbooks to read."""

from __future__ import annotations

import contextlib
import io
import zipfile
from datetime import date, datetime
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from lifelong_learning.submission.source.elements import Limits, RefusedError
from lifelong_learning.submission.source.grid import MarkedText, cut_merges
from lifelong_learning.submission.source.plain import NotPlainError
from lifelong_learning.submission.source.workbook import Workbook

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lifelong_learning.submission.source.grid import Cell, CellValue, Grid
    from lifelong_learning.submission.source.parts import SheetPart

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
STRINGS = (
    f'<sst xmlns="{MAIN}" count="3" uniqueCount="3">'
    "<si><t>zero</t></si><si><t>one</t></si><si><t>two</t></si></sst>"
)
STYLES = (
    f'<styleSheet xmlns="{MAIN}"><numFmts count="1">'
    '<numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts>'
    '<cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs></styleSheet>'
)


def sheet(rows: str, before: str = "", after: str = "") -> str:
    """The XML of a sheet with such rows."""
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="{MAIN}">{before}'
        f"<sheetData>{rows}</sheetData>{after}</worksheet>"
    )


def row(number: int, cells: str) -> str:
    """A row; `@` in its cells stands for its number."""
    return f'<row r="{number}">{cells.replace("@", str(number))}</row>'


def book(
    xml: str | bytes,
    strings: str | bytes | None = STRINGS,
    styles: str | bytes | None = STYLES,
    workbook: str | bytes | None = None,
) -> bytes:
    """A workbook whose only sheet is `xml`."""
    listed = '<sheet name="S" sheetId="1" r:id="rId1"/>'
    related = f'<Relationship Id="rId1" Type="{_REL}/worksheet" Target="worksheets/sheet1.xml"/>'
    parts: dict[str, str | bytes | None] = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"/>',
        "_rels/.rels": (
            f'<Relationships xmlns="{_PACKAGE}/relationships">'
            f'<Relationship Id="rId1" Type="{_REL}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
        ),
        "xl/workbook.xml": workbook
        or f'<workbook xmlns="{MAIN}" xmlns:r="{_REL}"><sheets>{listed}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": (
            f'<Relationships xmlns="{_PACKAGE}/relationships">{related}</Relationships>'
        ),
        "xl/sharedStrings.xml": strings,
        "xl/styles.xml": styles,
        "xl/worksheets/sheet1.xml": xml,
    }
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
        for name, content in parts.items():
            if content is not None:
                archive.writestr(name, content)
    return file.getvalue()


class Seen(NamedTuple):
    """What is told of a sheet: its cells that are not blank, and all that the reader hides."""

    cells: dict[Cell, CellValue]
    errors: dict[Cell, str]
    unstored: frozenset[Cell]
    broken: dict[Cell, str]
    merges: list[tuple[int, int, int, int]]
    percent: Mapping[int, set[int]] = MappingProxyType({})
    marked: frozenset[Cell] = frozenset()


class Ways(NamedTuple):
    """A sheet in the plain way, None where it was declined, and element by element, or why it was refused."""

    sheet: str
    plain: Seen | None
    every: Seen | str

    @property
    def accepted_alone(self) -> bool:
        """Tell whether the plain way reads what the other way refuses."""
        return self.plain is not None and isinstance(self.every, str)

    @property
    def differ(self) -> bool:
        """Tell whether both ways read the sheet, and not the same."""
        if self.plain is None or isinstance(self.every, str):
            return False
        return self.plain != self.every or not _alike(self.plain.cells, self.every.cells)


def both(data: bytes, limits: Limits | None = None) -> list[Ways]:
    """Read every sheet of a workbook both ways; RefusedError where it has none."""
    limits = (limits or Limits()).for_size(len(data))
    with Workbook("book.xlsx", data, "", limits) as workbook:
        parts = [part for part in workbook.sheets if part.part in workbook.package]
        return [_ways(part.name, *_read(workbook, part)) for part in parts]


def _read(workbook: Workbook, part: SheetPart) -> tuple[Grid | None, Grid | str]:
    plain: Grid | None = None
    try:
        with contextlib.suppress(NotPlainError):
            plain = workbook.plain_grid(part)
        return plain, workbook.any_grid(part)
    except RefusedError as refused:
        return plain, f"{refused.code} {refused.variant}"


def one(xml: str | bytes, limits: Limits | None = None, **parts: str | bytes | None) -> Ways:
    """Read the only sheet of a workbook both ways."""
    (ways,) = both(book(xml, **parts), limits)
    return ways


def read(xml: str | bytes, **parts: str | bytes | None) -> Seen | None:
    """Return what the plain way reads, None where it declines; what both read must be the same."""
    ways = one(xml, None, **parts)
    assert not ways.differ, ways
    assert not ways.accepted_alone, ways
    return ways.plain


def _ways(name: str, plain: Grid | None, every: Grid | str) -> Ways:
    if isinstance(every, str):
        return Ways(name, None if plain is None else _seen(plain, plain.height, len(plain.columns)), every)
    if plain is None:
        return Ways(name, None, _seen(every, every.height, len(every.columns)))
    height = min(plain.height, every.height)
    width = min(len(plain.columns), len(every.columns))
    return Ways(name, _seen(plain, height, width), _seen(every, height, width))


def _seen(grid: Grid, height: int, width: int) -> Seen:
    assert {len(column) for column in grid.columns} <= {grid.height}
    cells = {
        (at, col): value
        for col, column in enumerate(grid.columns, start=1)
        for at, value in enumerate(column, start=1)
        if value != ""
    }
    merges = cut_merges(grid.merges, height, width)
    percent = {col: rows for col, rows in grid.percent.items() if rows}
    marked = frozenset(cell for cell, value in cells.items() if type(value) is MarkedText)
    assert not marked or grid.marked
    return Seen(cells, dict(grid.errors), grid.unstored, dict(grid.broken), merges, percent, marked)


def _alike(plain: dict[Cell, CellValue], every: dict[Cell, CellValue]) -> bool:
    """Tell whether the equal values are of the same kinds: 1 == True, and a day has no time."""
    return all(_kind(value) == _kind(every[cell]) for cell, value in plain.items())


def _kind(value: CellValue) -> type:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return float
    return datetime if isinstance(value, datetime) else date if isinstance(value, date) else type(value)
