"""Findings gathered: the same fault down a column is one line with a count and its first cells."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from lifelong_learning import catalogue
from lifelong_learning.catalogue.words import word
from lifelong_learning.reports.checks.gathered import gathered as every_fault
from lifelong_learning.reports.checks.gathered import said, worst_first
from lifelong_learning.reports.view import figures

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lifelong_learning.model.findings import Findings, Severity
    from lifelong_learning.model.plan import Lang
    from lifelong_learning.reports.checks.gathered import Entry


class FaultLine(NamedTuple):
    """One gathered fault in words."""

    code: str
    severity: Severity
    where: str
    message: str
    remedy: str
    cells: int


def gathered(findings: Findings) -> list[Entry]:
    """Return the faults, the gravest first, then by file, sheet, row, column, code."""
    return sorted(every_fault(findings), key=lambda entry: worst_first(entry.first))


def lines(entries: Sequence[Entry], lang: Lang) -> list[FaultLine]:
    """Return gathered faults in words."""
    return [
        FaultLine(
            code=entry.first.code,
            severity=entry.first.severity,
            where=_where(entry, lang),
            message=" ".join(said(entry, lambda one: catalogue.message(one, lang))),
            remedy=" ".join(said(entry, lambda one: catalogue.remedy(one, lang))),
            cells=entry.total,
        )
        for entry in entries
    ]


def totals(findings: Findings, lang: Lang) -> str:
    """Return how many findings there are of each severity: 2 errors, 1 warning."""
    counts = findings.counts()
    parts = [figures.counted(f"report.{severity.value}s", n, lang) for severity, n in counts.items() if n]
    return ", ".join(parts)


def _where(entry: Entry, lang: Lang) -> str:
    first = entry.first
    place = [part for part in (first.file, first.sheet) if part is not None]
    cells = [cell for finding in entry.shown if (cell := finding.cell) is not None]
    if cells:
        more = entry.total - len(cells)
        shown = ", ".join(cells)
        place.append(shown if more <= 0 else f"{shown} {word('report.more', lang, count=more)}")
    elif entry.total > len(entry.shown):
        place.append(word("report.more", lang, count=entry.total - len(entry.shown)))
    if first.line is not None and first.column is not None:
        place.append(word("check.line", lang, line=first.line, column=first.column))
    return " › ".join(place)
