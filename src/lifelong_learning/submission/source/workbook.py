"""A workbook that has been looked at, ready to give its sheets as grids."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, NamedTuple, Self

from lifelong_learning import catalogue
from lifelong_learning.model.findings import Finding
from lifelong_learning.submission.source.content import read_bytes, recognise
from lifelong_learning.submission.source.grid import Grid
from lifelong_learning.submission.source.look import look_at
from lifelong_learning.submission.source.package import Package
from lifelong_learning.submission.source.parts import count_strings, sheet_parts
from lifelong_learning.submission.source.reader import ReaderFailedError, open_reader, read_rows
from lifelong_learning.submission.source.refusal import RefusedError

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook

    from lifelong_learning.submission.source.limits import Limits
    from lifelong_learning.submission.source.parts import SheetPart


class SheetRef(NamedTuple):
    """A worksheet of the workbook."""

    name: str
    hidden: bool


class Workbook:
    """An open workbook: its bytes in memory, its parts known, no sheet read yet."""

    __slots__ = ("_limits", "_package", "_parts", "_reader", "_strings", "path", "sha256", "sheets")

    def __init__(self, path: str, data: bytes, limits: Limits) -> None:
        self.path = path
        self.sha256 = hashlib.sha256(data).hexdigest()
        self._limits = limits
        self._package = Package(data, limits)
        self._parts = sheet_parts(self._package, limits)
        self._strings = count_strings(self._package, limits)
        self._reader: CalamineWorkbook | None = open_reader(data)
        self.sheets = tuple(SheetRef(part.name, part.hidden) for part in self._parts)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the reader."""
        if self._reader is not None:
            self._reader.close()
            self._reader = None

    def grid(self, name: str) -> Grid | Finding:
        """Return the cells of a worksheet, or the finding that says why it cannot be read."""
        part = next(part for part in self._parts if part.name == name)
        try:
            return self._grid(part)
        except RefusedError as refused:
            return _finding(self.path, refused, sheet=name)
        except ReaderFailedError as failed:
            return _finding(self.path, RefusedError("WB001", "reader", detail=str(failed)), sheet=name)

    def _grid(self, part: SheetPart) -> Grid:
        assert self._reader is not None, "the workbook is closed"
        if part.part not in self._package:
            raise RefusedError("WB001", "no_part", part=part.part)
        look = look_at(self._package.xml(part.part), self._limits, self._strings[0])
        rows = read_rows(self._reader, part.number)
        return Grid(part.name, rows, look.errors, frozenset(look.unstored), look.broken, look.merges)


def open_workbook(path: str, limits: Limits) -> Workbook | Finding:
    """Open a workbook within limits; a finding of family WB where that cannot be done.

    The file is read once; the hash is that of the bytes that were read.
    """
    try:
        data = read_bytes(path, limits)
        recognise(data)
        return Workbook(path, data, limits.for_size(len(data)))
    except RefusedError as refused:
        return _finding(path, refused)
    except ReaderFailedError as failed:
        return _finding(path, RefusedError("WB001", "reader", detail=str(failed)))


def _finding(path: str, refused: RefusedError, sheet: str | None = None) -> Finding:
    return catalogue.finding(refused.code, refused.variant, file=path, sheet=sheet, **refused.arguments)
