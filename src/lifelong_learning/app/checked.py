"""A submission as it was read, with everything that is wrong with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, cast

from msgspec import Struct

from lifelong_learning._version import __version__
from lifelong_learning.model.record import Shown

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lifelong_learning.app.rendering import Look
    from lifelong_learning.app.request import Choice, Request
    from lifelong_learning.model.findings import Findings
    from lifelong_learning.model.plan import Lang, Plan
    from lifelong_learning.model.submission import Submission
    from lifelong_learning.model.waivers import Waiver
    from lifelong_learning.reports.checks.formats import FormatName


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
    formats: ClassVar[tuple[str, ...]] = ("text", "json", "csv", "github", "junit", "sarif")

    def chunks(self, name: str, lang: Lang, look: Look) -> Iterable[bytes]:
        """Return the findings in one of the formats."""
        from lifelong_learning.reports.checks.formats import Screen, stream
        from lifelong_learning.reports.checks.report import CheckReport

        report = CheckReport.of(self.plan, self.submission.files, self.findings, __version__)
        return stream(cast("FormatName", name), report, lang, Screen(look.width or 80, look.colour))
