"""Rows with cells that are more than numbers: formulas, errors, texts that stand in the cell itself.

They are brought to the common form: a formula with a value goes, and a text is put aside and gives its
place to its number, as in a cell that points at a shared text.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from lifelong_learning.model.names import pattern
from lifelong_learning.submission.source.plain import NotPlainError
from lifelong_learning.submission.source.plain.shape import ERROR, TEXT, is_untidy
from lifelong_learning.submission.source.texts import item_texts

if TYPE_CHECKING:
    from collections.abc import Sequence

_BETWEEN = b"\0"
"""Stands in no XML."""
_STORED_FORMULA = pattern(rb"<f(?: [^<>]*)?(?:/>|>[^<]*</f>)(?=<v(?: [^<>]*)?>[^<])")
_FORMULA = pattern(rb"<f(?: [^<>]*)?(?:/>|>[^<]*</f>)")
_NO_VALUES = (b"<v></v>", b"<is><t></t></is>", b"<is><t/></is>", b"<is><t /></is>")
_NO_TEXT = pattern(rb""" t=["'](?:str|inlineStr)["']([^<>]*)>(?:<f/>)?<v/>""")
_TEXT = pattern(
    rb""" t=["'](str|e|inlineStr)["']([^<>]*)>(?:<v(?: xml:space="preserve")?>([^<]+)</v>|"""
    rb"<is>((?:<(?!/?is>)[^<>]*>[^<]*)+)</is>)"
)
_INLINE, _INLINE_END = b' t="inlineStr"><is><t>', b"</t></is>"
"""What stands around nearly every text that stands in its cell."""
_OTHER_TEXTS = (b"inlineStr", b't="str"', b"t='str'", b't="e"', b"t='e'")
_ERROR = pattern(rb"#[!-%'-~]{1,39}")
_EXPONENT = pattern(rb"<v>(-?[0-9.]{1,20}[eE][+-]?[0-9]{1,2})</v>")
_EXPONENTS = (re.compile(rb"E(?<=[0-9.]E)[+-]?[0-9]"), re.compile(rb"e(?<=[0-9.]e)[+-]?[0-9]"))
"""What all numbers with exponents have; begun with the letter, which is searched fastest."""
_POINTED = pattern(rb""" t=["']s["'][^<>]*>(?:<f/>)?<v>-?[0-9.]{1,20}[eE]""")
_MARKERS = (b"<f", b"<is>", b't="str"', b"t='str'")
_FIRST_ROWS = 16
_LOOKED_AT = 1 << 15
"""Bytes of a piece that tell whether it has to be tidied; what stands behind them is found as it is read."""


def is_mostly_special(lines: Sequence[bytes]) -> bool:
    """Tell whether many rows of a piece have such cells, by its first ones, so that all are brought to the
    common form at once."""
    first = lines[:_FIRST_ROWS]
    return 4 * sum(any(marker in line for marker in _MARKERS) for line in first) > len(first)


class Specials:
    """The texts and errors of a piece's cells, by the numbers that took their places."""

    def __init__(self) -> None:
        self._texts: dict[bytes, int] = {}
        self._inline: dict[bytes, bytes] = {}

    def common(self, lines: Sequence[bytes]) -> list[bytes]:
        """Return rows, each beginning with its number, in the common form."""
        joined = _BETWEEN.join(map(_without_attributes, lines))
        if is_untidy(joined[:_LOOKED_AT]) or TEXT in joined or ERROR in joined:
            raise NotPlainError
        if b"<f" in joined:
            joined = _FORMULA.sub(b"<f/>", _STORED_FORMULA.sub(b"", joined))
        for blank in _NO_VALUES:
            joined = joined.replace(blank, b"<v/>")
        if b"<v/>" in joined:
            joined = _NO_TEXT.sub(rb"\1><v/>", joined)
        joined = self._put_inline_aside(joined)
        if any(word in joined for word in _OTHER_TEXTS):
            joined = self._put_aside(joined)
        if any(exponent.search(joined) for exponent in _EXPONENTS):
            if _POINTED.search(joined):
                raise NotPlainError
            joined = _EXPONENT.sub(_in_full, joined)
        found = joined.split(_BETWEEN)
        if len(found) != len(lines):
            raise NotPlainError
        return found

    def texts(self) -> Sequence[str]:
        """Return the texts that were put aside, by their numbers."""
        return item_texts(list(self._texts))

    def _put_inline_aside(self, joined: bytes) -> bytes:
        """Return rows in which numbers stand in the place of inline texts of one run, as most are."""
        first, *parts = joined.split(_INLINE)
        found = [part.partition(_INLINE_END) for part in parts]
        texts = [text for text, _, _ in found]
        if b"<" in b"".join(texts):
            return joined
        known, cells = self._texts, self._inline
        for text in dict.fromkeys(texts):
            if text not in cells:
                number = known.setdefault(b"<t>%b</t>" % text, len(known))
                cells[text] = b' t="%b"><v>%d</v>' % (TEXT, number)
        return first + b"".join([cells[text] + behind for text, _, behind in found])

    def _put_aside(self, joined: bytes) -> bytes:
        """Return rows in which numbers stand in the place of texts and errors."""
        # What stands before each of them, its kind, the other attributes, its value, its inline text.
        parts = _TEXT.split(joined)
        if len(parts) == 1:
            return joined
        kinds, values, inline = parts[1::5], parts[3::5], parts[4::5]
        _check_kinds(kinds, values, inline)
        known = self._texts
        # The white space of a value counts as it is.
        written = [
            text or b'<t xml:space="preserve">%b</t>' % value
            for text, value in zip(inline, values, strict=True)
        ]
        parts[1::5] = [b' t="%b"' % (ERROR if kind == b"e" else TEXT) for kind in kinds]
        parts[3::5] = [b"><v>%d</v>" % known.setdefault(text, len(known)) for text in written]
        parts[4::5] = [b""] * len(kinds)
        return b"".join(parts)


def _check_kinds(kinds: Sequence[bytes], values: Sequence[bytes], inline: Sequence[bytes]) -> None:
    """NotPlainError where a text does not stand where its kind has it, or an error is none."""
    for kind, value, text in zip(kinds, values, inline, strict=True):
        if (kind == b"inlineStr") != bool(text) or (kind == b"e" and not _ERROR.fullmatch(value)):
            raise NotPlainError


def _without_attributes(line: bytes) -> bytes:
    """Return a row without the attributes of its tag but the number, with which it begins."""
    tag, end, cells = line.partition(b">")
    number, quote, attributes = tag.partition(b'"')
    return number + quote + (b"/" if attributes.endswith(b"/") else b"") + end + cells


def _in_full(match: re.Match[bytes]) -> bytes:
    """Return a number without its exponent; the nearest float stays the same."""
    try:
        return b"<v>%b</v>" % format(Decimal(match[1].decode()), "f").encode()
    except ArithmeticError:
        raise NotPlainError from None
