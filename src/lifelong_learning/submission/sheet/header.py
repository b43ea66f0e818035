"""Where a sheet's header is, and which column holds what."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple, TypeGuard

from msgspec import Struct

from lifelong_learning.catalogue import finding
from lifelong_learning.model.findings import cell_address
from lifelong_learning.model.names import fold
from lifelong_learning.submission.names import bare, distance, shown
from lifelong_learning.submission.sheet.legacy import is_legacy
from lifelong_learning.submission.vocabulary import SERIAL

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from lifelong_learning.model.findings import Finding
    from lifelong_learning.submission.vocabulary import ColumnNames, Vocabulary


class Header(NamedTuple):
    """The columns of a header row.

    `columns` maps ids to 1-based columns, `doubled` those that stand twice (taken out), `headers`
    gives the text of every column, `misspelt` the ids whose column is there under a wrong name.
    """

    columns: Mapping[str, int]
    doubled: Mapping[str, list[int]]
    headers: dict[int, str]
    misspelt: frozenset[str]
    faults: tuple[ColumnFault, ...]

    def has(self, column: str) -> bool:
        """Tell whether the header meant to have the column, rightly or wrongly written."""
        return column in self.columns or column in self.doubled or column in self.misspelt


class ColumnFault(NamedTuple):
    """What is wrong with a column of the header; `first` is the column of the same name before it."""

    code: str
    variant: str
    col: int
    args: Mapping[str, object]
    first: int | None = None


SEARCHED_ROWS = 60
"""How far down a header is looked for: titles above it take a few rows."""
_INDEX_ROWS = 3
HEADER_ROWS = SEARCHED_ROWS + _INDEX_ROWS
"""So many rows of a sheet are needed to find its header and the first row below."""
KNOWN_NAMES = 3
LONGEST_HEADER = 200
_COMPARED_COLUMNS = 100
"""So many unknown columns are held against the known names; a sheet of thousands is no form."""
_KEPT_HEADERS = 64
_INDEX = re.compile(r"\(?([a-z]{1,2}|[0-9]{1,2})\)?(?:\s*=.*)?$")


class Layout(Struct, frozen=True):
    """A sheet's header: its row and the first row below, both 1-based, what it says, and what is wrong."""

    row: int
    first: int
    header: Header
    findings: list[Finding]

    @property
    def columns(self) -> Mapping[str, int]:
        """The 1-based columns by id."""
        return self.header.columns

    @property
    def doubled(self) -> Mapping[str, list[int]]:
        """The columns that stand twice, by id."""
        return self.header.doubled

    @property
    def headers(self) -> dict[int, str]:
        """The text of every column."""
        return self.header.headers

    def has(self, column: str) -> bool:
        """Tell whether the sheet meant to have the column, rightly or wrongly written."""
        return self.header.has(column)


def find_header(rows: Sequence[Sequence[object]], known: ColumnNames) -> int | None:
    """Return the 0-based row of the first one with at least three known names."""
    for number, row in enumerate(rows[:SEARCHED_ROWS]):
        if _is_text(row) and tuple(row) in known.headers:
            return number
        names = {name for cell in row if _is_name(cell) and (name := fold(cell)) in known}
        if len(names) >= KNOWN_NAMES:
            return number
    return None


def _is_text(row: Sequence[object]) -> bool:
    """Tell whether the row is of texts alone: 1, 1.0 and TRUE would be one key of a dict."""
    return {*map(type, row)} == {str}


def _is_name(cell: object) -> TypeGuard[str]:
    return isinstance(cell, str) and 0 < len(cell) <= LONGEST_HEADER


def has_legacy_header(rows: Sequence[Sequence[object]]) -> bool:
    """Tell whether a row near the top has two names or more in an old Vietnamese encoding."""
    for row in rows[:SEARCHED_ROWS]:
        if sum(isinstance(cell, str) and is_legacy(cell) for cell in row) > 1:
            return True
    return False


def lay_out(
    rows: Sequence[Sequence[object]], at: int, known: ColumnNames, vocab: Vocabulary, place: tuple[str, str]
) -> Layout:
    """Return the columns under the header in the 0-based row `at`, with what is wrong with it.

    Workbooks made from one form share their header; what was seen once is not taken apart again.
    """
    row = rows[at]
    header = None
    if _is_text(row):
        header = known.headers.get(tuple(row))
    if header is None:
        header = _header(row, known, vocab)
        if _is_text(row) and len(known.headers) < _KEPT_HEADERS:
            known.headers[tuple(row)] = header
    findings = [_finding(fault, at + 1, header, place) for fault in header.faults]
    return Layout(at + 1, at + 2 + _index_rows(rows[at + 1 : at + 1 + _INDEX_ROWS]), header, findings)


def _header(row: Sequence[object], known: ColumnNames, vocab: Vocabulary) -> Header:
    columns: dict[str, int] = {}
    doubled: dict[str, list[int]] = {}
    headers: dict[int, str] = {}
    faults: list[ColumnFault] = []
    strange: list[tuple[int, str]] = []
    for col, cell in enumerate(row, 1):
        if cell == "":
            continue
        headers[col] = shown(cell)
        name = fold(str(cell))
        column = known.get(name)
        if column is None:
            if name not in SERIAL:
                strange.append((col, fold(str(cell)[:LONGEST_HEADER])))
            continue
        first = columns.setdefault(column, col)
        if first != col:
            doubled.setdefault(column, [first]).append(col)
            faults.append(ColumnFault("SH104", "", col, {"column_name": vocab.labels[column]}, first))
    for column in doubled:
        del columns[column]
    misspelt: set[str] = set()
    there = columns.keys() | doubled.keys()
    lacking = [(name, column) for name, column in known.items() if column not in there]
    for number, (col, name) in enumerate(strange):
        meant = nearest(name, lacking) if number < _COMPARED_COLUMNS else None
        if meant is None:
            faults.append(ColumnFault("SH105", "", col, {}))
        else:
            misspelt.add(meant)
            args = {"column_name": vocab.labels[meant], "column_id": meant}
            faults.append(ColumnFault("SH105", "near", col, args))
    return Header(columns, doubled, headers, frozenset(misspelt), tuple(faults))


def _finding(fault: ColumnFault, row: int, header: Header, place: tuple[str, str]) -> Finding:
    args = dict(fault.args)
    if fault.first is not None:
        args["first"] = cell_address(row, fault.first)
    file, sheet = place
    text = header.headers[fault.col]
    found = finding(fault.code, fault.variant, file=file, sheet=sheet, row=row, col=fault.col, header=text)
    return found._replace(args=args)


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
