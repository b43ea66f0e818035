"""What one workbook gives: values that travel between processes and are joined afterwards."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct, field

from lifelong_learning.model.findings import Findings

if TYPE_CHECKING:
    from lifelong_learning.model.submission import FileInfo, ReportedFigure, Table


class SheetPart(Struct):
    """The unit rows of one sheet.

    `headers` are the texts of the header row by 1-based column; `numeric` the positions of the rows
    whose code was stored as a number, so that its leading zeros are lost.
    """

    table: Table
    headers: dict[int, str]
    numeric: array[int] = field(default_factory=lambda: array("q"))


class ReportedPart(NamedTuple):
    """A published figure and the header of its cell."""

    figure: ReportedFigure
    header: str


class FilePart(Struct):
    """All that one workbook gives. `unusable`: an error of the file or a header explains a lack of rows."""

    info: FileInfo
    sheets: list[SheetPart] = field(default_factory=list)
    reported: list[ReportedPart] = field(default_factory=list)
    findings: Findings = field(default_factory=Findings)
