"""What a row of a sheet looks like once its digits are gone.

Rows of one table differ in their numbers alone: without digits `<row r="7"><c r="A7" t="s"><v>12</v>
</c></row>` and the row below it are the same bytes. So rows are sorted by what is left of them, each
such shape is taken apart once, and the numbers of all rows of a shape stand at the same places in the
list of their numbers.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from lifelong_learning.submission.source.addresses import column_number
from lifelong_learning.submission.source.remember import remember

DIGITS = b"0123456789"
ROW = b'<row r="'
"""What a row begins with; its number follows."""
NUMBER, SHARED, TEXT, ERROR = b"n", b"s", b"T", b"E"
"""Kinds of values; the latter two are put in by `special`, in the place of all that is no number."""
_KINDS = frozenset({NUMBER, SHARED, TEXT, ERROR})
_ATTRIBUTE = (
    rb' (?:(spans=":")|(x(?=ac:))?(?:s|ht|customFormat|customHeight|hidden|outlineLevel|collapsed|'
    rb'thickTop|thickBot|ac:dyDescent)="(?:\.?|(true|false))")'
)
_TAG = re.compile(rb'"(?P<attributes>(?:' + _ATTRIBUTE + rb"){0,16})(?P<closed>/?)>")
_TAG_PART = re.compile(_ATTRIBUTE)
_CELL = re.compile(
    rb'<c r="([A-Z]{1,3})"( s="")?(?: t="([a-zA-Z]+)")?'
    rb"(?:/>|>(<f/>)?(?:<v/>|(<v>)(-?\.?)</v>)?</c>)"
)


class Slot(NamedTuple):
    """A cell with a value: its 1-based column, where its address, its style (−1: none) and its value
    stand among the numbers of the row, and the kind of value."""

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


@remember(4096, 1 << 12)
def shape_of(row: bytes) -> Shape | None:
    """Return the shape of a row without its digits and its beginning; None where it is not a plain one."""
    tag = _TAG.match(row)
    if tag is None:
        return None
    # Every number as the place that it has left: nothing, or a sign and a point.
    places = [(0, 0)]
    for part in _TAG_PART.finditer(row, *tag.span("attributes")):
        if part[1]:
            places += [(part.end() - 2,) * 2, (part.end() - 1,) * 2]
            continue
        if part[2]:
            places.append((part.end(2),) * 2)
        if not part[3]:
            places.append((row.index(b'"', part.start()) + 1, part.end() - 1))
    if tag["closed"]:
        return Shape(_between(row, places), (), (), (), special=False) if tag.end() == len(row) else None
    return _cells(row, tag.end(), places)


def _cells(row: bytes, at: int, places: list[tuple[int, int]]) -> Shape | None:
    addresses: list[int] = []
    slots: list[Slot] = []
    unstored: list[int] = []
    last = 0
    while cell := _CELL.match(row, at):
        letters, styled, kind, formula, stored, sign = cell.groups(b"")
        at, col, kind = cell.end(), column_number(letters), kind or NUMBER
        if col <= last or kind not in _KINDS or (sign and kind != NUMBER):
            return None
        last = col
        addresses.append(len(places))
        places.append((cell.end(1),) * 2)
        if styled:
            places.append((cell.end(2) - 1,) * 2)
        if stored:
            slots.append(Slot(col, len(places) - 1 if styled else -1, len(places), kind))
            places.append(cell.span(6))
        elif formula:
            unstored.append(col)
    if row[at:] != b"</row>":
        return None
    special = any(slot.kind not in (NUMBER, SHARED) for slot in slots)
    return Shape(_between(row, places), tuple(addresses), tuple(slots), tuple(unstored), special)


def _between(row: bytes, places: list[tuple[int, int]]) -> tuple[bytes, ...]:
    ends = [*(start for start, _ in places[1:]), len(row)]
    return tuple(row[begin:end] for (_, begin), end in zip(places, ends, strict=True))
