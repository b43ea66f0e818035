"""Why a workbook is not read, before it becomes a finding."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lifelong_learning import catalogue

if TYPE_CHECKING:
    from lifelong_learning.model.findings import Finding


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
