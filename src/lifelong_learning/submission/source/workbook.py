"""A workbook that can be read, ready to give its sheets as grids."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, NamedTuple, Self

from lifelong_learning.submission.source.content import read_bytes, recognise, recognise_parts
from lifelong_learning.submission.source.grid import Grid, cut_merges
from lifelong_learning.submission.source.package import Package
from lifelong_learning.submission.source.parts import sheet_parts
from lifelong_learning.submission.source.percent import percent_rows
from lifelong_learning.submission.source.plain.error import NotPlainError
from lifelong_learning.submission.source.plain.sheet import PlainSheet
from lifelong_learning.submission.source.plain.workbook import row_reader
from lifelong_learning.submission.source.properties import custom_property
from lifelong_learning.submission.source.reader import ReaderFailedError
from lifelong_learning.submission.source.refusal import RefusedError

if TYPE_CHECKING:
    from collections.abc import Collection

    from lifelong_learning.model.findings import Finding
    from lifelong_learning.submission.source.limits import Limits
    from lifelong_learning.submission.source.looked import LookedSheets
    from lifelong_learning.submission.source.parts import SheetPart


class SheetRef(NamedTuple):
    """A worksheet of the workbook."""

    name: str
    hidden: bool


class Workbook:
    """An open workbook: its bytes in memory, its parts known, no sheet read yet.

    A sheet is read in the plain way where it is plainly written, else by python-calamine after a look.
    """

    __slots__ = ("_looked", "_package", "_parts", "_plain", "limits", "path", "sha256", "sheets")

    def __init__(self, path: str, data: bytes, sha256: str, limits: Limits) -> None:
        self.path = path
        self.sha256 = sha256
        self.limits = limits
        self._package = Package(data, limits)
        recognise_parts(self._package.names(), data)
        self._parts = sheet_parts(self._package, limits)
        names = [part.name for part in self._parts]
        if len(set(names)) < len(names):
            raise RefusedError("WB001", "sheet_twice")
        self._plain = row_reader(self._package, limits)
        self._looked: LookedSheets | None = None
        if self._plain is None:
            self._open_reader()
        self.sheets = tuple(SheetRef(part.name, part.hidden) for part in self._parts)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the reader."""
        if self._looked is not None:
            self._looked.close()

    def grid(self, name: str) -> Grid | Finding:
        """Return the cells of a worksheet, or the finding that says why it cannot be read."""
        part = next(part for part in self._parts if part.name == name)
        try:
            if part.part not in self._package:
                raise RefusedError("WB001", "no_part", part=part.part)
            return self._plain_grid(part) or self._open_reader().grid(part)
        except RefusedError as refused:
            return refused.at(self.path, name)
        except ReaderFailedError as failed:
            return RefusedError("WB001", "reader", detail=str(failed)).at(self.path, name)

    def sizes(self) -> dict[str, int]:
        """Return how many bytes of XML every sheet has, by its name."""
        return {part.name: self._package.size(part.part) for part in self._parts}

    def beside_largest(self, names: Collection[str]) -> int:
        """Return how many bytes of XML the sheets have without the largest; 0 where all are too many."""
        sizes = [size for name, size in self.sizes().items() if name in names]
        # Which sheet is refused must not hang on which is read first.
        return 0 if self._package.exceeded_by(sum(sizes)) else sum(sizes) - max(sizes, default=0)

    def custom_property(self, name: str) -> str | None:
        """Return a custom property of the workbook, or None."""
        return custom_property(self._package, name)

    def _plain_grid(self, part: SheetPart) -> Grid | None:
        """Return the cells of a sheet that is plainly written."""
        if self._plain is None:
            return None
        try:
            sheet = PlainSheet(self._package.xml(part.part), self._plain, self.limits)
        except NotPlainError:
            return None

        def percent(col: int) -> frozenset[int]:
            return percent_rows(self._package, part.part, col, plain=True)

        return Grid(
            part.name, sheet.columns(), sheet.errors, frozenset(sheet.unstored), {},
            cut_merges(sheet.merges, sheet.height, sheet.width), percent, exact=True,
        )  # fmt: skip

    def _open_reader(self) -> LookedSheets:
        if self._looked is None:
            from lifelong_learning.submission.source.looked import LookedSheets

            self._looked = LookedSheets(self._package, self._parts, self.limits)
        return self._looked


def open_workbook(path: str, limits: Limits) -> Workbook | Finding:
    """Open a workbook within limits; a finding of family WB where that cannot be done."""
    return open_hashed(path, limits)[0]


def open_hashed(path: str, limits: Limits) -> tuple[Workbook | Finding, str | None]:
    """Open a workbook as `open_workbook` does, and return the hash (SHA-256) of the file beside it.

    The file is read once; the hash is that of the bytes that were read, None where there were none.
    """
    sha256 = None
    try:
        data = read_bytes(path, limits)
        sha256 = hashlib.sha256(data).hexdigest()
        recognise(data, path)
        return Workbook(path, data, sha256, limits.for_size(len(data))), sha256
    except RefusedError as refused:
        return refused.at(path), sha256
    except ReaderFailedError as failed:
        return RefusedError("WB001", "reader", detail=str(failed)).at(path), sha256
