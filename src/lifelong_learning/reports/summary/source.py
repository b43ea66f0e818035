"""What a summary is made from: scorecards of several years, the findings, who sends it and when."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from lifelong_learning.model.findings import Findings
    from lifelong_learning.model.plan import Plan, Scope, Target
    from lifelong_learning.model.scores import CommitmentResult, GroupResult, Scorecard, Standing, UnitScore
    from lifelong_learning.model.submission import Submission

GroupKey = tuple[str, "Scope", str | None]


class Signatory(NamedTuple):
    """Who signs: what stands over the office ("KT. GIÁM ĐỐC"), the office, the name."""

    authority: str | None
    title: str | None
    name: str | None


class Letterhead(NamedTuple):
    """Who issues the report, from where, `to` whom, who gets copies, and what is proposed; None or empty is
    left to be filled in."""

    superior: str | None = None
    body: str | None = None
    abbreviation: str | None = None
    number: str | None = None
    place: str | None = None
    to: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    signatory: Signatory = Signatory(None, None, None)
    proposals: tuple[str, ...] = ()


class Yearly(NamedTuple):
    """A group in one year, and where it stood."""

    result: GroupResult
    standing: Standing


class Source(Struct, frozen=True):
    """Everything that a summary says, not yet in words.

    `years` holds every year with data from the first one shown to the evaluated one, each with its
    groups; `before` is the scorecard of the year before, None where that has no data. `since` is the
    first year of the trend, None where none was asked for. `date` is (year, month, day).
    """

    scorecard: Scorecard
    before: Scorecard | None
    years: Mapping[int, Mapping[GroupKey, Yearly]]
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
