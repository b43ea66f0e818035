"""The rows under a header, column by column, with the cells that the reader hides laid over them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lifelong_learning.submission.faults import Trouble
from lifelong_learning.submission.names import shown
from lifelong_learning.submission.source.grid import BrokenCell

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from lifelong_learning.submission.source.grid import Grid


_CODES = {BrokenCell.NOT_FINITE: "CE204", BrokenCell.MOMENT: "CE210"}
_WITH_VALUE = frozenset({BrokenCell.BOOLEAN, BrokenCell.MOMENT})


class SheetBody:
    """The data rows of a table; positions count from 0 at the 1-based sheet row `first`.

    The rows end with `last`, or with the sheet; those of `repeated` are rows of a header. Columns of `hints`
    hold nothing that anybody typed, and are blank here.
    """

    def __init__(
        self,
        grid: Grid,
        first: int,
        last: int | None = None,
        repeated: Sequence[range] = (),
        hints: Collection[int] = (),
    ) -> None:
        self.first = first
        self.size = _filled_rows(grid, first, grid.height if last is None else last)
        self.width = len(grid.columns)
        self.headings = frozenset(row - first for rows in repeated for row in rows)
        self._exact, self._truths = grid.exact and not grid.marked, grid.truths
        self._columns = [column[first - 1 : first - 1 + self.size] for column in grid.columns]
        for col in hints:
            if col <= self.width:
                self._columns[col - 1] = [""] * self.size
        self._merges = grid.merges
        self._filled: dict[int, Sequence[object]] = {}
        self._damaged = _damaged(grid, first, self.size)
        self._spread_damage(grid)

    def cells(self, col: int) -> Sequence[object]:
        """Return the cells of a 1-based column, one per row."""
        return self._columns[col - 1] if col <= len(self._columns) else ("",) * self.size

    def is_exact(self, col: int) -> bool:
        """Tell whether whole numbers of a column are ints, and no cell is a boolean or a marked text."""
        return self._exact and col not in self._truths

    def is_damaged(self, index: int) -> bool:
        """Tell whether the value of a cell of one row means nothing."""
        return any(index in troubles for troubles in self._damaged.values())

    def damaged(self, col: int) -> dict[int, Trouble]:
        """Return what is wrong with cells of the column whose value means nothing."""
        return self._damaged.get(col, {})

    def identity(self, col: int) -> Sequence[object]:
        """Return the cells of an identity column: a merged cell counts for every row that it covers."""
        if col not in self._filled:
            spans = [(r1, r2, c1, c2) for r1, c1, r2, c2 in self._merges if c1 <= col <= c2]
            self._filled[col] = self._filled_down(col, spans) if spans else self.cells(col)
        return self._filled[col]

    def _filled_down(self, col: int, spans: Sequence[tuple[int, int, int, int]]) -> Sequence[object]:
        cells = self.cells(col)
        filled = list(cells)
        for r1, r2, c1, c2 in spans:
            top = r1 - self.first
            if not 0 <= top < self.size:
                continue
            if c2 - c1 >= 2:
                # One cell cannot be code, name and level at once: it heads the rows below.
                filled[top] = ""
            elif c1 == col:
                for index in range(top, min(r2 - self.first + 1, self.size)):
                    filled[index] = cells[top]
        return filled

    def merged_down(self, cols: Collection[int]) -> Iterator[tuple[range, int]]:
        """Yield the rows and the column of every cell merged down over several rows in one of the columns."""
        for r1, c1, r2, _ in self._merges:
            rows = range(r1 - self.first, min(r2 - self.first + 1, self.size))
            if c1 in cols and r1 >= self.first and len(rows) > 1:
                yield rows, c1

    def _spread_damage(self, grid: Grid) -> None:
        for r1, c1, r2, c2 in grid.merges:
            trouble = self._damaged.get(c1, {}).get(r1 - self.first)
            if trouble is not None and c1 == c2:
                for index in range(max(0, r1 - self.first), min(r2 - self.first + 1, self.size)):
                    self._damaged[c1][index] = trouble

    def row(self, index: int) -> dict[int, object]:
        """Return the cells of one row that hold anything, by their columns."""
        return {col: cell for col, column in enumerate(self._columns, 1) if (cell := column[index]) != ""}

    def row_texts(self, index: int) -> list[str]:
        """Return the texts of one row."""
        return [cell for cell in self.row(index).values() if isinstance(cell, str)]


def _filled_rows(grid: Grid, first: int, end: int) -> int:
    """Return how many rows there are up to the last that holds anything: programs write formatted blank
    ones."""
    while end >= first and all(column[end - 1] == "" for column in grid.columns):
        end -= 1
    return max(end - first + 1, 0)


def _damaged(grid: Grid, first: int, size: int) -> dict[int, dict[int, Trouble]]:
    found: dict[int, dict[int, Trouble]] = {}

    def note(cell: tuple[int, int], trouble: Trouble) -> None:
        row, col = cell
        if first <= row < first + size:
            found.setdefault(col, {})[row - first] = trouble

    for cell, reason in sorted(grid.broken.items()):
        value = shown(grid.columns[cell[1] - 1][cell[0] - 1]) if reason in _WITH_VALUE else ""
        note(cell, Trouble(_CODES.get(reason, "CE202"), value, reason))
    for cell in sorted(grid.unstored):
        note(cell, Trouble("CE205", ""))
    errors = {error: Trouble("CE206", shown(error)) for error in set(grid.errors.values())}
    for cell, error in sorted(grid.errors.items()):
        note(cell, errors[error])
    return found
