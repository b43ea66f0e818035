"""A workbook without the cells that would make the reader give up on a whole sheet.

The reader fails on an error value that it does not know (#SPILL!), on a shared string that does not
exist, and the like. Such cells are known from the look; they are blanked, the others stay readable.
"""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING

from lifelong_learning.model.findings import cell_address
from lifelong_learning.submission.source.parts import RELATIONS, STRINGS, STYLES, WORKBOOK
from lifelong_learning.submission.source.refusal import RefusedError

if TYPE_CHECKING:
    from lifelong_learning.submission.source.grid import Cell
    from lifelong_learning.submission.source.package import Package

_CELL = re.compile(rb'<c r="([A-Z]{1,3}[0-9]{1,7})"(?:[^<>/]++|/(?!>))*+>(?:[^<]++|<(?!c[\s/>]|/c>))*+</c>')
_LARGEST = 256 << 20
_ROOT = ("[Content_Types].xml", "_rels/.rels")


def without_cells(package: Package, sheet: str, cells: set[Cell]) -> bytes:
    """Return a workbook of the parts that the reader needs, with those cells of one sheet blank."""
    from zipfile import ZIP_DEFLATED, ZipFile

    addresses = {cell_address(*cell).encode() for cell in cells}
    emptied: set[bytes] = set()

    def emptied_cell(match: re.Match[bytes]) -> bytes:
        if match[1] not in addresses:
            return match[0]
        emptied.add(match[1])
        return b""

    xml = _CELL.sub(emptied_cell, package.small_xml(sheet, _LARGEST))
    if emptied != addresses:
        raise RefusedError("WB001", "reader")
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED, compresslevel=1) as archive:
        for name in (*_ROOT, WORKBOOK, RELATIONS, STYLES, STRINGS):
            if name in package:
                archive.writestr(name, package.small_xml(name, _LARGEST))
        archive.writestr(sheet, xml)
    return packed.getvalue()
