"""Check a submission: findings only, and verdicts where a caller wants to fail on them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lifelong_learning._version import __version__
from lifelong_learning.app.evaluating import load
from lifelong_learning.reports.checks.report import CheckReport

if TYPE_CHECKING:
    from lifelong_learning.app.evaluating import Loaded
    from lifelong_learning.app.request import Request


def check(request: Request) -> tuple[CheckReport, Loaded]:
    """Return the findings of a submission, and the submission itself for a caller that scores it."""
    loaded = load(request)
    report = CheckReport.of(loaded.plan, loaded.submission.files, loaded.findings, __version__)
    return report, loaded
