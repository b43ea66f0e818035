"""The cells of one sheet, at their own addresses, with what the reader hides."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from msgspec import Struct, field

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

CellValue = str | float | int | bool | datetime | date | time | timedelta
Cell = tuple[int, int]
"""1-based row and column."""


def _no_rows(_: int) -> frozenset[int]:
    return frozenset()


class Grid(Struct, frozen=True):
    """One sheet, column by column; `columns[0][0]` is A1, a blank cell is "", all columns are equally long.

    `errors` holds the Excel error cells ("#DIV/0!"), `unstored` the cells with a formula but no
    stored value, `broken` the cells whose value cannot be trusted, with the reason: "shared_string"
    (it points at no text), "not_finite" (NaN or infinity), "twice" (the sheet has the cell twice).
    The value of all these in `columns` means nothing. `merges` holds merged ranges as (first row,
    first column, last row, last column), cut to the used rectangle. All places are 1-based.
    `exact` tells that whole numbers are ints and that no cell is a boolean; else they are floats.
    """

    sheet: str
    columns: Sequence[Sequence[CellValue]]
    errors: Mapping[Cell, str] = field(default_factory=dict)
    unstored: frozenset[Cell] = frozenset()
    broken: Mapping[Cell, str] = field(default_factory=dict)
    merges: Sequence[tuple[int, int, int, int]] = ()
    find_percent: Callable[[int], frozenset[int]] = _no_rows
    exact: bool = False

    @property
    def height(self) -> int:
        """The number of rows."""
        return len(self.columns[0]) if self.columns else 0

    def top(self, rows: int) -> list[tuple[CellValue, ...]]:
        """Return the first rows, at most so many."""
        return list(zip(*(column[:rows] for column in self.columns), strict=True))

    def percent_rows(self, col: int) -> frozenset[int]:
        """Return the rows whose cell in a column is shown as a percentage; the sheet is looked at again."""
        return self.find_percent(col)


def transposed(rows: Sequence[Sequence[CellValue]]) -> list[tuple[CellValue, ...]]:
    """Return the columns of rows that are equally long."""
    return list(zip(*rows, strict=True))


def cut_merges(
    merges: Sequence[tuple[int, int, int, int]], height: int, width: int
) -> list[tuple[int, int, int, int]]:
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
