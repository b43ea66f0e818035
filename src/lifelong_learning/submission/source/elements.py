"""How much a workbook may hold, and why one is not read, before it becomes a finding; XML parts as
elements, held to depths and lengths, and what small parts come to, remembered.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, TypeVar
from xml.parsers import expat

from msgspec import Struct
from msgspec.structs import replace

from lifelong_learning import catalogue
from lifelong_learning.model.record import Shown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from lifelong_learning.model.findings import Finding


_MEBI = 1 << 20
_ELEMENTS_PER_CELL = 1.5
_OTHER_ELEMENTS = 100_000


class Limits(Struct, frozen=True, metaclass=Shown):
    """Limits of one workbook; each has an option of the command line that raises it.

    A limit that stands at its default is held lower for a small file (`for_size`), so that a file
    of 10 MB stays within 512 MB of memory and 10 s; one that was set by hand counts as it is.
    """

    bytes_unpacked: int = 2048 * _MEBI
    """All parts that are read, unpacked, and the text that the cells of a sheet amount to."""
    bytes_on_disk: int = 512 * _MEBI
    """The file itself."""
    rows: int = 1_048_576
    """The last used row of a sheet: what Excel allows."""
    columns: int = 2_048
    """The last used column of a sheet."""
    cells: int = 5_000_000
    """Rows × columns of a sheet's used rectangle, and strings of the workbook."""
    sheets: int = 255
    """Sheets of the workbook."""
    findings: int = 5_000_000
    """Findings in the cells of a sheet; with more than this its form is not the plan's."""

    def for_size(self, size: int) -> Limits:
        """Return the limits that hold for a file of `size` bytes on disk.

        A workbook unpacks to 5–15 times its size and spends 4 to 8 bytes on a cell; the floors
        leave small files of many blank formatted cells alone.
        """
        default = Limits()
        bytes_unpacked, cells = self.bytes_unpacked, self.cells
        if bytes_unpacked == default.bytes_unpacked:
            bytes_unpacked = min(bytes_unpacked, max(160 * _MEBI, 16 * size))
        if cells == default.cells:
            cells = min(cells, _cells_of(size))
        findings = self.findings
        if findings == default.findings:
            findings = min(findings, max(120_000, size // 80))
        return replace(self, bytes_unpacked=bytes_unpacked, cells=cells, findings=findings)

    def elements(self, size: int) -> int:
        """Return how many elements of a workbook are read one by one, in a file of `size` bytes on disk.

        Unless more cells were allowed by hand they do not rise with the file as cells do: elements that
        mean nothing take hardly a byte, and nearly as much time.
        """
        elements = int(self.cells * _ELEMENTS_PER_CELL) + _OTHER_ELEMENTS
        return elements if self.cells > _cells_of(size) else min(elements, max(1_600_000, size // 6))


def _cells_of(size: int) -> int:
    return max(1_000_000, size // 5)


class RefusedError(Exception):
    """A workbook or sheet must not be read: the code, variant and arguments of its finding."""

    def __init__(self, code: str, variant: str, **args: object) -> None:
        super().__init__(code, variant)
        self.code = code
        self.variant = variant
        self.arguments = args

    def at(self, path: str, sheet: str | None = None) -> Finding:
        """Return the finding of the workbook, or of one of its sheets."""
        return catalogue.finding(self.code, self.variant, file=path, sheet=sheet, **self.arguments)


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
