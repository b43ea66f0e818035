"""A half-year or year-end report in each of its formats."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from lifelong_learning._version import __version__

if TYPE_CHECKING:
    from lifelong_learning.app.rendering import Look
    from lifelong_learning.model.plan import Lang
    from lifelong_learning.reports.summary.source import Source

_MODULES = {"markdown": "markdown", "html": "html", "docx": "docx_", "xlsx": "sheet"}


def document(source: Source, name: str, lang: Lang, look: Look) -> bytes:
    """Return a report in one format."""
    if name == "json":
        from lifelong_learning.reports.summary import json_

        return json_.render(source, lang=lang, tool_version=__version__)
    from lifelong_learning.reports.summary import report

    most = None if name == "xlsx" else report.MOST_ROWS
    made = report.document(source, lang=lang, tool_version=__version__, most=most)
    if name == "text":
        from lifelong_learning.reports.summary import text

        return text.render(made, look.layout()).encode("utf-8")
    module = import_module(f"lifelong_learning.reports.document.{_MODULES[name]}")
    rendered: bytes = module.render(made)
    return rendered
