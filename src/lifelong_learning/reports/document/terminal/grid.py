"""Columns of text in a given width, with lines that span them; never wider than asked for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct, field

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

    from lifelong_learning.reports.document.blocks import TableColumn
    from lifelong_learning.reports.document.terminal.page import Pen

GAP = 2
NARROWEST = 8
EASY = 20
"""What a column keeps that makes room for texts that are never broken."""

_BESIDE_SIGN = re.compile(r"(?<=[≥=]) (?=[0-9])")
_HELD = "\ue000"
"""Stands for a space at which no line ends; it is no character of ours."""


class Span(Struct, frozen=True):
    """A line over all columns, set in by so many cells; what wraps is set in by two more."""

    text: Text
    indent: int = 0


class TextGrid(Struct):
    """Rows of cells and spans under one header. The `flexible` column takes what the others leave; these
    take what they need, up to their `most`."""

    pen: Pen
    columns: tuple[TableColumn, ...]
    flexible: int
    rows: list[tuple[Text, ...] | Span] = field(default_factory=list)

    def row(self, *cells: Text) -> None:
        """Add a row with one cell for every column."""
        self.rows.append(cells)

    def span(self, text: Text, indent: int = 0) -> None:
        """Add a line over all columns."""
        self.rows.append(Span(text, indent))

    def lines(self, console: Console) -> list[Text]:
        """Return the printed lines, header and rule first, none wider than the console."""
        width = console.width
        widths = self.widths(width)
        header = tuple(self.pen.text(column.header, "dim") for column in self.columns)
        printed = [*self._line(console, header, widths), self.pen.rule(width)]
        for row in self.rows:
            if isinstance(row, Span):
                printed.extend(wrapped(console, row.text, width, row.indent, hanging=2))
            else:
                printed.extend(self._line(console, row, widths))
        return printed

    def widths(self, width: int) -> list[int]:
        """Return the width of every column; together with the gaps they are at most `width`."""
        natural = [self._natural(number) for number in range(len(self.columns))]
        fixed = [min(size, column.most) for size, column in zip(natural, self.columns, strict=True)]
        flexible = self.flexible
        others = sum(fixed) - fixed[flexible]
        room = width - GAP * (len(self.columns) - 1) - others
        rest = [number for number in range(len(fixed)) if number != flexible]
        widest = max(rest, key=fixed.__getitem__)
        lacking = self._whole(flexible) - room
        if 0 < lacking <= fixed[widest] - EASY:
            fixed[widest] -= lacking
            room += lacking
        while room < NARROWEST and fixed[widest := max(rest, key=fixed.__getitem__)] > NARROWEST:
            fixed[widest] -= 1
            room += 1
        fixed[flexible] = max(room, 1)
        return fixed

    def _whole(self, number: int) -> int:
        """Return the width of the longest cell of a column that is never broken."""
        cells = (row[number] for row in self.rows if not isinstance(row, Span))
        return max((cell.cell_len for cell in cells if cell.no_wrap), default=0)

    def _natural(self, number: int) -> int:
        from rich.cells import cell_len

        cells = (row[number].cell_len for row in self.rows if not isinstance(row, Span))
        return max([cell_len(self.columns[number].header), *cells])

    def _line(self, console: Console, cells: tuple[Text, ...], widths: list[int]) -> list[Text]:
        """Return the lines of a row; a text that is not to be broken and does not fit goes above them."""
        from rich.text import Text

        printed, fitting = [], []
        for cell, width in zip(cells, widths, strict=True):
            beyond = cell.no_wrap and cell.cell_len > width
            printed += [cell] if beyond else []
            fitting.append([] if beyond else _wrap(console, cell, width))
        columns = [lines or [Text()] for lines in fitting]
        for number in range(max(map(len, columns))):
            parts = [column[number] if number < len(column) else Text() for column in columns]
            printed.append(self._join(parts, widths))
        return printed

    def _join(self, parts: list[Text], widths: list[int]) -> Text:
        from rich.text import Text

        line = Text()
        for number, (part, column, width) in enumerate(zip(parts, self.columns, widths, strict=True)):
            part.rstrip()
            padding = " " * max(0, width - part.cell_len)
            last = number == len(parts) - 1
            if column.align == "right":
                line.append(padding)
                line.append_text(part)
            else:
                line.append_text(part)
                line.append("" if last else padding)
            line.append("" if last else " " * GAP)
        line.rstrip()
        return line


def wrapped(console: Console, text: Text, width: int, indent: int = 0, hanging: int = 0) -> list[Text]:
    """Return a text in lines of at most `width`, set in by `indent`, later lines by `hanging` more."""
    from rich.text import Text

    found = []
    for number, part in enumerate(_wrap(console, text, max(1, width - indent - hanging))):
        part.rstrip()
        found.append(Text(" " * (indent + (hanging if number else 0))).append_text(part))
    return found


def _wrap(console: Console, text: Text, width: int) -> list[Text]:
    """Return a text in lines; a figure keeps its sign: no line ends between ≥ and 100."""
    plain = _BESIDE_SIGN.sub(_HELD, text.plain)
    if plain == text.plain:
        return list(text.wrap(console, width))
    held = text.copy()
    held.plain = plain
    lines = list(held.wrap(console, width))
    for line in lines:
        line.plain = line.plain.replace(_HELD, " ")
    return lines
