"""Findings: what is wrong with a submission or a plan, as values with a code and a place.

A finding holds no sentence. The catalogue turns its code, variant and arguments into a message
and a remedy in either language, so one finding reads the same in every report.
"""

from __future__ import annotations

from array import array
from enum import StrEnum
from functools import lru_cache
from itertools import islice
from operator import lt
from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct, field
from msgspec.structs import replace

from lifelong_learning.model.record import Shown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence


class Severity(StrEnum):
    """How grave a finding is; only `error` changes an exit code by itself."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@lru_cache(maxsize=1024)
def column_letters(col: int) -> str:
    """Return the letters of the 1-based column: 1 → A, 27 → AA."""
    letters = ""
    while col:
        col, rest = divmod(col - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def column_number(letters: str) -> int:
    """Return the 1-based number of a column: A → 1, AA → 27."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def cell_address(row: int, col: int) -> str:
    """Return the A1 address of a 1-based row and column."""
    return f"{column_letters(col)}{row}"


class Finding(NamedTuple):
    """One fault at one place.

    `row` and `col` are 1-based within the sheet (None: the sheet or the file as a whole);
    `line` and `column` are 1-based within a YAML file. `args` fill the catalogue's text.
    """

    code: str
    severity: Severity
    variant: str = ""
    file: str | None = None
    sheet: str | None = None
    row: int | None = None
    col: int | None = None
    header: str | None = None
    unit: str | None = None
    line: int | None = None
    column: int | None = None
    args: Mapping[str, object] = {}

    @property
    def cell(self) -> str | None:
        """The A1 address, where the finding stands at one cell; a header row alone has none."""
        return None if self.row is None or self.col is None else cell_address(self.row, self.col)

    def sort_key(self) -> tuple[str, str, int, int, int, int, str, str]:
        """Order of every report: file, sheet, row, column, code; at one place by unit."""
        return (
            self.file or "",
            self.sheet or "",
            self.row or 0,
            self.col or 0,
            self.line or 0,
            self.column or 0,
            self.code,
            self.unit or "",
        )


class FaultRun(Struct, frozen=True, metaclass=Shown):
    """The same fault down one column of one sheet, kept as columns: a place is made only when asked for.

    `rows` (1-based), `values` (the cell as it was typed, shortened) and `units` run side by side.
    """

    code: str
    severity: Severity
    variant: str
    file: str
    sheet: str
    col: int
    header: str
    rows: Sequence[int]
    values: Sequence[object]
    units: Sequence[str | None]
    args: Mapping[str, object] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.rows)

    def at(self, index: int) -> Finding:
        """Return the finding of one cell of the run."""
        args = {**self.args, "value": self.values[index]}
        return Finding(
            self.code, self.severity, self.variant, self.file, self.sheet,
            self.rows[index], self.col, self.header, self.units[index], args=args,
        )  # fmt: skip

    def pick(self, kept: Sequence[int]) -> FaultRun:
        """Return the run of those cells that stand at some indexes."""
        return replace(
            self,
            rows=[self.rows[i] for i in kept],
            values=[self.values[i] for i in kept],
            units=[self.units[i] for i in kept],
        )

    def keep(self, wanted: Callable[[str | None], bool]) -> FaultRun:
        """Return the run of those cells whose unit is wanted."""
        return self.pick([i for i, unit in enumerate(self.units) if wanted(unit)])


class Findings(Struct, metaclass=Shown):
    """All findings of a run: single ones, and runs of one fault down a column."""

    singles: list[Finding] = field(default_factory=list)
    runs: list[FaultRun] = field(default_factory=list)

    def extend(self, other: Findings) -> None:
        """Take over the findings of another part of the run."""
        self.singles.extend(other.singles)
        self.runs.extend(other.runs)

    def __iter__(self) -> Iterator[Finding]:
        """Yield every finding, one per cell, by file, sheet, row, column, code."""
        for one, index in self.ordered():
            yield one if isinstance(one, Finding) else one.at(index)

    def ordered(self) -> Iterator[tuple[Finding | FaultRun, int]]:
        """Yield what `__iter__` does, the cell of a run as the run and its index: nothing is made of it."""
        sheets: dict[tuple[str, str], tuple[list[FaultRun], list[Finding]]] = {}
        for run in self.runs:
            sheets.setdefault((run.file, run.sheet), ([], []))[0].append(run)
        for single in self.singles:
            sheets.setdefault(single.sort_key()[:2], ([], []))[1].append(single)
        for _, (runs, singles) in sorted(sheets.items(), key=lambda item: item[0]):
            singles.sort(key=Finding.sort_key)
            yield from _merged(runs, singles)

    def __len__(self) -> int:
        return len(self.singles) + sum(len(run) for run in self.runs)

    def counts(self) -> dict[Severity, int]:
        """Return how many findings there are of each severity, cells of a run counted singly."""
        counts = dict.fromkeys(Severity, 0)
        for single in self.singles:
            counts[single.severity] += 1
        for run in self.runs:
            counts[run.severity] += len(run)
        return counts

    def keep_units(self, wanted: Callable[[str | None], bool]) -> Findings:
        """Return the findings of the wanted units; those that belong to no unit are asked for with None."""
        return Findings(
            [single for single in self.singles if wanted(single.unit)],
            [kept for run in self.runs if len(kept := run.keep(wanted))],
        )

    def keep_codes(self, wanted: Callable[[str], bool]) -> Findings:
        """Return the findings of the wanted codes."""
        return Findings(
            [single for single in self.singles if wanted(single.code)],
            [run for run in self.runs if wanted(run.code)],
        )

    def graded(self, grade: Callable[[str, Severity], Severity]) -> Findings:
        """Return the findings with the severity that a grade gives each by its code and its own severity."""
        return Findings(
            [single._replace(severity=grade(single.code, single.severity)) for single in self.singles],
            [replace(run, severity=grade(run.code, run.severity)) for run in self.runs],
        )


def _merged(runs: list[FaultRun], singles: list[Finding]) -> Iterator[tuple[Finding | FaultRun, int]]:
    """Yield the findings of one sheet by row, column, code and unit; `singles` are in that order."""
    runs.sort(key=lambda run: (run.col, run.code))
    places = _places(runs)
    waiting = 0
    for row, run, index in places:
        while waiting < len(singles) and _stands_before(singles[waiting], row, run, index):
            yield singles[waiting], 0
            waiting += 1
        yield run, index
    for single in singles[waiting:]:
        yield single, 0


def _stands_before(single: Finding, row: int, run: FaultRun, index: int) -> bool:
    place = (single.row or 0, single.col or 0)
    if place != (row, run.col):
        return place < (row, run.col)
    key = (single.line or 0, single.column or 0, single.code, single.unit or "")
    return key <= (0, 0, run.code, run.units[index] or "")


def _places(runs: list[FaultRun]) -> Iterator[tuple[int, FaultRun, int]]:
    """Yield row, run and index of every cell of the runs, which are in order of column and code.

    One number stands for each cell; a million of them are sorted where a million keys would not fit.
    """
    count = len(runs)
    orders = [_by_row(run) for run in runs]
    keys = array("q")
    for rank, run in enumerate(runs):
        keys.extend(row * count + rank for row in run.rows)
    taken = [0] * count
    for key in sorted(keys):
        row, rank = divmod(key, count)
        at = taken[rank]
        taken[rank] = at + 1
        order = orders[rank]
        yield row, runs[rank], at if order is None else order[at]


def _by_row(run: FaultRun) -> list[int] | None:
    """Return the indexes of a run in order of row and unit; None where they are so already."""
    rows = run.rows
    if all(map(lt, rows, islice(rows, 1, None))):
        return None
    return sorted(range(len(rows)), key=lambda index: (rows[index], run.units[index] or ""))
