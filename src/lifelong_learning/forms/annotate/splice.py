"""Edits of XML that leave every byte between them alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.parsers import expat

from lifelong_learning.forms.annotate.model import UnmarkableError

if TYPE_CHECKING:
    from collections.abc import Callable

Attributes = dict[str, str]
_TAG = re.compile(rb"<(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>")
_NAME = re.compile(rb"<[^\s/>]+")


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
