"""A plan's folder → checked plain data, or every fault at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lifelong_learning.errors import PlanError
from lifelong_learning.model.findings import Findings
from lifelong_learning.plan.canonical import Plain, canonical
from lifelong_learning.plan.check_measures import check_measures
from lifelong_learning.plan.check_names import check_names
from lifelong_learning.plan.check_targets import TargetChecks
from lifelong_learning.plan.check_whole import check_whole
from lifelong_learning.plan.parts import read_parts
from lifelong_learning.plan.places import Reporter
from lifelong_learning.plan.thresholds import ThresholdReader
from lifelong_learning.plan.vocabulary import Vocabulary

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lifelong_learning.model.plan import Threshold
    from lifelong_learning.plan import shape
    from lifelong_learning.plan.files import PlanFiles
    from lifelong_learning.plan.parts import Parts, Placed


def check(files: PlanFiles) -> tuple[dict[str, Plain] | None, Findings]:
    """Return the plan as plain data and no finding, or None and every finding."""
    report = Reporter()
    parts = read_parts(files, report)
    thresholds = [_thresholds(parts, placed, report) for placed in parts.targets]
    known = Vocabulary(parts, report)
    check_measures(parts, known, report)
    TargetChecks(parts, known, report).run()
    check_names(parts, report)
    check_whole(parts, report)
    if report.found or parts.plan is None:
        return None, Findings(sorted(report.found, key=lambda found: found.sort_key()))
    targets = [(placed.item, read) for placed, read in zip(parts.targets, thresholds, strict=True)]
    measures = [placed.item for placed in parts.measures]
    commitments = [placed.item for placed in parts.commitments]
    return canonical(parts.plan, measures, targets, commitments), Findings()


def checked(files: PlanFiles) -> dict[str, Plain]:
    """Return the plan as plain data; PlanError with every finding where it is faulty."""
    data, findings = check(files)
    if data is None:
        raise PlanError(findings)
    return data


def _thresholds(
    parts: Parts, placed: Placed[shape.AnyTarget], report: Reporter
) -> Sequence[Sequence[Threshold]]:
    target = placed.item
    last_year = target.target_year or (parts.plan.target_year if parts.plan else None)
    reader = ThresholdReader(placed.document, report, target.kind, last_year)
    return [
        reader.read(scope.threshold, (*placed.path, "scopes", index, "threshold"))
        for index, scope in enumerate(target.scopes)
    ]
