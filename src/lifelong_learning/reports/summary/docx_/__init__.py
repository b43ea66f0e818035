"""The summary as an official report in the form of Decree 30/2020/NĐ-CP; in English a plain report."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lifelong_learning.reports.summary.view import SummaryView


def render(view: SummaryView) -> bytes:
    """Return the document; the same summary gives the same bytes."""
    from io import BytesIO

    from docx import Document

    from lifelong_learning.reports.scorecard_xlsx.sealed import sealed
    from lifelong_learning.reports.summary.docx_ import body, head, page

    document = Document()
    page.set_up(document, view.lang)
    properties = document.core_properties
    properties.author, properties.title, properties.comments = "llplan", f"{view.title}, {view.when}", ""
    properties.language = page.language_tag(view.lang)
    if view.lang == "vi":
        head.official(document, view)
    else:
        head.plain(document, view)
    body.write(document, view)
    if view.lang == "vi":
        head.closing(document, view)
    written = BytesIO()
    document.save(written)
    return sealed(written.getvalue())
