"""The hidden mark of a form: which plan and which version it was made from."""

from __future__ import annotations

from typing import NamedTuple

PROPERTY = "llplan-plan"
"""The custom document property that carries the mark."""
FORM_VERSION = 1
"""The version of the forms that this program makes."""


class Mark(NamedTuple):
    """A plan's id and hash, and the version of the form."""

    plan: str
    sha256: str
    version: int

    def text(self) -> str:
        """Return the mark as the property holds it."""
        return f"{self.plan} {self.sha256} {self.version}"


def read_mark(text: str | None) -> Mark | None:
    """Return the mark that a property holds, or None for anything else."""
    parts = (text or "").split(" ")
    if len(parts) != 3 or not (parts[2].isascii() and parts[2].isdigit() and len(parts[2]) < 9):
        return None
    return Mark(parts[0], parts[1], int(parts[2]))
