"""The head and the end of an official report: issuing body, national title, number, date, signature.

Decree 30/2020/NĐ-CP, Appendix I, Section II: the parts, their place, their type and size.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.oxml import OxmlElement
from docx.shared import Mm

from lifelong_learning.catalogue.words import word
from lifelong_learning.reports.document.docx_.page import line_below, tight, write
from lifelong_learning.reports.document.flow import addressees, listed

if TYPE_CHECKING:
    from docx.document import Document as Package
    from docx.table import Table, _Cell
    from docx.text.paragraph import Paragraph

    from lifelong_learning.model.plan import Lang
    from lifelong_learning.reports.document.blocks import Document, Letter

LEFT, RIGHT = 69, 96
ROOM_TO_SIGN = 58


def head(package: Package, document: Document) -> None:
    """Write who sends the document, its title, and to whom it goes."""
    letter = document.letter
    if letter is not None and letter.official:
        _official(package, document, letter)
    else:
        _plain(package, document, letter)
    if letter is not None and letter.to:
        _to(package, letter, document.lang)


def _official(package: Package, document: Document, letter: Letter) -> None:
    table = _two_columns(package, 2)
    left, right = table.rows[0].cells
    write(_first(left), letter.superior, size=12)
    write(tight(left.add_paragraph(), centre=True), letter.body, bold=True, size=12)
    line_below(tight(left.add_paragraph(), centre=True, after=6), (LEFT - 4 - 22) / 2)
    write(_first(right), word("summary.nation", document.lang), bold=True, size=12)
    motto = tight(right.add_paragraph(), centre=True)
    write(motto, word("summary.motto", document.lang), bold=True, size=13)
    line_below(tight(right.add_paragraph(), centre=True, after=6), (RIGHT - 4 - 62) / 2)
    left, right = table.rows[1].cells
    write(_first(left), letter.number, size=13)
    write(_first(right), letter.place_and_date, italic=True, size=13)
    write(tight(package.add_paragraph(), centre=True, before=16), document.kind, bold=True, size=14)
    for text in filter(None, (document.title, document.when)):
        write(tight(package.add_paragraph(), centre=True, before=2), text, bold=True, size=14)
    line_below(tight(package.add_paragraph(), centre=True, after=8), 60)


def _plain(package: Package, document: Document, letter: Letter | None) -> None:
    title = f"{document.kind}: {document.title}" if document.kind else document.title
    write(tight(package.add_paragraph(), after=4), title, bold=True, size=16)
    if document.when:
        write(tight(package.add_paragraph(), after=4), document.when, bold=True, size=14)
    said = [] if letter is None else [letter.superior, letter.body, letter.number, letter.place_and_date]
    if any(said):
        write(tight(package.add_paragraph(), after=8), ", ".join(filter(None, said)), italic=True)


def _to(package: Package, letter: Letter, lang: Lang) -> None:
    """Write the addressee behind "Kính gửi", or several under it."""
    lines = list(addressees(letter, lang))
    for number, line in enumerate(lines, start=1):
        paragraph = tight(
            package.add_paragraph(), centre=letter.official, before=4 if number == 1 else 0,
            after=10 if number == len(lines) else 0,
        )  # fmt: skip
        write(paragraph, f"- {line.text}" if line.style == "item" else line.text, size=13)


def signature(package: Package, letter: Letter, lang: Lang) -> None:
    """Write who gets copies on the left and the place of the signature on the right."""
    if not letter.official and not (letter.recipients or letter.signs):
        return
    tight(package.add_paragraph()).paragraph_format.keep_with_next = True
    left, right = _two_columns(package, 1).rows[0].cells
    if letter.official or letter.recipients:
        _copies(left, letter, lang)
    for number, line in enumerate(letter.signs):
        paragraph = tight(right.add_paragraph(), centre=True) if number else _first(right)
        write(paragraph, line, bold=True, size=13)
    name = tight(right.add_paragraph(), centre=True, before=ROOM_TO_SIGN)
    write(name, letter.name, bold=True, size=13)


def _copies(cell: _Cell, letter: Letter, lang: Lang) -> None:
    """Write who gets copies; room for them where nobody is named."""
    write(tight(cell.paragraphs[0]), word("summary.recipients", lang), bold=True, italic=True, size=12)
    named = [f"- {recipient}" for recipient in listed(letter.recipients)]
    for line in named or [word("summary.recipients_blank", lang)]:
        write(tight(cell.add_paragraph()), line, size=11)


def _two_columns(package: Package, rows: int) -> Table:
    table: Table = package.add_table(rows=rows, cols=2)
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    table.autofit = False
    for column, width in zip(table.columns, (LEFT, RIGHT), strict=True):
        column.width = Mm(width)
    for row in table.rows:
        for cell, width in zip(row.cells, (LEFT, RIGHT), strict=True):
            cell.width = Mm(width)
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    return table


def _first(cell: _Cell) -> Paragraph:
    return tight(cell.paragraphs[0], centre=True)
