"""Totals and heads of a part, held against the sums that they may state."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cached_property
from itertools import accumulate, chain
from typing import TYPE_CHECKING

from msgspec import Struct

from lifelong_learning.model.names import fold, place_key
from lifelong_learning.model.submission import INVALID, MISSING
from lifelong_learning.submission.faults import Fault, Trouble, beside
from lifelong_learning.submission.names import shown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from lifelong_learning.submission.sheet.rows import TableRows


class _Sum(Struct, frozen=True):
    """A sum that a total may state: of so many rows, certain where no figure of theirs was taken out."""

    value: int
    rows: int
    certain: bool

    def allows(self, stated: int) -> bool:
        """Tell whether the stated figure may be this sum."""
        return self.value == stated if self.certain else self.value <= stated


class SheetTotals:
    """The totals of a sheet, in all tables of which it consists: rows count on from one table to the next."""

    def __init__(self, tables: Sequence[TableRows]) -> None:
        self.tables = tables
        self.starts = list(accumulate((table.body.size for table in tables), initial=0))
        self.ranks: dict[int, int] = {}
        self.left_out: set[int] = set()
        for table, start in zip(tables, self.starts, strict=False):
            self.ranks.update((start + index, rank) for index, rank in table.roles.sums.items())
            self.left_out.update(start + index for index in table.roles.no_units())
        self._sums: dict[str, _Sums] = {}
        self._keys: dict[str, list[str]] = {}

    def note_faults(self) -> None:
        """Note a fault, in its table, for every total that states none of its sums."""
        for measure in self._counts(self.tables) if self.ranks else ():
            for row in self.ranks:
                expected = self._expected(measure, row)
                if expected is not None:
                    table, index = self._place(row)
                    table.faults.append(_fault(table, index, measure, expected))

    def agrees(self, index: int) -> bool:
        """Tell whether every figure of a row of the last table is a sum of others, and one is not 0."""
        last, row = self.tables[-1], self.starts[len(self.tables) - 1] + index
        stated = {m: last.measures[m][index] for m in self._counts([last]) if last.measures[m][index] >= 0}
        return any(stated.values()) and all(self._expected(measure, row) is None for measure in stated)

    def _counts(self, tables: Iterable[TableRows]) -> list[str]:
        """Return the measures of some tables that can be added up."""
        found = {
            measure: None
            for table in tables
            for measure in table.measures
            if measure in table.header.columns and table.vocab.plan.measure[measure].is_number
        }
        return list(found)

    def _place(self, row: int) -> tuple[TableRows, int]:
        number = bisect_right(self.starts, row) - 1
        return self.tables[number], row - self.starts[number]

    def _expected(self, measure: str, row: int) -> int | None:
        """Return the nearest of the sums that a total may state; None where it states one of them, or
        nothing."""
        sums = self._sums_of(measure)
        stated, found = sums.column[row], []
        if stated < 0:
            return None
        for one in chain(sums.of_rows(row), self._of_kinds(sums, row)):
            if one.allows(stated):
                return None
            found.append(one)
        told = [one for one in found if one.certain and one.rows] or found
        return min(told, key=lambda one: abs(one.value - stated)).value

    def _sums_of(self, measure: str) -> _Sums:
        if measure not in self._sums:
            column: list[int] = []
            for table in self.tables:
                column.extend(table.measures.get(measure) or [MISSING] * table.body.size)
            self._sums[measure] = _Sums(column, self.ranks, self.left_out)
        return self._sums[measure]

    def _of_kinds(self, sums: _Sums, row: int) -> Iterator[_Sum]:
        """Yield the sums of the rows of the year of a total, and of the level or district that it names."""
        table, index = self._place(row)
        year, years = table.keys.year.values[index], self._years
        if year is not None:
            yield from sums.of_chosen(row, lambda other: bool(years[other] == year))
        text = fold(" ".join(table.body.row_texts(index)))
        for column, key in (("level", fold), ("district", place_key)):
            keys = self._keys_of(column, key)
            for said in sorted(name for name in set(keys) if name and name in text):
                yield from sums.of_chosen(row, [name == said for name in keys].__getitem__)

    @cached_property
    def _years(self) -> list[int | None]:
        return [year for table in self.tables for year in table.keys.year.values]

    def _keys_of(self, column: str, key: Callable[[str], str]) -> list[str]:
        """Return what the texts of a column have in common with others however they are typed; "" of blank
        cells."""
        if column not in self._keys:
            found = self._keys[column] = []
            for table in self.tables:
                cells = table.cells(column) or ("",) * table.body.size
                found.extend(key(cell) if isinstance(cell, str) else "" for cell in cells)
        return self._keys[column]


def _fault(table: TableRows, index: int, measure: str, expected: int) -> Fault:
    """Return that a total is another than what was expected."""
    col = table.header.columns[measure]
    said = table.vocab.plan.measure[measure].written(expected)
    value = beside(shown(table.body.cells(col)[index]), said)
    return Fault(index + table.body.first, col, Trouble("RW303", value), None)


class _Sums:
    """The sums of one column, ready for every total of it; `ranks` has the totals by their rows."""

    def __init__(self, column: Sequence[int], ranks: Mapping[int, int], left_out: set[int]) -> None:
        self.column = column
        self._ranks = ranks
        units = [row not in left_out for row in range(len(column))]
        self._units = units
        self._value = _running(max(f, 0) if unit else 0 for f, unit in zip(column, units, strict=True))
        self._taken_out = _running(unit and f == INVALID for f, unit in zip(column, units, strict=True))
        self._rows = _running(units)
        self._totals = sorted(ranks)
        self._parts = {rank: [row for row in self._totals if ranks[row] == rank] for rank in ranks.values()}

    def _between(self, start: int, stop: int) -> _Sum:
        return _Sum(
            self._value[stop] - self._value[start],
            self._rows[stop] - self._rows[start],
            self._taken_out[stop] == self._taken_out[start],
        )

    def of_rows(self, row: int) -> Iterator[_Sum]:
        """Yield the sums since the last total, of those below up to the next total, of all above and of all;
        then those of the totals of the parts."""
        size = len(self.column)
        before, after = _neighbours(self._totals, row, size)
        same_before, same_after = _neighbours(self._parts[self._ranks[row]], row, size)
        ranges = (
            (before + 1, row), (row + 1, after), (0, row), (0, size),
            (same_before + 1, row), (row + 1, same_after),
        )  # fmt: skip
        for start, stop in ranges:
            yield self._between(start, stop)
        for _, parts in sorted(self._parts.items()):
            for start, stop in ranges:
                inside = parts[bisect_left(parts, start) : bisect_left(parts, stop)]
                yield self._of_parts([other for other in inside if other != row])

    def _of_parts(self, rows: Sequence[int]) -> _Sum:
        figures = [self.column[row] for row in rows]
        return _Sum(sum(max(f, 0) for f in figures), len(rows), INVALID not in figures)

    def of_chosen(self, row: int, is_chosen: Callable[[int], bool]) -> Iterator[_Sum]:
        """Yield the sums of the chosen unit rows above, below and of all."""
        size = len(self.column)
        for start, stop in ((0, row), (row + 1, size), (0, size)):
            rows = [other for other in range(start, stop) if self._units[other] and is_chosen(other)]
            yield self._of_parts(rows)


def _neighbours(rows: Sequence[int], row: int, size: int) -> tuple[int, int]:
    """Return the rows before and after one of them, in order; −1 and the size of the table where none is."""
    at = bisect_left(rows, row)
    return rows[at - 1] if at else -1, rows[at + 1] if at + 1 < len(rows) else size


def _running(values: Iterable[int]) -> list[int]:
    return list(accumulate(values, initial=0))
