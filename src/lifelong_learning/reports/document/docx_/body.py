"""The sections of the report: paragraphs, tables with repeated header rows, charts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from lifelong_learning.catalogue.words import word
from lifelong_learning.reports.document.blocks import BarChart, Box, LineChart, Paragraph, Table
from lifelong_learning.reports.document.docx_.charts import Charts, divided
from lifelong_learning.reports.document.docx_.page import SMALL, WIDTH, tight
from lifelong_learning.reports.document.docx_.page import write as put

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docx.document import Document as Package
    from docx.table import Table as DocxTable
    from docx.table import _Cell, _Row

    from lifelong_learning.model.plan import Lang
    from lifelong_learning.reports.document.blocks import Block, Document, TableRow

INDENT = Mm(10)


def write(package: Package, document: Document) -> None:
    """Write what must be known first, then every section."""
    charts = Charts(package, document.lang)
    for block in document.head:
        _block(package, block, document.lang, charts)
    for section in document.sections:
        put(package.add_heading(level=section.level), section.heading)
        for block in section.blocks:
            if not isinstance(block, LineChart):
                _block(package, block, document.lang, charts)
        lines = [block for block in section.blocks if isinstance(block, LineChart)]
        if lines:
            _gallery(package, lines, charts)
    for block in document.foot:
        if isinstance(block, Paragraph):
            put(package.add_paragraph(), block.text, italic=True, size=SMALL)


def _block(package: Package, block: Block, lang: Lang, charts: Charts) -> None:
    match block:
        case Paragraph():
            _paragraph(package, block)
        case Box(title, lines):
            first = package.add_paragraph()
            first.paragraph_format.first_line_indent = INDENT
            first.paragraph_format.keep_with_next = True
            put(first, f"{title}:", bold=True)
            for text in lines:
                _paragraph(package, Paragraph(text, "item"))
        case Table():
            _table(package, block, lang)
        case BarChart():
            for part in divided(block):
                charts.bars(tight(package.add_paragraph(), centre=True, before=4, after=6), part)


def _paragraph(package: Package, block: Paragraph) -> None:
    paragraph = package.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    paragraph.paragraph_format.first_line_indent = INDENT
    text = f"- {block.text}" if block.style == "item" else block.text
    quiet = block.style == "quiet"
    put(paragraph, text, italic=quiet, size=12 if quiet else None)


def _table(package: Package, table: Table, lang: Lang) -> None:
    if table.caption:
        caption = tight(package.add_paragraph(), centre=True, before=4, after=3)
        caption.paragraph_format.keep_with_next = True
        put(caption, table.caption, italic=True, size=12)
    made = package.add_table(rows=1 + len(table.rows), cols=len(table.columns))
    made.style = "Table Grid"
    made.alignment = WD_TABLE_ALIGNMENT.CENTER
    made.autofit = False
    _margins(made)
    shares = [column.share for column in table.columns]
    widths = [WIDTH * share / sum(shares) for share in shares]
    _grid(made, widths)
    rows = list(made.rows)
    _header(rows[0], table, widths)
    # Asking a row for its cells walks the whole row each time, so it is done once.
    for row, told in zip(rows[1:], table.rows, strict=True):
        _row(row, told, table, widths)
    after = tight(package.add_paragraph(), after=4)
    if table.more:
        put(after, word("summary.more_rows", lang, count=table.more), italic=True, size=SMALL)


def _margins(made: DocxTable) -> None:
    """Leave a millimetre and a half beside the text of every cell."""
    margins = OxmlElement("w:tblCellMar")
    for side in ("w:left", "w:right"):
        margin = OxmlElement(side)
        margin.set(qn("w:w"), "85")
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    properties = made._tbl.tblPr
    look = properties.find(qn("w:tblLook"))
    if look is None:
        properties.append(margins)
    else:
        look.addprevious(margins)


def _grid(made: DocxTable, widths: Sequence[float]) -> None:
    for column, width in zip(made.columns, widths, strict=True):
        column.width = Mm(width)


def _header(row: _Row, table: Table, widths: Sequence[float]) -> None:
    properties = row._tr.get_or_add_trPr()
    for name in ("w:cantSplit", "w:tblHeader"):
        properties.append(OxmlElement(name))
    for cell, column, width in zip(row.cells, table.columns, widths, strict=True):
        cell.width = Mm(width)
        put(tight(cell.paragraphs[0], centre=True, before=1, after=1), column.header, bold=True, size=SMALL)
        _shade(cell, "E8EEF5")


def _row(row: _Row, told: TableRow, table: Table, widths: Sequence[float]) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    places, cells = row.cells, told.cells
    if len(cells) == 1:
        joined = places[0].merge(places[-1])
        paragraph = tight(joined.paragraphs[0], before=1, after=1)
        paragraph.paragraph_format.keep_with_next = True
        put(paragraph, cells[0].text, bold=True, size=SMALL)
        _shade(joined, "F5F7FA")
        return
    for place, cell, column, width in zip(places, cells, table.columns, widths, strict=True):
        place.width = Mm(width)
        paragraph = tight(place.paragraphs[0], before=1, after=1)
        if column.align == "right":
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        put(paragraph, cell.text, size=SMALL)


def _shade(cell: _Cell, colour: str) -> None:
    shade = OxmlElement("w:shd")
    for key, value in (("val", "clear"), ("color", "auto"), ("fill", colour)):
        shade.set(qn(f"w:{key}"), value)
    cell._tc.get_or_add_tcPr().append(shade)


def _gallery(package: Package, lines: Sequence[LineChart], charts: Charts) -> None:
    """Set line charts two in a row, each under its title."""
    rows = -(-len(lines) // 2)
    table = package.add_table(rows=rows, cols=2)
    table.autofit = False
    _grid(table, (WIDTH / 2, WIDTH / 2))
    for row in table.rows:
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    places = [cell for row in table.rows for cell in row.cells]
    for cell, chart in zip(places, lines, strict=False):
        cell.width = Mm(WIDTH / 2)
        title = tight(cell.paragraphs[0], centre=True, before=4)
        put(title, chart.title, size=SMALL)
        charts.lines(tight(cell.add_paragraph(), centre=True), chart)
    tight(package.add_paragraph()).paragraph_format.line_spacing = Pt(6)
