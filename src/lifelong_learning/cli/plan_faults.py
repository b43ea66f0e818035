"""The faults of a plan, one line each, for standard error."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from lifelong_learning import catalogue
from lifelong_learning.reports.safe import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lifelong_learning.errors import PlanError
    from lifelong_learning.model.findings import Findings
    from lifelong_learning.model.plan import Lang


def lines(fault: PlanError, lang: Lang) -> Iterator[str]:
    """Yield `file:line:column: CODE message remedy` for every fault."""
    for finding in cast("Findings", fault.findings):
        place = ":".join(
            str(part) for part in (finding.file, finding.line, finding.column) if part is not None
        )
        text = f"{catalogue.message(finding, lang)} {catalogue.remedy(finding, lang)}"
        yield visible(f"{place}: {finding.code} {text}")
