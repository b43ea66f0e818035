"""The summary as a Markdown document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lifelong_learning.catalogue.words import word
from lifelong_learning.reports.evaluation_markdown import escaped
from lifelong_learning.reports.summary.blocks import Bars, Lines, Paragraph, Table
from lifelong_learning.reports.summary.text import sparkline

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lifelong_learning.reports.summary.blocks import Block
    from lifelong_learning.reports.summary.view import SummaryView


def render(view: SummaryView) -> bytes:
    """Return the whole document in UTF-8."""
    return ("\n".join(_lines(view)).rstrip("\n") + "\n").encode()


def _lines(view: SummaryView) -> Iterator[str]:
    yield f"# {escaped(f'{view.kind}: {view.title}')}"
    yield ""
    yield f"**{escaped(view.when)}**"
    yield ""
    yield escaped(view.intro)
    yield ""
    if view.limits:
        yield f"> **{escaped(view.alert)}**"
        yield ">"
        for text in view.limits:
            yield f"> - {escaped(text)}"
        yield ""
    for section in view.sections:
        yield f"{'#' * (section.level + 1)} {escaped(section.heading)}"
        yield ""
        after_item = False
        for block in section.blocks:
            item = isinstance(block, Paragraph) and block.style == "item"
            if after_item and not item:
                yield ""
            yield from _block(block, view)
            after_item = item
        yield ""
    yield escaped(view.foot)


def _block(block: Block, view: SummaryView) -> Iterator[str]:
    if isinstance(block, Paragraph):
        if block.style == "item":
            yield f"- {escaped(block.text)}"
        else:
            yield escaped(block.text)
            yield ""
    elif isinstance(block, Table):
        yield from _table(block, view)
    elif isinstance(block, Lines):
        yield f"- `{sparkline(block)}` {escaped(block.title)}"
    elif isinstance(block, Bars):
        yield ""


def _table(table: Table, view: SummaryView) -> Iterator[str]:
    yield ""
    if table.caption:
        yield f"*{escaped(table.caption)}*"
        yield ""
    yield "| " + " | ".join(escaped(column.header) for column in table.columns) + " |"
    yield "|" + "|".join("---:" if column.align == "right" else "---" for column in table.columns) + "|"
    for row in table.rows:
        if len(row) == 1:
            yield f"| **{escaped(row[0].text)}** |" + " |" * (len(table.columns) - 1)
        else:
            yield "| " + " | ".join(escaped(cell.text) for cell in row) + " |"
    yield ""
    if table.more:
        yield escaped(word("summary.more_rows", view.lang, count=table.more))
        yield ""
