"""A sheet read element by element, however it is written: slower than the plain way, and the same cells."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.parsers import expat

from lifelong_learning.submission.source.elements import DEEPEST, RefusedError, feed, local
from lifelong_learning.submission.source.grid import (
    MOST_MERGES,
    BrokenCell,
    Grid,
    MarkedText,
    address_of,
    check_place,
    check_rectangle,
    cut_merges,
    merge_of,
)
from lifelong_learning.submission.source.parts import moment
from lifelong_learning.submission.source.texts import TextOfRuns, unescaped

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date, time, timedelta

    from lifelong_learning.submission.source.elements import Attributes, Limits
    from lifelong_learning.submission.source.grid import Cell, CellValue, Merge
    from lifelong_learning.submission.source.parts import Styles

_ELEMENTS_PER_VALUE = 2
"""So many elements cost the time of what is done with a value, beside its own."""
_SHORTEST_ELEMENT = len(b"<c/>")
_LONGEST_VALUE = 8 << 20
"""Characters of one value: Excel allows 32,767."""
_LONGEST_INDEX = 9
"""Digits of the place of a shared text: far more than there are cells."""
_LONGEST_ERROR = 40
_WHITE = " \t\r\n"
_INFINITE = (float("inf"), float("-inf"))
_TRUTHS = {"1": True, "true": True, "0": False, "false": False}


class SheetReader:
    """Reads one sheet of a workbook whose shared texts and cell formats are known.

    Of the workbook's `elements`, `left` are those that may still be read.
    """

    def __init__(
        self,
        shared: Sequence[str],
        styles: Styles,
        limits: Limits,
        elements: tuple[int, int],
        *,
        since_1904: bool,
    ) -> None:
        self._shared = shared
        self._styles = styles
        self._limits = limits
        self._since_1904 = since_1904
        self._most, self.left = elements
        self._text_left = limits.bytes_unpacked
        self._depth = 0
        self._row, self._col = 1, 1
        self._address: str | None = None
        self._in_cell = False
        self._inline: TextOfRuns | None = None
        self._columns: dict[int, list[CellValue]] = {}
        self._width = self._height = self._values = 0
        self._errors: dict[Cell, str] = {}
        self._unstored: set[Cell] = set()
        self._broken: dict[Cell, str] = {}
        self._percent: dict[int, set[int]] = {}
        self._merges: list[Merge] = []
        self._marked = False

    def read(self, name: str, pieces: Iterable[bytes]) -> Grid:
        """Return the cells; RefusedError past a limit or where the XML is broken."""
        self._parser = parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler, parser.EndElementHandler = self._start, self._end
        feed(parser, pieces)
        blank: list[CellValue] = [""] * self._height
        for column in self._columns.values():
            column += [""] * (self._height - len(column))
        columns = [self._columns.get(col, blank) for col in range(1, self._width + 1)]
        return Grid(
            name, columns, self._errors, frozenset(self._unstored), self._broken,
            cut_merges(self._merges, self._height, self._width), self._percent, marked=self._marked,
        )  # fmt: skip

    def refuse_more(self, size: int, pieces: Iterable[bytes]) -> None:
        """RefusedError where a part of so many bytes has more tags than a sheet within the limits.

        Counting them takes a fiftieth of the time of reading them, so that much XML of nothing ends early.
        What looks like a tag within a comment is none: there the parser counts as it reads.
        """
        if size // _SHORTEST_ELEMENT <= self.left:
            return
        tags, before = 0, b""
        for piece in pieces:
            if b"<!" in before + piece[:1] or b"<!" in piece:
                return
            before = piece[-1:]
            tags += piece.count(b"<") - piece.endswith(b"<")
            tags -= piece.count(b"</") + piece.count(b"<?")
            if tags > self.left:
                self._refuse_elements()

    def _start(self, name: str, attributes: Attributes) -> None:
        self._depth += 1
        self.left -= 1
        if self.left < 0 or self._depth > DEEPEST:
            self._refuse_elements()
        if ":" in name:
            name = local(name)
        if self._inline is not None:
            self._inline.start(name, attributes)
        elif name == "c":
            self._begin_cell(attributes)
        elif self._in_cell:
            self._inside(name)
        elif name == "row":
            self._begin_row(attributes.get("r", ""))
        elif name == "mergeCell":
            self._merge(attributes.get("ref", ""))

    def _begin_row(self, number: str) -> None:
        if number.isdecimal():
            self._row = int(number[:9])

    def _refuse_elements(self) -> None:
        if self._depth > DEEPEST:
            raise RefusedError("WB001", "xml")
        raise RefusedError("WB003", "elements", limit=self._most)

    def _merge(self, reference: str) -> None:
        if len(self._merges) >= MOST_MERGES:
            raise RefusedError("WB003", "merges", limit=MOST_MERGES)
        first, _, last = reference.partition(":")
        self._merges.append(merge_of(first.encode(), last.encode()))

    def _begin_cell(self, attributes: Attributes) -> None:
        """Keep the place as spreadsheet programs do: an address counts where there is one, else the next
        column. What the address says is asked only for a value, or for the cell behind that has none."""
        address = attributes.get("r")
        if address is None and self._address is not None:
            self._col = address_of(self._address.encode())[1] + 1
        self._attributes, self._address = attributes, address
        self._in_cell = True
        self._text: list[str] = []
        self._formula = self._value = False
        self._text_of_runs: TextOfRuns | None = None

    def _inside(self, name: str) -> None:
        if name == "v":
            self._value = True
            self._text.clear()
            self._length = 0
            self._parser.CharacterDataHandler = self._characters
        elif name == "f":
            self._formula = True
        elif name == "is":
            self._inline = self._text_of_runs = TextOfRuns()
            self._parser.CharacterDataHandler = self._inline.characters

    def _characters(self, text: str) -> None:
        self._length += len(text)
        if self._length > _LONGEST_VALUE:
            raise RefusedError("WB003", "long", limit=_LONGEST_VALUE)
        self._text.append(text)

    def _end(self, name: str) -> None:
        self._depth -= 1
        if ":" in name:
            name = local(name)
        if name == "v":
            self._parser.CharacterDataHandler = None
        elif name == "c" and self._in_cell:
            if self._value or self._formula or self._text_of_runs is not None:
                self.left -= _ELEMENTS_PER_VALUE
                self._finish_cell(self._place())
            self._in_cell = False
            self._inline = None
            self._col += 1
        elif name == "is":
            self._inline = self._parser.CharacterDataHandler = None
        elif self._inline is not None:
            self._inline.end(name)
        elif name == "row":
            self._row += 1
            self._col = 1
            self._address = None

    def _place(self) -> Cell:
        return (self._row, self._col) if self._address is None else address_of(self._address.encode())

    def _finish_cell(self, cell: Cell) -> None:
        kind = self._attributes.get("t", "n")
        text = "".join(self._text)
        if self._text_of_runs is not None and not (self._value and text):
            self._put(cell, self._text_of_runs.whole())
        elif kind in ("str", "inlineStr"):
            if self._value:
                self._put(cell, unescaped(text))
            elif self._formula:
                self._without_value(cell)
        elif not text.strip(_WHITE) and not (text and kind == "s"):
            if self._formula:
                self._without_value(cell)
        elif kind == "e":
            self._count()
            self._errors[cell] = text.strip(_WHITE)[:_LONGEST_ERROR]
            check_place(*cell, self._limits)
        elif kind == "s":
            self._point(cell, text)
        elif kind == "b":
            self._put_or_break(cell, _TRUTHS.get(text.strip(_WHITE)), text, BrokenCell.BOOLEAN)
        else:
            self._put_number(cell, text)

    def _without_value(self, cell: Cell) -> None:
        self._count()
        check_place(*cell, self._limits)
        self._unstored.add(cell)

    def _count(self) -> None:
        self._values += 1
        if self._values > self._limits.cells:
            raise RefusedError("WB003", "values", limit=self._limits.cells)

    def _point(self, cell: Cell, text: str) -> None:
        """Put the shared text that a cell points at."""
        shared = None
        if (
            len(text) <= _LONGEST_INDEX
            and text.isascii()
            and text.isdecimal()
            and int(text) < len(self._shared)
        ):
            shared = self._shared[int(text)]
            self._text_left -= len(shared)
            if self._text_left < 0:
                raise RefusedError("WB003", "text", limit=self._limits.bytes_unpacked)
        self._put_or_break(cell, shared, "", BrokenCell.SHARED_STRING)

    def _put_number(self, cell: Cell, text: str) -> None:
        try:
            number = float(text) if "_" not in text else None
        except ValueError:
            number = None
        if number is None:
            # A day as ISO 8601 has it, or anything else: the text says what it is.
            self._put(cell, _day(text.strip(_WHITE)) if self._attributes.get("t") == "d" else text)
        elif number != number or number in _INFINITE:
            self._put_or_break(cell, None, "", BrokenCell.NOT_FINITE)
        else:
            self._put_formatted(cell, number)

    def _put_formatted(self, cell: Cell, number: float) -> None:
        style = self._attributes.get("s", "")
        duration = style in self._styles.durations
        if (duration or style in self._styles.days) and number >= 0:
            meant = moment(number, duration=duration, since_1904=self._since_1904)
            self._put_or_break(cell, meant, number, BrokenCell.MOMENT)
            return
        if style in self._styles.percent:
            self._percent.setdefault(cell[1], set()).add(cell[0])
        self._put(cell, number)

    def _put_or_break(self, cell: Cell, value: CellValue | None, otherwise: CellValue, reason: str) -> None:
        """Put a value; where there is none, what the file has, with the reason why that is no value."""
        if value is None:
            self._broken[cell] = reason
            check_place(*cell, self._limits)
        self._put(cell, otherwise if value is None else value)

    def _put(self, cell: Cell, value: CellValue) -> None:
        if value == "" and type(value) is not MarkedText:
            return
        if self._attributes.get("s") in self._styles.struck:
            value = MarkedText()
        row, col = cell
        self._count()
        if row > self._height or col > self._width:
            check_place(row, col, self._limits)
            self._height, self._width = max(row, self._height), max(col, self._width)
            check_rectangle(self._height, self._width, self._limits)
        if type(value) is MarkedText:
            self._marked = True
        column = self._columns.setdefault(col, [])
        missing = row - 1 - len(column)
        if missing < 0:
            if column[row - 1] != "":
                self._broken[cell] = BrokenCell.TWICE
            column[row - 1] = value
            return
        if missing:
            column += [""] * missing
        column.append(value)


def _day(text: str) -> str | date | time | timedelta:
    """Return the day or the time that a text names as ISO 8601 has it; else the text."""
    from datetime import datetime, time

    try:
        at = time.fromisoformat(text) if "-" not in text else datetime.fromisoformat(text)
    except ValueError:
        return text
    return at.date() if isinstance(at, datetime) and len(text) <= len("2024-01-01") else at
