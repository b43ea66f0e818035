"""A whole sheet in the plain way: what stands before its rows, the rows, and what stands behind them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lifelong_learning.submission.source.addresses import address_of
from lifelong_learning.submission.source.found import MOST_MERGES
from lifelong_learning.submission.source.plain.error import NotPlainError
from lifelong_learning.submission.source.plain.shape import ROW

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from lifelong_learning.submission.source.grid import Cell, CellValue
    from lifelong_learning.submission.source.limits import Limits
    from lifelong_learning.submission.source.plain.rows import Found, RowReader, Rows

_HEAD = re.compile(rb"(?:\xef\xbb\xbf)?(?:<\?xml [^<>]*\?>\s*)?<worksheet[ >]")
_BEGIN, _END = b"<sheetData>", b"</sheetData>"
_NO_ROWS = b"<sheetData/>"
_MERGE = re.compile(rb'<mergeCell ref="([A-Z]{1,3}[0-9]{1,7})(?::([A-Z]{1,3}[0-9]{1,7}))?" ?/>')
_NOT_BEFORE = (b"sheetData", b"mergeCell")
_NOT_AROUND = re.compile(rb"<(?:[!?]|sheetData|row|(?:[^<>\s/:]+:)?c[\s/>]|[fv][\s/>])")
"""What would hide cells from one reader or another, or look like some, before and behind the rows."""
_LARGEST_HEAD = 1 << 20
_LARGEST_TAIL = 1 << 26
_LONGEST_ROW = 1 << 23


class PlainSheet:
    """The cells of a sheet, column by column, and the merged ranges; places are 1-based."""

    def __init__(self, pieces: Iterable[bytes], reader: RowReader, limits: Limits) -> None:
        """Read the sheet; NotPlainError where it is written in another way, or beyond a limit."""
        self._limits = limits
        self._columns: dict[int, list[CellValue]] = {}
        self.height = self.width = 0
        self.unstored: list[Cell] = []
        self.errors: dict[Cell, str] = {}
        source = iter(pieces)
        rest = self._read_rows(_after_head(source), source, reader)
        self.merges = _merges(_whole(rest, source))

    def columns(self) -> list[Sequence[CellValue]]:
        """Return every column from A to the last with a value, all equally long."""
        blank = [""] * self.height
        return [self._columns.get(col, blank) for col in range(1, self.width + 1)]

    def _read_rows(self, rest: bytes, source: Iterator[bytes], reader: RowReader) -> bytes:
        """Read all rows; return what stands behind them, as far as it is known."""
        while True:
            cut = max(rest.rfind(ROW), 0)
            end = rest.find(_END, cut)
            if end >= 0:
                if end:
                    self._take(reader.read(rest[:end]))
                return rest[end:]
            if cut:
                self._take(reader.read(rest[:cut]))
            elif len(rest) > _LONGEST_ROW:
                raise NotPlainError
            piece = next(source, None)
            if piece is None:
                raise NotPlainError
            rest = rest[cut:] + piece

    def _take(self, found: Found) -> None:
        self.unstored += found.unstored
        self.errors |= found.errors
        if len(self.unstored) + len(self.errors) > self._limits.cells:
            raise NotPlainError
        if found.unstored:
            row, col = map(max, zip(*found.unstored, strict=True))
            if row > self._limits.rows or col > self._limits.columns:
                raise NotPlainError
        for rows in found.rows:
            if rows.columns:
                self._append(rows)

    def _append(self, rows: Rows) -> None:
        """Put rows under those that are there; the blank ones between them were not kept."""
        numbers, first, last = rows.numbers, rows.numbers[0], rows.numbers[-1]
        if first <= self.height:
            raise NotPlainError
        self._check(last, max(rows.columns))
        above = first - self.height - 1
        size = last - first + 1
        for col in rows.columns.keys() - self._columns.keys():
            self._columns[col] = [""] * self.height
        for col, column in self._columns.items():
            if above:
                column += [""] * above
            cells = rows.columns.get(col)
            if cells is None:
                column += [""] * size
            else:
                column += cells if len(numbers) == size else _spread(cells, numbers, size)
        self.height = last

    def _check(self, row: int, col: int) -> None:
        self.width = max(self.width, col)
        limits = self._limits
        if row > limits.rows or col > limits.columns or row * self.width > limits.cells:
            raise NotPlainError


def _spread(cells: Sequence[CellValue], numbers: Sequence[int], size: int) -> list[CellValue]:
    """Return the cells of so many rows, of which those with the numbers are known."""
    spread: list[CellValue] = [""] * size
    for number, cell in zip(numbers, cells, strict=True):
        spread[number - numbers[0]] = cell
    return spread


def _after_head(source: Iterator[bytes]) -> bytes:
    """Return what follows the beginning of the rows, as far as it is known; the end of a sheet without."""
    head = b""
    for piece in source:
        head += piece
        begin = head.find(_BEGIN)
        if begin >= 0:
            break
        if _NO_ROWS in head:
            begin = head.index(_NO_ROWS)
            head = head.replace(_NO_ROWS, _BEGIN + _END, 1)
            break
        if len(head) > _LARGEST_HEAD:
            raise NotPlainError
    else:
        raise NotPlainError
    before = head[:begin]
    if any(word in before for word in _NOT_BEFORE):
        raise NotPlainError
    declared = _HEAD.match(head)
    if declared is None or _NOT_AROUND.search(before, declared.end()):
        raise NotPlainError
    return head[begin + len(_BEGIN) :]


def _whole(rest: bytes, source: Iterator[bytes]) -> bytes:
    """Return all that stands behind the rows."""
    tail = [rest]
    size = len(rest)
    for piece in source:
        size += len(piece)
        if size > _LARGEST_TAIL:
            raise NotPlainError
        tail.append(piece)
    whole = b"".join(tail)
    if not whole.rstrip().endswith(b"</worksheet>") or _NOT_AROUND.search(whole):
        raise NotPlainError
    return whole


def _merges(tail: bytes) -> list[tuple[int, int, int, int]]:
    if b"mergeCell" not in tail:
        return []
    said = tail.count(b"mergeCell") - tail.count(b"mergeCells")
    if said > MOST_MERGES:
        raise NotPlainError
    found = _MERGE.findall(tail)
    if len(found) != said:
        raise NotPlainError
    merges = []
    for first, last in found:
        (row1, col1), (row2, col2) = address_of(first), address_of(last or first)
        merges.append((min(row1, row2), min(col1, col2), max(row1, row2), max(col1, col2)))
    return merges
