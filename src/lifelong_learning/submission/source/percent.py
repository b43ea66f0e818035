"""Which cells of a sheet are shown as percentages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.parsers import expat

from lifelong_learning.submission.source.addresses import address_of
from lifelong_learning.submission.source.parts import STYLES, local, read_elements
from lifelong_learning.submission.source.refusal import RefusedError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lifelong_learning.submission.source.grid import Cell
    from lifelong_learning.submission.source.package import Package

_LARGEST_STYLES = 32 << 20
_BUILT_IN = frozenset({"9", "10"})
"""0% and 0.00% (ECMA-376 part 1, 18.8.30)."""
_LONGEST_FORMAT = 255
"""Characters that Excel allows a number format."""
_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')


def percent_cells(package: Package, sheet: str) -> frozenset[Cell]:
    """Return the cells of a sheet part whose number format is a percentage."""
    styles = _percent_styles(package)
    if not styles:
        return frozenset()
    return frozenset(_cells_of(package.xml(sheet), styles))


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
        elif name == "xf" and inside[0] == "cellXfs":
            if attributes.get("numFmtId") in formats:
                found.append(str(count[0]))
            count[0] += 1

    read_elements(package.small_xml(STYLES, _LARGEST_STYLES), start)
    return frozenset(found)


def _cells_of(pieces: Iterable[bytes], styles: frozenset[str]) -> set[Cell]:
    found: set[Cell] = set()
    place = [0, 1]

    def start(name: str, attributes: dict[str, str]) -> None:
        name = local(name)
        if name == "row":
            place[:] = [int(attributes["r"]) if "r" in attributes else place[0] + 1, 1]
        elif name == "c":
            cell = address_of(attributes["r"].encode()) if "r" in attributes else (place[0], place[1])
            place[1] = cell[1] + 1
            if attributes.get("s") in styles:
                found.add(cell)

    parser = expat.ParserCreate()
    parser.StartElementHandler = start
    try:
        for piece in pieces:
            parser.Parse(piece, False)
    except (expat.ExpatError, LookupError, ValueError):
        raise RefusedError("WB001", "xml") from None
    return found
