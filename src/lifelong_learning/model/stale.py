"""What of a plan needs a look: sources nobody has compared of late, figures that end before a year.

Nothing here asks the clock: the year and the day come from who asks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lifelong_learning.model.plan import Commitment, Plan, Target


class Concern(NamedTuple):
    """Why a look is needed: `never_verified`, `verified` (before the day asked for), `target_year` or
    `threshold` (the year lies beyond); `since` is the day or the year that it speaks of."""

    why: str
    since: str


class Stale(NamedTuple):
    """A target or commitment with everything that needs a look."""

    item: Target | Commitment
    concerns: tuple[Concern, ...]


def stale(plan: Plan, year: int, verified_before: str | None) -> Iterator[Stale]:
    """Yield the targets, then the commitments, that need a look, in the plan's order.

    `year` is the one that the plan will be applied to; `verified_before` an ISO date: a source that was
    last compared before it is due again.
    """
    for target in plan.targets:
        ended = target.outlived(year)
        beyond = () if ended is None else (Concern(ended[0], str(ended[1])),)
        concerns = (*_verified(target, verified_before), *beyond)
        if concerns:
            yield Stale(target, concerns)
    for commitment in plan.commitments:
        unverified = tuple(_verified(commitment, verified_before))
        if unverified:
            yield Stale(commitment, unverified)


def _verified(item: Target | Commitment, before: str | None) -> Iterator[Concern]:
    verified = item.source.verified
    if verified is None:
        yield Concern("never_verified", "")
    elif before is not None and verified < before:
        yield Concern("verified", verified)
