"""A plan's targets and commitments as documents: all of them, or one."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from msgspec import Struct

from lifelong_learning.errors import UsageError
from lifelong_learning.model.record import Shown

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lifelong_learning.app.rendering import Look
    from lifelong_learning.model.plan import Lang, Plan


class TargetList(Struct, frozen=True, metaclass=Shown):
    """All targets and commitments of a plan."""

    plan: Plan
    formats: ClassVar[tuple[str, ...]] = ("text", "json", "markdown")

    def chunks(self, name: str, lang: Lang, look: Look) -> Iterable[bytes]:
        """Return the list in one of the formats."""
        from lifelong_learning.reports import targets

        return [targets.listing(self.plan, name, lang=lang, layout=look.layout())]


class TargetPage(Struct, frozen=True, metaclass=Shown):
    """One target or commitment: its clause, formula, and thresholds by scope and year."""

    plan: Plan
    id: str
    formats: ClassVar[tuple[str, ...]] = ("text", "json", "markdown")

    def chunks(self, name: str, lang: Lang, look: Look) -> Iterable[bytes]:
        """Return the page in one of the formats."""
        from lifelong_learning.reports import targets

        return [targets.detail(self.plan, self.id, name, lang=lang, layout=look.layout())]


def target_page(plan: Plan, target: str) -> TargetPage:
    """Return the page of a target or commitment; UsageError for an id that the plan does not have."""
    known = [*plan.target, *(commitment.id for commitment in plan.commitments)]
    if target not in known:
        raise UsageError("target_unknown", target=target, known=", ".join(known))
    return TargetPage(plan, target)
