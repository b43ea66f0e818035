"""Totals and heads of a part, held against the sums that they may state."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from lifelong_learning.model.names import fold, place_key
from lifelong_learning.model.submission import INVALID, MISSING
from lifelong_learning.submission.faults import Fault, Trouble, beside
from lifelong_learning.submission.names import shown

if TYPE_CHECKING:
    from array import array
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from lifelong_learning.submission.sheet.body import SheetBody
    from lifelong_learning.submission.sheet.header import SheetHeader
    from lifelong_learning.submission.sheet.rows import RowKeys, RowRoles
    from lifelong_learning.submission.vocabulary import Vocabulary


class _Sum(NamedTuple):
    """A sum that a total may state: of so many rows, certain where no figure of theirs was taken out."""

    value: int
    rows: int
    certain: bool

    def allows(self, stated: int) -> bool:
        """Tell whether the stated figure may be this sum."""
        return self.value == stated if self.certain else self.value <= stated


class TableFigures(NamedTuple):
    """A table of a sheet with its figures by measure, one for every row, and what the rows are."""

    body: SheetBody
    header: SheetHeader
    keys: RowKeys
    measures: Mapping[str, array[int]]
    roles: RowRoles


class SheetTotals:
    """The totals of a sheet, in all tables of which it consists: rows count on from one table to the next."""

    def __init__(self, tables: Sequence[TableFigures], vocab: Vocabulary) -> None:
        self.tables = tables
        self.vocab = vocab
        self.starts = list(accumulate((table.body.size for table in tables), initial=0))
        self.ranks: dict[int, int] = {}
        self.left_out: set[int] = set()
        for table, start in zip(tables, self.starts, strict=False):
            self.ranks.update((start + index, rank) for index, rank in table.roles.sums.items())
            self.left_out.update(start + index for index in table.roles.no_units())

    def faults(self) -> Iterator[tuple[int, Fault]]:
        """Yield a fault, and the number of its table, for every total that states none of its sums."""
        if not self.ranks:
            return
        for measure in self._counts(range(len(self.tables))):
            for row, expected in self._differences(measure, self.ranks):
                number, index = self._place(row)
                table = self.tables[number]
                col = table.header.columns[measure]
                said = self.vocab.plan.measure[measure].written(expected)
                value = beside(shown(table.body.cells(col)[index]), said)
                yield number, Fault(index + table.body.first, col, Trouble("RW303", value), None)

    def agrees(self, index: int) -> bool:
        """Tell whether every figure of a row of the last table is a sum of others, and one is not 0."""
        last = len(self.tables) - 1
        columns = self.tables[last].measures
        stated = {m: columns[m][index] for m in self._counts([last]) if columns[m][index] >= 0}
        row = self.starts[last] + index
        return any(stated.values()) and not any(list(self._differences(measure, [row])) for measure in stated)

    def _counts(self, numbers: Iterable[int]) -> list[str]:
        found = {
            measure: None
            for number in numbers
            for measure in self.tables[number].measures
            if measure in self.tables[number].header.columns and self.vocab.plan.measure[measure].is_number
        }
        return list(found)

    def _place(self, row: int) -> tuple[int, int]:
        number = bisect_right(self.starts, row) - 1
        return number, row - self.starts[number]

    def _differences(self, measure: str, wanted: Iterable[int]) -> Iterator[tuple[int, int]]:
        """Yield the row of every total that no sum agrees with, and the nearest of the sums."""
        column: list[int] = []
        for table in self.tables:
            column.extend(table.measures.get(measure) or [MISSING] * table.body.size)
        sums = _Sums(column, self.ranks, self.left_out)
        for row in wanted:
            stated = column[row]
            if stated < 0 or any(one.allows(stated) for one in sums.of_rows(row)):
                continue
            found = [*sums.of_rows(row), *self._of_kinds(sums, row)]
            if any(one.allows(stated) for one in found):
                continue
            told = [one for one in found if one.certain and one.rows] or found
            yield row, min(told, key=lambda one: abs(one.value - stated)).value

    def _of_kinds(self, sums: _Sums, row: int) -> Iterator[_Sum]:
        """Yield the sums of the rows of the year of a total, and of the level or district that it names."""
        number, index = self._place(row)
        year = self.tables[number].keys.year.values[index]
        if year is not None:
            years = [of for table in self.tables for of in table.keys.year.values]
            yield from sums.of_chosen(row, lambda other: bool(years[other] == year))
        text = fold(" ".join(self.tables[number].body.row_texts(index)))
        for column, key in (("level", fold), ("district", place_key)):
            names = [name for table in self.tables for name in _names(table, column)]
            for said in sorted({key(name) for name in set(names) if name and key(name) in text}):
                chosen = [bool(name) and key(name) == said for name in names]
                yield from sums.of_chosen(row, chosen.__getitem__)


def _names(table: TableFigures, column: str) -> list[str]:
    col = table.header.columns.get(column)
    cells = ("",) * table.body.size if col is None else table.body.identity(col)
    return [cell if isinstance(cell, str) else "" for cell in cells]


class _Sums:
    """The sums of one column, ready for every total of it; `ranks` has the totals by their rows."""

    def __init__(self, column: Sequence[int], ranks: Mapping[int, int], left_out: set[int]) -> None:
        self._column = column
        self._ranks = ranks
        units = [row not in left_out for row in range(len(column))]
        self._units = units
        self._value = _running(max(f, 0) if unit else 0 for f, unit in zip(column, units, strict=True))
        self._taken_out = _running(unit and f == INVALID for f, unit in zip(column, units, strict=True))
        self._rows = _running(units)
        self._at = sorted(ranks)

    def _between(self, start: int, stop: int) -> _Sum:
        return _Sum(
            self._value[stop] - self._value[start],
            self._rows[stop] - self._rows[start],
            self._taken_out[stop] == self._taken_out[start],
        )

    def of_rows(self, row: int) -> Iterator[_Sum]:
        """Yield the sums since the last total, of those below up to the next total, of all above and of all;
        then those of the totals of the parts."""
        size, rank = len(self._column), self._ranks[row]
        here = bisect_left(self._at, row)
        before, after = self._at[:here], self._at[here + 1 :]
        same_before = max((other for other in before if self._ranks[other] == rank), default=-1)
        same_after = min((other for other in after if self._ranks[other] == rank), default=size)
        ranges = (
            (max(before, default=-1) + 1, row), (row + 1, min(after, default=size)), (0, row), (0, size),
            (same_before + 1, row), (row + 1, same_after),
        )  # fmt: skip
        for start, stop in ranges:
            yield self._between(start, stop)
        for part_rank in sorted({*self._ranks.values()}):
            rows = [other for other in self._at if self._ranks[other] == part_rank and other != row]
            for start, stop in ranges:
                yield self._of_parts([other for other in rows if start <= other < stop])

    def _of_parts(self, rows: Sequence[int]) -> _Sum:
        figures = [self._column[row] for row in rows]
        return _Sum(sum(max(f, 0) for f in figures), len(rows), INVALID not in figures)

    def of_chosen(self, row: int, is_chosen: Callable[[int], bool]) -> Iterator[_Sum]:
        """Yield the sums of the chosen unit rows above, below and of all."""
        size = len(self._column)
        for start, stop in ((0, row), (row + 1, size), (0, size)):
            rows = [other for other in range(start, stop) if self._units[other] and is_chosen(other)]
            yield self._of_parts(rows)


def _running(values: Iterable[int]) -> list[int]:
    return list(accumulate(values, initial=0))
