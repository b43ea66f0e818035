"""Where an entry stands, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lifelong_learning.catalogue.words import word

if TYPE_CHECKING:
    from lifelong_learning.model.findings import Finding
    from lifelong_learning.model.plan import Lang
    from lifelong_learning.reports.checks.gathered import Entry


def places(entry: Entry, lang: Lang) -> str:
    """Return `C7`, or `C7, C8, C9, … (12 cells)`; "" where the finding stands at a sheet or file."""
    if entry.total == 1:
        return _place(entry.first, lang)
    cells = [finding.cell for finding in entry.shown if finding.cell is not None]
    named = cells or [finding.unit for finding in entry.shown if finding.unit is not None]
    shown = ", ".join(named) + (", …" if entry.total > len(named) else "")
    return word("check.cells" if cells else "check.units", lang, shown=shown, count=entry.total)


def _place(finding: Finding, lang: Lang) -> str:
    if finding.cell is not None:
        return finding.cell
    if finding.row is not None:
        return word("check.row", lang, row=finding.row)
    if finding.line is not None:
        return word("check.line", lang, line=finding.line, column=finding.column)
    return ""
