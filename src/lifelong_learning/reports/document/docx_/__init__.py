"""A document for a word processor, an official letter in the form of Decree 30/2020/NĐ-CP."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lifelong_learning.reports.document.blocks import Document

_FIRST = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a ZIP archive can say."""
_CLOCK = re.compile(rb"<dcterms:(created|modified)[^>]*>[^<]*</dcterms:\1>")


def render(document: Document) -> bytes:
    """Return the document; the same content gives the same bytes."""
    from io import BytesIO

    from docx import Document as Package

    from lifelong_learning.reports.document.docx_ import body, page

    package = Package()
    page.set_up(package, document.lang)
    properties = package.core_properties
    properties.author, properties.comments = "llplan", ""
    properties.title = (document.name or document.title)[: page.LONGEST_TITLE]
    properties.language = page.language_tag(document.lang)
    writer = body.Writer(package, document.lang)
    page.head(package, document)
    writer.blocks(document.head)
    for section in document.sections:
        writer.heading(section)
        writer.blocks(section.blocks)
    writer.closing(document.closing)
    if document.letter is not None:
        page.signature(package, document.letter, document.lang)
    for added in document.appendices:
        writer.appendix(added)
    writer.foot(document.foot)
    written = BytesIO()
    package.save(written)
    return _sealed(written.getvalue())


def _sealed(package: bytes) -> bytes:
    """Return the package with fixed times, its parts in order of name behind the content types.

    The same content has the same bytes.
    """
    from io import BytesIO
    from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

    written = BytesIO()
    with ZipFile(BytesIO(package)) as before, ZipFile(written, "w", ZIP_DEFLATED) as after:
        for name in sorted(before.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            content = before.read(name)
            if name == "docProps/core.xml":
                content = _CLOCK.sub(b"", content)
            part = ZipInfo(name, _FIRST)
            part.compress_type = ZIP_DEFLATED
            part.external_attr = 0o600 << 16
            after.writestr(part, content)
    return written.getvalue()
