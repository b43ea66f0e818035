"""Rows with cells that are more than numbers: formulas, errors, texts that stand in the cell itself.

They are brought to the common form: a formula loses its text, and a text is put aside and gives its
place to its number, as in a cell that points at a shared text.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from lifelong_learning.submission.source.plain.error import NotPlainError
from lifelong_learning.submission.source.plain.texts import refuse_unusual, texts

if TYPE_CHECKING:
    from collections.abc import Sequence

_TAG = re.compile(rb'([0-9]+")[^<>]*?(/?>)')
_FORMULA = re.compile(rb"<f(?: [^<>]*)?(?:/>|>[^<]*</f>)")
_NO_VALUE = re.compile(rb"<v></v>|<is><t></t></is>|<is><t/></is>")
_TEXT = re.compile(
    rb' t="(str|e|inlineStr)">(<f/>)?'
    rb'(?:<v(?: xml:space="preserve")?>([^<]+)</v>|<is><t(?: xml:space="preserve")?>([^<]+)</t></is>)'
)
_EXPONENT = re.compile(rb"<v>(-?[0-9.]{1,20}[eE][+-]?[0-9]{1,2})</v>")
_RESERVED = (b't="T"', b't="E"')


class Specials:
    """The texts and errors of a piece's cells, by the numbers that took their places."""

    def __init__(self) -> None:
        self._texts: dict[bytes, int] = {}

    def common(self, line: bytes) -> bytes:
        """Return a row, which begins with its number, in the common form."""
        if any(word in line for word in _RESERVED):
            raise NotPlainError
        line = _TAG.sub(rb"\1\2", line, count=1)
        if b"<f" in line:
            line = _FORMULA.sub(b"<f/>", line)
        line = _TEXT.sub(self._put_aside, _NO_VALUE.sub(b"<v/>", line))
        return _EXPONENT.sub(_in_full, line)

    def texts(self) -> Sequence[str]:
        """Return the texts that were put aside, by their numbers."""
        return texts(list(self._texts))

    def _put_aside(self, match: re.Match[bytes]) -> bytes:
        kind, formula, value, inline = match.groups(b"")
        text = value or inline
        if (kind == b"inlineStr") != bool(inline) or (kind == b"e" and not text.strip()):
            raise NotPlainError
        refuse_unusual(text)
        number = self._texts.setdefault(text, len(self._texts))
        return b' t="%b">%b<v>%d</v>' % (b"E" if kind == b"e" else b"T", formula, number)


def _in_full(match: re.Match[bytes]) -> bytes:
    """Return a number without its exponent; the nearest float stays the same."""
    try:
        return b"<v>%b</v>" % format(Decimal(match[1].decode()), "f").encode()
    except ArithmeticError:
        raise NotPlainError from None
