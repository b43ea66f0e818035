"""Why a workbook is not read, before it becomes a finding."""

from __future__ import annotations


class RefusedError(Exception):
    """A workbook or sheet must not be read: the code, variant and arguments of its finding."""

    def __init__(self, code: str, variant: str, **args: object) -> None:
        super().__init__(code, variant)
        self.code = code
        self.variant = variant
        self.arguments = args
