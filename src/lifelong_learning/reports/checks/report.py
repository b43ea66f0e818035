"""What every findings report is made of: the run, and its findings worded one by one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from lifelong_learning import catalogue
from lifelong_learning.reports.safe import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lifelong_learning.model.findings import Finding, Findings
    from lifelong_learning.model.plan import Lang, Plan
    from lifelong_learning.model.submission import FileInfo

TOOL = "llplan"


@dataclass(frozen=True, slots=True)
class CheckReport:
    """One check: under which plan, of which files, with which findings, by which version of the tool."""

    plan_id: str
    plan_sha256: str
    base_year: int
    target_year: int
    files: tuple[FileInfo, ...]
    findings: Findings
    version: str

    @classmethod
    def of(cls, plan: Plan, files: Iterable[FileInfo], findings: Findings, version: str) -> CheckReport:
        """Return the report of a check under a plan."""
        return cls(plan.id, plan.sha256, plan.base_year, plan.target_year, tuple(files), findings, version)


class Row(NamedTuple):
    """A finding as programs read it, in the order of the JSON keys; what does not apply is None."""

    code: str
    severity: str
    file: str | None
    sheet: str | None
    cell: str | None
    line: int | None
    column: int | None
    header: str | None
    unit: str | None
    message: str
    remedy: str


def row(finding: Finding, lang: Lang) -> Row:
    """Return a finding with its texts; file, sheet, header and unit are as the submission spelt them."""
    return Row(
        finding.code,
        finding.severity.value,
        finding.file,
        finding.sheet,
        finding.cell,
        finding.line,
        finding.column,
        finding.header,
        finding.unit,
        visible(catalogue.message(finding, lang)),
        visible(catalogue.remedy(finding, lang)),
    )


def rows(report: CheckReport, lang: Lang) -> Iterator[Row]:
    """Yield every finding, one per cell, in report order."""
    for finding in report.findings:
        yield row(finding, lang)


def place_of(sheet: str | None, cell: str | None) -> str:
    """Return `Sheet!C7`, or as much of it as there is."""
    return "!".join(part for part in (sheet, cell) if part)
