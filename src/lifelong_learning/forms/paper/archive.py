"""A zip file written by hand: packed parts can be taken over as they are, and no clock gets in."""

from __future__ import annotations

import struct
import zlib

_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_DATE = 0x0021
"""1 January 1980, the earliest date that a zip file can say."""
_UTF8 = 0x0800
STORED, DEFLATED = 0, 8


class Archive:
    """Parts in the order in which they are added."""

    def __init__(self) -> None:
        self._chunks: list[bytes] = []
        self._directory: list[bytes] = []
        self._at = 0

    def add(self, name: str, content: bytes) -> None:
        """Add a part, packed."""
        packer = zlib.compressobj(6, zlib.DEFLATED, -15)
        packed = packer.compress(content) + packer.flush()
        self.copy(name, packed, len(content), zlib.crc32(content), DEFLATED)

    def copy(self, name: str, packed: bytes, size: int, crc: int, method: int) -> None:
        """Add a part that is packed already, byte for byte."""
        encoded = name.encode("utf-8")
        flags = 0 if name.isascii() else _UTF8
        same = (20, flags, method, 0, _DATE, crc, len(packed), size, len(encoded), 0)
        self._directory.append(_CENTRAL.pack(b"PK\x01\x02", 20, *same, 0, 0, 0, 0, self._at) + encoded)
        self._write(_LOCAL.pack(b"PK\x03\x04", *same) + encoded)
        self._write(packed)

    def _write(self, chunk: bytes) -> None:
        self._chunks.append(chunk)
        self._at += len(chunk)

    def finish(self) -> bytes:
        """Return the whole file."""
        directory = b"".join(self._directory)
        count = len(self._directory)
        end = _END.pack(b"PK\x05\x06", 0, 0, count, count, len(directory), self._at, 0)
        return b"".join((*self._chunks, directory, end))
