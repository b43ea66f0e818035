"""What a row of a sheet looks like, whatever its digits are.

Rows of one table differ in their numbers alone: without digits `<row r="7"><c r="A7" t="s"><v>12</v>
</c></row>` and the row below it are the same bytes. So rows are sorted by what is left of them, the
first of each sort is taken apart, and the numbers of all rows of a sort stand at the same places in the
list of their numbers.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from lifelong_learning.model.names import pattern
from lifelong_learning.submission.source.elements import remember
from lifelong_learning.submission.source.grid import column_number
from lifelong_learning.submission.source.plain import NotPlainError

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


class Slot(NamedTuple):
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
