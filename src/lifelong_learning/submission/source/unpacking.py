"""Unpacking one part of a zip file piece by piece, exactly as long as its directory says."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

STORED, DEFLATED = 0, 8
_TAKEN = 1 << 16
PIECE = 1 << 20
"""Largest piece that `pieces` yields, in bytes."""


class Part(NamedTuple):
    """One entry of the zip directory: where its packed bytes stand, and what they must come to."""

    name: str
    start: int
    packed: int
    size: int
    crc: int
    method: int


class DamagedPartError(Exception):
    """A part does not unpack to what the directory says; `key` names how."""

    def __init__(self, key: str, part: str) -> None:
        super().__init__(key)
        self.key = key
        self.part = part


def pieces(data: bytes, part: Part) -> Iterator[bytes]:
    """Yield the bytes of a part in pieces; DamagedPartError where length or checksum are wrong."""
    if part.method == DEFLATED and part.size <= PIECE:
        yield _at_once(data, part)
        return
    crc = length = 0
    source = _inflated if part.method == DEFLATED else _plain
    for piece in source(data, part):
        crc = zlib.crc32(piece, crc)
        length += len(piece)
        if length > part.size:
            raise DamagedPartError("size", part.name)
        yield piece
    if length != part.size:
        raise DamagedPartError("size", part.name)
    if crc != part.crc:
        raise DamagedPartError("crc", part.name)


def _at_once(data: bytes, part: Part) -> bytes:
    """Return the bytes of a small part; DamagedPartError as of `pieces`."""
    unpacker = zlib.decompressobj(-15)
    try:
        piece = unpacker.decompress(data[part.start : part.start + part.packed], part.size + 1)
    except zlib.error as fault:
        raise DamagedPartError("packing", part.name) from fault
    if len(piece) != part.size:
        raise DamagedPartError("size", part.name)
    if not unpacker.eof or unpacker.unused_data:
        raise DamagedPartError("packing", part.name)
    if zlib.crc32(piece) != part.crc:
        raise DamagedPartError("crc", part.name)
    return piece


def whole(data: bytes, part: Part) -> bytes:
    """Return all bytes of a part."""
    return b"".join(pieces(data, part))


def _plain(data: bytes, part: Part) -> Iterator[bytes]:
    for at in range(part.start, part.start + part.packed, PIECE):
        yield data[at : min(at + PIECE, part.start + part.packed)]


def _inflated(data: bytes, part: Part) -> Iterator[bytes]:
    unpacker = zlib.decompressobj(-15)
    view = memoryview(data)
    end = part.start + part.packed
    try:
        for at in range(part.start, end, _TAKEN):
            piece = unpacker.decompress(view[at : min(at + _TAKEN, end)], PIECE)
            while piece:
                yield piece
                piece = unpacker.decompress(unpacker.unconsumed_tail, PIECE)
            if unpacker.eof:
                break
    except zlib.error as fault:
        raise DamagedPartError("packing", part.name) from fault
    if not unpacker.eof or unpacker.unused_data:
        raise DamagedPartError("packing", part.name)
