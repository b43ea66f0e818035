"""An official letter as Decree 30/2020/NĐ-CP, Appendix I has it: paper, margins, type and page numbers;
issuing body, national title, number, date, signature.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from lifelong_learning.catalogue.words import word
from lifelong_learning.reports.document.flow import addressees, listed

if TYPE_CHECKING:
    from docx.document import Document as Package
    from docx.styles.style import ParagraphStyle
    from docx.table import Table, _Cell
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run

    from lifelong_learning.model.plan import Lang
    from lifelong_learning.reports.document.blocks import Document, Letter


FONT = "Times New Roman"
BODY, SMALL = 13, 10
WIDTH, WIDE = 165, 252
"""Millimetres between the margins of a page, and of one turned on its side."""
CELL = "TableText"
"""The style of a paragraph in a table."""
LONGEST_TITLE = 255
_BEHIND_BORDERS = ("w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc", "w:rPr")


def language_tag(lang: Lang) -> str:
    """Return the name by which a word processor knows the language."""
    return "vi-VN" if lang == "vi" else "en-GB"


def set_up(package: Package, lang: Lang) -> None:
    """Give the document A4, its margins, its type, and page numbers from the second page on."""
    section = package.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin = section.bottom_margin = Mm(20)
    section.left_margin, section.right_margin = Mm(30), Mm(15)
    section.header_distance = section.footer_distance = Mm(10)
    section.different_first_page_header_footer = True
    number = section.header.paragraphs[0]
    number.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _page_field(number)
    normal = package.styles["Normal"]
    normal.font.name, normal.font.size = FONT, Pt(BODY)
    _fonts(normal)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), language_tag(lang))
    normal.element.get_or_add_rPr().append(language)
    normal.paragraph_format.space_after = Pt(6)
    normal.paragraph_format.space_before = Pt(0)
    normal.paragraph_format.line_spacing = 1
    for level in (1, 2):
        _heading(package, level)
    cell = package.styles.add_style(CELL, WD_STYLE_TYPE.PARAGRAPH)
    cell.base_style, cell.font.size = normal, Pt(SMALL)
    cell.paragraph_format.space_before = cell.paragraph_format.space_after = Pt(1)
    cell.paragraph_format.line_spacing = 1
    _drop_old_styles(package)


def _drop_old_styles(package: Package) -> None:
    """Drop the part that repeats the template's styles for Word 2010, which would contradict ours."""
    relations = package.part.rels
    for name in [name for name, found in relations.items() if found.reltype.endswith("/stylesWithEffects")]:
        relations.pop(name)


def next_part(package: Package, *, wide: bool) -> None:
    """Begin a page of an appendix, on its side where it is wide; its pages are counted on their own."""
    section = package.add_section(WD_SECTION.NEW_PAGE)
    # The paragraph that ends the part before would else begin a page of its own where its last is full.
    tight(package.paragraphs[-1]).paragraph_format.line_spacing = Pt(1)
    sides = (Mm(297), Mm(210)) if wide else (Mm(210), Mm(297))
    section.orientation = WD_ORIENT.LANDSCAPE if wide else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = sides
    section.different_first_page_header_footer = True
    first = section._sectPr.find(qn("w:pgNumType"))
    if first is None:
        first = OxmlElement("w:pgNumType")
        section._sectPr.insert_element_before(
            first, "w:cols", "w:formProt", "w:vAlign", "w:noEndnote", "w:titlePg", "w:textDirection",
            "w:bidi", "w:rtlGutter", "w:docGrid",
        )  # fmt: skip
    first.set(qn("w:start"), "1")


def _heading(package: Package, level: int) -> None:
    style = package.styles[f"Heading {level}"]
    style.font.name, style.font.size, style.font.bold = FONT, Pt(BODY), True
    style.font.italic, style.font.color.rgb = False, RGBColor(0, 0, 0)
    _fonts(style)
    style.paragraph_format.space_before = Pt(8 if level == 1 else 6)
    style.paragraph_format.space_after = Pt(4)
    style.paragraph_format.keep_with_next = True


def _fonts(style: ParagraphStyle) -> None:
    """Set one font for every script, whatever the theme of the template says."""
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in list(fonts.attrib):
        del fonts.attrib[name]
    for script in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(script), FONT)


def _page_field(paragraph: Paragraph) -> None:
    run = paragraph.add_run()
    for kind in ("begin", None, "end"):
        if kind is None:
            inside = OxmlElement("w:instrText")
            inside.set(qn("xml:space"), "preserve")
            inside.text = "PAGE"
        else:
            inside = OxmlElement("w:fldChar")
            inside.set(qn("w:fldCharType"), kind)
        run._r.append(inside)


def write(
    paragraph: Paragraph, text: str, *, bold: bool = False, italic: bool = False, size: float | None = None
) -> Run:
    """Add a run of safe text."""
    from lifelong_learning.catalogue.safe import visible

    run = paragraph.add_run(visible(text))
    run.bold, run.italic = bold or None, italic or None
    if size is not None:
        run.font.size = Pt(size)
    return run


def tight(paragraph: Paragraph, *, centre: bool = False, before: float = 0, after: float = 0) -> Paragraph:
    """Set a paragraph without space around it."""
    paragraph.paragraph_format.space_before = Pt(before)
    paragraph.paragraph_format.space_after = Pt(after)
    paragraph.paragraph_format.line_spacing = 1
    if centre:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    return paragraph


def line_below(paragraph: Paragraph, margin: float) -> None:
    """Make a paragraph a line, with so many millimetres free on either side."""
    paragraph.paragraph_format.line_spacing = Pt(3)
    paragraph.paragraph_format.left_indent = paragraph.paragraph_format.right_indent = Mm(margin)
    borders, bottom = OxmlElement("w:pBdr"), OxmlElement("w:bottom")
    for key, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", "000000")):
        bottom.set(qn(f"w:{key}"), value)
    borders.append(bottom)
    paragraph._p.get_or_add_pPr().insert_element_before(borders, *_BEHIND_BORDERS)


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
