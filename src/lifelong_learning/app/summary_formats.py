"""A half-year or year-end report in each of its formats."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from lifelong_learning._version import __version__

if TYPE_CHECKING:
    from lifelong_learning.app.rendering import Look
    from lifelong_learning.model.plan import Lang
    from lifelong_learning.reports.summary.source import Source

_MODULES = {"markdown": "markdown", "html": "html", "docx": "docx_", "xlsx": "xlsx"}


def document(source: Source, name: str, lang: Lang, look: Look) -> bytes:
    """Return a report in one format."""
    from lifelong_learning.reports.summary.view import MOST_ROWS, view

    most = None if name in ("xlsx", "json") else MOST_ROWS
    made = view(source, lang=lang, tool_version=__version__, most=most)
    if name == "text":
        from lifelong_learning.reports.summary import text

        return text.render(made, look.layout()).encode("utf-8")
    if name == "json":
        from lifelong_learning.reports.summary import json_

        return json_.render(made, lang=lang, tool_version=__version__)
    module = import_module(f"lifelong_learning.reports.summary.{_MODULES[name]}")
    rendered: bytes = module.render(made)
    return rendered
