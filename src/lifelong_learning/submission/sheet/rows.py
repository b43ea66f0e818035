"""What every row of a table is: a unit's, a total, the head of a part, or none of these."""

from __future__ import annotations

from array import array
from functools import cached_property
from itertools import compress
from typing import TYPE_CHECKING, Any, NamedTuple

from msgspec import Struct, field

from lifelong_learning.model.names import fold, place_key
from lifelong_learning.submission.faults import Fault, Trouble
from lifelong_learning.submission.sheet.block import is_index
from lifelong_learning.submission.sheet.doubtful import DoubtfulRow, code_says_total, says_total
from lifelong_learning.submission.sheet.totals import SheetTotals
from lifelong_learning.submission.vocabulary import SERIAL

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from lifelong_learning.submission.sheet.columns import ReadColumn, Troubles
    from lifelong_learning.submission.sheet.headings import SheetHeader
    from lifelong_learning.submission.sheet.sections import SheetBody
    from lifelong_learning.submission.vocabulary import Vocabulary

TOTAL = 0
"""The rank of a row that is called a total; those of parts are above it."""


class RowKeys(NamedTuple):
    """Whose row it is: code, year and period of every row."""

    code: ReadColumn
    year: ReadColumn
    period: ReadColumn

    def by_column(self) -> Iterator[tuple[str, ReadColumn]]:
        """Yield each with the id of its column."""
        return zip(("unit_code", "year", "period"), self, strict=True)


class RowRoles(Struct):
    """The rows by what they are, as positions from 0.

    `sums` maps totals and heads of a part to their rank: parts of one rank stand side by side. `text`
    rows say something beside or under the table, `filled` ones were filled down; `passed` are blank or
    rows of a header; `unreadable` names the column at fault.
    """

    total: int
    sums: dict[int, int] = field(default_factory=dict)
    text: set[int] = field(default_factory=set)
    filled: set[int] = field(default_factory=set)
    passed: set[int] = field(default_factory=set)
    unreadable: dict[int, tuple[str, Trouble]] = field(default_factory=dict)
    _selector: bytearray | None = None

    def close(self) -> None:
        """Fix which rows are used."""
        unused = [*self.no_units(), *self.unreadable]
        if unused:
            self._selector = bytearray(b"\x01") * self.total
            for index in unused:
                self._selector[index] = 0

    def no_units(self) -> set[int]:
        """Return the rows that are of no unit."""
        return self.passed.union(self.sums, self.text, self.filled)

    @property
    def size(self) -> int:
        """The number of rows that are used."""
        return self.total if self._selector is None else sum(self._selector)

    def is_used(self, index: int) -> bool:
        """Tell whether the row is a unit's and counts."""
        return self._selector is None or bool(self._selector[index])

    def keep(self, column: Iterable[Any]) -> list[Any]:
        """Return the entries of the rows that are used."""
        if self._selector is None:
            return column if isinstance(column, list) else list(column)
        return list(compress(column, self._selector))

    def keep_counts(self, column: array[int]) -> array[int]:
        """Return the figures of the rows that are used."""
        return column if self._selector is None else array("q", compress(column, self._selector))


class TableRows(Struct, dict=True):
    """The rows of a table of a sheet: their keys, their figures by measure, what they are, and what is wrong
    with their cells."""

    body: SheetBody
    header: SheetHeader
    keys: RowKeys
    measures: Mapping[str, array[int]]
    roles: RowRoles
    vocab: Vocabulary
    faults: list[Fault] = field(default_factory=list)

    def keep(self, col: int, troubles: Troubles) -> None:
        """Take over the troubles of a column in rows that are used, and what is struck out in rows that have
        nothing else."""
        for index, trouble in troubles.items():
            struck = (trouble.code, trouble.variant) == ("CE215", "blank")
            if self.roles.is_used(index) or (struck and index in self.roles.passed):
                self.faults.append(Fault(index + self.body.first, col, trouble, self.keys.code.values[index]))

    def name_unreadable(self) -> None:
        """Name the key for want of which a row is not used."""
        for index, (column, trouble) in self.roles.unreadable.items():
            row, col = index + self.body.first, self.header.columns[column]
            unit = self.keys.code.values[index]
            self.faults.append(Fault(row, col, trouble, unit))
            if trouble.code == "CE215":
                self.faults.append(Fault(row, col, Trouble("CE201", ""), unit))

    def stored_as_numbers(self) -> list[int]:
        """Return the positions, among the rows that are used, of those whose code is stored as a number."""
        wanted = {index for index, trouble in self.keys.code.troubles.items() if trouble.code == "CE214"}
        used = self.roles.keep(range(self.roles.total)) if wanted else ()
        return [position for position, index in enumerate(used) if index in wanted]

    def at_fault(self, col: int) -> set[int]:
        """Return the sheet rows in which a fault is named in a column; a text of which runs were left out is
        none."""
        return {fault.row for fault in self.faults if fault.col == col and fault.trouble.code != "CE215"}

    def cells(self, column: str) -> Sequence[object]:
        """Return the cells of a column that says who a row belongs to, one per row; none where the table
        lacks it."""
        col = self.header.columns.get(column)
        return () if col is None else self.body.identity(col)

    @cached_property
    def serial(self) -> frozenset[int]:
        """The columns that merely count the rows."""
        return frozenset(col for col, text in self.header.headers.items() if fold(text) in SERIAL)

    @cached_property
    def districts(self) -> frozenset[str]:
        """The districts that the table has, as `place_key` gives them."""
        col = self.header.columns.get("district")
        cells = () if col is None else self.body.cells(col)
        return frozenset(place_key(cell) for cell in {*cells} if isinstance(cell, str) and cell)


def sort_rows(table: TableRows, above: Sequence[TableRows]) -> None:
    """Fill the roles of a table with what every row is; a row may be a sum of rows of the tables `above` it
    too."""
    roles = table.roles
    unread = list(_sort_plain(table))
    last = _last_unit(table)
    supposed = _sort_unread(unread, roles, last)
    if supposed:
        roles.sums.update((row.index, row.rank()) for row in supposed)
        totals = SheetTotals([*above, table])
        for row in [row for row in supposed if not totals.agrees(row.index)]:
            del roles.sums[row.index]
            _set_aside(row, roles, last)
    roles.sums = dict(sorted(roles.sums.items()))
    roles.close()


def _sort_plain(table: TableRows) -> Iterator[DoubtfulRow]:
    """Sort the totals and the rows that are plainly of no unit; yield the others that lack a key."""
    roles = table.roles
    roles.sums = dict.fromkeys(_named_totals(table), TOTAL)
    roles.passed.update(index for index in table.body.headings if index < table.body.size)
    for index in _doubtful(table):
        row = DoubtfulRow(table, index)
        if not _is_plainly_none(row, roles) and row.is_unread:
            yield row


def _named_totals(table: TableRows) -> set[int]:
    """Return the rows whose code or name is a word for a total."""
    found: set[int] = set()
    for column, is_word in (("unit_code", code_says_total), ("unit_name", says_total)):
        col = table.header.columns.get(column)
        cells = () if col is None else table.body.cells(col)
        words = set(filter(is_word, (cell for cell in set(cells) if isinstance(cell, str))))
        if words:
            found.update(index for index, cell in enumerate(cells) if cell in words)
    return found


def _doubtful(table: TableRows) -> list[int]:
    """Return the rows without a code, year or period that can be read, or without a name or level, but for
    those that are sorted already."""
    found: set[int] = set()
    for read in table.keys:
        if None in read.values:
            found.update(index for index, value in enumerate(read.values) if value is None)
    for column in ("unit_name", "level"):
        cells = table.cells(column)
        if "" in cells:
            found.update(index for index, cell in enumerate(cells) if cell == "")
    return sorted(found.difference(table.roles.sums, table.roles.passed))


def _is_plainly_none(row: DoubtfulRow, roles: RowRoles) -> bool:
    """Sort a row that is plainly of no unit: blank, filled down, an index row or a total."""
    if row.is_blank():
        roles.passed.add(row.index)
    elif row.is_filled_down():
        roles.filled.add(row.index)
    elif row.year is None and is_index([*row.cells.values()]):
        roles.passed.add(row.index)
    elif row.is_total() and not row.may_be_unit():
        roles.sums[row.index] = TOTAL
    else:
        return False
    return True


def _last_unit(table: TableRows) -> int:
    """Return the last row with a code and a year that is not sorted as one of no unit, or −1."""
    code, year, no_units = table.keys.code.values, table.keys.year.values, table.roles.no_units()
    for index in reversed(range(table.body.size)):
        if code[index] is not None and year[index] is not None and index not in no_units:
            return index
    return -1


def _sort_unread(rows: Iterable[DoubtfulRow], roles: RowRoles, last: int) -> list[DoubtfulRow]:
    """Sort rows without a key of a unit; return those that are sums if their figures are, else a unit's."""
    supposed: list[DoubtfulRow] = []
    for row in rows:
        if row.may_be_unit():
            supposed.append(row)
        elif row.says_nothing_of_units(last):
            roles.text.add(row.index)
        elif row.heads_part():
            roles.sums[row.index] = row.rank()
        elif row.may_head_part():
            supposed.append(row)
        else:
            _set_aside(row, roles, last)
    return supposed


def _set_aside(row: DoubtfulRow, roles: RowRoles, last: int) -> None:
    """Sort a row that is neither a total nor the head of a part."""
    if row.stands_beside(last):
        roles.text.add(row.index)
    else:
        roles.unreadable[row.index] = row.first_trouble()
