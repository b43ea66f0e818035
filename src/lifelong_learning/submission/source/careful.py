"""A slow and exact look at a sheet, with a real XML parser: for sheets that are written unusually, and
where the quick look leaves open how far the cells reach or which of them stand there twice."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.parsers import expat

from lifelong_learning.submission.source.addresses import address_of
from lifelong_learning.submission.source.found import Look, Reason, check_place, shared_index
from lifelong_learning.submission.source.parts import DEEPEST, feed, local
from lifelong_learning.submission.source.refusal import RefusedError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lifelong_learning.submission.source.grid import Cell
    from lifelong_learning.submission.source.limits import Limits

_ELEMENTS_PER_CELL = 3
_OTHER_ELEMENTS = 100_000
_LONGEST_VALUE = 64
_BLANK_IF_EMPTY = frozenset({"n", "s", "b", "e"})
"""Kinds of values of which an empty one leaves the cell blank."""


def look_carefully(pieces: Iterable[bytes], limits: Limits, lengths: Sequence[int]) -> Look:
    """Look through one sheet element by element; RefusedError past a limit or where the XML is broken.

    `lengths` are those of the shared strings.
    """
    parser = _Parser(Look(limits, len(lengths)), lengths)
    feed(parser.expat, pieces)
    parser.look.check_values()
    parser.look.check_rectangle()
    return parser.look


class _Parser:
    """Keeps its place as the reader does: an address counts where there is one, else the next column."""

    def __init__(self, look: Look, lengths: Sequence[int]) -> None:
        self.look = look
        self._lengths = lengths
        self.expat = expat.ParserCreate()
        self.expat.buffer_text = True
        self.expat.StartElementHandler = self._start
        self.expat.EndElementHandler = self._end
        self._elements = self._depth = 0
        self._most = look.limits.cells * _ELEMENTS_PER_CELL + _OTHER_ELEMENTS
        self._row, self._col = 1, 1
        self._cell: Cell | None = None
        self._used: set[int] = set()

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > DEEPEST:
            raise RefusedError("WB001", "xml")
        self._elements += 1
        if self._elements > self._most:
            raise RefusedError("WB003", "values", limit=self.look.limits.cells)
        if ":" in name:
            name = local(name)
        if name == "c":
            self._begin_cell(attributes)
        elif self._cell is not None:
            self._inside(name)
        elif name == "row":
            if attributes.get("r", "").isdecimal():
                self._row = int(attributes["r"][:9])
        elif name == "mergeCell":
            first, _, last = attributes.get("ref", "").partition(":")
            self.look.merge(address_of(first.encode()), address_of((last or first).encode()))

    def _begin_cell(self, attributes: dict[str, str]) -> None:
        address = attributes.get("r")
        if address is not None:
            cell = address_of(address.encode())
            self._col = cell[1]
        else:
            cell = (self._row, self._col)
        self._cell = cell
        self._kind = attributes.get("t", "n")
        self._text: list[str] = []
        self._formula = self._value = self._inline = False

    def _inside(self, name: str) -> None:
        if name == "f":
            self._formula = True
        elif name == "v":
            self._value = True
            self._text.clear()
            self.expat.CharacterDataHandler = self._characters
        elif name == "is":
            self._inline = True

    def _characters(self, text: str) -> None:
        if len(self._text) < _LONGEST_VALUE:
            self._text.append(text)

    def _end(self, name: str) -> None:
        self._depth -= 1
        if ":" in name:
            name = local(name)
        if name == "v":
            self.expat.CharacterDataHandler = None
        elif name == "c" and self._cell is not None:
            if self._value or self._formula or self._inline:
                self._finish_cell(self._cell)
            self._cell = None
            self._col += 1
        elif name == "row":
            self._row += 1
            self._col = 1

    def _finish_cell(self, cell: Cell) -> None:
        text = "".join(self._text)
        self.look.values += self._value + self._inline
        # Of white space, and of an empty text that is none of these, the reader makes a cell as well.
        stored = self._value and (bool(text) or self._kind not in _BLANK_IF_EMPTY)
        if stored or self._inline:
            check_place(cell, self.look.limits)
            self.look.rows = max(self.look.rows, cell[0])
            self.look.cols = max(self.look.cols, cell[1])
            key = cell[0] << 14 | cell[1]
            if key in self._used:
                self.look.broken[cell] = Reason.TWICE
            self._used.add(key)
        if self._kind == "s" and text:
            index = shared_index(text)
            self.look.text += self._lengths[index] if index < len(self._lengths) else 0
        if self._value or self._formula:
            self.look.judge(cell, self._kind, text, formula=self._formula, stored=self._value)
