"""The head and the end of an official report: issuing body, national title, number, date, signature.

Decree 30/2020/NĐ-CP, Appendix I, Section II: the parts, their place, their type and size.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from lifelong_learning.catalogue.words import word
from lifelong_learning.reports.document.docx_.page import tight, write

if TYPE_CHECKING:
    from docx.document import Document as Package
    from docx.table import Table, _Cell
    from docx.text.paragraph import Paragraph

    from lifelong_learning.reports.document.blocks import Document, Letter

LEFT, RIGHT = 69, 96


def official(package: Package, document: Document, letter: Letter) -> None:
    """Write the head: two columns, then the kind of document and what it is about."""
    table = _two_columns(package)
    left, right = table.rows[0].cells
    write(_first(left), letter.superior, size=12)
    write(tight(left.add_paragraph(), centre=True), letter.body, bold=True, size=12)
    _rule(left, 22)
    write(_first(right), word("summary.nation", document.lang), bold=True, size=12)
    motto = tight(right.add_paragraph(), centre=True)
    write(motto, word("summary.motto", document.lang), bold=True, size=13)
    _rule(right, 62)
    left, right = table.rows[1].cells
    write(_first(left), letter.number, size=13)
    write(_first(right), letter.place_and_date, italic=True, size=13)
    title = tight(package.add_paragraph(), centre=True, before=16)
    write(title, document.kind, bold=True, size=14)
    about = tight(package.add_paragraph(), centre=True, before=2)
    write(about, document.title, bold=True, size=14)
    write(tight(package.add_paragraph(), centre=True), document.when, bold=True, size=14)
    _line_below(tight(package.add_paragraph(), centre=True, after=8))


def plain(package: Package, document: Document) -> None:
    """Write the title of a plain report, with who issues it and when, where that is known."""
    letter = document.letter
    title = f"{document.kind}: {document.title}" if document.kind else document.title
    write(tight(package.add_paragraph(), after=4), title, bold=True, size=16)
    if document.when:
        write(tight(package.add_paragraph(), after=4), document.when, bold=True, size=14)
    said = [] if letter is None else [part for part in (letter.body, letter.place_and_date) if part]
    if said:
        write(tight(package.add_paragraph(), after=8), ", ".join(said), italic=True)


def closing(package: Package, letter: Letter) -> None:
    """Write "Nơi nhận" on the left and the place of the signature on the right."""
    tight(package.add_paragraph())
    table = _two_columns(package, rows=1)
    left, right = table.rows[0].cells
    first = tight(left.paragraphs[0])
    write(first, word("summary.recipients", "vi"), bold=True, italic=True, size=12)
    for number, recipient in enumerate(letter.recipients, start=1):
        ending = "." if number == len(letter.recipients) else ";"
        write(tight(left.add_paragraph()), f"- {recipient}{ending}", size=11)
    if not letter.recipients:
        write(tight(left.add_paragraph()), word("summary.recipients_blank", "vi"), size=11)
    for number, line in enumerate(letter.signs):
        paragraph = tight(right.add_paragraph(), centre=True) if number else _first(right)
        write(paragraph, line, bold=True, size=13)
    mark = tight(right.add_paragraph(), centre=True, after=58)
    write(mark, word("summary.sign_here", "vi"), italic=True, size=11)
    if letter.name:
        write(tight(right.add_paragraph(), centre=True), letter.name, bold=True, size=13)


def _two_columns(package: Package, rows: int = 2) -> Table:
    table: Table = package.add_table(rows=rows, cols=2)
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    table.autofit = False
    for column, width in zip(table.columns, (LEFT, RIGHT), strict=True):
        column.width = Mm(width)
    for row in table.rows:
        for cell, width in zip(row.cells, (LEFT, RIGHT), strict=True):
            cell.width = Mm(width)
        _whole(row._tr)
    return table


def _whole(row: object) -> None:
    """Keep a row on one page."""
    properties = row.get_or_add_trPr()  # type: ignore[attr-defined]
    properties.append(OxmlElement("w:cantSplit"))


def _first(cell: _Cell) -> Paragraph:
    return tight(cell.paragraphs[0], centre=True)


def _rule(cell: _Cell, width: int) -> None:
    """Draw the line under a name: as the lower border of a paragraph of that width."""
    paragraph = tight(cell.add_paragraph(), centre=True, after=6)
    paragraph.paragraph_format.line_spacing = Pt(3)
    inner = (LEFT if width < 40 else RIGHT) - 4
    margin = Mm((inner - width) / 2)
    paragraph.paragraph_format.left_indent = paragraph.paragraph_format.right_indent = margin
    _border(paragraph)


def _line_below(paragraph: Paragraph) -> None:
    paragraph.paragraph_format.line_spacing = Pt(3)
    paragraph.paragraph_format.left_indent = paragraph.paragraph_format.right_indent = Mm(60)
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _border(paragraph)


def _border(paragraph: Paragraph) -> None:
    borders = OxmlElement("w:pBdr")
    bottom = OxmlElement("w:bottom")
    for key, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", "000000")):
        bottom.set(qn(f"w:{key}"), value)
    borders.append(bottom)
    paragraph._p.get_or_add_pPr().append(borders)
