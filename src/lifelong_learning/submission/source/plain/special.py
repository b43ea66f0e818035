"""Rows with cells that are more than numbers: formulas, errors, texts that stand in the cell itself.

They are brought to the common form: a formula with a value goes, and a text is put aside and gives its
place to its number, as in a cell that points at a shared text.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from lifelong_learning.submission.source.plain import NotPlainError
from lifelong_learning.submission.source.texts import item_texts

if TYPE_CHECKING:
    from collections.abc import Sequence

_BETWEEN = b"\0"
"""Stands in no XML."""
_TAG = re.compile(rb'(\A|\0)([0-9]{1,7}")[^<>\0]*?(/?>)')
_STORED_FORMULA = re.compile(rb"<f(?: [^<>]*)?(?:/>|>[^<]*</f>)(?=<v(?: [^<>]*)?>[^<])")
_FORMULA = re.compile(rb"<f(?: [^<>]*)?(?:/>|>[^<]*</f>)")
_NO_VALUE = re.compile(rb"<v></v>|<is><t></t></is>|<is><t ?/></is>")
_NO_TEXT = re.compile(rb""" t=["'](?:str|inlineStr)["']([^<>]*)>(?:<f/>)?<v/>""")
_TEXT = re.compile(
    rb""" t=["'](str|e|inlineStr)["']([^<>]*)>(?:<v(?: xml:space="preserve")?>([^<]+)</v>|"""
    rb"<is>((?:<(?!/?is>)[^<>]*>[^<]*)+)</is>)"
)
_ERROR = re.compile(rb"#[!-%'-~]{1,39}")
_EXPONENT = re.compile(rb"<v>(-?[0-9.]{1,20}[eE][+-]?[0-9]{1,2})</v>")
_POINTED = re.compile(rb""" t=["']s["'][^<>]*>(?:<f/>)?<v>-?[0-9.]{1,20}[eE]""")
_RESERVED = re.compile(rb""" t=["'][TE]["']""")
_MARKERS = (b"<f", b"<is>", b't="str"', b"t='str'")


def is_mostly_special(piece: bytes, rows: int) -> bool:
    """Tell whether many rows of a piece have such cells, so that all are brought to the common form."""
    return any(4 * piece.count(marker) > rows for marker in _MARKERS)


class Specials:
    """The texts and errors of a piece's cells, by the numbers that took their places."""

    def __init__(self) -> None:
        self._texts: dict[bytes, int] = {}

    def common(self, lines: Sequence[bytes]) -> list[bytes]:
        """Return rows, each beginning with its number, in the common form."""
        joined = _BETWEEN.join(lines)
        if _RESERVED.search(joined):
            raise NotPlainError
        joined = _TAG.sub(rb"\1\2\3", joined)
        if b"<f" in joined:
            joined = _FORMULA.sub(b"<f/>", _STORED_FORMULA.sub(b"", joined))
        joined = _NO_TEXT.sub(rb"\1><v/>", _NO_VALUE.sub(b"<v/>", joined))
        joined = self._put_aside(joined)
        if _POINTED.search(joined):
            raise NotPlainError
        found = _EXPONENT.sub(_in_full, joined).split(_BETWEEN)
        if len(found) != len(lines):
            raise NotPlainError
        return found

    def texts(self) -> Sequence[str]:
        """Return the texts that were put aside, by their numbers."""
        return item_texts(list(self._texts))

    def _put_aside(self, joined: bytes) -> bytes:
        """Return rows in which numbers stand in the place of texts and errors."""
        # What stands before each of them, its kind, the other attributes, its value, its inline text.
        parts = _TEXT.split(joined)
        if len(parts) == 1:
            return joined
        for at in range(1, len(parts), 5):
            kind, value, inline = parts[at], parts[at + 2], parts[at + 3]
            if (kind == b"inlineStr") != bool(inline) or (kind == b"e" and not _ERROR.fullmatch(value)):
                raise NotPlainError
            # The white space of a value counts as it is.
            written = inline or b'<t xml:space="preserve">%b</t>' % value
            number = self._texts.setdefault(written, len(self._texts))
            parts[at] = b' t="E"' if kind == b"e" else b' t="T"'
            parts[at + 2] = b"><v>%d</v>" % number
            parts[at + 3] = b""
        return b"".join(parts)


def _in_full(match: re.Match[bytes]) -> bytes:
    """Return a number without its exponent; the nearest float stays the same."""
    try:
        return b"<v>%b</v>" % format(Decimal(match[1].decode()), "f").encode()
    except ArithmeticError:
        raise NotPlainError from None
