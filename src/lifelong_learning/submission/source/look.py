"""A fast look at a sheet's XML before the reader sees it: how far it reaches, and what the reader hides.

The XML is searched as bytes, in pieces. A cell as every spreadsheet program writes it, holding a
plain number within the rectangle seen so far, costs one step of one regular expression; only cells
that differ are taken apart. Whatever the reader would read as a cell is seen here too: a stray
cell that is missed here would end the process there.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lifelong_learning.submission.source.addresses import Frontier, address_of
from lifelong_learning.submission.source.refusal import RefusedError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lifelong_learning.submission.source.grid import Cell
    from lifelong_learning.submission.source.limits import Limits

_LONGEST_ROW = 1 << 23
"""Bytes without a row or a cell beginning: more than the largest cell that Excel can write."""

_ODD_VALUE = re.compile(rb"<v(?:>[^0-9]|[^>])")
_FORMULA = re.compile(rb"<f[\s/>]")
_CELL_END = re.compile(rb"</c\s*>")
_CELL_TAG = re.compile(rb"<c((?:\s[^>]*?)?)(/?)>")
_ATTRIBUTE = re.compile(rb"""\s([\w:.-]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')""")
_BLANKS = re.compile(rb'(?:<c(?: r="[A-Z]{1,3}[0-9]{1,7}")?(?: s="[0-9]+")?(?: t="[a-z]+")? ?(?:/>|></c>))+')
_VALUE = re.compile(rb"<v(?:\s[^>]*)?>([^<]*)</v\s*>")
_MERGE = re.compile(rb'<mergeCell\s+ref="([A-Z]{1,3}[0-9]{1,7}):([A-Z]{1,3}[0-9]{1,7})"')
_ERROR_NAMES = frozenset({"#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!"})


@dataclass(slots=True)
class Look:
    """What a look has found, all places 1-based. `unreadable` holds cells whose content would make
    the reader give up on the whole sheet."""

    frontier: Frontier
    values: int = 0
    errors: dict[Cell, str] = field(default_factory=dict)
    unstored: set[Cell] = field(default_factory=set)
    broken: dict[Cell, str] = field(default_factory=dict)
    unreadable: set[Cell] = field(default_factory=set)
    merges: list[tuple[int, int, int, int]] = field(default_factory=list)


def look_at(pieces: Iterable[bytes], limits: Limits, strings: int) -> Look:
    """Look through one sheet; `strings` is the number of shared strings. RefusedError past a limit."""
    look = Look(Frontier(limits))
    for block in _blocks(pieces):
        _look_at_block(look, block, strings)
    return look


def _blocks(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Yield the XML in pieces that begin at a row or a cell, so that no cell is cut in two."""
    rest = b""
    for piece in pieces:
        block = rest + piece
        cut = block.rfind(b"<row")
        if cut <= 0:
            cut = block.rfind(b"<c ")
        if cut <= 0:
            if len(block) > _LONGEST_ROW:
                raise RefusedError("WB001", "xml")
            rest = block
            continue
        yield block[:cut]
        rest = block[cut:]
    yield rest


def _look_at_block(look: Look, block: bytes, strings: int) -> None:
    look.frontier.expect_row(block)
    _measure(look, block)
    look.values += block.count(b"<v")
    if b"i" in block and b"<is" in block:
        look.values += block.count(b"<is")
    for match in _ODD_VALUE.finditer(block):
        _odd_cell(look, block, match.start(), strings)
    if b"f" in block:
        for match in _FORMULA.finditer(block):
            _odd_cell(look, block, match.start(), strings)
    if b"m" in block:
        for match in _MERGE.finditer(block):
            (row1, col1), (row2, col2) = address_of(match[1]), address_of(match[2])
            look.merges.append((min(row1, row2), min(col1, col2), max(row1, row2), max(col1, col2)))


def _measure(look: Look, block: bytes) -> None:
    """Carry the frontier out to every cell of the block that holds anything."""
    at = 0
    while match := look.frontier.beyond.search(block, at):
        at = match.end()
        if block[at : at + 1] not in (b" ", b">", b"/", b"\t", b"\n", b"\r"):
            continue
        blank = _BLANKS.match(block, match.start())
        if blank:
            at = blank.end()
            continue
        row, col = _place(block, match.start())
        look.frontier.reach(row, col)


def _place(block: bytes, start: int) -> Cell:
    attributes = _attributes(block, start)
    address = attributes.get(b"r")
    if address is None:
        raise RefusedError("WB001", "xml")
    return address_of(address)


def _attributes(block: bytes, start: int) -> dict[bytes, bytes]:
    tag = _CELL_TAG.match(block, start)
    if tag is None:
        raise RefusedError("WB001", "xml")
    return {m[1]: m[2] if m[2] is not None else m[3] for m in _ATTRIBUTE.finditer(tag[1])}


def _odd_cell(look: Look, block: bytes, inside: int, strings: int) -> None:
    """Take apart the cell around a position."""
    start = block.rfind(b"<c", 0, inside)
    if start < 0 or block[start + 2 : start + 3] not in (b" ", b">", b"\t", b"\n", b"\r"):
        return
    end = _CELL_END.search(block, inside)
    content = block[start : end.start() if end else len(block)]
    attributes = _attributes(block, start)
    address = attributes.get(b"r")
    if address is None:
        raise RefusedError("WB001", "xml")
    cell = address_of(address)
    kind = attributes.get(b"t", b"n")
    found = _VALUE.search(content)
    value = found[1].strip() if found else b""
    _judge(look, cell, kind, value, _FORMULA.search(content) is not None, strings)


def _judge(look: Look, cell: Cell, kind: bytes, value: bytes, formula: bool, strings: int) -> None:
    if not value:
        look.values -= 1
        if formula and kind != b"str":
            look.unstored.add(cell)
    elif kind == b"e":
        text = value.decode("utf-8", "replace")
        look.errors[cell] = text
        if text not in _ERROR_NAMES:
            look.unreadable.add(cell)
    elif kind == b"s" and not (value.isdigit() and int(value) < strings):
        look.broken[cell] = "shared_string"
    elif kind == b"n":
        _judge_number(look, cell, value)


def _judge_number(look: Look, cell: Cell, value: bytes) -> None:
    try:
        number = float(value)
    except ValueError:
        return
    if number != number or number in (float("inf"), float("-inf")):
        look.broken[cell] = "not_finite"
