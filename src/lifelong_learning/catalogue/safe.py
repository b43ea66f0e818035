"""Text of a submission goes out as text: nothing in it moves a cursor, hides or turns round."""

from __future__ import annotations

import re
import unicodedata

COMMAND = re.compile(r":(?=:)|#(?=#\w*\[)")
"""Beginnings of the commands that CI services read from a log: `::error`, `##[error]`, `##vso[`."""
_SHOWN_ESCAPED = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


def visible(text: str) -> str:
    """Return a text in NFC in which control, bidirectional and invisible characters are shown escaped.

    Every kind of space becomes an ordinary one, so that the text has no line break and a known width.
    """
    if text.isascii() and text.isprintable():
        return text
    composed = unicodedata.normalize("NFC", text)
    if composed.isprintable():
        return composed
    return "".join(_shown(char) for char in composed)


def inert(text: str) -> str:
    """Return a text in one line, with control characters shown and the marks of log commands parted."""
    return COMMAND.sub(r"\g<0> ", visible(text))


def _shown(char: str) -> str:
    category = unicodedata.category(char)
    if category == "Zs":
        return " "
    if category in _SHOWN_ESCAPED:
        return char.encode("unicode_escape").decode("ascii")
    return char
