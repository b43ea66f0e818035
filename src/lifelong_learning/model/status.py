"""How results are told: by a status, and by a reason where there is no verdict."""

from __future__ import annotations

from enum import StrEnum


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
