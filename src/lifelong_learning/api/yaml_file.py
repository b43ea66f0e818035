"""A YAML file that a run is given beside its plan: opened, read strictly, its faults told together."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from lifelong_learning.errors import PlanError, UsageError
from lifelong_learning.model.findings import Findings

if TYPE_CHECKING:
    from lifelong_learning.plan.places import Reporter, YamlFile


def read_document(path: str, report: Reporter) -> YamlFile:
    """Return a file with the place of every value; UsageError where it cannot be opened."""
    from lifelong_learning.plan.reader import LARGEST_FILE, read

    try:
        if not Path(path).exists():
            raise UsageError("path_missing", path=path)
        with Path(path).open("rb") as file:
            content = file.read(LARGEST_FILE + 1)
    except OSError as fault:
        raise UsageError("path_unreadable", path=path, why=fault) from fault
    return read(path, content, report)


def refuse_faulty(report: Reporter) -> None:
    """Raise PlanError with every fault that was reported, in order; without one do nothing."""
    if report.found:
        raise PlanError(Findings(report.findings()))
