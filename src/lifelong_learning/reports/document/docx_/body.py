"""The sections and appendices of a document: paragraphs; tables, which are written as they stand in the
file, since cell by cell hundreds of rows take long; charts as native parts (ECMA-376, Part 1, 21.2), to be
restyled in a word processor.
"""

from __future__ import annotations

import re
from html import escape
from io import BytesIO
from itertools import groupby
from typing import TYPE_CHECKING
from zipfile import ZipFile

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Mm, Pt

from lifelong_learning.catalogue.safe import visible
from lifelong_learning.catalogue.words import word
from lifelong_learning.reports.document.blocks import BarChart, Box, LineChart, Paragraph, Table
from lifelong_learning.reports.document.docx_.page import (
    CELL,
    SMALL,
    WIDE,
    WIDTH,
    language_tag,
    next_part,
    tight,
    write,
)
from lifelong_learning.reports.document.drawings import divided, draw

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from docx.document import Document
    from docx.document import Document as Package
    from docx.oxml.table import CT_Tbl
    from docx.table import _Cell
    from docx.text.paragraph import Paragraph as Written

    from lifelong_learning.model.plan import Lang
    from lifelong_learning.reports.document.blocks import Appendix, Block, Section, TableRow


INDENT = Mm(10)
MOST_UPRIGHT = 7
"""The columns that a table has at most on an upright page."""


class Writer:
    """Writes blocks one under the other into one package."""

    def __init__(self, package: Package, lang: Lang) -> None:
        self._package, self._lang = package, lang
        self._charts = Charts(package, lang)
        self._width = WIDTH

    def heading(self, section: Section) -> None:
        """Write the heading of a section."""
        write(self._package.add_heading(level=section.level), section.heading)

    def appendix(self, added: Appendix) -> None:
        """Write an appendix on pages of its own, on their side where a table is wide."""
        tables = [block for block in added.blocks if isinstance(block, Table)]
        wide = any(len(table.columns) > MOST_UPRIGHT for table in tables)
        next_part(self._package, wide=wide)
        self._width = WIDE if wide else WIDTH
        label = self._package.add_heading(level=1)
        write(label, added.label)
        label.alignment, label.paragraph_format.space_after = WD_ALIGN_PARAGRAPH.CENTER, Pt(0)
        write(self._centred(keep=True), added.heading, bold=True)
        write(self._centred(after=8, keep=True), added.belonging, italic=True)
        self.blocks(added.blocks)

    def blocks(self, blocks: Iterable[Block]) -> None:
        """Write blocks; neighbouring charts of years stand two in a row, a remark stays with its table."""
        for lines, run in groupby(blocks, key=lambda block: isinstance(block, LineChart)):
            if lines:
                self._gallery([block for block in run if isinstance(block, LineChart)])
            else:
                one_by_one = [*run]
                for block, after in zip(one_by_one, [*one_by_one[1:], None], strict=True):
                    remarked = isinstance(after, Paragraph) and after.style == "quiet"
                    self._block(block, keep=remarked)

    def closing(self, blocks: Iterable[Block]) -> None:
        """Write what stands above the signature, on whose page it stays: none signs a blank page."""
        for block in blocks:
            self._block(block, keep=True)

    def foot(self, blocks: Iterable[Block]) -> None:
        """Write what made the document, small, at its very end."""
        for block in blocks:
            if isinstance(block, Paragraph):
                write(self._package.add_paragraph(), block.text, italic=True, size=SMALL)

    def _block(self, block: Block, *, keep: bool) -> None:
        """Write a block; `keep`: its end stays on the page of what follows."""
        match block:
            case Paragraph():
                self._paragraph(block, keep=keep)
            case Box(title, lines):
                self._paragraph(Paragraph(f"{title}:", "strong"))
                for text in lines:
                    self._paragraph(Paragraph(text, "item"))
            case Table():
                self._table(block, keep=keep)
            case BarChart():
                for part in divided(block):
                    self._charts.add(self._centred(before=4, after=6), part, WIDTH - 5)

    def _paragraph(self, block: Paragraph, *, keep: bool = False) -> None:
        paragraph = self._package.add_paragraph()
        paragraph.paragraph_format.keep_with_next = keep or None
        paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
        paragraph.paragraph_format.first_line_indent = INDENT
        text = f"- {block.text}" if block.style == "item" else block.text
        quiet = block.style == "quiet"
        write(paragraph, text, bold=block.style == "strong", italic=quiet, size=12 if quiet else None)

    def _table(self, table: Table, *, keep: bool) -> None:
        if table.caption:
            write(self._centred(before=4, after=3, keep=True), table.caption, italic=True, size=12)
        self._package.element.body._insert_tbl(table_xml(table, self._width, keep=keep))
        after = tight(self._package.add_paragraph(), after=4)
        after.paragraph_format.keep_with_next = keep or None
        if table.more:
            more = word("summary.more_rows", self._lang, count=table.more)
            write(after, more, italic=True, size=SMALL)

    def _gallery(self, lines: Sequence[LineChart]) -> None:
        """Set line charts two in a row, each under its title."""
        for cell, chart in zip(gallery(self._package, len(lines), self._width), lines, strict=False):
            title = tight(cell.paragraphs[0], centre=True, before=4)
            title.paragraph_format.keep_with_next = True
            write(title, chart.title, size=SMALL)
            self._charts.add(tight(cell.add_paragraph(), centre=True), chart, self._width / 2 - 4)
        tight(self._package.add_paragraph()).paragraph_format.line_spacing = Pt(6)

    def _centred(self, *, before: float = 0, after: float = 0, keep: bool = False) -> Written:
        paragraph = tight(self._package.add_paragraph(), centre=True, before=before, after=after)
        paragraph.paragraph_format.keep_with_next = keep or None
        return paragraph


HEAD, GROUP = "E8EEF5", "F5F7FA"
TOGETHER = 2
"""The rows that stay with the header: none is left alone at the foot of a page."""
_MARGIN = '<w:{side} w:w="85" w:type="dxa"/>'


def table_xml(table: Table, width: float, *, keep: bool) -> CT_Tbl:
    """Return a table as wide as so many millimetres: its header stands on every page, no row is split;
    `keep`: its last rows stay with what follows."""
    shares = [column.share for column in table.columns]
    widths = [Mm(width * share / sum(shares)).twips for share in shares]
    grid = "".join(f'<w:gridCol w:w="{one}"/>' for one in widths)
    heads = "".join(
        _cell(column.header, one, fill=HEAD, side="center", bold=True, keep=True)
        for column, one in zip(table.columns, widths, strict=True)
    )
    header = f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{heads}</w:tr>"
    last = len(table.rows) - (0 if keep else 1)
    rows = "".join(
        _row(row, table, widths, keep=number < TOGETHER - 1 or len(table.rows) - TOGETHER <= number < last)
        for number, row in enumerate(table.rows)
    )
    made: CT_Tbl = parse_xml(
        f'<w:tbl {nsdecls("w")}><w:tblPr><w:tblStyle w:val="TableGrid"/>'
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/><w:tblLayout w:type="fixed"/>'
        f"<w:tblCellMar>{_MARGIN.format(side='left')}"
        f'{_MARGIN.format(side="right")}</w:tblCellMar><w:tblLook w:val="04A0"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{header}{rows}</w:tbl>"
    )
    return made


def _row(row: TableRow, table: Table, widths: Sequence[int], *, keep: bool) -> str:
    if len(row.cells) == 1:
        cells = _cell(row.cells[0].text, sum(widths), fill=GROUP, bold=True, keep=True, span=len(widths))
    else:
        cells = "".join(
            _cell(cell.text, width, side="right" if column.align == "right" else "", keep=keep)
            for cell, column, width in zip(row.cells, table.columns, widths, strict=True)
        )
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr>"


def _cell(
    text: str,
    width: int,
    *,
    fill: str = "",
    side: str = "",
    bold: bool = False,
    keep: bool = False,
    span: int = 1,
) -> str:
    spanned = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else ""
    aligned = f'<w:jc w:val="{side}"/>' if side else ""
    look = "<w:rPr><w:b/></w:rPr>" if bold else ""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{spanned}{shade}</w:tcPr><w:p><w:pPr>'
        f'<w:pStyle w:val="{CELL}"/>{"<w:keepNext/>" if keep else ""}{aligned}</w:pPr>'
        f'<w:r>{look}<w:t xml:space="preserve">{escape(visible(text), quote=False)}</w:t></w:r></w:p></w:tc>'
    )


def gallery(package: Package, count: int, width: float) -> list[_Cell]:
    """Return the places of so many charts, two in a row that is not split."""
    table = package.add_table(rows=-(-count // 2), cols=2)
    table.autofit = False
    for column in table.columns:
        column.width = Mm(width / 2)
    cells = []
    for row in table.rows:
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        cells += row.cells
    for cell in cells:
        cell.width = Mm(width / 2)
    return cells


CHART = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
SHAPE = 9 / 16
"""Height over width: the shape in which LibreOffice draws a chart before it fits it to its place."""
_LANGUAGE = re.compile(r'(?<=<c:lang val=")[^"]*(?=")|(?<= lang=")[^"]*(?=")')
_DATA = '<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData>'
_BEHIND_DATA = re.compile(r"<c:printSettings>|</c:chartSpace>")


class Charts:
    """Adds charts to one document, numbered in order."""

    def __init__(self, document: Document, lang: Lang) -> None:
        self._document, self._lang = document, lang
        self._count = 0

    def add(self, paragraph: Written, chart: BarChart | LineChart, width: float) -> None:
        """Add a chart as wide as so many millimetres."""
        self._count += 1
        book = self._workbook(chart)
        with ZipFile(BytesIO(book)) as archive:
            text = archive.read("xl/charts/chart1.xml").decode()
        text = _LANGUAGE.sub(language_tag(self._lang), text)
        text = _BEHIND_DATA.sub(lambda found: _DATA + found.group(), text, count=1)
        main = self._document.part
        name = PackURI(f"/word/charts/chart{self._count}.xml")
        part = Part(name, CHART, text.encode(), main.package)
        data = PackURI(f"/word/embeddings/chart{self._count}.xlsx")
        part.relate_to(Part(data, XLSX, book, main.package), RELATIONSHIP_TYPE.PACKAGE)
        relation = main.relate_to(part, RELATIONSHIP_TYPE.CHART)
        paragraph.add_run()._r.append(parse_xml(self._drawing(relation, chart.title, width)))

    def _workbook(self, chart: BarChart | LineChart) -> bytes:
        from datetime import datetime

        from xlsxwriter import Workbook

        written = BytesIO()
        book = Workbook(written, {"in_memory": True, "strings_to_formulas": False})
        book.set_properties({"author": "llplan", "created": datetime(1980, 1, 1)})
        sheet = book.add_worksheet("Sheet1")
        drawn, _ = draw(book, sheet, 0, chart, self._lang)
        sheet.insert_chart(1, 5, drawn)
        book.close()
        return written.getvalue()

    def _drawing(self, relation: str, said: str, width: float) -> str:
        called = word("summary.chart", self._lang, number=self._count)
        extent = f'cx="{int(Mm(width))}" cy="{int(Mm(width * SHAPE))}"'
        chart = "http://schemas.openxmlformats.org/drawingml/2006/chart"
        return (
            '<w:drawing xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
            'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
            'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
            'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
            f'xmlns:c="{chart}"><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {extent}/>'
            f'<wp:effectExtent l="0" t="0" r="0" b="0"/><wp:docPr id="{1000 + self._count}" '
            f'name="{escape(visible(called))}" descr="{escape(visible(said))}"/><wp:cNvGraphicFramePr/>'
            f'<a:graphic><a:graphicData uri="{chart}"><c:chart r:id="{relation}"/></a:graphicData>'
            "</a:graphic></wp:inline></w:drawing>"
        )
