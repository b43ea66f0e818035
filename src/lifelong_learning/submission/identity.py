"""Which rows are of one unit: codes without their zeros, and rows of one unit and period."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from lifelong_learning.model.submission import INVALID, MISSING
from lifelong_learning.submission.faults import Trouble, beside

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lifelong_learning.model.findings import FaultRun, Finding, Findings
    from lifelong_learning.model.submission import Register
    from lifelong_learning.submission.file import FileReading
    from lifelong_learning.submission.joined import Joined
    from lifelong_learning.submission.sheet.table import UnitRows


def restore_zeros(parts: Sequence[FileReading], register: Register | None) -> None:
    """Give rows whose code was stored as a number (24) the register's code (024), findings included."""
    if register is None:
        return
    by_digits: dict[tuple[str, str], str] = {}
    for kind, code in sorted(register.entries):
        by_digits.setdefault((kind, code.lstrip("0")), code)
    for part in parts:
        renamed = {
            (sheet.table.sheet, row): code
            for sheet in part.sheets
            for row, code in _restore(sheet, register, by_digits)
        }
        if renamed:
            _rename(part.findings, renamed)


def _restore(
    sheet: UnitRows, register: Register, by_digits: Mapping[tuple[str, str], str]
) -> list[tuple[int, str]]:
    table = sheet.table
    restored: list[tuple[int, str]] = []
    for position in sheet.numeric:
        digits = table.code[position]
        if (table.kind, digits) in register.entries:
            continue
        known = by_digits.get((table.kind, digits))
        if known is not None:
            table.code[position] = known
            restored.append((table.rows[position], known))
    return restored


def _rename(findings: Findings, renamed: Mapping[tuple[str, int], str]) -> None:
    """Put the restored code wherever a finding stands in one of the rows."""
    findings.singles = [_renamed(single, renamed) for single in findings.singles]
    findings.runs = [_renamed_run(run, renamed) for run in findings.runs]


def _renamed(single: Finding, renamed: Mapping[tuple[str, int], str]) -> Finding:
    if single.sheet is None or single.row is None or single.unit is None:
        return single
    return single._replace(unit=renamed.get((single.sheet, single.row), single.unit))


def _renamed_run(run: FaultRun, renamed: Mapping[tuple[str, int], str]) -> FaultRun:
    pairs = zip(run.rows, run.units, strict=True)
    return replace(run, units=[renamed.get((run.sheet, row), unit) for row, unit in pairs])


def settle_rows(joined: Joined) -> None:
    """Bring the values of later rows into the first one, and name each later row at its code."""
    later_of: dict[int, list[int]] = {}
    for first, later in joined.doubles:
        later_of.setdefault(first, []).append(later)
    for first, laters in later_of.items():
        conflicts = _join_measures(joined, first, laters)
        _join_facts(joined, first, laters)
        for later in laters:
            value = beside(joined.codes[first], joined.address(first, "unit_code", later))
            variant = "conflict" if later in conflicts else ""
            joined.fault(later, "unit_code", Trouble("RW301", value, variant))


def _join_measures(joined: Joined, first: int, laters: list[int]) -> set[int]:
    """Join the figures; return the later rows that contradict one before them."""
    conflicts: set[int] = set()
    for measure, column in joined.panel.measures.items():
        figures = [(row, column[row]) for row in (first, *laters) if column[row] != MISSING]
        stated = [(row, figure) for row, figure in figures if figure != INVALID]
        against = {row for row, figure in stated if figure != stated[0][1]}
        if not figures:
            continue
        conflicts |= against
        if against or len(stated) < len(figures):
            column[first] = INVALID
        elif column[first] == MISSING:
            joined.moved[first, measure], column[first] = stated[0]
    return conflicts


def _join_facts(joined: Joined, first: int, laters: list[int]) -> None:
    panel = joined.panel
    for facts in (panel.name, panel.level, panel.district, panel.area, panel.note):
        if facts[first] is None:
            facts[first] = next((facts[row] for row in laters if facts[row] is not None), None)
