"""What of a plan needs a look."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from lifelong_learning.model.plan import Commitment, Target


class Concern(NamedTuple):
    """Why a look is needed: `never_verified`, `verified` (before the day asked for), `target_year` or
    `threshold` (the year lies beyond); `since` is the day or the year that it speaks of."""

    why: str
    since: str


class Stale(NamedTuple):
    """A target or commitment with everything that needs a look."""

    item: Target | Commitment
    concerns: tuple[Concern, ...]
