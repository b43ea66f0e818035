"""The tables of one sheet: a header that stands again begins the next page of a table, or another table."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from lifelong_learning.submission.sheet.block import BLOCK_ROWS
from lifelong_learning.submission.sheet.body import SheetBody
from lifelong_learning.submission.sheet.header import (
    HEADER_ROWS,
    find_header,
    is_header,
    read_header,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lifelong_learning.submission.sheet.header import SheetHeader
    from lifelong_learning.submission.source.grid import Grid
    from lifelong_learning.submission.vocabulary import ColumnNames, Vocabulary


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


class SheetTable(NamedTuple):
    """A table of a sheet: the kind of its units, its header and its rows."""

    kind: str
    header: SheetHeader
    body: SheetBody


def sections(grid: Grid, header: SheetHeader, kind: str, vocab: Vocabulary) -> Iterator[SheetTable]:
    """Yield each table of a sheet of one kind; rows of a header that says the same again are no rows of the
    table, and a table whose columns are rather those of another kind is of that one."""
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
        yield SheetTable(of, header, SheetBody(grid, header.first, again.top - 1, repeated, header.hints))
        of, header, repeated = again_of, again, []
    yield SheetTable(of, header, SheetBody(grid, header.first, grid.height, repeated, header.hints))


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
