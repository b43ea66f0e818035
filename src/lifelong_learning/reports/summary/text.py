"""The summary for a terminal: sentences and tables, sparklines for the years."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lifelong_learning.catalogue.words import word
from lifelong_learning.model.scores import Status
from lifelong_learning.reports.document.blocks import BarChart, Box, LineChart, Paragraph, Table
from lifelong_learning.reports.document.plot import sparkline
from lifelong_learning.reports.terminal.grid import Column, Grid
from lifelong_learning.reports.terminal.layout import Layout
from lifelong_learning.reports.terminal.pen import STATUS_STYLES

if TYPE_CHECKING:
    from rich.text import Text

    from lifelong_learning.reports.document.blocks import Block, Document, TableCell
    from lifelong_learning.reports.terminal.page import Page

BAR = 20
CELL_MOST = 26
HEADER = 10
READABLE = 22


def render(view: Document, layout: Layout | None = None) -> str:
    """Return the report, no line wider than the layout says."""
    page = (layout or Layout()).page()
    page.say(view.kind, "bold")
    page.say(view.title, "bold")
    page.say(view.when)
    page.gap()
    for block in view.head:
        if isinstance(block, Box):
            page.heading(block.title)
            for text in block.lines:
                page.say(f"- {text}", "yellow", hanging=2)
        elif isinstance(block, Paragraph):
            page.say(block.text, "dim")
    for section in view.sections:
        page.heading(section.heading)
        lines = [block for block in section.blocks if isinstance(block, LineChart)]
        for block in section.blocks:
            if not isinstance(block, LineChart):
                _block(page, block, view)
        _sparklines(page, lines, view)
    page.gap()
    for block in view.foot:
        _block(page, block, view)
    return page.text()


def _block(page: Page, block: Block, view: Document) -> None:
    if isinstance(block, Paragraph):
        if block.style == "item":
            page.say(f"- {block.text}", hanging=2)
        else:
            page.say(block.text, "dim" if block.style == "quiet" else "")
    elif isinstance(block, Table):
        _table(page, block, view)
    elif isinstance(block, BarChart):
        _bars(page, block, view)


def _table(page: Page, table: Table, view: Document) -> None:
    page.gap()
    if table.caption:
        page.say(table.caption, "bold dim")
    if len(table.columns) > 3 and _needed(table) > page.width:
        _stacked(page, table)
    else:
        page.grid(_grid(page, table))
    if table.more:
        page.say(word("summary.more_rows", view.lang, count=table.more), "dim")


def _grid(page: Page, table: Table) -> Grid:
    """Return the table with its widest-shared column taking what the others leave."""
    widest = _widest(table)
    columns = [
        Column(column.header, column.align, flexible=number == widest, most=_most(table, number))
        for number, column in enumerate(table.columns)
    ]
    grid = Grid(page.pen, tuple(columns))
    for row in table.rows:
        if len(row.cells) == 1:
            grid.span(page.pen.text(row.cells[0].text, "bold"))
        else:
            grid.row(*(_cell(page, cell) for cell in row.cells))
    return grid


def _widest(table: Table) -> int:
    return max(range(len(table.columns)), key=lambda number: table.columns[number].share)


def _most(table: Table, number: int) -> int:
    """Return the width that a column's figures need; a header may wrap."""
    cells = [len(row.cells[number].text) for row in table.rows if len(row.cells) > 1]
    return min(CELL_MOST, max([*cells, min(HEADER, len(table.columns[number].header))]))


def _needed(table: Table) -> int:
    """Return the width that the figures need beside a readable name."""
    widest = _widest(table)
    return READABLE + sum(_most(table, n) + 2 for n in range(len(table.columns)) if n != widest)


def _stacked(page: Page, table: Table) -> None:
    """Write a table that is too wide as one line of figures under each name."""
    names = [column.header for column in table.columns]
    page.add(page.pen.text(": ".join([names[0], " · ".join(names[1:])]), "dim"), hanging=2)
    page.add(page.pen.rule(page.width))
    for row in table.rows:
        page.add(_cell(page, row.cells[0], "bold" if len(row.cells) == 1 else ""), hanging=2)
        if len(row.cells) > 1:
            line = page.pen.text("")
            for number, cell in enumerate(row.cells[1:]):
                line.append_text(page.pen.text(" · " if number else "", "dim"))
                line.append_text(_cell(page, cell))
            page.add(line, indent=4)


def _cell(page: Page, cell: TableCell, style: str = "") -> Text:
    return page.pen.text(cell.text, style if cell.mark is None else STATUS_STYLES[Status(cell.mark.value)])


def _bars(page: Page, chart: BarChart, view: Document) -> None:
    page.gap()
    page.say(chart.title, "bold dim")
    full, empty = ("#", ".") if page.pen.plain else ("█", "░")
    heads = (word("summary.c_attained", view.lang), "", word("summary.c_target", view.lang))
    columns = (
        Column(heads[0], "right", most=12),
        Column(heads[1], most=BAR),
        Column(heads[2], flexible=True),
    )
    grid = Grid(page.pen, columns)
    for bar in chart.bars:
        filled = max(0, min(BAR, int(bar.size * BAR / 2)))
        line = page.pen.text(full * filled, STATUS_STYLES[bar.mark])
        line.append_text(page.pen.text(empty * (BAR - filled), "dim"))
        grid.row(page.pen.text(bar.text), line, page.pen.text(bar.label))
    page.grid(grid)


def _sparklines(page: Page, charts: list[LineChart], view: Document) -> None:
    if not charts:
        return
    page.gap()
    heads = [word(f"summary.{key}", view.lang) for key in ("c_trend", "c_first", "c_last", "c_target")]
    columns = [Column(heads[0], most=12), Column(heads[1], most=16), Column(heads[2], most=16)]
    grid = Grid(page.pen, (*columns, Column(heads[3], flexible=True)))
    for chart in charts:
        told = [point for point in chart.points if point.size is not None]
        line = page.pen.text(sparkline(chart, plain=page.pen.plain), "cyan")
        ends = [page.pen.text(f"{point.year}: {point.text}") for point in (told[0], told[-1])]
        grid.row(line, *ends, page.pen.text(chart.title))
    page.grid(grid)
