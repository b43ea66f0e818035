"""A workbook that has been looked at, ready to give its sheets as grids."""

from __future__ import annotations

import hashlib
from contextlib import contextmanager
from itertools import repeat
from typing import TYPE_CHECKING, NamedTuple, Self

from lifelong_learning.submission.source.careful import look_carefully
from lifelong_learning.submission.source.content import read_bytes, recognise, recognise_parts
from lifelong_learning.submission.source.found import Reason
from lifelong_learning.submission.source.grid import Grid
from lifelong_learning.submission.source.look import look_at, text_of_cells
from lifelong_learning.submission.source.package import Package
from lifelong_learning.submission.source.parts import check_styles, sheet_parts, string_lengths
from lifelong_learning.submission.source.percent import percent_cells
from lifelong_learning.submission.source.properties import custom_property
from lifelong_learning.submission.source.reader import ReaderFailedError, open_reader, read_rows
from lifelong_learning.submission.source.refusal import RefusedError
from lifelong_learning.submission.source.repair import without_cells

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from python_calamine import CalamineWorkbook

    from lifelong_learning.model.findings import Finding
    from lifelong_learning.submission.source.found import Look
    from lifelong_learning.submission.source.grid import CellValue
    from lifelong_learning.submission.source.limits import Limits
    from lifelong_learning.submission.source.parts import SheetPart


class SheetRef(NamedTuple):
    """A worksheet of the workbook."""

    name: str
    hidden: bool


class Workbook:
    """An open workbook: its bytes in memory, its parts known, no sheet read yet."""

    __slots__ = (
        "_lengths",
        "_package",
        "_parts",
        "_readers",
        "_strings",
        "limits",
        "path",
        "sha256",
        "sheets",
    )  # fmt: skip

    def __init__(self, path: str, data: bytes, limits: Limits) -> None:
        self.path = path
        self.sha256 = hashlib.sha256(data).hexdigest()
        self.limits = limits
        self._package = Package(data, limits)
        recognise_parts(self._package.names(), data)
        self._parts = sheet_parts(self._package, limits)
        self._lengths = string_lengths(self._package, limits)
        self._strings = len(self._lengths)
        check_styles(self._package)
        names = [part.name for part in self._parts]
        if len(set(names)) < len(names):
            raise RefusedError("WB001", "sheet_twice")
        reader = open_reader(data)
        if any(reader.sheet_names[part.number : part.number + 1] != [part.name] for part in self._parts):
            raise RefusedError("WB001", "reader")
        self._readers: list[CalamineWorkbook] | None = [reader]
        self.sheets = tuple(SheetRef(part.name, part.hidden) for part in self._parts)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the readers."""
        for reader in self._readers or ():
            reader.close()
        self._readers = None

    def grid(self, name: str) -> Grid | Finding:
        """Return the cells of a worksheet, or the finding that says why it cannot be read."""
        part = next(part for part in self._parts if part.name == name)
        try:
            return self._grid(part)
        except RefusedError as refused:
            return refused.at(self.path, name)
        except ReaderFailedError as failed:
            return RefusedError("WB001", "reader", detail=str(failed)).at(self.path, name)

    def beside_largest(self, names: Collection[str]) -> int:
        """Return how many bytes of XML the sheets have without the largest; 0 where all are too many."""
        sizes = [self._package.size(part.part) for part in self._parts if part.name in names]
        # Which sheet is refused must not hang on which is read first.
        return 0 if self._package.exceeded_by(sum(sizes)) else sum(sizes) - max(sizes, default=0)

    def custom_property(self, name: str) -> str | None:
        """Return a custom property of the workbook, or None."""
        return custom_property(self._package, name)

    def _grid(self, part: SheetPart) -> Grid:
        look = self._look(part)
        rows = self._rows(part, look)
        if look.exponents:
            _check_numbers(look, rows)
        if _filled(rows) < look.values:
            # Fewer cells than values: some hold an empty text, or a cell stands there twice.
            careful = look_carefully(self._package.xml(part.part), self.limits, self._strings)
            look.broken = {**careful.broken, **look.broken}
        width = len(rows[0]) if rows else 0
        merges = [(r1, c1, min(r2, len(rows)), min(c2, width)) for r1, c1, r2, c2 in look.merges]
        merges = _apart([merge for merge in merges if merge[0] <= merge[2] and merge[1] <= merge[3]])

        def percent() -> frozenset[tuple[int, int]]:
            return percent_cells(self._package, part.part)

        return Grid(part.name, rows, look.errors, frozenset(look.unstored), look.broken, merges, percent)

    def _look(self, part: SheetPart) -> Look:
        if part.part not in self._package:
            raise RefusedError("WB001", "no_part", part=part.part)
        look = look_at(lambda: self._package.xml(part.part), self.limits, self._strings)
        most = self.limits.bytes_unpacked
        # The reader copies a text for every cell that points at it.
        doubtful = look.values * max(self._lengths, default=0) > most
        if doubtful and text_of_cells(self._package.xml(part.part), self._lengths) > most:
            raise RefusedError("WB003", "text", limit=most)
        return look

    def _rows(self, part: SheetPart, look: Look) -> list[list[CellValue]]:
        if not look.unreadable:
            try:
                with self._reader() as reader:
                    return read_rows(reader, part.number)
            except ReaderFailedError:
                # A shared string that does not exist may stand in a cell that is plainly written.
                careful = look_carefully(self._package.xml(part.part), self.limits, self._strings)
                if not careful.unreadable:
                    raise
                look.unreadable, look.broken = careful.unreadable, careful.broken
        look.values = 0
        return read_rows(open_reader(without_cells(self._package, part.part, look.unreadable)), part.number)

    @contextmanager
    def _reader(self) -> Iterator[CalamineWorkbook]:
        """Lend a reader that no other thread has."""
        assert self._readers is not None, "the workbook is closed"
        try:
            reader = self._readers.pop()
        except IndexError:
            reader = open_reader(self._package.data)
        try:
            yield reader
        finally:
            self._readers.append(reader)


def _apart(merges: list[tuple[int, int, int, int]]) -> list[tuple[int, int, int, int]]:
    """Return the merged ranges by place, without those that begin in a column and row of another.

    No spreadsheet program writes such; thousands of them over one column would be filled one by one.
    """
    reached: dict[int, int] = {}
    kept = []
    for merge in sorted(merges):
        if merge[0] > reached.get(merge[1], 0):
            kept.append(merge)
            reached[merge[1]] = merge[2]
    return kept


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


def open_workbook(path: str, limits: Limits) -> Workbook | Finding:
    """Open a workbook within limits; a finding of family WB where that cannot be done.

    The file is read once; the hash is that of the bytes that were read.
    """
    try:
        data = read_bytes(path, limits)
        recognise(data)
        return Workbook(path, data, limits.for_size(len(data)))
    except RefusedError as refused:
        return refused.at(path)
    except ReaderFailedError as failed:
        return RefusedError("WB001", "reader", detail=str(failed)).at(path)
