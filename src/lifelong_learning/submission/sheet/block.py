"""The rows of a header: how far its block reaches, which texts stand over each column.

Below it an index row and a row of units of measure are passed over.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple, TypeGuard

from lifelong_learning.model.names import fold, pattern
from lifelong_learning.submission.names import shown
from lifelong_learning.submission.sheet.labels import are_units_of_measure, column_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lifelong_learning.submission.vocabulary import ColumnNames, Vocabulary

    Row = Sequence[object]
    Merge = tuple[int, int, int, int]

_INDEX = pattern(
    r"[-−(\[]?\s*(?:cột\s*)?([a-zđ]{1,2}|[0-9]{1,2})\s*[)\]]?(?:\s*=\s*[-+*/:x()\[\]0-9a-z% ]+)?[)\]]?$"
)
"""A cell of a row that numbers the columns."""
BLOCK_ROWS = 3
KNOWN_NAMES = 3
LONGEST_HEADER = 200


class HeadingText(NamedTuple):
    """A text of a header, its 0-based row, and the 1-based columns over which it stands."""

    text: str
    row: int
    first: int
    last: int


def is_name(cell: object) -> TypeGuard[str]:
    return isinstance(cell, str) and 0 < len(cell) <= LONGEST_HEADER


def known_names(row: Row, known: ColumnNames) -> int:
    return len({name for cell in row if is_name(cell) and (name := fold(cell)) in known})


def named_columns(row: Row, known: ColumnNames, vocab: Vocabulary) -> set[str]:
    """Return the ids of the columns whose labels are in the cells of a row."""
    return {column for cell in row if (column := column_of(cell, known, vocab)) is not None}


def column_of(cell: object, known: ColumnNames, vocab: Vocabulary) -> str | None:
    found = column_in(fold(cell), known, vocab) if is_name(cell) else None
    return None if found is None else found[0]


def said(cell: object) -> str:
    return cell[:LONGEST_HEADER] if isinstance(cell, str) else shown(cell)


def block_of(
    rows: Sequence[Row], at: int, known: ColumnNames, vocab: Vocabulary, merges: Sequence[Merge]
) -> tuple[int, int]:
    """Return the first and the last 0-based row of a header of up to three rows."""
    top = bottom = at
    while bottom - top + 1 < BLOCK_ROWS:
        block = rows[top : bottom + 1]
        if any(r1 <= top < r2 for r1, _, r2, _ in merges) or (
            top > 0 and _completes(rows[top - 1], block, known, vocab)
        ):
            top -= 1
        elif any(r1 <= bottom + 1 < r2 for r1, _, r2, _ in merges) or (
            bottom + 1 < len(rows) and _completes(rows[bottom + 1], block, known, vocab)
        ):
            bottom += 1
        else:
            break
    return top, bottom


def splits(rows: Sequence[Row], top: int, bottom: int, known: ColumnNames, vocab: Vocabulary) -> bool:
    """Tell whether the row below a header names the columns into which one of its headings is split: texts
    stand under the heading and under the blank cells beside it, and under no column that says who a row
    belongs to."""
    if bottom - top + 1 >= BLOCK_ROWS or bottom + 1 >= len(rows):
        return False
    row = rows[bottom + 1]
    if not _names_alone(row, vocab):
        return False
    above = [_column_over(rows[top : bottom + 1], col, known, vocab) for col in range(len(row))]
    own = {column for cell, column in zip(row, above, strict=True) if cell != "" and column}
    return own <= vocab.plan.measure.keys() and _reaches_beyond(row, above)


def _reaches_beyond(row: Row, above: Sequence[str | None]) -> bool:
    """Tell whether texts of a row stand under a known heading and under the blank cell beside it."""
    return any(
        here != "" and heading and beside != "" and nothing is None
        for (here, heading), (beside, nothing) in pairwise(zip(row, above, strict=True))
    )


def _names_alone(row: Row, vocab: Vocabulary) -> bool:
    """Tell whether the cells of a row that are not blank are names, and neither units of measure nor an
    index."""
    cells = [cell for cell in row if cell != ""]
    return bool(cells) and all(map(is_name, cells)) and not _are_units(cells, vocab) and not is_index(cells)


def _column_over(block: Sequence[Row], col: int, known: ColumnNames, vocab: Vocabulary) -> str | None:
    """Return the id of the column whose label is the lowest heading of a header in one place; "" where no
    column is called so, None where there is no heading."""
    for line in reversed(block):
        if line[col] != "":
            return column_of(line[col], known, vocab) or ""
    return None


def _completes(row: Row, block: Sequence[Row], known: ColumnNames, vocab: Vocabulary) -> bool:
    """Tell whether a row beside a header names a column that the header has no known name for."""
    cells = [(col, cell) for col, cell in enumerate(row) if cell != ""]
    if not all(is_name(cell) for _, cell in cells):
        return False
    named = [(col, column) for col, cell in cells if (column := column_of(cell, known, vocab)) is not None]
    return any(
        all(
            column not in named_columns(line, known, vocab) and column_of(line[col], known, vocab) is None
            for line in block
        )
        for col, column in named
    )


def texts_of(
    rows: Sequence[Row], block: tuple[int, int], merges: Sequence[Merge], split: int | None
) -> dict[int, list[HeadingText]]:
    """Return the texts of every column of a block, from top to bottom; a heading above the row `split` stands
    over the blank cells beside it too."""
    top, bottom = block
    found: dict[int, list[HeadingText]] = {}
    covered: dict[tuple[int, int], tuple[int, int, int]] = {
        (row, col): (r1 - 1, c1, c2)
        for r1, c1, r2, c2 in merges
        for row in range(max(r1 - 1, top), min(r2, bottom + 1))
        for col in range(c1, c2 + 1)
    }
    if split is not None:
        covered = _spread(rows[split - 1], rows[split], split - 1) | covered
    for number in range(top, bottom + 1):
        for col in range(1, len(rows[number]) + 1):
            row, first, last = covered.get((number, col), (number, col, col))
            cell = rows[row][first - 1]
            text = HeadingText(said(cell), row, first, last)
            if cell != "" and (not (texts := found.setdefault(col, [])) or texts[-1] != text):
                texts.append(text)
    return found


def _spread(row: Row, below: Row, number: int) -> dict[tuple[int, int], tuple[int, int, int]]:
    """Return, by place, the row and columns of every heading that is split, as of a merged cell."""
    found: dict[tuple[int, int], tuple[int, int, int]] = {}
    col = 0
    while col < len(row):
        last = col
        while row[col] != "" and below[col] != "" and last + 1 < len(row):
            if row[last + 1] != "" or below[last + 1] == "":
                break
            last += 1
        if last > col:
            found.update({(number, one + 1): (number, col + 1, last + 1) for one in range(col, last + 1)})
        col = last + 1
    return found


def passed_below(below: Sequence[Row], vocab: Vocabulary) -> int:
    """Return how many rows under the header are blank ones, an index row or a row of units of measure."""
    passed = 0
    for number, row in enumerate(below, 1):
        cells = [cell for cell in row if cell != ""]
        if cells and not is_index(cells) and not _are_units(cells, vocab):
            break
        passed = number if cells else passed
    return passed


def _are_units(cells: Sequence[object], vocab: Vocabulary) -> bool:
    names = [cell for cell in cells if is_name(cell)]
    return len(names) == len(cells) and are_units_of_measure(list(map(fold, names)), vocab)


def is_index(cells: Sequence[object]) -> bool:
    """Tell whether the cells count up: letters in order, numbers one after another, in brackets or not."""
    letters: list[str] = []
    numbers: list[int] = []
    for cell in cells:
        found = _INDEX.match(fold(shown(cell)))
        if not found:
            return False
        if found[1].isdigit():
            numbers.append(int(found[1]))
        else:
            letters.append(found[1])
    counted = all(a < b for a, b in pairwise(numbers))
    started = not numbers or bool(letters) or numbers[0] in (0, 1)
    lettered = letters == sorted(set(letters), key=lambda letter: (len(letter), letter))
    return len(cells) >= KNOWN_NAMES and counted and started and lettered
