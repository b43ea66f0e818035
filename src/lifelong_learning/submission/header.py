"""Where a sheet's header is, and which column holds what."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeGuard

from lifelong_learning.catalogue import finding
from lifelong_learning.model.names import fold
from lifelong_learning.submission.legacy import is_legacy
from lifelong_learning.submission.names import bare, distance, shown
from lifelong_learning.submission.vocabulary import SERIAL

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from lifelong_learning.model.findings import Finding
    from lifelong_learning.submission.vocabulary import Vocabulary

SEARCHED_ROWS = 60
"""How far down a header is looked for: titles above it take a few rows."""
_INDEX_ROWS = 3
HEADER_ROWS = SEARCHED_ROWS + _INDEX_ROWS
"""So many rows of a sheet are needed to find its header and the first row below."""
KNOWN_NAMES = 3
LONGEST_HEADER = 200
_COMPARED_COLUMNS = 100
"""So many unknown columns are held against the known names; a sheet of thousands is no form."""
_INDEX = re.compile(r"\(?([a-z]{1,2}|[0-9]{1,2})\)?(?:\s*=.*)?$")


@dataclass(slots=True)
class Layout:
    """A sheet's header: its row and the first row below, both 1-based.

    `columns` maps ids to 1-based columns, `doubled` those that stand twice (taken out), `headers`
    gives the text of every column, `misspelt` the ids whose column is there under a wrong name.
    """

    row: int
    first: int
    columns: dict[str, int] = field(default_factory=dict)
    doubled: dict[str, list[int]] = field(default_factory=dict)
    headers: dict[int, str] = field(default_factory=dict)
    misspelt: set[str] = field(default_factory=set)
    findings: list[Finding] = field(default_factory=list)

    def has(self, column: str) -> bool:
        """Tell whether the sheet meant to have the column, rightly or wrongly written."""
        return column in self.columns or column in self.doubled or column in self.misspelt


def find_header(rows: Sequence[Sequence[object]], known: Collection[str]) -> int | None:
    """Return the 0-based row of the first one with at least three known names."""
    for number, row in enumerate(rows[:SEARCHED_ROWS]):
        names = {name for cell in row if _is_name(cell) and (name := fold(cell)) in known}
        if len(names) >= KNOWN_NAMES:
            return number
    return None


def _is_name(cell: object) -> TypeGuard[str]:
    return isinstance(cell, str) and 0 < len(cell) <= LONGEST_HEADER


def has_legacy_header(rows: Sequence[Sequence[object]]) -> bool:
    """Tell whether a row near the top has two names or more in an old Vietnamese encoding."""
    for row in rows[:SEARCHED_ROWS]:
        if sum(isinstance(cell, str) and is_legacy(cell) for cell in row) > 1:
            return True
    return False


def lay_out(
    rows: Sequence[Sequence[object]],
    at: int,
    known: Mapping[str, str],
    vocab: Vocabulary,
    place: tuple[str, str],
) -> Layout:
    """Return the columns under the header in the 0-based row `at`, with what is wrong with it."""
    layout = Layout(row=at + 1, first=at + 2 + _index_rows(rows[at + 1 : at + 1 + _INDEX_ROWS]))
    strange: list[int] = []
    for col, cell in enumerate(rows[at], 1):
        if cell == "":
            continue
        layout.headers[col] = shown(cell)
        name = fold(str(cell))
        column = known.get(name)
        if column is not None:
            _place(layout, column, col, vocab, place)
        elif name not in SERIAL:
            strange.append(col)
    for column in layout.doubled:
        del layout.columns[column]
    names = _lacking(layout, known)
    for number, col in enumerate(strange):
        wanted = names if number < _COMPARED_COLUMNS else []
        _unknown(layout, col, fold(str(rows[at][col - 1])[:LONGEST_HEADER]), wanted, vocab, place)
    return layout


def _place(layout: Layout, column: str, col: int, vocab: Vocabulary, place: tuple[str, str]) -> None:
    first = layout.columns.setdefault(column, col)
    if first == col:
        return
    layout.doubled.setdefault(column, [first]).append(col)
    layout.findings.append(
        finding(
            "SH104",
            file=place[0],
            sheet=place[1],
            row=layout.row,
            col=col,
            header=layout.headers[col],
            column_name=vocab.labels[column],
            first=_address(layout.row, first),
        )
    )


def _address(row: int, col: int) -> str:
    from lifelong_learning.model.findings import cell_address

    return cell_address(row, col)


def _lacking(layout: Layout, known: Mapping[str, str]) -> list[tuple[str, str]]:
    return [(name, column) for name, column in known.items() if not layout.has(column)]


def _unknown(
    layout: Layout,
    col: int,
    name: str,
    names: list[tuple[str, str]],
    vocab: Vocabulary,
    place: tuple[str, str],
) -> None:
    meant = nearest(name, names)
    variant, args = "", {}
    if meant is not None:
        layout.misspelt.add(meant)
        variant, args = "near", {"column_name": vocab.labels[meant], "column_id": meant}
    found = finding(
        "SH105", variant, file=place[0], sheet=place[1], row=layout.row, col=col, header=layout.headers[col]
    )
    layout.findings.append(found._replace(args=args))


def missing_columns(
    layout: Layout, required: Iterable[str], vocab: Vocabulary, place: tuple[str, str]
) -> list[Finding]:
    """Return a finding for every required column that the sheet (`place`: file, sheet) lacks."""
    file, sheet = place
    return [
        finding(
            "SH103",
            file=file,
            sheet=sheet,
            row=layout.row,
            column_name=vocab.labels[column],
            column_id=column,
        )
        for column in required
        if not layout.has(column)
    ]


def nearest(name: str, names: Iterable[tuple[str, str]]) -> str | None:
    """Return the id whose name is so near that it was meant; of several equally near, the plan's first."""
    best: tuple[int, str] | None = None
    plain = bare(name)
    for known, column in names:
        limit = min(3, max(len(known), len(name)) // 5) if len(name) > 3 else 0
        if len(known) == 4 or len(name) == 4:
            limit = 1
        away = 0 if plain == bare(known) else distance(name, known, limit)
        if away <= limit and (best is None or away < best[0]):
            best = (away, column)
    return None if best is None else best[1]


def _index_rows(below: Sequence[Sequence[object]]) -> int:
    """Return how many rows under the header are blank ones and an index row such as "A B C 1 2"."""
    for number, row in enumerate(below):
        cells = [cell for cell in row if cell != ""]
        if not cells:
            continue
        return number + 1 if _is_index(cells) else 0
    return 0


def _is_index(cells: Sequence[object]) -> bool:
    """Tell whether the cells count up: letters in order, numbers one by one, in brackets or not."""
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
    start = numbers[0] if numbers else 1
    counted = numbers == list(range(start, start + len(numbers))) and (bool(letters) or start in (0, 1))
    lettered = letters == sorted(set(letters), key=lambda letter: (len(letter), letter))
    return len(cells) >= KNOWN_NAMES and counted and lettered
