"""The figures of a summary, exact and without words; every document is written from these."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from lifelong_learning.model.plan import Commitment
    from lifelong_learning.model.scores import Exact, GroupResult, Result, Standing, UnitScore, Value
    from lifelong_learning.model.submission import RegisterEntry


class Turnout(NamedTuple):
    """How many units were expected, reported, and gave every figure that their targets need."""

    expected: int
    reported: int
    complete: int


class Reports(NamedTuple):
    """Who reported: of all, by kind, by district (None: without one), and who did not or not completely.

    `registered`: a register says who is expected.
    """

    registered: bool
    total: Turnout
    kinds: tuple[tuple[str, Turnout], ...]
    districts: tuple[tuple[str | None, Turnout], ...]
    missing: tuple[UnitScore, ...]
    incomplete: tuple[UnitScore, ...]

    @property
    def silent(self) -> list[str]:
        """Return the districts none of whose units reported."""
        return [place for place, found in self.districts if place is not None and not found.reported]


class Year(NamedTuple):
    """One group in one year; `part` and `whole` are the sums behind a share."""

    year: int
    result: GroupResult
    part: float | int | None
    whole: float | int | None


class TargetRecord(NamedTuple):
    """One target for one group. `change` is the value less that of the year before, None where a missing
    report could read as one; `apart` units are missing from one of the two alone. `distance` is the value
    less where the straight line stands, `gap` the value less the threshold; `note` is what was written
    beside a published figure."""

    result: GroupResult
    standing: Standing
    before: GroupResult | None
    change: Exact | None
    apart: int
    distance: Exact | None
    gap: Exact | None
    years: tuple[Year, ...]
    note: str | None


class UnitRecord(NamedTuple):
    """One scored unit with its score of the year before and the difference, None where figures missing in
    one of the two years alone could read as one."""

    unit: UnitScore
    before: Exact | None
    change: Exact | None


class CommitmentRecord(NamedTuple):
    """A commitment: the numbers of units, and which did not keep it or did not say."""

    commitment: Commitment
    done: int
    refused: tuple[UnitScore, ...]
    unsaid: tuple[UnitScore, ...]


class Miss(NamedTuple):
    """A unit with what it did not reach and its own explanation; waived results are marked in them."""

    unit: UnitScore
    results: tuple[Result, ...]
    note: str | None


class Takeover(NamedTuple):
    """A unit with those that were there until one year, whose figures stand for it until then."""

    unit: UnitScore
    until: int
    taken: tuple[RegisterEntry, ...]


class Records(NamedTuple):
    """Everything that a summary says in figures."""

    reports: Reports
    targets: tuple[TargetRecord, ...]
    ranked: tuple[tuple[str, tuple[UnitRecord, ...]], ...]
    improved: tuple[UnitRecord, ...]
    fallen: tuple[UnitRecord, ...]
    commitments: tuple[CommitmentRecord, ...]
    misses: tuple[Miss, ...]
    takeovers: tuple[Takeover, ...]

    @property
    def scored(self) -> list[UnitRecord]:
        """Return the units that have a score, the best of each kind first."""
        return [record for _, found in self.ranked for record in found]


def minus(value: Value | Exact | None, other: Value | Exact | None) -> Exact | None:
    """Return the difference; None where either is missing."""
    from lifelong_learning.model.scores import Exact, Value

    one = value.exact if isinstance(value, Value) else value
    two = other.exact if isinstance(other, Value) else other
    if one is None or two is None:
        return None
    return Exact(one.num * two.den - two.num * one.den, one.den * two.den)
