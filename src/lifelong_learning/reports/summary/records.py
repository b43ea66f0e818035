"""What a summary is made from: scorecards of several years, the findings, who sends it and when; and its
figures, exact and without words, from which every document is written.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from lifelong_learning.model.findings import Findings
    from lifelong_learning.model.plan import Plan, Scope, Target
    from lifelong_learning.model.scores import (
        CommitmentResult,
        Exact,
        GroupResult,
        Result,
        Scorecard,
        Standing,
        UnitScore,
        Value,
    )
    from lifelong_learning.model.submission import RegisterEntry, Submission
    from lifelong_learning.reports.view.evaluation import CommitmentUnits


GroupKey = tuple[str, "Scope", str | None]


class Letterhead(NamedTuple):
    """Who issues the report, from where, `to` whom, who gets copies, and what is proposed; who signs: what
    stands over the office ("KT. GIÁM ĐỐC"), the office, the name. None or empty is left to be filled in."""

    superior: str | None = None
    body: str | None = None
    abbreviation: str | None = None
    number: str | None = None
    place: str | None = None
    to: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    authority: str | None = None
    title: str | None = None
    name: str | None = None
    proposals: tuple[str, ...] = ()


class Source(Struct, frozen=True):
    """Everything that a summary says, not yet in words.

    `years` holds every year with data from the first one shown to the evaluated one, each with its groups
    and where they stood; `before` is the scorecard of the year before, None where that has no data. `since`
    is the first year of the trend, None where none was asked for. `date` is (year, month, day).
    """

    scorecard: Scorecard
    before: Scorecard | None
    years: Mapping[int, Mapping[GroupKey, tuple[GroupResult, Standing]]]
    findings: Findings
    submission: Submission
    commitments_of: Callable[[UnitScore], Sequence[CommitmentResult]]
    since: int | None = None
    date: tuple[int, int, int] | None = None
    letterhead: Letterhead | None = None

    @property
    def plan(self) -> Plan:
        """The plan that was applied."""
        return self.scorecard.plan


def key_of(group: GroupResult) -> GroupKey:
    """Return what identifies a group over the years."""
    target: Target = group.target
    return target.id, group.scope, group.district


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


class Miss(NamedTuple):
    """A unit with what it did not reach and its own explanation; waived results are marked in them."""

    unit: UnitScore
    results: tuple[Result, ...]
    note: str | None


class Records(NamedTuple):
    """Everything that a summary says in figures. `commitments` has the units that kept each, did not and did
    not say; `takeovers` each unit with those that were there until one year, whose figures stand for it
    until then."""

    reports: Reports
    targets: tuple[TargetRecord, ...]
    ranked: tuple[tuple[str, tuple[UnitRecord, ...]], ...]
    improved: tuple[UnitRecord, ...]
    fallen: tuple[UnitRecord, ...]
    commitments: list[CommitmentUnits]
    misses: tuple[Miss, ...]
    takeovers: tuple[tuple[UnitScore, int, list[RegisterEntry]], ...]

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
