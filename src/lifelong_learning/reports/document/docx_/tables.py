"""Tables of a word processor, written as they stand in the file: cell by cell, hundreds of rows take long."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Mm

from lifelong_learning.catalogue.safe import visible
from lifelong_learning.reports.document.docx_.page import CELL

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docx.document import Document as Package
    from docx.oxml.table import CT_Tbl
    from docx.table import _Cell

    from lifelong_learning.reports.document.blocks import Table, TableRow

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
