"""Which cells of a column are shown as percentages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.parsers import expat

from lifelong_learning.model.findings import column_letters
from lifelong_learning.submission.source.addresses import address_of
from lifelong_learning.submission.source.parts import DEEPEST, STYLES, feed, local, read_elements
from lifelong_learning.submission.source.refusal import RefusedError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lifelong_learning.submission.source.package import Package

_LARGEST_STYLES = 32 << 20
_BUILT_IN = frozenset({"9", "10"})
"""0% and 0.00% (ECMA-376 part 1, 18.8.30)."""
_LONGEST_FORMAT = 255
"""Characters that Excel allows a number format."""
_MOST_FORMATS = 1 << 17
"""Cell formats: twice what Excel allows."""
_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
_MOST_ELEMENTS = 500_000
"""Elements of a sheet of published percentages, which has few rows, where they are taken one by one."""
_LONGEST_CELL = 64
"""Bytes of the beginning of a plain cell, up to its style."""


def percent_rows(package: Package, sheet: str, col: int, *, plain: bool) -> frozenset[int]:
    """Return the rows of a sheet part whose cell in a column is shown as a percentage.

    `plain` tells that the sheet was read in the plain way: its cells begin with address and style.
    """
    styles = _percent_styles(package)
    if not styles:
        return frozenset()
    pieces = package.xml(sheet)
    return frozenset(_plain_rows(pieces, styles, col) if plain else _rows(pieces, styles, col))


def _percent_styles(package: Package) -> frozenset[str]:
    """Return the numbers of the cell formats that show a percentage."""
    if STYLES not in package:
        return frozenset()
    formats: set[str] = set(_BUILT_IN)
    found: list[str] = []
    inside = [""]
    count = [0]

    def start(name: str, attributes: dict[str, str]) -> None:
        name = local(name)
        if name == "numFmt":
            code = attributes.get("formatCode", "")
            shown = len(code) <= _LONGEST_FORMAT and "%" in _QUOTED.sub("", code)
            (formats.add if shown else formats.discard)(attributes.get("numFmtId", ""))
        elif name in ("cellStyleXfs", "cellXfs", "dxfs"):
            inside[0] = name
        elif name == "xf" and inside[0] == "cellXfs" and count[0] < _MOST_FORMATS:
            if attributes.get("numFmtId") in formats:
                found.append(str(count[0]))
            count[0] += 1

    read_elements(package.small_xml(STYLES, _LARGEST_STYLES), start)
    return frozenset(found)


def _plain_rows(pieces: Iterable[bytes], styles: frozenset[str], col: int) -> set[int]:
    begun = re.compile(b'<c r="%b([0-9]{1,7})" s="([0-9]+)"' % column_letters(col).encode())
    named = {style.encode() for style in styles}
    found: set[int] = set()
    block = b""
    for piece in pieces:
        block = block[-_LONGEST_CELL:] + piece
        found.update(int(row) for row, style in begun.findall(block) if style in named)
    return found


def _rows(pieces: Iterable[bytes], styles: frozenset[str], col: int) -> set[int]:
    found: set[int] = set()
    place = [0, 1]
    depth = elements = 0

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth, elements
        depth += 1
        elements += 1
        if depth > DEEPEST:
            raise RefusedError("WB001", "xml")
        if elements > _MOST_ELEMENTS:
            raise RefusedError("WB003", "values", limit=_MOST_ELEMENTS)
        name = local(name)
        if name == "row":
            place[:] = [int(attributes["r"]) if "r" in attributes else place[0] + 1, 1]
        elif name == "c":
            cell = address_of(attributes["r"].encode()) if "r" in attributes else (place[0], place[1])
            place[1] = cell[1] + 1
            if cell[1] == col and attributes.get("s") in styles:
                found.add(cell[0])

    def end(_: str) -> None:
        nonlocal depth
        depth -= 1

    parser = expat.ParserCreate()
    parser.StartElementHandler, parser.EndElementHandler = start, end
    feed(parser, pieces)
    return found
