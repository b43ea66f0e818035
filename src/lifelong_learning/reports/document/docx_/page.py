"""Paper, margins, type and page numbers, as Decree 30/2020/NĐ-CP, Appendix I, Section I has them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run

    from lifelong_learning.model.plan import Lang

FONT = "Times New Roman"
BODY, SMALL = 13, 10
WIDTH = 165
"""Millimetres between the margins."""


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
    fonts = normal.element.get_or_add_rPr().get_or_add_rFonts()
    for script in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(script), FONT)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), language_tag(lang))
    normal.element.get_or_add_rPr().append(language)
    normal.paragraph_format.space_after = Pt(6)
    normal.paragraph_format.space_before = Pt(0)
    normal.paragraph_format.line_spacing = 1.1
    for level in (1, 2):
        _heading(document, level)


def _heading(document: Document, level: int) -> None:
    from docx.shared import RGBColor

    style = document.styles[f"Heading {level}"]
    style.font.name, style.font.size, style.font.bold = FONT, Pt(BODY), True
    style.font.italic, style.font.color.rgb = False, RGBColor(0, 0, 0)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in list(fonts.attrib):
        del fonts.attrib[name]
    for script in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(script), FONT)
    style.paragraph_format.space_before = Pt(12 if level == 1 else 8)
    style.paragraph_format.space_after = Pt(6)
    style.paragraph_format.keep_with_next = True


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
