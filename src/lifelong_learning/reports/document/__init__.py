"""Documents that people read: one model of blocks, one renderer a format."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lifelong_learning.reports.document.blocks import Document

_RENDERERS = {"markdown": "markdown", "html": "html", "docx": "docx_", "xlsx": "sheet"}


def render(document: Document, format: str, *, width: int | None = None, colour: bool = False) -> bytes:
    """Return a document as text (of so many columns, coloured), markdown, html, docx or xlsx."""
    if format == "text":
        from lifelong_learning.reports.document import terminal

        return terminal.render(document, width=width, colour=colour).encode("utf-8")
    renderer = import_module(f"lifelong_learning.reports.document.{_RENDERERS[format]}")
    rendered: bytes = renderer.render(document)
    return rendered
