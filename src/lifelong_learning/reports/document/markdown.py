"""A document as Markdown: every text is escaped, and only what is structure is markup."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from lifelong_learning.catalogue.safe import visible
from lifelong_learning.catalogue.words import word
from lifelong_learning.reports.document.blocks import (
    Box,
    Entries,
    LineChart,
    Pairs,
    Paragraph,
    Table,
    TableCell,
    TableColumn,
    Tally,
    table_rows,
)
from lifelong_learning.reports.document.drawings import sparkline
from lifelong_learning.reports.document.flow import in_one_flow

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lifelong_learning.model.plan import Lang
    from lifelong_learning.reports.document.blocks import Block, Document, Phrase, TableRow

_MARKUP = re.compile(r"[\\`*_\[\]<>|~&$@#]|:(?=//)|^[-+=](?=\s|$)")
_LEAD = re.compile(r"^(\d+)([.)])(?=\s|$)")
_WWW = re.compile(r"\bwww\.", re.IGNORECASE)


def render(document: Document) -> bytes:
    """Return the whole document in UTF-8."""
    return ("\n".join(_lines(in_one_flow(document))).rstrip("\n") + "\n").encode()


def escaped(text: str) -> str:
    """Return a text in which no mark is markup, no address becomes a link, and no line ends."""
    shown = _LEAD.sub(r"\1\\\2", _MARKUP.sub(r"\\\g<0>", visible(text)))
    return _WWW.sub(lambda found: f"{found.group()[:-1]}\\.", shown)


def _lines(document: Document) -> Iterator[str]:
    yield from _blocks(document.above, document.lang)
    yield f"# {escaped(f'{document.kind}: {document.title}' if document.kind else document.title)}"
    yield ""
    if document.when:
        yield f"**{escaped(document.when)}**"
        yield ""
    yield from _blocks(document.head, document.lang)
    for section in document.sections:
        if section.heading:
            yield f"{'#' * (section.level + 1)} {escaped(section.heading)}"
            yield ""
        yield from _blocks(section.blocks, document.lang)
    yield from _blocks(document.foot, document.lang)


def _blocks(blocks: tuple[Block, ...], lang: Lang) -> Iterator[str]:
    """Yield blocks, an empty line behind each; items and charts stand line by line."""
    for listed, run in groupby(blocks, key=_listed):
        for block in run:
            yield from _block(block, lang)
            if not listed:
                yield ""
        if listed:
            yield ""


def _listed(block: Block) -> bool:
    return isinstance(block, LineChart) or (isinstance(block, Paragraph) and block.style == "item")


def _block(block: Block, lang: Lang) -> Iterator[str]:
    match block:
        case Paragraph():
            yield _paragraph(block)
        case Box(title, lines):
            yield f"> **{escaped(title)}**"
            yield ">"
            yield from (f"> - {escaped(text)}" for text in lines)
        case Table():
            yield from _table(block, lang)
        case Entries():
            yield from _table(_as_table(block), lang)
        case Pairs(pairs):
            yield from _pairs(pairs)
        case Tally(_, counts):
            yield escaped(" · ".join(f"{name} {number}" for _, name, _, number in counts))
        case LineChart(title):
            yield f"- `{sparkline(block)}` {escaped(title)}"


def _paragraph(paragraph: Paragraph) -> str:
    text = escaped(paragraph.text)
    if paragraph.style == "item":
        return f"- {text}: {escaped(paragraph.note)}" if paragraph.note else f"- {text}"
    return f"**{text}**" if paragraph.style == "strong" else text


def _as_table(found: Entries) -> Table:
    rows = ((one.name.text, one.where, one.text, one.remedy) for one in found.entries)
    return Table("", tuple(map(TableColumn, found.headers)), table_rows(map(TableCell, row) for row in rows))


def _pairs(pairs: Iterable[tuple[str, Iterable[Iterable[Phrase]]]]) -> Iterator[str]:
    for name, lines in pairs:
        if lines:
            yield f"- **{escaped(name)}:** {'; '.join(map(_phrases, lines))}"


def _phrases(line: Iterable[Phrase]) -> str:
    return "".join(f"`{one.text}`" if one.tone == "id" else escaped(one.text) for one in line)


def _table(table: Table, lang: Lang) -> Iterator[str]:
    if table.caption:
        yield f"*{escaped(table.caption)}*"
        yield ""
    columns = table.columns + ((TableColumn(table.notes),) if table.notes else ())
    yield _row([escaped(column.header) for column in columns])
    yield "|" + "|".join("---:" if column.align == "right" else "---" for column in columns) + "|"
    yield from (_row(_cells(row, table, len(columns))) for row in table.rows)
    if table.more:
        yield ""
        yield escaped(word("summary.more_rows", lang, count=table.more))


def _cells(row: TableRow, table: Table, width: int) -> list[str]:
    """Return the cells of a row; one that spans them all leaves the others empty."""
    if len(row.cells) == 1:
        return [f"**{escaped(row.cells[0].text)}**", *[""] * (width - 1)]
    cells = [_cell(cell) for cell in row.cells]
    if row.group:
        cells[0] = escaped(": ".join(filter(None, (row.group, row.cells[0].text))))
    if table.notes:
        notes = (f"{note.label}: {note.text}" if note.label else note.text for note in row.notes)
        cells.append(escaped(". ".join(notes)))
    return cells


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(cell: TableCell) -> str:
    shown = "<br>".join(map(escaped, (cell.text, *cell.below)))
    return f"`{shown}`" if cell.form == "id" else shown
