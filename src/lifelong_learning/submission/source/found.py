"""What a look at a sheet has found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct, field

from lifelong_learning.model.findings import cell_address
from lifelong_learning.submission.source.refusal import RefusedError

if TYPE_CHECKING:
    from lifelong_learning.submission.source.grid import Cell
    from lifelong_learning.submission.source.limits import Limits

MOST_MERGES = 200_000
_ERROR_NAMES = frozenset({"#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!"})
"""The error values that the reader knows; any other makes it give up on the sheet."""
_KINDS = frozenset({"n", "s", "b", "e", "str", "inlineStr", "is", "d"})


_WHITE = " \t\r\n"
_LONGEST_INDEX = 9
"""Digits of the place of a shared string: far more than there are cells."""


class Reason:
    """Reasons for which a value cannot be trusted."""

    SHARED_STRING = "shared_string"
    NOT_FINITE = "not_finite"
    TWICE = "twice"


class Look(Struct):
    """What a look has found, all places 1-based.

    `values` counts the values that the reader would take, `text` the bytes of the shared strings among
    them (after a careful look), `unreadable` holds the cells whose content would make it give up on the
    whole sheet or take another text.
    """

    limits: Limits
    strings: int
    rows: int = 0
    cols: int = 0
    values: int = 0
    text: int = 0
    taken_apart: int = 0
    exponents: bool = False
    errors: dict[Cell, str] = field(default_factory=dict)
    unstored: set[Cell] = field(default_factory=set)
    broken: dict[Cell, str] = field(default_factory=dict)
    unreadable: set[Cell] = field(default_factory=set)
    merges: list[tuple[int, int, int, int]] = field(default_factory=list)

    def judge(self, cell: Cell, kind: str, text: str, *, formula: bool, stored: bool) -> None:
        """Take in one cell; `stored` tells that it has a `<v>`, of which `text` is the content."""
        value = text.strip(_WHITE)
        if not value and not (text and kind == "s"):
            self.values -= stored
            # An empty text is a value; a formula without any has none.
            if formula and kind != "inlineStr" and not (kind == "str" and stored):
                self.unstored.add(cell)
        elif kind == "e":
            self.values -= 1
            self.errors[cell] = value[:40]
            if text not in _ERROR_NAMES:
                self.unreadable.add(cell)
        elif self._misread(kind, text, value):
            self.broken[cell] = Reason.SHARED_STRING
            self.unreadable.add(cell)
        elif kind == "n":
            self._judge_number(cell, value)

    def _misread(self, kind: str, text: str, value: str) -> bool:
        """Tell whether the reader would take another text for the value, or give up on it."""
        if kind == "s":
            return not (_is_index(text) and shared_index(text) < self.strings)
        return kind not in _KINDS or (kind == "b" and value not in ("0", "1", "true", "false"))

    def _judge_number(self, cell: Cell, value: str) -> None:
        try:
            number = float(value)
        except ValueError:
            return
        if number != number or number in (float("inf"), float("-inf")):
            self.broken[cell] = Reason.NOT_FINITE

    def merge(self, first: Cell, last: Cell) -> None:
        """Take in a merged range."""
        if len(self.merges) >= MOST_MERGES:
            raise RefusedError("WB003", "merges", limit=MOST_MERGES)
        (row1, col1), (row2, col2) = first, last
        self.merges.append((min(row1, row2), min(col1, col2), max(row1, row2), max(col1, col2)))

    def check_values(self) -> None:
        """RefusedError where there are more values than cells are allowed."""
        if max(self.values, self.taken_apart) > self.limits.cells:
            raise RefusedError("WB003", "values", limit=self.limits.cells)

    def check_rectangle(self) -> None:
        """RefusedError where the used rectangle has more cells than are allowed."""
        if self.rows * self.cols > self.limits.cells:
            raise RefusedError(
                "WB003", "cells", cell=cell_address(self.rows, self.cols),
                found=self.rows * self.cols, limit=self.limits.cells,
            )  # fmt: skip


def shared_index(text: str) -> int:
    """Return which shared string the reader takes: the first where the content of a cell is no place."""
    return int(text) if _is_index(text) else 0


def _is_index(text: str) -> bool:
    return len(text) <= _LONGEST_INDEX and text.isascii() and text.isdecimal()


def check_place(cell: Cell, limits: Limits) -> None:
    """RefusedError for a used cell that lies beyond the rows or columns allowed."""
    row, col = cell
    if row > limits.rows:
        raise RefusedError("WB003", "rows", limit=limits.rows, cell=cell_address(row, col))
    if col > limits.columns:
        raise RefusedError("WB003", "columns", limit=limits.columns, cell=cell_address(row, col))
