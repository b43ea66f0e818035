"""A document for a word processor, an official letter in the form of Decree 30/2020/NĐ-CP."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lifelong_learning.reports.document.blocks import Document


def render(document: Document) -> bytes:
    """Return the document; the same content gives the same bytes."""
    from io import BytesIO

    from docx import Document as Package

    from lifelong_learning.reports.document.docx_ import body, letter, page
    from lifelong_learning.reports.document.sealed import sealed

    package = Package()
    page.set_up(package, document.lang)
    properties = package.core_properties
    properties.author, properties.comments = "llplan", ""
    properties.title = (document.name or document.title)[: page.LONGEST_TITLE]
    properties.language = page.language_tag(document.lang)
    writer = body.Writer(package, document.lang)
    letter.head(package, document)
    writer.blocks(document.head)
    for section in document.sections:
        writer.heading(section)
        writer.blocks(section.blocks)
    writer.blocks(document.closing)
    if document.letter is not None:
        letter.signature(package, document.letter, document.lang)
    for added in document.appendices:
        writer.appendix(added)
    writer.foot(document.foot)
    written = BytesIO()
    package.save(written)
    return sealed(written.getvalue())
