"""Commitments: how many units kept each, did not, or did not say."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from lifelong_learning.model.plan import Lang
    from lifelong_learning.model.scores import CommitmentResult, Scorecard, UnitScore


class CommitmentLine(NamedTuple):
    """One commitment and its numbers of units."""

    label: str
    done: int
    not_done: int
    not_said: int


def lines(
    scorecard: Scorecard, commitments_of: Callable[[UnitScore], Sequence[CommitmentResult]], lang: Lang
) -> list[CommitmentLine]:
    """Return every commitment that some unit stands under, in the plan's order."""
    tally: dict[str, dict[bool | None, int]] = {}
    for unit in scorecard.units:
        for kept in commitments_of(unit):
            answers = tally.setdefault(kept.commitment.id, {True: 0, False: 0, None: 0})
            answers[kept.done] += 1
    return [
        CommitmentLine(commitment.label.of(lang), *tally[commitment.id].values())
        for commitment in scorecard.plan.commitments
        if commitment.id in tally
    ]
