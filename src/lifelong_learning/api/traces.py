"""Verdicts as arithmetic: those of the evaluated units, for one target or for all."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from msgspec import Struct

from lifelong_learning.api.choice import targets_named
from lifelong_learning.api.formats import formats_of
from lifelong_learning.errors import UsageError
from lifelong_learning.model.record import Shown

if TYPE_CHECKING:
    from lifelong_learning.api.submissions import Evaluation
    from lifelong_learning.model.scores import GroupResult, Scorecard, UnitScore


__all__ = ["Trace", "trace"]


class Trace(Struct, frozen=True, metaclass=Shown):
    """Units, or groups, with the results that are shown, from their cells to their clause."""

    evaluation: Evaluation
    units: tuple[UnitScore, ...]
    groups: tuple[GroupResult, ...] = ()
    document: ClassVar[str] = "trace"
    formats: ClassVar[tuple[str, ...]] = formats_of("trace")


def trace(evaluation: Evaluation, target: str | None = None, *, groups: bool = False) -> Trace:
    """Return the verdicts of the evaluated units, or of their groups, of one target or of all.

    A target is named by its id or by its label in either language. UsageError for one that the plan does
    not have or that none of the units or groups is asked for.
    """
    card = evaluation.scorecard
    if groups:
        return Trace(evaluation, (), _groups_of(card, target))
    return Trace(evaluation, card.units if target is None else _units_of(card, target))


def _groups_of(card: Scorecard, target: str | None) -> tuple[GroupResult, ...]:
    named = frozenset(card.plan.target) if target is None else targets_named(card.plan, target)
    found = tuple(group for group in card.groups if group.target.id in named)
    if not found:
        raise UsageError("target_without_group", target=target or "", year=card.year)
    return found


def _units_of(card: Scorecard, target: str) -> tuple[UnitScore, ...]:
    """Return the units that have results of a target, each with those alone."""
    named = targets_named(card.plan, target)
    narrowed = [
        unit._replace(results=tuple(r for r in unit.results if r.target.id in named)) for unit in card.units
    ]
    kept = tuple(unit for unit in narrowed if unit.results)
    if not kept:
        code = card.units[0].identity.code if card.units else ""
        raise UsageError("target_not_applicable", target=target, unit=code, year=card.year)
    return kept
