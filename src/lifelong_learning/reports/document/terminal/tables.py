"""A table in a terminal: a grid, or one line of figures under each name where the grid would be too wide."""

from __future__ import annotations

from itertools import groupby, zip_longest
from typing import TYPE_CHECKING

from msgspec.structs import replace

from lifelong_learning.catalogue.words import word
from lifelong_learning.reports.document.terminal.grid import TextGrid
from lifelong_learning.reports.document.terminal.page import STYLES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.text import Text

    from lifelong_learning.model.plan import Lang
    from lifelong_learning.reports.document.blocks import Table, TableCell, TableRow
    from lifelong_learning.reports.document.terminal.page import Page

FIGURES_WIDTH = 60
"""What the columns of figures and their gaps mostly take beside a target's name."""
CELL_MOST = 26
HEADER = 10
READABLE = 22


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
    grid = TextGrid(page.pen, tuple(columns[above:]), _flexible(table) - above)
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
    label = page.pen.text(name)
    lone = len(rows) == 1 and not rows[0].cells[0].text and label.cell_len <= page.width - FIGURES_WIDTH
    if not lone:
        grid.span(label)
    for row in rows:
        about = name if lone else f"  {row.cells[0].text or word('report.all_units', lang)}"
        grid.row(page.pen.text(about), *(_cell(page, cell) for cell in row.cells[1:]))
        _notes(page, grid, row, indent=4)


def _row(page: Page, grid: TextGrid, row: TableRow, *, above: bool) -> None:
    """Write a row; a cell of several lines makes as many rows."""
    if len(row.cells) == 1:
        grid.span(page.pen.text(row.cells[0].text, "bold"))
        return
    if above:
        grid.span(page.pen.text(row.cells[0].text))
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
        text = page.pen.text("")
        if note.mark is not None:
            text.append_text(page.pen.text(note.label, STYLES[note.mark]))
        said = f": {note.text}" if note.mark is not None else note.text
        grid.span(text.append_text(page.pen.text(said, "dim")), indent=indent)


def _stacked(page: Page, table: Table) -> None:
    names = [column.header for column in table.columns]
    page.add(page.pen.text(": ".join([names[0], " · ".join(names[1:])]), "dim"), hanging=2)
    page.add(page.pen.rule(page.width))
    for row in table.rows:
        name, *figures = row.cells
        page.add(_cell(page, name, "" if figures else "bold"), hanging=2)
        if figures:
            line = page.pen.text("")
            for number, cell in enumerate(figures):
                line.append_text(page.pen.text(" · " if number else "", "dim"))
                line.append_text(_cell(page, cell))
            page.add(line, indent=4)


def _cell(page: Page, cell: TableCell, style: str = "") -> Text:
    if cell.form == "id":
        return page.pen.whole(cell.text, "dim")
    return page.pen.text(cell.text, style if cell.mark is None else STYLES[cell.mark])


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
