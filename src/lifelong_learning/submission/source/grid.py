"""The cells of one sheet, at their own addresses, with what cannot be read of them."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec import Struct, field

from lifelong_learning.model.findings import cell_address
from lifelong_learning.submission.source.elements import RefusedError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lifelong_learning.submission.source.elements import Limits

CellValue = str | float | int | bool | datetime | date | time | timedelta
Cell = tuple[int, int]
"""1-based row and column."""
Merge = tuple[int, int, int, int]
"""A merged range: its first row and column, its last row and column, 1-based."""
MOST_MERGES = 200_000
_ADDRESS = re.compile(rb"([A-Za-z]{1,3})([1-9][0-9]{0,6})\Z")


class MarkedText(str):
    """The text of a cell without those of its runs that are struck out, raised or lowered."""

    __slots__ = ()


class BrokenCell:
    """Reasons for which the value of a cell cannot be trusted."""

    SHARED_STRING = "shared_string"
    NOT_FINITE = "not_finite"
    TWICE = "twice"
    BOOLEAN = "boolean"
    MOMENT = "moment"


class Grid(Struct, frozen=True):
    """One sheet, column by column; `columns[0][0]` is A1, a blank cell is "", all columns are equally long.

    `errors` holds the Excel error cells ("#DIV/0!"), `unstored` the cells with a formula but no
    stored value, `broken` the cells whose value cannot be trusted, with the reason: "shared_string"
    (it points at no text), "not_finite" (NaN or infinity), "twice" (the sheet has the cell twice),
    "boolean" (neither true nor false), "moment" (a date or duration beyond all calendars). The value
    in `columns` of the latter two is what the file has; that of all others means nothing. `merges`
    holds merged ranges, cut to the used rectangle; `percent` the rows by column of the numbers that are
    shown as percentages. All places are 1-based.
    `exact` tells that whole numbers are ints and that no cell is a boolean but in the columns `truths`;
    `marked` that some texts may be `MarkedText`.
    """

    sheet: str
    columns: Sequence[Sequence[CellValue]]
    errors: Mapping[Cell, str] = field(default_factory=dict)
    unstored: frozenset[Cell] = frozenset()
    broken: Mapping[Cell, str] = field(default_factory=dict)
    merges: Sequence[Merge] = ()
    percent: Mapping[int, set[int]] = field(default_factory=dict)
    exact: bool = False
    truths: frozenset[int] = frozenset()
    marked: bool = False

    @property
    def height(self) -> int:
        """The number of rows."""
        return len(self.columns[0]) if self.columns else 0

    def top(self, rows: int) -> list[tuple[CellValue, ...]]:
        """Return the first rows, at most so many."""
        return list(zip(*(column[:rows] for column in self.columns), strict=True))

    def percent_rows(self, col: int) -> frozenset[int]:
        """Return the rows whose number in a column is shown as a percentage."""
        return frozenset(self.percent.get(col, ()))


def transposed(rows: Sequence[Sequence[CellValue]]) -> list[tuple[CellValue, ...]]:
    """Return the columns of rows that are equally long."""
    return list(zip(*rows, strict=True))


def address_of(text: bytes) -> Cell:
    """Return the 1-based row and column of an A1 address; RefusedError for anything else."""
    match = _ADDRESS.match(text)
    if match is None:
        raise RefusedError("WB001", "address", address=text[:20].decode("utf-8", "replace"))
    return int(match[2]), column_number(match[1])


@lru_cache(maxsize=1024)
def column_number(letters: bytes) -> int:
    """Return the 1-based number of a column: A → 1, AA → 27."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number


def check_place(row: int, col: int, limits: Limits) -> None:
    """RefusedError for a used cell that lies beyond the rows or columns allowed."""
    if row > limits.rows:
        raise RefusedError("WB003", "rows", limit=limits.rows, cell=cell_address(row, col))
    if col > limits.columns:
        raise RefusedError("WB003", "columns", limit=limits.columns, cell=cell_address(row, col))


def check_rectangle(rows: int, cols: int, limits: Limits) -> None:
    """RefusedError where the used rectangle has more cells than are allowed."""
    if rows * cols > limits.cells:
        raise RefusedError(
            "WB003", "cells", cell=cell_address(rows, cols), found=rows * cols, limit=limits.cells
        )


def merge_of(first: bytes, last: bytes) -> Merge:
    """Return the merged range between two corners, a blank one being the other."""
    (row1, col1), (row2, col2) = address_of(first), address_of(last or first)
    return min(row1, row2), min(col1, col2), max(row1, row2), max(col1, col2)


def cut_merges(merges: Sequence[Merge], height: int, width: int) -> list[Merge]:
    """Return merged ranges by place, cut to the used rectangle, without those that begin within another.

    No spreadsheet program writes such; thousands of them over one column would be filled one by one.
    """
    inside = [(r1, c1, min(r2, height), min(c2, width)) for r1, c1, r2, c2 in merges]
    reached: dict[int, int] = {}
    kept = []
    for merge in sorted(merge for merge in inside if merge[0] <= merge[2] and merge[1] <= merge[3]):
        if merge[0] > reached.get(merge[1], 0):
            kept.append(merge)
            reached[merge[1]] = merge[2]
    return kept
