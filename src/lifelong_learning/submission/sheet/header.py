"""Where a sheet's header is, and how far it reaches.

A header is the first row with at least three known names, or a block of up to three rows where cells are
merged or names stand above others. Below it an index row and a row of units of measure are passed over.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from msgspec.structs import replace

from lifelong_learning.model.names import fold
from lifelong_learning.submission.names import is_legacy
from lifelong_learning.submission.sheet.block import (
    BLOCK_ROWS,
    KNOWN_NAMES,
    HeadingText,
    block_of,
    is_name,
    known_names,
    named_columns,
    passed_below,
    said,
    splits,
    texts_of,
)
from lifelong_learning.submission.sheet.headings import header_of
from lifelong_learning.submission.sheet.labels import is_multiple, is_multiple_of_counts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lifelong_learning.submission.sheet.headings import SheetHeader
    from lifelong_learning.submission.vocabulary import ColumnNames, Vocabulary

    Row = Sequence[object]
    Merge = tuple[int, int, int, int]

SEARCHED_ROWS = 60
"""How far down a header is looked for: titles above it take a few rows."""
_ROWS_BELOW = 3
HEADER_ROWS = SEARCHED_ROWS + BLOCK_ROWS + _ROWS_BELOW
"""So many rows of a sheet are needed to find its header and the first row below."""
_KEPT_HEADERS = 64


def find_header(rows: Sequence[Row], known: ColumnNames, vocab: Vocabulary) -> int | None:
    """Return the 0-based row where the header is: the first row with at least three known names, else the
    first with as many names that have a label in them, else the first of rows that have as many together."""
    searched = rows[:SEARCHED_ROWS]
    for number, row in enumerate(searched):
        if _is_text(row) and tuple(row) in known.headers:
            return number
        if known_names(row, known) >= KNOWN_NAMES:
            return number
    named = [named_columns(row, known, vocab) for row in searched]
    for rows_together in range(1, BLOCK_ROWS + 1):
        for number, names in enumerate(named):
            together = names.union(*named[number + 1 : number + rows_together])
            if names and len(together) >= KNOWN_NAMES:
                return number
    return None


def is_header(row: Row, known: ColumnNames, vocab: Vocabulary) -> bool:
    """Tell whether a row alone has three known names or more, or as many with a label in them."""
    return known_names(row, known) >= KNOWN_NAMES or len(named_columns(row, known, vocab)) >= KNOWN_NAMES


def _is_text(row: Row) -> bool:
    """Tell whether the row is of texts alone: 1, 1.0 and TRUE would be one key of a dict."""
    return {*map(type, row)} == {str}


def has_legacy_header(rows: Sequence[Row]) -> bool:
    """Tell whether a row near the top has two names or more in an old Vietnamese encoding."""
    for row in rows[:SEARCHED_ROWS]:
        if sum(isinstance(cell, str) and is_legacy(cell) for cell in row) > 1:
            return True
    return False


def read_header(
    rows: Sequence[Row],
    at: int,
    known: ColumnNames,
    vocab: Vocabulary,
    merges: Sequence[Merge] = (),
    above: int = 0,
) -> SheetHeader:
    """Return the header that is in the 0-based row `at`; `above` rows of the sheet stand above `rows`."""
    near = _merges_near(merges, at, above)
    top, bottom = block_of(rows, at, known, vocab, near)
    split = bottom + 1 if splits(rows, top, bottom, known, vocab) else None
    bottom = split or bottom
    alone = top == bottom and not any(r1 <= at + 1 <= r2 for r1, _, r2, _ in near)
    if alone:
        header = _header_of_row(rows[at], at, known, vocab)
    else:
        header = header_of(texts_of(rows, (top, bottom), near, split), known, vocab)
    below = bottom + 1 + passed_below(rows[bottom + 1 : bottom + 1 + _ROWS_BELOW], vocab)
    header = _without_multiples(header, rows[:top], rows[bottom + 1 : below], vocab)
    higher = {col: number + above + 1 for col, number in header.rows.items() if number != bottom}
    return replace(
        header, top=top + above + 1, row=bottom + above + 1, first=below + above + 1,
        rows={} if alone else higher,
    )  # fmt: skip


def _merges_near(merges: Sequence[Merge], at: int, above: int) -> list[Merge]:
    """Return the merged ranges about a 0-based row, counted from the row after `above`."""
    near = [(r1 - above, c1, r2 - above, c2) for r1, c1, r2, c2 in merges if r1 <= at + above + BLOCK_ROWS]
    return [merge for merge in near if merge[2] > at - BLOCK_ROWS]


def _header_of_row(row: Row, at: int, known: ColumnNames, vocab: Vocabulary) -> SheetHeader:
    """Return what the headings of one row say.

    Workbooks made from one form share their header; what was seen once is not taken apart again.
    """
    may_keep = _is_text(row)
    header = known.headers.get(tuple(row)) if may_keep else None
    if header is None:
        texts = {
            col: [HeadingText(said(cell), at, col, col)] for col, cell in enumerate(row, 1) if cell != ""
        }
        header = header_of(texts, known, vocab)
        if may_keep and len(known.headers) < _KEPT_HEADERS:
            known.headers[tuple(row)] = header
    return header


def _without_multiples(
    header: SheetHeader, titles: Sequence[Row], below: Sequence[Row], vocab: Vocabulary
) -> SheetHeader:
    """Return the header without the columns whose figures are said to be thousands or so: in a row below it,
    or, of all counts, in a title above it."""
    said = _said_of_columns(header, below, vocab) | _said_of_all(header, titles, vocab)
    if not said:
        return header
    texts = {col: f"{header.headers[col]} ({text.strip('()[] ')})" for col, text in said.items()}
    return replace(header.without(said), headers=header.headers | texts)


def _said_of_columns(header: SheetHeader, below: Sequence[Row], vocab: Vocabulary) -> dict[int, str]:
    """Return the multiples of a unit of measure that stand under headings."""
    ids = {col: column for column, col in header.columns.items()}
    return {
        col: cell
        for row in below
        for col, cell in enumerate(row, 1)
        if col in header.headers and is_name(cell) and is_multiple(fold(cell), vocab, ids.get(col))
    }


def _said_of_all(header: SheetHeader, titles: Sequence[Row], vocab: Vocabulary) -> dict[int, str]:
    """Return the multiple of a unit of measure that stands above the header, for every count."""
    said: dict[int, str] = {}
    for title in chain.from_iterable(titles[-SEARCHED_ROWS:]):
        if is_name(title) and is_multiple_of_counts(fold(title), vocab):
            said |= {col: title for column, col in header.columns.items() if column in vocab.counts}
    return said
