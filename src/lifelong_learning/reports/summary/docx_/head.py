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
from lifelong_learning.reports.summary.docx_.page import tight, write
from lifelong_learning.reports.summary.source import Letterhead

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table, _Cell
    from docx.text.paragraph import Paragraph

    from lifelong_learning.reports.summary.view import SummaryView

LEFT, RIGHT = 69, 96


def official(document: Document, view: SummaryView) -> None:
    """Write the head: two columns, then the kind of document and what it is about."""
    sender = view.source.letterhead or Letterhead()
    table = _two_columns(document)
    left, right = table.rows[0].cells
    write(_first(left), sender.superior or word("summary.superior_blank", "vi"), size=12)
    body = tight(left.add_paragraph(), centre=True)
    write(body, sender.body or word("summary.body_blank", "vi"), bold=True, size=12)
    _rule(left, 22)
    write(_first(right), word("summary.nation", "vi"), bold=True, size=12)
    write(tight(right.add_paragraph(), centre=True), word("summary.motto", "vi"), bold=True, size=13)
    _rule(right, 62)
    left, right = table.rows[1].cells
    write(_first(left), word("summary.number", "vi", number=_number(sender)), size=13)
    write(_first(right), _place_and_date(view, sender), italic=True, size=13)
    title = tight(document.add_paragraph(), centre=True, before=16)
    write(title, view.kind, bold=True, size=14)
    about = tight(document.add_paragraph(), centre=True, before=2)
    write(about, view.title, bold=True, size=14)
    write(tight(document.add_paragraph(), centre=True), view.when, bold=True, size=14)
    _line_below(tight(document.add_paragraph(), centre=True, after=8))


def plain(document: Document, view: SummaryView) -> None:
    """Write the title of a plain report, with who issues it and when, where that is known."""
    sender, date = view.source.letterhead or Letterhead(), view.source.date
    said = [part for part in (sender.body, sender.place) if part]
    if date is not None:
        said.append("{:04d}-{:02d}-{:02d}".format(*date))
    write(tight(document.add_paragraph(), after=4), f"{view.kind}: {view.title}", bold=True, size=16)
    write(tight(document.add_paragraph(), after=4), view.when, bold=True, size=14)
    if said:
        write(tight(document.add_paragraph(), after=8), ", ".join(said), italic=True)


def closing(document: Document, view: SummaryView) -> None:
    """Write "Nơi nhận" on the left and the place of the signature on the right."""
    sender = view.source.letterhead or Letterhead()
    tight(document.add_paragraph())
    table = _two_columns(document, rows=1)
    left, right = table.rows[0].cells
    first = tight(left.paragraphs[0])
    write(first, word("summary.recipients", "vi"), bold=True, italic=True, size=12)
    for number, recipient in enumerate(sender.recipients, start=1):
        ending = "." if number == len(sender.recipients) else ";"
        write(tight(left.add_paragraph()), f"- {recipient}{ending}", size=11)
    if not sender.recipients:
        write(tight(left.add_paragraph()), word("summary.recipients_blank", "vi"), size=11)
    office = sender.signatory.title or word("summary.office_blank", "vi")
    if sender.signatory.authority:
        write(_first(right), sender.signatory.authority, bold=True, size=13)
        write(tight(right.add_paragraph(), centre=True), office, bold=True, size=13)
    else:
        write(_first(right), office, bold=True, size=13)
    mark = tight(right.add_paragraph(), centre=True, after=58)
    write(mark, word("summary.sign_here", "vi"), italic=True, size=11)
    if sender.signatory.name:
        write(tight(right.add_paragraph(), centre=True), sender.signatory.name, bold=True, size=13)


def _number(sender: Letterhead) -> str:
    number = sender.number or "      "
    return f"{number}/{sender.abbreviation or word('summary.abbreviation_blank', 'vi')}"


def _place_and_date(view: SummaryView, sender: Letterhead) -> str:
    """Return place and date; of the days and months under 10 and 3 with a nought, as the decree asks."""
    place = sender.place or word("summary.place_blank", "vi")
    if view.source.date is None:
        shown = {"day": "    ", "month": "    ", "year": str(view.source.scorecard.year)[:2] + "    "}
    else:
        year, month, day = view.source.date
        shown = {
            "day": f"{day:02d}" if day < 10 else str(day),
            "month": f"{month:02d}" if month < 3 else str(month),
            "year": str(year),
        }
    return word("summary.place_date", "vi", place=place, date="", **shown)


def _two_columns(document: Document, rows: int = 2) -> Table:
    table: Table = document.add_table(rows=rows, cols=2)
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
