"""Paper, margins, type and page numbers, as Decree 30/2020/NĐ-CP, Appendix I, Section I has them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

if TYPE_CHECKING:
    from docx.document import Document
    from docx.styles.style import ParagraphStyle
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run

    from lifelong_learning.model.plan import Lang

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


def set_up(document: Document, lang: Lang) -> None:
    """Give the document A4, its margins, its type, and page numbers from the second page on."""
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin = section.bottom_margin = Mm(20)
    section.left_margin, section.right_margin = Mm(30), Mm(15)
    section.header_distance = section.footer_distance = Mm(10)
    section.different_first_page_header_footer = True
    number = section.header.paragraphs[0]
    number.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _page_field(number)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = FONT, Pt(BODY)
    _fonts(normal)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), language_tag(lang))
    normal.element.get_or_add_rPr().append(language)
    normal.paragraph_format.space_after = Pt(6)
    normal.paragraph_format.space_before = Pt(0)
    normal.paragraph_format.line_spacing = 1
    for level in (1, 2):
        _heading(document, level)
    cell = document.styles.add_style(CELL, WD_STYLE_TYPE.PARAGRAPH)
    cell.base_style, cell.font.size = normal, Pt(SMALL)
    cell.paragraph_format.space_before = cell.paragraph_format.space_after = Pt(1)
    cell.paragraph_format.line_spacing = 1
    _drop_old_styles(document)


def _drop_old_styles(document: Document) -> None:
    """Drop the part that repeats the template's styles for Word 2010, which would contradict ours."""
    relations = document.part.rels
    for name in [name for name, found in relations.items() if found.reltype.endswith("/stylesWithEffects")]:
        relations.pop(name)


def next_part(document: Document, *, wide: bool) -> None:
    """Begin a page of an appendix, on its side where it is wide; its pages are counted on their own."""
    section = document.add_section(WD_SECTION.NEW_PAGE)
    # The paragraph that ends the part before would else begin a page of its own where its last is full.
    tight(document.paragraphs[-1]).paragraph_format.line_spacing = Pt(1)
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


def _heading(document: Document, level: int) -> None:
    style = document.styles[f"Heading {level}"]
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
