"""Waivers: results that the authority has excused, each with its reason."""

from __future__ import annotations

from typing import NamedTuple


class Waiver(NamedTuple):
    """One result of one unit in one period that counts neither in the score nor for a failing exit code.

    `kind` is given where a code alone does not tell the unit. `needed_until`, the last day of the period that
    it excuses, and `expires`, the last one on which it holds, are ISO dates. `line` and `column` say where it
    is written.
    """

    unit: str
    kind: str | None
    target: str
    year: int
    period: str
    justification: str
    granted_by: str | None
    expires: str | None
    needed_until: str
    file: str
    line: int
    column: int

    @property
    def expired(self) -> bool:
        """Tell whether it ended before its period did."""
        return self.expires is not None and self.expires < self.needed_until
