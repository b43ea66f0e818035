"""Text as XML holds it, and the names that the parts of a workbook go by."""

from __future__ import annotations

import re

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
SHEET_TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml"
LONGEST_TEXT = 32_767
"""Characters that a cell can hold."""

_LIKE_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0d\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def escaped(text: str) -> str:
    """Return a text for an element or an attribute: no markup, no line break that a reader folds away."""
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    return _FORBIDDEN.sub("\ufffd", text).replace("\n", "&#10;").replace("\t", "&#9;")


def cell_text(text: str) -> str:
    """Return the text of a cell, with characters that XML cannot hold in a spreadsheet's own way."""
    if text.isascii() and text.isprintable() and "_" not in text:
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    marked = _LIKE_ESCAPE.sub("_x005F_", text[:LONGEST_TEXT])
    written = _FORBIDDEN.sub(lambda found: f"_x{ord(found[0]):04X}_", marked)
    return written.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def relations(pairs: list[tuple[str, str]]) -> str:
    """Return a part of relations, rId1 and so on, from types and targets."""
    items = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(pairs, start=1)
    )
    return f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{items}</Relationships>'
