"""A scorecard with what it rests on, in each of its formats."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from msgspec import Struct

from lifelong_learning.api.formats import formats_of
from lifelong_learning.model.record import Shown

if TYPE_CHECKING:
    from lifelong_learning.api.request import Request
    from lifelong_learning.model.findings import Findings
    from lifelong_learning.model.plan import Lang, Plan
    from lifelong_learning.model.scores import Scorecard
    from lifelong_learning.model.submission import Submission
    from lifelong_learning.scoring import Evidence


class Evaluation(Struct, frozen=True, metaclass=Shown):
    """A scorecard with what it rests on."""

    scorecard: Scorecard
    submission: Submission
    findings: Findings
    evidence: Evidence
    request: Request
    document: ClassVar[str] = "evaluation"
    formats: ClassVar[tuple[str, ...]] = formats_of("evaluation")

    @property
    def plan(self) -> Plan:
        """The plan that was applied."""
        return self.scorecard.plan

    def statuses(self) -> frozenset[str]:
        """Return the statuses that occur among units and groups; that of a waived result does not count."""
        card = self.scorecard
        units = {result.status for unit in card.units for result in unit.results if result.waiver is None}
        return frozenset(status.value for status in units.union(group.status for group in card.groups))

    def notices(self, lang: Lang) -> list[str]:
        """Return where the evaluated year lies beyond what the plan has figures for, a sentence each."""
        if not any(target.outlived(self.scorecard.year) for target in self.plan.targets):
            return []
        from lifelong_learning.reports.view import notices

        return list(notices.outlived(self.scorecard, lang))
