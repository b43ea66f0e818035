"""Which verdicts occur in an evaluation, for callers that fail on them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lifelong_learning.model.scores import Status

if TYPE_CHECKING:
    from lifelong_learning.app.evaluating import Evaluation

FAILING = (Status.NOT_MET, Status.NO_DATA)


def occurred(evaluation: Evaluation) -> dict[str, bool]:
    """Tell which of the statuses that a run may fail on occur among its units and groups; a waived
    result does not count."""
    card = evaluation.scorecard
    statuses = {result.status for unit in card.units for result in unit.results if result.waiver is None}
    statuses.update(group.status for group in card.groups)
    return {status.value: status in statuses for status in FAILING}
