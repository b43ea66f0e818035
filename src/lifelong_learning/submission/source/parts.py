"""Which parts of the package hold the sheets, as the workbook part and its relations tell."""

from __future__ import annotations

import re
from array import array
from typing import TYPE_CHECKING, NamedTuple
from xml.parsers import expat

from lifelong_learning.submission.source.refusal import RefusedError
from lifelong_learning.submission.source.remember import remember

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from lifelong_learning.submission.source.limits import Limits
    from lifelong_learning.submission.source.package import Package

WORKBOOK = "xl/workbook.xml"
RELATIONS = "xl/_rels/workbook.xml.rels"
STRINGS = "xl/sharedStrings.xml"
STYLES = "xl/styles.xml"
CUSTOM = "docProps/custom.xml"
_LARGEST_SMALL = 8 << 20
"""Bytes of the workbook part, its relations and the custom properties: real ones have kilobytes."""

_LARGEST_STYLES = 32 << 20
DEEPEST = 64
"""Elements within elements: a cell's text stands at seven; the parser keeps all that are open."""
_LONGEST_TOKEN = 1 << 23
"""Bytes of one tag or comment: the parser would begin it anew with every piece."""
_PIECE = 1 << 20
_SI = re.compile(rb"<si(?=[\s/>])")
_PREFIX = re.compile(rb"<[A-Za-z_][\w.-]*:si(?=[\s/>])")
_CLAIM = re.compile(rb"""[cC]ount\s*=\s*["'](\d{1,20})""")
_CLAIMED_IN = 4096
_SHEET_FOLDERS = ("worksheets", "chartsheets", "dialogsheets", "macrosheets")

Attributes = dict[str, str]


class SheetPart(NamedTuple):
    """A worksheet: its 0-based number among all sheets, its name, whether it is hidden, its part."""

    number: int
    name: str
    hidden: bool
    part: str


def local(name: str) -> str:
    """Return the name of an element or attribute without its prefix."""
    return name.rpartition(":")[2]


def read_elements(xml: bytes, start: Callable[[str, Attributes], None]) -> None:
    """Call `start` for every element; RefusedError where the XML is not well-formed or too deep."""
    depth = 0

    def begin(name: str, attributes: Attributes) -> None:
        nonlocal depth
        depth += 1
        if depth > DEEPEST:
            raise RefusedError("WB001", "xml")
        start(name, attributes)

    def end(_: str) -> None:
        nonlocal depth
        depth -= 1

    parser = expat.ParserCreate()
    parser.StartElementHandler, parser.EndElementHandler = begin, end
    feed(parser, (xml[at : at + _PIECE] for at in range(0, len(xml), _PIECE)))


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


def sheet_parts(package: Package, limits: Limits) -> list[SheetPart]:
    """Return the worksheets in workbook order; RefusedError where a part is missing or there are too many."""
    if WORKBOOK not in package or RELATIONS not in package:
        raise RefusedError("WB001", "no_workbook_part")
    listed = _listed(package.small_xml(WORKBOOK, _LARGEST_SMALL))
    if len(listed) > limits.sheets:
        raise RefusedError("WB003", "sheets", limit=limits.sheets, found=len(listed))
    targets = _targets(package.small_xml(RELATIONS, _LARGEST_SMALL))
    sheets: list[SheetPart] = []
    for number, sheet in enumerate(listed):
        part = _resolved(targets.get(sheet.get("id", ""), ""))
        folder = part.split("/")[1].lower()
        if folder not in _SHEET_FOLDERS:
            raise RefusedError("WB001", "no_part", part=part)
        if folder == "worksheets":
            hidden = sheet.get("state", "visible") != "visible"
            sheets.append(SheetPart(number, sheet.get("name", ""), hidden, part))
    return sheets


@remember(16, 1 << 16)
def _listed(xml: bytes) -> list[Attributes]:
    """Return what the workbook part says of every sheet."""
    listed: list[Attributes] = []

    def start(name: str, attributes: Attributes) -> None:
        if local(name) == "sheet":
            listed.append({local(key): value for key, value in attributes.items()})

    read_elements(xml, start)
    return listed


@remember(16, 1 << 16)
def _targets(xml: bytes) -> dict[str, str]:
    found: dict[str, str] = {}

    def start(name: str, attributes: Attributes) -> None:
        if local(name) == "Relationship":
            found[attributes.get("Id", "")] = attributes.get("Target", "")

    read_elements(xml, start)
    return found


def _resolved(target: str) -> str:
    """Return the part that a relation of the workbook points at, in the way the reader takes it."""
    if target.startswith("/xl/"):
        return target[1:]
    return target if target.startswith("xl/") else f"xl/{target}"


def check_styles(package: Package) -> None:
    """RefusedError where the styles, which the reader takes whole, are damaged or too large."""
    if STYLES in package:
        # Taken apart at once: percentages are looked for later, when nothing can be refused any more.
        read_elements(package.small_xml(STYLES, _LARGEST_STYLES), lambda _name, _attributes: None)


def claimed_strings(xml: bytes) -> int:
    """Return how many strings the beginning of the shared strings claims to have."""
    end = xml.find(b"<si", 0, _CLAIMED_IN)
    return max(map(int, _CLAIM.findall(xml, 0, _CLAIMED_IN if end < 0 else end)), default=0)


def string_lengths(package: Package, limits: Limits) -> array[int]:
    """Return the length in bytes of every shared string, tags included.

    RefusedError where there are too many, or where the part claims so many that the reader, which
    trusts it, would ask for more memory than there is.
    """
    lengths = array("L")
    if STRINGS not in package:
        return lengths
    rest = b""
    for piece in package.xml(STRINGS):
        block = _PREFIX.sub(rb"<si", rest + piece) if b":si" in piece else rest + piece
        if max(len(lengths) + block.count(b"<si"), claimed_strings(block)) > limits.cells:
            raise RefusedError("WB003", "strings", limit=limits.cells)
        *complete, rest = _SI.split(block)
        if complete:
            lengths.extend(map(len, complete[1:]))
            rest = b"<si" + rest
        if len(rest) > _LARGEST_SMALL:
            raise RefusedError("WB003", "part", part=STRINGS, limit=_LARGEST_SMALL)
    if rest.startswith(b"<si"):
        lengths.append(len(rest))
    return lengths
