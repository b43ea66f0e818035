"""Proofs at the speed of C that a piece of a sheet holds nothing but plain cells at expected places.

Digits and letters of a piece are made equal, so that one count finds every address of the expected
form and one more every value that begins with a digit. Where these are as many as there are cells
and values of any kind, there is none of another kind. What is not proven so is looked at closely.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

_ROW = re.compile(rb'<row r="([1-9][0-9]{0,6})"')
_LETTERS = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_DIGITS = b"0123456789"
_ONE_LETTER = len(_LETTERS)
WIDEST = 2 * _ONE_LETTER
"""The last column (AZ) of the sheets that a proof reaches."""
_ENOUGH_SHARED = 2
"""So many leading digits that all rows share leave the last one uncertain by a tenth at most."""


class Proof(NamedTuple):
    """What is certain of a piece: the last row that its cells can have (0: unknown), and how many
    values it holds, all of them plain (−1: unknown)."""

    rows: int
    values: int


def prove(block: bytes, columns: int, most_rows: int) -> Proof:
    """Prove what can be proven, the cells being expected in so many columns.

    A last row beyond `most_rows` is left unknown where it cannot be made more exact.
    """
    if not 0 < columns <= WIDEST:
        return Proof(0, -1)
    equal = block.translate(_equal(columns))
    cells = block.count(b"<c")
    values = equal.count(b'"><v>0')
    # Single bytes are counted twice as fast; only where others than values have a v, it takes more.
    plain = block.count(b"v") == 2 * values or block.count(b"<v") == values
    return Proof(_last_row(block, equal, columns, cells, most_rows), values if plain else -1)


def _last_row(block: bytes, equal: bytes, columns: int, cells: int, most_rows: int) -> int:
    first, last = _ROW.search(block), _ROW.match(block, max(block.rfind(b"<row"), 0))
    if first is None or last is None or len(first[1]) != len(last[1]):
        return 0
    digits = len(last[1])
    ending = b"0" * digits + b'"'
    if sum(equal.count(b'<c r="' + letters + ending) for letters in _forms(columns)) != cells:
        return 0
    greatest = int("9" * digits)
    if greatest <= most_rows:
        return greatest
    shared = _shared(block, first[1], last[1], cells)
    return shared if shared <= most_rows else 0


def _shared(block: bytes, first: bytes, last: bytes, cells: int) -> int:
    """Return the last row that begins with the digits that all rows of the piece share."""
    length = next((at for at, (a, b) in enumerate(zip(first, last, strict=True)) if a != b), len(first))
    if length < min(_ENOUGH_SHARED, len(first)):
        return 0
    lettered = block.translate(_lettered())
    if sum(lettered.count(letters + first[:length]) for letters in (b'<c r="A', b'<c r="AA')) != cells:
        return 0
    return int(first[:length] + b"9" * (len(first) - length))


def _forms(columns: int) -> tuple[bytes, ...]:
    """Return the letters of an expected column as they look once they are made equal."""
    return (b"A",) if columns <= _ONE_LETTER else (b"A", b"B", b"C", b"AA", b"AB")


@lru_cache(maxsize=64)
def _equal(columns: int) -> bytes:
    """Make all digits 0, and the letters of expected columns A.

    Past column Z the letter A, which begins AA to AZ, is told from the others, and those that
    are expected behind it (B) from those that stand alone only (C).
    """
    if columns <= _ONE_LETTER:
        letters = b"A" * columns + b"Z" * (_ONE_LETTER - columns)
    else:
        behind = columns - _ONE_LETTER - 1
        letters = b"A" + b"B" * behind + b"C" * (_ONE_LETTER - 1 - behind)
    return bytes.maketrans(_LETTERS + _DIGITS, letters + b"0" * len(_DIGITS))


@lru_cache(maxsize=1)
def _lettered() -> bytes:
    return bytes.maketrans(_LETTERS, b"A" * len(_LETTERS))
