"""A submission: all rows of all workbooks, by kind of unit, kept as columns.

Counts and yes/no are whole numbers ≥ 0, amounts whole numbers of their last decimal; `MISSING` and `INVALID`
are the two ways of having none.
Missing is never zero.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct, field

from lifelong_learning.model.findings import cell_address
from lifelong_learning.model.record import Shown

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from fractions import Fraction

MISSING = -1
"""Nobody filled the cell, or there is no such row or column."""
INVALID = -2
"""An error took the cell out."""

FIRST_YEAR, LAST_YEAR = 2000, 2100
"""The years that a row can be of."""

MARK_PROPERTY = "llplan-plan"
"""The custom document property that carries the mark."""
FORM_VERSION = 1
"""The version of the forms that this program makes."""

LARGEST_COUNT = 999_999_999_999_999
"""Fifteen digits: the most that a spreadsheet stores exactly."""


class CellRef(NamedTuple):
    """Where a figure stands."""

    file: str
    sheet: str
    row: int
    col: int

    @property
    def cell(self) -> str:
        """The A1 address."""
        return cell_address(self.row, self.col)


class UnitTable(Struct, metaclass=Shown):
    """The unit rows of one sheet, column by column; every list has one entry per row.

    `columns` maps a column's id to its 1-based sheet column; a measure whose column the sheet lacks
    is in neither map. `rows` holds 1-based sheet rows. Identity values that are blank or could not
    be read are None. Rows whose unit code, year or period cannot be read are not here.
    """

    file: str
    sheet: str
    kind: str
    header_row: int
    columns: dict[str, int]
    rows: array[int]
    code: list[str]
    name: list[str | None]
    level: list[str | None]
    district: list[str | None]
    area: list[str | None]
    year: list[int]
    period: list[str]
    note: list[str | None]
    measures: dict[str, array[int]]


class ReportedFigure(NamedTuple):
    """A figure that was published as a percentage; `value` is a fraction (0.857 for 85.70%)."""

    target: str
    level: str | None
    area: str | None
    district: str | None
    year: int
    period: str
    value: Fraction
    place: CellRef
    note: str | None


class Identity(NamedTuple):
    """Who a unit is, as of a year."""

    code: str
    name: str | None
    level: str | None
    district: str | None
    area: str | None

    def completed(self, known: Identity) -> Identity:
        """Return the unit with what else is known of it where it is not told."""
        return Identity(
            self.code,
            self.name or known.name,
            self.level or known.level,
            self.district or known.district,
            self.area or known.area,
        )


class RegisterEntry(Struct, frozen=True, metaclass=Shown):
    """A unit that the register knows, with the years for which it exists (inclusive)."""

    kind: str
    code: str
    name: str | None
    level: str | None
    district: str | None
    area: str | None
    valid_from: int | None = None
    valid_to: int | None = None
    successor: str | None = None

    @property
    def identity(self) -> Identity:
        """Who the unit is, as the register tells it."""
        return Identity(self.code, self.name, self.level, self.district, self.area)

    def expected(self, year: int) -> bool:
        """Tell whether the unit exists in the year."""
        return (self.valid_from or 0) <= year <= (self.valid_to or 9999)


class Register(Struct, frozen=True, metaclass=Shown):
    """Which units are expected in which year, by kind and code."""

    file: str
    entries: Mapping[tuple[str, str], RegisterEntry]


class Panel(Struct, metaclass=Shown):
    """All units of one kind over all years: one position per unit, one row index per period.

    `codes` are sorted; `at[(year, period)]` gives for every unit the index of its row in the
    columns, or −1. `moved[(row, measure)]` holds the place of a value that was joined in from a
    second row of the same unit and period. `ends` has the month that each period ends with.
    """

    kind: str
    codes: list[str]
    at: dict[tuple[int, str], array[int]]
    tables: list[UnitTable]
    starts: list[int]
    name: list[str | None]
    level: list[str | None]
    district: list[str | None]
    area: list[str | None]
    note: list[str | None]
    measures: dict[str, array[int]]
    moved: dict[tuple[int, str], CellRef] = field(default_factory=dict)
    ends: Mapping[str, int] = field(default_factory=lambda: {"year": 12, "h1": 6})

    def values(self, measure: str, year: int, period: str) -> Sequence[int]:
        """Return a measure in one period, one number per unit: a count, `MISSING` or `INVALID`."""
        rows = self.at.get((year, period))
        column = self.measures.get(measure)
        if rows is None or column is None:
            return array("q", [MISSING]) * len(self.codes)
        if min(rows, default=0) >= 0:
            return list(map(column.__getitem__, rows))
        return [column[row] if row >= 0 else MISSING for row in rows]

    def row_of(self, unit: int, year: int, period: str) -> int:
        """Return the index of a unit's row in a period, or −1."""
        rows = self.at.get((year, period))
        return -1 if rows is None else rows[unit]

    def place(self, unit: int, measure: str, year: int, period: str) -> CellRef | None:
        """Return the cell of a figure, blank or not; None where there is no row or no column."""
        row = self.row_of(unit, year, period)
        return None if row < 0 else self.place_in(row, measure)

    def place_in(self, row: int, measure: str) -> CellRef | None:
        """Return the cell of a figure by the index of its row; None where its sheet lacks the column."""
        return self.places_in(row, [measure])[0]

    def places_in(self, row: int, measures: Sequence[str]) -> list[CellRef | None]:
        """Return the cells of several figures of one row."""
        number = bisect_right(self.starts, row) - 1
        table = self.tables[number]
        file, sheet, sheet_row = table.file, table.sheet, table.rows[row - self.starts[number]]
        found = [
            None if col is None else CellRef(file, sheet, sheet_row, col)
            for col in map(table.columns.get, measures)
        ]
        if self.moved:
            return [self.moved.get((row, m), place) for m, place in zip(measures, found, strict=True)]
        return found

    def last_levels(self) -> dict[tuple[str, str], str | None]:
        """Return the level that each unit's last row names, by kind and code."""
        found: dict[tuple[str, str], str | None] = {}
        for _, rows in sorted(self.at.items()):
            for code, row in zip(self.codes, rows, strict=True):
                if row >= 0 and self.level[row] is not None:
                    found[self.kind, code] = self.level[row]
        return found

    def periods_by_nearness(self, year: int, period: str) -> list[tuple[int, str]]:
        """Return the periods to look an identity up in: the one asked for, earlier ones from the
        latest, then later ones from the next."""
        asked = (year, period)
        end = (year, self.ends[period])
        keyed = sorted(((y, self.ends[p]), (y, p)) for y, p in self.at if (y, p) != asked)
        earlier = [key for order, key in reversed(keyed) if order <= end]
        later = [key for order, key in keyed if order > end]
        return [asked] * (asked in self.at) + earlier + later

    def identities(self, year: int, period: str) -> list[Identity]:
        """Return who every unit is as of a period: each fact from that period's row, else from the
        latest earlier row that has it, else from the next later one."""
        size = len(self.codes)
        facts: list[list[str | None]] = [[None] * size for _ in range(4)]
        open_units: Sequence[int] = range(size)
        sources = (self.name, self.level, self.district, self.area)
        for key in self.periods_by_nearness(year, period):
            if not open_units:
                break
            rows = self.at[key]
            left: list[int] = []
            for unit in open_units:
                row = rows[unit]
                complete = False
                if row >= 0:
                    complete = True
                    for known, source in zip(facts, sources, strict=True):
                        if known[unit] is None:
                            known[unit] = source[row]
                            complete = complete and source[row] is not None
                if not complete:
                    left.append(unit)
            open_units = left
        return list(map(Identity, self.codes, *facts))


class FileInfo(NamedTuple):
    """A workbook that was read, or that could not be: its path as given, hash, unit rows and units."""

    path: str
    sha256: str | None
    rows: int
    units: int


class Submission(Struct, metaclass=Shown):
    """Everything that the workbooks said, ready to be scored."""

    files: list[FileInfo]
    panels: dict[str, Panel]
    reported: list[ReportedFigure]
    register: Register | None = None

    @property
    def has_rows(self) -> bool:
        """Tell whether there is a usable row of any period, or a published figure."""
        return bool(self.reported) or any(panel.at for panel in self.panels.values())

    @property
    def registered(self) -> Collection[RegisterEntry]:
        """The units that the register knows; none without a register."""
        return () if self.register is None else self.register.entries.values()

    def years(self, period: str) -> list[int]:
        """Return the years with a usable row of the period, in order."""
        found = {y for panel in self.panels.values() for y, p in panel.at if p == period}
        found.update(figure.year for figure in self.reported if figure.period == period)
        return sorted(found)


class Mark(NamedTuple):
    """The hidden mark of a form: the id and hash of its plan, and the version of the form."""

    plan: str
    sha256: str
    version: int

    def text(self) -> str:
        """Return the mark as the property holds it."""
        return f"{self.plan} {self.sha256} {self.version}"


def read_mark(text: str | None) -> Mark | None:
    """Return the mark that a property holds, or None for anything else."""
    parts = (text or "").split(" ")
    if len(parts) != 3 or not (parts[2].isascii() and parts[2].isdigit() and len(parts[2]) < 9):
        return None
    return Mark(parts[0], parts[1], int(parts[2]))
