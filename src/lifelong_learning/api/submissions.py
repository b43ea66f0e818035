"""Read a submission and check it; score its units and judge its groups."""

from __future__ import annotations

from typing import Unpack

from lifelong_learning.api.checked import Checked
from lifelong_learning.api.evaluating import read_and_check, score
from lifelong_learning.api.evaluation import Evaluation
from lifelong_learning.api.options import DEFAULT_PLAN, Filters, Options, Path, Paths, request, texts
from lifelong_learning.model.findings import Findings, Severity
from lifelong_learning.submission import Progress
from lifelong_learning.submission.source.limits import Limits

__all__ = [
    "DEFAULT_PLAN",
    "Checked",
    "Evaluation",
    "Filters",
    "Findings",
    "Limits",
    "Options",
    "Path",
    "Paths",
    "Progress",
    "Severity",
    "evaluate",
    "find_workbooks",
    "read_submission",
    "score",
]


def read_submission(paths: Paths, **options: Unpack[Options]) -> Checked:
    """Read workbooks and folders as one submission, with everything that is wrong with them.

    `options` are those that `Options` explains: plan, year, period, and so on. What was read can be
    rendered (that is what `llplan check` prints) and scored. UsageError where the run cannot start,
    PlanError where the plan is faulty.
    """
    return read_and_check(request(paths, options))


def evaluate(paths: Paths, **options: Unpack[Options]) -> Evaluation:
    """Read workbooks and folders as one submission, score every unit and judge every group.

    Options and faults as of `read_submission`, and UsageError where none of the rows is of the period.
    `evidence.inputs(unit, result)` of the outcome gives the cells that a verdict rests on.
    """
    return score(read_submission(paths, **options))


def find_workbooks(paths: Paths) -> list[str]:
    """Return the workbooks under the paths, each file once; UsageError for a path without any."""
    from lifelong_learning.submission.source.discover import find_workbooks as found

    return found(texts(paths))
