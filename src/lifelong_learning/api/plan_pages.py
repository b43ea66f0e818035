"""A plan's targets and commitments as documents: all of them, or one."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from msgspec import Struct

from lifelong_learning.api.formats import formats_of
from lifelong_learning.errors import UsageError
from lifelong_learning.model.record import Shown

if TYPE_CHECKING:
    from lifelong_learning.model.plan import Plan


class TargetList(Struct, frozen=True, metaclass=Shown):
    """All targets and commitments of a plan."""

    plan: Plan
    document: ClassVar[str] = "targets"
    formats: ClassVar[tuple[str, ...]] = formats_of("targets")


class TargetPage(Struct, frozen=True, metaclass=Shown):
    """One target or commitment: its clause, formula, and thresholds by scope and year."""

    plan: Plan
    id: str
    document: ClassVar[str] = "target"
    formats: ClassVar[tuple[str, ...]] = formats_of("target")


def target_page(plan: Plan, target: str) -> TargetPage:
    """Return the page of a target or commitment; UsageError for an id that the plan does not have."""
    known = [*plan.target, *(commitment.id for commitment in plan.commitments)]
    if target not in known:
        raise UsageError("target_unknown", target=target, known=", ".join(known))
    return TargetPage(plan, target)
