"""A document for a word processor, an official letter in the form of Decree 30/2020/NĐ-CP."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lifelong_learning.reports.document.blocks import Document


def render(document: Document) -> bytes:
    """Return the document; the same content gives the same bytes."""
    from io import BytesIO

    from docx import Document as Package

    from lifelong_learning.reports.document.docx_ import body, head, page
    from lifelong_learning.reports.document.sealed import sealed

    package = Package()
    page.set_up(package, document.lang)
    properties = package.core_properties
    properties.author, properties.comments = "llplan", ""
    properties.title = document.name or document.title
    properties.language = page.language_tag(document.lang)
    letter = document.letter
    if letter is not None and letter.official:
        head.official(package, document, letter)
    else:
        head.plain(package, document)
    body.write(package, document)
    if letter is not None and letter.official:
        head.closing(package, letter)
    written = BytesIO()
    package.save(written)
    return sealed(written.getvalue())
