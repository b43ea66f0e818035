"""Verdicts as arithmetic: those of the evaluated units, for one target or for all."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from msgspec import Struct

from lifelong_learning.api.formats import formats_of
from lifelong_learning.errors import UsageError
from lifelong_learning.model.record import Shown

if TYPE_CHECKING:
    from lifelong_learning.api.submissions import Evaluation
    from lifelong_learning.model.scores import UnitScore


__all__ = ["Trace", "trace"]


class Trace(Struct, frozen=True, metaclass=Shown):
    """Units with the results that are shown, from their cells to their clause."""

    evaluation: Evaluation
    units: tuple[UnitScore, ...]
    document: ClassVar[str] = "trace"
    formats: ClassVar[tuple[str, ...]] = formats_of("trace")


def trace(evaluation: Evaluation, target: str | None = None) -> Trace:
    """Return the verdicts of the evaluated units, of one target or of all.

    UsageError for a target that the plan does not have or that none of the units is asked for.
    """
    plan, units = evaluation.plan, evaluation.scorecard.units
    if target is None:
        return Trace(evaluation, tuple(units))
    if target not in plan.target:
        raise UsageError("target_unknown", target=target, known=", ".join(plan.target))
    found = [unit._replace(results=tuple(r for r in unit.results if r.target.id == target)) for unit in units]
    kept = tuple(unit for unit in found if unit.results)
    if not kept:
        code = units[0].identity.code if units else ""
        raise UsageError("target_not_applicable", target=target, unit=code, year=evaluation.scorecard.year)
    return Trace(evaluation, kept)
