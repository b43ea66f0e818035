"""How far the used cells of a sheet reach, measured without taking every address apart."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from lifelong_learning.model.findings import column_letters
from lifelong_learning.submission.source.found import check_place
from lifelong_learning.submission.source.refusal import RefusedError

if TYPE_CHECKING:
    from lifelong_learning.submission.source.grid import Cell
    from lifelong_learning.submission.source.limits import Limits

_ADDRESS = re.compile(rb"([A-Za-z]{1,3})([1-9][0-9]{0,6})\Z")
_COLUMN = re.compile(rb'<c r="([A-Z]{1,2})[0-9]')
_SEARCHED = 1 << 15
"""Bytes at a sheet's beginning in which its usual columns are found."""
_USUAL_COLUMNS = 64
_ROW_NUMBER = re.compile(rb'<row[^>]*? r="([0-9]{1,7})"')


def address_of(text: bytes) -> Cell:
    """Return the 1-based row and column of an A1 address; RefusedError for anything else."""
    match = _ADDRESS.match(text)
    if match is None:
        raise RefusedError("WB001", "address", address=text[:20].decode("utf-8", "replace"))
    return int(match[2]), column_number(match[1])


@lru_cache(maxsize=1024)
def column_number(letters: bytes) -> int:
    """Return the 1-based number of a column: A → 1, AA → 27."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number


class Frontier:
    """The rectangle from A1 within which all used cells lie; it may be a little larger than theirs.

    `beyond` finds the start of any cell tag that does not plainly give an address inside.
    """

    __slots__ = ("_col", "_limits", "_row", "beyond", "cols", "rows")

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self.rows = self.cols = 0
        self._row = self._col = 0
        self.beyond = _beyond(1, 1)

    def expect_columns(self, block: bytes) -> None:
        """Widen the columns, once, to those that the sheet begins with: one step instead of one for each."""
        if self._col == 0:
            most = min(_USUAL_COLUMNS, self._limits.columns)
            columns = map(column_number, set(_COLUMN.findall(block, 0, _SEARCHED)))
            last = max((col for col in columns if col <= most), default=0)
            if last:
                self._widen(self._row, last)

    def expect_row(self, block: bytes) -> None:
        """Widen the rows that the search passes over to those that the block seems to hold."""
        match = _ROW_NUMBER.match(block, max(block.rfind(b"<row"), 0))
        if match and self._row < int(match[1]) <= self._limits.rows:
            self._widen(int(match[1]), self._col)

    def reach(self, cell: Cell) -> None:
        """Take in a used cell; RefusedError where it lies too far out."""
        check_place(cell, self._limits)
        row, col = cell
        self._widen(max(row, self._row), max(col, self._col))

    def _widen(self, row: int, col: int) -> None:
        self._row, self._col = row, col
        step = 10 ** max(len(str(row)) - 2, 0)
        self.rows = max(-(-row // step) * step, 99)
        if self.rows + step - 1 > self._limits.rows:
            # The pattern takes in the rows up to the next step; none beyond the limit may be passed over.
            self.rows = max((self._limits.rows + 1) // step * step - step, 1)
        self.cols = min(col if col <= _USUAL_COLUMNS else col * 9 // 8, self._limits.columns)
        self.beyond = _beyond(self.rows, max(self.cols, 1))


@lru_cache(maxsize=512)
def _beyond(rows: int, cols: int) -> re.Pattern[bytes]:
    """Match `<c` unless an address within so many rows and columns follows."""
    pattern = f'<c(?! r="(?:{_up_to_column(cols)})(?:{_up_to_row(rows)})")'
    return re.compile(pattern.encode())


def _up_to_row(rows: int) -> str:
    """A pattern of the numbers up to `rows`, a number of one or two digits followed by zeros, or 99."""
    digits = str(rows)
    zeros = len(digits) - 1
    first = int(digits[0])
    parts = [f"[0-9]{{1,{zeros}}}"] if zeros else []
    if zeros == 0:
        return f"[1-{first}]"
    if first > 1:
        parts.append(f"[1-{first - 1}][0-9]{{{zeros}}}")
    parts.append(f"{first}[0-{digits[1]}][0-9]{{{zeros - 1}}}")
    return "|".join(parts)


def _up_to_column(cols: int) -> str:
    """A pattern of the letters of columns A to the given one."""
    letters = column_letters(cols)
    parts = [f"[A-Z]{{1,{len(letters) - 1}}}"] if len(letters) > 1 else []
    for place, letter in enumerate(letters):
        rest = len(letters) - place - 1
        before = letter if rest == 0 else chr(ord(letter) - 1)
        if before >= "A":
            parts.append(f"{letters[:place]}[A-{before}]" + "[A-Z]" * rest)
    return "|".join(parts)
