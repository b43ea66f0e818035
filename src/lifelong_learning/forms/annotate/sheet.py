"""A worksheet part with marked cells: attributes of cells set, missing cells and rows put in."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, NamedTuple

from lifelong_learning.forms.annotate import UnmarkableError
from lifelong_learning.forms.annotate.splice import REL, Splices, local, prefix_of, walk, with_attribute
from lifelong_learning.model.findings import cell_address

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from lifelong_learning.forms.annotate.splice import Attributes

Cell = tuple[int, int]
_ADDRESS = re.compile(r"\$?([A-Za-z]{1,3})\$?([1-9][0-9]{0,6})$")
_BEHIND_DRAWING = frozenset(
    {
        "legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems",
        "tableParts", "extLst", "AlternateContent",
    }
)  # fmt: skip
"""Elements of a worksheet that stand behind `legacyDrawing` (ECMA-376 part 1, 18.3.1.99)."""


def place_of(address: str) -> Cell | None:
    """Return the 1-based row and column of an A1 address, or None for anything else."""
    found = _ADDRESS.match(address)
    if found is None:
        return None
    col = 0
    for letter in found[1].upper():
        col = col * 26 + ord(letter) - 64
    return int(found[2]), col


class _Row(NamedTuple):
    """A row that has marks: where its tag and its end stand, its style, its cells by column."""

    start: int
    style: int
    cells: list[tuple[int, int, int]]
    """Column, place of the tag, style."""


class SheetEdit:
    """One worksheet part; `wanted` are the cells to mark."""

    def __init__(self, xml: bytes, part: str, wanted: set[Cell]) -> None:
        self._splices = Splices(xml, part)
        self._part = part
        self._wanted_rows = {row for row, _ in wanted}
        self._numbers = array("q")
        self._starts = array("q")
        self._ends: dict[int, int] = {}
        self._rows: dict[int, _Row] = {}
        self._columns: list[tuple[int, int, int]] = []
        self._merges: list[tuple[int, int, int, int]] = []
        self._data: list[int] = []
        self._end_of_root = self._behind = -1
        self._prefix = ""
        self._row = self._col = 0
        self.drawing: str | None = None
        """The relation of the sheet's VML drawing."""
        walk(xml, part, self._start, self._end)
        if len(self._data) != 2:
            raise UnmarkableError("unusual", part)

    def _start(self, depth: int, name: str, attributes: Attributes, at: int) -> None:
        what = local(name)
        if what == "c" and len(self._data) == 1:
            self._cell(attributes, at)
        elif depth == 0:
            self._prefix = prefix_of(name)
        elif depth == 1:
            self._section(what, attributes, at)
        elif depth == 2:
            self._in_section(what, attributes, at)

    def _in_section(self, what: str, attributes: Attributes, at: int) -> None:
        if what == "row":
            self._begin_row(attributes, at)
        elif what == "mergeCell":
            self._merge(attributes.get("ref", ""))
        elif what == "col" and "style" in attributes:
            first, last, style = (_whole(attributes.get(key), self._part) for key in ("min", "max", "style"))
            self._columns.append((first, last, style))

    def _section(self, what: str, attributes: Attributes, at: int) -> None:
        if what == "sheetData":
            self._data.append(at)
        elif what == "legacyDrawing":
            self.drawing = next((v for k, v in attributes.items() if local(k) == "id"), "")
        elif what in _BEHIND_DRAWING and self._behind < 0:
            self._behind = at

    def _end(self, depth: int, name: str, at: int) -> None:
        what = local(name)
        if what == "row" and depth == 2:
            if self._row in self._wanted_rows:
                self._ends[self._row] = at
        elif depth == 1 and what == "sheetData":
            self._data.append(at)
        elif depth == 0:
            self._end_of_root = at

    def _begin_row(self, attributes: Attributes, at: int) -> None:
        self._row = _whole(attributes["r"], self._part) if "r" in attributes else self._row + 1
        self._col = 0
        if self._numbers and self._row <= self._numbers[-1]:
            raise UnmarkableError("unusual", self._part)
        self._numbers.append(self._row)
        self._starts.append(at)
        if self._row in self._wanted_rows:
            self._rows[self._row] = _Row(at, _whole(attributes.get("s", "0"), self._part), [])

    def _cell(self, attributes: Attributes, at: int) -> None:
        address = attributes.get("r")
        self._col = self._col + 1 if address is None else self._place(address)[1]
        if self._row in self._wanted_rows:
            style = _whole(attributes.get("s", "0"), self._part)
            self._rows[self._row].cells.append((self._col, at, style))

    def _merge(self, ref: str) -> None:
        first, _, last = ref.partition(":")
        (r1, c1), (r2, c2) = self._place(first), self._place(last or first)
        self._merges.append((r1, c1, r2, c2))

    def _place(self, address: str) -> Cell:
        place = place_of(address)
        if place is None:
            raise UnmarkableError("unusual", self._part)
        return place

    def anchors(self, cells: set[Cell]) -> dict[Cell, Cell]:
        """Return for cells inside merged ranges the cell that is seen."""
        rows = sorted({row for row, _ in cells})
        by_row: dict[int, list[int]] = {}
        for row, col in cells:
            by_row.setdefault(row, []).append(col)
        found: dict[Cell, Cell] = {}
        for r1, c1, r2, c2 in self._merges:
            for row in rows[bisect_left(rows, r1) : bisect_right(rows, r2)]:
                found.update({(row, col): (r1, c1) for col in by_row[row] if c1 <= col <= c2})
        return found

    def mark(self, marks: Mapping[Cell, Callable[[int], int]]) -> None:
        """Give every marked cell the style that its mark makes of its own; all lie in wanted rows."""
        by_row: dict[int, dict[int, Callable[[int], int]]] = {}
        for (number, col), restyle in sorted(marks.items(), key=lambda pair: pair[0]):
            by_row.setdefault(number, {})[col] = restyle
        fresh: dict[int, list[bytes]] = {}
        for number, cells in by_row.items():
            row = self._rows.get(number)
            if row is not None:
                self._mark_row(number, row, cells)
                continue
            new = b"".join(self._new(number, col, restyle, 0) for col, restyle in cells.items())
            opened = f'<{self._prefix}row r="{number}">'.encode()
            after = bisect_left(self._numbers, number)
            place = self._starts[after] if after < len(self._starts) else -1
            fresh.setdefault(place, []).append(opened + new + f"</{self._prefix}row>".encode())
        for place, rows in fresh.items():
            if place < 0:
                self._splices.into(self._data[0], self._data[1], b"".join(rows))
            else:
                self._splices.insert(place, b"".join(rows))

    def _mark_row(self, number: int, row: _Row, cells: Mapping[int, Callable[[int], int]]) -> None:
        there = {col: (at, style) for col, at, style in row.cells}
        missing: dict[int, bytes] = {}
        for col, restyle in cells.items():
            if col in there:
                at, style = there[col]
                tag = self._splices.tag(at)
                changed = with_attribute(tag, b"s", str(restyle(style)).encode())
                self._splices.replace(at, at + len(tag), changed)
                continue
            after = next((at for other, at, _ in row.cells if other > col), -1)
            missing[after] = missing.get(after, b"") + self._new(number, col, restyle, row.style)
        tail = missing.pop(-1, b"")
        for after, text in missing.items():
            self._splices.insert(after, text)
        self._finish_row(number, row, (min(cells), max(cells)), tail)

    def _finish_row(self, number: int, row: _Row, columns: tuple[int, int], tail: bytes) -> None:
        """Put cells at a row's end, and let the row say how far its cells reach."""
        tag = self._splices.tag(row.start)
        changed = tag
        spans = re.search(rb'\sspans\s*=\s*"([0-9]{1,5}):([0-9]{1,5})"', tag)
        if spans:
            first, last = min(int(spans[1]), columns[0]), max(int(spans[2]), columns[1])
            changed = with_attribute(tag, b"spans", f"{first}:{last}".encode())
        if tag.endswith(b"/>") and tail:
            closing = f"</{self._prefix}row>".encode()
            changed = changed[:-2].rstrip() + b">" + tail + closing
        elif tail:
            self._splices.insert(self._ends[number], tail)
        if changed != tag:
            self._splices.replace(row.start, row.start + len(tag), changed)

    def _new(self, row: int, col: int, restyle: Callable[[int], int], style: int) -> bytes:
        if not style:
            style = next((s for first, last, s in self._columns if first <= col <= last), 0)
        return f'<{self._prefix}c r="{cell_address(row, col)}" s="{restyle(style)}"/>'.encode()

    def draw(self, relation: str) -> None:
        """Point the sheet at a VML drawing."""
        element = f'<{self._prefix}legacyDrawing xmlns:r="{REL}" r:id="{relation}"/>'
        at = self._behind if self._behind >= 0 else self._end_of_root
        self._splices.insert(at, element.encode())

    def result(self) -> bytes:
        """Return the part with its marks."""
        return self._splices.result()


def _whole(text: str | None, part: str) -> int:
    if text is None or not (text.isascii() and text.isdigit() and len(text) < 10):
        raise UnmarkableError("unusual", part)
    return int(text)
