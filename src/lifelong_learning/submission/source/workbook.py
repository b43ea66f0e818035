"""A workbook that can be read, ready to give its sheets as grids."""

from __future__ import annotations

import hashlib
from itertools import islice
from typing import TYPE_CHECKING, Self

from lifelong_learning.submission.source.elements import RefusedError
from lifelong_learning.submission.source.package import Package
from lifelong_learning.submission.source.parts import book_parts, custom_property, read_styles
from lifelong_learning.submission.source.plain import NotPlainError
from lifelong_learning.submission.source.plain.rows import RowReader
from lifelong_learning.submission.source.plain.sheet import read_plain_sheet
from lifelong_learning.submission.source.recognise import read_bytes, recognise, recognise_parts, shown_path
from lifelong_learning.submission.source.texts import read_texts

if TYPE_CHECKING:
    from collections.abc import Collection

    from lifelong_learning.model.findings import Finding
    from lifelong_learning.submission.source.elements import Limits
    from lifelong_learning.submission.source.grid import Grid
    from lifelong_learning.submission.source.parts import SheetPart


_LARGE_SHEET = 2 << 20
"""Bytes of XML from which it pays to look at the beginning of a sheet first."""
_HEAD_PIECES = 2


class Workbook:
    """An open workbook: its bytes in memory, its parts known, no sheet read yet.

    A sheet is read in the plain way where it is plainly written, else element by element.
    """

    __slots__ = (
        "_elements_left",
        "_shared",
        "_since_1904",
        "_styles",
        "limits",
        "package",
        "path",
        "sha256",
        "sheets",
    )

    def __init__(self, path: str, data: bytes, sha256: str, limits: Limits) -> None:
        self.path = path
        self.sha256 = sha256
        self.limits = limits
        self.package = Package(data, limits)
        recognise_parts(self.package.names(), data)
        book = book_parts(self.package, limits)
        self._since_1904 = book.since_1904
        self._shared = read_texts(self.package, book.texts, limits)
        self._styles = read_styles(self.package, book.styles)
        self.sheets = book.sheets
        self._elements_left = limits.elements(len(data))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of what was read; nothing is held open."""

    def grid(self, name: str, *, plainly: bool = False) -> Grid | Finding:
        """Return the cells of a worksheet, or the finding that says why it cannot be read.

        NotPlainError where it is to be read `plainly` and is written otherwise: of all such sheets so many
        elements are read, in their order.
        """
        part = next(part for part in self.sheets if part.name == name)
        try:
            if not part.part:
                raise RefusedError("WB001", "no_target")
            if part.part not in self.package:
                raise RefusedError("WB001", "no_part", part=part.part)
            try:
                return self.plain_grid(part)
            except NotPlainError:
                if plainly:
                    raise
                return self.any_grid(part)
        except RefusedError as refused:
            return refused.at(self.path, name)

    def top(self, name: str) -> Grid | None:
        """Return the beginning of a large sheet, its first half of a megabyte; None of one that is quickly
        read as a whole, or whose beginning cannot be told."""
        part = next(part for part in self.sheets if part.name == name)
        if not part.part or self.package.size(part.part) < _LARGE_SHEET:
            return None
        try:
            head = b"".join(islice(self.package.xml(part.part), _HEAD_PIECES))
            begun = head[: max(head.rfind(b"<row"), 0)] + b"</sheetData></worksheet>"
            rows = RowReader(self._shared, self._styles, since_1904=self._since_1904)
            return read_plain_sheet(part.name, [begun], rows, self.limits)
        except (RefusedError, NotPlainError):
            return None

    def plain_grid(self, part: SheetPart) -> Grid:
        """Return the cells of a plainly written sheet; NotPlainError for any other."""
        rows = RowReader(self._shared, self._styles, since_1904=self._since_1904)
        return read_plain_sheet(part.name, self.package.xml(part.part), rows, self.limits)

    def any_grid(self, part: SheetPart) -> Grid:
        """Return the cells of a sheet, however it is written; RefusedError where it cannot be read."""
        from lifelong_learning.submission.source.any_sheet import SheetReader

        elements = self.limits.elements(len(self.package.data)), self._elements_left
        reader = SheetReader(self._shared, self._styles, self.limits, elements, since_1904=self._since_1904)
        reader.refuse_more(self.package.size(part.part), self.package.xml(part.part))
        try:
            return reader.read(part.name, self.package.xml(part.part))
        finally:
            self._elements_left = reader.left

    def sizes(self) -> dict[str, int]:
        """Return how many bytes of XML every sheet has, by its name."""
        return {part.name: self.package.size(part.part) for part in self.sheets}

    def beside_largest(self, names: Collection[str]) -> int:
        """Return how many bytes of XML the sheets have without the largest; 0 where all are too many."""
        sizes = [size for name, size in self.sizes().items() if name in names]
        # Which sheet is refused must not hang on which is read first.
        return 0 if self.package.exceeded_by(sum(sizes)) else sum(sizes) - max(sizes, default=0)

    def custom_property(self, name: str) -> str | None:
        """Return a custom property of the workbook, or None."""
        return custom_property(self.package, name)


def open_workbook(path: str, limits: Limits) -> Workbook | Finding:
    """Open a workbook within limits; a finding of family WB where that cannot be done."""
    return open_hashed(path, limits)[0]


def open_hashed(path: str, limits: Limits) -> tuple[Workbook | Finding, str | None]:
    """Open a workbook as `open_workbook` does, and return the hash (SHA-256) of the file beside it.

    The file is read once; the hash is that of the bytes that were read, None where there were none.
    """
    sha256 = None
    path = shown_path(path)
    try:
        data = read_bytes(path, limits)
        sha256 = hashlib.sha256(data).hexdigest()
        recognise(data, path)
        return Workbook(path, data, sha256, limits.for_size(len(data))), sha256
    except RefusedError as refused:
        return refused.at(path), sha256
