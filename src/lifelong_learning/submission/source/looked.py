"""Sheets that python-calamine reads, each looked at before: what it hides, and how far the cells reach."""

from __future__ import annotations

from itertools import repeat
from typing import TYPE_CHECKING

from lifelong_learning.submission.source.careful import look_carefully
from lifelong_learning.submission.source.found import Reason
from lifelong_learning.submission.source.grid import Grid, cut_merges, transposed
from lifelong_learning.submission.source.look import look_at
from lifelong_learning.submission.source.parts import check_styles, string_lengths
from lifelong_learning.submission.source.percent import percent_rows
from lifelong_learning.submission.source.reader import ReaderFailedError, open_reader, read_rows
from lifelong_learning.submission.source.refusal import RefusedError
from lifelong_learning.submission.source.repair import without_cells

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lifelong_learning.submission.source.found import Look
    from lifelong_learning.submission.source.grid import CellValue
    from lifelong_learning.submission.source.limits import Limits
    from lifelong_learning.submission.source.package import Package
    from lifelong_learning.submission.source.parts import SheetPart


class LookedSheets:
    """The sheets of one workbook; RefusedError or ReaderFailedError where it cannot be opened at all."""

    def __init__(self, package: Package, parts: Sequence[SheetPart], limits: Limits) -> None:
        self._package = package
        self._limits = limits
        self._lengths = string_lengths(package, limits)
        check_styles(package)
        reader = open_reader(package.data)
        if any(reader.sheet_names[part.number : part.number + 1] != [part.name] for part in parts):
            raise RefusedError("WB001", "reader")
        self._reader = reader

    def close(self) -> None:
        """Let go of the reader."""
        self._reader.close()

    def grid(self, part: SheetPart) -> Grid:
        """Return the cells of a sheet; RefusedError or ReaderFailedError where it cannot be read."""
        look = self._look(part)
        rows = self._rows(part, look)
        if look.exponents:
            _check_numbers(look, rows)
        if _filled(rows) < look.values:
            # Fewer cells than values: some hold an empty text, or a cell stands there twice.
            careful = look_carefully(self._package.xml(part.part), self._limits, self._lengths)
            look.broken = {**careful.broken, **look.broken}
        merges = cut_merges(look.merges, len(rows), len(rows[0]) if rows else 0)
        columns = transposed(rows)

        def percent(col: int) -> frozenset[int]:
            return percent_rows(self._package, part.part, col, plain=False)

        return Grid(part.name, columns, look.errors, frozenset(look.unstored), look.broken, merges, percent)

    def _look(self, part: SheetPart) -> Look:
        look = look_at(lambda: self._package.xml(part.part), self._limits, self._lengths)
        if look.text > self._limits.bytes_unpacked:
            raise RefusedError("WB003", "text", limit=self._limits.bytes_unpacked)
        return look

    def _rows(self, part: SheetPart, look: Look) -> list[list[CellValue]]:
        if not look.unreadable:
            try:
                return read_rows(self._reader, part.number)
            except ReaderFailedError:
                # A shared string that does not exist may stand in a cell that is plainly written.
                careful = look_carefully(self._package.xml(part.part), self._limits, self._lengths)
                if not careful.unreadable:
                    raise
                look.unreadable, look.broken = careful.unreadable, careful.broken
        look.values = 0
        return read_rows(open_reader(without_cells(self._package, part.part, look.unreadable)), part.number)


def _filled(rows: list[list[CellValue]]) -> int:
    return sum(map(len, rows)) - sum(map(list.count, rows, repeat("")))


def _check_numbers(look: Look, rows: list[list[CellValue]]) -> None:
    """Mark infinite numbers (1e999): they are plainly written, and pass the look."""
    for number in (float("inf"), float("-inf")):
        for at, row in enumerate(rows, start=1):
            if number in row:
                for col, value in enumerate(row, start=1):
                    if value == number:
                        look.broken[at, col] = Reason.NOT_FINITE
