"""What every findings report is made of: the run, and its findings worded one by one."""

from __future__ import annotations

from string import Formatter
from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct

from lifelong_learning import catalogue
from lifelong_learning.catalogue.safe import visible
from lifelong_learning.model.days import Day
from lifelong_learning.model.findings import column_letters

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lifelong_learning.model.findings import FaultRun, Finding, Findings
    from lifelong_learning.model.plan import Lang, Plan
    from lifelong_learning.model.submission import FileInfo

TOOL = "llplan"
_MOST_TEXTS = 4096
"""Wordings of one run that are kept."""


class CheckReport(Struct, frozen=True):
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
    worded: dict[int, _WordedRun] = {}
    for run, index, single in report.findings.ordered():
        if single is not None:
            yield row(single, lang)
        elif run is not None:
            known = worded.get(id(run))
            if known is None:
                known = worded[id(run)] = _WordedRun(run, lang)
            yield known.row(index)


class _WordedRun:
    """The findings of one run, each wording made once: a column of a million cells repeats its own."""

    def __init__(self, run: FaultRun, lang: Lang) -> None:
        self._run = run
        self._lang = lang
        self._letters = column_letters(run.col)
        self._texts: dict[str, tuple[str, str]] = {}
        known = catalogue.wording(run.code, run.variant)
        fields = {
            name for text in (known.message, known.remedy)
            for _, name, _, _ in Formatter().parse(text.of(lang)) if name
        }  # fmt: skip
        self._repeats = fields <= {"value", "header", "sheet", "file", *run.args}

    def row(self, index: int) -> Row:
        """Return the finding of one cell, as `row` does."""
        run, value = self._run, self._run.values[index]
        if not self._repeats or (type(value) is not str and not isinstance(value, Day)):
            return row(run.at(index), self._lang)
        texts = self._texts.get(value)
        if texts is None:
            full = row(run.at(index), self._lang)
            texts = full.message, full.remedy
            if len(self._texts) < _MOST_TEXTS:
                self._texts[value] = texts
        return Row(
            run.code, run.severity.value, run.file, run.sheet, f"{self._letters}{run.rows[index]}",
            None, None, run.header, run.units[index], *texts,
        )  # fmt: skip


def place_of(sheet: str | None, cell: str | None) -> str:
    """Return `Sheet!C7`, or as much of it as there is."""
    return "!".join(part for part in (sheet, cell) if part)
