"""Rows with cells that are more than numbers: formulas, errors, texts that stand in the cell itself.

They are brought to the common form: a formula loses its text, and a text is put aside and gives its
place to its number, as in a cell that points at a shared text.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from lifelong_learning.submission.source.plain.error import NotPlainError
from lifelong_learning.submission.source.plain.texts import texts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lifelong_learning.submission.source.plain.texts import Written

_BETWEEN = b"\0"
"""Stands in no XML."""
_TAG = re.compile(rb'(\A|\0)([0-9]{1,7}")[^<>\0]*?(/?>)')
_FORMULA = re.compile(rb"<f(?: [^<>]*)?(?:/>|>[^<]*</f>)")
_NO_VALUE = re.compile(rb"<v></v>|<is><t></t></is>|<is><t/></is>")
_NO_TEXT = re.compile(rb' t="(?:str|inlineStr)">(?:<f/>)?<v/>')
_TEXT = re.compile(
    rb' t="(str|e|inlineStr)">(<f/>)?(?:<v( xml:space="preserve")?>([^<]+)</v>'
    rb'|<is><t( xml:space="preserve")?>([^<]+)</t></is>)'
)
_ERROR = re.compile(rb"#[!-%'-~]{1,39}")
_EXPONENT = re.compile(rb"<v>(-?[0-9.]{1,20}[eE][+-]?[0-9]{1,2})</v>")
_POINTED = re.compile(rb' t="s">(?:<f/>)?<v>-?[0-9.]{1,20}[eE]')
_RESERVED = (b't="T"', b't="E"')


class Specials:
    """The texts and errors of a piece's cells, by the numbers that took their places."""

    def __init__(self) -> None:
        self._texts: dict[Written, int] = {}

    def common(self, lines: Sequence[bytes]) -> list[bytes]:
        """Return rows, each beginning with its number, in the common form."""
        joined = _BETWEEN.join(lines)
        if any(word in joined for word in _RESERVED):
            raise NotPlainError
        joined = _TAG.sub(rb"\1\2\3", joined)
        if b"<f" in joined:
            joined = _FORMULA.sub(b"<f/>", joined)
        joined = _NO_TEXT.sub(b"><v/>", _NO_VALUE.sub(b"<v/>", joined))
        joined = _TEXT.sub(self._put_aside, joined)
        if _POINTED.search(joined):
            raise NotPlainError
        found = _EXPONENT.sub(_in_full, joined).split(_BETWEEN)
        if len(found) != len(lines):
            raise NotPlainError
        return found

    def texts(self) -> Sequence[str]:
        """Return the texts that were put aside, by their numbers."""
        return texts(list(self._texts))

    def _put_aside(self, match: re.Match[bytes]) -> bytes:
        kind, formula, _, value, mark, inline = match.groups(b"")
        if (kind == b"inlineStr") != bool(inline) or (kind == b"e" and not _ERROR.fullmatch(value)):
            raise NotPlainError
        # The white space of a value counts as it is.
        written = (mark, inline) if inline else (b"v", value)
        number = self._texts.setdefault(written, len(self._texts))
        return b' t="%b">%b<v>%d</v>' % (b"E" if kind == b"e" else b"T", formula, number)


def _in_full(match: re.Match[bytes]) -> bytes:
    """Return a number without its exponent; the nearest float stays the same."""
    try:
        return b"<v>%b</v>" % format(Decimal(match[1].decode()), "f").encode()
    except ArithmeticError:
        raise NotPlainError from None
