"""The plan as a whole: its years, and that nothing that a submission needs is absent."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lifelong_learning.plan import shape
    from lifelong_learning.plan.parts import Parts
    from lifelong_learning.plan.places import Reporter


def check_whole(parts: Parts, report: Reporter) -> None:
    """Report what is wrong with the head of the plan, and what the plan lacks."""
    plan = parts.plan
    if plan is None:
        return
    if plan.base_year >= plan.target_year:
        report.on(parts.head, ("target_year",), "PL922", first=plan.base_year, last=plan.target_year)
    if plan.plausibility.jump_factor <= 1:
        value = str(plan.plausibility.jump_factor)
        report.on(parts.head, ("plausibility", "jump_factor"), "PL921", "factor", value=value)
    if "year" not in {period.id for period in plan.periods}:
        report.on(parts.head, ("periods",), "PL924", "year")
    for index, kind in enumerate(plan.kinds):
        if kind.area_required and not plan.areas:
            report.on(parts.head, ("kinds", index, "area_required"), "PL924", "areas", name=kind.id)
    if parts.complete:
        _check_content(parts, plan, report)


def _check_content(parts: Parts, plan: shape.PlanFile, report: Reporter) -> None:
    if not parts.named.get("targets"):
        report.on(parts.head, ("files",), "PL924", "targets")
    whole = all(
        len(parts.named.get(section, ())) == len({placed.item.id for placed in entries})
        for section, entries in (("measures", parts.measures), ("targets", parts.targets))
    )
    used = {kind for placed in parts.measures for kind in placed.item.kinds}
    used |= {kind for placed in parts.commitments for kind in placed.item.kinds}
    used |= {kind for placed in parts.targets if placed.item.kind == "reported" for kind in placed.item.kinds}
    for index, kind in enumerate(plan.kinds):
        if whole and kind.id not in used:
            report.on(parts.head, ("kinds", index, "id"), "PL924", "kind", name=kind.id)
