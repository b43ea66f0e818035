"""The tables of one sheet: a header, and the rows under it with what the reader hides laid over them.

A header that stands again begins the next page of a table, or another table.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lifelong_learning.submission.faults import Fault, Trouble
from lifelong_learning.submission.names import shown
from lifelong_learning.submission.sheet.block import BLOCK_ROWS
from lifelong_learning.submission.sheet.header import HEADER_ROWS, find_header, is_header, read_header
from lifelong_learning.submission.sheet.values import Taken
from lifelong_learning.submission.source.grid import BrokenCell

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from lifelong_learning.submission.sheet.headings import SheetHeader
    from lifelong_learning.submission.source.grid import Grid
    from lifelong_learning.submission.vocabulary import ColumnNames, Vocabulary

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


class LineReader:
    """Reads the rows of a table one by one, where they are few; `faults` are those of their cells."""

    def __init__(self, grid: Grid, header: SheetHeader) -> None:
        self.header = header
        self.body = SheetBody(grid, header.first)
        self.faults: list[Fault] = []

    def cell(self, column: str, index: int) -> object:
        """Return a cell of a row, blank where the table lacks the column."""
        col = self.header.columns.get(column)
        return "" if col is None else self.body.identity(col)[index]

    def take(self, column: str, index: int, found: object, unit: str | None = None) -> object:
        """Return what was found in a cell, None where it is blank; a `Trouble` where it is of no use.

        What is wrong with it is noted.
        """
        col = self.header.columns.get(column)
        if col is None:
            return None
        found = self.body.damaged(col).get(index, found)
        if isinstance(found, Trouble):
            self.fault(column, index, found, unit)
        elif isinstance(found, Taken):
            self.fault(column, index, found.trouble, unit)
            return found.value
        return found

    def fault(self, column: str, index: int, trouble: Trouble, unit: str | None = None) -> None:
        """Note what is wrong with a cell."""
        self.faults.append(Fault(index + self.body.first, self.header.columns[column], trouble, unit))


def first_header(grid: Grid, known: ColumnNames, vocab: Vocabulary) -> SheetHeader | None:
    """Return the header of a sheet, or None where there is none."""
    top = grid.top(HEADER_ROWS)
    at = find_header(top, known, vocab)
    return None if at is None else read_header(top, at, known, vocab, grid.merges)


def kind_by_columns(grid: Grid, vocab: Vocabulary) -> str | None:
    """Return the one kind whose measures a sheet of another name has, if there is exactly one."""
    header = first_header(grid, vocab.every, vocab)
    if header is None:
        return None
    meant = {column for column in header.unknown.values() if column is not None}
    measures = {
        column for column in {*header.columns, *header.doubled, *meant} if column in vocab.plan.measure
    }
    fitting = [kind for kind, names in vocab.columns.items() if measures <= set(names.values())]
    return fitting[0] if measures and len(fitting) == 1 else None


def sections(
    grid: Grid, header: SheetHeader, kind: str, vocab: Vocabulary
) -> Iterator[tuple[str, SheetHeader, SheetBody]]:
    """Yield each table of a sheet of one kind: the kind of its units, its header and its rows.

    Rows of a header that says the same again are no rows of the table, and a table whose columns are rather
    those of another kind is of that one.
    """
    repeated: list[range] = []
    read_to = header.first
    of = kind
    for row in _rows_of_headers(grid, header, vocab.columns[kind], vocab):
        if row < read_to:
            continue
        again_of, again = _table_at(grid, row, read_to, kind, vocab)
        read_to = again.first
        if again_of == of and again.same_columns(header):
            repeated.append(range(again.top, again.first))
            continue
        yield of, header, SheetBody(grid, header.first, again.top - 1, repeated, header.hints)
        of, header, repeated = again_of, again, []
    yield of, header, SheetBody(grid, header.first, grid.height, repeated, header.hints)


def _table_at(grid: Grid, row: int, highest: int, kind: str, vocab: Vocabulary) -> tuple[str, SheetHeader]:
    """Return the header in a row, which begins with the row `highest` at most, and the kind whose measures it
    has: the sheet's own, unless one other has more of them."""
    headers = {of: _header_at(grid, row, highest, known, vocab) for of, known in vocab.columns.items()}
    measures = {of: len(header.columns.keys() & vocab.plan.measure.keys()) for of, header in headers.items()}
    most = [of for of, number in measures.items() if number == max(measures.values())]
    chosen = most[0] if kind not in most and len(most) == 1 else kind
    return chosen, headers[chosen]


def _rows_of_headers(grid: Grid, header: SheetHeader, known: ColumnNames, vocab: Vocabulary) -> Iterator[int]:
    """Yield the 1-based rows below a header that have at least three known names.

    Each has a text where the first header has its years, or nothing: a column of numbers has none.
    """
    col = header.columns.get("year")
    if col is None:
        return
    years = grid.columns[col - 1][header.first - 1 :]
    words = {cell for cell in set(years) if isinstance(cell, str) and not cell.isdecimal()}
    for row, cell in enumerate(years, header.first) if words else ():
        if cell in words and is_header([column[row - 1] for column in grid.columns], known, vocab):
            yield row


def _header_at(grid: Grid, row: int, highest: int, known: ColumnNames, vocab: Vocabulary) -> SheetHeader:
    above = max(highest - 1, row - BLOCK_ROWS)
    end = row + HEADER_ROWS
    rows = list(zip(*(column[above:end] for column in grid.columns), strict=True))
    return read_header(rows, row - 1 - above, known, vocab, grid.merges, above)
