"""A fast look at a sheet's XML before the reader sees it: how far it reaches, and what the reader hides.

The XML is searched as bytes, in pieces: a cell as every spreadsheet program writes it, within the
rectangle seen so far, costs one step of one regular expression, and only cells that differ are taken
apart. Whatever the reader would take for a cell is seen here too, since a stray cell that is missed
would end the process there; a sheet that is written in any unusual way is left to the careful look.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lifelong_learning.submission.source.addresses import Frontier, address_of, column_number
from lifelong_learning.submission.source.careful import look_carefully
from lifelong_learning.submission.source.found import Look

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from lifelong_learning.submission.source.grid import Cell
    from lifelong_learning.submission.source.limits import Limits

_LONGEST_ROW = 1 << 23
"""Bytes without a row or a cell beginning: more than the largest cell that Excel can write."""

_PLAIN = re.compile(
    rb'<c r="([A-Z]{1,3})([1-9][0-9]{0,6})"(?: s="[0-9]+")?(?: t="([a-zA-Z]+)")?>'
    rb"(<f(?: [^>]*)?(?:/>|>[^<]*</f>))?(?:(<v>)([^<&]*)</v>|<v/>)?</c>"
)
_ODD_VALUES = (re.compile(rb"<v>[^0-9]"), re.compile(rb"<v[^>]"))
"""Two, since a pattern that begins with fixed bytes is searched for many times as fast."""
_FORMULA = re.compile(rb"<f[\s/>]")
_CELL = re.compile(rb"<c[\s/>]")
_CELL_TAG = re.compile(rb"<c((?:\s[^>]*)?)>")
_ATTRIBUTE = re.compile(rb'\s([\w:.-]+)="([^"<&]*)"')
_BLANKS = re.compile(
    rb'(?:<c(?: r="[A-Z]{1,3}[0-9]{1,7}")?(?: s="[0-9]+")?(?: t="[a-zA-Z]+")? ?(?:/>|></c>))+'
)
_NO_INDEX = re.compile(rb"""t=["']s["'](?: [^<>]{0,200})?>\s*<v>(?:[0-9]{10}|[0-9]*[^0-9<])""")
_VALUE = re.compile(rb"<v(?: [^>]*)?>([^<]*)</v>")
_EXPONENTS = (
    (b"E", re.compile(rb"E(?<=[0-9.]E)\+?[0-9]{3}")),
    (b"e", re.compile(rb"e(?<=[0-9.]e)\+?[0-9]{3}")),
)
"""Numbers that may be too large for the reader; begun with the letter, which is searched fastest."""
_MERGE = re.compile(rb"<mergeCell\s")
_MERGED = re.compile(rb'<mergeCell ref="([A-Z]{1,3}[0-9]{1,7})(?::([A-Z]{1,3}[0-9]{1,7}))?" ?/?>')
_PREFIXED = re.compile(rb":(?:[Cc]|v|is)[\s>/]")
"""The tag of a cell or a value with a prefix; begun with the colon, which is rare and searched fastest."""
_AFTER_NAME = frozenset(b" >/\t\n\r")


class _UnusualError(Exception):
    """The sheet is written in a way that the quick look does not know."""


def look_at(pieces: Callable[[], Iterable[bytes]], limits: Limits, lengths: Sequence[int]) -> Look:
    """Look through one sheet; `lengths` are those of the shared strings. RefusedError past a limit."""
    try:
        look = Look(limits, len(lengths))
        frontier = Frontier(limits)
        for block in _blocks(pieces()):
            _look_at_block(look, frontier, block)
        look.rows, look.cols = max(frontier.rows, look.rows), frontier.cols
    except _UnusualError:
        return look_carefully(pieces(), limits, lengths)
    # The frontier may lie a little further out than the cells.
    far = look.rows * look.cols > limits.cells
    # The reader copies a text for every cell that points at it.
    long = look.values * max(lengths, default=0) > limits.bytes_unpacked
    return look_carefully(pieces(), limits, lengths) if far or long else look


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
                raise _UnusualError
            rest = block
            continue
        yield block[:cut]
        rest = block[cut:]
    yield rest


def _look_at_block(look: Look, frontier: Frontier, block: bytes) -> None:
    if _is_unusual(block):
        raise _UnusualError
    frontier.expect_columns(block)
    frontier.expect_row(block)
    _measure(frontier, block)
    look.values += block.count(b"<v")
    if b"i" in block and b"<is" in block:
        look.values += block.count(b"<is")
    look.check_values()
    if not look.exponents:
        look.exponents = any(sign in block and bool(found.search(block)) for sign, found in _EXPONENTS)
    odd = sorted(_odd_cells(block))
    look.taken_apart += len(odd)
    look.check_values()
    for start in odd:
        _odd_cell(look, block, start)
    if b"m" in block and b"<mergeCell" in block:
        for match in _MERGE.finditer(block):
            merged = _MERGED.match(block, match.start())
            if merged is None:
                raise _UnusualError
            look.merge(address_of(merged[1]), address_of(merged[2] or merged[1]))


def _is_unusual(block: bytes) -> bool:
    """Tell whether cells may hide from the search: prefixed ones, or some around a comment."""
    if _PREFIXED.search(block):
        return True
    return (b"!" in block and b"<!" in block) or (b"?" in block and b"<?" in block.lstrip()[1:])


def _odd_cells(block: bytes) -> set[int]:
    """Return where the cells begin that need to be taken apart."""
    starts: set[int] = set()
    start, searched = -1, 0
    for match in _odd(block):
        inside = match.start()
        if inside < searched:
            start, searched = -1, 0
        begun = _cell_start(block, searched, inside)
        start, searched = begun if begun >= 0 else start, inside
        if start >= 0:
            starts.add(start)
    return starts


def _odd(block: bytes) -> Iterator[re.Match[bytes]]:
    """Yield the values and formulas that need their cell taken apart: several times in ascending order."""
    numbers_only = b't="s" ' not in block
    for pattern in _ODD_VALUES:
        for match in pattern.finditer(block):
            if not (numbers_only and _is_negative(block, match)):
                yield match
    if b"f" in block:
        yield from _FORMULA.finditer(block)
    if b"t=" in block:
        yield from _NO_INDEX.finditer(block)


def _is_negative(block: bytes, match: re.Match[bytes]) -> bool:
    """Tell whether the value is a plain number below 0, and surely not the place of a shared string."""
    at = match.end() - 1
    if block[at : at + 1] != b"-" or not block[at + 1 : at + 2].isdigit():
        return False
    return block[at - 8 : at - 4] != b'="s"'


def _measure(frontier: Frontier, block: bytes) -> None:
    """Carry the frontier out to every cell of the block that holds anything."""
    at = 0
    while match := frontier.beyond.search(block, at):
        at = match.end()
        if block[at : at + 1] and block[at] not in _AFTER_NAME:
            continue
        blank = _BLANKS.match(block, match.start())
        if blank:
            at = blank.end()
            continue
        frontier.reach(_place(_attributes(block, match.start())))


def _place(attributes: dict[bytes, bytes]) -> Cell:
    if b"r" not in attributes:
        raise _UnusualError
    return address_of(attributes[b"r"])


def _attributes(block: bytes, start: int) -> dict[bytes, bytes]:
    """Return the attributes of a cell's tag, where it has no others than such as are plainly written."""
    tag = _CELL_TAG.match(block, start)
    if tag is None or b"'" in tag[1] or b"&" in tag[1] or b"<" in tag[1]:
        raise _UnusualError
    return {match[1]: match[2] for match in _ATTRIBUTE.finditer(tag[1])}


def _cell_start(block: bytes, searched: int, inside: int) -> int:
    """Return where the last cell before a place begins; -1 where none does from another place on."""
    start = block.rfind(b"<c", searched, inside)
    while start >= 0 and block[start + 2] not in _AFTER_NAME:
        start = block.rfind(b"<c", searched, start)
    return start


def _odd_cell(look: Look, block: bytes, start: int) -> None:
    """Take one cell apart."""
    plain = _PLAIN.match(block, start)
    if plain:
        letters, row, sort, function, opened, text = plain.groups(b"")
        place = (int(row), column_number(letters))
        stored = bool(opened) or b"<v" in plain[0]
        content = text.decode("utf-8", "replace")
        look.judge(place, sort.decode() or "n", content, formula=bool(function), stored=stored)
        return
    _unplain_cell(look, block, start)


def _unplain_cell(look: Look, block: bytes, start: int) -> None:
    following = _CELL.search(block, start + 1)
    end = block.find(b"</c>", start, following.start() if following else len(block))
    if end < 0:
        raise _UnusualError
    content = block[start:end]
    attributes = _attributes(block, start)
    found = _VALUE.search(content)
    stored = found is not None or b"<v" in content
    value = found[1].decode("utf-8", "replace") if found else ""
    for escaped, character in (("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")):
        value = value.replace(escaped, character)
    kind = attributes.get(b"t", b"n").decode("ascii", "replace")
    formula = _FORMULA.search(content) is not None
    look.judge(_place(attributes), kind, value, formula=formula, stored=stored)
