"""The same fault down a column as one entry with a count and its first places."""

from __future__ import annotations

import heapq
from typing import TYPE_CHECKING, NamedTuple

from lifelong_learning.model.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from lifelong_learning.model.findings import Finding, Findings

PLACES_SHOWN = 3
RANK = {severity: rank for rank, severity in enumerate(Severity)}
"""Errors first."""

_Key = tuple[object, ...]


class Entry(NamedTuple):
    """One fault: how often it occurs, and its first findings in order of row (at least one)."""

    total: int
    shown: tuple[Finding, ...]

    @property
    def first(self) -> Finding:
        """The finding that words the entry."""
        return self.shown[0]


def said(entry: Entry, say: Callable[[Finding], str]) -> tuple[str, ...]:
    """Return what an entry says: once where it says the same of every finding that is shown, else of each
    behind its cell, so that no unit and no figure reads as that of all."""
    texts = [say(finding) for finding in entry.shown]
    if len(set(texts)) == 1:
        return (texts[0],)
    return tuple(
        text if finding.cell is None else f"{finding.cell}: {text}"
        for finding, text in zip(entry.shown, texts, strict=True)
    )


def worst_first(finding: Finding) -> tuple[object, ...]:
    """Order within a sheet: errors, warnings, notes; then by place."""
    return (RANK[finding.severity], *finding.sort_key(), finding.variant, finding.unit or "")


def by_sheet(finding: Finding) -> tuple[object, ...]:
    """Order of the text: file, sheet, then worst first."""
    return (finding.file or "", finding.sheet or "", *worst_first(finding))


def gathered(findings: Findings) -> list[Entry]:
    """Return all faults, each once, by file, sheet and severity.

    Gathered are findings of one code and wording in one column of a sheet, and those of one sheet
    or file that stand at a unit and no cell. No more is kept per fault than is shown.
    """
    groups: dict[_Key, Entry] = {}
    for run in findings.runs:
        first = heapq.nsmallest(PLACES_SHOWN, range(len(run)), key=run.rows.__getitem__)
        if first:
            shown = [run.at(index) for index in first]
            _take(groups, _key(shown[0], 0), len(run), shown)
    for number, single in enumerate(findings.singles):
        _take(groups, _key(single, number), 1, [single])
    return sorted(groups.values(), key=lambda entry: by_sheet(entry.first))


def _take(groups: dict[_Key, Entry], key: _Key, count: int, shown: Iterable[Finding]) -> None:
    known = groups.get(key, Entry(0, ()))
    first = heapq.nsmallest(PLACES_SHOWN, [*known.shown, *shown], key=worst_first)
    groups[key] = Entry(known.total + count, tuple(first))


def _key(finding: Finding, number: int) -> _Key:
    """Return what findings of one entry have in common; `number` tells those apart that stand alone."""
    alone: object = finding.col
    if finding.cell is None:
        alone = "unit" if finding.unit is not None and finding.row is None else ("alone", number)
    same = (finding.file, finding.sheet, finding.code, finding.variant, finding.severity)
    return (*same, alone)
