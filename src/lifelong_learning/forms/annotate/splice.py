"""Edits that leave every byte between them alone: of the XML of a part, and of the package of parts."""

from __future__ import annotations

import re
import struct
import zlib
from html import escape
from typing import TYPE_CHECKING
from xml.parsers import expat

from lifelong_learning.forms.annotate import Packed, UnmarkableError
from lifelong_learning.forms.workbook import FORBIDDEN, cell_text

if TYPE_CHECKING:
    from collections.abc import Callable

Attributes = dict[str, str]
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
SHEET_TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_TAG = re.compile(rb"<(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>")
_NAME = re.compile(rb"<[^\s/>]+")
_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_DATE = 0x0021
"""1 January 1980, the earliest date that a zip file can say."""
_UTF8, _DEFLATED = 0x0800, 8
_IN_ATTRIBUTE = str.maketrans({'"': "&quot;", "\n": "&#10;", "\t": "&#9;"})


class Splices:
    """Replacements in one part, applied together."""

    def __init__(self, xml: bytes, part: str) -> None:
        self.xml = xml
        self.part = part
        self._edits: list[tuple[int, int, int, bytes]] = []

    def replace(self, start: int, end: int, text: bytes) -> None:
        """Put a text in place of the bytes from start to end."""
        self._edits.append((start, end, len(self._edits), text))

    def insert(self, at: int, text: bytes) -> None:
        """Put a text before the byte at that place, behind what was inserted there earlier."""
        self.replace(at, at, text)

    def into(self, start: int, end: int, text: bytes) -> None:
        """Put a text at the end of the element whose start tag and end tag begin there."""
        tag = self.tag(start)
        if not tag.endswith(b"/>"):
            self.insert(end, text)
            return
        found = _NAME.match(tag)
        assert found is not None
        self.replace(start, start + len(tag), tag[:-2].rstrip() + b">" + text + b"</" + found[0][1:] + b">")

    def tag(self, start: int) -> bytes:
        """Return the tag that begins at that place."""
        found = _TAG.match(self.xml, start)
        if found is None:
            raise UnmarkableError("unusual", self.part)
        return found[0]

    def result(self) -> bytes:
        """Return the part with all edits made."""
        pieces: list[bytes] = []
        at = 0
        for start, end, _, text in sorted(self._edits, key=lambda edit: edit[:3]):
            if start < at:
                raise UnmarkableError("unusual", self.part)
            pieces += (self.xml[at:start], text)
            at = end
        return b"".join((*pieces, self.xml[at:]))


def with_attribute(tag: bytes, name: bytes, value: bytes) -> bytes:
    """Return a start tag with an attribute set."""
    pattern = re.compile(rb"(\s" + name + rb"\s*=\s*)(\"[^\"]*\"|'[^']*')")
    if pattern.search(tag):
        return pattern.sub(lambda found: found[1] + b'"' + value + b'"', tag, count=1)
    found = _NAME.match(tag)
    assert found is not None
    return found[0] + b" " + name + b'="' + value + b'"' + tag[found.end() :]


def prefix_of(qualified: str) -> str:
    """Return the prefix of an element's name with its colon, or nothing."""
    head, colon, _ = qualified.rpartition(":")
    return head + colon


def walk(
    xml: bytes,
    part: str,
    start: Callable[[int, str, Attributes, int], None],
    end: Callable[[int, str, int], None],
) -> None:
    """Call `start` and `end` for every element with its depth, name and place in bytes.

    An element without content ends where it starts. UnmarkableError where the XML is broken.
    """
    parser = expat.ParserCreate()
    depth = 0

    def begin(name: str, attributes: Attributes) -> None:
        nonlocal depth
        start(depth, name, attributes, parser.CurrentByteIndex)
        depth += 1

    def finish(name: str) -> None:
        nonlocal depth
        depth -= 1
        end(depth, name, parser.CurrentByteIndex)

    parser.StartElementHandler, parser.EndElementHandler = begin, finish
    try:
        parser.Parse(xml, True)
    except (expat.ExpatError, UnicodeError, ValueError):
        raise UnmarkableError("unusual", part) from None


def local(name: str) -> str:
    """Return a name without its prefix."""
    return name.rpartition(":")[2]


def in_attribute(text: str) -> str:
    """Return a text for an attribute: no markup, no line break that a reader folds away."""
    text = escape(text, quote=False).translate(_IN_ATTRIBUTE)
    return FORBIDDEN.sub("\ufffd", text)


def in_cell(text: str) -> str:
    """Return a text as an element of a sheet holds it."""
    return escape(cell_text(text), quote=False)


class Archive:
    """A zip file of parts in the order in which they are added, without a date.

    The standard library packs what it adds anew; here a part is taken over as it is packed.
    """

    def __init__(self) -> None:
        self._chunks: list[bytes] = []
        self._directory: list[bytes] = []
        self._at = 0

    def add(self, name: str, content: bytes) -> None:
        """Add a part that is not packed yet."""
        packer = zlib.compressobj(6, zlib.DEFLATED, -15)
        packed = packer.compress(content) + packer.flush()
        self.copy(Packed(name, packed, len(content), zlib.crc32(content), _DEFLATED))

    def copy(self, part: Packed) -> None:
        """Add a part that is packed already, byte for byte."""
        encoded = part.name.encode("utf-8")
        flags = 0 if part.name.isascii() else _UTF8
        same = (20, flags, part.method, 0, _DATE, part.crc, len(part.data), part.size, len(encoded), 0)
        self._directory.append(_CENTRAL.pack(b"PK\x01\x02", 20, *same, 0, 0, 0, 0, self._at) + encoded)
        for chunk in (_LOCAL.pack(b"PK\x03\x04", *same) + encoded, part.data):
            self._chunks.append(chunk)
            self._at += len(chunk)

    def finish(self) -> bytes:
        """Return the whole file."""
        directory = b"".join(self._directory)
        count = len(self._directory)
        end = _END.pack(b"PK\x05\x06", 0, 0, count, count, len(directory), self._at, 0)
        return b"".join((*self._chunks, directory, end))
