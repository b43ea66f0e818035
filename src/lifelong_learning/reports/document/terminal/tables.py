"""A table in a terminal: columns of text in a given width, with lines that span them, or one line of
figures; charts in characters: a bar of blocks for an attainment, a sparkline for the course of a figure.
"""

from __future__ import annotations

from itertools import groupby, zip_longest
from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import replace

from lifelong_learning.catalogue.words import word
from lifelong_learning.reports.document.blocks import TableColumn
from lifelong_learning.reports.document.drawings import sparkline
from lifelong_learning.reports.document.terminal.page import STYLES, rule, styled, whole, wrap, wrapped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import Console
    from rich.text import Text

    from lifelong_learning.model.plan import Lang
    from lifelong_learning.reports.document.blocks import BarChart, LineChart, Table, TableCell, TableRow
    from lifelong_learning.reports.document.terminal.page import Page


FIGURES_WIDTH = 60
"""What the columns of figures and their gaps mostly take beside a target's name."""
CELL_MOST = 26
HEADER = 10
READABLE = 22
GAP = 2
NARROWEST = 8
EASY = 20
"""What a column keeps that makes room for texts that are never broken."""


class Span(Struct, frozen=True):
    """A line over all columns, set in by so many cells; what wraps is set in by two more."""

    text: Text
    indent: int = 0


class TextGrid(Struct):
    """Rows of cells and spans under one header. The `flexible` column takes what the others leave; these
    take what they need, up to their `most`."""

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
        header = tuple(styled(column.header, "dim") for column in self.columns)
        printed = [*self._line(console, header, widths), rule(width)]
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
            fitting.append([] if beyond else wrap(console, cell, width))
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


def add(page: Page, table: Table, lang: Lang, *, first: bool) -> None:
    """Add a table; one that is a sheet of its own in a workbook, or has a caption, stands apart."""
    if table.sheet or table.caption or not first:
        page.gap()
    if table.caption:
        page.say(table.caption, "bold dim")
    if _too_wide(page, table):
        _stacked(page, table)
    else:
        page.grid(_grid(page, table, lang))
    if table.more:
        page.say(word("summary.more_rows", lang, count=table.more), "dim")


def _too_wide(page: Page, table: Table) -> bool:
    """Tell whether the figures leave no readable name; columns that say their widths always fit."""
    if len(table.columns) <= 3 or any(column.most for column in table.columns):
        return False
    widest = _flexible(table)
    others = (_most(table, number) + 2 for number in range(len(table.columns)) if number != widest)
    return READABLE + sum(others) > page.width


def _grid(page: Page, table: Table, lang: Lang) -> TextGrid:
    columns = [replace(column, most=_most(table, number)) for number, column in enumerate(table.columns)]
    above = int(table.above)
    grid = TextGrid(tuple(columns[above:]), _flexible(table) - above)
    for group, rows in groupby(table.rows, key=lambda row: row.group):
        if group:
            _group(page, grid, group, list(rows), lang)
        else:
            for row in rows:
                _row(page, grid, row, above=table.above)
    return grid


def _group(page: Page, grid: TextGrid, name: str, rows: Sequence[TableRow], lang: Lang) -> None:
    """Write a group's name over its rows, or in the row where it is the only one, covers all, and
    the name fits."""
    label = styled(name)
    lone = len(rows) == 1 and not rows[0].cells[0].text and label.cell_len <= page.width - FIGURES_WIDTH
    if not lone:
        grid.span(label)
    for row in rows:
        about = name if lone else f"  {row.cells[0].text or word('report.all_units', lang)}"
        grid.row(styled(about), *(_cell(page, cell) for cell in row.cells[1:]))
        _notes(page, grid, row, indent=4)


def _row(page: Page, grid: TextGrid, row: TableRow, *, above: bool) -> None:
    """Write a row; a cell of several lines makes as many rows."""
    if len(row.cells) == 1:
        grid.span(styled(row.cells[0].text, "bold"))
        return
    if above:
        grid.span(styled(row.cells[0].text))
    cells = row.cells[1:] if above else row.cells
    parts = zip_longest(*((cell.text, *cell.below) for cell in cells), fillvalue="")
    for texts in parts:
        line = [replace(cell, text=text) for cell, text in zip(cells, texts, strict=True)]
        if above and line[0].text:
            line[0] = replace(line[0], text=f"  {line[0].text}")
        grid.row(*(_cell(page, cell) for cell in line))
    _notes(page, grid, row, indent=2)


def _notes(page: Page, grid: TextGrid, row: TableRow, indent: int) -> None:
    for note in row.notes:
        text = styled("")
        if note.mark is not None:
            text.append_text(styled(note.label, STYLES[note.mark]))
        said = f": {note.text}" if note.mark is not None else note.text
        grid.span(text.append_text(styled(said, "dim")), indent=indent)


def _stacked(page: Page, table: Table) -> None:
    names = [column.header for column in table.columns]
    page.add(styled(": ".join([names[0], " · ".join(names[1:])]), "dim"), hanging=2)
    page.add(rule(page.width))
    for row in table.rows:
        name, *figures = row.cells
        page.add(_cell(page, name, "" if figures else "bold"), hanging=2)
        if figures:
            line = styled("")
            for number, cell in enumerate(figures):
                line.append_text(styled(" · " if number else "", "dim"))
                line.append_text(_cell(page, cell))
            page.add(line, indent=4)


def _cell(page: Page, cell: TableCell, style: str = "") -> Text:
    if cell.form == "id":
        return whole(cell.text, "dim")
    return styled(cell.text, style if cell.mark is None else STYLES[cell.mark])


def _flexible(table: Table) -> int:
    """Return which column takes what the others leave: the one that says no width, else the widest."""
    if any(column.most for column in table.columns):
        printed = range(table.above, len(table.columns))
        return next(number for number in printed if not table.columns[number].most)
    return max(range(len(table.columns)), key=lambda number: table.columns[number].share)


def _most(table: Table, number: int) -> int:
    """Return the width that a column takes at most: what it says, or what its figures need; a header
    may wrap."""
    column = table.columns[number]
    if column.most:
        return column.most
    cells = [len(row.cells[number].text) for row in table.rows if len(row.cells) > 1]
    return min(CELL_MOST, max([*cells, min(HEADER, len(column.header))]))


BAR = 20


def bars(page: Page, chart: BarChart, lang: Lang) -> None:
    """Add a bar for every target, which ends at twice the target."""
    page.gap()
    page.say(chart.title, "bold dim")
    columns = (
        TableColumn(word("summary.c_attained", lang), "right", most=12),
        TableColumn("", most=BAR),
        TableColumn(word("summary.c_target", lang)),
    )
    grid = TextGrid(columns, flexible=2)
    for bar in chart.bars:
        filled = max(0, min(BAR, int(bar.size * BAR / 2)))
        line = styled("█" * filled, STYLES[bar.mark])
        line.append_text(styled("░" * (BAR - filled), "dim"))
        grid.row(styled(bar.text), line, styled(bar.label))
    page.grid(grid)


def courses(page: Page, charts: Sequence[LineChart], lang: Lang) -> None:
    """Add a line for every chart: its course, its first and last figure, and what it shows."""
    page.gap()
    heads = [word(f"summary.{key}", lang) for key in ("c_trend", "c_first", "c_last", "c_target")]
    columns = [TableColumn(head, most=most) for head, most in zip(heads, (12, 16, 16, 0), strict=True)]
    grid = TextGrid(tuple(columns), flexible=3)
    for chart in charts:
        told = [point for point in chart.points if point.size is not None]
        line = styled(sparkline(chart), "cyan")
        ends = [styled(f"{point.year}: {point.text}") for point in (told[0], told[-1])]
        grid.row(line, *ends, styled(chart.title))
    page.grid(grid)
