"""The cells of one sheet, at their own addresses, with what the reader hides."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

CellValue = str | float | int | bool | datetime | date | time | timedelta
Cell = tuple[int, int]
"""1-based row and column."""


def _no_cells() -> frozenset[Cell]:
    return frozenset()


@dataclass(frozen=True, slots=True)
class Grid:
    """One sheet; `rows[0][0]` is A1, a blank cell is "", all other places are 1-based.

    `errors` holds the Excel error cells ("#DIV/0!"), `unstored` the cells with a formula but no
    stored value, `broken` the cells whose value cannot be trusted, with the reason: "shared_string"
    (it points at no text), "not_finite" (NaN or infinity), "twice" (the sheet has the cell twice).
    The value of all these in `rows` means nothing. `merges` holds merged ranges as (first row,
    first column, last row, last column), cut to the used rectangle.
    """

    sheet: str
    rows: list[list[CellValue]]
    errors: Mapping[Cell, str] = field(default_factory=dict)
    unstored: frozenset[Cell] = frozenset()
    broken: Mapping[Cell, str] = field(default_factory=dict)
    merges: list[tuple[int, int, int, int]] = field(default_factory=list)
    find_percent: Callable[[], frozenset[Cell]] = _no_cells

    @property
    def width(self) -> int:
        """The number of columns of every row."""
        return len(self.rows[0]) if self.rows else 0

    def percent_cells(self) -> frozenset[Cell]:
        """Return the cells that are shown as percentages; the sheet is looked at again for this."""
        return self.find_percent()
