"""What a row of a sheet looks like, whatever its digits are; and rows with cells that are more than
numbers: formulas, errors, texts that stand in the cell itself.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct

from lifelong_learning.model.names import pattern
from lifelong_learning.submission.source.elements import remember
from lifelong_learning.submission.source.grid import column_number
from lifelong_learning.submission.source.plain import NotPlainError
from lifelong_learning.submission.source.texts import item_texts

if TYPE_CHECKING:
    from collections.abc import Sequence


DIGITS = b"0123456789"
ROW = b'<row r="'
"""What a row begins with; its number follows."""
WHITE = pattern(rb">\s+<(?!/(?:t|v)>)")
"""White space between tags, for those who read a file as it is; that of a value counts."""
NUMBER, SHARED, TRUTH, TEXT, ERROR = b"n", b"s", b"b", b"\1", b"\2"
"""Kinds of values; the latter two are put in by `special`, in the place of all that is no number:
characters that XML has not."""
_KINDS = frozenset({NUMBER, SHARED, TRUTH, TEXT, ERROR})
_RUN = re.compile(rb"[0-9]+")
_NUMBER = re.compile(rb"[0-9.-]+")
"""What is taken for a number, wherever it stands."""
_ATTRIBUTES = rb"""((?: [^\s"'<>/=]+=(?:"[^"<>&]*"|'[^'<>&]*')){0,16}) ?"""
_ATTRIBUTE = re.compile(rb""" ([^\s"'<>/=]+)=["']([^"']*)""")
_TAG = re.compile(rb'0"' + _ATTRIBUTES + rb"(/?)>")
_CELL = re.compile(rb"<c" + _ATTRIBUTES + rb"(?:/>|>(<f/>)?(?:<v ?/>|(<v>)(-?0(?:\.0)?)?</v>)?</c>)")
_ADDRESS = re.compile(rb"([A-Z]{1,3})0")


class Slot(Struct, frozen=True):
    """A cell with a value: its 1-based column, where its style (−1: none) and its value stand among the
    numbers of the row, and the kind of value."""

    col: int
    style: int
    value: int
    kind: bytes


class Shape(NamedTuple):
    """A row: what stands behind each of its numbers (its own first), where among them addresses stand,
    its values, the columns of formulas without one, and whether it has kinds of values that only
    `special` puts in."""

    between: tuple[bytes, ...]
    addresses: tuple[int, ...]
    slots: tuple[Slot, ...]
    unstored: tuple[int, ...]
    special: bool


def is_untidy(rows: bytes) -> bool:
    """Tell whether rows, without their beginnings, have in them what can be tidied away: a row that begins
    otherwise, a comment, white space."""
    return b"<row" in rows or (b"!" in rows and b"<!" in rows) or WHITE.search(rows) is not None


def shape_like(row: bytes) -> Shape | None:
    """Return the shape of a row, given without its beginning; None where it is not a plain one."""
    return _shape(_RUN.sub(b"0", row))


@remember(4096, 1 << 13)
def _shape(row: bytes) -> Shape | None:
    """Return the shape of a row of which every run of digits is one 0."""
    tag = _TAG.match(row)
    if tag is None:
        return None
    spans = [number.span() for number in _NUMBER.finditer(row)]
    ends = [*(begin for begin, _ in spans[1:]), len(row)]
    between = tuple(row[begin:end] for (_, begin), end in zip(spans, ends, strict=True))
    if tag[2]:
        return Shape(between, (), (), (), special=False) if tag.end() == len(row) else None
    places = {begin: place for place, (begin, _) in enumerate(spans)}
    try:
        return _cells(row, tag.end(), places, between)
    except NotPlainError:
        return None


def _cells(row: bytes, at: int, places: dict[int, int], between: tuple[bytes, ...]) -> Shape:
    addresses: list[int] = []
    slots: list[Slot] = []
    unstored: list[int] = []
    last = 0
    while cell := _CELL.match(row, at):
        col, address, style, kind = _tag_of_cell(row, cell, places)
        if col <= last:
            raise NotPlainError
        at, last = cell.end(), col
        addresses.append(address)
        if cell[4]:
            if kind != NUMBER and cell[4] != b"0":
                raise NotPlainError
            slots.append(Slot(col, style, places[cell.start(4)], kind))
        elif cell[2]:
            unstored.append(col)
    if row[at:] != b"</row>":
        raise NotPlainError
    special = any(slot.kind in (TEXT, ERROR) for slot in slots)
    return Shape(between, tuple(addresses), tuple(slots), tuple(unstored), special)


def _tag_of_cell(row: bytes, cell: re.Match[bytes], places: dict[int, int]) -> tuple[int, int, int, bytes]:
    """Return a cell's column, where its address and its style stand, and its kind.

    Attributes stand in any order; those of extensions say nothing of the value.
    """
    col = address = 0
    style, kind = -1, NUMBER
    for attribute in _ATTRIBUTE.finditer(row, *cell.span(1)):
        name, value = attribute.groups()
        if name == b"r" and (letters := _ADDRESS.fullmatch(value)):
            col = column_number(letters[1])
            address = places[attribute.end() - 1]
        elif name == b"s" and value == b"0":
            style = places[attribute.start(2)]
        elif name == b"t" and value in _KINDS:
            kind = value
        elif name in (b"r", b"s", b"t"):
            raise NotPlainError
    return col, address, style, kind


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
_EXPONENTS = (pattern(rb"E(?<=[0-9.]E)[+-]?[0-9]"), pattern(rb"e(?<=[0-9.]e)[+-]?[0-9]"))
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
    together = b"".join(first)
    markers = [marker for marker in _MARKERS if marker in together]
    return 4 * sum(any(marker in line for marker in markers) for line in first) > len(first)


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
