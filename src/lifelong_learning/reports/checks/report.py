"""What every findings report is made of: the run, and its findings worded one by one."""

from __future__ import annotations

import hashlib
import os
from functools import lru_cache
from itertools import chain
from pathlib import PurePath
from string import Formatter
from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from lifelong_learning import catalogue
from lifelong_learning.catalogue.safe import visible
from lifelong_learning.model.findings import Finding, Findings, Severity, column_letters, column_number
from lifelong_learning.model.localised import Day

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lifelong_learning.model.findings import FaultRun
    from lifelong_learning.model.plan import Bilingual, Lang, Plan
    from lifelong_learning.model.scores import Status
    from lifelong_learning.model.submission import FileInfo

TOOL = "llplan"
"""What the machine formats call the program."""
_MOST_TEXTS = 4096
"""Wordings of one run that are kept."""


class CheckReport(Struct, frozen=True):
    """One check: under which plan, of which files, with which findings, by which version of the tool.

    Of a plan that could not be read only the name is there. `fail_on` are severities and statuses that fail
    the run, `occurred` the statuses among them that occurred. `ignored` and `known` count the findings that a
    choice of codes and a baseline left out. `many`: a folder was checked, or several workbooks.
    """

    plan_id: str
    plan_sha256: str | None
    base_year: int | None
    target_year: int | None
    files: tuple[FileInfo, ...]
    findings: Findings
    version: str
    fail_on: tuple[str, ...] = ()
    occurred: tuple[Status, ...] = ()
    ignored: int = 0
    known: int = 0
    many: bool = False

    @classmethod
    def of(cls, plan: Plan, files: Iterable[FileInfo], findings: Findings, version: str) -> CheckReport:
        """Return the report of a check under a plan."""
        return cls(plan.id, plan.sha256, plan.base_year, plan.target_year, tuple(files), findings, version)

    def failing(self) -> CheckReport:
        """Return the report as services judge it: an error is what makes the exit code 1, and nothing else.

        A severity that fails the run is one of error, and so is each status that does.
        """
        statuses = [catalogue.finding("RN002", status=status_word(status)) for status in self.occurred]
        if not statuses and Severity.WARNING.value not in self.fail_on:
            return self
        graded = self.findings.graded(
            lambda _, severity: Severity.ERROR if severity.value in self.fail_on else severity
        )
        return replace(self, findings=Findings([*statuses, *graded.singles], graded.runs))


def workbooks(report: CheckReport) -> dict[str, int]:
    """Return how many workbooks are `sound`, `unsound` (with what fails the run) and `unread`."""
    found = report.failing().findings
    every: Iterable[Finding | FaultRun] = chain(found.singles, found.runs)
    wrong = {one.file for one in every if one.severity is Severity.ERROR}
    closed = {one.file for one in found.singles if one.code.startswith("WB") and one.sheet is None}
    unread = sum(info.path in wrong and info.path in closed for info in report.files)
    unsound = sum(info.path in wrong for info in report.files) - unread
    return {"sound": len(report.files) - unsound - unread, "unsound": unsound, "unread": unread}


def status_word(status: Status) -> Bilingual:
    """Return what a status is called in each language."""
    from lifelong_learning.catalogue.words import both

    return both(f"report.{status.value}")


class FindingRow(NamedTuple):
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


def row(finding: Finding, lang: Lang) -> FindingRow:
    """Return a finding with its texts; file, sheet, header and unit are as the submission spelt them."""
    return FindingRow(
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


def rows(report: CheckReport, lang: Lang) -> Iterator[FindingRow]:
    """Yield every finding, one per cell, in report order."""
    worded: dict[int, _WordedRun] = {}
    for one, index in report.findings.ordered():
        if isinstance(one, Finding):
            yield row(one, lang)
            continue
        known = worded.get(id(one))
        if known is None:
            known = worded[id(one)] = _WordedRun(one, lang)
        yield known.row(index)


class _WordedRun:
    """The findings of one run, each wording made once: a column of a million cells repeats its own."""

    def __init__(self, run: FaultRun, lang: Lang) -> None:
        self._run = run
        self._lang = lang
        self._letters = column_letters(run.col)
        self._texts: dict[object, tuple[str, str]] = {}
        known = catalogue.wording(run.code, run.variant)
        said, asked = _fields(known.message.of(lang)), _fields(known.remedy.of(lang))
        same = {"header", "sheet", "file", *run.args}
        self._repeats = said | asked <= {"value", *same}
        self._remedy = visible(catalogue.remedy(run.at(0), lang)) if asked <= same else None

    def row(self, index: int) -> FindingRow:
        """Return the finding of one cell, as `row` does."""
        run, value = self._run, self._run.values[index]
        repeats = self._repeats and (type(value) is str or isinstance(value, Day))
        texts = (self._texts.get(value) if repeats else None) or self._worded(index)
        if repeats and len(self._texts) < _MOST_TEXTS:
            self._texts[value] = texts
        return FindingRow(
            run.code, run.severity.value, run.file, run.sheet, f"{self._letters}{run.rows[index]}",
            None, None, run.header, run.units[index], *texts,
        )  # fmt: skip

    def _worded(self, index: int) -> tuple[str, str]:
        """Return the message and the remedy of one cell."""
        found = self._run.at(index)
        remedy = self._remedy if self._remedy is not None else visible(catalogue.remedy(found, self._lang))
        return visible(catalogue.message(found, self._lang)), remedy


def _fields(text: str) -> set[str]:
    """Return the names of the fields of a text."""
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def from_here(path: str) -> str:
    """Return a path as services know it, with forward slashes: from the current folder if it lies below."""
    return _from(path, os.getcwd() if os.path.isabs(path) else None)  # noqa: PTH109, PTH117 - once a finding


@lru_cache(maxsize=1024)
def _from(path: str, here: str | None) -> str:
    pure = PurePath(path)
    return (pure.relative_to(here) if here and pure.is_relative_to(here) else pure).as_posix()


def place_of(sheet: str | None, cell: str | None) -> str:
    """Return `Sheet!C7`, or as much of it as there is."""
    return "!".join(part for part in (sheet, cell) if part)


def fingerprints(rows: Iterable[FindingRow]) -> Iterator[tuple[FindingRow, str]]:
    """Yield each finding with what tells it from every other, also where rows were inserted above it.

    It is made of code, file, sheet, column and unit, and of which of those that have these alike it is.
    """
    seen: dict[bytes, int] = {}
    for one in rows:
        file = one.file and from_here(one.file)
        place = "\0".join(str(part) for part in (one.code, file, one.sheet, one.header, one.unit))
        key = hashlib.sha256(place.encode("utf-8", "surrogatepass")).digest()[:16]
        seen[key] = seen.get(key, 0) + 1
        yield one, f"{key.hex()}:{seen[key]}"


def text_of(one: FindingRow) -> str:
    """Return a finding in one line that names sheet and cell, for formats without a place of their own."""
    place = visible(place_of(one.sheet, one.cell))
    return f"{place}{': ' if place else ''}{one.message} {one.remedy}".rstrip()


def begin_of(one: FindingRow) -> tuple[int, int]:
    """Return line and column of a finding, of a cell its row and column; 1 where it has none."""
    if one.cell is not None:
        letters = one.cell.rstrip("0123456789")
        return int(one.cell[len(letters) :]), column_number(letters)
    return one.line or 1, one.column or 1
