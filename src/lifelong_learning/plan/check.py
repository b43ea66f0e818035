"""A plan's folder → the plan, or every fault at once: of form, of references, of the plan as a whole.

A warning stands beside a plan that is sound.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from lifelong_learning.model.findings import Findings, Severity
from lifelong_learning.model.localised import is_day
from lifelong_learning.plan.check_names import check_measures, check_names
from lifelong_learning.plan.check_targets import TargetChecks
from lifelong_learning.plan.compile import compiled
from lifelong_learning.plan.figures import months_of, share_of
from lifelong_learning.plan.parts import References, read_parts
from lifelong_learning.plan.places import Reporter, short
from lifelong_learning.plan.thresholds import ThresholdReader, quantity_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lifelong_learning.model.plan import Plan, Threshold
    from lifelong_learning.plan import PlanFiles, shape
    from lifelong_learning.plan.parts import Parts
    from lifelong_learning.plan.places import Placed


def check(files: PlanFiles) -> tuple[Plan | None, Findings]:
    """Return the plan, None where it is faulty, and every finding about it."""
    report = Reporter()
    parts = read_parts(files, report)
    known = References(parts, report)
    thresholds = [_thresholds(parts, placed, known, report) for placed in parts.targets]
    check_measures(parts, known, report)
    TargetChecks(parts, known, report).run()
    check_names(parts, report)
    if parts.plan is not None:
        _check_head(parts, parts.plan, report)
        if parts.complete:
            _check_content(parts, parts.plan, report)
    findings = Findings(report.findings())
    if parts.plan is None or any(found.severity is Severity.ERROR for found in report.found):
        return None, findings
    plan = compiled(
        parts.plan,
        [placed.item for placed in parts.measures],
        [(placed.item, read) for placed, read in zip(parts.targets, thresholds, strict=True)],
        [placed.item for placed in parts.commitments],
        files.sha256,
    )
    return plan, findings


def _thresholds(
    parts: Parts, placed: Placed[shape.AnyTarget], known: References, report: Reporter
) -> Sequence[Sequence[Threshold]]:
    target = placed.item
    last_year = target.target_year or (parts.plan.target_year if parts.plan else None)
    found, form = [], quantity_of(target, known.measures).form
    for index, scope in enumerate(target.scopes):
        reader = ThresholdReader(placed.document, report, target.kind, form, last_year, scope.limited)
        key = "at_most" if scope.limited else "threshold"
        found.append(reader.read(scope.figures, (*placed.path, "scopes", index, key)))
    return found


def _check_head(parts: Parts, plan: shape.PlanFile, report: Reporter) -> None:
    """The years follow each other, a jump is one, and a blank period can be understood."""
    if plan.base_year >= plan.target_year:
        report.on(parts.head, ("target_year",), "PL922", first=plan.base_year, last=plan.target_year)
    if plan.plausibility.jump_factor <= 1:
        value = str(plan.plausibility.jump_factor)
        report.on(parts.head, ("plausibility", "jump_factor"), "PL921", "factor", value=value)
    if "year" not in {period.id for period in plan.periods}:
        usual = {period.id for period in plan.periods} <= {"h1"}
        report.on(parts.head, ("periods",), "PL924", "year" if usual else "year_parts")
    for index, period in enumerate(plan.periods):
        _check_period(parts, index, period, report)
    _check_choices(parts, plan, report)


def _check_choices(parts: Parts, plan: shape.PlanFile, report: Reporter) -> None:
    """A level ends on a day, and a kind whose units name their area has areas to choose from."""
    for index, level in enumerate(plan.levels):
        if level.until is not None and not is_day(level.until):
            report.on(parts.head, ("levels", index, "until"), "PL909", "date", value=level.until)
    for index, kind in enumerate(plan.kinds):
        if kind.area_required and not plan.areas:
            report.on(parts.head, ("kinds", index, "area_required"), "PL924", "areas", name=kind.id)


def _check_period(parts: Parts, index: int, period: shape.PeriodForm, report: Reporter) -> None:
    """A part of a year has a share of it, and months that follow each other."""
    path, share = ("periods", index), share_of(period)
    if period.id == "year":
        for key in ("share", "months"):
            if getattr(period, key) is not None:
                report.on(parts.head, (*path, key), "PL924", "whole_year")
    elif share is None:
        variant = "no_share" if period.share is None else "share"
        report.on(parts.head, (*path, "share"), "PL924", variant, name=period.id, value=short(period.share))
    else:
        months = months_of(period)
        if months is None or months[0] > months[1] or months == (1, 12):
            report.on(parts.head, (*path, "months"), "PL924", "months", name=period.id)


def _check_content(parts: Parts, plan: shape.PlanFile, report: Reporter) -> None:
    """There is a target, and each kind of unit has something to report."""
    if not parts.named.get("targets"):
        report.on(parts.head, ("files",), "PL924", "targets")
    sound = {placed.item.id for placed in (*parts.measures, *parts.targets)}
    if parts.named.get("measures", set()) | parts.named.get("targets", set()) != sound:
        return  # what a faulty entry asks for is not known
    named = [placed.item.kinds for placed in parts.measures]
    named += [placed.item.kinds for placed in parts.commitments]
    named += [placed.item.kinds for placed in parts.targets if placed.item.kind == "reported"]
    asked = set(chain.from_iterable(named))
    for index, kind in enumerate(plan.kinds):
        if kind.id not in asked:
            report.on(parts.head, ("kinds", index, "id"), "PL924", "kind", name=kind.id)
