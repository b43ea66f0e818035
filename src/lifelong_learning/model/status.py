"""How results are told: by a status, by a reason where there is no verdict, and by the waiver of one that
the authority has excused.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Status(StrEnum):
    """Every status that a result can have, in the order in which totals list them."""

    EXCEEDED = "exceeded"
    MET = "met"
    ON_TRACK = "on_track"
    BEHIND = "behind"
    NOT_MET = "not_met"
    PENDING = "pending"
    NO_DATA = "no_data"
    NOT_ASSESSABLE = "not_assessable"
    NOT_REQUIRED = "not_required"
    NO_TARGET = "no_target"


VERDICTS = frozenset(
    {Status.EXCEEDED, Status.MET, Status.NOT_MET, Status.ON_TRACK, Status.BEHIND, Status.PENDING}
)
"""The statuses that are verdicts: they have a value, an attainment and a place in the score."""


class Reason(StrEnum):
    """Why a result is not assessable; the reason of `no_data` is the id of a measure instead."""

    INVALID_INPUT = "invalid_input"
    ZERO_BASE = "zero_base"
    ZERO_DENOMINATOR = "zero_denominator"
    NO_BASE_YEAR = "no_base_year"
    UNDETERMINED = "undetermined"


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
