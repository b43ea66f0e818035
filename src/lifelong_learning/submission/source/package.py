"""The zip file that a workbook is: its directory, checked before anything is unpacked, and one part of it
unpacked piece by piece, exactly as long as its directory says.
"""

from __future__ import annotations

import struct
import zlib
from io import BytesIO
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from lifelong_learning.submission.source.elements import RefusedError, remember

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lifelong_learning.submission.source.elements import Limits


STORED, DEFLATED = 0, 8
_TAKEN = 1 << 16
PIECE = 1 << 20
"""Largest piece that `pieces` yields, in bytes."""


class Part(Struct, frozen=True):
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


_LARGEST_DIRECTORY = 4 << 20
"""Bytes of the zip directory: some 40,000 parts, where real workbooks have tens."""
_END = b"PK\x05\x06"
_ENTRY = b"PK\x01\x02"
_END_RECORD = struct.Struct("<4s4H2LH")
_CENTRAL = struct.Struct("<4s4x2H4x3L3H2x6xL")
_LOCAL = struct.Struct("<26x2H")
_ZIP64 = 0xFFFFFFFF
_SMALL_PART, _SMALL_UNPACKED = 1 << 14, 1 << 18
"""Bytes of a part that is remembered, packed and unpacked."""
_UTF8_MARK = b"\xef\xbb\xbf"


_Listed = tuple[int, Part]
"""The flags of an entry, and its part as the directory has it: it starts with a header of its own."""


class Package:
    """The parts of a workbook's zip file, found by name without regard to case, as its readers do."""

    __slots__ = ("_charged", "_left", "_limits", "_parts", "data")

    def __init__(self, data: bytes, limits: Limits) -> None:
        self.data = data
        self._limits = limits
        self._left = limits.bytes_unpacked
        self._charged: set[str] = set()
        self._parts = _parts(data)

    def __contains__(self, name: str) -> bool:
        return name.lower() in self._parts

    def names(self) -> list[str]:
        """Return the names of all parts, in lower case and the order of the directory."""
        return list(self._parts)

    def part(self, name: str) -> Part | None:
        """Return where a part stands, or None."""
        return self._parts.get(name.lower())

    def xml(self, name: str) -> Iterator[bytes]:
        """Yield an XML part in pieces, its first one checked for what no workbook needs.

        RefusedError where it is damaged, not UTF-8, has a DOCTYPE or takes the parts unpacked so
        far beyond the limit.
        """
        part = self._parts[name.lower()]
        self._charge(part)
        return _checked(self.data, part)

    def _charge(self, part: Part) -> None:
        if part.name not in self._charged:
            self._charged.add(part.name)
            self._left -= part.size
        if self._left < 0:
            raise RefusedError("WB003", "bytes", limit=self._limits.bytes_unpacked)

    def size(self, name: str) -> int:
        """Return how many bytes a part has unpacked; 0 where there is none."""
        part = self._parts.get(name.lower())
        return 0 if part is None else part.size

    def exceeded_by(self, size: int) -> bool:
        """Tell whether parts of so many bytes in all are more than may still be unpacked."""
        return size > self._left

    def small_xml(self, name: str, largest: int) -> bytes:
        """Return an XML part as a whole, where it has at most so many bytes."""
        part = self._parts[name.lower()]
        if part.size > largest:
            raise RefusedError("WB003", "part", part=part.name, limit=largest)
        if part.packed > _SMALL_PART or part.size > _SMALL_UNPACKED:
            return b"".join(self.xml(name))
        self._charge(part)
        key = b"%s %d %d %d" % (part.name.encode(), part.size, part.crc, part.method)
        return _small_part(self.data[part.start : part.start + part.packed], key)


def _checked(data: bytes, part: Part) -> Iterator[bytes]:
    first, last = True, b""
    try:
        for piece in pieces(data, part):
            if first:
                _check_start(piece, part.name)
                first = False
            if b"<!DOCTYPE" in last[-16:] + piece[:16] or (b"!" in piece and b"<!DOCTYPE" in piece):
                raise RefusedError("WB001", "doctype", part=part.name)
            last = piece
            yield piece
    except DamagedPartError as fault:
        raise RefusedError("WB001", fault.key, part=fault.part) from None
    if not last.rstrip(b" \t\r\n\0").endswith(b">"):
        raise RefusedError("WB001", "xml", part=part.name)


def _check_start(piece: bytes, part: str) -> None:
    if not piece:
        raise RefusedError("WB001", "empty_part", part=part)
    start = piece[:256].removeprefix(_UTF8_MARK)
    declared = start.split(b"?>", 1)[0].lower() if start.startswith(b"<?xml") else b""
    known = b"encoding" not in declared or b"utf-8" in declared or b"ascii" in declared
    if b"\0" in start or not start.lstrip().startswith(b"<") or not known:
        raise RefusedError("WB001", "encoding", part=part)


@remember(32, 1 << 15)
def _small_part(packed: bytes, key: bytes) -> bytes:
    """Return a small part from its packed bytes; `key` says what it must come to."""
    name, size, crc, method = key.rsplit(b" ", 3)
    part = Part(name.decode(), 0, len(packed), int(size), int(crc), int(method))
    return b"".join(_checked(packed, part))


def _parts(data: bytes) -> dict[str, Part]:
    """Return the parts by name; RefusedError for a directory that no spreadsheet program writes."""
    _check_directory_size(data)
    found: dict[str, Part] = {}
    for flags, part in _plain_directory(data) or _directory(data):
        name = part.name.replace("\\", "/").lower()
        if name.endswith("/"):
            continue
        if name in found:
            raise RefusedError("WB001", "part_twice", part=part.name)
        found[name] = _located(data, flags, part)
    _check_overlaps(found)
    return found


def _plain_directory(data: bytes) -> list[_Listed] | None:
    """Return the entries of a directory that stands where it should, its names in ASCII; else None."""
    end = len(data) - _END_RECORD.size
    mark, disk, first_disk, here, count, size, start, comment = _END_RECORD.unpack_from(data, end)
    if mark != _END or disk or first_disk or comment or here != count or start + size != end:
        return None
    entries: list[_Listed] = []
    at = start
    while at + _CENTRAL.size <= end:
        mark, flags, method, crc, packed, unpacked, name_size, extra, comment, offset = _CENTRAL.unpack_from(
            data, at
        )
        at += _CENTRAL.size
        name = data[at : at + name_size]
        at += name_size + extra + comment
        if mark != _ENTRY or not name.isascii() or b"\0" in name or _ZIP64 in (packed, unpacked, offset):
            return None
        entries.append((flags, Part(name.decode(), offset, packed, unpacked, crc, method)))
    return entries if at == end and len(entries) == count else None


def _directory(data: bytes) -> list[_Listed]:
    """Return the entries of any directory that can be made sense of."""
    from zipfile import BadZipFile, LargeZipFile, ZipFile

    try:
        with ZipFile(BytesIO(data)) as archive:
            infos = archive.infolist()
    except (BadZipFile, LargeZipFile, ValueError, struct.error, NotImplementedError, OverflowError, OSError):
        raise RefusedError("WB001", "truncated") from None
    return [
        (
            one.flag_bits,
            Part(
                one.filename, one.header_offset, one.compress_size, one.file_size, one.CRC, one.compress_type
            ),
        )
        for one in infos
    ]


def _check_directory_size(data: bytes) -> None:
    """Refuse a directory so large that listing it would cost more than reading a workbook."""
    end = data.rfind(_END, max(0, len(data) - 65_557))
    if end < 0 or len(data) < end + 22:
        raise RefusedError("WB001", "truncated")
    size = int.from_bytes(data[end + 12 : end + 16], "little")
    if size == 0xFFFFFFFF:
        record = data.rfind(b"PK\x06\x06", 0, end)
        size = int.from_bytes(data[record + 40 : record + 48], "little") if record >= 0 else size
    if size > _LARGEST_DIRECTORY:
        raise RefusedError("WB001", "directory")


def _located(data: bytes, flags: int, part: Part) -> Part:
    """Return a part with the start of its packed bytes, which stand behind its header."""
    if flags & 0x1:
        raise RefusedError("WB002", "")
    if part.method not in (STORED, DEFLATED):
        raise RefusedError("WB001", "packing", part=part.name)
    head = data[part.start : part.start + _LOCAL.size]
    if len(head) < _LOCAL.size or head[:4] != b"PK\x03\x04":
        raise RefusedError("WB001", "truncated")
    name_size, extra = _LOCAL.unpack(head)
    start = part.start + _LOCAL.size + name_size + extra
    if start + part.packed > len(data):
        raise RefusedError("WB001", "truncated")
    return replace(part, start=start)


def _check_overlaps(parts: dict[str, Part]) -> None:
    reached = 0
    for part in sorted(parts.values(), key=lambda part: part.start):
        if part.start < reached:
            raise RefusedError("WB001", "overlap", part=part.name)
        reached = part.start + part.packed
