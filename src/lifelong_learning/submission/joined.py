"""The rows of all sheets of one kind as one panel, with the places that findings need."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from typing import TYPE_CHECKING, TypeVar

from msgspec import Struct, field

from lifelong_learning.model.findings import Findings, cell_address
from lifelong_learning.model.submission import MISSING, Panel
from lifelong_learning.submission.faults import Fault, Trouble, beside, gather
from lifelong_learning.submission.names import shown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lifelong_learning.model.plan import Plan
    from lifelong_learning.model.submission import UnitTable
    from lifelong_learning.submission.places import DistrictSpelling
    from lifelong_learning.submission.sheet.table import UnitRows

T = TypeVar("T")


class Joined(Struct):
    """A panel, the headers of its tables, and the faults found in its rows.

    `codes` has the unit of every row. `doubles` pairs the first row of a unit and period with each
    later one, which no period points at; `moved` names the later row that a value was taken from.
    """

    panel: Panel
    codes: list[str]
    headers: list[dict[int, str]]
    doubles: list[tuple[int, int]]
    moved: dict[tuple[int, str], int] = field(default_factory=dict)
    faults: dict[int, list[Fault]] = field(default_factory=dict)

    def locate(self, row: int) -> tuple[int, int]:
        """Return the table of a panel's row and its 1-based sheet row."""
        number = bisect_right(self.panel.starts, row) - 1
        return number, self.panel.tables[number].rows[row - self.panel.starts[number]]

    def address(self, row: int, column: str, beside: int | None = None) -> str:
        """Return where a cell stands, its sheet and file only where they differ from those of `beside`."""
        number, sheet_row = self.locate(self.moved.get((row, column), row))
        table = self.panel.tables[number]
        address = cell_address(sheet_row, table.columns.get(column, 1))
        other = None if beside is None else self.panel.tables[self.locate(beside)[0]]
        if other is not None and (other.file, other.sheet) == (table.file, table.sheet):
            return address
        if other is not None and other.file == table.file:
            return f"{table.sheet}!{address}"
        return f"{table.file}, {table.sheet}!{address}"

    def fault(self, row: int, column: str, trouble: Trouble) -> None:
        """Note what is wrong with the cell of a row in one of its columns."""
        number, sheet_row = self.locate(self.moved.get((row, column), row))
        table = self.panel.tables[number]
        place = (sheet_row, table.columns.get(column, table.columns["unit_code"]))
        self.faults.setdefault(number, []).append(Fault(*place, trouble, self.codes[row]))

    def findings(self) -> Findings:
        """Return the faults of all tables as findings."""
        found = Findings()
        for number, faults in sorted(self.faults.items()):
            table = self.panel.tables[number]
            found.extend(gather(table.file, table.sheet, self.headers[number], faults))
        return found


def join(kind: str, parts: Sequence[UnitRows], plan: Plan, where: DistrictSpelling) -> Joined:
    """Join the tables of one kind, with districts as they are spelled everywhere; rows of one unit and period
    are left to `doubles`."""
    tables = [part.table for part in parts]
    codes = _chain([table.code for table in tables])
    position = {code: unit for unit, code in enumerate(sorted(set(codes)))}
    starts = _starts(tables)
    written = _chain([table.district for table in tables])
    panel = Panel(
        kind=kind, codes=list(position), at={}, tables=tables, starts=starts,
        name=_chain([table.name for table in tables]), level=_chain([table.level for table in tables]),
        district=where.spelled(written),
        area=_chain([table.area for table in tables]), note=_chain([table.note for table in tables]),
        measures=_measures(kind, tables, plan), ends=plan.period_ends,
    )  # fmt: skip
    periods = list(zip(_chain([t.year for t in tables]), _chain([t.period for t in tables]), strict=True))
    for key in sorted(set(periods)):
        panel.at[key] = array("q", [-1]) * len(position)
    doubles: list[tuple[int, int]] = []
    for row, (code, key) in enumerate(zip(codes, periods, strict=True)):
        rows, unit = panel.at[key], position[code]
        if rows[unit] < 0:
            rows[unit] = row
        else:
            doubles.append((rows[unit], row))
    joined = Joined(panel, codes, [part.headers for part in parts], doubles)
    if not where.meant.keys().isdisjoint(written):
        for row, name in enumerate(written):
            if name is not None and name in where.meant:
                found = beside(shown(name), shown(where.meant[name]))
                joined.fault(row, "district", Trouble("RW304", found, "marks"))
    return joined


def _chain(columns: Sequence[list[T]]) -> list[T]:
    if len(columns) == 1:
        return list(columns[0])
    return [value for column in columns for value in column]


def _starts(tables: Sequence[UnitTable]) -> list[int]:
    starts, row = [], 0
    for table in tables:
        starts.append(row)
        row += len(table.code)
    return starts


def _measures(kind: str, tables: Sequence[UnitTable], plan: Plan) -> dict[str, array[int]]:
    found: dict[str, array[int]] = {}
    for measure in plan.measures_of(kind):
        if not any(measure.id in table.measures for table in tables):
            continue
        column = array("q")
        for table in tables:
            part = table.measures.get(measure.id)
            column.extend(array("q", [MISSING]) * len(table.code) if part is None else part)
        found[measure.id] = column
    return found
