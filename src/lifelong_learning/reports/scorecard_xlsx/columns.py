"""Columns of a sheet by key, so that a formula names what it means and not a letter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lifelong_learning.model.findings import column_letters

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lifelong_learning.reports.scorecard_xlsx.paper import Cell

Key = str | tuple[str, int]


class Columns:
    """The keys of a sheet's columns in order; the first `shown` are not folded away."""

    def __init__(self, shown: Sequence[str], working: Sequence[Key]) -> None:
        self.keys: tuple[Key, ...] = (*shown, *working)
        self.shown = len(shown)
        self._at = {key: number for number, key in enumerate(self.keys, 1)}

    def letters(self, key: Key) -> str:
        """Return a column's letters."""
        return column_letters(self._at[key])

    def cell(self, key: Key, row: int) -> str:
        """Return the cell of a column in a row; its column is fixed."""
        return f"${self.letters(key)}{row}"

    def range(self, key: Key, first: int, last: int) -> str:
        """Return the cells of a column between two rows."""
        letters = self.letters(key)
        return f"${letters}${first}:${letters}${last}"

    def across(self, first: Key, last: Key, row: int, *, fixed: bool = False) -> str:
        """Return the cells of a row between two columns."""
        mark = "$" if fixed else ""
        return f"${self.letters(first)}{mark}{row}:${self.letters(last)}{mark}{row}"

    def row(self, cells: dict[Key, Cell]) -> list[Cell]:
        """Return the cells of one row in order; a column without one stays empty, ruled where it is shown."""
        ruled: Cell = (None, "text")
        nothing: Cell = (None, "")
        empty = [ruled] * self.shown + [nothing] * (len(self.keys) - self.shown)
        return [cells.get(key, blank) for key, blank in zip(self.keys, empty, strict=True)]
