"""A submission as it was read, with everything that is wrong with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from msgspec import Struct

from lifelong_learning._version import __version__
from lifelong_learning.api.formats import formats_of
from lifelong_learning.model.record import Shown

if TYPE_CHECKING:
    from lifelong_learning.api.request import Choice, Request
    from lifelong_learning.model.findings import Findings
    from lifelong_learning.model.plan import Plan
    from lifelong_learning.model.submission import Submission
    from lifelong_learning.model.waivers import Waiver
    from lifelong_learning.reports.checks.report import CheckReport


class Checked(Struct, frozen=True, metaclass=Shown):
    """A submission that was read and checked; it can be scored.

    `year` is the one to evaluate; `findings` are those of the chosen units.
    """

    request: Request
    plan: Plan
    submission: Submission
    choice: Choice
    year: int
    findings: Findings
    waivers: tuple[Waiver, ...] = ()
    document: ClassVar[str] = "check"
    formats: ClassVar[tuple[str, ...]] = formats_of("check")

    def report(self) -> CheckReport:
        """Return what every format of the findings is made from."""
        from lifelong_learning.reports.checks.report import CheckReport

        return CheckReport.of(self.plan, self.submission.files, self.findings, __version__)
