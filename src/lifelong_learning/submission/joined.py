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
    from collections.abc import Callable, Sequence

    from lifelong_learning.model.plan import Plan
    from lifelong_learning.model.submission import UnitTable
    from lifelong_learning.submission.names import DistrictSpelling
    from lifelong_learning.submission.sheet.table import UnitRows

T = TypeVar("T")


class Joined(Struct):
    """A panel, the headers of its tables, and the faults found in its rows.

    `codes` and `years` have the unit and the year of every row. `doubles` has by the first row of a unit
    and period the later ones, which no period points at; `moved` names the later row that a value was
    taken from.
    """

    panel: Panel
    codes: list[str]
    years: list[int]
    headers: list[dict[int, str]]
    doubles: dict[int, list[int]]
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
    codes = _chain(tables, lambda table: table.code)
    districts = _chain(tables, lambda table: table.district)
    position = {code: unit for unit, code in enumerate(sorted(set(codes)))}
    panel = Panel(
        kind=kind, codes=list(position), at={}, tables=tables, starts=_starts(tables),
        name=_chain(tables, lambda table: table.name), level=_chain(tables, lambda table: table.level),
        district=where.spelled(districts),
        area=_chain(tables, lambda table: table.area), note=_chain(tables, lambda table: table.note),
        measures=_measures(kind, tables, plan), ends=plan.period_ends,
    )  # fmt: skip
    years = _chain(tables, lambda table: table.year)
    doubles = _place_rows(panel, [position[code] for code in codes], years)
    joined = Joined(panel, codes, years, [part.headers for part in parts], doubles)
    _name_without_marks(joined, districts, where)
    return joined


def _place_rows(panel: Panel, units: Sequence[int], years: Sequence[int]) -> dict[int, list[int]]:
    """Point each unit and period at its first row; return the later ones by that row."""
    periods = list(zip(years, _chain(panel.tables, lambda table: table.period), strict=True))
    for key in sorted(set(periods)):
        panel.at[key] = array("q", [-1]) * len(panel.codes)
    doubles: dict[int, list[int]] = {}
    for row, (unit, key) in enumerate(zip(units, periods, strict=True)):
        rows = panel.at[key]
        if rows[unit] < 0:
            rows[unit] = row
        else:
            doubles.setdefault(rows[unit], []).append(row)
    return doubles


def _name_without_marks(joined: Joined, districts: Sequence[str | None], where: DistrictSpelling) -> None:
    """Name the districts in which marks of letters were lost."""
    if where.meant.keys().isdisjoint(districts):
        return
    for row, name in enumerate(districts):
        if name is not None and name in where.meant:
            found = beside(shown(name), shown(where.meant[name]))
            joined.fault(row, "district", Trouble("RW304", found, "marks"))


def _chain(tables: Sequence[UnitTable], fact: Callable[[UnitTable], list[T]]) -> list[T]:
    if len(tables) == 1:
        return list(fact(tables[0]))
    return [value for table in tables for value in fact(table)]


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
