"""A plan's folder → the plan, or every fault at once: of form, of references, of the plan as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lifelong_learning.model.days import is_day
from lifelong_learning.model.findings import Findings
from lifelong_learning.plan.check_names import check_names
from lifelong_learning.plan.check_targets import TargetChecks
from lifelong_learning.plan.compile import compiled
from lifelong_learning.plan.parts import read_parts
from lifelong_learning.plan.places import Reporter
from lifelong_learning.plan.references import References
from lifelong_learning.plan.thresholds import ThresholdReader

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lifelong_learning.model.plan import Plan, Threshold
    from lifelong_learning.plan import shape
    from lifelong_learning.plan.files import PlanFiles
    from lifelong_learning.plan.parts import Parts
    from lifelong_learning.plan.places import Placed


def check(files: PlanFiles) -> Plan | Findings:
    """Return the plan, or every finding of a faulty one."""
    report = Reporter()
    parts = read_parts(files, report)
    thresholds = [_thresholds(parts, placed, report) for placed in parts.targets]
    known = References(parts, report)
    _check_measures(parts, known, report)
    TargetChecks(parts, known, report).run()
    check_names(parts, report)
    if parts.plan is not None:
        _check_head(parts, parts.plan, report)
        if parts.complete:
            _check_content(parts, parts.plan, report)
    if report.found or parts.plan is None:
        return Findings(report.findings())
    return compiled(
        parts.plan,
        [placed.item for placed in parts.measures],
        [(placed.item, read) for placed, read in zip(parts.targets, thresholds, strict=True)],
        [placed.item for placed in parts.commitments],
        files.sha256,
    )


def _thresholds(
    parts: Parts, placed: Placed[shape.AnyTarget], report: Reporter
) -> Sequence[Sequence[Threshold]]:
    target = placed.item
    last_year = target.target_year or (parts.plan.target_year if parts.plan else None)
    found = []
    for index, scope in enumerate(target.scopes):
        reader = ThresholdReader(placed.document, report, target.kind, last_year, scope.limited)
        key, written = ("at_most", scope.at_most) if scope.limited else ("threshold", scope.threshold)
        found.append(reader.read(written, (*placed.path, "scopes", index, key)))
    return found


def _check_measures(parts: Parts, known: References, report: Reporter) -> None:
    """The kinds of a measure exist, and a part belongs to a whole that can hold it."""
    wholes = {placed.item.id: placed.item.at_most for placed in parts.measures}
    for placed in parts.measures:
        known.refer_all(placed, "kinds", "PL914", "kinds", placed.item.kinds)
        if placed.item.at_most is not None:
            _check_part(placed, placed.item.at_most, wholes, known, report)


def _check_part(
    placed: Placed[shape.MeasureForm],
    whole_id: str,
    wholes: dict[str, str | None],
    known: References,
    report: Reporter,
) -> None:
    path = (*placed.path, "at_most")
    whole = known.refer_measure(placed.document, path, whole_id)
    if whole is None:
        return
    variant = None
    if placed.item.type != "count" or whole.type != "count":
        variant = "type"
    elif placed.item.id in (circle := _circle(placed.item.id, wholes)):
        if placed.item.id == circle[0]:
            variant = "circle"
    elif not set(placed.item.kinds) <= set(whole.kinds):
        variant = "kind"
    if variant:
        report.on(placed.document, path, "PL919", variant, part=placed.item.id, whole=whole_id)


def _circle(start: str, wholes: dict[str, str | None]) -> list[str]:
    """Return the measures of the circle that begins and ends at a measure, in the plan's order."""
    circle = [start]
    here = wholes.get(start)
    while here is not None and here not in circle:
        circle.append(here)
        here = wholes.get(here)
    return [name for name in wholes if name in circle] if here == start else []


def _check_head(parts: Parts, plan: shape.PlanFile, report: Reporter) -> None:
    """The years follow each other, a jump is one, and a blank period and an area can be understood."""
    if plan.base_year >= plan.target_year:
        report.on(parts.head, ("target_year",), "PL922", first=plan.base_year, last=plan.target_year)
    if plan.plausibility.jump_factor <= 1:
        value = str(plan.plausibility.jump_factor)
        report.on(parts.head, ("plausibility", "jump_factor"), "PL921", "factor", value=value)
    if "year" not in {period.id for period in plan.periods}:
        report.on(parts.head, ("periods",), "PL924", "year")
    for index, level in enumerate(plan.levels):
        if level.until is not None and not is_day(level.until):
            report.on(parts.head, ("levels", index, "until"), "PL909", "date", value=level.until)
    for index, kind in enumerate(plan.kinds):
        if kind.area_required and not plan.areas:
            report.on(parts.head, ("kinds", index, "area_required"), "PL924", "areas", name=kind.id)


def _check_content(parts: Parts, plan: shape.PlanFile, report: Reporter) -> None:
    """There is a target, and each kind of unit has something to report."""
    if not parts.named.get("targets"):
        report.on(parts.head, ("files",), "PL924", "targets")
    sound = {placed.item.id for placed in (*parts.measures, *parts.targets)}
    whole = parts.named.get("measures", set()) | parts.named.get("targets", set()) == sound
    reported = [placed.item.kinds for placed in parts.targets if placed.item.kind == "reported"]
    asked = [p.item.kinds for p in parts.measures] + [p.item.kinds for p in parts.commitments] + reported
    used = {kind for kinds in asked for kind in kinds}
    for index, kind in enumerate(plan.kinds):
        if whole and kind.id not in used:
            report.on(parts.head, ("kinds", index, "id"), "PL924", "kind", name=kind.id)
