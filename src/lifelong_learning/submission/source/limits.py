"""How much a workbook may hold, and why one is not read, before it becomes a finding."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from lifelong_learning import catalogue
from lifelong_learning.model.record import Shown

if TYPE_CHECKING:
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
