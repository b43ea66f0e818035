"""XML parts as elements, held to depths and lengths; what small parts come to is remembered."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, TypeVar
from xml.parsers import expat

from lifelong_learning.submission.source.limits import RefusedError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

DEEPEST = 64
"""Elements within elements: a cell's text stands at seven; the parser keeps all that are open."""
_LONGEST_TOKEN = 1 << 23
"""Bytes of one tag or comment: the parser would begin it anew with every piece."""
_PIECE = 1 << 20

_PREFIXED_ROOT = re.compile(rb"(?:\xef\xbb\xbf)?(?:<\?xml [^<>]*\?>)?\s*<([A-Za-z_][\w.-]*:)")

Attributes = dict[str, str]
T = TypeVar("T")


def local(name: str) -> str:
    """Return the name of an element or attribute without its prefix."""
    return name.rpartition(":")[2]


def read_elements(
    pieces: bytes | Iterable[bytes],
    start: Callable[[str, Attributes], None],
    end: Callable[[str], None] | None = None,
    characters: Callable[[str], None] | None = None,
) -> None:
    """Call `start` and `end` for every element, with its name without a prefix, and `characters` between.

    RefusedError where the XML is not well-formed or too deep.
    """
    depth = 0

    def begin(name: str, attributes: Attributes) -> None:
        nonlocal depth
        depth += 1
        if depth > DEEPEST:
            raise RefusedError("WB001", "xml")
        start(local(name), attributes)

    def finish(name: str) -> None:
        nonlocal depth
        depth -= 1
        if end is not None:
            end(local(name))

    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler = begin, finish
    parser.CharacterDataHandler = characters
    feed(parser, _cut(pieces) if isinstance(pieces, bytes) else pieces)


def _cut(xml: bytes) -> Iterator[bytes]:
    for at in range(0, len(xml), _PIECE):
        yield xml[at : at + _PIECE]


def feed(parser: expat.XMLParserType, pieces: Iterable[bytes]) -> None:
    """Parse XML; RefusedError where it is not well-formed or has a tag of many megabytes."""
    fed = 0
    try:
        for piece in pieces:
            parser.Parse(piece, False)
            fed += len(piece)
            if fed - parser.CurrentByteIndex > _LONGEST_TOKEN:
                raise RefusedError("WB001", "xml")
        parser.Parse(b"", True)
    except (expat.ExpatError, LookupError, ValueError):
        raise RefusedError("WB001", "xml") from None


def without_prefix(xml: bytes) -> bytes:
    """Return XML whose root has a prefix without that prefix at any element."""
    prefixed = _PREFIXED_ROOT.match(xml)
    if prefixed is None:
        return xml
    return dropped(xml, prefixed[1])


def dropped(xml: bytes, prefix: bytes) -> bytes:
    """Return XML without a prefix of elements."""
    return xml.replace(b"<" + prefix, b"<").replace(b"</" + prefix, b"</")


def remember(pieces: int, largest: int) -> Callable[[Callable[..., T]], Callable[..., T]]:
    """Remember what a function of bytes gives, for the latest so many calls with at most so many bytes.

    What it raises is not remembered. The bytes themselves are the key, so nothing is taken for another.
    """

    def remembering(function: Callable[..., T]) -> Callable[..., T]:
        known = lru_cache(maxsize=pieces)(function)

        def call(*content: bytes) -> T:
            return known(*content) if sum(map(len, content)) <= largest else function(*content)

        return call

    return remembering
