"""What is marked, in which package, and why a workbook cannot be."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lifelong_learning.model.findings import Severity


class Marked(NamedTuple):
    """One finding, worded: where it stands (1-based; None: nowhere in the workbook) and what it says."""

    severity: Severity
    sheet: str | None
    row: int | None
    col: int | None
    header: str
    unit: str
    message: str
    remedy: str
    code: str


class Packed(NamedTuple):
    """A part as it stands in the zip file."""

    name: str
    data: bytes
    size: int
    crc: int
    method: int


class SubmittedPackage(Protocol):
    """The package of the submitted workbook, opened within limits."""

    def names(self) -> Sequence[str]:
        """Return the names of all parts in their order."""

    def read(self, name: str) -> bytes:
        """Return a part unpacked; the name is compared without regard to case."""

    def packed(self, name: str) -> Packed:
        """Return a part as it is packed."""

    def sheets(self) -> Sequence[tuple[str, str]]:
        """Return the names of the worksheets and of their parts."""


class UnmarkableError(Exception):
    """The workbook cannot be marked without changing more than the marks.

    `key` is signed, strict or unusual; `part` the part in the way.
    """

    def __init__(self, key: str, part: str = "") -> None:
        super().__init__(key, part)
        self.key = key
        self.part = part
